// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/store/stationstore.h"
#include "storefixture.h"

#include <QTemporaryDir>
#include <QTest>

using namespace sf;
using namespace sf::test;

class TestStationHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void listsTheLatestFirst();
    void findsWhatTouchedAnEvent();
    void keepsUndoPerAuthor();
    void aNewEditDropsWhatWasUndone();
    void nothingIsUndoneTwice();
    void anAuthorMayHaveNoName();
    void readsWhatIsNotThere();

private:
    std::int64_t commit(const StationEdit &edit)
    {
        const auto done = m_store->commit(edit, m_store->commitNumber().value(), SaveCheck::Station);
        if (!done)
            qWarning().noquote() << sentence(done.error()) << done.error().detail;
        return done.value_or(-1);
    }
    StationEdit undoOf(const StationEdit &edit, const QString &author)
    {
        StationEdit undo = inverted(edit);
        undo.id = m_maker.ids().next<EditId>();
        undo.kind = EditKind::Undo;
        undo.target = edit.id;
        undo.author = author;
        return undo;
    }
    StationEdit insertion(const QString &title, const QString &author)
    {
        StationEdit edit = m_maker.insertion({m_maker.event(title, 0)}, author);
        edit.name = title;
        return edit;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    StationMaker m_maker;
    std::unique_ptr<StationStore> m_store;
};

void TestStationHistory::init()
{
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(u"station.sqlite"_s);
    m_store = std::move(*StationStore::open(m_path, OpenMode::ReadWrite));
    QCOMPARE(commit(m_maker.channelEdit()), 1);
}

void TestStationHistory::listsTheLatestFirst()
{
    StationEdit edit = m_maker.insertion({m_maker.event(u"A"_s, 0), m_maker.event(u"B"_s, 60)}, u"Bob"_s);
    edit.time = instant(5);
    QCOMPARE(commit(edit), 2);
    const auto entries = readHistory(m_path, 100, std::nullopt, Job());
    SF_VERIFY(entries);
    QCOMPARE(entries->size(), 2U);
    const HistoryEntry expected{2,           edit.id,  EditKind::Edit, EditId(), EditState::Done,
                                u"Insert"_s, u"Bob"_s, instant(5),     2};
    QVERIFY(entries->at(0) == expected);
    QCOMPARE(entries->at(1).name, u"Add channel One"_s);
    QCOMPARE(readHistory(m_path, 1, std::nullopt, Job())->size(), 1U);
    Job cancelled;
    cancelled.cancel();
    SF_FAILS(readHistory(m_path, 100, std::nullopt, cancelled), Cancelled);
}

void TestStationHistory::findsWhatTouchedAnEvent()
{
    const ScheduledEvent event = m_maker.event(u"News"_s, 0);
    commit(m_maker.insertion({m_maker.event(u"Other"_s, 60)}));
    commit(m_maker.insertion({event, m_maker.event(u"Another"_s, 120)}));
    commit(m_maker.change(event, u"Late news"_s));
    const auto entries = m_store->history(100, event.id, Job());
    SF_VERIFY(entries);
    QCOMPARE(entries->size(), 2U);
    QCOMPARE(entries->at(0).commit, 4);
    QCOMPARE(entries->at(1).commit, 3);
}

void TestStationHistory::keepsUndoPerAuthor()
{
    const StationEdit anns = insertion(u"A"_s, u"Ann"_s);
    const StationEdit bobs = insertion(u"B"_s, u"Bob"_s);
    commit(anns);
    commit(bobs);
    QCOMPARE(m_store->editToUndo(u"Ann"_s)->id, anns.id);
    QCOMPARE(m_store->editToUndo(u"Bob"_s)->id, bobs.id);
    SF_FAILS(m_store->editToUndo(u"Eve"_s), NothingToUndo);
    QVERIFY(commit(undoOf(anns, u"Ann"_s)) > 0);
    QCOMPARE(m_store->undoSteps(u"Ann"_s, 10)->front().name, u"Add channel One"_s);
    QCOMPARE(m_store->redoSteps(u"Ann"_s, 10).value(), std::vector<UndoStep>{(UndoStep{anns.id, u"A"_s})});
    SF_FAILS(m_store->editToRedo(u"Bob"_s), NothingToRedo);
}

void TestStationHistory::aNewEditDropsWhatWasUndone()
{
    const StationEdit first = insertion(u"A"_s, u"Ann"_s);
    const StationEdit second = insertion(u"B"_s, u"Ann"_s);
    commit(first);
    commit(second);
    commit(undoOf(second, u"Ann"_s));
    commit(undoOf(first, u"Ann"_s));
    QCOMPARE(m_store->editToRedo(u"Ann"_s)->id, first.id); // undone last, done again first
    commit(insertion(u"Bob's"_s, u"Bob"_s));
    QCOMPARE(m_store->redoSteps(u"Ann"_s, 10)->size(), 2U);
    commit(insertion(u"C"_s, u"Ann"_s));
    SF_FAILS(m_store->editToRedo(u"Ann"_s), NothingToRedo);
    QCOMPARE(m_store->undoSteps(u"Ann"_s, 10)->front().name, u"C"_s);
}

void TestStationHistory::nothingIsUndoneTwice()
{
    const StationEdit edit = insertion(u"A"_s, u"Ann"_s);
    commit(edit);
    QVERIFY(commit(undoOf(edit, u"Ann"_s)) > 0);
    commit(m_maker.insertion(edit.events.after, u"Bob"_s)); // the same object again, so that it could be
    SF_FAILS(m_store->commit(undoOf(edit, u"Ann"_s), 4, SaveCheck::Station), EditConflict);
}

void TestStationHistory::anAuthorMayHaveNoName()
{
    const StationEdit edit = insertion(u"A"_s, QString());
    commit(edit);
    QCOMPARE(m_store->editToUndo(QString())->id, edit.id);
}

void TestStationHistory::readsWhatIsNotThere()
{
    SF_FAILS(m_store->edit(m_maker.ids().next<EditId>()), UnknownObject);
    QVERIFY(m_store->history(10, m_maker.ids().next<EventId>(), Job())->empty());
}

QTEST_GUILESS_MAIN(TestStationHistory)
#include "tst_stationhistory.moc"

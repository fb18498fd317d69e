// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/document/document.h"
#include "core/store/stationstore.h"
#include "storefixture.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace sf;
using namespace sf::test;

class TestDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"station.sqlite"_s);
        m_maker = std::make_unique<StationMaker>();
    }

    void savesWhatIsApplied();
    void undoesAndRedoes();
    void undoesAcrossRuns();
    void undoesALargeEditFromDisk();
    void refusesAnUndoOfWhatOthersChanged();
    void refusesAnEditThatDoesNotFit();
    void takesAPreparedEditAlsoOnANewerState();
    void savesInOrder();
    void keepsTheQueueOnAFullDisk();
    void refusesWhenTheStationChanged();
    void showsWhatOthersWrite();
    void dropsAnEditThatMeetsAnothers();
    void ofTwoWindowsOneWrites();
    void movesToTheApplicationsThread();
    void reportsWhyItDoesNotOpen();

private:
    /// Someone else commits to the station.
    void commitAsOther(const StationEdit &edit)
    {
        auto store = StationStore::open(m_path, OpenMode::ReadWrite);
        SF_VERIFY(store);
        SF_VERIFY((*store)->commit(edit, (*store)->commitNumber().value(), SaveCheck::Station));
    }
    /// A station with a channel and one event.
    ScheduledEvent makeStation()
    {
        const ScheduledEvent event = m_maker->event(u"News"_s, 0);
        commitAsOther(m_maker->channelEdit());
        commitAsOther(m_maker->insertion({event}, u"Bob"_s));
        return event;
    }
    std::unique_ptr<Document> open(SaveCheck check = SaveCheck::Station, const QString &author = u"Ann"_s)
    {
        auto document = Document::open(m_path, author, check, Job());
        if (!document) {
            qWarning().noquote() << sentence(document.error()) << document.error().detail;
            return nullptr;
        }
        return std::move(*document);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<StationMaker> m_maker;
};

void TestDocument::savesWhatIsApplied()
{
    auto document = open();
    QVERIFY(document);
    QSignalSpy saves(document.get(), &Document::saved);
    QSignalSpy edits(document.get(), &Document::edited);
    SF_VERIFY(document->apply(m_maker->channelEdit()));
    SF_VERIFY(document->apply(m_maker->insertion({m_maker->event(u"News"_s, 0)})));
    SF_VERIFY(document->apply(StationEdit()));
    QCOMPARE(edits.count(), 2);
    SF_VERIFY(document->flush());
    QVERIFY(document->isSaved());
    QCOMPARE(document->savedCommit(), 2);
    QCOMPARE(saves.count(), 2);
    QCOMPARE(saves.at(1).at(0).toLongLong(), 2);
    auto store = StationStore::open(m_path, OpenMode::ReadOnly);
    SF_VERIFY(store);
    auto loaded = (*store)->load(Job());
    SF_VERIFY(loaded);
    QVERIFY(holdSame(loaded->station, document->station()));
    QCOMPARE(loaded->station.schedule().size(), 1);
}

void TestDocument::undoesAndRedoes()
{
    auto document = open();
    QVERIFY(document);
    QVERIFY(document->undoName().isEmpty());
    SF_FAILS(document->undo(instant(1)), NothingToUndo);
    SF_VERIFY(document->apply(m_maker->channelEdit()));
    const Station before = document->station();
    SF_VERIFY(document->apply(m_maker->insertion({m_maker->event(u"News"_s, 0)})));
    const Station after = document->station();
    QCOMPARE(document->undoName(), u"Insert"_s);
    const auto undone = document->undo(instant(1));
    SF_VERIFY(undone);
    QCOMPARE(undone->kind, EditKind::Undo);
    QVERIFY(holdSame(document->station(), before));
    QCOMPARE(document->redoName(), u"Insert"_s);
    QCOMPARE(document->undoName(), u"Add channel One"_s);
    SF_VERIFY(document->redo(instant(2)));
    QVERIFY(holdSame(document->station(), after));
    SF_FAILS(document->redo(instant(3)), NothingToRedo);
    SF_VERIFY(document->flush());
    QCOMPARE(document->savedCommit(), 4);
}

void TestDocument::undoesAcrossRuns()
{
    const ScheduledEvent event = m_maker->event(u"News"_s, 0);
    {
        auto document = open();
        QVERIFY(document);
        SF_VERIFY(document->apply(m_maker->channelEdit()));
        SF_VERIFY(document->apply(m_maker->insertion({event})));
        SF_VERIFY(document->apply(m_maker->change(event, u"Late news"_s)));
    } // saves
    {
        auto document = open();
        QVERIFY(document);
        QCOMPARE(document->undoName(), u"Rename to Late news"_s);
        SF_VERIFY(document->undo(instant(1)));
        QCOMPARE(document->station().schedule().find(event.id)->title, u"News"_s);
        SF_VERIFY(document->undo(instant(1)));
        QVERIFY(!document->station().schedule().find(event.id));
        SF_VERIFY(document->flush());
    }
    auto document = open();
    QVERIFY(document);
    QCOMPARE(document->redoName(), u"Insert"_s);
    SF_VERIFY(document->redo(instant(2)));
    SF_VERIFY(document->redo(instant(2)));
    QCOMPARE(document->station().schedule().find(event.id)->title, u"Late news"_s);
    SF_FAILS(document->redo(instant(2)), NothingToRedo);
}

void TestDocument::undoesALargeEditFromDisk()
{
    auto document = open();
    QVERIFY(document);
    SF_VERIFY(document->apply(m_maker->channelEdit()));
    const Station before = document->station();
    std::vector<ScheduledEvent> many;
    for (int i = 0; i < 3'000; ++i)
        many.push_back(m_maker->event(u"Film %1"_s.arg(i), 60 * i));
    SF_VERIFY(document->apply(m_maker->insertion(many)));
    const Station after = document->station();
    SF_VERIFY(document->flush());
    SF_VERIFY(document->undo(instant(1)));
    QVERIFY(holdSame(document->station(), before));
    SF_VERIFY(document->redo(instant(2))); // while the undo may still be queued
    QVERIFY(holdSame(document->station(), after));
    SF_VERIFY(document->flush());
    QVERIFY(holdSame(open()->station(), after));
}

void TestDocument::refusesAnUndoOfWhatOthersChanged()
{
    const ScheduledEvent event = makeStation();
    const StationEdit anns = m_maker->change(event, u"Late news"_s);
    commitAsOther(anns); // by Ann, in an earlier run
    commitAsOther(m_maker->change(anns.events.after.front(), u"Bob's news"_s, u"Bob"_s));
    auto document = open();
    QVERIFY(document);
    const auto undone = document->undo(instant(1));
    SF_FAILS(undone, UndoConflict);
    QCOMPARE(undone.error().args.at(0), u"Rename to Late news"_s);
    QVERIFY(undone.error().args.at(1).contains(u"news"_s));
    QCOMPARE(document->station().schedule().find(event.id)->title, u"Bob's news"_s);
    QCOMPARE(document->undoName(), u"Rename to Late news"_s);
    SF_VERIFY(document->flush());
    QCOMPARE(document->savedCommit(), 4);
}

void TestDocument::refusesAnEditThatDoesNotFit()
{
    const ScheduledEvent event = makeStation();
    auto document = open();
    QVERIFY(document);
    QSignalSpy edits(document.get(), &Document::edited);
    ScheduledEvent stale = event;
    stale.title = u"Old news"_s;
    SF_FAILS(document->apply(m_maker->change(stale, u"Late news"_s)), EditConflict);
    SF_FAILS(document->apply(m_maker->insertion({event})), EditConflict);
    QCOMPARE(edits.count(), 0);
    QVERIFY(document->isSaved());
}

void TestDocument::takesAPreparedEditAlsoOnANewerState()
{
    makeStation();
    auto document = open();
    QVERIFY(document);
    const auto prepare = [&](const QString &title, std::int64_t start) {
        PreparedEdit prepared;
        prepared.state = document->state();
        prepared.edit =
            std::make_shared<const StationEdit>(m_maker->insertion({m_maker->event(title, start)}));
        prepared.after = document->station();
        if (!prepared.after.apply(*prepared.edit))
            qFatal("the edit does not fit its own snapshot");
        return prepared;
    };
    const PreparedEdit first = prepare(u"Film"_s, 3'600);
    const PreparedEdit late = prepare(u"Talk"_s, 7'200); // of the same state, which the first one ends
    QVERIFY(document->apply(first));
    QVERIFY(holdSame(document->station(), first.after));
    QVERIFY(document->apply(late));
    QCOMPARE(document->station().schedule().size(), 3);
    QVERIFY(!document->apply(late)); // its event is there already
    QVERIFY(document->flush());
    const Station onDisk =
        StationStore::open(m_path, OpenMode::ReadOnly).value()->load(Job()).value().station;
    QVERIFY(holdSame(onDisk, document->station()));
    QVERIFY(document->undo(instant(9)));
    QCOMPARE(document->station().schedule().size(), 2);
}

void TestDocument::savesInOrder()
{
    ScheduledEvent event = makeStation();
    auto document = open();
    QVERIFY(document);
    constexpr int count = 100;
    for (int i = 0; i < count; ++i) {
        const StationEdit edit = m_maker->change(event, u"News %1"_s.arg(i));
        event = edit.events.after.front();
        SF_VERIFY(document->apply(edit));
    }
    document.reset(); // saves what is queued
    const auto entries = readHistory(m_path, count, std::nullopt, Job());
    SF_VERIFY(entries);
    for (int i = 0; i < count; ++i)
        QCOMPARE(entries->at(std::size_t(i)).name, u"Rename to News %1"_s.arg(count - 1 - i));
}

void TestDocument::keepsTheQueueOnAFullDisk()
{
#ifdef Q_OS_UNIX
    const ScheduledEvent event = makeStation();
    auto document = open();
    QVERIFY(document);
    QSignalSpy failures(document.get(), &Document::saveFailed);
    const StationEdit first = m_maker->change(event, u"Late news"_s);
    const StationEdit second = m_maker->change(first.events.after.front(), u"Later news"_s);
    {
        const FullDisk full;
        SF_VERIFY(document->apply(first));
        SF_FAILS(document->flush(), DiskFull);
        SF_VERIFY(document->apply(second));
        SF_FAILS(document->flush(), DiskFull); // still not on disk
    }
    QCOMPARE(failures.count(), 1);
    QVERIFY(!document->isSaved());
    QCOMPARE(document->savedCommit(), 2);
    QCOMPARE(document->station().schedule().find(event.id)->title, u"Later news"_s);
    document->retrySaving();
    SF_VERIFY(document->flush());
    QVERIFY(document->isSaved());
    QCOMPARE(document->savedCommit(), 4);
    QVERIFY(holdSame(open()->station(), document->station()));
#else
    QSKIP("there is no limit on file sizes here");
#endif
}

void TestDocument::refusesWhenTheStationChanged()
{
    const ScheduledEvent event = makeStation();
    auto document = open(SaveCheck::Station);
    QVERIFY(document);
    commitAsOther(m_maker->insertion({m_maker->event(u"Film"_s, 600)}, u"Bob"_s));
    SF_VERIFY(document->apply(m_maker->change(event, u"Late news"_s)));
    SF_FAILS(document->flush(), StationChanged);
    QVERIFY(!document->isSaved());
    QCOMPARE(open()->station().schedule().find(event.id)->title, u"News"_s);
}

void TestDocument::showsWhatOthersWrite()
{
    const ScheduledEvent event = makeStation();
    auto document = open(SaveCheck::Rows);
    QVERIFY(document);
    QSignalSpy reloads(document.get(), &Document::reloaded);
    QSignalSpy failures(document.get(), &Document::saveFailed);
    commitAsOther(m_maker->change(event, u"Bob's news"_s, u"Bob"_s));
    QVERIFY(reloads.wait(20'000));
    QCOMPARE(document->station().schedule().find(event.id)->title, u"Bob's news"_s);
    QCOMPARE(document->savedCommit(), 3);
    // One's own edits are no news, but those of another that came in between are.
    commitAsOther(m_maker->insertion({m_maker->event(u"Film"_s, 600)}, u"Bob"_s));
    SF_VERIFY(document->apply(m_maker->insertion({m_maker->event(u"Quiz"_s, 900)})));
    SF_VERIFY(document->flush());
    QVERIFY(reloads.wait(20'000));
    QCOMPARE(document->station().schedule().size(), 3);
    QCOMPARE(document->savedCommit(), 5);
    QCOMPARE(document->undoName(), u"Insert"_s);
    SF_VERIFY(document->undo(instant(1)));
    SF_VERIFY(document->flush());
    QCOMPARE(document->station().schedule().size(), 2);
    QCOMPARE(failures.count(), 0);
}

void TestDocument::dropsAnEditThatMeetsAnothers()
{
    const ScheduledEvent event = makeStation();
    auto document = open(SaveCheck::Rows);
    QVERIFY(document);
    QSignalSpy reloads(document.get(), &Document::reloaded);
    QSignalSpy failures(document.get(), &Document::saveFailed);
    commitAsOther(m_maker->change(event, u"Bob's news"_s, u"Bob"_s));
    SF_VERIFY(document->apply(m_maker->change(event, u"Ann's news"_s)));
    SF_VERIFY(document->apply(m_maker->insertion({m_maker->event(u"Quiz"_s, 900)})));
    SF_FAILS(document->flush(), EditConflict);
    SF_VERIFY(document->flush()); // it was told once, and the rest is saved
    QCOMPARE(failures.count(), 1);
    QVERIFY(reloads.wait(20'000));
    QCOMPARE(document->station().schedule().find(event.id)->title, u"Bob's news"_s);
    QCOMPARE(document->station().schedule().size(), 2);
    QVERIFY(holdSame(open()->station(), document->station()));
}

void TestDocument::ofTwoWindowsOneWrites()
{
    const ScheduledEvent event = makeStation();
    auto first = open(SaveCheck::Rows);
    auto second = open(SaveCheck::Rows);
    auto command = open(SaveCheck::Station);
    QVERIFY(first && second && command);
    QVERIFY(!first->isReadOnly() && second->isReadOnly() && !command->isReadOnly());
    SF_FAILS(second->apply(m_maker->change(event, u"Late news"_s)), StationReadOnly);
    QCOMPARE(second->station().schedule().find(event.id)->title, u"News"_s);
    QSignalSpy reloads(second.get(), &Document::reloaded);
    SF_VERIFY(first->apply(m_maker->change(event, u"Late news"_s)));
    QVERIFY(reloads.wait(20'000));
    QCOMPARE(second->station().schedule().find(event.id)->title, u"Late news"_s);
    first.reset();
    second.reset();
    QVERIFY(!open(SaveCheck::Rows)->isReadOnly());
}

void TestDocument::movesToTheApplicationsThread()
{
    std::unique_ptr<Document> document;
    std::unique_ptr<QThread> job(QThread::create([&] { document = open(); }));
    job->start();
    QVERIFY(job->wait());
    QVERIFY(document);
    QCOMPARE(document->thread(), QThread::currentThread());
    QSignalSpy saves(document.get(), &Document::saved);
    SF_VERIFY(document->apply(m_maker->channelEdit()));
    QVERIFY(saves.wait(20'000));
}

void TestDocument::reportsWhyItDoesNotOpen()
{
    SF_FAILS(Document::open(m_folder->path(), u"Ann"_s, SaveCheck::Station, Job()), StationNotOpened);
    Job cancelled;
    cancelled.cancel();
    makeStation();
    SF_FAILS(Document::open(m_path, u"Ann"_s, SaveCheck::Station, cancelled), Cancelled);
}

QTEST_GUILESS_MAIN(TestDocument)
#include "tst_document.moc"

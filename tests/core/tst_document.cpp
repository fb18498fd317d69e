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

private:
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

QTEST_GUILESS_MAIN(TestDocument)
#include "tst_document.moc"

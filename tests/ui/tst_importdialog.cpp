// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "importdialogfixture.h"

#include "ui/dialogs/channelfields.h"

#include <QDateEdit>
#include <QLineEdit>
#include <QSignalSpy>

using namespace sf;
using namespace sf::test;

class TestImportDialog : public QObject, private ImportDialogFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void saysWhatWillHappen();
    void theSameAgainOffersNothing();
    void offersTheLinksOfAFileThatIsNoPlaylist();
    void namesAFileThatIsNotThere();
    void offersWhatIsWhole();
    void comparesAnewAfterAnEdit();
    void contentDecidesWhatAFileIs_data();
    void contentDecidesWhatAFileIs();
    void aPlaylistIsLaidOutFromAStart();
    void aListOfTimesAsksForItsDay();
    void replacesWhatStandsThere();
    void theTabKeyGoesFromRowToRow();
    void makesAChannel();
    void givesTheChannelItsClock();
    void offersTheLayoutsOfColumns();
    void countsDuplicatesOfASchedule();
    void takesOneOfSeveralChannels();
    void naiveTimesTakeTheZoneThatIsChosen();
    void groupsWhatIsRefusedByItsReason();
    void tellsKnownNewAndMissingMedia();
    void takesALogAsWhatHasAired();
    void takesALogInTheZoneThatIsChosen();
};

void TestImportDialog::init() { open(); }

void TestImportDialog::cleanup() { close(); }

void TestImportDialog::saysWhatWillHappen()
{
    const QString file = m_workspace->write(u"list.m3u"_s, "#EXTM3U\n#EXTINF:60,One\n/m/one.mp4\n"
                                                           "#EXTINF:-1,Two\n/m/two.mp4\n"
                                                           "#EXTINF:60,One\n/m/one.mp4\n"
                                                           "* not an address at all *\n");
    ImportDialog *dialog = opened(file);
    QVERIFY2(dialog->summary().contains(u"M3U playlist with 3 entries"_s), qPrintable(dialog->summary()));
    QVERIFY(dialog->summary().contains(u"2 assets will be added"_s));
    QVERIFY(dialog->summary().contains(u"1 entry names an address that stands in the list before"_s));
    QVERIFY(!dialog->summary().contains(u"known already"_s));
    QVERIFY(groups().contains(u"Repeated in the list (1)"_s));
    QCOMPARE(dialog->importButton().text(), u"Add 2 assets"_s);
    QCOMPARE(groups().value(0), u"Refused: no address, path or comment (1)"_s); // the worst first
    QCOMPARE(rowOf(u"Refused: no address, path or comment"_s, 0, 1), u"line 8"_s);
    QCOMPARE(m_editor->station().assets().size(), 0); // nothing before the button
    QSignalSpy imported(dialog, &ImportDialog::imported);
    QTest::mouseClick(&dialog->importButton(), Qt::LeftButton);
    QCOMPARE(imported.size(), 1);
    QCOMPARE(m_editor->station().assets().size(), 2);
    QVERIFY(m_editor->undo());
    QCOMPARE(m_editor->station().assets().size(), 0);
}

void TestImportDialog::theSameAgainOffersNothing()
{
    const QString file = m_workspace->write(u"list.m3u"_s, "#EXTINF:60,One\n/m/one.mp4\n");
    opened(file)->accept();
    ImportDialog *dialog = opened(file);
    QVERIFY(dialog->summary().contains(u"There is nothing new in it."_s));
    QVERIFY(!dialog->importButton().isEnabled());
}

void TestImportDialog::offersTheLinksOfAFileThatIsNoPlaylist()
{
    const QString file = m_workspace->write(u"list.m3u"_s, "* see [one](https://example.org/one.mp4)\n"
                                                           "* see [two](https://example.org/two.mp4)\n");
    ImportDialog *dialog = opened(file);
    press(u"Take the 2 links in it"_s);
    QCOMPARE(dialog->importButton().text(), u"Add 2 assets"_s);
}

void TestImportDialog::namesAFileThatIsNotThere()
{
    ImportDialog *dialog = opened(m_workspace->path(u"gone.xml"_s));
    QVERIFY2(dialog->summary().contains(u"gone.xml does not exist"_s), qPrintable(dialog->summary()));
    QVERIFY(!dialog->importButton().isEnabled());
}

void TestImportDialog::offersWhatIsWhole()
{
    const QByteArray event =
        R"({"title":"E%1","start":"2026-03-24T0%1:00:00Z","end":"2026-03-24T0%1:30:00Z"})";
    QByteArray json = "{\"events\":[";
    for (const char *hour : {"1", "2", "3"})
        json += QByteArray(event).replace("%1", hour) + ',';
    ImportDialog *dialog = opened(m_workspace->write(u"cut.json"_s, json + "{\"title\":\"E4\",\"sta"));
    QVERIFY(!dialog->importButton().isEnabled());
    QVERIFY2(dialog->summary().contains(u"breaks off at line 1"_s), qPrintable(dialog->summary()));
    press(u"Take the 3 complete events before it"_s);
    QCOMPARE(dialog->importButton().text(), u"Import 3 events"_s);
    dialog->accept();
    QCOMPARE(m_editor->station().schedule().size(), 3);
}

void TestImportDialog::comparesAnewAfterAnEdit()
{
    ImportDialog *dialog = opened(m_workspace->write(u"list.m3u"_s, "#EXTINF:60,One\n/media/One.mp4\n"));
    QCOMPARE(dialog->importButton().text(), u"Add 1 asset"_s);
    addAssets(*m_editor, {makeAsset(m_editor->document()->ids(), u"One"_s, 60s)});
    QTRY_VERIFY(dialog->isReady());
    QVERIFY(!dialog->importButton().isEnabled());
}

void TestImportDialog::contentDecidesWhatAFileIs_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("button");
    QTest::newRow("a playlist goes to the library")
        << QByteArray("#EXTM3U\n#EXTINF:60,A\n/m/a.mp4\n") << u"Add 1 asset"_s;
    QTest::newRow("a schedule is planned")
        << QByteArray(R"({"events":[{"title":"A","start":"2026-03-24T01:00:00Z","duration":60}]})")
        << u"Import 1 event"_s;
    QTest::newRow("a table is planned")
        << QByteArray("Date,Start,Duration,Title\n2026-03-24,06:00:00,00:30:00,A\n") << u"Import 1 event"_s;
    QTest::newRow("a playout's log has aired")
        << QByteArray("[2026-03-23 06:00:00.000] [INFO] Play 00:30:00.00: \"/m/a.mp4\"\n")
        << u"Take 1 play"_s;
}

void TestImportDialog::contentDecidesWhatAFileIs()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, button);
    ImportDialog *dialog = opened(m_workspace->write(u"file.dat"_s, content));
    QVERIFY2(dialog->importButton().text() == button, qPrintable(dialog->summary()));
    QVERIFY(dialog->importButton().isEnabled());
}

void TestImportDialog::aPlaylistIsLaidOutFromAStart()
{
    addEvent(*m_editor, u"News"_s, noon(), 30min);
    ImportDialog *dialog =
        opened(m_workspace->write(u"list.m3u"_s, "#EXTINF:60,One\n/m/one.mp4\n#EXTINF:90,Two\n/m/two.mp4\n"));
    choose(u"The plan of One"_s);
    QVERIFY2(dialog->summary().contains(u"When does its first entry start?"_s),
             qPrintable(dialog->summary()));
    QVERIFY(!dialog->importButton().isEnabled());
    press(u"Start here"_s); // where the plan ends
    QCOMPARE(dialog->importButton().text(), u"Import 2 events"_s);
    dialog->accept();
    const auto events = m_editor->station().schedule().eventsIn(m_editor->plan(), {noon() + 30min, 1h});
    QCOMPARE(events.size(), 2U);
    QCOMPARE(events[0]->range, TimeRange(noon() + 30min, 60s));
    QCOMPARE(events[1]->range, TimeRange(noon() + 31min, 90s));
    QCOMPARE(m_editor->station().assets().size(), 2);
}

void TestImportDialog::aListOfTimesAsksForItsDay()
{
    ImportDialog *dialog =
        opened(m_workspace->write(u"log 2026-04-02.csv"_s, "Start,Duration,Title\n06:00:00,00:30:00,A\n"));
    QVERIFY2(dialog->summary().contains(u"Which broadcast day is it for?"_s), qPrintable(dialog->summary()));
    QVERIFY(!dialog->importButton().isEnabled());
    QCOMPARE(dialog->findChild<QDateEdit *>()->date(), QDate(2026, 4, 2)); // the name tells
    press(u"Use this day"_s);
    QVERIFY(groups().contains(u"Placeholders: the file names no media for them (1)"_s));
    QCOMPARE(rowOf(u"Placeholders: the file names no media for them"_s, 0), u"A"_s);
    QVERIFY2(dialog->summary().contains(u"from 2026-04-02 06:00:00"_s), qPrintable(dialog->summary()));
    dialog->findChild<QDateEdit *>()->setDate(QDate(2026, 4, 3));
    QTRY_VERIFY(dialog->isReady());
    QVERIFY2(dialog->summary().contains(u"from 2026-04-03 06:00:00"_s), qPrintable(dialog->summary()));
}

void TestImportDialog::replacesWhatStandsThere()
{
    const TimePoint start = noon();
    addEvent(*m_editor, u"Old"_s, start, 30min);
    const EventId locked = addEvent(*m_editor, u"Locked"_s, start + 30min, 10min);
    QVERIFY(m_editor->setLocked(std::array{locked}, true));
    const QByteArray json = R"({"events":[{"title":"New","start":"2026-03-23T12:00:00Z","duration":3600}]})";
    ImportDialog *dialog = opened(m_workspace->write(u"new.json"_s, json));
    QVERIFY(groups().contains(u"Overlaps to be settled (2)"_s));
    choose(u"in place of what stands there"_s);
    QVERIFY(groups().contains(u"To be removed, to make room (1)"_s));
    QVERIFY(groups().contains(u"Locked, so that they stay (1)"_s));
    QCOMPARE(rowOf(u"To be removed, to make room"_s, 0), u"Old"_s);
    dialog->accept();
    QCOMPARE(m_editor->station().schedule().size(), 2);
    QVERIFY(m_editor->undo());
    QCOMPARE(m_editor->station().schedule().size(), 2);
    QCOMPARE(m_editor->station().schedule().eventsIn(m_editor->plan(), {start, 1h})[0]->title, u"Old"_s);
}

/// Also to those that were made later than the rest.
void TestImportDialog::theTabKeyGoesFromRowToRow()
{
    const QByteArray json = R"({"events":[{"title":"A","start":"2026-03-23T12:00:00Z","duration":3600}]})";
    ImportDialog *dialog = opened(m_workspace->write(u"new.json"_s, json));
    choose(u"A new channel"_s);
    choose(u"The plan of One"_s);
    choose(u"in place of what stands there"_s);
    QStringList order;
    QWidget *field = dialog->findChild<ImportChoices *>();
    for (int i = 0; i < 60 && !order.contains(u"QTreeView"_s); ++i) {
        field = field->nextInFocusChain();
        if ((field->focusPolicy() & Qt::TabFocus) && !field->focusProxy() && field->isVisibleTo(dialog))
            order << (field->inherits("QTreeView") ? u"QTreeView"_s
                                                   : QString::fromLatin1(field->metaObject()->className()));
    }
    const QStringList wanted{u"QComboBox"_s,        u"QComboBox"_s,        u"QComboBox"_s,
                             u"sf::WallTimeEdit"_s, u"sf::WallTimeEdit"_s, u"QTreeView"_s};
    QVERIFY2(order == wanted || order.sliced(1) == wanted, qPrintable(order.join(u' ')));
}

void TestImportDialog::makesAChannel()
{
    const QByteArray json = R"({"events":[{"title":"A","start":"2026-03-23T12:00:00Z","duration":3600}]})";
    ImportDialog *dialog = opened(m_workspace->write(u"new.json"_s, json));
    choose(u"A new channel"_s);
    QCOMPARE(dialog->importButton().text(), u"Import 1 event"_s);
    QVERIFY2(dialog->summary().contains(u"placed on Channel 2"_s), qPrintable(dialog->summary()));
    dialog->accept();
    QCOMPARE(m_editor->station().channels().size(), 2U);
    QCOMPARE(m_editor->channel()->name, u"Channel 2"_s);
    QVERIFY(m_editor->undo()); // one step
    QCOMPARE(m_editor->station().channels().size(), 1U);
    QCOMPARE(m_editor->station().schedule().size(), 0);
}

void TestImportDialog::givesTheChannelItsClock()
{
    const QByteArray json = R"({"events":[{"title":"A","start":"2026-03-23T12:00:00Z","duration":3600}]})";
    ImportDialog *dialog = opened(m_workspace->write(u"new.json"_s, json));
    choose(u"A new channel"_s);
    ChannelFields &made = *dialog->findChild<ChannelFields *>();
    made.dayStart().setText(u"soon"_s);
    Q_EMIT made.dayStart().editingFinished();
    QVERIFY(dialog->isReady());
    QVERIFY2(dialog->summary().contains(u"soon"_s), qPrintable(dialog->summary()));
    QVERIFY(!dialog->importButton().isEnabled());
    made.dayStart().setText(u"04:30"_s);
    Q_EMIT made.dayStart().editingFinished();
    choose(u"29.97"_s);
    QVERIFY2(dialog->importButton().isEnabled(), qPrintable(dialog->summary()));
    dialog->accept();
    const Channel *channel = m_editor->channel();
    QCOMPARE(channel->name, u"Channel 2"_s);
    QCOMPARE(channel->dayStart, Millis(4h + 30min));
    QCOMPARE(channel->rate, FrameRate(30000, 1001));
}

void TestImportDialog::offersTheLayoutsOfColumns()
{
    const QByteArray log = "2026-03-24 06:00:00:00 000:30:00:00 N PG0001           PGM News\n";
    ImportDialog *dialog = opened(m_workspace->write(u"day.log"_s, log));
    choose(u"spot-log (built in)"_s);
    QCOMPARE(dialog->choices().request().reading.mapping->name, u"spot-log"_s);
    choose(u"As the file looks"_s);
    QVERIFY(!dialog->choices().request().reading.mapping);
}

void TestImportDialog::countsDuplicatesOfASchedule()
{
    const QByteArray event = R"({"title":"A","start":"2026-03-23T12:00:00Z","duration":3600})";
    ImportDialog *dialog =
        opened(m_workspace->write(u"new.json"_s, "{\"events\":[" + event + "," + event + "]}"));
    QVERIFY2(dialog->summary().contains(u"1 is a duplicate of what stands there or earlier in the file"_s),
             qPrintable(dialog->summary()));
    QVERIFY(groups().contains(u"Duplicates, which are left out (1)"_s));
}

void TestImportDialog::takesOneOfSeveralChannels()
{
    const QByteArray xmltv = R"(<?xml version="1.0"?><!DOCTYPE tv SYSTEM "xmltv.dtd"><tv>
<channel id="one.tv"><display-name>One TV</display-name></channel>
<channel id="two.tv"><display-name>Two TV</display-name></channel>
<programme start="20260324060000 +0000" stop="20260324070000 +0000" channel="one.tv"><title>A</title></programme>
<programme start="20260324060000 +0000" stop="20260324070000 +0000" channel="two.tv"><title>B</title></programme>
<programme start="20260324070000 +0000" stop="20260324080000 +0000" channel="two.tv"><title>C</title></programme>
</tv>)";
    ImportDialog *dialog = opened(m_workspace->write(u"guide.xml"_s, xmltv));
    QCOMPARE(dialog->importButton().text(), u"Import 1 event"_s);
    choose(u"Two TV"_s);
    QVERIFY2(dialog->importButton().text() == u"Import 2 events"_s, qPrintable(dialog->summary()));
}

void TestImportDialog::naiveTimesTakeTheZoneThatIsChosen()
{
    const QByteArray json = R"({"events":[{"title":"A","start":"2026-03-24T12:00:00","duration":3600}]})";
    ImportDialog *dialog = opened(m_workspace->write(u"naive.json"_s, json));
    QVERIFY2(dialog->summary().contains(u"from 2026-03-24 12:00:00"_s), qPrintable(dialog->summary()));
    choose(u"Europe/Rome"_s);
    QVERIFY2(dialog->summary().contains(u"from 2026-03-24 11:00:00"_s), qPrintable(dialog->summary()));
    choose(u"UTC, as the format says"_s);
    QVERIFY2(dialog->summary().contains(u"from 2026-03-24 12:00:00"_s), qPrintable(dialog->summary()));
}

void TestImportDialog::groupsWhatIsRefusedByItsReason()
{
    QByteArray json = "{\"events\":[";
    for (int i = 0; i < 5000; ++i)
        json +=
            i % 2 == 0 ? R"({"title":"A","duration":60},)" : R"({"title":"B","start":"soon","duration":60},)";
    json += R"({"title":"C","start":"2026-03-24T12:00:00Z","duration":3600}]})";
    opened(m_workspace->write(u"bad.json"_s, json));
    const QStringList titles = groups();
    QVERIFY2(titles.contains(u"Refused: no start time (2,500)"_s), qPrintable(titles.join(u'|')));
    QVERIFY2(titles.contains(u"Refused: a time that is none (2,500)"_s), qPrintable(titles.join(u'|')));
    QCOMPARE(m_dialog->importButton().text(), u"Import 1 event"_s);
}

void TestImportDialog::tellsKnownNewAndMissingMedia()
{
    const QString there = m_workspace->write(u"there.mp4"_s, "media");
    addAssets(*m_editor, {makeAsset(m_editor->document()->ids(), u"Known"_s, 1h)});
    const QByteArray json =
        R"({"events":[{"title":"A","start":"2026-03-24T12:00:00Z","duration":60,"url":"/media/Known.mp4"},)"
        R"({"title":"B","start":"2026-03-24T13:00:00Z","duration":60,"url":")" +
        there.toUtf8() +
        R"("},{"title":"C","start":"2026-03-24T14:00:00Z","duration":60,"url":"/no/C.mp4"}]})";
    opened(m_workspace->write(u"media.json"_s, json));
    const QStringList titles = groups();
    QVERIFY2(titles.contains(u"Media that the library has (1)"_s), qPrintable(titles.join(u'|')));
    QVERIFY2(titles.contains(u"Media new to the library (2)"_s), qPrintable(titles.join(u'|')));
    QVERIFY2(titles.contains(u"Media whose file is not there (1)"_s), qPrintable(titles.join(u'|')));
    QCOMPARE(rowOf(u"Media whose file is not there"_s, 0, 1), u"C.mp4"_s);
}

void TestImportDialog::takesALogInTheZoneThatIsChosen()
{
    ImportDialog *dialog = opened(m_workspace->write(
        u"aired.log"_s, "[2026-03-23 13:00:00.000] [INFO] Play 00:30:00.00: \"/m/a.mp4\"\n"));
    choose(u"Europe/Rome"_s); // the channel's is UTC
    dialog->accept();
    QCOMPARE(m_editor->station().plays().size(), 1U);
    QCOMPARE(m_editor->station().plays()[0].range.start, noon());
}

void TestImportDialog::takesALogAsWhatHasAired()
{
    const EventId planned = addEvent(*m_editor, u"a"_s, noon(), 30min);
    ImportDialog *dialog = opened(m_workspace->write(
        u"ffplayout.log"_s, "[2026-03-23 12:00:02.000] [INFO] Play 00:30:00.00: \"/m/a.mp4\"\n"
                            "[2026-03-23 12:30:02.000] [INFO] Play 00:10:00.00: \"/m/b.mp4\"\n"));
    QVERIFY2(dialog->summary().contains(u"ffplayout log with 2 lines"_s), qPrintable(dialog->summary()));
    QVERIFY(dialog->summary().contains(u"1 of them of planned events"_s));
    dialog->accept();
    QCOMPARE(m_editor->station().plays().size(), 2U);
    QCOMPARE(m_editor->station().plays()[0].event, planned);
}

QTEST_MAIN(TestImportDialog)
#include "tst_importdialog.moc"

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "uifixture.h"

#include "ui/dialogs/channeldialog.h"
#include "ui/dialogs/exportdialog.h"
#include "ui/dialogs/importdialog.h"
#include "ui/dialogs/walltimeedit.h"

#include <QDateTimeEdit>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeWidget>

using namespace sf;
using namespace sf::test;

class TestDialogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void importSaysWhatWillHappen();
    void importOfTheSameAgainOffersNothing();
    void importOffersTheLinksOfAFileThatIsNoPlaylist();
    void importNamesAFileThatIsNotThere();
    void importOffersWhatIsWhole();
    void importComparesAnewAfterAnEdit();
    void exportWritesTheFile();
    void exportStaysOpenWhenThePlaceIsNone();
    void channelNamesWhatIsWrong();
    void wallTimesSurviveSummerTime();

private:
    template <class Dialog>
    Dialog *opened(Dialog *dialog)
    {
        dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        m_dialog.reset(dialog);
        dialog->open();
        return dialog;
    }

    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<StationEditor> m_editor;
    std::unique_ptr<QDialog> m_dialog;
};

void TestDialogs::init()
{
    m_workspace = std::make_unique<Workspace>();
    m_editor = std::make_unique<StationEditor>([] { return noon(); });
    openStation(*m_editor, m_workspace->path(u"station.sqlite"_s));
}

void TestDialogs::cleanup()
{
    m_dialog.reset();
    m_editor.reset();
}

void TestDialogs::importSaysWhatWillHappen()
{
    const QString file = m_workspace->write(u"list.m3u"_s, "#EXTM3U\n#EXTINF:60,One\n/m/one.mp4\n"
                                                           "#EXTINF:-1,Two\n/m/two.mp4\n"
                                                           "#EXTINF:60,One\n/m/one.mp4\n"
                                                           "* not an address at all *\n");
    auto *dialog = opened(new ImportDialog(*m_editor, ImportKind::Playlist, file));
    QTRY_VERIFY(dialog->isReady());
    QVERIFY2(dialog->summary().contains(u"3 entries"_s), qPrintable(dialog->summary()));
    QVERIFY(dialog->summary().contains(u"2 assets will be added"_s));
    QVERIFY(dialog->summary().contains(u"1 entry is known already"_s));
    QCOMPARE(dialog->importButton().text(), u"Add 2 assets"_s);
    QVERIFY(dialog->remarks().topLevelItemCount() > 0);
    QVERIFY(dialog->remarks().topLevelItem(0)->child(0)->text(0).startsWith(u"Line 8"_s));
    QCOMPARE(m_editor->station().assets().size(), 0); // nothing before the button
    QSignalSpy imported(dialog, &ImportDialog::imported);
    QTest::mouseClick(&dialog->importButton(), Qt::LeftButton);
    QCOMPARE(imported.size(), 1);
    QCOMPARE(m_editor->station().assets().size(), 2);
    QVERIFY(m_editor->undo());
    QCOMPARE(m_editor->station().assets().size(), 0);
}

void TestDialogs::importOfTheSameAgainOffersNothing()
{
    const QString file = m_workspace->write(u"list.m3u"_s, "#EXTINF:60,One\n/m/one.mp4\n");
    auto *dialog = opened(new ImportDialog(*m_editor, ImportKind::Playlist, file));
    QTRY_VERIFY(dialog->isReady());
    dialog->accept();
    dialog = opened(new ImportDialog(*m_editor, ImportKind::Playlist, file));
    QTRY_VERIFY(dialog->isReady());
    QVERIFY(dialog->summary().contains(u"There is nothing new in it."_s));
    QVERIFY(!dialog->importButton().isEnabled());
}

void TestDialogs::importOffersTheLinksOfAFileThatIsNoPlaylist()
{
    const QString file = m_workspace->write(u"list.m3u"_s, "* see [one](https://example.org/one.mp4)\n"
                                                           "* see [two](https://example.org/two.mp4)\n");
    auto *dialog = opened(new ImportDialog(*m_editor, ImportKind::Playlist, file));
    QTRY_VERIFY(dialog->isReady());
    QPushButton *links = nullptr;
    for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text() == u"Take the 2 links in it"_s)
            links = button;
    }
    QVERIFY2(links, qPrintable(dialog->summary()));
    QTest::mouseClick(links, Qt::LeftButton);
    QTRY_COMPARE(dialog->importButton().text(), u"Add 2 assets"_s);
}

void TestDialogs::importNamesAFileThatIsNotThere()
{
    auto *dialog =
        opened(new ImportDialog(*m_editor, ImportKind::Schedule, m_workspace->path(u"gone.xml"_s)));
    QTRY_VERIFY(dialog->isReady());
    QVERIFY2(dialog->summary().contains(u"gone.xml does not exist"_s), qPrintable(dialog->summary()));
    QVERIFY(!dialog->importButton().isEnabled());
}

void TestDialogs::importOffersWhatIsWhole()
{
    const QByteArray event =
        R"({"title":"E%1","start":"2026-03-24T0%1:00:00Z","end":"2026-03-24T0%1:30:00Z"})";
    QByteArray json = "{\"events\":[";
    for (const char *hour : {"1", "2", "3"})
        json += QByteArray(event).replace("%1", hour) + ',';
    const QString file = m_workspace->write(u"cut.json"_s, json + "{\"title\":\"E4\",\"sta");
    auto *dialog = opened(new ImportDialog(*m_editor, ImportKind::Schedule, file));
    QTRY_VERIFY(dialog->isReady());
    QVERIFY(!dialog->importButton().isEnabled());
    QVERIFY2(dialog->partialButton().isVisible(), qPrintable(dialog->summary()));
    QTest::mouseClick(&dialog->partialButton(), Qt::LeftButton);
    QTRY_COMPARE(dialog->importButton().text(), u"Import 3 events"_s);
    dialog->accept();
    QCOMPARE(m_editor->station().schedule().size(), 3);
}

void TestDialogs::importComparesAnewAfterAnEdit()
{
    const QString file = m_workspace->write(u"list.m3u"_s, "#EXTINF:60,One\n/media/One.mp4\n");
    auto *dialog = opened(new ImportDialog(*m_editor, ImportKind::Playlist, file));
    QTRY_COMPARE(dialog->importButton().text(), u"Add 1 asset"_s);
    addAssets(*m_editor, {makeAsset(m_editor->document()->ids(), u"One"_s, 60s)});
    QTRY_VERIFY(dialog->isReady());
    QVERIFY(!dialog->importButton().isEnabled());
}

void TestDialogs::exportWritesTheFile()
{
    addEvent(*m_editor, u"Alpha"_s, noon(), 30min);
    auto *dialog = opened(new ExportDialog(*m_editor, {noon(), 1h}));
    QTRY_VERIFY(dialog->isReady());
    const QString path = m_workspace->path(u"out.xml"_s);
    dialog->setFormat(u"xml"_s);
    dialog->setPath(path);
    QTRY_VERIFY(dialog->isReady());
    QSignalSpy exported(dialog, &ExportDialog::exported);
    dialog->accept();
    QTRY_COMPARE(exported.size(), 1);
    QVERIFY(QFileInfo(path).size() > 0);
}

void TestDialogs::exportStaysOpenWhenThePlaceIsNone()
{
    addEvent(*m_editor, u"Alpha"_s, noon(), 30min);
    auto *dialog = opened(new ExportDialog(*m_editor, {noon(), 1h}));
    QTRY_VERIFY(dialog->isReady());
    dialog->setPath(m_workspace->path(u"no/such/folder/out.m3u"_s));
    dialog->accept();
    QTRY_VERIFY(dialog->isReady());
    QVERIFY(dialog->isVisible());
    QVERIFY2(dialog->summary().contains(u"could not be written"_s), qPrintable(dialog->summary()));
    QVERIFY(dialog->exportButton().isEnabled());
    // Enter in a field of time tries again, and what went wrong stays to be read.
    auto *from = dialog->findChild<QDateTimeEdit *>();
    QVERIFY(from);
    from->setFocus();
    QTest::keyClick(from, Qt::Key_Return);
    QTRY_VERIFY(dialog->isReady());
    QVERIFY2(dialog->summary().contains(u"could not be written"_s), qPrintable(dialog->summary()));
}

void TestDialogs::channelNamesWhatIsWrong()
{
    auto *dialog = opened(new ChannelDialog(*m_editor));
    dialog->nameField().setText(u"one"_s); // there is a "One"
    dialog->accept();
    QVERIFY(dialog->isVisible());
    QCOMPARE(m_editor->station().channels().size(), 1U);
    dialog->nameField().setText(u"Two"_s);
    dialog->accept();
    QVERIFY(!dialog->isVisible());
    QCOMPARE(m_editor->channel()->name, u"Two"_s);
}

void TestDialogs::wallTimesSurviveSummerTime()
{
    const ChannelClock rome = *ChannelClock::create(u"Europe/Rome"_s, Millis(0));
    WallTimeEdit edit;
    const TimePoint beforeChange = *rome.parse(u"2026-03-29T01:30:00");
    edit.setInstant(rome, beforeChange);
    QCOMPARE(*edit.instant(rome), beforeChange);
    edit.setDateTime(QDateTime(QDate(2026, 3, 29), QTime(2, 30), Qt::UTC)); // the wall skips it
    QCOMPARE(edit.instant(rome).error().code, ErrorCode::TimeDoesNotExist);
}

QTEST_MAIN(TestDialogs)
#include "tst_dialogs.moc"

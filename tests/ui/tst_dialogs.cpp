// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "uifixture.h"

#include "ui/dialogs/channeldialog.h"
#include "ui/dialogs/opensoon.h"
#include "ui/dialogs/walltimeedit.h"

#include <QDateTimeEdit>
#include <QLineEdit>
#include <QPointer>
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
    void channelNamesWhatIsWrong();
    void channelSettingsAreOneEdit();
    void wallTimesSurviveSummerTime();
    void aTypedTimeTakesThePlaceOfAll_data();
    void aTypedTimeTakesThePlaceOfAll();
    void aBigDialogOpensInTurns();
    void aDialogThatIsClosedBeforeStaysAway();
    void anAcceptedDialogGoesInTurns_data();
    void anAcceptedDialogGoesInTurns();

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

void TestDialogs::channelSettingsAreOneEdit()
{
    const Channel before = *m_editor->channel();
    auto *dialog = opened(new ChannelDialog(*m_editor, before));
    QSignalSpy chosen(dialog, &ChannelDialog::horizonChosen);
    dialog->nameField().setText(u"Uno"_s);
    dialog->horizonField().setText(u"soon"_s);
    dialog->accept();
    QVERIFY(dialog->isVisible()); // no length
    dialog->horizonField().setText(u"15m"_s);
    dialog->accept();
    QVERIFY(!dialog->isVisible());
    QCOMPARE(m_editor->channel()->name, u"Uno"_s);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][1].value<Millis>(), Millis(15min));
    QVERIFY(m_editor->undo());
    QCOMPARE(*m_editor->channel(), before);
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

void TestDialogs::aTypedTimeTakesThePlaceOfAll_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QDateTime>("expected");
    const QDateTime noon(QDate(2026, 12, 2), QTime(6, 0), Qt::UTC);
    QTest::newRow("as it is shown") << u"2026-12-02 06:00:00"_s << noon;
    QTest::newRow("digits alone") << u"20261202060000"_s << noon;
    QTest::newRow("the date alone") << u"2026-12-02"_s
                                    << QDateTime(QDate(2026, 12, 2), QTime(8, 9, 10), Qt::UTC);
}

void TestDialogs::aTypedTimeTakesThePlaceOfAll()
{
    QFETCH(QString, typed);
    QFETCH(QDateTime, expected);
    WallTimeEdit edit;
    edit.setDateTime(QDateTime(QDate(2027, 3, 1), QTime(8, 9, 10), Qt::UTC));
    edit.show();
    edit.setFocus();
    QTest::keyClick(&edit, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(&edit, typed);
    QCOMPARE(edit.dateTime(), expected);
    DateEdit day(u"yyyy-MM-dd"_s);
    day.setDate(QDate(2027, 3, 1));
    day.show();
    QTest::keyClick(&day, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(&day, typed.left(typed.contains(u'-') ? 10 : 8));
    QCOMPARE(day.date(), expected.date());
}

void TestDialogs::aBigDialogOpensInTurns()
{
    auto *dialog = new ChannelDialog(*m_editor);
    m_dialog.reset(dialog);
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    openSoon(*dialog);
    QVERIFY(!dialog->isVisible());
    QTRY_VERIFY(dialog->isVisible());
    QCOMPARE(dialog->windowModality(), Qt::WindowModal);
    for (const QWidget *widget : dialog->findChildren<QWidget *>())
        QVERIFY(widget->testAttribute(Qt::WA_WState_Polished) || !widget->isVisible());
}

void TestDialogs::aDialogThatIsClosedBeforeStaysAway()
{
    QPointer<QDialog> dialog = new ChannelDialog(*m_editor);
    QSignalSpy finished(dialog, &QDialog::finished);
    openSoon(*dialog);
    dialog->reject();
    QCOMPARE(finished.size(), 1);
    for (int turn = 0; turn < 20; ++turn) {
        QTest::qWait(5);
        QVERIFY(!dialog || !dialog->isVisible());
    }
    QVERIFY(!dialog); // gone, as any that is closed
}

void TestDialogs::anAcceptedDialogGoesInTurns_data()
{
    QTest::addColumn<bool>("isClosedBefore");
    QTest::newRow("by itself") << false;
    QTest::newRow("closed before") << true;
}

void TestDialogs::anAcceptedDialogGoesInTurns()
{
    QFETCH(bool, isClosedBefore);
    QDialog dialog;
    dialog.open();
    QSignalSpy finished(&dialog, &QDialog::finished);
    acceptSoon(dialog);
    QVERIFY(dialog.isVisible());
    if (isClosedBefore)
        dialog.reject();
    QTRY_VERIFY(!dialog.isVisible());
    QTest::qWait(50);
    QCOMPARE(finished.size(), 1); // once, and as it was closed first
    QCOMPARE(dialog.result(), int(isClosedBefore ? QDialog::Rejected : QDialog::Accepted));
}

QTEST_MAIN(TestDialogs)
#include "tst_dialogs.moc"

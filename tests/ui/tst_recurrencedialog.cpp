// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "uifixture.h"

#include "core/schedule/planobjects.h"
#include "core/time/iso8601.h"
#include "ui/dialogs/walltimeedit.h"
#include "ui/planning/assetfield.h"
#include "ui/planning/daybuttons.h"
#include "ui/planning/fieldform.h"
#include "ui/planning/lengthedit.h"
#include "ui/planning/occurrencedialog.h"
#include "ui/planning/occurrencelist.h"
#include "ui/planning/recurrencedialog.h"
#include "ui/planning/recurrencesdialog.h"
#include "ui/planning/repeatfields.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QCompleter>
#include <QDateEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>
#include <QTreeView>
#include <QTreeWidget>

using namespace sf;
using namespace sf::test;

class TestRecurrenceDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void addsASeriesByHand();
    void patternAndRuleFollowEachOther_data();
    void patternAndRuleFollowEachOther();
    void showsTheChangeOfTheClock();
    void leavesOneOutAndPutsItBack();
    void movesOneAndGivesItAnotherAsset();
    void picksAnAssetByTyping();
    void saysBesideTheFieldWhatIsWrong();
    void keepsWhatItDoesNotShow();
    void previewStopsWhereTheRuleEnds();
    void takesAYearTypedAfterAClick();
    void dropsDifferencesThatFitNoMore();
    void listFollowsTheStation();

private:
    RecurrenceDialog *opened(Recurrence recurrence, bool isNew);
    Recurrence weekly();
    QStringList shownTimes() const;
    QStringList column(int column) const;

    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<StationEditor> m_editor;
    std::unique_ptr<QDialog> m_dialog;
    RecurrenceDialog *m_event = nullptr;
};

namespace {

LocalTime wall(const char *text) { return parseIso8601(QString::fromLatin1(text))->local; }

} // namespace

void TestRecurrenceDialog::init()
{
    m_workspace = std::make_unique<Workspace>();
    m_editor = std::make_unique<StationEditor>([] { return noon(); }); // Monday, 23 March 2026
    openStation(*m_editor, m_workspace->path(u"station.sqlite"_s));
    Channel rome;
    rome.name = u"Rome"_s;
    rome.zone = u"Europe/Rome"_s;
    QVERIFY(m_editor->addChannel(std::move(rome)));
}

void TestRecurrenceDialog::cleanup()
{
    m_dialog.reset();
    m_editor.reset();
}

RecurrenceDialog *TestRecurrenceDialog::opened(Recurrence recurrence, bool isNew)
{
    m_event = new RecurrenceDialog(*m_editor, std::move(recurrence), isNew);
    m_event->setAttribute(Qt::WA_DeleteOnClose, false);
    m_dialog.reset(m_event);
    m_event->show();
    return m_event;
}

Recurrence TestRecurrenceDialog::weekly()
{
    Recurrence recurrence;
    recurrence.id = m_editor->document()->ids().next<RecurrenceId>();
    recurrence.channel = m_editor->channel()->id;
    recurrence.name = u"Opera"_s;
    recurrence.series = u"Opera"_s;
    recurrence.start = wall("2026-03-23T20:00");
    recurrence.rrule = u"FREQ=WEEKLY;BYDAY=MO"_s;
    return recurrence;
}

QStringList TestRecurrenceDialog::column(int column) const
{
    QStringList out;
    const QTreeWidget &list = m_event->times().list();
    for (int row = 0; row < list.topLevelItemCount(); ++row)
        out << list.topLevelItem(row)->text(column);
    return out;
}

QStringList TestRecurrenceDialog::shownTimes() const { return column(0); }

void TestRecurrenceDialog::addsASeriesByHand()
{
    Recurrence fresh = weekly();
    fresh.name.clear();
    fresh.series.clear();
    RecurrenceDialog *dialog = opened(fresh, true);
    dialog->what().setFocus();
    QTest::keyClick(&dialog->what(), Qt::Key_Down);
    QTest::keyClicks(&dialog->series(), u"Opera"_s);
    QTRY_COMPARE(dialog->form().remarkText(u"series"_s),
                 u"No asset of the library is of the series “Opera” yet."_s); // it may come later
    QTest::mouseClick(&dialog->repeat().days().day(2), Qt::LeftButton);       // Wednesday, too
    QTest::mouseClick(&dialog->saveButton(), Qt::LeftButton);
    QVERIFY2(!dialog->isVisible(), qPrintable(dialog->form().wrongText()));
    const auto &all = m_editor->station().recurrences();
    QCOMPARE(all.size(), 1U);
    QCOMPARE(all.front().name, u"Opera"_s); // its series, where it has no name
    QCOMPARE(all.front().series, u"Opera"_s);
    QCOMPARE(all.front().rrule, u"FREQ=WEEKLY;BYDAY=MO,WE"_s);
    QCOMPARE(all.front().start, wall("2026-03-23T20:00"));
    QVERIFY(m_editor->undo());
    QVERIFY(m_editor->station().recurrences().empty());
}

void TestRecurrenceDialog::patternAndRuleFollowEachOther_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<int>("kind");
    QTest::newRow("daily") << "FREQ=DAILY" << 0;
    QTest::newRow("weekdays") << "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR" << 1;
    QTest::newRow("every other week") << "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=5" << 2;
    QTest::newRow("last Friday until a day") << "FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20261231" << 3;
    QTest::newRow("something else") << "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24" << 4;
}

void TestRecurrenceDialog::patternAndRuleFollowEachOther()
{
    QFETCH(QString, rule);
    QFETCH(int, kind);
    RecurrenceDialog *dialog = opened(weekly(), false);
    RepeatFields &repeat = dialog->repeat();
    repeat.rule().selectAll();
    QTest::keyClicks(&repeat.rule(), rule);
    QCOMPARE(repeat.kind().currentIndex(), kind);
    QCOMPARE(repeat.rrule(), rule);
    repeat.kind().setCurrentIndex(0); // and back: what is chosen writes the rule
    repeat.ends().setCurrentIndex(0);
    repeat.interval().setValue(3);
    QCOMPARE(repeat.rrule(), u"FREQ=DAILY;INTERVAL=3"_s);
    repeat.kind().setCurrentIndex(3);
    repeat.interval().setValue(1);
    repeat.nth().setCurrentIndex(0);
    repeat.weekday().setCurrentIndex(1);
    repeat.ends().setCurrentIndex(1);
    repeat.count().setValue(4);
    QCOMPARE(repeat.rrule(), u"FREQ=MONTHLY;BYDAY=1TU;COUNT=4"_s);
}

void TestRecurrenceDialog::showsTheChangeOfTheClock()
{
    RecurrenceDialog *dialog = opened(weekly(), false);
    QTRY_VERIFY(dialog->times().isReady());
    const QStringList days = shownTimes();
    QCOMPARE(days.at(0), u"Mon 2026-03-23"_s);
    QCOMPARE(days.at(1), u"The clock changes here: +01:00 becomes +02:00"_s); // on Sunday, 29 March
    QCOMPARE(days.at(2), u"Mon 2026-03-30"_s);
    QCOMPARE(column(1).at(2), u"20:00"_s); // the wall's time stays
    QCOMPARE(column(2).at(0), u"+01:00"_s);
    QCOMPARE(column(2).at(2), u"+02:00"_s);
    dialog->times().from().setDate(QDate(2026, 4, 1));
    QTRY_VERIFY(dialog->times().isReady());
    const QStringList later = shownTimes();
    QCOMPARE(later.at(12), u"…"_s); // 12 of them, then those around the change in October
    QVERIFY(later.contains(u"The clock changes here: +02:00 becomes +01:00"_s));
    QCOMPARE(later.last(), u"Mon 2026-11-02"_s);
}

void TestRecurrenceDialog::leavesOneOutAndPutsItBack()
{
    RecurrenceDialog *dialog = opened(weekly(), false);
    OccurrenceList &times = dialog->times();
    QTRY_VERIFY(times.isReady());
    times.list().setCurrentItem(times.list().topLevelItem(2));
    QTest::mouseClick(&times.leaveOutButton(), Qt::LeftButton);
    QTRY_VERIFY(times.isReady());
    const std::vector<LocalTime> expected{wall("2026-03-30T20:00")};
    QCOMPARE(times.exceptions(), expected);
    QCOMPARE(column(3).at(2), u"left out"_s);
    QCOMPARE(times.list().currentItem(), times.list().topLevelItem(2)); // and can be put back
    QTest::mouseClick(&dialog->saveButton(), Qt::LeftButton);
    QCOMPARE(m_editor->station().recurrences().size(), 0U); // it was opened as known, and is not
    QVERIFY(dialog->form().wrongText().contains(u"changed elsewhere"_s));
    QTest::mouseClick(&times.leaveOutButton(), Qt::LeftButton);
    QTRY_VERIFY(times.isReady());
    QVERIFY(times.exceptions().empty());
}

void TestRecurrenceDialog::movesOneAndGivesItAnotherAsset()
{
    const Asset film = makeAsset(m_editor->document()->ids(), u"Film"_s, 60s);
    addAssets(*m_editor, {film});
    RecurrenceDialog *dialog = opened(weekly(), true);
    OccurrenceList &times = dialog->times();
    QTRY_VERIFY(times.isReady());
    times.list().setCurrentItem(times.list().topLevelItem(2));
    QTest::keyClick(&times.list(), Qt::Key_Return); // and not the button that saves
    QVERIFY(dialog->isVisible());
    auto *one = times.findChild<OccurrenceDialog *>();
    QVERIFY(one);
    one->time().setWall(wall("2026-03-29T02:30")); // the wall skips it
    one->accept();
    QVERIFY(one->isVisible());
    one->time().setWall(wall("2026-03-31T21:00"));
    one->asset().setAsset(film.id);
    one->accept();
    QTRY_VERIFY(times.isReady());
    const std::vector<OccurrenceChange> expected{
        {wall("2026-03-30T20:00"), wall("2026-03-31T21:00"), film.id}};
    QVERIFY(times.changes() == expected);
    QCOMPARE(column(0).at(2), u"Tue 2026-03-31"_s);
    QCOMPARE(column(3).at(2), u"moved from 2026-03-30 20:00; with “Film”"_s);
    QTest::mouseClick(&dialog->saveButton(), Qt::LeftButton);
    QVERIFY(m_editor->station().recurrences().front().changes == expected);
    times.list().setCurrentItem(times.list().topLevelItem(2));
    QTest::mouseClick(&times.restoreButton(), Qt::LeftButton);
    QVERIFY(times.changes().empty());
}

void TestRecurrenceDialog::picksAnAssetByTyping()
{
    std::vector<Asset> assets{makeAsset(m_editor->document()->ids(), u"The news"_s, 60s),
                              makeAsset(m_editor->document()->ids(), u"News at ten"_s, 60s),
                              makeAsset(m_editor->document()->ids(), u"Film"_s, 60s)};
    addAssets(*m_editor, assets);
    AssetField field(*m_editor, QString());
    field.show();
    field.setFocus();
    QTest::keyClicks(&field, u"news"_s);
    QVERIFY(field.isOpen());
    const QAbstractItemModel &found = *field.completer()->model();
    QTRY_COMPARE(found.rowCount(), 2);
    QVERIFY(found.index(0, 0).data().toString().startsWith(u"News at ten"_s));
    Q_EMIT field.completer()->activated(found.index(1, 0));
    QTRY_COMPARE(field.asset(), assets[0].id);
    QCOMPARE(field.text(), u"The news"_s);
    field.clear();
    QTest::keyClicks(&field, u"film"_s); // only one is called that: there is nothing to pick
    QTRY_COMPARE(field.asset(), assets[2].id);
}

void TestRecurrenceDialog::saysBesideTheFieldWhatIsWrong()
{
    Recurrence fresh = weekly();
    fresh.series.clear();
    RecurrenceDialog *dialog = opened(fresh, true);
    QTest::mouseClick(&dialog->saveButton(), Qt::LeftButton);
    QCOMPARE(dialog->form().wrongText(), u"Pick an asset of the library."_s);
    QCOMPARE(dialog->form().wrongField(), &dialog->asset());
    dialog->what().setCurrentIndex(1);
    QVERIFY(dialog->form().wrongText().isEmpty());
    QTest::mouseClick(&dialog->saveButton(), Qt::LeftButton);
    QCOMPARE(dialog->form().wrongText(), u"Give the name of a series."_s);
    QTest::keyClicks(&dialog->series(), u"Opera"_s);
    QTest::keyClicks(&dialog->length(), u"long"_s);
    QTest::mouseClick(&dialog->saveButton(), Qt::LeftButton);
    QCOMPARE(dialog->form().wrongField(), &dialog->length());
    dialog->length().clear();
    dialog->repeat().rule().selectAll();
    QTest::keyClicks(&dialog->repeat().rule(), u"now and then"_s);
    QTest::mouseClick(&dialog->saveButton(), Qt::LeftButton);
    QCOMPARE(dialog->form().wrongField(), &dialog->repeat().rule());
    QVERIFY(m_editor->station().recurrences().empty());
    QVERIFY(dialog->isVisible());
}

void TestRecurrenceDialog::keepsWhatItDoesNotShow()
{
    Recurrence odd = weekly();
    odd.rrule = u"FREQ=MONTHLY;BYMONTHDAY=13;UNTIL=20271231T235959Z"_s;
    odd.start = wall("2026-03-13T20:00:00.040");
    odd.duration = 90min;
    odd.exceptions = {wall("2030-03-13T20:00")};
    odd.changes = {{wall("2031-03-13T20:00"), wall("2031-03-14T20:00"), {}}};
    odd.isRerun = true;
    odd.isLocked = true;
    StationEdit add = makeEdit(m_editor->stamp(), u"Add"_s);
    add.recurrences.after = {odd};
    QVERIFY(m_editor->apply(std::move(add)));
    RecurrenceDialog *dialog = opened(odd, false);
    QTest::mouseClick(&dialog->saveButton(), Qt::LeftButton);
    QVERIFY(!dialog->isVisible());
    QVERIFY(m_editor->station().recurrences().front() == odd);
}

void TestRecurrenceDialog::previewStopsWhereTheRuleEnds()
{
    Recurrence twice = weekly();
    twice.rrule = u"FREQ=DAILY;COUNT=2"_s;
    RecurrenceDialog *dialog = opened(twice, false);
    QTRY_VERIFY(dialog->times().isReady());
    QCOMPARE(shownTimes(), (QStringList{u"Mon 2026-03-23"_s, u"Tue 2026-03-24"_s}));
    dialog->times().from().setDate(QDate(2027, 1, 1));
    QTRY_VERIFY(dialog->times().isReady());
    QVERIFY(shownTimes().isEmpty());
    dialog->repeat().rule().setText(u"FREQ=SECONDLY"_s); // refused by core
    QTRY_VERIFY(dialog->times().isReady());
    QVERIFY(shownTimes().isEmpty());
}

void TestRecurrenceDialog::takesAYearTypedAfterAClick()
{
    RecurrenceDialog *dialog = opened(weekly(), false);
    for (QDateTimeEdit *edit : {static_cast<QDateTimeEdit *>(&dialog->times().from()),
                                static_cast<QDateTimeEdit *>(&dialog->start())}) {
        auto *line = edit->findChild<QLineEdit *>();
        QVERIFY(line);
        const int digit = line->fontMetrics().horizontalAdvance(u'0');
        QTest::mouseClick(line, Qt::LeftButton, {}, QPoint(4 * digit, line->height() / 2)); // behind the year
        QTest::keyClicks(line, u"2028"_s);
        QCOMPARE(edit->date().year(), 2028);
    }
}

void TestRecurrenceDialog::dropsDifferencesThatFitNoMore()
{
    Recurrence known = weekly();
    known.exceptions = {wall("2026-03-30T20:00"), wall("2026-04-01T20:00")};
    known.changes = {{wall("2026-04-06T20:00"), wall("2026-04-06T21:00"), {}},
                     {wall("2026-04-08T20:00"), wall("2026-04-08T21:00"), {}}};
    OccurrenceList &times = opened(known, false)->times();
    QTRY_VERIFY(times.isReady());
    QCOMPARE(times.note(),
             u"2 left out, 2 changed. 2 of them are for times that the rule does not give, such as "
             u"2026-04-01 20:00."_s);
    QVERIFY(times.forgetButton().isVisible());
    QTest::mouseClick(&times.forgetButton(), Qt::LeftButton);
    QCOMPARE(times.exceptions(), std::vector{known.exceptions.front()});
    QCOMPARE(times.changes(), std::vector{known.changes.front()});
    QTRY_VERIFY(times.isReady());
    QVERIFY(!times.forgetButton().isVisible());
    m_event->repeat().rule().setText(u"FREQ=WEEKLY;BYDAY=WE"_s); // and none of the rest fits now
    QTRY_VERIFY(times.forgetButton().isVisible());
    QCOMPARE(times.forgetButton().text(), u"&Drop the 2 that fit no more"_s);
}

void TestRecurrenceDialog::listFollowsTheStation()
{
    auto *list = new RecurrencesDialog(*m_editor);
    list->setAttribute(Qt::WA_DeleteOnClose, false);
    m_dialog.reset(list);
    const QAbstractItemModelTester tester(&list->model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    list->show();
    QCOMPARE(list->model().rowCount(), 0);
    StationEdit add = makeEdit(m_editor->stamp(), u"Add"_s);
    Recurrence known = weekly();
    known.rrule = u"FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;COUNT=6"_s;
    add.recurrences.after = {known};
    QVERIFY(m_editor->apply(std::move(add)));
    QTRY_VERIFY(list->isReady());
    QCOMPARE(list->model().rows().front().cells,
             (QStringList{u"Opera"_s, u"the next episode of Opera"_s, u"every 2 weeks on Mon, 6 times"_s,
                          u"2026-03-23 20:00"_s, QString()}));
    known.exceptions = {wall("2026-03-23T20:00")};
    QVERIFY(m_editor->apply(setObjects(m_editor->station(), std::vector{known}, m_editor->stamp())));
    QTRY_COMPARE(list->model().rows().front().cells.value(3), u"2026-04-06 20:00"_s);
    QCOMPARE(list->model().rows().front().cells.value(4), u"1"_s);
    known.rrule = u"FREQ=DAILY;UNTIL=20260322"_s;
    known.start = wall("2026-03-20T20:00");
    QVERIFY(m_editor->apply(setObjects(m_editor->station(), std::vector{known}, m_editor->stamp())));
    QTRY_COMPARE(list->model().rows().front().cells.value(3), u"never again"_s);
    QTest::mouseClick(&list->addButton(), Qt::LeftButton);
    auto *dialog = list->findChild<RecurrenceDialog *>();
    QVERIFY(dialog);
    QCOMPARE(dialog->start().wall(), wall("2026-03-24T20:00"));
    QTest::keyClick(dialog, Qt::Key_Escape); // nothing was written
    QTRY_VERIFY(!list->findChild<RecurrenceDialog *>());
    QTest::mouseClick(&list->duplicateButton(), Qt::LeftButton);
    QCOMPARE(list->model().rowCount(), 2);
    QTest::mouseClick(&list->removeButton(), Qt::LeftButton);
    QCOMPARE(list->model().rowCount(), 1);
    QCOMPARE(list->model().rows().front().cells.front(), u"Opera"_s);
}

QTEST_MAIN(TestRecurrenceDialog)
#include "tst_recurrencedialog.moc"

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "filldialogfixture.h"

#include "core/schedule/planobjects.h"
#include "ui/panels/sharechart.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTreeWidget>

using namespace sf;
using namespace sf::test;

class TestFillDialog : public QObject, FillDialogFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { openFresh(); }
    void cleanup() { close(); }
    void showsTheDifferenceAndAppliesOneEdit();
    void saysThatTheLibraryIsEmpty();
    void lightsSayWhatIsShort_data();
    void lightsSayWhatIsShort();
    void namesTheDaypartThatIsShort();
    void aPreferredShareIsAWish();
    void namesTheTemplatesInForce();
    void anotherTemplateForOneFill();
    void anotherMixMovesWhatWasFilled();
    void quotasAreShownAgainstThePlan();
    void aGapKeepsItsMilliseconds();
    void refusesATimeThatEndsBeforeItStarts();
    void aTimeByHandIsNoPreset();
    void reasonsAreWrapped();
    void lengthsAreRoundedAlike();
    void waitsForTheAnswerAboutWhatIsAboutToPlay();
};

void TestFillDialog::showsTheDifferenceAndAppliesOneEdit()
{
    addFilms(30);
    FillDialog &dialog = open({{noon(), 24h}, std::nullopt, {}});
    const QAbstractItemModelTester tester(&dialog.result().difference());
    QTRY_VERIFY(dialog.isReady());
    QVERIFY2(dialog.summary().contains(u"Places 24 events, 24 h: 24 added, 0 moved, 0 removed."_s),
             qPrintable(dialog.summary()));
    PlanLinesModel &lines = dialog.result().difference();
    QCOMPARE(lines.rowCount(), 24);
    QCOMPARE(countOf(lines, PlanLineKind::Added), 24);
    QCOMPARE(lines.index(0, static_cast<int>(PlanColumn::What)).data().toString(), u"Added"_s);
    QCOMPARE(lines.index(1, static_cast<int>(PlanColumn::Start)).data().toString(), u"2026-03-23 13:00:00"_s);
    QCOMPARE(lines.index(1, static_cast<int>(PlanColumn::Length)).data().toString(), u"1 h"_s);
    QCOMPARE(dialog.result().tabs().tabText(0), u"Changes (24)"_s);
    QCOMPARE(dialog.fillButton().text(), u"Fill 24 h"_s);
    QCOMPARE(editor->station().schedule().size(), 0); // nothing before the button
    QSignalSpy filled(&dialog, &FillDialog::filled);
    QTest::mouseClick(&dialog.fillButton(), Qt::LeftButton);
    QCOMPARE(filled.size(), 1);
    QCOMPARE(editor->station().schedule().size(), 24);
    QVERIFY(editor->undo());
    QCOMPARE(editor->station().schedule().size(), 0);
}

void TestFillDialog::saysThatTheLibraryIsEmpty()
{
    FillDialog &dialog = open({{noon(), 1h}, std::nullopt, {}});
    const QAbstractItemModelTester tester(&dialog.result().open());
    QTRY_VERIFY(dialog.isReady());
    QVERIFY(!dialog.fillButton().isEnabled());
    const PlanLinesModel &open = dialog.result().open();
    QCOMPARE(open.rowCount(), 1);
    QCOMPARE(open.lineAt(0).range, (TimeRange{noon(), 1h}));
    QVERIFY2(open.lineAt(0).text.contains(u"The library is empty"_s), qPrintable(open.lineAt(0).text));
}

void TestFillDialog::lightsSayWhatIsShort_data()
{
    QTest::addColumn<int>("films");
    QTest::addColumn<QString>("light");
    QTest::newRow("plenty") << 60 << u"Green: the library can fill the 24 h that are free."_s;
    QTest::newRow("just enough") << 24 << u"Amber: the library can just fill it"_s;
    QTest::newRow("too few")
        << 14 << u"Red: the library can give at most 14 h of the 24 h that are free; 10 h are short."_s;
}

void TestFillDialog::lightsSayWhatIsShort()
{
    QFETCH(int, films);
    QFETCH(QString, light);
    addFilms(films);
    FillDialog &dialog = open({{noon(), 24h}, std::nullopt, {}});
    QTRY_VERIFY(dialog.isReady());
    QVERIFY2(dialog.result().lightText().startsWith(light), qPrintable(dialog.result().lightText()));
}

void TestFillDialog::namesTheDaypartThatIsShort()
{
    addFilms(40, u"Film"_s);
    addFilms(2, u"Kids"_s);
    addTemplate(u"Kids"_s, u"Kids"_s, 6h, 10h);
    FillDialog &dialog = open({{noon(), 24h}, std::nullopt, {}});
    QTRY_VERIFY(dialog.isReady());
    const QString light = dialog.result().lightText();
    QVERIFY2(light.startsWith(u"Red: the library is too small for Kids, daily 06:00 to 10:00 (2 h short)."_s),
             qPrintable(light));
    const auto rows = dialog.result().parts().findItems(u"Kids"_s, Qt::MatchExactly, 0);
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first()->text(1), u"Red"_s);
    QCOMPARE(rows.first()->text(2), u"4 h"_s);
    QCOMPARE(rows.first()->text(4), u"2 h"_s);
}

void TestFillDialog::aPreferredShareIsAWish()
{
    addFilms(40, u"Film"_s);
    addFilms(2, u"Cartoon"_s);
    addRule(Quota{std::nullopt, 0.25}, u"Cartoon"_s);
    FillDialog &dialog = open({{noon(), 24h}, std::nullopt, {}});
    QTRY_VERIFY(dialog.isReady());
    QCOMPARE(dialog.result().lightText(),
             u"Amber: the library can fill it, but has too little for what is only preferred: share of "
             u"Cartoon (4 h short)."_s);
}

void TestFillDialog::namesTheTemplatesInForce()
{
    addFilms(40, u"Film"_s);
    FillDialog &dialog = open({{noon(), 24h}, std::nullopt, {}});
    QTRY_VERIFY(dialog.isReady());
    QVERIFY(dialog.form().templatesText().startsWith(u"No week template"_s));
    current.reset();
    addTemplate(u"Prime"_s, u"Film"_s, 18h, 23h);
    FillDialog &other = open({{noon(), 24h}, std::nullopt, {}});
    QTRY_VERIFY(other.isReady());
    QCOMPARE(other.form().templatesText(), u"“Spring” on 2 days from Mon 23 Mar to Tue 24 Mar: Prime"_s);
}

/// One that the calendar keeps for another season.
void TestFillDialog::anotherTemplateForOneFill()
{
    addFilms(40, u"Film"_s);
    addFilms(40, u"Kids"_s);
    addTemplate(u"Holidays"_s, u"Kids"_s, 0h, 24h);
    WeekTemplate week = editor->station().templates().front();
    week.validFrom = QDate(2026, 7, 1);
    QVERIFY(editor->apply(*setObjects(editor->station(), std::vector{week}, editor->stamp())));
    FillDialog &dialog = open({{noon(), 24h}, std::nullopt, {}});
    QComboBox &weeks = dialog.form().weekBox();
    QCOMPARE(weeks.count(), 2);
    QCOMPARE(weeks.currentText(), u"By the calendar"_s);
    QTRY_VERIFY(dialog.isReady());
    QVERIFY(dialog.form().templatesText().startsWith(u"No week template"_s));
    weeks.setFocus();
    QTest::keyClick(&weeks, Qt::Key_Down);
    QCOMPARE(weeks.currentText(), u"Spring"_s);
    QTRY_VERIFY(dialog.isReady());
    QTRY_COMPARE(dialog.form().templatesText(),
                 u"“Spring” on 2 days from Mon 23 Mar to Tue 24 Mar: Holidays"_s);
    dialog.accept();
    QTRY_VERIFY(!dialog.isVisible());
    QCOMPARE(editor->station().schedule().size(), 24);
    editor->station().schedule().forEach(editor->plan(), [&](const ScheduledEvent &event) {
        QCOMPARE(editor->station().assets().find(event.asset)->category, u"Kids"_s);
    });
}

void TestFillDialog::anotherMixMovesWhatWasFilled()
{
    addFilms(24);
    fill({noon(), 24h});
    FillDialog &dialog = open({{noon(), 24h}, std::nullopt, {}});
    QTRY_VERIFY(dialog.isReady());
    QVERIFY(!dialog.fillButton().isEnabled()); // all is full
    QTest::mouseClick(&dialog.form().replaceBox(), Qt::LeftButton, {},
                      QPoint(8, dialog.form().replaceBox().height() / 2));
    QTRY_VERIFY(dialog.isReady());
    QVERIFY2(!dialog.fillButton().isEnabled(), "the same mix gives the same plan");
    QCOMPARE(dialog.summary(), u"Nothing would change. The same mix gives the same plan: try another mix."_s);
    QSpinBox &mix = dialog.form().seedField();
    mix.setFocus();
    mix.selectAll();
    QTest::keyClicks(&mix, u"7"_s);
    QTRY_VERIFY(dialog.isReady() && dialog.fillButton().isEnabled());
    const PlanLinesModel &lines = dialog.result().difference();
    const int added = countOf(lines, PlanLineKind::Added);
    const int removed = countOf(lines, PlanLineKind::Removed);
    const int moved = countOf(lines, PlanLineKind::Moved) + countOf(lines, PlanLineKind::Changed);
    QVERIFY(added + moved > 0);
    QVERIFY2(
        dialog.summary().contains(u"%1 added, %2 moved, %3 removed"_s.arg(added).arg(moved).arg(removed)),
        qPrintable(dialog.summary()));
}

void TestFillDialog::quotasAreShownAgainstThePlan()
{
    addFilms(40, u"Film"_s);
    addFilms(40, u"Kids"_s);
    addRule(Quota{{}, 0.25}, u"Kids"_s);
    FillDialog &dialog = open({{noon(), 24h}, std::nullopt, {}});
    QTRY_VERIFY(dialog.isReady());
    const auto &rows = dialog.result().shares().rows();
    QCOMPARE(rows.size(), 1U);
    QCOMPARE(rows[0].name, u"Kids"_s);
    QCOMPARE(rows[0].wanted, std::optional(0.25));
    QVERIFY(std::abs(rows[0].planned - 0.25) < 0.05);
    QVERIFY(dialog.result().shares().accessibleDescription().contains(u"25 % wanted"_s));
}

void TestFillDialog::aGapKeepsItsMilliseconds()
{
    addFilms(3);
    const TimeRange gap{noon() + 480ms, 1h};
    FillDialog &dialog = open({gap, std::nullopt, {}});
    QTRY_VERIFY(dialog.isReady());
    QCOMPARE(dialog.form().order()->request.fill.range, gap);
    auto *from = dialog.form().findChild<QDateTimeEdit *>();
    from->setDateTime(from->dateTime().addSecs(60));
    QCOMPARE(dialog.form().order()->request.fill.range.start, noon() + 60s); // what is typed counts as typed
}

void TestFillDialog::refusesATimeThatEndsBeforeItStarts()
{
    addFilms(3);
    FillDialog &dialog = open({{noon(), 1h}, std::nullopt, {}});
    QTRY_VERIFY(dialog.isReady());
    QVERIFY(dialog.fillButton().isEnabled());
    auto *from = dialog.form().findChild<QDateTimeEdit *>();
    from->setDateTime(from->dateTime().addDays(2));
    QTRY_VERIFY(dialog.isReady());
    QCOMPARE(dialog.summary(),
             u"The end must lie after the start: set “To” to a time after 2026-03-25 12:00:00."_s);
    QVERIFY(!dialog.fillButton().isEnabled());
    QCOMPARE(dialog.fillButton().text(), u"Fill"_s); // nothing is told of the time before
    QVERIFY(dialog.result().lightText().isEmpty());
    QCOMPARE(dialog.result().parts().topLevelItemCount(), 0);
    QVERIFY(dialog.form().templatesText().isEmpty());
}

void TestFillDialog::aTimeByHandIsNoPreset()
{
    FillDialog &dialog = open({{noon(), 1h}, std::nullopt, {}});
    QComboBox &when = dialog.form().whenBox();
    when.setFocus();
    QTest::keyClick(&when, Qt::Key_End); // the next 28 days
    QCOMPARE(when.currentIndex(), 4);
    auto *to = dialog.form().findChildren<QDateTimeEdit *>().at(1);
    to->setDateTime(to->dateTime().addSecs(-3600));
    QCOMPARE(when.currentIndex(), 0);
    QCOMPARE(when.currentText(), u"From … to …"_s);
}

void TestFillDialog::reasonsAreWrapped()
{
    FillDialog &dialog = open({{noon(), 1h}, std::nullopt, {}});
    QTRY_VERIFY(dialog.isReady());
    QTRY_COMPARE(dialog.result().tabs().count(), 4);
    const auto *open = qobject_cast<QTableView *>(dialog.result().tabs().widget(1));
    QVERIFY(open && open->wordWrap());
    QVERIFY(open->rowHeight(0) >= 2 * open->fontMetrics().lineSpacing());
}

void TestFillDialog::lengthsAreRoundedAlike()
{
    addAssets(*editor, {makeAsset(editor->document()->ids(), u"Long"_s, 2h - 20s)});
    FillDialog &dialog = open({{noon(), 2h}, std::nullopt, {}});
    QTRY_VERIFY(dialog.isReady());
    QVERIFY2(dialog.summary().startsWith(u"Places 1 event, 2 h: "_s), qPrintable(dialog.summary()));
    QCOMPARE(dialog.fillButton().text(), u"Fill 2 h"_s);
}

void TestFillDialog::waitsForTheAnswerAboutWhatIsAboutToPlay()
{
    addFilms(30);
    editor->onAir().setHorizon(editor->channel()->id, 30min);
    QSignalSpy asked(editor.get(), &StationEditor::onAirAsked);
    FillDialog &dialog = open({{noon(), 24h}, std::nullopt, {}});
    QSignalSpy filled(&dialog, &FillDialog::filled);
    QTRY_VERIFY(dialog.isReady());
    QTest::mouseClick(&dialog.fillButton(), Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
    QVERIFY(dialog.isVisible());
    QVERIFY(!dialog.fillButton().isEnabled());
    editor->answer(false);
    QTRY_VERIFY(dialog.isReady() && dialog.fillButton().isEnabled());
    QVERIFY(dialog.isVisible());
    QCOMPARE(editor->station().schedule().size(), 0);
    QTest::mouseClick(&dialog.fillButton(), Qt::LeftButton);
    QCOMPARE(asked.size(), 2);
    editor->answer(true);
    QCOMPARE(filled.size(), 1);
    QTRY_VERIFY(!dialog.isVisible());
    QCOMPARE(editor->station().schedule().size(), 24);
}

QTEST_MAIN(TestFillDialog)
#include "tst_filldialog.moc"

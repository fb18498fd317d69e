// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "weekfixture.h"

#include "ui/planning/daybuttons.h"
#include "ui/planning/daypartform.h"
#include "ui/planning/fieldform.h"
#include "ui/planning/lengthedit.h"
#include "ui/planning/namesedit.h"
#include "ui/planning/ruledialog.h"
#include "ui/planning/rulefields.h"
#include "ui/planning/templatesdialog.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QToolButton>
#include <QTreeView>

using namespace sf;
using namespace sf::test;

class TestTemplateDialog : public QObject, protected WeekBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { start(); }
    void cleanup() { stop(); }
    void namesAnOverlap();
    void fieldsChangeTheBlock();
    void aFieldThatIsWrongStopsSaving();
    void picksCategoriesFromAMenu();
    void remarksOnACategoryThatNoAssetHas();
    void aCommaPartsNames();
    void detachesADay();
    void savesOneEdit();
    void aSingleDayShowsThatDay();
    void seasonsAreChecked();
    void escapeAsksWhereSomethingChanged();
    void keepsWhatItDoesNotShow();
    void listSaysWhichCountsToday();
    void makesARuleForABlock();
};

void TestTemplateDialog::namesAnOverlap()
{
    WeekTemplate week = fresh();
    week.dayparts = {madeDaypart(u"Kids"_s, monday, 8h, 10h), madeDaypart(u"News"_s, monday, 10h, 11h)};
    opened(week);
    QVERIFY(m_week->overlaps().isEmpty());
    drag(at(0, 10h + 30min), at(0, 9h + 45min));
    QCOMPARE(m_week->overlaps(),
             u"“Kids” and “News” overlap on Monday from 09:15 to 10:00: what starts later counts there."_s);
    QTest::mouseClick(grid().viewport(), Qt::LeftButton, {}, at(0, 9h + 30min));
    QCOMPARE(grid().scene().selected, std::optional<std::size_t>(1)); // the one that counts there
}

void TestTemplateDialog::fieldsChangeTheBlock()
{
    WeekTemplate week = fresh();
    week.dayparts = {madeDaypart(u"A"_s, monday, 8h, 10h)};
    opened(week);
    grid().setFocus(Qt::TabFocusReason);
    DaypartForm &fields = m_week->inspector();
    fields.until().selectAll();
    QTest::keyClicks(&fields.until(), u"02:00"_s); // over midnight, as people write it
    QCOMPARE(shown(), u"1 480 1560"_s);
    QCOMPARE(fields.until().text(), u"02:00"_s); // nobody writes over what is being typed
    QTest::mouseClick(&fields.days().day(2), Qt::LeftButton);
    QCOMPARE(dayparts().front().dayMask, monday | wednesday);
    fields.categories().field().setText(u"Kids; Cartoons ;kids"_s);
    QCOMPARE(dayparts().front().filter.categories, (QStringList{u"Kids"_s, u"Cartoons"_s}));
    fields.start().setCurrentIndex(1);
    QVERIFY(!dayparts().front().isHardStart);
    QTest::keyClicks(&fields.tolerance(), u"5min"_s);
    QCOMPARE(dayparts().front().startTolerance, Millis(5min));
    fields.fallback().field().setText(u"Film; Music"_s);
    QCOMPARE(dayparts().front().fallbackCategories, (QStringList{u"Film"_s, u"Music"_s}));
}

void TestTemplateDialog::aFieldThatIsWrongStopsSaving()
{
    WeekTemplate week = fresh();
    week.dayparts = {madeDaypart(u"A"_s, monday, 8h, 10h)};
    opened(week, true);
    grid().setFocus(Qt::TabFocusReason);
    DaypartForm &fields = m_week->inspector();
    fields.from().setFocus();
    fields.from().selectAll();
    QTest::keyClicks(&fields.from(), u"soon"_s);
    QCOMPARE(fields.form().wrongField(), &fields.from());
    QVERIFY(fields.from().hasFocus());
    QCOMPARE(shown(), u"1 480 600"_s);
    QTest::mouseClick(&m_week->saveButton(), Qt::LeftButton);
    QVERIFY(m_week->isVisible());
    QVERIFY(!m_week->form().wrongText().isEmpty());
    QVERIFY(m_editor->station().templates().empty());
    fields.from().selectAll();
    QTest::keyClicks(&fields.from(), u"07:00"_s);
    QVERIFY(fields.form().wrongText().isEmpty());
    QTest::mouseClick(&fields.days().day(0), Qt::LeftButton); // its only day
    QCOMPARE(fields.form().wrongField(), &fields.days());
}

void TestTemplateDialog::picksCategoriesFromAMenu()
{
    Asset asset = makeAsset(m_editor->document()->ids(), u"A"_s, 60s);
    asset.category = u"Kids"_s;
    addAssets(*m_editor, {asset});
    WeekTemplate week = fresh();
    week.dayparts = {madeDaypart(u"A"_s, monday, 8h, 10h)};
    opened(week);
    grid().setFocus(Qt::TabFocusReason);
    NamesEdit &names = m_week->inspector().categories();
    const auto offered = [&names] {
        Q_EMIT names.menu().aboutToShow();
        return names.menu().actions();
    };
    QTRY_COMPARE(offered().front()->text(), u"Kids"_s);
    offered().front()->trigger();
    QCOMPARE(dayparts().front().filter.categories, QStringList{u"Kids"_s});
    QVERIFY(offered().front()->isChecked());
    offered().front()->trigger();
    QVERIFY(dayparts().front().filter.categories.isEmpty());
}

void TestTemplateDialog::remarksOnACategoryThatNoAssetHas()
{
    Asset asset = makeAsset(m_editor->document()->ids(), u"A"_s, 60s);
    asset.category = u"Kids"_s;
    addAssets(*m_editor, {asset});
    WeekTemplate week = fresh();
    week.dayparts = {madeDaypart(u"A"_s, monday, 8h, 10h)};
    week.dayparts.front().filter.categories = {u"kids"_s, u"Kinds"_s};
    opened(week, true);
    grid().setFocus(Qt::TabFocusReason);
    DaypartForm &fields = m_week->inspector();
    const auto remark = [&fields] { return fields.form().remarkText(u"categories"_s); };
    QTRY_COMPARE(remark(), u"No asset of the library has the category “Kinds” yet."_s);
    QVERIFY(!fields.isWrong());
    fields.categories().setNames({u"Kids"_s});
    QVERIFY(remark().isEmpty());
    fields.fallback().setNames({u"Film"_s});
    QVERIFY(!fields.form().remarkText(u"fallback"_s).isEmpty());
    QTest::mouseClick(&m_week->saveButton(), Qt::LeftButton);
    QVERIFY2(!m_week->isVisible(), qPrintable(m_week->form().wrongText()));
}

void TestTemplateDialog::aCommaPartsNames()
{
    Asset asset = makeAsset(m_editor->document()->ids(), u"A"_s, 60s);
    asset.category = u"Rock, Pop"_s;
    addAssets(*m_editor, {asset});
    WeekTemplate week = fresh();
    week.dayparts = {madeDaypart(u"A"_s, monday, 8h, 10h)};
    opened(week);
    grid().setFocus(Qt::TabFocusReason);
    NamesEdit &names = m_week->inspector().categories();
    names.field().setText(u"Film noir, Mystery; Jazz"_s);
    QCOMPARE(dayparts().front().filter.categories, (QStringList{u"Film noir"_s, u"Mystery"_s, u"Jazz"_s}));
    const auto remark = [this] { return m_week->inspector().form().remarkText(u"categories"_s); };
    QTRY_VERIFY2(remark().contains(u"“Mystery”"_s), qPrintable(remark()));
    names.field().setText(u"Jazz, rock, pop, Film"_s); // one of them is a name with a comma
    QCOMPARE(dayparts().front().filter.categories, (QStringList{u"Jazz"_s, u"rock, pop"_s, u"Film"_s}));
    names.setNames({u"One, two"_s}); // as it was kept
    QCOMPARE(names.names(), QStringList{u"One, two"_s});
}

void TestTemplateDialog::detachesADay()
{
    WeekTemplate week = fresh();
    week.dayparts = {madeDaypart(u"A"_s, monday | tuesday, 8h, 10h)};
    opened(week);
    grid().setFocus(Qt::TabFocusReason);
    QTest::mouseClick(&m_week->inspector().detachButton(), Qt::LeftButton);
    QCOMPARE(dayparts().size(), 2U);
    QCOMPARE(shown(0), u"2 480 600"_s);
    QCOMPARE(shown(1), u"1 480 600"_s);
    QCOMPARE(grid().scene().selected, std::optional<std::size_t>(1));
    QVERIFY(!m_week->inspector().detachButton().isVisible());
}

void TestTemplateDialog::savesOneEdit()
{
    WeekTemplate week = fresh();
    opened(week, true);
    drag(at(0, 8h) + QPoint(0, 1), at(4, 9h) + QPoint(0, 1));
    drag(at(0, 20h) + QPoint(0, 1), at(6, 23h) + QPoint(0, 1));
    QTest::mouseClick(&m_week->saveButton(), Qt::LeftButton);
    QVERIFY2(!m_week->isVisible(), qPrintable(m_week->form().wrongText()));
    QCOMPARE(m_editor->station().templates().size(), 1U);
    QCOMPARE(m_editor->station().templates().front().dayparts.size(), 2U);
    QVERIFY(m_editor->undo());
    QVERIFY(m_editor->station().templates().empty());
}

void TestTemplateDialog::aSingleDayShowsThatDay()
{
    opened(fresh(), true);
    m_week->season().setCurrentIndex(2);
    QTest::keyClicks(&m_week->validFrom(), u"2026-12-24"_s); // a Thursday
    QCOMPARE(grid().scene().layout.days, std::vector<int>{3});
    QCOMPARE(grid().scene().titles, QStringList{u"Thursday 2026-12-24"_s});
    drag(at(0, 25h) + QPoint(0, 1), at(0, 26h) + QPoint(0, 1));
    QCOMPARE(shown(), u"8 1500 1560"_s); // still Thursday's, after midnight
    QTest::mouseClick(&m_week->saveButton(), Qt::LeftButton);
    const WeekTemplate &saved = m_editor->station().templates().front();
    QCOMPARE(saved.validFrom, std::optional(QDate(2026, 12, 24)));
    QCOMPARE(saved.validUntil, saved.validFrom);
}

void TestTemplateDialog::seasonsAreChecked()
{
    opened(fresh(), true);
    m_week->season().setCurrentIndex(1);
    QTest::mouseClick(&m_week->saveButton(), Qt::LeftButton);
    QCOMPARE(m_week->form().wrongField(), &m_week->validFrom());
    m_week->validFrom().setText(u"2026-06-01"_s);
    m_week->validUntil().setText(u"2026-05-31"_s);
    QTest::mouseClick(&m_week->saveButton(), Qt::LeftButton);
    QCOMPARE(m_week->form().wrongField(), &m_week->validUntil());
    m_week->validUntil().setText(u"31 August"_s);
    QTest::mouseClick(&m_week->saveButton(), Qt::LeftButton);
    QVERIFY(m_week->form().wrongText().startsWith(u"Write a date"_s));
    QVERIFY(m_editor->station().templates().empty());
    m_week->validUntil().clear(); // an open end
    QTest::mouseClick(&m_week->saveButton(), Qt::LeftButton);
    QVERIFY(!m_editor->station().templates().front().validUntil);
}

void TestTemplateDialog::escapeAsksWhereSomethingChanged()
{
    WeekTemplate week = fresh();
    week.dayparts = {madeDaypart(u"A"_s, monday, 8h, 10h)};
    opened(stored(week));
    drag(at(0, 9h), at(0, 12h));
    QTest::keyClick(m_week, Qt::Key_Escape);
    auto *question = m_week->findChild<QMessageBox *>();
    QVERIFY(question);
    for (QAbstractButton *button : question->buttons()) {
        if (button->text() == u"Save template"_s)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QTRY_VERIFY(!m_week->isVisible());
    QCOMPARE(m_editor->station().templates().front().dayparts.front().from, Millis(11h));
}

void TestTemplateDialog::keepsWhatItDoesNotShow()
{
    WeekTemplate week = fresh();
    week.dayparts = {madeDaypart(u"A"_s, monday, 2h + 7s, 10h + 500ms),
                     madeDaypart(u"B"_s, sunday, 23h, 47h)};
    Daypart &first = week.dayparts.front();
    first.filter = {{u"Kids"_s}, {u"live"_s, u"new"_s}, u"Opera"_s, AssetKind::Live};
    first.order = PickOrder::Sequential;
    first.isHardStart = false;
    first.startTolerance = 90s;
    first.mayRunShort = 1500ms;
    first.mayRunOver = 2min;
    first.identAfterEach = true;
    first.promoEvery = 30min;
    first.breakLength = 2min;
    first.padTo = 15min;
    first.fallbackCategories = {u"Film"_s};
    opened(stored(week));
    grid().setFocus(Qt::TabFocusReason); // shows its fields
    QTest::keyClick(&grid(), Qt::Key_Tab);
    QTest::keyClick(&grid(), Qt::Key_Backtab);
    QTest::mouseClick(&m_week->saveButton(), Qt::LeftButton);
    QVERIFY(!m_week->isVisible());
    QVERIFY(m_editor->station().templates().front() == week);
}

void TestTemplateDialog::listSaysWhichCountsToday()
{
    WeekTemplate always = fresh();
    always.dayparts = {madeDaypart(u"Kids"_s, monday, 8h, 10h), madeDaypart(u"News"_s, monday, 12h, 13h)};
    stored(always);
    WeekTemplate today = fresh();
    today.name = u"Today"_s;
    today.validFrom = today.validUntil = QDate(2026, 3, 23);
    stored(today);
    auto *list = new TemplatesDialog(*m_editor);
    list->setAttribute(Qt::WA_DeleteOnClose, false);
    m_dialog.reset(list);
    const QAbstractItemModelTester tester(&list->model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    list->show();
    QCOMPARE(list->model().rows().at(0).cells,
             (QStringList{u"Week"_s, u"always"_s, QString(), u"Kids, News"_s}));
    QCOMPARE(list->model().rows().at(1).cells,
             (QStringList{u"Today"_s, u"only Mon 2026-03-23"_s, u"counts"_s, u"nothing painted yet"_s}));
    list->list().setCurrentIndex(list->model().index(1, 0));
    QTest::mouseClick(&list->removeButton(), Qt::LeftButton);
    QCOMPARE(list->model().rows().front().cells.at(2), u"counts"_s);
    QTest::mouseClick(&list->editButton(), Qt::LeftButton);
    QVERIFY(list->findChild<TemplateDialog *>());
}

void TestTemplateDialog::makesARuleForABlock()
{
    WeekTemplate week = fresh();
    week.dayparts = {madeDaypart(u"Kids"_s, monday, 8h, 10h), madeDaypart(u"News"_s, monday, 10h, 11h)};
    opened(week);
    grid().setFocus(Qt::TabFocusReason);
    DaypartForm &fields = m_week->inspector();
    QCOMPARE(fields.rulesText(), u"It has no rules of its own; those of the station count."_s);
    QTest::mouseClick(&fields.addRuleButton(), Qt::LeftButton);
    auto *rule = m_week->findChild<RuleDialog *>();
    QVERIFY(rule);
    QTest::keyClicks(&rule->fields().name(), u"Often"_s);
    QTest::keyClicks(&rule->fields().neverLength(), u"4h"_s);
    QTest::mouseClick(&rule->saveButton(), Qt::LeftButton);
    QCOMPARE(m_editor->station().rules().size(), 1U);
    QCOMPARE(m_editor->station().rules().front().scope.daypart, u"Kids"_s);
    QCOMPARE(fields.rulesText(), u"Its own rules: Often."_s);
    QTest::mouseClick(grid().viewport(), Qt::LeftButton, {}, at(0, 10h + 30min));
    QCOMPARE(fields.rulesText(), u"It has no rules of its own; those of the station count."_s);
    QVERIFY(m_week->isVisible());
}

QTEST_MAIN(TestTemplateDialog)
#include "tst_templatedialog.moc"

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "uifixture.h"

#include "core/schedule/planobjects.h"
#include "ui/dialogs/filldialog.h"
#include "ui/dialogs/fillresult.h"
#include "ui/dialogs/planlinesmodel.h"
#include "ui/library/librarypanel.h"
#include "ui/panels/inspectorfields.h"
#include "ui/panels/inspectorpanel.h"
#include "ui/panels/issuespanel.h"
#include "ui/panels/sharechart.h"
#include "ui/panels/sharespanel.h"
#include "ui/panels/whypanel.h"
#include "ui/planning/assetdialog.h"
#include "ui/planning/rulesdialog.h"
#include "ui/planning/templatesdialog.h"
#include "ui/timeline/timelineview.h"
#include "ui/window/mainwindow.h"
#include "ui/window/statusline.h"

#include <QComboBox>
#include <QContextMenuEvent>
#include <QDockWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTreeView>

using namespace sf;
using namespace sf::test;

class TestWindowPlanning : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theDayIsTheOneThatWasAskedFor();
    void aClickAsksWhy();
    void aGapOfTheIssuesIsExplained();
    void aPickInTheLibraryAsksWhyNot();
    void aBrokenRuleIsAnIssueThatLeadsThere();
    void plansTheSelectionAnew();
    void plansADayAnewByItsMenu();
    void plansOnlyBrokenDaysAnew();
    void showsSharesOfTheShownDay();
    void editsWhatIsPickedInTheLibrary();
    void takesAssetsOutOfTheLibrary();
    void editsTheAssetsOfTheSelection();
    void rulesAreChangedBesideAFill();

private:
    StationEditor &editor() { return m_window->editor(); }
    QAction *libraryAction(const QString &text);
    void settle() { QTRY_VERIFY_WITH_TIMEOUT(m_window->isSettled(), 20'000); }
    void raise(const QString &name)
    {
        auto *dock = m_window->findChild<QDockWidget *>(name);
        QVERIFY(dock);
        dock->show();
        dock->raise();
        QTRY_VERIFY(dock->widget()->isVisible());
    }
    Asset addFilm(const QString &title)
    {
        Asset film = makeAsset(editor().document()->ids(), title, 1h);
        film.category = u"Film"_s;
        addAssets(editor(), {film});
        return film;
    }
    void fillDay(int films)
    {
        for (int i = 0; i < films; ++i)
            addFilm(u"Film %1"_s.arg(i));
        FillRequest request = requestFor(editor().plan(), editor().planChoices(), noon());
        request.range = {noon(), 18h};
        Job job;
        auto outcome = fill(editor().station(), request, editor().stamp(), job);
        QVERIFY(outcome && editor().apply(std::move(outcome->edit)));
        m_window->timeline().showRange({noon(), 12h});
        settle();
    }
    QPoint pointAt(TimePoint t)
    {
        const TimelineLayout &layout = m_window->timeline().layout();
        return {layout.xAt(t), layout.laneRect(0).center().y()};
    }
    void click(TimePoint t)
    {
        QTest::mouseClick(m_window->timeline().viewport(), Qt::LeftButton, {}, pointAt(t));
    }
    FillDialog *dialog()
    {
        const auto dialogs = m_window->findChildren<FillDialog *>();
        return dialogs.isEmpty() ? nullptr : dialogs.last();
    }

    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<MainWindow> m_window;
};

void TestWindowPlanning::init()
{
    m_workspace = std::make_unique<Workspace>();
    m_window = std::make_unique<MainWindow>([] { return noon(); });
    m_window->resize(1366, 768);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QSignalSpy opened(&editor(), &StationEditor::documentChanged);
    m_window->openStation(m_workspace->path(u"station.sqlite"_s));
    QTRY_COMPARE(opened.size(), 1);
    settle();
}

void TestWindowPlanning::cleanup() { m_window.reset(); }

void TestWindowPlanning::theDayIsTheOneThatWasAskedFor()
{
    const auto day = [this] {
        return m_window->status().texts().filter(u"filled"_s).value(0).section(u':', 0, 0);
    };
    m_window->timeline().showRange({noon() - 24h * 100, 24h * 365});
    QVERIFY2(day() != u"Mon 23 Mar"_s, qPrintable(day())); // the middle
    m_window->actions().goToNow->trigger();
    QCOMPARE(day(), u"Mon 23 Mar"_s);
    m_window->actions().nextDay->trigger();
    QCOMPARE(day(), u"Tue 24 Mar"_s);
    m_window->timeline().showRange({noon() + 24h * 10, 24h * 2}); // out of view
    QCOMPARE(day(), u"Fri 3 Apr"_s);
}

void TestWindowPlanning::aClickAsksWhy()
{
    fillDay(20);
    raise(u"why"_s);
    click(noon() + 90min);
    QTRY_COMPARE(m_window->why().explainer().state(), Explainer::State::Answered);
    const auto event = editor().station().schedule().eventsIn(editor().plan(), {noon() + 90min, 1ms}).front();
    QCOMPARE(m_window->why().texts().value(0), event->title);
}

void TestWindowPlanning::aGapOfTheIssuesIsExplained()
{
    fillDay(20);
    const auto events = editor().station().schedule().eventsIn(editor().plan(), {noon() + 2h, 1h});
    QVERIFY(editor().removeEvents(std::array{events.front()->id}));
    settle();
    raise(u"why"_s);
    IssuesPanel &issues = m_window->issues();
    QCOMPARE(issues.model().rowCount(), 1);
    QTest::mouseClick(issues.view().viewport(), Qt::LeftButton, {},
                      issues.view().visualRect(issues.model().index(0, 0)).center());
    QTRY_COMPARE(m_window->why().explainer().state(), Explainer::State::Answered);
    QCOMPARE(m_window->why().texts().value(0), u"Nothing for 1 h"_s);
    click(noon() + 30min); // an event takes the place of the gap
    QTRY_VERIFY(m_window->why().texts().value(0).startsWith(u"Film"_s));
    click(noon() + 150min);
    QTRY_COMPARE(m_window->why().texts().value(0), u"Nothing for 1 h"_s);
}

void TestWindowPlanning::aPickInTheLibraryAsksWhyNot()
{
    fillDay(20);
    raise(u"why"_s);
    click(noon() + 30min);
    QTRY_COMPARE(m_window->why().explainer().state(), Explainer::State::Answered);
    QTableView &library = m_window->library().view();
    const QModelIndex row = library.model()->index(0, 0);
    QTest::mouseClick(library.viewport(), Qt::LeftButton, {}, library.visualRect(row).center());
    const QString title = m_window->library().model().assetAt(0).title;
    const bool isTheSame =
        editor().selection().asset() == eventOf(editor(), editor().selection().events().front()).asset;
    const QString question = u"Why not “%1” here?"_s.arg(title);
    QTRY_COMPARE(m_window->why().texts().contains(question), !isTheSame);
}

void TestWindowPlanning::aBrokenRuleIsAnIssueThatLeadsThere()
{
    fillDay(20);
    Rule rule;
    rule.id = editor().document()->ids().next<RuleId>();
    rule.name = u"At most 17 in a row"_s;
    rule.body = MaxInARow{17, {}};
    StationEdit edit = makeEdit(editor().stamp(), u"Add a rule"_s);
    edit.rules.after = {rule};
    QVERIFY(editor().apply(std::move(edit)));
    m_window->timeline().showRange({noon() + 240h, 12h});
    settle();
    IssuesPanel &issues = m_window->issues();
    QCOMPARE(issues.model().rowCount(), 1);
    const QModelIndex row = issues.model().index(0, 0);
    QVERIFY2(row.data().toString().contains(u"“At most 17 in a row”"_s), qPrintable(row.data().toString()));
    QTest::mouseClick(issues.view().viewport(), Qt::LeftButton, {}, issues.view().visualRect(row).center());
    QVERIFY(m_window->timeline().visibleRange().overlaps({noon(), 18h}));
    QCOMPARE(editor().selection().events(), (std::vector{issues.model().issueAt(row)->events.front()}));
}

void TestWindowPlanning::plansTheSelectionAnew()
{
    fillDay(60);
    QVERIFY(!m_window->actions().replanSelection->isEnabled());
    click(noon() + 90min);
    m_window->actions().replanSelection->trigger();
    QVERIFY(dialog());
    QTRY_VERIFY(dialog()->isReady());
    QCOMPARE(dialog()->form().scopeBox().currentText(), u"The 1 picked event"_s);
    QCOMPARE(dialog()->form().order()->request.fill.range, (TimeRange{noon() + 1h, 1h}));
}

void TestWindowPlanning::plansADayAnewByItsMenu()
{
    fillDay(60);
    m_window->timeline().setFocus();
    click(noon() + 90min);
    QContextMenuEvent event(QContextMenuEvent::Mouse, pointAt(noon() + 90min),
                            m_window->timeline().viewport()->mapToGlobal(pointAt(noon() + 90min)));
    QApplication::sendEvent(m_window->timeline().viewport(), &event);
    QMenu *menu = nullptr;
    QTRY_VERIFY((menu = qobject_cast<QMenu *>(QApplication::activePopupWidget())));
    QAction *day = nullptr;
    for (const QAction *action : menu->actions()) {
        if (action->menu() && action->text().contains(u"ane"_s))
            day = action->menu()->actions().first();
    }
    QVERIFY(day);
    QCOMPARE(day->text(), u"This &day…"_s);
    menu->close();
    day->trigger();
    QVERIFY(dialog());
    QTRY_VERIFY(dialog()->isReady());
    const ChannelClock clock = editor().clock();
    QCOMPARE(dialog()->form().order()->request.fill.range,
             TimeRange::between(noon(), clock.broadcastDay(clock.broadcastDate(noon())).end()));
    QVERIFY(!dialog()->fillButton().isEnabled()); // the same plan comes out
}

void TestWindowPlanning::plansOnlyBrokenDaysAnew()
{
    fillDay(60);
    const auto events = editor().station().schedule().eventsIn(editor().plan(), {noon() + 2h, 1h});
    Asset gone = *editor().station().assets().find(events.front()->asset);
    StationEdit edit = makeEdit(editor().stamp(), u"Lose a file"_s);
    edit.assets.before = {gone};
    gone.status = AssetStatus::Missing;
    edit.assets.after = {gone};
    QVERIFY(editor().apply(std::move(edit)));
    settle();
    m_window->actions().replanBroken->trigger();
    QVERIFY(dialog());
    QTRY_VERIFY(dialog()->isReady());
    QCOMPARE(dialog()->result().difference().rowCount(), 2);
    const std::int64_t before = editor().station().schedule().size();
    QTest::mouseClick(&dialog()->fillButton(), Qt::LeftButton);
    settle();
    QCOMPARE(editor().station().schedule().size(), before);
    QCOMPARE(m_window->issues().model().rowCount(), 0);
}

void TestWindowPlanning::showsSharesOfTheShownDay()
{
    fillDay(20);
    raise(u"shares"_s);
    QTRY_COMPARE(m_window->shares().chart().rows().size(), 1U);
    const ShareRow &row = m_window->shares().chart().rows().front();
    QCOMPARE(row.planned, 1.0);
    QCOMPARE(row.fill, m_window->timeline().fillOf(u"Film"_s));
}

/// Picks the whole library, and takes that action of its menu.
QAction *TestWindowPlanning::libraryAction(const QString &text)
{
    QTableView &library = m_window->library().view();
    library.setFocus();
    library.selectAll();
    const QPoint at(20, 12);
    QContextMenuEvent event(QContextMenuEvent::Mouse, at, library.viewport()->mapToGlobal(at));
    QApplication::sendEvent(library.viewport(), &event);
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    if (!menu)
        return nullptr;
    const auto actions = menu->actions();
    const auto found = std::find_if(actions.begin(), actions.end(),
                                    [&text](const QAction *action) { return action->text() == text; });
    menu->close();
    return found == actions.end() ? nullptr : *found;
}

void TestWindowPlanning::editsWhatIsPickedInTheLibrary()
{
    addFilm(u"One"_s);
    addFilm(u"Two"_s);
    settle();
    QTableView &library = m_window->library().view();
    QTRY_COMPARE(library.model()->rowCount(), 2);
    QVERIFY(libraryAction(u"Edit 2 a&ssets…"_s));
    QTest::keyClick(&library, Qt::Key_F2);
    auto *dialog = m_window->findChild<AssetDialog *>();
    QVERIFY(dialog);
    QCOMPARE(dialog->windowTitle(), u"Edit 2 assets"_s);
    dialog->reject();
    library.selectRow(0);
    const auto picked = m_window->library().selectedAssets();
    library.sortByColumn(0, Qt::DescendingOrder); // exchanges all rows, as a change of many assets does
    QTRY_COMPARE(m_window->library().model().rowOf(picked.front()), 1);
    QCOMPARE(m_window->library().selectedAssets(), picked);
    QCOMPARE(editor().selection().asset(), picked.front());
}

void TestWindowPlanning::takesAssetsOutOfTheLibrary()
{
    addFilm(u"One"_s);
    addFilm(u"Two"_s);
    settle();
    QTableView &library = m_window->library().view();
    QTRY_COMPARE(library.model()->rowCount(), 2);
    const auto remove = [this] { libraryAction(u"&Remove from the library"_s)->trigger(); };
    remove();
    QTRY_COMPARE(library.model()->rowCount(), 0);
    QVERIFY(editor().undo());
    QTRY_COMPARE(library.model()->rowCount(), 2);
    library.selectRow(0);
    QTest::keyClick(&library, Qt::Key_Return); // it is planned, and stays
    QTRY_COMPARE(editor().station().schedule().size(), 1);
    remove();
    QTRY_COMPARE(library.model()->rowCount(), 1);
    QCOMPARE(editor().station().schedule().size(), 1);
    remove();
    settle();
    QCOMPARE(library.model()->rowCount(), 1);
}

void TestWindowPlanning::editsTheAssetsOfTheSelection()
{
    fillDay(20);
    const auto events = editor().station().schedule().eventsIn(editor().plan(), {noon() + 2h, 2h});
    QVERIFY(events.size() >= 2);
    m_window->timeline().setFocus();
    editor().selection().setEvents({events[0]->id, events[1]->id});
    QPushButton &button = *m_window->inspector().fields().editMedia;
    QCOMPARE(button.text(), u"Edit their assets…"_s);
    button.click();
    auto *dialog = m_window->findChild<AssetDialog *>();
    QVERIFY(dialog);
    QCOMPARE(dialog->windowTitle(), u"Edit 2 assets"_s);
    dialog->reject();
}

void TestWindowPlanning::rulesAreChangedBesideAFill()
{
    for (int i = 0; i < 30; ++i)
        addFilm(u"Film %1"_s.arg(i));
    settle();
    m_window->timeline().setFocus();
    QTest::keyClick(&m_window->timeline(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    FillDialog *fill = nullptr;
    QTRY_VERIFY((fill = dialog()) && fill->isReady());
    const int before = fill->result().difference().rowCount();
    fill->form().rulesButton().click();
    auto *rules = fill->findChild<RulesDialog *>();
    QVERIFY(rules && rules->isVisible());
    Rule rule;
    rule.id = editor().document()->ids().next<RuleId>();
    rule.name = u"At most 2 in a row"_s;
    rule.body = MaxInARow{2, {}};
    rule.scope.category = u"Film"_s;
    QVERIFY(editor().apply(setObjects(editor().station(), std::vector{rule}, editor().stamp())));
    QTRY_VERIFY(fill->isReady());
    QVERIFY(fill->result().difference().rowCount() < before);
    rules->close();
    fill->form().templatesButton().click();
    QVERIFY(fill->findChild<TemplatesDialog *>());
}

QTEST_MAIN(TestWindowPlanning)
#include "tst_windowplanning.moc"

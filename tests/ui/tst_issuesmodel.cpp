// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "uifixture.h"

#include "ui/panels/issuespanel.h"
#include "ui/session/daystats.h"
#include "ui/session/stationchecker.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTreeView>

using namespace sf;
using namespace sf::test;

namespace {

Issue makeIssue(IssueCode code, Severity severity, std::chrono::minutes at, const QString &arg = {})
{
    Issue issue;
    issue.code = code;
    issue.severity = severity;
    issue.range = {noon() + at, 10min};
    if (!arg.isEmpty())
        issue.args = {arg};
    return issue;
}

SharedIssueGroups shared(std::vector<Issue> issues)
{
    return std::make_shared<const IssueGroups>(groupIssues(std::move(issues)));
}

} // namespace

class TestIssuesModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void manyAbsentFilesAreOneLine();
    void aSingleIssueStandsForItself();
    void worstComesFirst();
    void brokenRulesAreNamed();
    void aShortQuotaSaysItsFigures();
    void longListsComeInPortions();
    void pickingOneAsksForItsPlace();
    void theCheckerFollowsEdits();
    void dayStatsCountOverlapsOnce();
};

void TestIssuesModel::manyAbsentFilesAreOneLine()
{
    const Workspace workspace;
    std::vector<Issue> issues;
    for (int i = 0; i < 336; ++i)
        issues.push_back(makeIssue(IssueCode::MediaMissing, Severity::Error, std::chrono::minutes(i),
                                   u"/media/%1.mp4"_s.arg(i % 200)));
    const IssueGroups groups = groupIssues(issues);
    QCOMPARE(countNotices(groups), 1);
    IssuesModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    tester.setUseFetchMore(false); // it would fetch in the middle of a reset
    model.setGroups(Station(), std::make_shared<const IssueGroups>(groups));
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0, 0).data().toString(), u"200 files are missing, 336 events need them"_s);
    QVERIFY(model.hasChildren(model.index(0, 0)));
}

void TestIssuesModel::aSingleIssueStandsForItself()
{
    IssuesModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    tester.setUseFetchMore(false); // it would fetch in the middle of a reset
    model.setGroups(Station(), shared({makeIssue(IssueCode::Gap, Severity::Warning, 0min)}));
    QCOMPARE(model.index(0, 0).data().toString(),
             u"Nothing is planned for 10 min from 2026-03-23 12:00:00."_s);
    QVERIFY(!model.hasChildren(model.index(0, 0)));
    QVERIFY(model.issueAt(model.index(0, 0)));
}

void TestIssuesModel::worstComesFirst()
{
    const IssueGroups groups = groupIssues({makeIssue(IssueCode::MediaUnprobed, Severity::Info, 0min, u"a"_s),
                                            makeIssue(IssueCode::Gap, Severity::Warning, 60min),
                                            makeIssue(IssueCode::Gap, Severity::Warning, 0min),
                                            makeIssue(IssueCode::Overlap, Severity::Error, 0min)});
    QCOMPARE(groups.size(), 3U);
    QCOMPARE(groups[0].code, IssueCode::Overlap);
    QCOMPARE(groups[1].total, Millis(20min));
    QCOMPARE(groups[1].issues.front().range.start, noon()); // by time
    QCOMPARE(groups[2].code, IssueCode::MediaUnprobed);
    QCOMPARE(countNotices(groups), 3); // what is only information does not count
}

void TestIssuesModel::brokenRulesAreNamed()
{
    std::vector<Issue> issues;
    for (const QString &rule : {u"Apart"_s, u"Apart"_s, u"Twice a day"_s, QString(), u"Kids"_s, u"Late"_s}) {
        issues.push_back(
            makeIssue(IssueCode::RuleBreak, Severity::Warning, 0min, u"It is wrong (“%1”)."_s.arg(rule)));
        issues.back().args << rule;
    }
    IssuesModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    tester.setUseFetchMore(false); // it would fetch in the middle of a reset
    model.setGroups(Station(), shared(issues));
    const QModelIndex group = model.index(0, 0);
    QCOMPARE(group.data().toString(), u"6 events break a rule: Apart, Twice a day, Kids, …"_s);
    model.fetchMore(group);
    QVERIFY(model.index(2, 0, group).data().toString().endsWith(u"It is wrong (“Twice a day”)."_s));
    QCOMPARE(countNotices(model.groups()), 6);
}

void TestIssuesModel::aShortQuotaSaysItsFigures()
{
    Issue music = makeIssue(IssueCode::QuotaShort, Severity::Warning, 0min, u"Music"_s);
    music.args << u"12.5"_s << u"20.0"_s;
    Issue film = music;
    film.args.front() = u"Film"_s;
    IssuesModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    tester.setUseFetchMore(false); // it would fetch in the middle of a reset
    model.setGroups(Station(), shared({music}));
    QCOMPARE(
        model.index(0, 0).data().toString(),
        u"Music has 12.5 % of the airtime of programmes in the 10 min from 2026-03-23 12:00:00, never less "
        "than 20.0 %."_s);
    model.setGroups(Station(), shared({music, film}));
    QCOMPARE(model.index(0, 0).data().toString(),
             u"2 categories have less of the airtime than their least"_s);
}

void TestIssuesModel::longListsComeInPortions()
{
    std::vector<Issue> issues;
    for (int i = 0; i < 1'200; ++i)
        issues.push_back(makeIssue(IssueCode::Gap, Severity::Warning, std::chrono::minutes(20 * i)));
    IssuesModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    tester.setUseFetchMore(false); // it would fetch in the middle of a reset
    model.setGroups(Station(), shared(issues));
    const QModelIndex group = model.index(0, 0);
    while (model.canFetchMore(group))
        model.fetchMore(group);
    QCOMPARE(model.rowCount(group), 1'200);
    QCOMPARE(model.issueAt(model.index(1'199, 0, group))->range.start, noon() + 20min * 1'199);
}

void TestIssuesModel::pickingOneAsksForItsPlace()
{
    IssuesPanel panel;
    panel.resize(600, 300);
    panel.setIssues(Station(), shared({makeIssue(IssueCode::Gap, Severity::Warning, 0min),
                                       makeIssue(IssueCode::Gap, Severity::Warning, 60min)}));
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    QSignalSpy asked(&panel, &IssuesPanel::goToRequested);
    QTreeView &view = panel.view();
    const QModelIndex group = panel.model().index(0, 0);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.visualRect(group).center());
    QVERIFY(view.isExpanded(group));
    QCOMPARE(asked.size(), 0);
    const QModelIndex second = panel.model().index(1, 0, group);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.visualRect(second).center());
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().value<TimeRange>().start, noon() + 60min);
}

void TestIssuesModel::theCheckerFollowsEdits()
{
    const Workspace workspace;
    StationEditor editor([] { return noon(); });
    StationChecker checker(editor);
    openStation(editor, workspace.path(u"station.sqlite"_s));
    QTRY_VERIFY(checker.isSettled());
    QCOMPARE(checker.latest().notices, 0);
    addEvent(editor, u"A"_s, noon(), 30min);
    const EventId b = addEvent(editor, u"B"_s, noon() + 20min, 30min);
    QVERIFY(!checker.isSettled());
    QTRY_VERIFY(checker.isSettled());
    QCOMPARE(checker.latest().notices, 1);
    QCOMPARE(checker.nextProblem(editor.plan(), noon())->start, noon() + 20min);
    QVERIFY(!checker.nextProblem(editor.plan(), noon() + 30min));
    QVERIFY(editor.moveEvents(std::array{b}, 10min));
    QTRY_VERIFY(checker.isSettled());
    QCOMPARE(checker.latest().notices, 0);
}

void TestIssuesModel::dayStatsCountOverlapsOnce()
{
    const Workspace workspace;
    StationEditor editor([] { return noon(); });
    openStation(editor, workspace.path(u"station.sqlite"_s));
    const TimeRange hour{noon(), 60min};
    QCOMPARE(statsOf(editor.station(), editor.plan(), hour).gaps, 0); // nothing is planned on either side
    addEvent(editor, u"before"_s, noon() - 10min, 20min);
    addEvent(editor, u"over"_s, noon() + 5min, 15min);
    addEvent(editor, u"later"_s, noon() + 30min, 30min);
    const DayStats stats = statsOf(editor.station(), editor.plan(), hour);
    QCOMPARE(stats.events, 3);
    QCOMPARE(stats.filled, Millis(50min));
    QCOMPARE(stats.percent(), 83);
    QCOMPARE(stats.gaps, 1);
    QCOMPARE(stats.conflicts, 1);
    addEvent(editor, u"over both"_s, noon() + 8min, 1min);
    QCOMPARE(statsOf(editor.station(), editor.plan(), hour).conflicts, 3); // pairs, as the check says
    const TimeRange after{noon() + 60min, 60min};
    QCOMPARE(statsOf(editor.station(), editor.plan(), after).gaps, 0);
    addEvent(editor, u"tomorrow"_s, noon() + 24h, 30min);
    QCOMPARE(statsOf(editor.station(), editor.plan(), after).gaps, 1);
}

QTEST_MAIN(TestIssuesModel)
#include "tst_issuesmodel.moc"

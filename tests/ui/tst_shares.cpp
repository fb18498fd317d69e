// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "uifixture.h"

#include "ui/panels/sharechart.h"
#include "ui/panels/sharespanel.h"

#include <QToolButton>

using namespace sf;
using namespace sf::test;

class TestShares : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void programmesShareTheAirtime();
    void aQuotaTakesWhatIsInItsScope();
    void theRangeCutsWhatReachesOut();
    void wordsSayWhatIsShort();
    void thePanelFollowsTheDay();

private:
    void place(const QString &category, TimePoint start, Millis length, AssetKind kind = AssetKind::Program)
    {
        Asset asset = makeAsset(m_editor->document()->ids(), category, 8h);
        asset.category = category;
        asset.kind = kind;
        addAssets(*m_editor, {asset});
        ScheduledEvent event;
        event.id = m_editor->document()->ids().next<EventId>();
        event.plan = m_editor->plan();
        event.asset = asset.id;
        event.range = {start, length};
        QVERIFY(m_editor->apply(insertEvents(m_editor->station(), {event}, m_editor->stamp())));
    }
    void addQuota(const QString &category, double share)
    {
        Rule rule;
        rule.id = m_editor->document()->ids().next<RuleId>();
        rule.scope.category = category;
        rule.body = Quota{{}, share};
        StationEdit edit = makeEdit(m_editor->stamp(), u"Add a quota"_s);
        edit.rules.after = {rule};
        QVERIFY(m_editor->apply(std::move(edit)));
    }
    std::vector<AirtimeShare> shares(TimeRange range) const
    {
        return *airtimeShares(m_editor->station(), m_editor->plan(), range);
    }

    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<StationEditor> m_editor;
};

void TestShares::init()
{
    m_workspace = std::make_unique<Workspace>();
    m_editor = std::make_unique<StationEditor>([] { return noon(); });
    openStation(*m_editor, m_workspace->path(u"station.sqlite"_s));
}

void TestShares::cleanup() { m_editor.reset(); }

void TestShares::programmesShareTheAirtime()
{
    QVERIFY(shares({noon(), 24h}).empty());
    place(u"Film"_s, noon(), 3h);
    place(u"News"_s, noon() + 3h, 1h);
    place(u"Adverts"_s, noon() + 4h, 1h, AssetKind::Commercial); // goes between programmes: no share
    addEvent(*m_editor, u"A placeholder"_s, noon() + 5h, 1h);
    const auto found = shares({noon(), 24h});
    QCOMPARE(found.size(), 2U);
    QCOMPARE(found[0].name, u"Film"_s); // the largest first
    QCOMPARE(found[0].planned, 0.75);
    QCOMPARE(found[1].planned, 0.25);
    QVERIFY(!found[1].wanted);
}

void TestShares::aQuotaTakesWhatIsInItsScope()
{
    addQuota(u"Kids"_s, 0.4);
    place(u"Film"_s, noon(), 3h);
    place(u"kids"_s, noon() + 3h, 1h);
    const auto found = shares({noon(), 24h});
    QCOMPARE(found.size(), 2U);
    QCOMPARE(found[0].name, u"Kids"_s); // quotas come first
    QCOMPARE(found[0].wanted, std::optional(0.4));
    QCOMPARE(found[0].planned, 0.25);
    QCOMPARE(found[1].name, u"Film"_s);
}

void TestShares::theRangeCutsWhatReachesOut()
{
    place(u"Film"_s, noon() - 1h, 2h);
    place(u"News"_s, noon() + 1h, 1h);
    const auto found = shares({noon(), 2h});
    QCOMPARE(found[0].airtime, Millis(1h));
    QCOMPARE(found[0].planned, 0.5);
}

void TestShares::wordsSayWhatIsShort()
{
    QCOMPARE(shareText({u"Kids"_s, 0.32, 0.4, -1}), u"Kids: 32 % planned, 40 % wanted, 8 % short"_s);
    QCOMPARE(shareText({u"Kids"_s, 0.4, 0.4, -1}), u"Kids: 40 % planned, 40 % wanted"_s);
    QCOMPARE(shareText({u"Film"_s, 0.3333, {}, 3}), u"Film: 33.3 %"_s);
}

void TestShares::thePanelFollowsTheDay()
{
    addQuota(u"Kids"_s, 0.4);
    place(u"Film"_s, noon(), 3h);
    place(u"Kids"_s, noon() + 24h, 3h);
    SharesPanel panel(*m_editor);
    panel.resize(900, 140);
    panel.setShownTime(noon());
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    QTRY_COMPARE(panel.chart().rows().size(), 2U);
    QCOMPARE(panel.heading(), u"Mon 23 Mar"_s);
    QCOMPARE(panel.chart().rows()[0].planned, 0.0);
    QVERIFY(
        panel.chart().accessibleDescription().startsWith(u"Kids: 0 % planned, 40 % wanted, 40 % short"_s));
    QTest::mouseClick(&panel.weekButton(), Qt::LeftButton);
    QTRY_COMPARE(panel.chart().rows()[0].planned, 0.5);
    QCOMPARE(panel.heading(), u"Mon 23 Mar to Sun 29 Mar"_s);
    QTest::mouseClick(&panel.dayButton(), Qt::LeftButton);
    panel.setShownTime(noon() + 25h);
    QTRY_COMPARE(panel.chart().rows()[0].planned, 1.0);
    place(u"Film"_s, noon() + 27h, 3h); // an edit is followed
    QTRY_COMPARE(panel.chart().rows()[0].planned, 0.5);
}

QTEST_MAIN(TestShares)
#include "tst_shares.moc"

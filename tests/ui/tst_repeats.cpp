// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "timelinefixture.h"
#include "uifixture.h"

#include "ui/session/repeatfinder.h"
#include "ui/timeline/comingdays.h"

using namespace sf;
using namespace sf::test;

namespace {

/// What the view shows once its overviews, which come in slices, are complete.
QImage picture(TimelineView &view)
{
    QImage last;
    for (QImage next = view.viewport()->grab().toImage(); next != last;
         next = view.viewport()->grab().toImage()) {
        last = next;
        QTest::qWait(20);
    }
    return last;
}

} // namespace

class TestRepeats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void findsEveryAiringAndItsCooldown();
    void oneContentMayHaveSeveralAssets();
    void rerunsAndPartsCoolOnce();
    void theRuleOfTheDaypartCounts();
    void anExemptSeriesDoesNotCool();
    void thePastIsWhatAired();
    void followsWhatWasPickedLast();
    void followsEdits();
    void lightsUpAtEveryZoom_data();
    void lightsUpAtEveryZoom();

private:
    Asset film(const QString &title, const QString &houseNumber = {})
    {
        Asset asset = makeAsset(m_editor->document()->ids(), title, 1h);
        asset.houseNumber = houseNumber;
        addAssets(*m_editor, {asset});
        return asset;
    }
    EventId place(const Asset &asset, TimePoint start,
                  const std::function<void(ScheduledEvent &)> &change = {})
    {
        ScheduledEvent event;
        event.id = m_editor->document()->ids().next<EventId>();
        event.plan = m_editor->plan();
        event.asset = asset.id;
        event.title = asset.title;
        event.range = {start, 1h};
        if (change)
            change(event);
        if (!m_editor->apply(insertEvents(m_editor->station(), {event}, m_editor->stamp())))
            qFatal("the test's event can't be added");
        return event.id;
    }
    Repeats found(const Asset &asset) const
    {
        Job job;
        return *findRepeats(m_editor->station(), {asset.id, 48h, noon()}, job);
    }

    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<StationEditor> m_editor;
};

void TestRepeats::init()
{
    m_workspace = std::make_unique<Workspace>();
    m_editor = std::make_unique<StationEditor>([] { return noon(); });
    openStation(*m_editor, m_workspace->path(u"station.sqlite"_s));
}

void TestRepeats::cleanup() { m_editor.reset(); }

void TestRepeats::findsEveryAiringAndItsCooldown()
{
    const Asset wanted = film(u"Wanted"_s);
    const Asset other = film(u"Other"_s);
    QVERIFY(found(wanted).lanes.empty());
    place(wanted, noon() - 72h);
    place(wanted, noon());
    place(other, noon() + 1h);
    place(wanted, noon() + 240h);
    const Repeats repeats = found(wanted);
    const RepeatLane *lane = repeats.laneOf(m_editor->plan());
    QVERIFY(lane);
    QCOMPARE(lane->airings, (std::vector<TimeRange>{{noon() - 72h, 1h}, {noon(), 1h}, {noon() + 240h, 1h}}));
    // the first two are so near that their cooldowns touch
    QCOMPARE(lane->cooling, (std::vector<TimeRange>{{noon() - 120h, 168h}, {noon() + 192h, 96h}}));
    QVERIFY(!repeats.laneOf(PlanId()));
}

void TestRepeats::oneContentMayHaveSeveralAssets()
{
    const Asset one = film(u"SD"_s, u"H-1"_s);
    const Asset other = film(u"HD"_s, u"H-1"_s);
    const Asset third = film(u"Third"_s, u"H-2"_s);
    place(one, noon());
    place(other, noon() + 60h);
    place(third, noon() + 70h);
    QCOMPARE(found(one).lanes.front().airings.size(), 2U);
    QCOMPARE(found(other).lanes.front().airings, found(one).lanes.front().airings);
}

void TestRepeats::rerunsAndPartsCoolOnce()
{
    const Asset wanted = film(u"Wanted"_s);
    const AiringId airing = m_editor->document()->ids().next<AiringId>();
    const auto asPart = [&](ScheduledEvent &event) { event.airing = airing; };
    place(wanted, noon(), asPart);
    place(wanted, noon() + 2h, asPart);
    place(wanted, noon() + 480h, [](ScheduledEvent &event) { event.isExempt = true; });
    const RepeatLane lane = found(wanted).lanes.front();
    QCOMPARE(lane.airings.size(), 3U);
    QCOMPARE(lane.cooling, (std::vector<TimeRange>{{noon() - 48h, 96h}}));
}

void TestRepeats::theRuleOfTheDaypartCounts()
{
    const Asset wanted = film(u"Wanted"_s);
    StationEdit edit = makeEdit(m_editor->stamp(), u"Add rule and template"_s);
    Rule rule;
    rule.id = m_editor->document()->ids().next<RuleId>();
    rule.scope.daypart = u"Afternoon"_s;
    rule.body = Cooldown{6h, {}};
    WeekTemplate week;
    week.id = m_editor->document()->ids().next<TemplateId>();
    week.channel = m_editor->channel()->id;
    week.dayparts.resize(1);
    week.dayparts[0].name = u"Afternoon"_s;
    week.dayparts[0].from = 12h;
    week.dayparts[0].until = 18h;
    edit.rules.after = {rule};
    edit.templates.after = {week};
    QVERIFY(m_editor->apply(std::move(edit)));
    place(wanted, noon());
    place(wanted, noon() + 480h + 8h); // in the evening
    QCOMPARE(found(wanted).lanes.front().cooling,
             (std::vector<TimeRange>{{noon() - 6h, 12h}, {noon() + 440h, 96h}}));
}

void TestRepeats::anExemptSeriesDoesNotCool()
{
    Asset wanted = film(u"Wanted"_s);
    place(wanted, noon());
    StationEdit edit = makeEdit(m_editor->stamp(), u"Test"_s);
    edit.assets.before = {wanted};
    wanted.series = u"X"_s;
    edit.assets.after = {wanted};
    Rule rule;
    rule.id = m_editor->document()->ids().next<RuleId>();
    rule.body = Exemption{u"x"_s};
    edit.rules.after = {rule};
    QVERIFY(m_editor->apply(std::move(edit)));
    QCOMPARE(found(wanted).lanes.front().airings.size(), 1U);
    QVERIFY(found(wanted).lanes.front().cooling.empty());
}

void TestRepeats::thePastIsWhatAired()
{
    const Asset wanted = film(u"Wanted"_s);
    const Asset other = film(u"Other"_s);
    const EventId planned = place(wanted, noon() - 10h); // and aired an hour late
    place(wanted, noon() - 8h);                          // but something else aired
    place(wanted, noon() + 100h);
    StationEdit edit = makeEdit(m_editor->stamp(), u"Test"_s);
    const auto addPlay = [&](const Asset &asset, TimePoint start, EventId event) {
        Play play;
        play.id = m_editor->document()->ids().next<PlayId>();
        play.channel = m_editor->channel()->id;
        play.content = asset.id.toString();
        play.event = event;
        play.range = {start, 1h};
        edit.plays.after.push_back(play);
    };
    addPlay(wanted, noon() - 9h, planned);
    addPlay(other, noon() - 8h, {});
    QVERIFY(m_editor->apply(std::move(edit)));
    const Repeats repeats = found(wanted);
    QCOMPARE(repeats.lanes.front().airings, (std::vector<TimeRange>{{noon() - 9h, 1h}, {noon() + 100h, 1h}}));
}

void TestRepeats::followsWhatWasPickedLast()
{
    const Asset one = film(u"One"_s);
    const Asset other = film(u"Other"_s);
    const EventId first = place(one, noon());
    const EventId second = place(other, noon() + 1h);
    RepeatFinder finder(*m_editor);
    m_editor->selection().setEvents({first});
    QTRY_VERIFY(finder.latest());
    QCOMPARE(finder.latest()->asset, one.id);
    m_editor->selection().setAsset(other.id);
    QVERIFY(!finder.latest()); // it goes out at once
    QTRY_VERIFY(finder.latest());
    QCOMPARE(finder.latest()->asset, other.id);
    m_editor->selection().setEvents({first, second});
    QVERIFY(!finder.latest()); // two titles
    QTRY_VERIFY(finder.isSettled());
    QVERIFY(!finder.latest());
    m_editor->selection().setEvents({second});
    QTRY_VERIFY(finder.latest());
    finder.setActive(false);
    QVERIFY(!finder.latest());
    finder.setActive(true);
    QTRY_VERIFY(finder.latest());
    QCOMPARE(finder.latest()->asset, other.id);
}

void TestRepeats::followsEdits()
{
    const Asset one = film(u"One"_s);
    const EventId event = place(one, noon());
    RepeatFinder finder(*m_editor);
    m_editor->selection().setEvents({event});
    QTRY_VERIFY(finder.latest());
    QVERIFY(m_editor->moveEvents(std::array{event}, 3h));
    QTRY_COMPARE(finder.latest()->lanes.front().airings.front().start, noon() + 3h);
}

void TestRepeats::lightsUpAtEveryZoom_data()
{
    QTest::addColumn<int>("viewHours");
    QTest::newRow("a box is framed") << 10;
    QTest::newRow("a narrow one is a bar") << 24 * 30;
    QTest::newRow("so it is in an overview") << 24 * 365;
}

void TestRepeats::lightsUpAtEveryZoom()
{
    QFETCH(int, viewHours);
    TimelineFixture fixture;
    fixture.open();
    TimelineView &view = *fixture.view;
    view.resize(1328, 600); // the coming days find room below two lanes
    const Tokens &t = tokens(Theme::Dark);
    view.showRange({fixture.day - std::chrono::hours(viewHours / 4), std::chrono::hours(viewHours)});
    QApplication::processEvents();
    const QImage before = picture(view);
    Repeats repeats;
    repeats.asset = assetOf(1);
    repeats.lanes = {{planOf(1), {{fixture.day, hours(1)}}, {{fixture.day - hours(48), hours(96)}}}};
    view.setRepeats(std::make_shared<const Repeats>(repeats));
    const QImage lit = picture(view);
    const QRect box = view.layout().boxRect(0, {fixture.day, hours(1)});
    const QPoint edge(box.left() + (box.width() > 20 ? 2 : 0), box.center().y());
    QCOMPARE(QColor(lit.pixel(edge)), t.text);
    QVERIFY(QColor(before.pixel(edge)) != t.text);
    const QRect row = view.layout().laneRect(0);
    const int cooled = view.layout().xAt(fixture.day + hours(20));
    const int free = view.layout().xAt(fixture.day + hours(60));
    if (cooled < lit.width())
        QVERIFY(lit.pixel(cooled, row.bottom()) != before.pixel(cooled, row.bottom()));
    if (free < lit.width())
        QCOMPARE(lit.pixel(free, row.bottom()), before.pixel(free, row.bottom()));
    const QRect other = view.layout().boxRect(1, {fixture.day, hours(3)});
    QCOMPARE(lit.pixel(other.center()), before.pixel(other.center()));
    view.setRepeats(nullptr);
    QCOMPARE(picture(view), before);
}

QTEST_MAIN(TestRepeats)
#include "tst_repeats.moc"

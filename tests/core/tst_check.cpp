// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/check.h"

#include "core/schedule/issuetext.h"
#include "plannerfixture.h"

#include <map>
#include <set>

using namespace sf;
using namespace sf::test;
using namespace std::chrono_literals;

namespace {

CheckReport checked(const PlanningFixture &fixture, std::optional<TimeRange> range = {},
                    Millis cooldown = 48h, TimePoint now = at("2025-01-01T00:00:00Z"))
{
    Job job;
    CheckRequest request;
    request.plan = fixture.plan.id;
    request.range = range;
    request.cooldown = cooldown;
    request.now = now;
    auto report = check(fixture.station(), request, job);
    if (!report)
        qFatal("check failed");
    return *report;
}

std::set<std::pair<EventId, EventId>> pairsOf(const Overlaps &overlaps)
{
    std::set<std::pair<EventId, EventId>> pairs;
    for (const Overlap &pair : overlaps.pairs)
        pairs.insert(std::minmax(pair.a, pair.b));
    return pairs;
}

/// A day of events at these hours and minutes, each with an asset of its own.
PlanningFixture dayOf(const std::vector<std::pair<Millis, Millis>> &fromUntil)
{
    PlanningFixture fixture;
    for (const auto &[from, until] : fromUntil) {
        const AssetId asset = fixture.addAsset(until - from).id;
        fixture.addEvent(at("2025-11-24T00:00:00Z") + from, until - from, asset);
    }
    return fixture;
}

PlanningFixture randomSchedule(std::uint64_t seed)
{
    PlanningFixture fixture;
    Dice dice(seed);
    for (int i = 0; i < 8; ++i) {
        Asset &asset = fixture.addAsset(30min);
        if (dice.roll(3) == 0)
            asset.houseNumber = QStringLiteral("H%1").arg(dice.roll(3));
        if (dice.roll(4) == 0)
            asset.cooldown = std::chrono::hours(dice.roll(100));
    }
    const std::int64_t count = 20 + dice.roll(100);
    for (std::int64_t i = 0; i < count; ++i) {
        const AssetId asset =
            dice.roll(10) == 0 ? AssetId() : fixture.assets[static_cast<std::size_t>(dice.roll(8))].id;
        ScheduledEvent &event = fixture.addEvent(at("2026-03-20T00:00:00Z") + dice.roll(14 * 48) * 30min,
                                                 (1 + dice.roll(5)) * 20min, asset);
        event.layer = dice.roll(10) == 0 ? 1 : 0;
        event.isExempt = dice.roll(10) == 0;
        if (dice.roll(5) == 0)
            event.airing = AiringId::fromBits(1, static_cast<std::uint64_t>(1 + dice.roll(4)));
    }
    return fixture;
}

/// Of one schedule, by comparing every two airings.
std::set<std::pair<EventId, EventId>> bruteBreaks(const PlanningFixture &fixture, Millis usual)
{
    std::vector<const ScheduledEvent *> airings;
    const auto counts = [](const ScheduledEvent &event) {
        return event.layer == 0 && event.asset && !event.isExempt;
    };
    for (const ScheduledEvent &event : fixture.events) {
        bool isFirst = true;
        for (const ScheduledEvent &other : fixture.events)
            isFirst = isFirst && !(counts(other) && event.airing && other.airing == event.airing &&
                                   startsBefore(other, event));
        if (counts(event) && isFirst)
            airings.push_back(&event);
    }
    const auto assetOf = [&](const ScheduledEvent &event) {
        return *std::find_if(fixture.assets.begin(), fixture.assets.end(),
                             [&](const Asset &asset) { return asset.id == event.asset; });
    };
    std::set<std::pair<EventId, EventId>> breaks;
    for (const ScheduledEvent *event : airings) {
        const ScheduledEvent *previous = nullptr;
        for (const ScheduledEvent *other : airings) {
            if (contentKey(assetOf(*other)) == contentKey(assetOf(*event)) && startsBefore(*other, *event) &&
                (!previous || startsBefore(*previous, *other)))
                previous = other;
        }
        if (previous && event->range.start - previous->range.start < assetOf(*event).cooldown.value_or(usual))
            breaks.emplace(event->id, previous->id);
    }
    return breaks;
}

} // namespace

class TestCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsFourOverlappingPairs();
    void comparesEachPlayWithThePlayBefore();
    void findsGapsBetweenEvents();
    void midnightIsNoConflict();
    void agreesWithComparingAllPairs();
    void longEventReachesOverDaysWithoutOverlap();
    void rangeLooksBackForThePreviousPlay();
    void rangeCountsGapsUpToItsEnds();
    void exactCooldownIsEnough();
    void partsOfAnAiringAreOne();
    void asRunTakesThePlaceOfThePlan();
    void rulesGoByTheSameHistory();
    void anExemptSeriesBreaksNoCooldown();
    void findsDuplicates();
    void reportsMedia();
    void brokenRulesAreIssues();
    void quotasThatAreNotReachedAreSaid();
    void emptyPlanHasNothingWrong();
    void refusesWhatIsNotThere();
    void cancelled();
};

void TestCheck::findsFourOverlappingPairs()
{
    const PlanningFixture fixture =
        dayOf({{8h, 9h}, {8h + 30min, 9h + 30min}, {9h, 10h}, {9h + 15min, 9h + 45min}});
    const CheckReport report = checked(fixture);
    const auto pair = [&](std::size_t a, std::size_t b) {
        return std::pair(std::minmax(fixture.events[a].id, fixture.events[b].id));
    };
    const std::set<std::pair<EventId, EventId>> expected{pair(0, 1), pair(1, 2), pair(1, 3), pair(2, 3)};
    QCOMPARE(report.events, 4);
    QCOMPARE(report.overlaps.total, 4);
    QVERIFY(pairsOf(report.overlaps) == expected);
    QVERIFY(report.gaps.empty());
    QVERIFY(report.cooldown.empty());
}

void TestCheck::comparesEachPlayWithThePlayBefore()
{
    PlanningFixture fixture;
    const AssetId a = fixture.addAsset(10min).id;
    const AssetId b = fixture.addAsset(10min).id;
    for (const char *start : {"2025-11-24T08:00:00Z", "2025-11-24T12:00:00Z", "2025-11-24T20:00:00Z",
                              "2025-11-25T08:00:00Z", "2025-11-26T10:00:00Z"})
        fixture.addEvent(at(start), 10min, a);
    fixture.addEvent(at("2025-11-24T09:00:00Z"), 10min, b);
    const CheckReport report = checked(fixture);
    QCOMPARE(report.cooldown.size(), std::size_t{4});
    QCOMPARE(report.overlaps.total, 0);
    const std::vector<Millis> shortBy{44h, 40h, 36h, 22h};
    for (std::size_t i = 0; i < shortBy.size(); ++i) {
        QCOMPARE(report.cooldown[i].event, fixture.events[i + 1].id);
        QCOMPARE(report.cooldown[i].previous, fixture.events[i].id);
        QCOMPARE(report.cooldown[i].shortBy.count(), shortBy[i].count());
    }
}

void TestCheck::findsGapsBetweenEvents()
{
    const CheckReport report = checked(dayOf({{8h, 9h}, {11h, 12h}, {15h, 16h + 30min}, {18h, 20h}}));
    std::vector<std::int64_t> minutes;
    for (const TimeRange &gap : report.gaps)
        minutes.push_back(std::chrono::floor<std::chrono::minutes>(gap.duration).count());
    QCOMPARE(minutes, (std::vector<std::int64_t>{120, 180, 90}));
}

void TestCheck::midnightIsNoConflict()
{
    const CheckReport report = checked(dayOf({{8h, 9h}, {23h, 24h}, {24h, 26h}, {47h + 30min, 48h + 30min}}));
    QCOMPARE(report.events, 4);
    QCOMPARE(report.overlaps.total, 0);
    QVERIFY(report.cooldown.empty());
}

void TestCheck::agreesWithComparingAllPairs()
{
    std::size_t breaks = 0;
    std::size_t overlaps = 0;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        const PlanningFixture fixture = randomSchedule(seed);
        const CheckReport report = checked(fixture);
        std::set<std::pair<EventId, EventId>> pairs;
        for (const ScheduledEvent &a : fixture.events) {
            for (const ScheduledEvent &b : fixture.events) {
                if (a.id < b.id && a.layer == 0 && b.layer == 0 && a.range.overlaps(b.range))
                    pairs.emplace(a.id, b.id);
            }
        }
        QVERIFY(pairsOf(report.overlaps) == pairs);
        std::set<std::pair<EventId, EventId>> found;
        for (const CooldownBreak &one : report.cooldown)
            found.emplace(one.event, one.previous);
        QVERIFY2(found == bruteBreaks(fixture, 48h), qPrintable(QString::number(seed)));
        breaks += found.size();
        overlaps += pairs.size();
    }
    QVERIFY(breaks > 1000 && overlaps > 1000);
}

void TestCheck::longEventReachesOverDaysWithoutOverlap()
{
    PlanningFixture fixture;
    const TimePoint start = at("2026-05-01T20:00:00Z");
    fixture.addEvent(start, 40h);
    for (int day = 1; day < 4; ++day) {
        fixture.addEvent(start + day * 24h - 10h, 1h);
        fixture.addEvent(start + day * 24h - 9h, 14h); // over midnight into the next day
    }
    const Overlaps overlaps = checked(fixture).overlaps;
    const auto pair = [&](std::size_t a, std::size_t b) {
        return std::pair(std::minmax(fixture.events[a].id, fixture.events[b].id));
    };
    QVERIFY((pairsOf(overlaps) ==
             std::set<std::pair<EventId, EventId>>{pair(0, 1), pair(0, 2), pair(0, 3), pair(0, 4)}));
    QCOMPARE(overlaps.total, 4);
}

void TestCheck::rangeLooksBackForThePreviousPlay()
{
    PlanningFixture fixture;
    const AssetId asset = fixture.addAsset(1h).id;
    fixture.addEvent(at("2026-05-01T10:00:00Z"), 1h, asset);
    fixture.addEvent(at("2026-05-02T10:00:00Z"), 1h, asset);
    fixture.addEvent(at("2026-05-03T10:00:00Z"), 1h, asset);
    const CheckReport report =
        checked(fixture, TimeRange::between(at("2026-05-02T00:00:00Z"), at("2026-05-03T00:00:00Z")));
    QCOMPARE(report.events, 1);
    QCOMPARE(report.cooldown.size(), std::size_t{1});
    QCOMPARE(report.cooldown[0].previous, fixture.events[0].id);
}

void TestCheck::rangeCountsGapsUpToItsEnds()
{
    PlanningFixture fixture;
    fixture.addEvent(at("2026-05-01T09:00:00Z"), 2h);
    fixture.addEvent(at("2026-05-01T12:00:00Z"), 1h);
    const TimeRange range = TimeRange::between(at("2026-05-01T10:00:00Z"), at("2026-05-01T14:00:00Z"));
    const std::vector<TimeRange> expected{{at("2026-05-01T11:00:00Z"), 1h}, {at("2026-05-01T13:00:00Z"), 1h}};
    QVERIFY(checked(fixture, range).gaps == expected);
    const TimeRange empty{at("2026-06-01T00:00:00Z"), 1h};
    QVERIFY(checked(fixture, empty).gaps == std::vector<TimeRange>{empty});
}

void TestCheck::exactCooldownIsEnough()
{
    PlanningFixture fixture;
    const AssetId asset = fixture.addAsset(1h).id;
    fixture.addEvent(at("2026-05-01T10:00:00Z"), 1h, asset);
    fixture.addEvent(at("2026-05-03T10:00:00Z"), 1h, asset);
    QVERIFY(checked(fixture).cooldown.empty());
    const auto breaks = checked(fixture, {}, 48h + 1ms).cooldown;
    QCOMPARE(breaks.size(), std::size_t{1});
    QCOMPARE(breaks[0].shortBy.count(), 1);
    fixture.assets[0].cooldown = 24h;
    QVERIFY(checked(fixture, {}, 100h).cooldown.empty());
}

void TestCheck::partsOfAnAiringAreOne()
{
    PlanningFixture fixture;
    const AssetId film = fixture.addAsset(2h).id;
    for (int part = 0; part < 2; ++part) {
        for (int day = 0; day < 3; day += 2) {
            ScheduledEvent &event =
                fixture.addEvent(at("2026-05-01T10:00:00Z") + day * 24h + part * 70min, 1h, film);
            event.airing = AiringId::fromBits(1, static_cast<std::uint64_t>(day + 1));
        }
    }
    QVERIFY(checked(fixture).cooldown.empty());
    QCOMPARE(checked(fixture, {}, 48h + 1ms).cooldown.size(), std::size_t{1});
}

void TestCheck::asRunTakesThePlaceOfThePlan()
{
    PlanningFixture fixture;
    const AssetId asset = fixture.addAsset(1h).id;
    const AssetId other = fixture.addAsset(1h).id;
    fixture.addEvent(at("2026-05-01T10:00:00Z"), 1h, asset);
    fixture.addEvent(at("2026-05-02T20:00:00Z"), 1h, asset);
    const TimePoint now = at("2026-05-02T00:00:00Z");
    QCOMPARE(checked(fixture, {}, 48h, now).cooldown.size(), std::size_t{1});
    // The log shows that something else aired instead.
    fixture.addPlay(at("2026-05-01T09:00:00Z"), 1h, other);
    fixture.addPlay(at("2026-05-01T10:00:00Z"), 1h, other);
    QVERIFY(checked(fixture, {}, 48h, now).cooldown.empty());
    QVERIFY(!checked(fixture, {}, 48h, at("2026-05-01T08:00:00Z")).cooldown.empty());
    // And here, that it aired earlier than planned.
    fixture.plays[1] = fixture.addPlay(at("2026-05-01T08:59:00Z"), 1h, asset);
    fixture.plays[1].event = fixture.events[0].id;
    fixture.plays.pop_back();
    const auto breaks = checked(fixture, {}, 48h, now).cooldown;
    QCOMPARE(breaks.size(), std::size_t{1});
    QCOMPARE(breaks[0].previous, fixture.events[0].id);
    QCOMPARE(breaks[0].shortBy.count(), Millis(48h - 35h - 1min).count());
    fixture.plays[1].result = PlayResult::Failed;
    QVERIFY(checked(fixture, {}, 48h, now).cooldown.empty());
}

void TestCheck::rulesGoByTheSameHistory()
{
    PlanningFixture fixture;
    const AssetId asset = fixture.addAsset(1h).id;
    const AssetId other = fixture.addAsset(1h).id;
    Rule rule;
    rule.id = RuleId::fromBits(1, 1);
    rule.body = MaxPlays{24h, 1, std::nullopt};
    fixture.addEvent(at("2026-05-01T10:00:00Z"), 1h, asset);
    const EventId later = fixture.addEvent(at("2026-05-02T08:00:00Z"), 1h, asset).id;
    const auto breaks = [&] {
        Station station = fixture.station();
        StationEdit edit;
        edit.rules.after = {rule};
        if (!station.apply(edit))
            qFatal("the rule does not fit");
        CheckRequest request;
        request.plan = fixture.plan.id;
        request.now = at("2026-05-02T00:00:00Z");
        Job job;
        return check(station, request, job)->rules;
    };
    QCOMPARE(breaks().size(), std::size_t{1});
    QCOMPARE(breaks().front().event, later);
    fixture.addPlay(at("2026-05-01T10:00:00Z"), 1h, other); // that is what aired
    QVERIFY(breaks().empty());
    fixture.addPlay(at("2026-05-01T20:00:00Z"), 1h, asset); // unplanned
    QCOMPARE(breaks().size(), std::size_t{1});
    QVERIFY(!breaks().front().other);
}

void TestCheck::anExemptSeriesBreaksNoCooldown()
{
    PlanningFixture fixture;
    Asset &asset = fixture.addAsset(1h);
    asset.series = QStringLiteral("Strip");
    asset.cooldown = 24h;
    for (int i = 0; i < 3; ++i)
        fixture.addEvent(at("2026-05-01T10:00:00Z") + i * 2h, 1h, asset.id);
    QCOMPARE(checked(fixture).cooldown.size(), std::size_t{2});
    Rule rule;
    rule.id = RuleId::fromBits(1, 1);
    rule.body = Exemption{QStringLiteral("STRIP")};
    Station station = fixture.station();
    StationEdit edit;
    edit.rules.after = {rule};
    QVERIFY(station.apply(edit));
    CheckRequest request;
    request.plan = fixture.plan.id;
    Job job;
    const auto report = check(station, request, job);
    QVERIFY(report->cooldown.empty() && report->rules.empty());
}

void TestCheck::findsDuplicates()
{
    PlanningFixture fixture;
    const AssetId a = fixture.addAsset(1h).id;
    const AssetId b = fixture.addAsset(1h).id;
    const TimePoint start = at("2026-05-01T10:00:00Z");
    const std::vector<std::pair<const char *, AssetId>> events{
        {"News", a}, {" NEWS ", a}, {"News", b}, {"Film", a}, {"film", AssetId()}, {"Other", b}};
    for (const auto &[title, asset] : events)
        fixture.addEvent(start, 1h, asset).title = QString::fromLatin1(title);
    fixture.addEvent(start + 1h, 1h, a).title = QStringLiteral("News");
    const auto duplicates = checked(fixture).duplicates;
    const std::vector<DuplicateEvent> expected{{fixture.events[1].id, fixture.events[0].id},
                                               {fixture.events[4].id, fixture.events[3].id}};
    QVERIFY(duplicates == expected);
}

void TestCheck::reportsMedia()
{
    PlanningFixture fixture;
    fixture.addAsset(1h).status = AssetStatus::Missing;
    fixture.addAsset(1h).status = AssetStatus::Unreadable;
    fixture.addAsset(1h, DurationSource::Declared);
    fixture.addAsset(30min);
    for (std::size_t i = 0; i < 4; ++i)
        fixture.addEvent(at("2026-05-01T10:00:00Z") + static_cast<int>(i) * 1h, 1h, fixture.assets[i].id);
    const CheckReport report = checked(fixture);
    QCOMPARE(report.missing, (std::vector<EventId>{fixture.events[0].id, fixture.events[1].id}));
    QCOMPARE(report.unprobed, (std::vector<EventId>{fixture.events[2].id}));
    std::vector<IssueCode> codes;
    for (const Issue &issue : report.issues)
        codes.push_back(issue.code);
    QVERIFY((codes == std::vector{IssueCode::MediaMissing, IssueCode::MediaUnreadable,
                                  IssueCode::MediaUnprobed, IssueCode::DurationMismatch}));
    QCOMPARE(report.issues.back().args, QStringList(QString::number(Millis(30min).count())));
}

void TestCheck::brokenRulesAreIssues()
{
    PlanningFixture fixture;
    fixture.addAsset(1h).series = QStringLiteral("Saga");
    fixture.addAsset(1h).series = QStringLiteral("Saga");
    fixture.assets[0].maxPlaysPerDay = 1;
    const TimePoint start = at("2026-05-01T10:00:00Z");
    fixture.addEvent(start, 1h, fixture.assets[0].id);
    fixture.addEvent(start + 1h, 1h, fixture.assets[1].id);
    fixture.addEvent(start + 5h, 1h, fixture.assets[0].id);
    Station station = fixture.station();
    StationEdit edit;
    Rule rule;
    rule.id = fixture.ids.next<RuleId>();
    rule.name = QStringLiteral("Apart");
    rule.body = Separation{3h, {}};
    edit.rules.after = {rule};
    QVERIFY(station.apply(edit));
    CheckRequest request;
    request.plan = fixture.plan.id;
    request.cooldown = Millis(0);
    Job job;
    const auto report = check(station, request, job);
    QVERIFY(report);
    QStringList told;
    for (const Issue &issue : report->issues) {
        if (issue.code == IssueCode::RuleBreak)
            told << sentence(station, issue);
    }
    QCOMPARE(told,
             (QStringList{QStringLiteral("“Event 2” at 2026-05-01 11:00:00: Another episode of its series "
                                         "airs too close to this (“Apart”)."),
                          QStringLiteral("“Event 3” at 2026-05-01 15:00:00: It has been played as often as "
                                         "it may.")}));
    const auto separated = std::find_if(report->issues.begin(), report->issues.end(), [](const Issue &issue) {
        return issue.code == IssueCode::RuleBreak;
    });
    QCOMPARE(separated->events, (std::vector{fixture.events[1].id, fixture.events[0].id}));
    QCOMPARE(separated->range, fixture.events[1].range);
    QCOMPARE(separated->args.value(1), rule.name);
}

void TestCheck::quotasThatAreNotReachedAreSaid()
{
    PlannerFixture fixture;
    fixture.channel.zone = QStringLiteral("Etc/UTC");
    const TimePoint start = at("2026-05-01T10:00:00Z");
    const auto add = [&](const char *category, Millis after, Millis length,
                         AssetKind kind = AssetKind::Program) {
        fixture.addEvent(start + after, length, fixture.addItem(category, length, kind).id);
    };
    add("Music", 0h, 1h);
    add("Film", 1h, 4h);
    add("Music", 5h, 5h, AssetKind::Filler); // no programme
    add("Music", 10h, 3h);
    fixture.addRule(Quota{0.6, 0.7}, "Music");
    fixture.addRule(Quota{0.5, 0.5}, "Film");
    fixture.addRule(Quota{std::nullopt, 1.0}, "Film");
    const Station station = fixture.station();
    CheckRequest request;
    request.plan = fixture.plan.id;
    Job job;
    const auto whole = check(station, request, job);
    QVERIFY(whole);
    QCOMPARE(whole->quotas.size(), std::size_t{1});
    QCOMPARE(whole->quotas.front(),
             (QuotaShare{fixture.rules[0].id, QStringLiteral("Music"), 0.7, 0.5, 0.6}));
    QStringList told;
    for (const Issue &issue : whole->issues) {
        if (issue.code == IssueCode::QuotaShort)
            told << sentence(station, issue);
    }
    QCOMPARE(told,
             QStringList(QStringLiteral("Music has 50.0 % of the airtime of programmes in the 13 h from "
                                        "2026-05-01 10:00:00, never less than 60.0 %.")));
    request.range = TimeRange{start + 9h, 4h}; // music alone
    const auto part = check(station, request, job);
    QCOMPARE(part->quotas.size(), std::size_t{1});
    QCOMPARE(part->quotas.front().category, QStringLiteral("Film"));
    QCOMPARE(part->quotas.front().planned, 0.0);
    request.range = TimeRange{start + 5h, 4h}; // no programme at all
    QVERIFY(check(station, request, job)->quotas.empty());
}

void TestCheck::emptyPlanHasNothingWrong()
{
    const CheckReport report = checked(PlanningFixture());
    QCOMPARE(report.events, 0);
    QVERIFY(report.gaps.empty() && report.issues.empty());
}

void TestCheck::refusesWhatIsNotThere()
{
    Job job;
    CheckRequest request;
    const auto unknown = check(PlanningFixture().station(), request, job);
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().code, ErrorCode::UnknownObject);
    const PlanningFixture fixture;
    request.plan = fixture.plan.id;
    request.range = TimeRange{};
    const auto empty = check(fixture.station(), request, job);
    QVERIFY(!empty);
    QCOMPARE(empty.error().code, ErrorCode::EmptyRange);
}

void TestCheck::cancelled()
{
    Job job;
    job.cancel();
    const PlanningFixture fixture = dayOf({{8h, 9h}});
    CheckRequest request;
    request.plan = fixture.plan.id;
    const auto report = check(fixture.station(), request, job);
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestCheck)
#include "tst_check.moc"

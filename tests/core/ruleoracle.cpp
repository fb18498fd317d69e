// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ruleoracle.h"

#include "core/time/iso8601.h"

#include <algorithm>

namespace sf::test {

using namespace std::chrono_literals;

namespace {

bool isSame(const QString &a, const QString &b) { return a.compare(b, Qt::CaseInsensitive) == 0; }
bool isProgrammeKind(const Asset &asset)
{
    return asset.kind == AssetKind::Program || asset.kind == AssetKind::Live;
}
QString contentOf(const Asset &asset)
{
    return asset.houseNumber.isEmpty() ? asset.id.toString() : asset.houseNumber;
}
QDate dateOf(LocalTime t)
{
    return QDate(1970, 1, 1).addDays(std::chrono::floor<std::chrono::days>(t).time_since_epoch().count());
}
LocalTime midnightOf(QDate date)
{
    return LocalTime(std::chrono::hours(24 * QDate(1970, 1, 1).daysTo(date)));
}
Millis timeOfDay(LocalTime t) { return t - std::chrono::floor<std::chrono::days>(t); }

/// Days a template is valid for: the fewer win.
qint64 validDays(const WeekTemplate &week)
{
    if (week.validFrom && week.validUntil)
        return week.validFrom->daysTo(*week.validUntil);
    return week.validFrom || week.validUntil ? 1'000'000 : 2'000'000;
}

} // namespace

RuleOracle::RuleOracle(const Station &before, const FillRequest &request, const FillOutcome &outcome)
    : m_station(before)
    , m_request(request)
    , m_outcome(outcome)
    , m_channel(*before.channelOf(request.plan))
    , m_clock(m_channel.clock())
    , m_grid(m_channel.grid())
{
    before.schedule().forEach(request.plan, [&](const ScheduledEvent &event) {
        const bool isFrozen =
            event.origin != EventOrigin::AutoFill || event.isLocked || event.range.start < request.now;
        const bool isGiven =
            (request.replaceAuto && event.range.end() <= request.range.end()) ||
            std::find(request.replaced.begin(), request.replaced.end(), event.id) != request.replaced.end();
        if (isGiven && !isFrozen && event.layer == 0 && !event.range.isEmpty() &&
            request.range.contains(event.range.start))
            m_movable.insert(event.id);
    });
    collect(outcome);
    collectAired();
}

void RuleOracle::collect(const FillOutcome &outcome)
{
    std::set<EventId> gone;
    for (const ScheduledEvent &event : outcome.edit.events.before)
        gone.insert(event.id);
    const auto add = [&](const ScheduledEvent &event, bool isOurs) {
        if (event.layer == 0)
            m_showings.push_back(
                {event, m_station.assets().find(event.asset), daypartAt(event.range.start), isOurs, false});
    };
    m_station.schedule().forEach(m_request.plan, [&](const ScheduledEvent &event) {
        if (!gone.contains(event.id))
            add(event, m_movable.contains(event.id));
    });
    for (const ScheduledEvent &event : outcome.edit.events.after)
        add(event, true);
    std::sort(m_showings.begin(), m_showings.end(),
              [](const Showing &a, const Showing &b) { return startsBefore(a.event, b.event); });
    std::set<AiringId> airings;
    for (Showing &showing : m_showings)
        showing.isPart = showing.event.airing && !airings.insert(showing.event.airing).second;
}

void RuleOracle::collectAired()
{
    for (const Play &play : m_station.plays()) {
        Aired aired;
        aired.start = play.range.start;
        aired.content = play.content;
        m_station.assets().forEach([&](const Asset &asset) {
            if (asset.id.toString() == play.content || asset.houseNumber == play.content)
                aired.asset = &asset;
        });
        if (aired.asset) {
            aired.content = contentOf(*aired.asset);
            aired.daypart = daypartAt(aired.start);
            aired.isExempt = isExempt(*aired.asset, aired.daypart);
        }
        m_aired.push_back(aired);
    }
    for (const Showing &showing : m_showings) {
        if (!showing.asset || showing.event.isExempt || showing.isPart)
            continue;
        Aired aired{showing.start(),
                    showing.asset,
                    contentOf(*showing.asset),
                    showing.daypart,
                    showing.isOurs,
                    cooldownOf(showing.asset, showing.daypart),
                    isExempt(*showing.asset, showing.daypart)};
        if (showing.isOurs && showing.event.tier == RelaxationTier::OperatorAllowed)
            aired.cooldown = std::min(aired.cooldown, *m_request.allowedCooldown);
        m_aired.push_back(aired);
    }
    std::stable_sort(m_aired.begin(), m_aired.end(),
                     [](const Aired &a, const Aired &b) { return a.start < b.start; });
}

QString RuleOracle::daypartAt(TimePoint t) const
{
    std::pair<TimePoint, std::size_t> best{TimePoint::min(), 0};
    QString name;
    const QDate today = dateOf(m_clock.toLocal(t));
    for (QDate date = today.addDays(-2); date <= today; date = date.addDays(1)) {
        const WeekTemplate *valid = nullptr;
        for (const WeekTemplate &week : m_station.templates()) {
            const bool counts = week.channel == m_channel.id &&
                                (!week.validFrom || *week.validFrom <= date) &&
                                (!week.validUntil || *week.validUntil >= date);
            if (counts && (!valid || validDays(week) <= validDays(*valid)))
                valid = &week;
        }
        for (std::size_t i = 0; valid && i < valid->dayparts.size(); ++i) {
            const Daypart &daypart = valid->dayparts[i];
            const TimePoint start = m_clock.toUtcForward(midnightOf(date) + daypart.from);
            const TimePoint end = m_clock.toUtcForward(midnightOf(date) + daypart.until);
            if ((daypart.dayMask >> (date.dayOfWeek() - 1) & 1) != 0 && start <= t && t < end &&
                std::pair(start, i + 1) > best) {
                best = {start, i + 1};
                name = daypart.name;
            }
        }
    }
    return name;
}

bool RuleOracle::isInScope(const Rule &rule, const Asset &asset, const QString &daypart) const
{
    const RuleScope &scope = rule.scope;
    return rule.isEnabled && (!scope.channel || scope.channel == m_channel.id) &&
           (scope.daypart.isEmpty() || isSame(scope.daypart, daypart)) &&
           (scope.category.isEmpty() || isSame(scope.category, asset.category)) &&
           (!scope.kind || *scope.kind == asset.kind) &&
           (scope.tag.isEmpty() || asset.tags.contains(scope.tag, Qt::CaseInsensitive));
}

bool RuleOracle::isExempt(const Asset &asset, const QString &daypart) const
{
    return std::any_of(m_station.rules().begin(), m_station.rules().end(), [&](const Rule &rule) {
        const auto *exemption = std::get_if<Exemption>(&rule.body);
        return exemption && isSame(exemption->series, asset.series) && isInScope(rule, asset, daypart);
    });
}

Millis RuleOracle::cooldownOf(const Asset *asset, const QString &daypart) const
{
    if (!asset)
        return m_request.cooldown;
    if (asset->cooldown)
        return *asset->cooldown;
    Millis cooldown = m_request.cooldown;
    int narrowest = -1;
    for (const Rule &rule : m_station.rules()) {
        const auto *body = std::get_if<Cooldown>(&rule.body);
        if (!body || !body->never || !isInScope(rule, *asset, daypart))
            continue;
        const int narrowness = int(!rule.scope.daypart.isEmpty()) + int(!rule.scope.category.isEmpty()) +
                               int(rule.scope.kind.has_value()) + int(!rule.scope.tag.isEmpty());
        if (narrowness >= narrowest) {
            narrowest = narrowness;
            cooldown = *body->never;
        }
    }
    return cooldown;
}

QString RuleOracle::wrong(const QString &what, TimePoint t) const
{
    return QStringLiteral("%1 at %2").arg(what, toIso8601(t));
}

QString RuleOracle::judge() const
{
    for (const auto judge : {&RuleOracle::judgeFrozen, &RuleOracle::judgePlaces, &RuleOracle::judgeCover,
                             &RuleOracle::judgeLimits, &RuleOracle::judgeCooldown}) {
        if (const QString found = (this->*judge)(); !found.isEmpty())
            return found;
    }
    for (const Rule &rule : m_station.rules()) {
        if (const QString found = judgeRule(rule); !found.isEmpty())
            return found;
    }
    return m_outcome.violations == 0 ? QString() : QStringLiteral("it counts violations itself");
}

QString RuleOracle::judgeFrozen() const
{
    for (const ScheduledEvent &event : m_outcome.edit.events.before) {
        if (!m_movable.contains(event.id))
            return wrong(QStringLiteral("something frozen was touched"), event.range.start);
        const ScheduledEvent *known = m_station.schedule().find(event.id);
        if (!known || *known != event)
            return wrong(QStringLiteral("what goes is not what was there"), event.range.start);
    }
    return {};
}

QString RuleOracle::judgePlaces() const
{
    for (const Showing &showing : m_showings) {
        if (!showing.isOurs)
            continue;
        const TimeRange range = showing.event.range;
        if (!showing.asset || range.isEmpty() || !m_request.range.contains(range))
            return wrong(QStringLiteral("“%1” (%2 ms) lies outside the range, or is nothing")
                             .arg(showing.event.title)
                             .arg(range.duration.count()),
                         range.start);
        if (!m_grid.isOnGrid(range.start) || !m_grid.isOnGrid(range.end()))
            return wrong(QStringLiteral("it is not on the frame grid"), range.start);
        const bool isWhole = !showing.event.airing && !showing.event.recurrence &&
                             showing.event.tier != RelaxationTier::ElasticSlate;
        if (isWhole && m_grid.indexOf(range.end()) - m_grid.indexOf(range.start) !=
                           m_grid.framesFor(showing.asset->playable()))
            return wrong(QStringLiteral("it is not as long as its asset"), range.start);
        for (const Showing &other : m_showings) {
            const TimeRange his = other.event.range;
            if (&other != &showing && !his.isEmpty() && his.start < range.end() && range.start < his.end())
                return wrong(QStringLiteral("it overlaps"), range.start);
        }
    }
    return {};
}

/// Events and gaps cover the range, but for less than a frame beside what is off the grid.
QString RuleOracle::judgeCover() const
{
    std::vector<TimeRange> all;
    Millis empty{0};
    for (const FillGap &gap : m_outcome.gaps) {
        empty += gap.range.duration;
        for (const Showing &showing : m_showings) {
            if (!showing.event.range.isEmpty() && showing.event.range.overlaps(gap.range))
                return wrong(QStringLiteral("a gap is not empty"), gap.range.start);
        }
        if (gap.range.isEmpty() || !m_request.range.contains(gap.range))
            return wrong(QStringLiteral("a gap is empty or outside"), gap.range.start);
        all.push_back(gap.range);
    }
    for (const Showing &showing : m_showings)
        all.push_back(showing.event.range);
    std::sort(all.begin(), all.end(),
              [](const TimeRange &a, const TimeRange &b) { return a.start < b.start; });
    const Millis frame = m_grid.lengthOf(1) + 1ms;
    TimePoint covered = m_request.range.start;
    for (const TimeRange &range : all) {
        if (range.end() > m_request.range.start && range.start < m_request.range.end() &&
            range.start - covered > 2 * frame)
            return wrong(QStringLiteral("nothing is there and no gap says why"), covered);
        covered = std::max(covered, range.end());
    }
    if (m_request.range.end() - covered > 2 * frame)
        return wrong(QStringLiteral("nothing is there and no gap says why"), covered);
    if (m_outcome.filled > m_outcome.feasibility.library)
        return QStringLiteral("more is filled than the bound allows");
    return empty == m_outcome.gap ? QString() : QStringLiteral("the gaps are not as long as it says");
}

QString RuleOracle::judgeLimits() const
{
    for (const Showing &showing : m_showings) {
        if (!showing.isOurs || !showing.asset)
            continue;
        const Asset &asset = *showing.asset;
        const TimeRange range = showing.event.range;
        if ((asset.rightsFrom && range.start < *asset.rightsFrom) ||
            (asset.rightsUntil && range.end() > *asset.rightsUntil))
            return wrong(QStringLiteral("its rights do not cover it"), range.start);
        const LocalTime local = m_clock.toLocal(range.start);
        const auto hour =
            static_cast<std::size_t>((dateOf(local).dayOfWeek() - 1) * 24 +
                                     std::chrono::floor<std::chrono::hours>(timeOfDay(local)).count());
        if (!showing.isPart && asset.hours && !asset.hours->test(hour))
            return wrong(QStringLiteral("its hours do not allow it"), range.start);
    }
    for (const Aired &aired : m_aired) {
        if (!aired.asset)
            continue;
        const QDate date = m_clock.broadcastDate(aired.start);
        const QDate monday = date.addDays(1 - date.dayOfWeek());
        struct Plays
        {
            int count = 0;
            bool hasOurs = false;
            void add(bool isCounted, bool isOurs)
            {
                count += isCounted ? 1 : 0;
                hasOurs = hasOurs || (isCounted && isOurs);
            }
            bool isOver(int limit) const { return limit > 0 && count > limit && hasOurs; }
        };
        Plays all;
        Plays today;
        Plays thisWeek;
        for (const Aired &other : m_aired) {
            if (other.content != aired.content || other.start > aired.start)
                continue;
            const QDate otherDate = m_clock.broadcastDate(other.start);
            all.add(true, other.isOurs);
            today.add(otherDate == date, other.isOurs);
            thisWeek.add(otherDate >= monday, other.isOurs);
        }
        const Asset &asset = *aired.asset;
        if (all.isOver(asset.maxPlays) || today.isOver(asset.maxPlaysPerDay) ||
            thisWeek.isOver(asset.maxPlaysPerWeek))
            return wrong(QStringLiteral("it plays too often"), aired.start);
    }
    return {};
}

QString RuleOracle::judgeCooldown() const
{
    for (std::size_t i = 0; i < m_aired.size(); ++i) {
        for (std::size_t j = i + 1; j < m_aired.size(); ++j) {
            const Aired &a = m_aired[i];
            const Aired &b = m_aired[j];
            if (a.content == b.content && (a.isOurs || b.isOurs) && !a.isExempt && !b.isExempt &&
                b.start - a.start < b.cooldown)
                return wrong(QStringLiteral("the cooldown is broken"), b.start);
        }
    }
    return {};
}

QString RuleOracle::judgeRule(const Rule &rule) const
{
    if (const auto *body = std::get_if<Separation>(&rule.body); body && body->never)
        return judgeSeparation(rule, *body->never);
    if (const auto *body = std::get_if<MaxPerHour>(&rule.body); body && body->never)
        return judgeHours(rule, *body->never);
    if (const auto *body = std::get_if<MaxPlays>(&rule.body); body && body->never)
        return judgePlays(rule, *body);
    if (const auto *body = std::get_if<NoSameHour>(&rule.body); body && body->isNever)
        return judgeSameHour(rule);
    if (const auto *body = std::get_if<Watershed>(&rule.body); body && body->isNever)
        return judgeWatershed(rule, *body);
    if (const auto *body = std::get_if<MaxInARow>(&rule.body); body && body->never)
        return judgeRows(rule, *body->never);
    if (const auto *body = std::get_if<Adjacency>(&rule.body); body && body->isNever)
        return judgeAdjacency(rule, *body);
    return {};
}

QString RuleOracle::judgeSeparation(const Rule &rule, Millis never) const
{
    for (std::size_t i = 0; i < m_aired.size(); ++i) {
        for (std::size_t j = i + 1; j < m_aired.size(); ++j) {
            const Aired &a = m_aired[i];
            const Aired &b = m_aired[j];
            const bool isPair = a.asset && b.asset && !a.asset->series.isEmpty() &&
                                isSame(a.asset->series, b.asset->series) && (a.isOurs || b.isOurs) &&
                                !a.isExempt && !b.isExempt;
            if (isPair && isInScope(rule, *b.asset, b.daypart) && b.start - a.start < never)
                return wrong(QStringLiteral("a series comes back too soon"), b.start);
        }
    }
    return {};
}

LocalTime RuleOracle::hourOf(TimePoint t) const
{
    return std::chrono::floor<std::chrono::hours>(m_clock.toLocal(t));
}

QString RuleOracle::judgeHours(const Rule &rule, int never) const
{
    std::map<TimePoint, std::pair<int, bool>> hours; // an hour that comes twice is two
    for (const Showing &showing : m_showings) {
        if (!showing.asset || showing.isPart || showing.event.tier == RelaxationTier::ElasticSlate ||
            !isInScope(rule, *showing.asset, showing.daypart))
            continue;
        auto &[count, hasOurs] =
            hours[showing.start() - (m_clock.toLocal(showing.start()) - hourOf(showing.start()))];
        ++count;
        hasOurs = hasOurs || showing.isOurs;
    }
    for (const auto &[start, hour] : hours) {
        if (hour.second && hour.first > never)
            return wrong(QStringLiteral("too many start in the hour"), start);
    }
    return {};
}

QString RuleOracle::judgePlays(const Rule &rule, const MaxPlays &limit) const
{
    for (const Aired &last : m_aired) {
        if (!last.asset || last.isExempt || !isInScope(rule, *last.asset, last.daypart))
            continue;
        int plays = 0;
        bool hasOurs = false;
        for (const Aired &other : m_aired) {
            const bool isIn = other.content == last.content && !other.isExempt && other.start <= last.start &&
                              last.start - other.start < limit.window;
            plays += isIn ? 1 : 0;
            hasOurs = hasOurs || (isIn && other.isOurs);
        }
        if (hasOurs && plays > *limit.never)
            return wrong(QStringLiteral("too many plays in the window"), last.start);
    }
    return {};
}

QString RuleOracle::judgeSameHour(const Rule &rule) const
{
    for (const Aired &b : m_aired) {
        if (!b.asset || b.isExempt || !isInScope(rule, *b.asset, b.daypart))
            continue;
        for (const Aired &a : m_aired) {
            if (a.content == b.content && (a.isOurs || b.isOurs) && !a.isExempt &&
                m_clock.broadcastDate(a.start).addDays(1) == m_clock.broadcastDate(b.start) &&
                timeOfDay(hourOf(a.start)) == timeOfDay(hourOf(b.start)))
                return wrong(QStringLiteral("the same hour as the day before"), b.start);
        }
    }
    return {};
}

QString RuleOracle::judgeWatershed(const Rule &rule, const Watershed &watershed) const
{
    for (const Showing &showing : m_showings) {
        if (!showing.isOurs || showing.isPart || showing.event.tier == RelaxationTier::ElasticSlate ||
            !isInScope(rule, *showing.asset, showing.daypart) ||
            !isSame(watershed.rating, showing.asset->rating))
            continue;
        const Millis time = timeOfDay(m_clock.toLocal(showing.start()));
        const bool isIn = watershed.from <= watershed.until
                              ? watershed.from <= time && time < watershed.until
                              : watershed.from <= time || time < watershed.until;
        if (!isIn)
            return wrong(QStringLiteral("outside the watershed"), showing.start());
    }
    return {};
}

std::vector<const RuleOracle::Showing *> RuleOracle::programmes() const
{
    std::vector<const Showing *> found;
    for (const Showing &showing : m_showings) {
        if (showing.asset && isProgrammeKind(*showing.asset) && !showing.isPart &&
            showing.event.tier != RelaxationTier::ElasticSlate)
            found.push_back(&showing);
    }
    return found;
}

QString RuleOracle::judgeRows(const Rule &rule, int never) const
{
    int row = 0;
    bool hasOurs = false;
    TimePoint last = TimePoint::min();
    for (const Showing *one : programmes()) {
        const bool goesOn = last != TimePoint::min() && one->start() - last <= 24h;
        const bool isOne = isInScope(rule, *one->asset, one->daypart);
        row = isOne ? (goesOn ? row + 1 : 1) : 0;
        hasOurs = isOne && ((goesOn && hasOurs) || one->isOurs);
        if (row > never && hasOurs)
            return wrong(QStringLiteral("too many in a row"), one->start());
        last = one->start();
    }
    return {};
}

QString RuleOracle::judgeAdjacency(const Rule &rule, const Adjacency &adjacency) const
{
    const Showing *before = nullptr;
    for (const Showing *one : programmes()) {
        const bool isBarred = before && one->start() - before->start() <= 24h &&
                              isSame(before->asset->category, adjacency.category) &&
                              isSame(one->asset->category, adjacency.next) &&
                              isInScope(rule, *one->asset, one->daypart);
        if (isBarred && (before->isOurs || one->isOurs))
            return wrong(QStringLiteral("it may not follow"), one->start());
        before = one;
    }
    return {};
}

} // namespace sf::test

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/blocks.h"

#include "core/time/iso8601.h"

#include <QCoreApplication>

#include <algorithm>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

LocalTime midnightOf(QDate date)
{
    static const QDate epoch(1970, 1, 1);
    return LocalTime(std::chrono::hours(24) * epoch.daysTo(date));
}

QDate dateOf(LocalTime t)
{
    const auto days = std::chrono::floor<std::chrono::days>(t).time_since_epoch().count();
    return QDate(1970, 1, 1).addDays(days);
}

/// Days that a template is valid for; a side that is open counts for ever.
qint64 validity(const WeekTemplate &week)
{
    constexpr qint64 ever = 10'000'000;
    if (!week.validFrom && !week.validUntil)
        return 2 * ever;
    return week.validFrom && week.validUntil ? week.validFrom->daysTo(*week.validUntil) : ever;
}

/// A daypart on one day, as painted.
struct Painted
{
    TimePoint start{};
    TimePoint end{};
    const Daypart *daypart = nullptr;
};

std::vector<Painted> paint(std::span<const WeekTemplate> templates, const Channel &channel, TimeRange range,
                           const WeekTemplate *only)
{
    const ChannelClock clock = channel.clock();
    std::vector<Painted> painted;
    const QDate last = dateOf(clock.toLocal(range.end()));
    for (QDate date = dateOf(clock.toLocal(range.start)).addDays(-2); date <= last; date = date.addDays(1)) {
        const WeekTemplate *week = only ? only : templateOn(templates, channel.id, date);
        if (!week)
            continue;
        for (const Daypart &daypart : week->dayparts) {
            if ((daypart.dayMask >> (date.dayOfWeek() - 1) & 1) == 0 || daypart.until <= daypart.from)
                continue;
            const TimePoint start = clock.toUtcForward(midnightOf(date) + daypart.from);
            const TimePoint end = clock.toUtcForward(midnightOf(date) + daypart.until);
            if (start < end && end > range.start && start < range.end())
                painted.push_back({start, end, &daypart});
        }
    }
    std::stable_sort(painted.begin(), painted.end(),
                     [](const Painted &a, const Painted &b) { return a.start < b.start; });
    return painted;
}

/// All instants at which what is painted may change, from the start of the range to its end.
std::vector<TimePoint> edgesOf(const std::vector<Painted> &painted, TimeRange range)
{
    std::vector<TimePoint> edges{range.start, range.end()};
    for (const Painted &one : painted) {
        edges.push_back(std::clamp(one.start, range.start, range.end()));
        edges.push_back(std::clamp(one.end, range.start, range.end()));
    }
    std::sort(edges.begin(), edges.end());
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    return edges;
}

} // namespace

const WeekTemplate *templateOn(std::span<const WeekTemplate> templates, ChannelId channel, QDate date)
{
    const WeekTemplate *best = nullptr;
    for (const WeekTemplate &week : templates) {
        const bool isValid = week.channel == channel && (!week.validFrom || *week.validFrom <= date) &&
                             (!week.validUntil || date <= *week.validUntil);
        if (isValid && (!best || validity(week) <= validity(*best)))
            best = &week;
    }
    return best;
}

const WeekTemplate *findTemplate(std::span<const WeekTemplate> templates, ChannelId channel, TemplateId id)
{
    const auto found = std::find_if(templates.begin(), templates.end(), [&](const WeekTemplate &week) {
        return week.id == id && week.channel == channel;
    });
    return id && found != templates.end() ? &*found : nullptr;
}

std::vector<Block> blocksOf(std::span<const WeekTemplate> templates, const Channel &channel, TimeRange range,
                            const WeekTemplate *only)
{
    const std::vector<Painted> painted = paint(templates, channel, range, only);
    const std::vector<TimePoint> edges = edgesOf(painted, range);
    std::vector<Block> blocks;
    std::vector<const Painted *> open; // by start: the one on top is the last
    const Painted *shown = nullptr;
    auto next = painted.begin();
    for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
        for (; next != painted.end() && next->start <= edges[i]; ++next)
            open.push_back(&*next);
        std::erase_if(open, [&](const Painted *one) { return one->end <= edges[i]; });
        const Painted *top = open.empty() ? nullptr : open.back();
        if (!blocks.empty() && top == shown)
            blocks.back().range.duration += edges[i + 1] - edges[i];
        else
            blocks.push_back({TimeRange::between(edges[i], edges[i + 1]), top ? top->daypart : nullptr});
        shown = top;
    }
    return blocks;
}

const Block *blockAt(std::span<const Block> blocks, TimePoint t)
{
    const auto next =
        std::upper_bound(blocks.begin(), blocks.end(), t,
                         [](TimePoint wanted, const Block &block) { return wanted < block.range.start; });
    if (next == blocks.begin() || !(next - 1)->range.contains(t))
        return nullptr;
    return &*(next - 1);
}

Status checkTemplate(const WeekTemplate &week)
{
    const auto bad = [](const QString &value, const QString &field, const char *should) {
        return fail(ErrorCode::BadFieldValue,
                    {value, field, QCoreApplication::translate("Template", should)});
    };
    if (week.validFrom && week.validUntil && *week.validUntil < *week.validFrom)
        return bad(week.validUntil->toString(Qt::ISODate), u"validUntil"_s,
                   QT_TRANSLATE_NOOP("Template", "It must not lie before validFrom."));
    constexpr Millis twoDays = std::chrono::hours(48);
    for (const Daypart &daypart : week.dayparts) {
        if (daypart.name.trimmed().isEmpty())
            return bad(daypart.name, u"name"_s, QT_TRANSLATE_NOOP("Template", "Each daypart has a name."));
        if ((daypart.dayMask & 0x7F) == 0)
            return bad(daypart.name, u"days"_s,
                       QT_TRANSLATE_NOOP("Template", "At least one day of the week is wanted."));
        if (daypart.from < Millis::zero() || daypart.until <= daypart.from || daypart.until > twoDays)
            return bad(toClockText(daypart.until), u"until"_s,
                       QT_TRANSLATE_NOOP("Template", "It lies after from, and no later than 48:00."));
        for (const Millis length : {daypart.startTolerance, daypart.mayRunShort, daypart.mayRunOver,
                                    daypart.promoEvery, daypart.breakLength, daypart.padTo}) {
            if (length < Millis::zero())
                return bad(toClockText(length), daypart.name,
                           QT_TRANSLATE_NOOP("Template", "A length of 0 or more is wanted."));
        }
    }
    return {};
}

} // namespace sf

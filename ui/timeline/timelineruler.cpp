// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/timeline/timelineruler.h"

#include <QLocale>

#include <array>

namespace sf {

using namespace std::chrono;
using namespace Qt::StringLiterals;

namespace {

struct ClockStep
{
    Millis major;
    Millis minor;
};

/// Each minor step divides its major one.
constexpr std::array clockSteps{
    ClockStep{seconds(1), Millis(200)}, ClockStep{seconds(5), seconds(1)},
    ClockStep{seconds(10), seconds(2)}, ClockStep{seconds(30), seconds(5)},
    ClockStep{minutes(1), seconds(10)}, ClockStep{minutes(5), minutes(1)},
    ClockStep{minutes(10), minutes(2)}, ClockStep{minutes(15), minutes(5)},
    ClockStep{minutes(30), minutes(5)}, ClockStep{hours(1), minutes(15)},
    ClockStep{hours(2), minutes(30)},   ClockStep{hours(3), hours(1)},
    ClockStep{hours(6), hours(1)},      ClockStep{hours(12), hours(3)},
};

enum class DateStep { Day, Week, Month, Quarter, Year };

constexpr double clockLabelWidth = 72;
constexpr double dayLabelWidth = 52;
constexpr double monthLabelWidth = 44;

QString two(std::int64_t value) { return u"%1"_s.arg(value, 2, 10, '0'_L1); }

QString clockLabel(LocalTime local, Millis step)
{
    const auto midnight = floor<days>(local);
    const hh_mm_ss clock(local - midnight);
    QString label = two(clock.hours().count()) + ':'_L1 + two(clock.minutes().count());
    if (step < minutes(1))
        label += ':'_L1 + two(clock.seconds().count());
    return label;
}

QString offsetLabel(minutes offset)
{
    const auto total = std::abs(offset.count());
    QString label = (offset.count() < 0 ? u" −"_s : u" +"_s) + QString::number(total / 60);
    if (total % 60 != 0)
        label += ':'_L1 + two(total % 60);
    return label;
}

void addClockTicks(Ruler &ruler, const WallTimes &wall, ClockStep step, double msPerPixel)
{
    const Millis closest(static_cast<std::int64_t>(clockLabelWidth / 2 * msPerPixel));
    TimePoint lastLabelled = wall.range().start - closest;
    LocalTime shown = LocalTime::min(); ///< the wall was shown up to here
    const auto &segments = wall.segments();
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const TimePoint end = i + 1 < segments.size() ? segments[i + 1].start : wall.range().end();
        const minutes offset = segments[i].offset;
        const LocalTime first(segments[i].start.time_since_epoch() + offset);
        const LocalTime midnight = floor<days>(first);
        LocalTime local = midnight + (first - midnight + step.minor - Millis(1)) / step.minor * step.minor;
        for (;; local += step.minor) {
            const TimePoint t(local.time_since_epoch() - offset);
            if (t >= end)
                break;
            const bool isMajor = (local - floor<days>(local)) % step.major == Millis::zero();
            QString label;
            if (isMajor && t - lastLabelled >= closest) {
                label = clockLabel(local, step.major);
                if (local < shown)
                    label += offsetLabel(offset);
                lastLabelled = t;
            }
            ruler.ticks.push_back({t, label});
        }
        shown = std::max(shown, LocalTime(end.time_since_epoch() + offset));
    }
}

QDate firstDate(QDate date, DateStep step)
{
    switch (step) {
    case DateStep::Day:
        return date;
    case DateStep::Week:
        return date.addDays(1 - date.dayOfWeek());
    case DateStep::Month:
        return QDate(date.year(), date.month(), 1);
    case DateStep::Quarter:
        return QDate(date.year(), (date.month() - 1) / 3 * 3 + 1, 1);
    case DateStep::Year:
        break;
    }
    return QDate(date.year(), 1, 1);
}

QDate nextDate(QDate date, DateStep step)
{
    switch (step) {
    case DateStep::Day:
        return date.addDays(1);
    case DateStep::Week:
        return date.addDays(7);
    case DateStep::Month:
        return date.addMonths(1);
    case DateStep::Quarter:
        return date.addMonths(3);
    case DateStep::Year:
        break;
    }
    return date.addYears(1);
}

QString dateLabel(QDate date, DateStep step)
{
    const QLocale locale;
    switch (step) {
    case DateStep::Day:
        return locale.dayName(date.dayOfWeek(), QLocale::ShortFormat) + ' '_L1 + QString::number(date.day());
    case DateStep::Week:
        return QString::number(date.day()) + ' '_L1 + locale.monthName(date.month(), QLocale::ShortFormat);
    case DateStep::Month:
    case DateStep::Quarter:
        return locale.monthName(date.month(), QLocale::ShortFormat);
    case DateStep::Year:
        break;
    }
    return QString::number(date.year());
}

template <class F>
void forEachDate(const ChannelClock &clock, TimeRange range, DateStep step, F &&visit)
{
    for (QDate date = firstDate(clock.broadcastDate(range.start), step);; date = nextDate(date, step)) {
        const TimePoint start = clock.broadcastDay(date).start;
        if (start >= range.end())
            return;
        visit(date, start);
    }
}

void addDateTicks(Ruler &ruler, const ChannelClock &clock, TimeRange range, DateStep step, DateStep minor)
{
    if (minor != step) {
        forEachDate(clock, range, minor, [&](QDate date, TimePoint start) {
            if (firstDate(date, step) != date)
                ruler.ticks.push_back({start, {}});
        });
    }
    forEachDate(clock, range, step, [&](QDate date, TimePoint start) {
        ruler.ticks.push_back({start, dateLabel(date, step)});
    });
}

QString bandLabel(QDate date, DateStep step, QLocale::FormatType format)
{
    const QLocale locale;
    QString label;
    if (step == DateStep::Day)
        label = locale.dayName(date.dayOfWeek(), QLocale::ShortFormat) + ' '_L1 +
                QString::number(date.day()) + ' '_L1;
    if (step != DateStep::Year)
        label += locale.monthName(date.month(), format) + ' '_L1;
    return label + QString::number(date.year());
}

void addBands(Ruler &ruler, const ChannelClock &clock, TimeRange range, DateStep step)
{
    QDate open;
    TimePoint openStart{};
    const auto close = [&](TimePoint end) {
        if (open.isValid())
            ruler.bands.push_back({TimeRange::between(openStart, end),
                                   bandLabel(open, step, QLocale::LongFormat),
                                   dateLabel(open, step == DateStep::Month ? DateStep::Month : step)});
    };
    forEachDate(clock, range, step, [&](QDate date, TimePoint start) {
        close(start);
        open = date;
        openStart = start;
    });
    close(clock.broadcastDay(nextDate(open, step)).start);
}

} // namespace

Ruler makeRuler(const ChannelClock &clock, const WallTimes &wall, double msPerPixel)
{
    Ruler ruler;
    const auto width = [msPerPixel](Millis length) {
        return static_cast<double>(length.count()) / msPerPixel;
    };
    for (const ClockStep step : clockSteps) {
        if (width(step.major) < clockLabelWidth)
            continue;
        addClockTicks(ruler, wall, step, msPerPixel);
        addBands(ruler, clock, wall.range(), DateStep::Day);
        return ruler;
    }
    if (width(days(1)) >= dayLabelWidth) {
        addDateTicks(ruler, clock, wall.range(), DateStep::Day, DateStep::Day);
        addBands(ruler, clock, wall.range(), DateStep::Month);
    } else if (width(days(7)) >= dayLabelWidth) {
        addDateTicks(ruler, clock, wall.range(), DateStep::Week, DateStep::Day);
        addBands(ruler, clock, wall.range(), DateStep::Month);
    } else if (width(days(28)) >= monthLabelWidth) {
        addDateTicks(ruler, clock, wall.range(), DateStep::Month, DateStep::Month);
        addBands(ruler, clock, wall.range(), DateStep::Year);
    } else {
        addDateTicks(ruler, clock, wall.range(), DateStep::Quarter, DateStep::Quarter);
        addBands(ruler, clock, wall.range(), DateStep::Year);
    }
    return ruler;
}

} // namespace sf

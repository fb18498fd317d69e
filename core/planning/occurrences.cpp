// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/occurrences.h"

#include "core/time/iso8601.h"

#include <QCoreApplication>
#include <libical/ical.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <optional>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t mostSteps = 500'000; ///< of the rule, however few of them are asked for

tl::unexpected<Error> badRule(const QString &rule)
{
    return fail(ErrorCode::BadFieldValue,
                {rule, u"rrule"_s,
                 QCoreApplication::translate(
                     "Recurrence", "A rule is wanted such as FREQ=WEEKLY;BYDAY=MO,WE, of an hour or more.")});
}

/// libical keeps its state in one place for the whole program.
std::mutex &icalMutex()
{
    static std::mutex mutex;
    return mutex;
}

/// Without a zone: given one, libical 3.0 moves a start that the clock skips, and all after it stay moved. What
/// needs the zone, UNTIL, is compared here.
icaltimetype toIcal(LocalTime t)
{
    const auto day = std::chrono::floor<std::chrono::days>(t);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss time{std::chrono::floor<std::chrono::seconds>(t - day)};
    icaltimetype ical = icaltime_null_time();
    ical.year = static_cast<int>(date.year());
    ical.month = static_cast<int>(static_cast<unsigned>(date.month()));
    ical.day = static_cast<int>(static_cast<unsigned>(date.day()));
    ical.hour = static_cast<int>(time.hours().count());
    ical.minute = static_cast<int>(time.minutes().count());
    ical.second = static_cast<int>(time.seconds().count());
    return ical;
}

LocalTime fromIcal(const icaltimetype &ical)
{
    using namespace std::chrono;
    const year_month_day date{year(ical.year), month(static_cast<unsigned>(ical.month)),
                              day(static_cast<unsigned>(ical.day))};
    return LocalTime(local_days(date).time_since_epoch() + hours(ical.hour) + minutes(ical.minute) +
                     seconds(ical.second));
}

/// The last instant at which an occurrence may start; none where the rule goes on.
std::optional<TimePoint> lastOf(const icalrecurrencetype &rule, const ChannelClock &clock)
{
    if (icaltime_is_null_time(rule.until))
        return std::nullopt;
    const LocalTime wall = fromIcal(rule.until);
    if (rule.until.is_date)
        return clock.toUtcForward(wall + std::chrono::hours(24)) - Millis(1);
    return icaltime_is_utc(rule.until) ? TimePoint(wall.time_since_epoch()) : clock.toUtcForward(wall);
}

struct FreeIterator
{
    void operator()(icalrecur_iterator *iterator) const { icalrecur_iterator_free(iterator); }
};

/// The wall starts that the rule gives, up to the first after `until`.
Result<std::vector<LocalTime>> expand(const Recurrence &recurrence, const ChannelClock &clock,
                                      TimePoint until)
{
    const std::scoped_lock lock(icalMutex());
    icalrecurrencetype rule = icalrecurrencetype_from_string(recurrence.rrule.trimmed().toUtf8().constData());
    // Under an hour nothing comes again on a channel, and such a rule would not end.
    if (rule.freq == ICAL_NO_RECURRENCE || rule.freq == ICAL_SECONDLY_RECURRENCE ||
        rule.freq == ICAL_MINUTELY_RECURRENCE)
        return badRule(recurrence.rrule);
    const std::optional<TimePoint> last = lastOf(rule, clock);
    rule.until = icaltime_null_time(); // compared here, as an instant
    const std::unique_ptr<icalrecur_iterator, FreeIterator> iterator(
        icalrecur_iterator_new(rule, toIcal(recurrence.start)));
    if (!iterator)
        return badRule(recurrence.rrule);
    std::vector<LocalTime> starts;
    for (std::size_t step = 0; step < mostSteps; ++step) {
        const icaltimetype next = icalrecur_iterator_next(iterator.get());
        if (icaltime_is_null_time(next))
            break;
        const LocalTime wall = fromIcal(next);
        const TimePoint start = clock.toUtcForward(wall);
        if (start > until || (last && start > *last))
            break;
        starts.push_back(wall);
    }
    return starts;
}

Occurrence occurrenceAt(const Recurrence &recurrence, const ChannelClock &clock, LocalTime original)
{
    Occurrence occurrence;
    occurrence.original = original;
    LocalTime wall = original;
    for (const OccurrenceChange &change : recurrence.changes) {
        if (change.original != original)
            continue;
        occurrence.asset = change.asset;
        occurrence.isMoved = change.movedTo && *change.movedTo != original;
        wall = change.movedTo.value_or(original);
    }
    const auto exact = clock.toUtc(wall);
    occurrence.isShifted = !exact;
    occurrence.isAmbiguous = exact && exact->isAmbiguous;
    occurrence.start = exact ? exact->time : clock.toUtcForward(wall);
    return occurrence;
}

} // namespace

Result<std::vector<Occurrence>> occurrencesOf(const Recurrence &recurrence, const ChannelClock &clock,
                                              TimeRange range, std::size_t limit)
{
    TimePoint until = range.end();
    for (const OccurrenceChange &change : recurrence.changes) {
        if (change.movedTo) // it may come from after the range
            until = std::max(until, clock.toUtcForward(change.original));
    }
    const auto starts = expand(recurrence, clock, until);
    if (!starts)
        return fail(starts.error());
    std::vector<Occurrence> occurrences;
    for (const LocalTime original : *starts) {
        const auto &exceptions = recurrence.exceptions;
        if (std::find(exceptions.begin(), exceptions.end(), original) != exceptions.end())
            continue;
        const Occurrence occurrence = occurrenceAt(recurrence, clock, original);
        if (range.contains(occurrence.start))
            occurrences.push_back(occurrence);
    }
    std::stable_sort(occurrences.begin(), occurrences.end(),
                     [](const Occurrence &a, const Occurrence &b) { return a.start < b.start; });
    occurrences.resize(std::min(occurrences.size(), limit));
    return occurrences;
}

Status checkRecurrence(const Recurrence &recurrence, const ChannelClock &clock)
{
    const auto bad = [](const QString &value, const QString &field, const char *should) {
        return fail(ErrorCode::BadFieldValue,
                    {value, field, QCoreApplication::translate("Recurrence", should)});
    };
    if (!recurrence.asset && recurrence.series.trimmed().isEmpty())
        return bad(
            QString(), u"assetId"_s,
            QT_TRANSLATE_NOOP("Recurrence", "An asset is wanted, or the name of a series in its place."));
    if (recurrence.duration < Millis::zero())
        return bad(toClockText(recurrence.duration), u"durationMs"_s,
                   QT_TRANSLATE_NOOP("Recurrence", "It is 0 (as long as the asset) or more."));
    const TimePoint start = clock.toUtcForward(recurrence.start);
    const auto starts = expand(recurrence, clock, start);
    return starts ? Status() : fail(starts.error());
}

} // namespace sf

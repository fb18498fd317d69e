// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/icalendarrule.h"

#include <libical/ical.h>

#include <memory>

namespace sf {

namespace {

using Days = std::chrono::days;

icaltimetype toIcal(LocalTime local, const icaltimezone *zone)
{
    const auto days = std::chrono::floor<Days>(local.time_since_epoch());
    const std::chrono::year_month_day date{std::chrono::local_days(days)};
    const std::chrono::hh_mm_ss clock(local.time_since_epoch() - days);
    icaltimetype time = icaltime_null_time();
    time.year = static_cast<int>(date.year());
    time.month = static_cast<int>(static_cast<unsigned>(date.month()));
    time.day = static_cast<int>(static_cast<unsigned>(date.day()));
    time.hour = static_cast<int>(clock.hours().count());
    time.minute = static_cast<int>(clock.minutes().count());
    time.second = static_cast<int>(clock.seconds().count());
    time.zone = zone;
    return time;
}

LocalTime fromIcal(const icaltimetype &time)
{
    const std::chrono::year_month_day date{std::chrono::year(time.year),
                                           std::chrono::month(static_cast<unsigned>(time.month)),
                                           std::chrono::day(static_cast<unsigned>(time.day))};
    return LocalTime(std::chrono::local_days(date).time_since_epoch() + std::chrono::hours(time.hour) +
                     std::chrono::minutes(time.minute) + std::chrono::seconds(time.second));
}

bool isGiven(const short *list) { return list[0] != ICAL_RECURRENCE_ARRAY_MAX; }

/// Whether one of the months has one of the days.
bool hasDay(const icalrecurrencetype &rule)
{
    constexpr int longest[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (!isGiven(rule.by_month) || !isGiven(rule.by_month_day))
        return true;
    for (const short *month = rule.by_month; *month != ICAL_RECURRENCE_ARRAY_MAX; ++month) {
        for (const short *day = rule.by_month_day; *day != ICAL_RECURRENCE_ARRAY_MAX; ++day) {
            if (*month >= 1 && *month <= 12 && std::abs(*day) <= longest[*month - 1])
                return true;
        }
    }
    return false;
}

} // namespace

RuleCost icalRuleCost(const QByteArray &text)
{
    const icalrecurrencetype rule = icalrecurrencetype_from_string(text.constData());
    if (rule.freq == ICAL_NO_RECURRENCE || rule.freq == ICAL_SECONDLY_RECURRENCE ||
        rule.freq == ICAL_MINUTELY_RECURRENCE || !hasDay(rule) || rule.interval < 1 || rule.interval > 10'000)
        return RuleCost::Refused;
    const bool hasDays = isGiven(rule.by_day);
    const bool hasMonths = isGiven(rule.by_month) || isGiven(rule.by_month_day);
    const bool hasTimes = isGiven(rule.by_hour) || isGiven(rule.by_minute) || isGiven(rule.by_second);
    const bool isExotic =
        isGiven(rule.by_set_pos) || isGiven(rule.by_week_no) || isGiven(rule.by_year_day) || hasTimes;
    if (rule.freq == ICAL_HOURLY_RECURRENCE && (hasDays || hasMonths || isExotic))
        return RuleCost::Refused;
    if (isExotic || (hasMonths && hasDays))
        return RuleCost::Search;
    const bool isWeekly = rule.freq == ICAL_WEEKLY_RECURRENCE && !hasMonths;
    return rule.interval > 1 && !isWeekly && (hasDays || hasMonths) ? RuleCost::Search : RuleCost::Plain;
}

std::vector<LocalTime> expandIcalRule(const QByteArray &text, LocalTime start, const QString &zone,
                                      LocalTime until, std::size_t most, const Job &job)
{
    std::vector<LocalTime> times;
    icalrecurrencetype rule = icalrecurrencetype_from_string(text.constData());
    const icaltimezone *builtin = zone == QLatin1StringView("UTC")
                                      ? icaltimezone_get_utc_timezone()
                                      : icaltimezone_get_builtin_timezone(zone.toLatin1().constData());
    const icaltimetype first = toIcal(start, builtin);
    const std::unique_ptr<icalrecur_iterator, void (*)(icalrecur_iterator *)> iterator(
        icalrecur_iterator_new(rule, first), icalrecur_iterator_free);
    if (!iterator)
        return times;
    for (icaltimetype next = icalrecur_iterator_next(iterator.get());
         !icaltime_is_null_time(next) && times.size() < most && !job.isCancelled();
         next = icalrecur_iterator_next(iterator.get())) {
        const LocalTime local = fromIcal(next);
        if (local >= until)
            break;
        times.push_back(local);
    }
    return times;
}

} // namespace sf

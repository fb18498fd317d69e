// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/schedule/issuetext.h"

#include "core/base/fillin.h"
#include "core/time/iso8601.h"

#include <QCoreApplication>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

QString translated(const char *text) { return QCoreApplication::translate("Issue", text); }

/// "2026-03-28 20:00:00" on the channel's wall.
QString wallTime(const Station &station, PlanId plan, TimePoint t)
{
    const Channel *channel = station.channelOf(plan);
    const ChannelClock clock = channel ? channel->clock() : ChannelClock();
    return toIso8601(clock.toLocal(t)).replace(u'T', u' ');
}

QString titleAt(const Station &station, const Issue &issue, std::size_t index)
{
    const ScheduledEvent *event =
        index < issue.events.size() ? station.schedule().find(issue.events[index]) : nullptr;
    return event ? station.titleOf(*event) : translated("an event that is gone");
}

const char *textOf(IssueCode code)
{
    switch (code) {
    case IssueCode::Overlap:
        return QT_TRANSLATE_NOOP("Issue", "“%1” and “%2” overlap by %3 from %4.");
    case IssueCode::Gap:
        return QT_TRANSLATE_NOOP("Issue", "Nothing is planned for %3 from %4.");
    case IssueCode::CooldownBreak:
        return QT_TRANSLATE_NOOP("Issue", "“%1” at %4 comes %5 too soon after its last airing.");
    case IssueCode::Duplicate:
        return QT_TRANSLATE_NOOP("Issue", "“%1” at %4 is planned twice.");
    case IssueCode::MediaMissing:
        return QT_TRANSLATE_NOOP("Issue", "The file of “%1” at %4 is missing.");
    case IssueCode::MediaUnprobed:
        return QT_TRANSLATE_NOOP("Issue", "The file of “%1” at %4 has not been looked at yet.");
    case IssueCode::MediaUnreadable:
        return QT_TRANSLATE_NOOP("Issue", "The file of “%1” at %4 can't be read.");
    case IssueCode::DurationMismatch:
        return QT_TRANSLATE_NOOP("Issue", "“%1” at %4 is planned for longer than its file lasts.");
    case IssueCode::RuleBreak:
        return QT_TRANSLATE_NOOP("Issue", "“%1” at %4: %6");
    case IssueCode::QuotaShort:
        return QT_TRANSLATE_NOOP(
            "Issue", "%6 has %7 % of the airtime of programmes in the %3 from %4, never less than %8 %.");
    }
    return "";
}

} // namespace

QString spokenLength(Millis duration)
{
    const std::int64_t ms = duration.count();
    if (ms < 60'000) {
        return ms % 1000 == 0 ? translated("%1 s").arg(ms / 1000)
                              : translated("%1 s").arg(static_cast<double>(ms) / 1000.0, 0, 'f', 3);
    }
    const std::int64_t seconds = ms / 1000;
    const std::int64_t minutes = seconds / 60;
    if (minutes < 60) {
        return seconds % 60 == 0 ? translated("%1 min").arg(minutes)
                                 : translated("%1 min %2 s").arg(minutes).arg(seconds % 60);
    }
    return minutes % 60 == 0 ? translated("%1 h").arg(minutes / 60)
                             : translated("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
}

QString sentence(const Station &station, const Issue &issue)
{
    const Millis tooSoon(issue.args.isEmpty() ? 0 : issue.args.first().toLongLong());
    return fillIn(translated(textOf(issue.code)),
                  {titleAt(station, issue, 0), titleAt(station, issue, 1), spokenLength(issue.range.duration),
                   wallTime(station, issue.plan, issue.range.start), spokenLength(tooSoon),
                   issue.args.value(0), issue.args.value(1), issue.args.value(2)});
}

} // namespace sf

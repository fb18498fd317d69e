// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "app/cli/invocation.h"

#include "core/time/iso8601.h"

#include <QRandomGenerator>
#include <QThread>

#include <cmath>

namespace sf::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr int attempts = 40;

QString authorName()
{
    const QString user = qEnvironmentVariable("USER");
    return user.isEmpty() ? u"command line"_s : user;
}

Result<std::unique_ptr<Document>> open(Invocation &invocation)
{
    auto document = Document::open(invocation.location, authorName(), SaveCheck::Station, *invocation.job);
    if (document)
        (*document)->cancelSavesWith(*invocation.job);
    return document;
}

Result<Outcome> attempt(Invocation &invocation, const std::function<Result<Change>(Document &)> &compute)
{
    auto document = open(invocation);
    if (!document)
        return fail(document.error());
    auto change = compute(**document);
    if (!change)
        return fail(change.error());
    if (invocation.job->isCancelled())
        return fail(ErrorCode::Cancelled);
    if (change->edit.isEmpty())
        return std::move(change->outcome);
    if (const Status applied = (*document)->apply(std::move(change->edit)); !applied)
        return fail(applied.error());
    if (const Status flushed = (*document)->flush(); !flushed)
        return fail(flushed.error());
    change->outcome.hasChanged = true;
    return std::move(change->outcome);
}

} // namespace

Result<std::unique_ptr<Document>> openStation(Invocation &invocation) { return open(invocation); }

Result<Outcome> retryWhileOthersWrite(const Invocation &invocation,
                                      const std::function<Result<Outcome>()> &attempt)
{
    for (int i = 1;; ++i) {
        auto outcome = attempt();
        if (outcome || outcome.error().code != ErrorCode::StationChanged || i == attempts ||
            invocation.job->isCancelled())
            return outcome;
        // Of many at the same minute, each comes at a moment of its own.
        QThread::msleep(QRandomGenerator::global()->bounded(5U, 20U * static_cast<unsigned>(i)));
    }
}

Result<Outcome> changeStation(Invocation &invocation,
                              const std::function<Result<Change>(Document &)> &compute)
{
    return retryWhileOthersWrite(invocation, [&] { return attempt(invocation, compute); });
}

Result<ChannelPlan> channelPlan(const Station &station, const QString &name)
{
    auto channel = station.channelNamed(name);
    if (!channel)
        return fail(channel.error());
    const Plan *plan = station.onAirPlan(channel->id);
    if (!plan)
        return fail(ErrorCode::UnknownObject, {u"plan"_s, channel->name});
    // Made where zones were known that this machine does not have: its wall times would all be wrong.
    if (const auto clock = ChannelClock::create(channel->zone, channel->dayStart); !clock)
        return fail(clock.error());
    return ChannelPlan{*channel, plan->id};
}

Result<TimePoint> readTime(const ChannelClock &clock, const QString &text, const QString &option)
{
    const auto time = clock.parse(text);
    if (time)
        return *time;
    const QString reason =
        time.error().code == ErrorCode::BadTime
            ? u"Write a time such as 2027-03-22T20:00, or a broadcast day such as 2027-03-22."_s
            : sentence(time.error());
    return fail(ErrorCode::BadArgument, {text, option, reason});
}

Result<TimeRange> readRange(const ChannelClock &clock, const RangeArguments &arguments)
{
    const auto from = readTime(clock, arguments.from, u"--from"_s);
    if (!from)
        return fail(from.error());
    TimePoint to = *from;
    if (!arguments.to.isEmpty()) {
        const auto parsed = readTime(clock, arguments.to, u"--to"_s);
        if (!parsed)
            return fail(parsed.error());
        to = *parsed;
    } else if (arguments.days > 0) {
        // To the same wall time so many days later: seven days over a DST change are not 168 hours.
        to = clock.toUtcForward(clock.toLocal(*from) + std::chrono::days(arguments.days));
    } else {
        to += Millis(std::llround(arguments.hours * 3'600'000.0));
    }
    if (to <= *from)
        return fail(ErrorCode::EmptyRange, {clock.format(*from), clock.format(to)});
    return TimeRange::between(*from, to);
}

Result<std::optional<TimeRange>> readOptionalRange(const Station &station, const ChannelPlan &where,
                                                   const RangeArguments &arguments)
{
    const bool hasEnd = !arguments.to.isEmpty() || arguments.days > 0 || arguments.hours > 0;
    if (arguments.from.isEmpty() && !hasEnd)
        return std::optional<TimeRange>();
    const ChannelClock clock = where.channel.clock();
    const auto extent = station.schedule().extent(where.plan);
    RangeArguments filled = arguments;
    if (filled.from.isEmpty())
        filled.from = toIso8601(extent ? extent->start : TimePoint());
    if (hasEnd && arguments.from.isEmpty() && extent) {
        // What ends before the first event holds nothing; that is no mistake.
        const auto to = readTime(clock, arguments.to.isEmpty() ? filled.from : arguments.to, u"--to"_s);
        if (to && !arguments.to.isEmpty() && *to <= extent->start)
            return std::optional(TimeRange{*to, Millis::zero()});
    }
    if (hasEnd)
        return readRange(clock, filled);
    const auto from = readTime(clock, filled.from, u"--from"_s);
    if (!from)
        return fail(from.error());
    const TimePoint end = extent ? extent->end() : *from;
    return std::optional(TimeRange::between(*from, std::max(end, *from)));
}

} // namespace sf::cli

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "app/cli/commands.h"
#include "app/cli/jsonview.h"
#include "core/store/publications.h"
#include "core/time/iso8601.h"

#include <CLI/CLI.hpp>

namespace sf::cli {

using namespace Qt::StringLiterals;

namespace {

struct PublishOptions
{
    std::string channel;
    std::string from;
    std::string to;
    int days = 0;
    std::string length;
};

QLatin1StringView nameOf(PublishedChange change)
{
    switch (change) {
    case PublishedChange::Added:
        return "added"_L1;
    case PublishedChange::Removed:
        return "removed"_L1;
    default:
        return "changed"_L1;
    }
}

QString titleOf(const Station &station, EventId id)
{
    const ScheduledEvent *event = station.schedule().find(id);
    return event ? station.titleOf(*event) : QString();
}

Outcome describe(const Station &station, const ChannelClock &clock, const std::vector<PublishedDay> &days)
{
    Outcome outcome;
    outcome.json["days"_L1] = toArray(days, [&](const PublishedDay &day) {
        return QJsonObject{
            {u"date"_s, day.date.toString(Qt::ISODate)},
            {u"published"_s, day.published ? QJsonValue(toIso8601(*day.published)) : QJsonValue()},
            {u"changed"_s, static_cast<double>(day.changes.size())},
            {u"changes"_s, toArray(day.changes, [&](const ChangedEvent &change) {
                 return QJsonObject{{u"event"_s, change.event.toString()},
                                    {u"title"_s, titleOf(station, change.event)},
                                    {u"start"_s, toIso8601(change.at)},
                                    {u"change"_s, QString(nameOf(change.change))}};
             })}};
    });
    for (const PublishedDay &day : days) {
        const QString state = !day.published        ? u"not published"_s
                              : day.changes.empty() ? u"as published"_s
                                                    : u"changed since published: "_s +
                                                          counted(std::ssize(day.changes), "event", "events");
        outcome.text += day.date.toString(Qt::ISODate) + u"  "_s + state + u'\n';
        for (const ChangedEvent &change : day.changes)
            outcome.text += u"  %1  %2  %3\n"_s.arg(clock.format(change.at), nameOf(change.change),
                                                    titleOf(station, change.event));
        outcome.needsAttention = outcome.needsAttention || !day.changes.empty();
    }
    return outcome;
}

Result<Outcome> showStatus(Invocation &invocation, const PublishOptions &options)
{
    const auto document = openStation(invocation);
    if (!document)
        return fail(document.error());
    const Station &station = (*document)->station();
    const auto where = channelPlan(station, textOf(options.channel));
    if (!where)
        return fail(where.error());
    const ChannelClock clock = where->channel.clock();
    TimeRange window =
        clock.broadcastDays(clock.broadcastDate(invocation.now), options.days > 0 ? options.days : 7);
    if (!options.from.empty()) {
        const auto range = readRange(clock, {textOf(options.from), textOf(options.to), 0,
                                             options.to.empty() ? std::max(options.days, 1) : 0});
        if (!range)
            return fail(range.error());
        window = *range;
    }
    const auto publications = loadPublications(invocation.location, where->channel.id);
    if (!publications)
        return fail(publications.error());
    return describe(station, clock, publishedDays(station, where->channel.id, *publications, window));
}

Result<Outcome> listPublications(Invocation &invocation, const PublishOptions &options)
{
    const auto document = openStation(invocation);
    if (!document)
        return fail(document.error());
    const auto where = channelPlan((*document)->station(), textOf(options.channel));
    if (!where)
        return fail(where.error());
    const auto publications = loadPublications(invocation.location, where->channel.id);
    if (!publications)
        return fail(publications.error());
    Outcome outcome;
    outcome.json["publications"_L1] = toArray(*publications, [](const Publication &publication) {
        return QJsonObject{{u"time"_s, toIso8601(publication.time)},
                           {u"format"_s, publication.format},
                           {u"target"_s, publication.target},
                           {u"start"_s, toIso8601(publication.range.start)},
                           {u"end"_s, toIso8601(publication.range.end())},
                           {u"commit"_s, static_cast<double>(publication.commit)},
                           {u"events"_s, static_cast<double>(publication.events.size())}};
    });
    const ChannelClock clock = where->channel.clock();
    for (const Publication &publication : *publications) {
        outcome.text += u"%1  %2 to %3  %4  %5 (%6)\n"_s.arg(
            clock.format(publication.time), clock.format(publication.range.start),
            clock.format(publication.range.end()), publication.format.leftJustified(9), publication.target,
            counted(std::ssize(publication.events), "event", "events"));
    }
    if (publications->empty())
        outcome.text = u"Nothing has been published yet.\n"_s;
    return outcome;
}

Result<Outcome> setHorizon(Invocation &invocation, const PublishOptions &options)
{
    const auto document = openStation(invocation);
    if (!document)
        return fail(document.error());
    const auto where = channelPlan((*document)->station(), textOf(options.channel));
    if (!where)
        return fail(where.error());
    if (!options.length.empty()) {
        const auto length = parseDuration(textOf(options.length));
        if (!length || *length < Millis::zero())
            return fail(ErrorCode::BadArgument, {textOf(options.length), u"the on-air horizon"_s,
                                                 u"Write a length such as 15m; 0 for none."_s});
        if (const Status saved = saveOnAirHorizon(invocation.location, where->channel.id, *length); !saved)
            return fail(saved.error());
    }
    const auto horizon = loadOnAirHorizon(invocation.location, where->channel.id);
    if (!horizon)
        return fail(horizon.error());
    Outcome outcome;
    outcome.json = {{u"channel"_s, where->channel.name},
                    {u"onAirHorizonMs"_s, static_cast<double>(horizon->count())}};
    outcome.text = u"%1: edits to what plays within %2 are asked about\n"_s.arg(where->channel.name,
                                                                                toClockText(*horizon));
    return outcome;
}

} // namespace

void addPublishCommands(CLI::App &app, Command &command)
{
    const auto options = std::make_shared<PublishOptions>();
    CLI::App *family =
        app.add_subcommand("publish", "What was handed to the playout, and what changed since");
    family->require_subcommand(1);
    const auto add = [&](const char *name, const char *what, auto run) {
        CLI::App *sub = family->add_subcommand(name, what);
        sub->add_option("--channel", options->channel, "Channel; needed where there are several");
        sub->callback([options, run, &command] {
            command = [options, run](Invocation &invocation) { return run(invocation, *options); };
        });
        return sub;
    };
    CLI::App *status =
        add("status", "Broadcast days: as published, changed since, or never published", showStatus);
    auto *from = status->add_option("--from", options->from, "First day; default: today");
    auto *to = status->add_option("--to", options->to, "End (not included)")->needs(from);
    status->add_option("--days", options->days, "So many broadcast days; default: 7")
        ->excludes(to)
        ->check(CLI::Range(1, 3660));
    add("list", "The exports that were recorded", listPublications);
    add("horizon", "How long before it plays an event is protected by a question", setHorizon)
        ->add_option("LENGTH", options->length, "15m, 1h, 0; without it the present one is shown");
}

} // namespace sf::cli

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "app/cli/commands.h"
#include "app/cli/jsonview.h"
#include "core/schedule/fields.h"
#include "core/schedule/operations.h"

#include <CLI/CLI.hpp>
#include <QTimeZone>

namespace sf::cli {

using namespace Qt::StringLiterals;

namespace {

struct ChannelOptions
{
    std::string name;
    std::string zone = QTimeZone::systemTimeZoneId().toStdString();
    std::string dayStart = "00:00";
    std::string fps = "25";
};

QString lineOf(const Channel &channel)
{
    return u"%1  %2, day starts %3, %4 fps\n"_s.arg(
        channel.name, channel.zone, formatDayStart(channel.dayStart), channel.rate.toString());
}

Outcome describe(const std::vector<Channel> &channels)
{
    Outcome outcome;
    outcome.json["channels"_L1] = toArray(channels, [](const Channel &channel) { return toJson(channel); });
    for (const Channel &channel : channels)
        outcome.text += lineOf(channel);
    if (channels.empty())
        outcome.text = u"No channel yet. Add one: channel add NAME --zone Europe/Rome\n"_s;
    return outcome;
}

Result<Change> addChannel(Document &document, const ChannelOptions &options, TimePoint now)
{
    Channel channel;
    channel.id = document.ids().next<ChannelId>();
    channel.name = textOf(options.name);
    channel.zone = textOf(options.zone);
    if (const Status set = setClock(channel, textOf(options.dayStart), textOf(options.fps)); !set)
        return fail(set.error());
    auto edit =
        sf::addChannel(document.station(), channel, document.ids().next<PlanId>(), document.stamp(now));
    if (!edit)
        return fail(edit.error());
    std::vector<Channel> channels = document.station().channels();
    channels.push_back(edit->channels.after.front());
    Outcome outcome = describe(channels);
    outcome.text = u"Added "_s + lineOf(channels.back());
    return Change{std::move(*edit), std::move(outcome)};
}

} // namespace

void addChannelCommands(CLI::App &app, Command &command)
{
    CLI::App *family = app.add_subcommand("channel", "The channels of the station")->require_subcommand(1);
    const auto options = std::make_shared<ChannelOptions>();
    CLI::App *add = family->add_subcommand("add", "Add a channel");
    add->add_option("NAME", options->name, "Its name")->required();
    add->add_option("--zone", options->zone,
                    "IANA time zone, such as Europe/Rome; this machine's where it is not given")
        ->capture_default_str();
    add->add_option("--day-start", options->dayStart, "Start of the broadcast day")->capture_default_str();
    add->add_option("--fps", options->fps, "Frames a second: 25, 29.97, 30000/1001")->capture_default_str();
    add->callback([options, &command] {
        command = [options](Invocation &invocation) {
            return changeStation(invocation, [&](Document &document) {
                return addChannel(document, *options, invocation.now);
            });
        };
    });
    family->add_subcommand("list", "List the channels")->callback([&command] {
        command = [](Invocation &invocation) -> Result<Outcome> {
            const auto document = openStation(invocation);
            if (!document)
                return fail(document.error());
            return describe((*document)->station().channels());
        };
    });
}

} // namespace sf::cli

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "app/cli/fillcommand.h"

#include "app/cli/jsonview.h"
#include "core/planning/fill.h"
#include "core/planning/gaptext.h"
#include "core/schedule/issuetext.h"
#include "core/time/iso8601.h"

#include <CLI/CLI.hpp>
#include <QElapsedTimer>

namespace sf::cli {

using namespace Qt::StringLiterals;

namespace {

struct FillOptions
{
    std::string channel;
    std::string from;
    std::string to;
    double hours = 0;
    int days = 0;
    std::string cooldown = "48h";
    std::string order = "shuffle";
    std::uint64_t seed = 1;
    bool isDryRun = false;
    bool replaceAuto = false;
};

QString describe(const FillOutcome &filled, const ChannelClock &clock, bool isDryRun)
{
    QString text = u"%1%2 placed, %3 filled"_s.arg(isDryRun ? u"Dry run: "_s : QString(),
                                                   counted(filled.placed, "event", "events"),
                                                   spokenLength(filled.filled));
    text +=
        filled.gap > Millis::zero() ? u", %1 left open\n"_s.arg(spokenLength(filled.gap)) : u", no gap\n"_s;
    for (const FillGap &gap : filled.gaps) {
        text += u"  gap %1, %2: %3\n"_s.arg(clock.format(gap.range.start), spokenLength(gap.range.duration),
                                            sentence(gap, clock));
    }
    if (filled.unknownDuration > 0)
        text += u"  %1 without a known duration left out\n"_s.arg(
            counted(filled.unknownDuration, "asset", "assets"));
    if (filled.unavailable > 0)
        text += u"  %1 left out because the file is missing or unreadable\n"_s.arg(
            counted(filled.unavailable, "asset", "assets"));
    if (filled.declaredOnly > 0) {
        text += u"  %1 planned by a declared duration; probe the files to be sure\n"_s.arg(
            counted(filled.declaredOnly, "asset", "assets"));
    }
    if (filled.feasibility.shortage > Millis::zero()) {
        text += u"  The library is too small for this range and cooldown: %1 short\n"_s.arg(
            spokenLength(filled.feasibility.shortage));
    }
    return text;
}

Outcome report(const FillOutcome &filled, const ChannelClock &clock, bool isDryRun, qint64 elapsedMs)
{
    Outcome outcome;
    QJsonObject &json = outcome.json;
    json["placed"_L1] = static_cast<double>(filled.placed);
    json["filledMs"_L1] = static_cast<double>(filled.filled.count());
    json["gapMs"_L1] = static_cast<double>(filled.gap.count());
    json["gaps"_L1] = toArray(filled.gaps, [&](const FillGap &gap) {
        QJsonObject object = toJson(gap.range);
        object["reason"_L1] = sentence(gap, clock);
        object["code"_L1] = nameOf(gap.reason);
        return object;
    });
    json["feasibility"_L1] =
        QJsonObject{{u"libraryMs"_s, static_cast<double>(filled.feasibility.library.count())},
                    {u"neededMs"_s, static_cast<double>(filled.feasibility.needed.count())},
                    {u"shortageMs"_s, static_cast<double>(filled.feasibility.shortage.count())}};
    json["violations"_L1] = static_cast<double>(filled.violations);
    json["unknownDuration"_L1] = static_cast<double>(filled.unknownDuration);
    json["declaredDuration"_L1] = static_cast<double>(filled.declaredOnly);
    json["unavailable"_L1] = static_cast<double>(filled.unavailable);
    json["added"_L1] = static_cast<double>(filled.added);
    json["moved"_L1] = static_cast<double>(filled.moved);
    json["removed"_L1] = static_cast<double>(filled.removed);
    json["elapsedMs"_L1] = static_cast<double>(elapsedMs);
    json["dryRun"_L1] = isDryRun;
    outcome.text = describe(filled, clock, isDryRun);
    outcome.needsAttention = !filled.gaps.empty() || filled.violations > 0;
    return outcome;
}

Result<Change> compute(Document &document, const FillOptions &options, Invocation &invocation)
{
    const Station &station = document.station();
    const auto where = channelPlan(station, textOf(options.channel));
    if (!where)
        return fail(where.error());
    const ChannelClock clock = where->channel.clock();
    const auto range =
        readRange(clock, {textOf(options.from), textOf(options.to), options.hours, options.days});
    if (!range)
        return fail(range.error());
    const auto cooldown = readCooldown(options.cooldown);
    if (!cooldown)
        return fail(cooldown.error());
    FillRequest request;
    request.plan = where->plan;
    request.range = *range;
    request.cooldown = *cooldown;
    request.order = *fromName<PickOrder>(textOf(options.order));
    request.seed = options.seed;
    request.replaceAuto = options.replaceAuto;
    request.now = invocation.now;
    QElapsedTimer timer;
    timer.start();
    auto filled = fill(station, request, document.stamp(invocation.now), *invocation.job);
    if (!filled)
        return fail(filled.error());
    Outcome outcome = report(*filled, clock, options.isDryRun, timer.elapsed());
    return Change{options.isDryRun ? StationEdit() : std::move(filled->edit), std::move(outcome)};
}

} // namespace

Result<Millis> readCooldown(const std::string &text)
{
    const auto cooldown = parseDuration(textOf(text));
    if (!cooldown || *cooldown < Millis::zero()) {
        return fail(ErrorCode::BadArgument,
                    {textOf(text), u"--cooldown"_s, u"Use a length such as 48h or 90m, 0 for none."_s});
    }
    return *cooldown;
}

void addFillCommand(CLI::App &schedule, Command &command)
{
    const auto options = std::make_shared<FillOptions>();
    CLI::App *fill =
        schedule.add_subcommand("fill", "Fill what is free with the library under the repeat rule");
    fill->add_option("--channel", options->channel, "Channel; needed where there are several");
    fill->add_option("--from", options->from,
                     "Start, channel time; a date alone is the start of its broadcast day")
        ->required();
    auto *end = fill->add_option_group("end")->require_option(1);
    end->add_option("--to", options->to, "End (not included), as --from");
    end->add_option("--hours", options->hours, "Or so many hours")->check(CLI::Range(0.001, 87840.0));
    end->add_option("--days", options->days, "Or so many broadcast days")->check(CLI::Range(1, 3660));
    fill->add_option("--cooldown", options->cooldown, "Between two airings of one content, start to start")
        ->capture_default_str();
    fill->add_option("--order", options->order,
                     "Where no daypart says: shuffle, least-recent, weighted or sequential")
        ->check(CLI::IsMember({"shuffle", "least-recent", "weighted", "sequential"}))
        ->capture_default_str();
    fill->add_option("--seed", options->seed, "The same seed gives the same schedule")->capture_default_str();
    fill->add_flag("--dry-run", options->isDryRun, "Only say what would be done");
    fill->add_flag("--replace-auto", options->replaceAuto, "Plan anew what an earlier fill placed");
    fill->callback([options, &command] {
        command = [options](Invocation &invocation) {
            return changeStation(invocation,
                                 [&](Document &document) { return compute(document, *options, invocation); });
        };
    });
}

} // namespace sf::cli

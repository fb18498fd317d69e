// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "app/cli/commands.h"
#include "app/cli/jsonview.h"
#include "app/cli/readingoptions.h"
#include "core/document/transfer.h"
#include "core/time/iso8601.h"

#include <CLI/CLI.hpp>

namespace sf::cli {

using namespace Qt::StringLiterals;

namespace {

struct AsRunOptions
{
    std::string file;
    std::string channel;
    std::string from;
    std::string to;
    int days = 0;
    std::string tolerance = "2s";
    std::string csv;
    ReadingArguments reading;
    bool isDryRun = false;
};

Result<Change> computeImport(Document &document, const AsRunOptions &options, Invocation &invocation)
{
    const auto where = channelPlan(document.station(), textOf(options.channel));
    if (!where)
        return fail(where.error());
    const auto reading = readOptions(options.reading, where->channel);
    if (!reading)
        return fail(reading.error());
    auto log = readAsRunFile(textOf(options.file), *reading, document.ids(), *invocation.job);
    if (!log)
        return fail(log.error());
    const auto rejected = std::ssize(log->rejected);
    Outcome outcome;
    const auto remarkJson = [](const ImportRemark &remark) { return toJson(remark); };
    outcome.json = {{u"format"_s, log->format},
                    {u"rejected"_s, toArray(log->rejected, remarkJson)},
                    {u"warnings"_s, toArray(log->warnings, remarkJson)},
                    {u"dryRun"_s, options.isDryRun}};
    outcome.text = remarkLines(log->rejected) + remarkLines(log->warnings);
    auto match = matchAsRun(document.station(), where->channel.id, std::move(log->entries), document.ids(),
                            document.stamp(invocation.now), *invocation.job);
    if (!match)
        return fail(match.error());
    outcome.json["plays"_L1] = static_cast<double>(match->plays);
    outcome.json["matched"_L1] = static_cast<double>(match->matched);
    outcome.json["unmatched"_L1] = static_cast<double>(match->unmatched);
    outcome.json["duplicates"_L1] = static_cast<double>(match->duplicates);
    outcome.needsAttention = rejected > 0 || match->unmatched > 0;
    outcome.text.prepend(u"%1: %2 as planned events, %3 not planned, %4\n"_s.arg(
        counted(match->plays, "play", "plays"), QString::number(match->matched),
        QString::number(match->unmatched), counted(match->duplicates, "known already", "known already")));
    return Change{options.isDryRun ? StationEdit() : std::move(match->edit), std::move(outcome)};
}

QJsonObject toJson(const Station &station, const AiredLine &line)
{
    QJsonObject json{{u"verdict"_s, QString(verdictName(line.verdict))}};
    if (line.planned) {
        json["event"_L1] = line.planned->id.toString();
        json["title"_L1] = station.titleOf(*line.planned);
        json["plannedStart"_L1] = toIso8601(line.planned->range.start);
        json["plannedMs"_L1] = static_cast<double>(line.planned->range.duration.count());
    }
    if (line.play) {
        if (!line.planned)
            json["title"_L1] = line.play->title;
        json["airedStart"_L1] = toIso8601(line.play->range.start);
        json["airedMs"_L1] = static_cast<double>(line.play->range.duration.count());
    }
    if (line.planned && line.play)
        json["lateMs"_L1] = static_cast<double>(line.startsLate.count());
    return json;
}

Result<Outcome> report(Invocation &invocation, const AsRunOptions &options)
{
    const auto document = openStation(invocation);
    if (!document)
        return fail(document.error());
    const Station &station = (*document)->station();
    const auto where = channelPlan(station, textOf(options.channel));
    if (!where)
        return fail(where.error());
    const auto range =
        readOptionalRange(station, *where, {textOf(options.from), textOf(options.to), 0, options.days});
    if (!range)
        return fail(range.error());
    const auto tolerance = parseDuration(textOf(options.tolerance));
    if (!tolerance || *tolerance < Millis::zero())
        return fail(ErrorCode::BadArgument,
                    {textOf(options.tolerance), u"--tolerance"_s, u"Write a length such as 2s."_s});
    const TimeRange wanted = *range ? **range : station.schedule().extent(where->plan).value_or(TimeRange());
    const auto lines = compareAired(station, where->channel.id, wanted, *tolerance, invocation.now);
    const ChannelClock clock = where->channel.clock();
    if (!options.csv.empty()) {
        if (const Status written = writeAiredFile(textOf(options.csv), lines, station, clock); !written)
            return fail(written.error());
    }
    Outcome outcome;
    outcome.json["lines"_L1] = toArray(lines, [&](const AiredLine &line) { return toJson(station, line); });
    std::array<std::int64_t, verdictCount> counts{};
    for (const AiredLine &line : lines) {
        ++counts[static_cast<std::size_t>(line.verdict)];
        if (line.verdict == AiringVerdict::AsPlanned || line.verdict == AiringVerdict::Awaited)
            continue;
        outcome.needsAttention = true;
        const TimePoint start = line.planned ? line.planned->range.start : line.play->range.start;
        const QString title = line.planned ? station.titleOf(*line.planned) : line.play->title;
        const bool isOff = line.verdict == AiringVerdict::Late || line.verdict == AiringVerdict::Early;
        outcome.text += u"%1  %2  %3%4\n"_s.arg(
            clock.format(start), QString(verdictName(line.verdict)).leftJustified(11), title,
            isOff ? u" by "_s + toClockText(std::chrono::abs(line.startsLate)) : QString());
    }
    QJsonObject sums;
    for (std::size_t i = 0; i < counts.size(); ++i)
        sums[verdictName(static_cast<AiringVerdict>(i))] = static_cast<double>(counts[i]);
    outcome.json["counts"_L1] = sums;
    outcome.text += u"%1 of %2 as planned\n"_s.arg(counts[0]).arg(lines.size());
    return outcome;
}

} // namespace

void addAsRunCommands(CLI::App &app, Command &command)
{
    const auto options = std::make_shared<AsRunOptions>();
    CLI::App *family = app.add_subcommand("asrun", "What really aired");
    family->require_subcommand(1);
    CLI::App *importing = family->add_subcommand(
        "import",
        "Read a playout's log: ffplayout's, the CasparCG server's, a table, or any schedule format");
    importing->add_option("FILE", options->file, "The log")->required();
    importing->add_option("--channel", options->channel, "Channel; needed where there are several");
    addReadingArguments(*importing, options->reading);
    importing->add_flag("--dry-run", options->isDryRun, "Only say what would be done");
    importing->callback([options, &command] {
        command = [options](Invocation &invocation) -> Result<Outcome> {
            return changeStation(invocation, [&](Document &document) {
                return computeImport(document, *options, invocation);
            });
        };
    });
    CLI::App *compare = family->add_subcommand("report", "Planned against aired");
    compare->add_option("--channel", options->channel, "Channel; needed where there are several");
    compare->add_option("--from", options->from, "Start, channel time");
    auto *to = compare->add_option("--to", options->to, "End (not included)");
    compare->add_option("--days", options->days, "Or so many broadcast days")
        ->excludes(to)
        ->check(CLI::Range(1, 3660));
    compare->add_option("--csv", options->csv, "Write the report to this file as a table, too");
    compare->add_option("--tolerance", options->tolerance, "What is off by no more is as planned")
        ->capture_default_str();
    compare->callback([options, &command] {
        command = [options](Invocation &invocation) { return report(invocation, *options); };
    });
}

} // namespace sf::cli

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "app/cli/jsonview.h"
#include "app/cli/readingoptions.h"
#include "app/cli/transfercommands.h"
#include "core/document/transfer.h"
#include "core/schedule/fields.h"
#include "core/schedule/importmodes.h"
#include "core/schedule/libraryindex.h"
#include "core/schedule/operations.h"

#include <CLI/CLI.hpp>
#include <QLocale>

namespace sf::cli {

using namespace Qt::StringLiterals;

namespace {

struct ImportOptions
{
    std::string file;
    std::string channel;
    std::string newChannel;
    std::string dayStart = "00:00";
    std::string fps = "25";
    std::string from;
    std::string to;
    ReadingArguments reading;
    bool isReplacing = false;
    bool isDryRun = false;
    bool isPartial = false;
};

/// What was read, before anything is compared with the station.
Outcome describe(const ImportedSchedule &schedule)
{
    const auto remarkJson = [](const ImportRemark &remark) { return toJson(remark); };
    Outcome outcome;
    outcome.json = {{u"format"_s, schedule.format},
                    {u"events"_s, static_cast<double>(schedule.total)},
                    {u"imported"_s, 0},
                    {u"duplicates"_s, 0},
                    {u"conflicts"_s, QJsonArray()},
                    {u"rejected"_s, toArray(schedule.rejected, remarkJson)},
                    {u"warnings"_s, toArray(schedule.warnings, remarkJson)}};
    if (!schedule.assumedZone.isEmpty())
        outcome.json["assumedZone"_L1] = schedule.assumedZone;
    if (!schedule.channels.isEmpty())
        outcome.json["channels"_L1] = QJsonArray::fromStringList(schedule.channels);
    outcome.text = remarkLines(schedule.rejected) + remarkLines(schedule.warnings);
    return outcome;
}

/// The overlaps with titles. The imported events are not in the station yet, so only those concerned are looked up.
QJsonArray conflictsOf(const ScheduleMerge &merge, const Station &station)
{
    QHash<EventId, QString> titles;
    for (const Overlap &overlap : merge.conflicts.pairs) {
        for (const EventId id : {overlap.a, overlap.b}) {
            const ScheduledEvent *event = station.schedule().find(id);
            titles.insert(id, event ? station.titleOf(*event) : QString());
        }
    }
    if (!titles.isEmpty()) {
        for (const ScheduledEvent &event : merge.edit.events.after) {
            if (const auto title = titles.find(event.id); title != titles.end())
                *title = event.title;
        }
    }
    return toArray(merge.conflicts.pairs, [&](const Overlap &overlap) {
        QJsonObject json = toJson(station, overlap);
        json["aTitle"_L1] = titles.value(overlap.a);
        json["bTitle"_L1] = titles.value(overlap.b);
        return json;
    });
}

/// What will be done with it.
void describe(Outcome &outcome, const ImportPlan &plan, const Station &station, std::int64_t total,
              std::int64_t rejected)
{
    const ScheduleMerge &merge = plan.merge;
    outcome.json["imported"_L1] = static_cast<double>(merge.imported);
    outcome.json["duplicates"_L1] = static_cast<double>(merge.duplicates);
    outcome.json["newAssets"_L1] = static_cast<double>(plan.newMedia);
    outcome.json["knownAssets"_L1] = static_cast<double>(plan.knownMedia);
    outcome.json["removed"_L1] = static_cast<double>(plan.removed);
    outcome.json["kept"_L1] = static_cast<double>(plan.kept);
    outcome.json["conflicts"_L1] = conflictsOf(merge, station);
    outcome.json["conflictsTotal"_L1] = static_cast<double>(merge.conflicts.total);
    outcome.needsAttention = rejected > 0 || merge.conflicts.total > 0;
    outcome.text.prepend(u"%1 in the file: %2 imported, %3, %4, %5\n"_s.arg(
        counted(total, "event", "events"), QLocale::c().toString(qlonglong(merge.imported)),
        counted(merge.duplicates, "duplicate", "duplicates"), counted(rejected, "rejected", "rejected"),
        counted(merge.conflicts.total, "conflict", "conflicts")));
}

/// The channel that is made for a file.
Result<Channel> newChannelOf(const ImportOptions &options, IdSource &ids)
{
    Channel channel;
    channel.id = ids.next<ChannelId>();
    channel.name = textOf(options.newChannel);
    if (!options.reading.zone.empty())
        channel.zone = textOf(options.reading.zone);
    if (const Status set = setClock(channel, textOf(options.dayStart), textOf(options.fps)); !set)
        return fail(set.error());
    return channel;
}

/// Where it goes.
Result<ImportTarget> targetOf(Document &document, const ImportOptions &options, QString &channelName)
{
    ImportTarget target;
    if (!options.newChannel.empty()) {
        target.mode = ImportMode::NewChannel;
        target.plan = document.ids().next<PlanId>();
        auto channel = newChannelOf(options, document.ids());
        if (!channel)
            return fail(channel.error());
        target.channel = std::move(*channel);
        channelName = target.channel.name;
        return target;
    }
    const auto where = channelPlan(document.station(), textOf(options.channel));
    if (!where)
        return fail(where.error());
    channelName = where->channel.name;
    target.plan = where->plan;
    target.mode = options.isReplacing ? ImportMode::ReplaceRange : ImportMode::Merge;
    if (!options.from.empty() && !options.to.empty()) {
        const auto range =
            readRange(where->channel.clock(), {textOf(options.from), textOf(options.to), 0, 0});
        if (!range)
            return fail(range.error());
        target.range = *range;
    }
    return target;
}

Result<Change> computeImport(Document &document, const ImportOptions &options, Invocation &invocation)
{
    QString channelName;
    const auto target = targetOf(document, options, channelName);
    if (!target)
        return fail(target.error());
    const bool isNew = target->mode == ImportMode::NewChannel;
    const Channel *channel = isNew ? &target->channel : document.station().channelOf(target->plan);
    auto reading = readOptions(options.reading, *channel);
    if (!reading)
        return fail(reading.error());
    reading->isPartial = options.isPartial;
    reading->knownLength = knownLengths(document.station().assets());
    auto schedule = readScheduleFile(textOf(options.file), *reading, document.ids(), *invocation.job);
    if (!schedule)
        return fail(schedule.error());
    Outcome outcome = describe(*schedule);
    if (schedule->events.empty()) {
        const auto &rejected = schedule->rejected;
        outcome.error = Error{ErrorCode::NoUsableEntry,
                              {textOf(options.file), QString::number(rejected.size()),
                               rejected.empty() ? u"0"_s : QString::number(rejected.front().line)},
                              {}};
        return Change{StationEdit(), std::move(outcome)};
    }
    const bool isCutOff = options.isPartial && !schedule->warnings.empty();
    const auto total = schedule->total;
    const auto rejected = std::ssize(schedule->rejected);
    auto plan = planImport(document.station(), *target, std::move(*schedule), document.ids(),
                           document.stamp(invocation.now), *invocation.job);
    if (!plan)
        return fail(plan.error());
    outcome.json["channel"_L1] = channelName;
    outcome.json["dryRun"_L1] = options.isDryRun;
    describe(outcome, *plan, document.station(), total, rejected);
    outcome.needsAttention = outcome.needsAttention || isCutOff;
    if (target->mode == ImportMode::ReplaceRange)
        outcome.text.prepend(
            u"%1 removed, %2 locked kept\n"_s.arg(counted(plan->removed, "event", "events")).arg(plan->kept));
    if (options.isDryRun)
        outcome.text.prepend(u"Dry run: "_s);
    return Change{options.isDryRun ? StationEdit() : std::move(plan->merge.edit), std::move(outcome)};
}

} // namespace

void addImportCommand(CLI::App &schedule, Command &command)
{
    const auto options = std::make_shared<ImportOptions>();
    CLI::App *importing =
        schedule.add_subcommand("import", "Import a schedule file, or a folder of day files");
    importing->add_option("FILE", options->file, "In any format that is read; see scheduleflow-cli formats")
        ->required();
    auto *channel =
        importing->add_option("--channel", options->channel, "Channel; needed where there are several");
    auto *made =
        importing
            ->add_option("--new-channel", options->newChannel, "Into a channel of this name, which is made")
            ->excludes(channel);
    importing->add_option("--day-start", options->dayStart, "Start of its broadcast day")
        ->needs(made)
        ->capture_default_str();
    importing->add_option("--fps", options->fps, "Its frames a second")->needs(made)->capture_default_str();
    auto *replace =
        importing->add_flag("--replace-range", options->isReplacing,
                            "Remove first what stands where the file's events go; locked events stay");
    auto *from =
        importing->add_option("--from", options->from, "Start of the range that is replaced")->needs(replace);
    auto *to =
        importing->add_option("--to", options->to, "End of it (not included)")->needs(replace)->needs(from);
    from->needs(to);
    addReadingArguments(*importing, options->reading);
    importing->add_flag("--dry-run", options->isDryRun, "Only say what would be done");
    importing->add_flag("--partial", options->isPartial,
                        "Of a file that is cut off, take the complete events");
    importing->callback([options, &command] {
        command = [options](Invocation &invocation) -> Result<Outcome> {
            return changeStation(invocation, [&](Document &document) {
                return computeImport(document, *options, invocation);
            });
        };
    });
}

} // namespace sf::cli

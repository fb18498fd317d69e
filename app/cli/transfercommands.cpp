// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "app/cli/transfercommands.h"

#include "app/cli/jsonview.h"
#include "core/document/transfer.h"
#include "core/formats/registry.h"
#include "core/schedule/merge.h"
#include "core/time/iso8601.h"

#include <CLI/CLI.hpp>
#include <QFileInfo>

namespace sf::cli {

using namespace Qt::StringLiterals;

namespace {

struct ImportOptions
{
    std::string file;
    std::string channel;
    std::string zone;
    bool isDryRun = false;
    bool isPartial = false;
};

constexpr std::size_t listedRemarks = 20;

QString describe(const std::vector<ImportRemark> &remarks)
{
    QString text;
    for (std::size_t i = 0; i < remarks.size() && i < listedRemarks; ++i) {
        const ImportRemark &remark = remarks[i];
        text += remark.line > 0 ? u"  line %1: "_s.arg(remark.line) : u"  "_s;
        text += (remark.text.isEmpty() ? sentence(remark.reason) : remark.text) + u'\n';
    }
    if (remarks.size() > listedRemarks)
        text += u"  … and %1 more; --json lists them all\n"_s.arg(remarks.size() - listedRemarks);
    return text;
}

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
    outcome.text = describe(schedule.rejected) + describe(schedule.warnings);
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

Result<Change> computeImport(Document &document, const ImportedSchedule &schedule,
                             const ImportOptions &options, Invocation &invocation)
{
    const auto where = channelPlan(document.station(), textOf(options.channel));
    if (!where)
        return fail(where.error());
    auto merge = mergeSchedule(document.station(), where->plan, schedule, document.ids(),
                               document.stamp(invocation.now), *invocation.job);
    if (!merge)
        return fail(merge.error());
    Outcome outcome = describe(schedule);
    outcome.json["channel"_L1] = where->channel.name;
    outcome.json["imported"_L1] = static_cast<double>(merge->imported);
    outcome.json["duplicates"_L1] = static_cast<double>(merge->duplicates);
    outcome.json["newAssets"_L1] = static_cast<double>(merge->edit.assets.after.size());
    outcome.json["conflicts"_L1] = conflictsOf(*merge, document.station());
    outcome.json["conflictsTotal"_L1] = static_cast<double>(merge->conflicts.total);
    outcome.json["dryRun"_L1] = options.isDryRun;
    outcome.needsAttention = !schedule.rejected.empty() || merge->conflicts.total > 0;
    outcome.text.prepend(u"%1%2 in the file: %3 imported, %4, %5, %6\n"_s.arg(
        options.isDryRun ? u"Dry run: "_s : QString(), counted(schedule.total, "event", "events"),
        QString::number(merge->imported), counted(merge->duplicates, "duplicate", "duplicates"),
        counted(std::ssize(schedule.rejected), "rejected", "rejected"),
        counted(merge->conflicts.total, "conflict", "conflicts")));
    return Change{options.isDryRun ? StationEdit() : std::move(merge->edit), std::move(outcome)};
}

Result<Outcome> runImport(Invocation &invocation, const ImportOptions &options)
{
    ReadOptions reading;
    reading.isPartial = options.isPartial;
    if (!options.zone.empty()) {
        const auto clock = ChannelClock::create(textOf(options.zone), Millis::zero());
        if (!clock)
            return fail(clock.error());
        reading.zone = *clock;
    }
    IdSource ids(toMs(invocation.now), static_cast<std::uint64_t>(toMs(invocation.now)));
    const auto schedule = readScheduleFile(textOf(options.file), reading, ids, *invocation.job);
    if (!schedule)
        return fail(schedule.error());
    if (schedule->events.empty() && !schedule->rejected.empty()) {
        Outcome outcome = describe(*schedule);
        outcome.error = Error{ErrorCode::NoUsableEntry,
                              {textOf(options.file), QString::number(schedule->rejected.size()),
                               QString::number(schedule->rejected.front().line)},
                              {}};
        return outcome;
    }
    return changeStation(invocation, [&](Document &document) {
        return computeImport(document, *schedule, options, invocation);
    });
}

QString exportFormatNames()
{
    QStringList names;
    for (const FormatInfo &format : formats()) {
        if (format.exports)
            names.append(format.id);
    }
    return names.join(u", "_s);
}

struct ExportOptions
{
    std::string file;
    std::string channel;
    std::string from;
    std::string to;
    int days = 0;
    std::string format;
};

Result<Outcome> runExport(Invocation &invocation, const ExportOptions &options)
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
    const FormatInfo *format = findFormat(textOf(options.format));
    if (!format || !format->exports)
        return fail(ErrorCode::FormatNotExportable, {textOf(options.format), exportFormatNames()});
    const TimeRange wanted = *range ? **range : station.schedule().extent(where->plan).value_or(TimeRange());
    const auto written = exportFile(textOf(options.file), *format, station, where->plan, wanted,
                                    invocation.now, *invocation.job);
    if (!written)
        return fail(written.error());
    Outcome outcome;
    outcome.json = {{u"file"_s, QFileInfo(textOf(options.file)).absoluteFilePath()},
                    {u"format"_s, QString(format->id)},
                    {u"events"_s, static_cast<double>(written->events)},
                    {u"bytes"_s, static_cast<double>(written->bytes)}};
    outcome.json["lost"_L1] = toArray(written->lost, [](const WriteLoss &lost) {
        return QJsonObject{{u"event"_s, lost.event ? QJsonValue(lost.event.toString()) : QJsonValue()},
                           {u"title"_s, lost.title},
                           {u"what"_s, lost.what}};
    });
    outcome.text = u"%1 written to %2 (%L3 bytes)\n"_s
                       .arg(counted(written->events, "event", "events"), textOf(options.file))
                       .arg(written->bytes);
    return outcome;
}

} // namespace

void addTransferCommands(CLI::App &schedule, Command &command)
{
    const auto options = std::make_shared<ImportOptions>();
    CLI::App *import = schedule.add_subcommand("import", "Import a schedule file");
    import->add_option("FILE", options->file, "ScheduleFlow XML or JSON")->required();
    import->add_option("--channel", options->channel, "Channel; needed where there are several");
    import->add_option("--zone", options->zone, "Zone of times without offset; default: UTC");
    import->add_flag("--dry-run", options->isDryRun, "Only say what would be done");
    import->add_flag("--partial", options->isPartial, "Of a file that is cut off, take the complete events");
    import->callback([options, &command] {
        command = [options](Invocation &invocation) { return runImport(invocation, *options);
};
} // namespace sf::cli
);

const auto out = std::make_shared<ExportOptions>();
CLI::App *exporting = schedule.add_subcommand("export", "Write a range to a file");
exporting->add_option("--channel", out->channel, "Channel; needed where there are several");
exporting->add_option("--from", out->from,
                      "Start, channel time; a date alone is the start of its broadcast day");
auto *to = exporting->add_option("--to", out->to, "End (not included), as --from");
exporting->add_option("--days", out->days, "Or so many broadcast days")
    ->excludes(to)
    ->check(CLI::Range(1, 3660));
exporting->add_option("--format", out->format, "Format id; scheduleflow-cli formats lists them")->required();
exporting->add_option("OUT", out->file, "File to write")->required();
exporting->callback([out, &command] {
    command = [out](Invocation &invocation) { return runExport(invocation, *out); };
});
}

} // namespace sf::cli

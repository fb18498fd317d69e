// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "app/cli/transfercommands.h"

#include "app/cli/jsonview.h"
#include "core/document/exporting.h"
#include "core/document/publishing.h"
#include "core/time/iso8601.h"

#include <CLI/CLI.hpp>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace sf::cli {

using namespace Qt::StringLiterals;

namespace {

struct ExportOptions
{
    std::string file;
    std::string channel;
    std::string from;
    std::string to;
    int days = 0;
    int nextDays = 0;
    std::string format;
    std::vector<std::string> also;
    std::vector<std::string> options;
    bool isUnproved = false;
    bool isUnrecorded = false;
    bool isDryRun = false;
};

QString exportFormatNames()
{
    QStringList names;
    for (const FormatInfo &format : formats()) {
        if (format.exports)
            names.append(format.id);
    }
    return names.join(u", "_s);
}

struct Target
{
    const FormatInfo *format = nullptr;
    QString path;
};

Result<Target> targetOf(const QString &format, const QString &path)
{
    const FormatInfo *found = findFormat(format);
    if (!found || !found->exports)
        return fail(ErrorCode::FormatNotExportable, {format, exportFormatNames()});
    return Target{found, path};
}

/// The format and file of the command, then those of --also FORMAT=OUT.
Result<std::vector<Target>> targetsOf(const ExportOptions &options)
{
    std::vector<Target> targets;
    auto first = targetOf(textOf(options.format), textOf(options.file));
    if (!first)
        return fail(first.error());
    targets.push_back(std::move(*first));
    for (const std::string &also : options.also) {
        const QString text = textOf(also);
        const qsizetype sign = text.indexOf(u'=');
        if (sign < 1)
            return fail(ErrorCode::BadArgument, {text, u"--also"_s, u"Write FORMAT=OUT."_s});
        auto target = targetOf(text.first(sign), text.sliced(sign + 1));
        if (!target)
            return fail(target.error());
        targets.push_back(std::move(*target));
    }
    return targets;
}

/// Each option goes to every format of the command that has it.
Result<std::vector<OptionValues>> valuesOf(const ExportOptions &options, const std::vector<Target> &targets)
{
    std::vector<OptionValues> values(targets.size());
    for (const std::string &option : options.options) {
        const QString text = textOf(option);
        const qsizetype sign = text.indexOf(u'=');
        if (sign < 1)
            return fail(ErrorCode::BadArgument, {text, u"--option"_s, u"Write NAME=VALUE."_s});
        const QString name = text.first(sign);
        bool isTaken = false;
        for (std::size_t i = 0; i < targets.size(); ++i) {
            for (const FormatOption &known : targets[i].format->options) {
                if (name == known.id) {
                    values[i].insert(name, text.sliced(sign + 1));
                    isTaken = true;
                }
            }
        }
        if (!isTaken)
            values.front().insert(name, text.sliced(sign + 1)); // the export says which options there are
    }
    return values;
}

Result<TimeRange> rangeOf(const Station &station, const ChannelPlan &where, const ExportOptions &options,
                          TimePoint now)
{
    const ChannelClock clock = where.channel.clock();
    if (options.nextDays > 0)
        return clock.broadcastDays(clock.broadcastDate(now), options.nextDays);
    const auto range =
        readOptionalRange(station, where, {textOf(options.from), textOf(options.to), 0, options.days});
    if (!range)
        return fail(range.error());
    return *range ? **range : station.schedule().extent(where.plan).value_or(TimeRange());
}

QJsonObject toJson(const WriteLoss &loss)
{
    return {{u"event"_s, loss.event ? QJsonValue(loss.event.toString()) : QJsonValue()},
            {u"title"_s, loss.title},
            {u"what"_s, loss.what},
            {u"count"_s, static_cast<double>(loss.count)}};
}

QJsonObject toJson(const LossSummary &summary)
{
    return {{u"what"_s, summary.what}, {u"count"_s, static_cast<double>(summary.count)}};
}

QString lossLines(const WriteReport &report)
{
    QString text;
    for (const LossSummary &summary : summarise(report.lost))
        text += u"  not carried: %1 (%2)\n"_s.arg(summary.what).arg(summary.count);
    return text;
}

QString dayLines(const ExportReport &report)
{
    QStringList days;
    for (const QDate &day : report.emptyDays)
        days << day.toString(Qt::ISODate);
    return days.isEmpty() ? QString() : u"  nothing is planned on %1\n"_s.arg(days.join(u", "_s));
}

/// "150 events"; where some are written in two files, with the entries that this makes.
QString eventsOf(const ExportReport &report)
{
    const QString events = counted(report.planEvents(), "event", "events");
    return report.continued > 0 ? events + u" in "_s + counted(report.events, "entry", "entries") : events;
}

Outcome describe(const Target &target, const ExportReport &report)
{
    Outcome outcome;
    outcome.json = {
        {u"file"_s, target.path == u"-"_s ? target.path : QFileInfo(target.path).absoluteFilePath()},
        {u"format"_s, QString(target.format->id)},
        {u"experimental"_s, target.format->isExperimental},
        {u"events"_s, static_cast<double>(report.planEvents())},
        {u"entries"_s, static_cast<double>(report.events)},
        {u"bytes"_s, static_cast<double>(report.bytes)}};
    outcome.json["lost"_L1] = toArray(report.lost, [](const WriteLoss &loss) { return toJson(loss); });
    outcome.json["emptyDays"_L1] =
        toArray(report.emptyDays, [](const QDate &day) { return day.toString(Qt::ISODate); });
    outcome.json["lostSummary"_L1] =
        toArray(summarise(report.lost), [](const LossSummary &summary) { return toJson(summary); });
    return outcome;
}

Outcome describe(const Target &target, const ExportOutcome &written)
{
    Outcome outcome = describe(target, written.report);
    const RoundTrip &trip = written.roundTrip;
    outcome.json["files"_L1] = QJsonArray::fromStringList(written.files);
    outcome.text = u"%1 written to %2 (%L3 bytes)\n"_s.arg(eventsOf(written.report), target.path)
                       .arg(written.report.bytes) +
                   dayLines(written.report) + lossLines(written.report);
    if (!trip.hasReader)
        return outcome;
    outcome.needsAttention = !trip.isProved();
    outcome.json["roundTrip"_L1] =
        QJsonObject{{u"compared"_s, static_cast<double>(trip.compared)},
                    {u"proved"_s, static_cast<double>(trip.proved)},
                    {u"differences"_s, toArray(trip.differences, [](const RoundTrip::Difference &difference) {
                         return QJsonObject{{u"event"_s, difference.event.toString()},
                                            {u"title"_s, difference.title},
                                            {u"what"_s, difference.what}};
                     })}};
    outcome.text += u"  round trip proved: %1 of %2\n"_s.arg(trip.proved).arg(trip.compared);
    for (const RoundTrip::Difference &difference : trip.differences)
        outcome.text += u"  %1: %2\n"_s.arg(difference.title, difference.what);
    return outcome;
}

/// Several answers become one: the first's fields, and all of them as a list.
Outcome joined(std::vector<Outcome> outcomes)
{
    Outcome all = outcomes.front();
    if (outcomes.size() == 1)
        return all;
    QJsonArray exports;
    all.text.clear();
    for (const Outcome &outcome : outcomes) {
        exports.append(outcome.json);
        all.text += outcome.text;
        all.needsAttention = all.needsAttention || outcome.needsAttention;
    }
    all.json["exports"_L1] = exports;
    return all;
}

Result<Outcome> exportOne(const ExportRequest &request, const Document &document,
                          const ExportOptions &options, const Job &job)
{
    const Target target{request.format, request.path};
    if (options.isDryRun) {
        const auto report = previewExport(request, document.station(), job);
        if (!report)
            return fail(report.error());
        Outcome outcome = describe(target, *report);
        outcome.json["dryRun"_L1] = true;
        outcome.text =
            u"Dry run: %1 would be written as %2\n"_s.arg(eventsOf(*report), QString(target.format->name)) +
            dayLines(*report) + lossLines(*report);
        return outcome;
    }
    const auto written = exportTo(request, document.station(), job);
    if (!written)
        return fail(written.error());
    Outcome outcome = describe(target, *written);
    if (target.path == u"-"_s) { // standard output is the file's alone
        outcome.remark = std::exchange(outcome.text, QString());
        outcome.isSilent = true;
    }
    if (options.isUnrecorded || target.path == u"-"_s)
        return outcome;
    const auto recorded = recordPublication(document, request);
    if (!recorded)
        return fail(recorded.error());
    outcome.json["commit"_L1] = static_cast<double>(*recorded);
    return outcome;
}

Result<Outcome> runExport(Invocation &invocation, const ExportOptions &options)
{
    const auto targets = targetsOf(options);
    if (!targets)
        return fail(targets.error());
    const auto values = valuesOf(options, *targets);
    if (!values)
        return fail(values.error());
    const bool writesToOutput = std::any_of(targets->begin(), targets->end(),
                                            [](const Target &target) { return target.path == u"-"_s; });
    if (writesToOutput && !options.isDryRun && (invocation.isJson || targets->size() > 1))
        return fail(ErrorCode::BadArgument,
                    {u"-"_s, u"OUT"_s, u"Standard output holds one thing: one file without --json."_s});
    const auto document = openStation(invocation);
    if (!document)
        return fail(document.error());
    const Station &station = (*document)->station();
    const auto where = channelPlan(station, textOf(options.channel));
    if (!where)
        return fail(where.error());
    const auto range = rangeOf(station, *where, options, invocation.now);
    if (!range)
        return fail(range.error());
    std::vector<Outcome> outcomes;
    for (std::size_t i = 0; i < targets->size(); ++i) {
        const Target &target = (*targets)[i];
        QString path = target.path;
        path.replace(u"{date}"_s, where->channel.clock().broadcastDate(range->start).toString(Qt::ISODate));
        auto outcome = exportOne(
            {target.format, path, where->plan, *range, invocation.now, (*values)[i], !options.isUnproved},
            **document, options, *invocation.job);
        if (!outcome)
            return fail(outcome.error());
        outcomes.push_back(std::move(*outcome));
    }
    return joined(std::move(outcomes));
}

} // namespace

void addTransferCommands(CLI::App &schedule, Command &command)
{
    addImportCommand(schedule, command);
    const auto out = std::make_shared<ExportOptions>();
    CLI::App *exporting = schedule.add_subcommand("export", "Write a range to a file or folder");
    exporting->add_option("--channel", out->channel, "Channel; needed where there are several");
    auto *from = exporting->add_option("--from", out->from,
                                       "Start, channel time; a date alone is the start of its broadcast day");
    auto *to = exporting->add_option("--to", out->to, "End (not included), as --from");
    auto *days = exporting->add_option("--days", out->days, "Or so many broadcast days");
    days->excludes(to)->check(CLI::Range(1, 3660));
    exporting->add_option("--next-days", out->nextDays, "So many broadcast days, today's the first")
        ->excludes(from)
        ->excludes(to)
        ->excludes(days)
        ->check(CLI::Range(1, 3660));
    exporting->add_option("--format", out->format, "Format id; scheduleflow-cli formats lists them")
        ->required();
    exporting->add_option("--option", out->options, "NAME=VALUE for the format; may be repeated")
        ->allow_extra_args(false);
    exporting
        ->add_option("--also", out->also, "FORMAT=OUT: the same range in another format; may be repeated")
        ->allow_extra_args(false);
    exporting->add_flag("--no-proof", out->isUnproved, "Do not read the file again and compare");
    exporting->add_flag("--no-record", out->isUnrecorded, "Do not remember that this was published");
    exporting->add_flag("--dry-run", out->isDryRun, "Only say what would be written and what lost");
    exporting->add_option("OUT", out->file, "File or folder to write; {date} becomes the range's first day")
        ->required();
    exporting->callback(
        [out, &command] { command = [out](Invocation &invocation) { return runExport(invocation, *out); }; });
}

} // namespace sf::cli

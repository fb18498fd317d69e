// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "app/cli/readingoptions.h"

#include "app/cli/invocation.h"
#include "core/document/mappingstore.h"

#include <CLI/CLI.hpp>

namespace sf::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t listedRemarks = 20;

QString presetNames()
{
    QStringList names;
    for (const ColumnMapping &preset : columnPresets())
        names += preset.name;
    for (const ColumnMapping &saved : savedMappings(mappingFolder()))
        names += saved.name;
    return names.join(u", "_s);
}

Result<std::optional<ColumnMapping>> mappingOf(const ReadingArguments &arguments)
{
    if (!arguments.preset.empty()) {
        auto preset = mappingNamed(textOf(arguments.preset), mappingFolder());
        if (!preset)
            return fail(ErrorCode::BadArgument, {textOf(arguments.preset), u"--preset"_s,
                                                 u"The presets are: %1."_s.arg(presetNames())});
        return preset;
    }
    if (arguments.mapping.empty())
        return std::optional<ColumnMapping>();
    auto mapping = readMapping(textOf(arguments.mapping));
    if (!mapping)
        return fail(mapping.error());
    return std::optional(std::move(*mapping));
}

} // namespace

void addReadingArguments(CLI::App &command, ReadingArguments &arguments)
{
    command.add_option("--format", arguments.format, "Format id; default: by the file's content");
    command.add_option("--zone", arguments.zone,
                       "Zone of times without offset; default: as the format has it");
    command.add_option("--date", arguments.date, "Broadcast day of a list that has times but no dates");
    command.add_option("--start", arguments.start,
                       "Where the first entry of a list without times starts, channel time");
    auto *mapping = command.add_option("--mapping", arguments.mapping,
                                       "JSON file that says what columns mean; see the manual");
    command
        .add_option("--preset", arguments.preset,
                    "Column layout by name: a built-in one (traffic, traffic-time-only …) or one saved in "
                    "the window")
        ->excludes(mapping);
    command.add_option("--source-channel", arguments.sourceChannel,
                       "Of a file with several channels, the one to take");
}

Result<ReadOptions> readOptions(const ReadingArguments &arguments, const Channel &channel)
{
    ReadOptions options;
    const ChannelClock clock = channel.clock();
    options.channel = clock;
    options.rate = channel.rate;
    options.sourceChannel = textOf(arguments.sourceChannel);
    if (!arguments.format.empty()) {
        options.format = findFormat(textOf(arguments.format));
        if (!options.format)
            return fail(ErrorCode::BadArgument, {textOf(arguments.format), u"--format"_s,
                                                 u"scheduleflow-cli formats lists the formats."_s});
    }
    if (!arguments.zone.empty()) {
        const auto zone = ChannelClock::create(textOf(arguments.zone), Millis::zero());
        if (!zone)
            return fail(zone.error());
        options.zone = *zone;
    }
    if (!arguments.date.empty()) {
        const QDate date = QDate::fromString(textOf(arguments.date), Qt::ISODate);
        if (!date.isValid())
            return fail(ErrorCode::BadArgument,
                        {textOf(arguments.date), u"--date"_s, u"Write it as 2026-03-28."_s});
        options.date = date;
        options.start = clock.broadcastDay(date).start;
    }
    if (!arguments.start.empty()) {
        const auto start = clock.parse(textOf(arguments.start));
        if (!start)
            return fail(start.error());
        options.start = *start;
    }
    auto mapping = mappingOf(arguments);
    if (!mapping)
        return fail(mapping.error());
    options.mapping = std::move(*mapping);
    return options;
}

QString remarkLines(const std::vector<ImportRemark> &remarks)
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

} // namespace sf::cli

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "app/cli/commands.h"
#include "app/cli/doctor.h"
#include "app/cli/jsonview.h"
#include "core/formats/registry.h"
#include "core/store/stationstore.h"
#include "core/time/iso8601.h"

#include <CLI/CLI.hpp>
#include <QFileInfo>

namespace sf::cli {

using namespace Qt::StringLiterals;

namespace {

QStringList textsOf(std::span<const QLatin1StringView> names)
{
    QStringList texts;
    for (const QLatin1StringView name : names)
        texts.append(name);
    return texts;
}

Outcome listFormats()
{
    Outcome outcome;
    outcome.json["formats"_L1] = toArray(formats(), [](const FormatInfo &format) {
        return QJsonObject{{u"id"_s, QString(format.id)},
                           {u"name"_s, QString(format.name)},
                           {u"extensions"_s, QJsonArray::fromStringList(textsOf(format.extensions))},
                           {u"import"_s, format.importsSchedule || format.importsPlaylist},
                           {u"importsSchedule"_s, format.importsSchedule},
                           {u"importsPlaylist"_s, format.importsPlaylist},
                           {u"export"_s, format.exports},
                           {u"experimental"_s, format.isExperimental},
                           {u"folder"_s, format.writesFolder},
                           {u"cannotCarry"_s, format.cannotCarryText()},
                           {u"options"_s, toArray(format.options, [](const FormatOption &option) {
                                return QJsonObject{
                                    {u"id"_s, QString(option.id)},
                                    {u"label"_s, option.labelText()},
                                    {u"usual"_s, QString(option.usual)},
                                    {u"choices"_s, QJsonArray::fromStringList(textsOf(option.choices))}};
                            })}};
    });
    for (const FormatInfo &format : formats()) {
        QStringList abilities;
        if (format.importsSchedule)
            abilities += u"imports schedules"_s;
        if (format.importsPlaylist)
            abilities += u"imports playlists"_s;
        if (format.exports)
            abilities += u"exports"_s;
        outcome.text +=
            u"%1  %2 (%3): %4\n"_s.arg(QString(format.id).leftJustified(9), QString(format.name),
                                       textsOf(format.extensions).join(u", "_s), abilities.join(u", "_s));
        for (const FormatOption &option : format.options)
            outcome.text += u"             --option %1=…  %2\n"_s.arg(QString(option.id), option.labelText());
    }
    return outcome;
}

bool isTakenBack(const HistoryEntry &edit)
{
    return edit.state == EditState::Undone || edit.state == EditState::Dropped;
}

struct HistoryOptions
{
    std::string event;
    int limit = 100;
};

Result<Outcome> listHistory(Invocation &invocation, const HistoryOptions &options)
{
    std::optional<EventId> event;
    if (!options.event.empty()) {
        event = EventId::fromString(textOf(options.event));
        if (!event)
            return fail(ErrorCode::UnknownObject, {u"event"_s, textOf(options.event)});
    }
    if (!QFileInfo::exists(invocation.location)) { // made on first use, as by any command
        if (const auto document = openStation(invocation); !document)
            return fail(document.error());
    }
    const auto edits = readHistory(invocation.location, options.limit, event, *invocation.job);
    if (!edits)
        return fail(edits.error());
    Outcome outcome;
    outcome.json["edits"_L1] = toArray(*edits, [](const HistoryEntry &edit) {
        return QJsonObject{{u"commit"_s, static_cast<double>(edit.commit)},
                           {u"name"_s, edit.name},
                           {u"author"_s, edit.author},
                           {u"time"_s, toIso8601(edit.time)},
                           {u"changed"_s, static_cast<double>(edit.changed)},
                           {u"kind"_s, edit.kind == EditKind::Edit   ? u"edit"_s
                                       : edit.kind == EditKind::Undo ? u"undo"_s
                                                                     : u"redo"_s},
                           {u"undone"_s, isTakenBack(edit)}};
    });
    for (const HistoryEntry &edit : *edits) {
        outcome.text += u"%1  %2  %3  %4 (%5)%6\n"_s.arg(
            QString::number(edit.commit).rightJustified(6), toIso8601(edit.time), edit.author, edit.name,
            counted(edit.changed, "object", "objects"), isTakenBack(edit) ? u", taken back"_s : QString());
    }
    if (outcome.text.isEmpty())
        outcome.text = u"Nothing has been changed yet.\n"_s;
    return outcome;
}

} // namespace

void addStationCommands(CLI::App &app, Command &command)
{
    const auto options = std::make_shared<HistoryOptions>();
    CLI::App *history = app.add_subcommand("history", "The edits of the station, newest first");
    history->add_option("--event", options->event, "Only those of one event");
    history->add_option("--limit", options->limit, "At most so many")
        ->check(CLI::Range(1, 1'000'000))
        ->capture_default_str();
    history->callback([options, &command] {
        command = [options](Invocation &invocation) { return listHistory(invocation, *options); };
    });
    app.add_subcommand("formats", "The file formats")->callback([&command] {
        command = [](Invocation &) -> Result<Outcome> { return listFormats(); };
    });
    app.add_subcommand("doctor", "Is the station sound, and what is this program made of")
        ->callback([&command] { command = runDoctor; });
}

} // namespace sf::cli

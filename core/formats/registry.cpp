// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/registry.h"

#include "core/formats/format.h"
#include "core/formats/playlistschedule.h"
#include "core/formats/textinput.h"

#include <algorithm>
#include <array>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 headBytes = 8192;

constexpr std::array allFormats{
    &m3uFormat,          &plsFormat,   &xspfFormat, &asxFormat,      &wplFormat,       &scheduleXmlFormat,
    &scheduleJsonFormat, &xmltvFormat, &csvFormat,  &fixedFormat,    &icalendarFormat, &casparFormat,
    &ffplayoutFormat,    &obsFormat,   &mltFormat,  &ffconcatFormat, &bxfFormat,       &vmixFormat,
};

const Format &formatOf(const FormatInfo &info)
{
    return *allFormats[static_cast<std::size_t>(&info - formats().data())];
}

FormatInfo infoOf(const Format &format)
{
    FormatInfo info;
    info.id = format.id;
    info.name = format.name;
    info.extensions = format.extensions;
    info.importsSchedule = format.readSchedule != nullptr;
    info.importsPlaylist = format.readPlaylist != nullptr;
    info.exports = format.writeSchedule != nullptr;
    info.isExperimental = format.isExperimental;
    info.writesFolder = format.parts != nullptr;
    info.takesMapping = format.takesMapping;
    info.cannotCarry = format.cannotCarry;
    info.options = format.options;
    info.precision = format.precision;
    return info;
}

bool hasExtension(const FormatInfo &info, QStringView fileName)
{
    const qsizetype dot = fileName.lastIndexOf(u'.');
    if (dot < 0)
        return false;
    const QStringView extension = fileName.sliced(dot + 1);
    return std::any_of(info.extensions.begin(), info.extensions.end(),
                       [extension](QLatin1StringView candidate) {
                           return extension.compare(candidate, Qt::CaseInsensitive) == 0;
                       });
}

bool isImportable(const FormatInfo &info) { return info.importsSchedule || info.importsPlaylist; }

QString knownNames(bool (*isMeant)(const FormatInfo &))
{
    QStringList names;
    for (const FormatInfo &info : formats()) {
        if (isMeant(info))
            names += info.name;
    }
    return names.join(u", "_s);
}

/// The format that was asked for, or the one that the device's content shows.
Result<const FormatInfo *> chooseFormat(QIODevice &device, const ReadOptions &options)
{
    const QByteArray head = device.peek(headBytes);
    if (head.isEmpty() && device.atEnd())
        return fail(ErrorCode::FileEmpty, {options.label});
    if (head.isEmpty())
        return fail(ErrorCode::FileNotReadable, {options.label, device.errorString()});
    if (!isText(head))
        return fail(ErrorCode::NotText, {options.label});
    const FormatInfo *format = options.format ? options.format : detectFormat(head, options.label);
    if (!format && options.mapping)
        format = findFormat(options.mapping->isFixed ? u"fixed" : u"csv");
    if (!format)
        return fail(ErrorCode::UnknownFormat, {options.label, knownNames(isImportable)});
    if (!isImportable(*format)) {
        const QString known = u"Known here are: "_s + knownNames(isImportable) + u"."_s;
        return fail(ErrorCode::FormatNotImportable, {options.label, format->name, known});
    }
    return format;
}

bool isValueOf(const FormatOption &option, const QString &value)
{
    switch (option.kind) {
    case FormatOption::Kind::Flag:
        return value == "true"_L1 || value == "false"_L1;
    case FormatOption::Kind::Number: {
        bool ok = false;
        return value.toInt(&ok) >= 0 && ok;
    }
    case FormatOption::Kind::Choice:
        return std::any_of(option.choices.begin(), option.choices.end(),
                           [&](QLatin1StringView choice) { return value == choice; });
    default:
        return true;
    }
}

Status checkOptions(const FormatInfo &format, const OptionValues &values)
{
    for (auto value = values.begin(); value != values.end(); ++value) {
        const auto option = std::find_if(format.options.begin(), format.options.end(),
                                         [&](const FormatOption &one) { return value.key() == one.id; });
        QStringList known;
        for (const FormatOption &one : format.options)
            known += one.id;
        if (option == format.options.end()) {
            return fail(ErrorCode::BadArgument,
                        {value.key(), format.name,
                         known.isEmpty() ? u"It has no options."_s
                                         : u"Its options are: "_s + known.join(u", "_s) + u"."_s});
        }
        if (!isValueOf(*option, value.value()))
            return fail(ErrorCode::BadArgument, {value.value(), value.key(), option->labelText() + u"."_s});
    }
    return {};
}

/// Some are found out late: what a line lacked, once the next is read.
void sortByLine(std::vector<ImportRemark> &remarks)
{
    std::stable_sort(remarks.begin(), remarks.end(),
                     [](const ImportRemark &a, const ImportRemark &b) { return a.line < b.line; });
}

} // namespace

std::span<const FormatInfo> formats()
{
    static const auto infos = [] {
        std::array<FormatInfo, allFormats.size()> made;
        for (std::size_t i = 0; i < made.size(); ++i)
            made[i] = infoOf(*allFormats[i]);
        return made;
    }();
    return infos;
}

const FormatInfo *findFormat(QStringView id)
{
    for (const FormatInfo &info : formats()) {
        if (id.compare(info.id, Qt::CaseInsensitive) == 0)
            return &info;
    }
    return nullptr;
}

const FormatInfo *detectFormat(QByteArrayView head, QStringView fileName)
{
    const QByteArray text = headAsUtf8(head);
    const FormatInfo *best = nullptr;
    Likeness bestLikeness = Likeness::None;
    for (const FormatInfo &info : formats()) {
        const bool isNamedSo = hasExtension(info, fileName);
        const Likeness likeness = text.isEmpty() ? Likeness::None : formatOf(info).likeness(text);
        if (likeness == Likeness::None || (likeness == Likeness::Possible && !isNamedSo))
            continue;
        if (likeness > bestLikeness || (likeness == bestLikeness && isNamedSo)) {
            best = &info;
            bestLikeness = likeness;
        }
    }
    return best;
}

Result<ImportedSchedule> readSchedule(QIODevice &device, const ReadOptions &options, IdSource &ids,
                                      const Job &job)
{
    const auto chosen = chooseFormat(device, options);
    if (!chosen)
        return fail(chosen.error());
    const FormatInfo &info = **chosen;
    const Format &format = formatOf(info);
    if (!format.readSchedule && !options.start)
        return fail(ErrorCode::StartNeeded, {options.label, info.name});
    Result<ImportedSchedule> schedule;
    if (format.readSchedule) {
        schedule = format.readSchedule(device, options, ids, job);
    } else {
        const auto playlist = format.readPlaylist(device, options, job);
        if (!playlist)
            return fail(playlist.error());
        schedule = scheduleFromPlaylist(*playlist, info, options, ids, job);
    }
    if (!schedule)
        return schedule;
    schedule->format = info.id;
    sortByLine(schedule->rejected);
    sortByLine(schedule->warnings);
    return schedule;
}

Result<ImportedPlaylist> readPlaylist(QIODevice &device, const ReadOptions &options, const Job &job)
{
    const auto chosen = chooseFormat(device, options);
    if (!chosen)
        return fail(chosen.error());
    const Format &format = formatOf(**chosen);
    Result<ImportedPlaylist> playlist;
    if (format.readPlaylist) {
        playlist = format.readPlaylist(device, options, job);
    } else {
        IdSource ids(0, 0);          // of assets that become entries: nobody sees them
        ReadOptions timed = options; // nor the times, so that any will do where the file has none
        timed.isForMedia = true;
        timed.start = options.start.value_or(TimePoint());
        timed.date = options.date.value_or(QDate(1970, 1, 1));
        auto schedule = format.readSchedule(device, timed, ids, job);
        if (!schedule)
            return fail(schedule.error());
        playlist = playlistFromSchedule(std::move(*schedule));
    }
    if (!playlist)
        return playlist;
    playlist->format = (*chosen)->id;
    sortByLine(playlist->rejected);
    sortByLine(playlist->warnings);
    return playlist;
}

Result<WriteReport> writeSchedule(QIODevice &device, const FormatInfo &format, const ScheduleExport &schedule,
                                  const Job &job)
{
    if (!format.exports) {
        const QString known = knownNames([](const FormatInfo &info) { return info.exports; });
        return fail(ErrorCode::FormatNotExportable, {format.id, known});
    }
    if (const Status checked = checkOptions(format, schedule.options); !checked)
        return fail(checked.error());
    return formatOf(format).writeSchedule(device, schedule, job);
}

std::vector<ExportPart> exportParts(const FormatInfo &format, const Channel &channel, TimeRange range)
{
    const Format &made = formatOf(format);
    return made.parts ? made.parts(channel, range) : std::vector<ExportPart>();
}

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/registry.h"

#include "core/formats/format.h"
#include "core/formats/textinput.h"

#include <array>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 headBytes = 4096;

constexpr std::array allFormats{
    &m3uFormat,
    &scheduleXmlFormat,
    &scheduleJsonFormat,
};

const Format &formatOf(const FormatInfo &info)
{
    return *allFormats[static_cast<std::size_t>(&info - formats().data())];
}

bool hasExtension(const FormatInfo &info, QStringView fileName)
{
    const qsizetype dot = fileName.lastIndexOf(u'.');
    if (dot < 0)
        return false;
    const QStringView extension = fileName.sliced(dot + 1);
    for (const QLatin1StringView candidate : info.extensions) {
        if (extension.compare(candidate, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

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
Result<const FormatInfo *> chooseFormat(QIODevice &device, const ReadOptions &options,
                                        bool (*isMeant)(const FormatInfo &))
{
    const QByteArray head = device.peek(headBytes);
    if (head.isEmpty() && device.atEnd())
        return fail(ErrorCode::FileEmpty, {options.label});
    if (head.isEmpty())
        return fail(ErrorCode::FileNotReadable, {options.label, device.errorString()});
    if (!isText(head))
        return fail(ErrorCode::NotText, {options.label});
    const FormatInfo *format = options.format ? options.format : detectFormat(head, options.label);
    if (!format)
        return fail(ErrorCode::UnknownFormat, {options.label, knownNames(isMeant)});
    if (!isMeant(*format)) {
        const QString known = u"Known here are: "_s + knownNames(isMeant) + u"."_s;
        return fail(ErrorCode::FormatNotImportable, {options.label, format->name, known});
    }
    return format;
}

} // namespace

std::span<const FormatInfo> formats()
{
    static const auto infos = [] {
        std::array<FormatInfo, allFormats.size()> made;
        for (std::size_t i = 0; i < made.size(); ++i) {
            const Format &format = *allFormats[i];
            made[i] = {format.id,
                       format.name,
                       format.extensions,
                       format.readSchedule != nullptr,
                       format.readPlaylist != nullptr,
                       format.writeSchedule != nullptr};
        }
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
    const auto format =
        chooseFormat(device, options, [](const FormatInfo &info) { return info.importsSchedule; });
    if (!format)
        return fail(format.error());
    auto schedule = formatOf(**format).readSchedule(device, options, ids, job);
    if (schedule)
        schedule->format = (*format)->id;
    return schedule;
}

Result<ImportedPlaylist> readPlaylist(QIODevice &device, const ReadOptions &options, const Job &job)
{
    const auto format =
        chooseFormat(device, options, [](const FormatInfo &info) { return info.importsPlaylist; });
    if (!format)
        return fail(format.error());
    auto playlist = formatOf(**format).readPlaylist(device, options, job);
    if (playlist)
        playlist->format = (*format)->id;
    return playlist;
}

Result<WriteReport> writeSchedule(QIODevice &device, const FormatInfo &format, const ScheduleExport &schedule,
                                  const Job &job)
{
    if (!format.exports) {
        const QString known = knownNames([](const FormatInfo &info) { return info.exports; });
        return fail(ErrorCode::FormatNotExportable, {format.id, known});
    }
    return formatOf(format).writeSchedule(device, schedule, job);
}

} // namespace sf

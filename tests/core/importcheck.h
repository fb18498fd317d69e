// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/formats/asrunlog.h"
#include "core/formats/registry.h"
#include "core/time/iso8601.h"

#include <QBuffer>
#include <QSet>

#include <algorithm>

namespace sf::test {

/// Everything that a reader may ask for, as for a station in Rome at 29.97 frames a second. Without a format, the
/// content says what a file is.
inline ReadOptions hostileOptions(const FormatInfo *format, bool isPartial)
{
    ReadOptions options;
    options.label = QStringLiteral("file");
    options.format = format;
    options.isPartial = isPartial;
    static const ChannelClock clock =
        *ChannelClock::create(QStringLiteral("Europe/Rome"), std::chrono::hours(6));
    options.channel = clock;
    options.rate = {30000, 1001};
    options.date = QDate(2026, 3, 28);
    options.start = timePointFromMs(1'774'674'000'000);
    return options;
}

/// A file of short lines has tens of thousands of remarks: their sentences took nearly all of a run's time.
inline QString faultOfRemarks(const std::vector<ImportRemark> &rejected,
                              const std::vector<ImportRemark> &warnings)
{
    constexpr std::size_t read = 100;
    for (std::size_t i = 0; i < std::min(read, rejected.size()); ++i) {
        if (sentence(rejected[i].reason).isEmpty())
            return QStringLiteral("a rejection without a reason");
    }
    for (const ImportRemark &remark : warnings) {
        if (remark.text.isEmpty())
            return QStringLiteral("a warning without a text");
    }
    return {};
}

/// What no file may put into a station; empty where all is sound.
inline QString faultOfSchedule(const ImportedSchedule &schedule)
{
    QSet<AssetId> assets;
    for (const Asset &asset : schedule.assets) {
        assets.insert(asset.id);
        if (asset.duration < Micros::zero() || asset.som < Micros::zero())
            return QStringLiteral("media of a negative length");
    }
    for (const ScheduledEvent &event : schedule.events) {
        if (event.range.isEmpty())
            return QStringLiteral("an event without length");
        if (!knownTimes.contains(event.range.start))
            return QStringLiteral("an event outside of all times");
        if (event.mediaIn < Micros::zero())
            return QStringLiteral("an event that begins before its media");
        if (event.title.isEmpty() && !event.asset)
            return QStringLiteral("an event without title");
        if (event.asset && !assets.contains(event.asset))
            return QStringLiteral("an event whose media are not there");
    }
    return faultOfRemarks(schedule.rejected, schedule.warnings);
}

inline QString faultOfPlaylist(const ImportedPlaylist &playlist)
{
    for (const PlaylistEntry &entry : playlist.entries) {
        if (entry.url.isEmpty() || entry.title.isEmpty())
            return QStringLiteral("an entry without address or title");
        if (entry.duration < Micros::zero() || entry.mediaIn < Micros::zero() ||
            entry.mediaOut < Micros::zero())
            return QStringLiteral("an entry of a negative length");
    }
    return faultOfRemarks(playlist.rejected, playlist.warnings);
}

inline QString faultOfLog(const AsRunLog &log)
{
    for (const AsRunEntry &entry : log.entries) {
        if (!knownTimes.contains(entry.start))
            return QStringLiteral("a play outside of all times");
        if (entry.duration && *entry.duration <= Millis::zero())
            return QStringLiteral("a play without length");
        if (entry.title.isEmpty() && entry.url.isEmpty())
            return QStringLiteral("a play of nothing");
    }
    return faultOfRemarks(log.rejected, log.warnings);
}

inline QString faultOfError(const Error &error)
{
    return sentence(error).isEmpty() ? QStringLiteral("an error without a sentence") : QString();
}

/// What is wrong with how a file is taken as what was played; empty where nothing is. `plays` counts what was taken.
inline QString asRunFault(const QByteArray &bytes, bool isPartial, std::size_t *plays = nullptr)
{
    QBuffer device;
    device.setData(bytes);
    device.open(QIODevice::ReadOnly);
    IdSource ids(1, 1);
    const auto log = readAsRun(device, hostileOptions(nullptr, isPartial), ids, Job());
    if (plays)
        *plays = log ? log->entries.size() : 0;
    return log ? faultOfLog(*log) : faultOfError(log.error());
}

/// What is wrong with how a file is taken as `format`, whatever it holds; empty where nothing is. `events` counts what
/// was taken of it.
inline QString importFault(const FormatInfo &format, const QByteArray &bytes, bool isPartial,
                           std::size_t *events = nullptr)
{
    const ReadOptions options = hostileOptions(&format, isPartial);
    QBuffer device;
    device.setData(bytes);
    device.open(QIODevice::ReadOnly);
    IdSource ids(1, 1);
    const auto schedule = readSchedule(device, options, ids, Job());
    const QString fault = schedule ? faultOfSchedule(*schedule) : faultOfError(schedule.error());
    if (!fault.isEmpty())
        return fault;
    if (events)
        *events = schedule ? schedule->events.size() : 0;
    if (!format.importsPlaylist)
        return {};
    device.seek(0);
    const auto playlist = readPlaylist(device, options, Job());
    return playlist ? faultOfPlaylist(*playlist) : faultOfError(playlist.error());
}

} // namespace sf::test

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/formats/registry.h"

#include <QBuffer>

namespace sf::test {

/// A broadcast day with all that goes wrong between programs: 23 hours (clocks go forward in its night), 29.97 frames a
/// second, names with quotes, commas, markup, emoji, right-to-left text, control characters and a formula, an
/// overlap, a gap, a placeholder, a trimmed clip, a logo on a layer above, an event over the day's end.
class AwkwardDay
{
public:
    /// With media of its own folder, where all of them are files; else some names that no machine has.
    explicit AwkwardDay(const QString &folder = {})
    {
        channel.id = ChannelId::fromBits(1, 1);
        channel.name = QStringLiteral("Canale “Uno”, prova");
        channel.zone = QStringLiteral("Europe/Rome");
        channel.dayStart = std::chrono::hours(6);
        channel.rate = {30000, 1001};
        plan.id = PlanId::fromBits(1, 2);
        plan.channel = channel.id;
        range = channel.clock().broadcastDay(QDate(2026, 3, 28));
        addEvents(folder.isEmpty() ? QStringLiteral("/media") : folder,
                  folder.isEmpty() ? QStringLiteral("https://example.org/a?b=1&c=d e")
                                   : folder + QStringLiteral("/a?b=1&c=d e.mp4"));
        for (const ScheduledEvent &event : events)
            pointers.push_back(&event);
        Changes<Asset> changes;
        changes.after = media;
        (void)table.apply(changes);
    }

    ScheduleExport schedule(OptionValues options = {}) const
    {
        return {channel,           plan, range, pointers, table, range.start - std::chrono::hours(24),
                std::move(options)};
    }

    Result<WriteReport> write(QStringView format, QByteArray &bytes, OptionValues options = {}) const
    {
        QBuffer device(&bytes);
        device.open(QIODevice::WriteOnly);
        return writeSchedule(device, *findFormat(format), schedule(std::move(options)), Job());
    }

    Channel channel;
    Plan plan;
    TimeRange range;
    std::vector<Asset> media;
    std::vector<ScheduledEvent> events;
    std::vector<const ScheduledEvent *> pointers;
    AssetTable table;

private:
    AssetId asset(const QString &title, const QString &url, AssetKind kind, Millis length)
    {
        Asset asset;
        asset.id = AssetId::fromBits(7, media.size() + 1);
        asset.title = title;
        asset.url = url;
        asset.kind = kind;
        asset.duration = length;
        asset.durationSource = DurationSource::Probed;
        asset.category = kind == AssetKind::Program ? QStringLiteral("News, local") : QString();
        asset.houseNumber = QStringLiteral("H%1").arg(media.size() + 1, 4, 10, QLatin1Char('0'));
        asset.season = media.empty() ? 2 : 0;
        asset.episode = media.empty() ? 5 : 0;
        asset.description = media.empty() ? QStringLiteral("Two\nlines; with \\ and “quotes”") : QString();
        media.push_back(asset);
        return asset.id;
    }

    /// Minutes from 06:00, to the nearest frame.
    ScheduledEvent &event(const QString &title, AssetId asset, double from, double minutes)
    {
        const FrameGrid grid = channel.grid();
        const auto at = [&](double minute) {
            return grid.timeOf(
                grid.indexOf(range.start + Millis(static_cast<std::int64_t>(minute * 60'000))));
        };
        ScheduledEvent event;
        event.id = EventId::fromBits(9, events.size() + 1);
        event.plan = plan.id;
        event.asset = asset;
        event.title = title;
        event.range = TimeRange::between(at(from), at(from + minutes));
        events.push_back(event);
        return events.back();
    }

    void addEvents(const QString &folder, const QString &spotUrl)
    {
        using std::chrono::minutes;
        const AssetId news = asset(QStringLiteral("News"), folder + QStringLiteral("/café & crème #1.mp4"),
                                   AssetKind::Program, minutes(90));
        const AssetId spot = asset(QStringLiteral("Spot"), spotUrl, AssetKind::Commercial, minutes(30));
        const AssetId film = asset(QStringLiteral("Film"), folder + QStringLiteral("/it's a film.mkv"),
                                   AssetKind::Program, minutes(120));
        asset(QStringLiteral("Slate"), folder + QStringLiteral("/slate.mp4"), AssetKind::Filler, minutes(7));
        event(QStringLiteral("News, “live” & <more>"), news, 0, 60).startMode = StartMode::Fixed;
        event(QStringLiteral("Say \"hi\", you"), spot, 60, 30);
        event(QStringLiteral("שלום العالم"), film, 95, 45); // behind a gap of 5 minutes
        event(QString::fromUtf8("🎬 Night 👩‍👩‍👧‍👦 𝐁"), film, 130,
              40); // overlaps by 10
        event(QStringLiteral("Live from the village"), {}, 170, 10);
        event(QStringLiteral("Trimmed"), film, 180, 5).mediaIn = std::chrono::seconds(5);
        event(QStringLiteral("=SUM(A1)"), spot, 185, 10.5);
        event(QStringLiteral("bell\u0007 ring\nnext line"), spot, 195.5, 10);
        event(QStringLiteral("Logo"), spot, 200, 1).layer = 1;
        event(QString(), film, 19.5 * 60, 60);                      // 01:30 to 03:30 by the clock
        event(QStringLiteral("Over the end"), film, 22.5 * 60, 60); // its second half is tomorrow's
    }
};

} // namespace sf::test

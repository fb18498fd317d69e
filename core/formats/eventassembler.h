// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/stringcache.h"
#include "core/base/vectorstate.h"
#include "core/formats/eventrecord.h"
#include "core/formats/plainevent.h"
#include "core/formats/registry.h"

#include <QHash>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sf {

/// Makes events and media of the records that the parsers of ScheduleFlow XML and JSON gather, and keeps count.
/// An event that is wrong is rejected alone.
class EventAssembler
{
public:
    EventAssembler(const ReadOptions &options, IdSource &ids);

    /// Errors: LimitExceeded.
    Status add(const EventRecord &record);
    /// An item of the list that is no event at all. Errors: LimitExceeded.
    Status addNonsense(std::int64_t line);
    void warn(std::int64_t index, std::int64_t line, QString text);

    void setChannelName(const QString &name) { m_schedule.channelName = name; }
    void setZone(const QString &zone) { m_schedule.zone = zone; }

    /// Events met so far, rejected ones included.
    std::int64_t total() const { return m_schedule.total; }
    ImportedSchedule take();

private:
    /// Seeded, so that no file can be made of addresses that share a hash: each would be compared with all before it.
    struct TextHash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const
        {
            const std::size_t hash = qHashBits(text.data(), text.size(), QHashSeed::globalSeed());
            releaseUpperVectors(); // all that is read until the next address would wait for them
            return hash;
        }
    };

    /// What every event asks of its asset, close together.
    struct Media
    {
        AssetId id;
        Millis longest{0};   ///< of the events that play it
        bool isTold = false; ///< the file says itself how long it is
    };

    Status count(std::int64_t line);
    Status readEvent(const EventRecord &record, ScheduledEvent &event);
    Status readTitle(const EventRecord &record);
    Status readRange(const EventRecord &record, TimeRange &range);
    Result<TimePoint> readTime(QByteArrayView text);
    Status readDuration(const EventRecord &record, TimePoint start, std::optional<TimePoint> &end);
    PlainEvent plainOf(const EventRecord &record);
    std::optional<std::uint32_t> assetAt(QByteArrayView url) const;
    std::optional<std::uint32_t> assetFor(const EventRecord &record);
    std::uint32_t addAsset(AssetId id, Asset asset);
    void describeAsset(std::size_t at, const EventRecord &record);
    void applyExtension(ScheduledEvent &event, const EventRecord &record);

    const ReadOptions &m_options;
    IdSource &m_ids;
    ImportedSchedule m_schedule;
    StringCache m_cache;
    /// By address as written and as compared, UTF-8.
    std::unordered_map<std::string, std::uint32_t, TextHash, std::equal_to<>> m_assetOfText;
    QHash<AssetId, std::uint32_t> m_assetOfId;
    std::vector<Media> m_media; ///< one for each asset
    std::string m_title;        ///< of the event that is being made, UTF-8
    std::string m_lastTime;     ///< as it was written: where one event ends the next one mostly starts
    TimePoint m_lastTimePoint{};
    bool m_hasNaiveTimes = false;
};

} // namespace sf

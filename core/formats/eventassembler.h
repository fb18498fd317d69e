// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/formats/eventrecord.h"
#include "core/formats/plainevent.h"
#include "core/formats/registry.h"
#include "core/formats/stringcache.h"

#include <QHash>

namespace sf {

/// Makes events and media of the records that the parsers of ScheduleFlow XML and JSON gather, and keeps count.
/// An event that is wrong is rejected alone.
class EventAssembler
{
public:
    EventAssembler(const ReadOptions &options, IdSource &ids, const Job &job);

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
    Status count(std::int64_t line);
    Result<PlainEvent> plainOf(const EventRecord &record);
    Status readTitle(const EventRecord &record, PlainEvent &plain);
    Status readRange(const EventRecord &record, PlainEvent &plain);
    Result<TimePoint> readTime(QStringView text) const;
    Status readDuration(const EventRecord &record, TimePoint start, std::optional<TimePoint> &end);
    std::int64_t assetFor(const PlainEvent &plain, const EventRecord &record);
    std::int64_t addAsset(AssetId id, Asset asset);
    void describeAsset(std::size_t at, const PlainEvent &plain, const EventRecord &record);
    void applyExtension(ScheduledEvent &event, const EventRecord &record);
    void reserveForRest();

    const ReadOptions &m_options;
    IdSource &m_ids;
    const Job &m_job;
    ImportedSchedule m_schedule;
    StringCache m_cache;
    QHash<QString, std::uint32_t> m_assetOfText; ///< addresses as written and as compared
    QHash<AssetId, std::uint32_t> m_assetOfId;
    std::vector<bool> m_isTold; ///< for each asset, whether the file says itself how long it is
};

} // namespace sf

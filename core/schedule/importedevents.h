// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/scheduledevent.h"
#include "core/schedule/recordchunks.h"

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace sf {

/// The events of a file, of which there may be millions: what most of them have takes some 100 bytes and their texts,
/// what few have lies aside. They come out as they were put in, by value; half a surrogate pair in a text, which
/// stands for nothing, as a question mark.
class ImportedEvents
{
public:
    using Iterator = ValueIterator<ImportedEvents, ScheduledEvent>;

    ImportedEvents() = default;
    explicit ImportedEvents(std::span<const ScheduledEvent> events);

    bool empty() const { return m_events.empty(); }
    std::size_t size() const { return m_events.size(); }
    ScheduledEvent operator[](std::size_t at) const;
    ScheduledEvent front() const { return (*this)[0]; }
    ScheduledEvent back() const { return (*this)[size() - 1]; }
    Iterator begin() const { return {*this, 0}; }
    Iterator end() const { return {*this, size()}; }
    /// From the first start to the last end; none where there are no events.
    std::optional<TimeRange> extent() const;

    void push_back(const ScheduledEvent &event);
    /// With this title, UTF-8, in place of the event's: a reader's texts are bytes already.
    void push_back(const ScheduledEvent &event, QByteArrayView title);
    /// Those of `other` from this one on.
    void append(const ImportedEvents &other, std::size_t from = 0);
    void extendLast(Millis by) { m_events.record(size() - 1).range.duration += by; }

    // What can be seen and set without making an event.
    TimePoint startOf(std::size_t at) const { return m_events.record(at).range.start; }
    EventId idOf(std::size_t at) const { return m_events.record(at).id; }
    AssetId assetOf(std::size_t at) const { return m_events.record(at).asset; }
    void setId(std::size_t at, EventId id) { m_events.record(at).id = id; }
    void setAsset(std::size_t at, AssetId asset) { m_events.record(at).asset = asset; }

    /// Sees each event, which it may change; false leaves it out.
    using Keep = std::function<bool(std::size_t at, ScheduledEvent &event)>;
    /// The events in one block, in which equal titles share their memory; what `keep` was shown stays where it is. This
    /// list is empty then; it shrinks while the block is filled.
    std::vector<ScheduledEvent> take(const Keep &keep = {});

private:
    struct Record
    {
        EventId id;
        AssetId asset;
        TimeRange range;
        Micros mediaIn{0};
        std::uint32_t rest = none; ///< in m_rests
        StartMode startMode = StartMode::Follow;
        EventOrigin origin = EventOrigin::Manual;
        RelaxationTier tier = RelaxationTier::AllRules;
        bool isLocked : 1 = false;
        bool isExempt : 1 = false;
    };
    /// What few events have.
    struct Rest
    {
        PlanId plan;
        EventId parent;
        AiringId airing;
        RecurrenceId recurrence;
        RunId run;
        Millis parentOffset{0};
        std::optional<LocalTime> occurrence;
        std::optional<std::uint32_t> colour;
        std::int32_t layer = 0;

        bool operator==(const Rest &) const = default;
    };
    using Events = RecordChunks<Record, 2>; ///< with title and note

    static constexpr std::uint32_t none = ~0U;

    static Rest restOf(const ScheduledEvent &event);
    static void setRest(ScheduledEvent &event, const Rest &rest);
    /// All but its texts.
    void fill(ScheduledEvent &event, const Record &record) const;

    Events m_events;
    RecordChunks<Rest, 0> m_rests;
};

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/schedule/importedevents.h"

#include "core/base/stringcache.h"
#include "core/base/utf8text.h"

namespace sf {

ImportedEvents::ImportedEvents(std::span<const ScheduledEvent> events)
{
    for (const ScheduledEvent &event : events)
        push_back(event);
}

ScheduledEvent ImportedEvents::operator[](std::size_t at) const
{
    ScheduledEvent event;
    fill(event, m_events.record(at));
    const Events::Texts texts = m_events.texts(at);
    event.title = fromUtf8(texts[0]);
    event.note = fromUtf8(texts[1]);
    return event;
}

std::optional<TimeRange> ImportedEvents::extent() const
{
    if (empty())
        return std::nullopt;
    TimePoint start = m_events.record(0).range.start;
    TimePoint end = start;
    for (std::size_t at = 0; at < size(); ++at) {
        const TimeRange &range = m_events.record(at).range;
        start = std::min(start, range.start);
        end = std::max(end, range.end());
    }
    return TimeRange::between(start, end);
}

void ImportedEvents::push_back(const ScheduledEvent &event)
{
    std::string title;
    appendUtf8(title, event.title);
    push_back(event, viewOf(title));
}

void ImportedEvents::push_back(const ScheduledEvent &event, QByteArrayView title)
{
    std::string note;
    appendUtf8(note, event.note);
    Record &record = m_events.add({title, viewOf(note)});
    record.id = event.id;
    record.asset = event.asset;
    record.range = event.range;
    record.mediaIn = event.mediaIn;
    record.startMode = event.startMode;
    record.origin = event.origin;
    record.tier = event.tier;
    record.isLocked = event.isLocked;
    record.isExempt = event.isExempt;
    static const Rest usual; // a temporary here is taken for uninitialised by g++ under the sanitizers
    if (const Rest rest = restOf(event); rest != usual) {
        record.rest = static_cast<std::uint32_t>(m_rests.size());
        m_rests.add({}) = rest;
    }
}

void ImportedEvents::append(const ImportedEvents &other, std::size_t from)
{
    for (std::size_t at = from; at < other.size(); ++at)
        push_back(other[at]);
}

std::vector<ScheduledEvent> ImportedEvents::take(const Keep &keep)
{
    std::vector<ScheduledEvent> events;
    events.reserve(size());
    StringCache cache;
    std::size_t at = 0;
    m_events.drain([&](const Record &record, const Events::Texts &texts) {
        ScheduledEvent &event = events.emplace_back();
        fill(event, record);
        event.title = cache.get(texts[0]);
        event.note = cache.get(texts[1]);
        if (keep && !keep(at, event))
            events.pop_back();
        ++at;
    });
    m_rests = {};
    return events;
}

ImportedEvents::Rest ImportedEvents::restOf(const ScheduledEvent &event)
{
    return {event.plan,         event.parent,     event.airing, event.recurrence, event.run,
            event.parentOffset, event.occurrence, event.colour, event.layer};
}

void ImportedEvents::setRest(ScheduledEvent &event, const Rest &rest)
{
    event.plan = rest.plan;
    event.parent = rest.parent;
    event.airing = rest.airing;
    event.recurrence = rest.recurrence;
    event.run = rest.run;
    event.parentOffset = rest.parentOffset;
    event.occurrence = rest.occurrence;
    event.colour = rest.colour;
    event.layer = rest.layer;
}

void ImportedEvents::fill(ScheduledEvent &event, const Record &record) const
{
    event.id = record.id;
    event.asset = record.asset;
    event.range = record.range;
    event.mediaIn = record.mediaIn;
    event.startMode = record.startMode;
    event.origin = record.origin;
    event.tier = record.tier;
    event.isLocked = record.isLocked;
    event.isExempt = record.isExempt;
    if (record.rest != none)
        setRest(event, m_rests.record(record.rest));
}

} // namespace sf

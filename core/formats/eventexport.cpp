// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/eventexport.h"

#include <QCoreApplication>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

/// The fields of `object` that `derived`, which a reader makes of the plain fields, has not.
template <class T>
void addDifferences(std::vector<EventExport::Value> &values, std::span<const ExtensionField<T>> fields,
                    const T &object, const T &derived, bool &isExact)
{
    for (const ExtensionField<T> &field : fields) {
        if (!field.isSame(object, derived))
            values.push_back({field.name, field.type, writableText(field.text(object), isExact)});
    }
}

} // namespace

const EventExport &EventExporter::prepare(const ScheduledEvent &event)
{
    const Asset *asset = m_schedule.assets.find(event.asset);
    bool isExact = true;
    m_event.event.clear();
    m_event.asset.clear();
    m_event.plain = plainEvent(event, asset, isExact);
    if (asset)
        addMedia(*asset, isExact);
    addDifferences(m_event.event, eventExtension(), event, eventFrom(m_event.plain, asset != nullptr),
                   isExact);
    if (!isExact) {
        m_lost.push_back(
            {event.id, m_event.plain.title,
             QCoreApplication::translate("Export", "control characters, or the end of a long text")});
    }
    return m_event;
}

void EventExporter::addMedia(const Asset &asset, bool &isExact)
{
    auto media = m_named.find(asset.id);
    const bool isFirst = media == m_named.end();
    if (isFirst) {
        media = m_named.insert(asset.id, {asset.id.toString(), {}, true});
        sf::addMedia(media->plain, asset, media->isExact);
    }
    m_event.plain.url = media->plain.url;
    m_event.plain.category = media->plain.category;
    m_event.plain.description = media->plain.description;
    m_event.plain.tags = media->plain.tags;
    isExact = isExact && media->isExact;
    m_event.asset.push_back({"id"_L1, ExtensionType::Text, media->id});
    if (isFirst)
        addDifferences(m_event.asset, assetExtension(), asset, assetFrom(m_event.plain), isExact);
}

} // namespace sf

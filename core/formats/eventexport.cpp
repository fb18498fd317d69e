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

EventExport EventExporter::prepare(const ScheduledEvent &event)
{
    const Asset *asset = m_schedule.assets.find(event.asset);
    bool isExact = true;
    EventExport out;
    out.plain = plainEvent(event, asset, isExact);
    addDifferences(out.event, eventExtension(), event, eventFrom(out.plain, asset != nullptr), isExact);
    if (asset) {
        out.asset.push_back({"id"_L1, ExtensionType::Text, asset->id.toString()});
        if (!m_named.contains(asset->id)) {
            m_named.insert(asset->id);
            addDifferences(out.asset, assetExtension(), *asset, assetFrom(out.plain), isExact);
        }
    }
    if (!isExact) {
        m_lost.push_back(
            {event.id, out.plain.title,
             QCoreApplication::translate("Export", "control characters, or the end of a long text")});
    }
    return out;
}

} // namespace sf

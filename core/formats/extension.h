// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/asset.h"
#include "core/model/scheduledevent.h"

#include <QLatin1StringView>
#include <QString>

#include <span>

namespace sf {

/// What the extension of ScheduleFlow XML (namespace urn:scheduleflow:schedule:1) and JSON ("x-scheduleflow") adds
/// to an event, so that nothing is lost. Only what a reader could not derive from the plain fields is written:
/// old readers ignore it. Times in "…Ms" are milliseconds, with decimals where a length is exact to the
/// microsecond.
enum class ExtensionType { Text, Number, Flag };

template <class T>
struct ExtensionField
{
    QLatin1StringView name;
    ExtensionType type;
    bool (*isSame)(const T &, const T &);
    QString (*text)(const T &);
    /// False for a text that is no value of this field; then nothing is changed.
    bool (*set)(T &, const QString &);
};

std::span<const ExtensionField<ScheduledEvent>> eventExtension();
std::span<const ExtensionField<Asset>> assetExtension();

/// Null where there is none of that name.
template <class T>
const ExtensionField<T> *findExtension(std::span<const ExtensionField<T>> fields, QStringView name)
{
    for (const ExtensionField<T> &field : fields) {
        if (name == field.name)
            return &field;
    }
    return nullptr;
}

constexpr auto extensionNamespace = QLatin1StringView("urn:scheduleflow:schedule:1");
constexpr auto extensionKey = QLatin1StringView("x-scheduleflow");

} // namespace sf

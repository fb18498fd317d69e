// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/stringcache.h"
#include "core/formats/registry.h"

#include <QHash>

#include <optional>

namespace sf {

/// One event as a reader found it. What is missing is empty or none.
struct ImportedItem
{
    std::int64_t line = 0;
    EventId id;
    QString title;
    QString url; ///< as written
    QString houseNumber;
    QString category;
    QString description;
    QString series;
    QString language;
    QString rating;
    QString note;
    QStringList tags;
    std::optional<AssetKind> kind;
    std::int32_t season = 0;
    std::int32_t episode = 0;
    std::int32_t year = 0;
    std::optional<TimePoint> start;
    std::optional<TimePoint> end; ///< wins over `duration`
    std::optional<Millis> duration;
    Micros mediaIn{0};
    Micros mediaLength{0}; ///< of the whole file; zero: not told
    StartMode startMode = StartMode::Follow;
    std::optional<Error> fault; ///< found while reading: the event is rejected with it
};

/// Makes a schedule of the events that the readers of other programs' formats find. An event that is wrong is
/// rejected alone. Media are one asset an address, or where there is none a house number.
class ScheduleBuilder
{
public:
    ScheduleBuilder(const ReadOptions &options, IdSource &ids);

    /// Errors: LimitExceeded.
    Status add(ImportedItem item);
    Status reject(std::int64_t line, Error reason);
    void warn(std::int64_t line, QString text);

    /// Events met so far, rejected ones included.
    std::int64_t total() const { return m_schedule.total; }
    ImportedSchedule &schedule() { return m_schedule; }
    ImportedSchedule take();

private:
    Status count(std::int64_t line);
    std::optional<Error> faultOf(ImportedItem &item) const;
    std::int64_t assetFor(const ImportedItem &item);
    void share(ImportedItem &item);

    const ReadOptions &m_options;
    IdSource &m_ids;
    ImportedSchedule m_schedule;
    StringCache m_cache;
    QHash<QString, std::uint32_t> m_assetOf; ///< by address as written and compared, and "#" + house number
};

} // namespace sf

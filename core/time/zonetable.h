// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/time/timerange.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace sf {

/// The offsets of one time zone from 1900 to 2199 as a sorted list: a look-up costs nanoseconds, where
/// QTimeZone needs close to a microsecond and allocates. Immutable, so threads share it. Outside those years
/// the first or last offset goes on. Offsets are whole minutes; the seconds of old local mean times are cut
/// off (towards west).
class ZoneTable
{
public:
    /// A stretch of time with one offset.
    struct Segment
    {
        TimePoint start{};              ///< TimePoint::min() for the first
        std::chrono::minutes offset{0}; ///< east of UTC
    };

    /// The table of an IANA zone, made once and then shared; null where there is no such zone. Names that
    /// QTimeZone would take beside those (empty, POSIX rules, any word it does not know) are unknown here: a
    /// mistyped zone must not become UTC.
    static std::shared_ptr<const ZoneTable> named(const QString &name);
    static std::shared_ptr<const ZoneTable> utc();

    const QString &name() const { return m_name; }
    const std::vector<Segment> &segments() const { return m_segments; }
    /// The segment that holds `t`.
    std::vector<Segment>::const_iterator at(TimePoint t) const;

private:
    explicit ZoneTable(QString name)
        : m_name(std::move(name))
    {
    }
    static std::shared_ptr<const ZoneTable> make(const QString &name);
    void append(TimePoint start, std::chrono::minutes offset);

    QString m_name;
    std::vector<Segment> m_segments;
};

} // namespace sf

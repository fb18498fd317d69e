// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/time/timerange.h"

#include <QStringView>

#include <cstdint>

namespace sf {

/// Frames a second as a fraction: 25/1, 30000/1001.
struct FrameRate
{
    std::int32_t numerator = 25;
    std::int32_t denominator = 1;

    /// "25", "29.97", "30000/1001". The usual decimals of NTSC rates give the exact fraction. 1 to 300 frames
    /// a second. Errors: BadFrameRate; args: the text.
    static Result<FrameRate> fromString(QStringView text);
    /// "25", "29.97" or "n/d" where there is no usual short form.
    QString toString() const;

    bool operator==(const FrameRate &) const = default;
};

/// The one grid of a channel, counted from the UTC epoch. A stored time is the rounding of a grid index and
/// gives it back exactly; lengths are whole frames, so a thousand 29.97 fps events in a row do not drift.
class FrameGrid
{
public:
    explicit FrameGrid(FrameRate rate = {})
        : m_rate(rate)
    {
    }

    /// The nearest frame.
    std::int64_t indexOf(TimePoint t) const;
    /// The first frame at or after `t`, and the last at or before it. A time that is the rounding of a frame
    /// counts as that frame.
    std::int64_t ceilIndex(TimePoint t) const;
    std::int64_t floorIndex(TimePoint t) const;
    TimePoint timeOf(std::int64_t index) const;
    bool isOnGrid(TimePoint t) const { return timeOf(indexOf(t)) == t; }

    /// Frames needed to show all of `exact`: rounded up, except that the microsecond lost in writing an exact
    /// number of frames as a decimal does not cost one more.
    std::int64_t framesFor(Micros exact) const;
    /// Nearest whole number of frames.
    std::int64_t framesNear(Millis duration) const;
    /// The length of so many frames, from the epoch; for display and sums.
    Millis lengthOf(std::int64_t frames) const;

    FrameRate rate() const { return m_rate; }

private:
    FrameRate m_rate;
};

} // namespace sf

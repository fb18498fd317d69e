// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/formats/registry.h"

namespace sf {

/// Turns the wall times of a file into instants: in the zone that the operator picked, else the channel's, else UTC.
class LocalTimes
{
public:
    explicit LocalTimes(const ReadOptions &options);

    const ChannelClock &clock() const { return m_clock; }
    /// Of a wall time that exists twice, the second where `notBefore` (the end of the event before) lies after
    /// the first: lists are in order. Errors: TimeDoesNotExist.
    Result<TimePoint> resolve(LocalTime local, std::optional<TimePoint> notBefore) const;
    /// The frame of `date`'s wall day at which `t` stands: what a time code counts from that midnight.
    static std::int64_t frameOfDay(TimePoint t, LocalTime midnight, const ChannelClock &clock,
                                   FrameRate rate);
    /// The instant of a time code that counts from a wall midnight: frameOfDay() taken back. Errors: TimeDoesNotExist.
    Result<TimePoint> resolveFrames(LocalTime midnight, std::int64_t frames, FrameRate rate,
                                    std::optional<std::chrono::minutes> offset,
                                    std::optional<TimePoint> notBefore) const;

private:
    ChannelClock m_clock;
};

LocalTime midnightOf(QDate date);
QDate dateOf(LocalTime local);

} // namespace sf

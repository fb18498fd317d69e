// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/time/framegrid.h"

#include <QByteArray>
#include <QStringView>

#include <cstdint>

namespace sf {

/// Time code as SMPTE ST 12-1 has it: HH:MM:SS:FF, frames counted at the rate rounded up (30 for 29.97). Drop-frame
/// leaves out the labels 00 and 01 (at 59.94: 00 to 03) of each minute that is no tenth one, so that the
/// labels keep up with the clock: 2,589,408 frames of 29.97 are 24 hours of labels.
struct TimecodeForm
{
    FrameRate rate;
    bool isDropFrame = false;

    /// What a station uses at that rate: drop-frame at 29.97 and 59.94, else not.
    static TimecodeForm usualFor(FrameRate rate);
    /// Whether drop-frame exists at that rate.
    static bool canDropFrames(FrameRate rate);
};

/// The label of the frame `frames` after 00:00:00:00; hours go on past 23. Frames from 0. Drop-frame labels have a
/// semicolon before the frame.
QByteArray timecodeText(std::int64_t frames, const TimecodeForm &form);

/// The frame that a label names: "HH:MM:SS:FF"; a semicolon, comma or dot before FF says drop-frame where the rate has
/// it, a colon says what `form` says. Hours to 999. Errors: BadTime (args: the text), also for labels that
/// drop-frame leaves out.
Result<std::int64_t> parseTimecode(QStringView text, const TimecodeForm &form);

} // namespace sf

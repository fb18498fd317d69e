// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/media/probereport.h"

#include <QByteArray>

#include <optional>

namespace sf {

/// What a worker says of one request; the path is for the pool to fill in.
struct ProbeAnswer
{
    std::int64_t number = 0; ///< of the request, from 1
    ProbeReport report;
};

/// Reads a line of scheduleflow-probe as if an enemy had written it: none for anything that the program would
/// not write, such as a file that is fine and has no duration. `deadline` is the one that was given to it.
std::optional<ProbeAnswer> parseProbeAnswer(const QByteArray &line, Millis deadline);

/// The version of FFmpeg in the line with which the program begins; none where it is another program or
/// another version of what it speaks.
std::optional<QString> parseProbeHello(const QByteArray &line);

} // namespace sf

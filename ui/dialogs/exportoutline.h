// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/dialogs/outlinemodel.h"
#include "ui/session/exporttasks.h"

#include <memory>

namespace sf {

/// What the files will lack, a group for each kind of loss.
std::vector<OutlineGroup> lossOutline(const std::vector<WriteReport> &reports, const Station &station,
                                      const ChannelClock &clock);

/// How each export went, worst first: what failed, what came back otherwise than it was written, what was written, what was
/// lost.
std::vector<OutlineGroup> outcomeOutline(const std::vector<ExportTaskOutcome> &outcomes,
                                         const Station &station, const ChannelClock &clock);

/// Why a file that was written does not count as published.
QString unrecordedText(const Error &error);

/// "Round trip proved: 336 of 336."; what could not be proved says so.
QString proofText(const RoundTrip &trip);

} // namespace sf

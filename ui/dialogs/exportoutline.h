// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/dialogs/outlinemodel.h"
#include "ui/session/exporttasks.h"

#include <memory>

namespace sf {

/// "2 events."; where some are written in two files, with the entries that this makes.
QString eventCountText(const ExportReport &report);

/// "Sat 5 Dec and Sun 6 Dec have nothing planned.", a line for each channel; empty where every day has something.
/// `channels` as the reports.
QString emptyDaysText(const std::vector<ExportReport> &reports, const QStringList &channels);

/// What the files will lack, a group for each kind of loss.
std::vector<OutlineGroup> lossOutline(const std::vector<ExportReport> &reports, const Station &station,
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

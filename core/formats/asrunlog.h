// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/formats/registry.h"
#include "core/schedule/asrun.h"

namespace sf {

/// A playout's log as read.
struct AsRunLog
{
    QString format; ///< "ffplayout-log", "caspar-log", or the id of a format in the registry
    std::vector<AsRunEntry> entries;
    std::vector<ImportRemark> rejected;
    std::vector<ImportRemark> warnings;
    QString assumedZone; ///< of times without offset; empty where there were none
};

/// Whether a file that begins with `head` is the log of ffplayout or of the CasparCG server.
bool isPlayoutLog(QByteArrayView head);

/// Reads what a playout says it played: the log of ffplayout ("[…] [INFO] Play …: "file""), that of the CasparCG server
/// ("[…] Received message from …: PLAY 1-10 "NAME""), or a table or schedule in any format that is read. Times of
/// logs are wall time of the channel. Lines of a log that are about something else are passed over. Errors: those of
/// readSchedule; NoUsableEntry where nothing was played.
Result<AsRunLog> readAsRun(QIODevice &device, const ReadOptions &options, IdSource &ids, const Job &job);

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/document/exporting.h"

#include <optional>
#include <vector>

namespace sf {

/// One file or folder to be written.
struct ExportTask
{
    ExportRequest request;
    QString channel;         ///< for people
    bool isPublished = true; ///< it counts as handed to the playout
};

/// How one went.
struct ExportTaskOutcome
{
    ExportTask task;
    ExportOutcome written;
    std::optional<Error> failure;     ///< then nothing of it was written
    std::optional<Error> notRecorded; ///< written, but it could not be kept as published
};

/// Writes one after the other, and keeps as published what went well; for a job. One that fails stops no other. Errors:
/// Cancelled.
Result<std::vector<ExportTaskOutcome>> runExports(const Station &station, const QString &location,
                                                  std::int64_t commit, const std::vector<ExportTask> &tasks,
                                                  const Job &job);

/// What several exports would lose, each as previewExport(); for a job. Errors: of the first that fails.
Result<std::vector<ExportReport>> previewExports(const Station &station, const std::vector<ExportTask> &tasks,
                                                 const Job &job);

} // namespace sf

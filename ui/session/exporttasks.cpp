// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/session/exporttasks.h"

#include "core/document/publishing.h"
#include "core/store/publications.h"

namespace sf {

Result<std::vector<ExportTaskOutcome>> runExports(const Station &station, const QString &location,
                                                  std::int64_t commit, const std::vector<ExportTask> &tasks,
                                                  const Job &job)
{
    std::vector<ExportTaskOutcome> outcomes;
    for (const ExportTask &task : tasks) {
        ExportTaskOutcome outcome{task, {}, std::nullopt, std::nullopt};
        auto written = exportTo(task.request, station, job);
        if (!written && written.error().code == ErrorCode::Cancelled)
            return fail(written.error());
        if (written)
            outcome.written = std::move(*written);
        else
            outcome.failure = written.error();
        if (written && task.isPublished) {
            const auto saved = savePublication(location, publicationOf(task.request, station, commit));
            if (!saved)
                outcome.notRecorded = saved.error();
        }
        outcomes.push_back(std::move(outcome));
    }
    return outcomes;
}

Result<std::vector<ExportReport>> previewExports(const Station &station, const std::vector<ExportTask> &tasks,
                                                 const Job &job)
{
    std::vector<ExportReport> reports;
    for (const ExportTask &task : tasks) {
        auto report = previewExport(task.request, station, job);
        if (!report)
            return fail(report.error());
        reports.push_back(std::move(*report));
    }
    return reports;
}

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schedule/merge.h"

#include <optional>

namespace sf {

enum class ImportMode : std::uint8_t {
    Merge,        ///< added to what stands there
    ReplaceRange, ///< what stands there goes, except what is locked
    NewChannel,
};

/// Where an import goes.
struct ImportTarget
{
    ImportMode mode = ImportMode::Merge;
    PlanId plan; ///< of a new channel: the id that its plan gets
    std::optional<TimeRange>
        range;       ///< that is replaced; none: from the first event of the file to its last end
    Channel channel; ///< that is made
};

struct ImportPlan
{
    ScheduleMerge merge;         ///< its edit does all of it: one undo takes it back
    std::int64_t removed = 0;    ///< events that stood in the range
    std::int64_t kept = 0;       ///< locked ones that stayed
    std::int64_t knownMedia = 0; ///< of the file's media, those that the library has
    std::int64_t newMedia = 0;
};

/// As mergeSchedule(), into the target. Errors: those of mergeSchedule and of addChannel.
Result<ImportPlan> planImport(const Station &station, const ImportTarget &target, ImportedSchedule schedule,
                              IdSource &ids, const EditStamp &stamp, const Job &job);

} // namespace sf

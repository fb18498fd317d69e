// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/document/preparededit.h"
#include "core/document/undohistory.h"

namespace sf {

/// The undo or redo of a big edit, for a job to work out: it may have to be read from the station first.
struct UndoPlan
{
    UndoHistory::Step step;
    EditKind kind = EditKind::Undo; ///< or Redo
    EditStamp stamp;
    QString location;
    Station station;
    std::int64_t state = 0; ///< Document::state() of `station`
};

/// The edit that takes `body` back or does it again. `body` is the edit of `step`.
StationEdit stepEdit(const UndoHistory::Step &step, EditKind kind, StationEdit body, const EditStamp &stamp);

/// For Document::apply(). Errors: UndoConflict, and those of reading the edit from the station.
Result<PreparedEdit> workOut(const UndoPlan &plan);

} // namespace sf

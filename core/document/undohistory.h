// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schedule/stationedit.h"
#include "core/store/stationstore.h"

#include <memory>
#include <vector>

namespace sf {

/// What one author can take back and do again: the names of all of it, and the contents of the small recent
/// edits. The rest is in the station's history.
class UndoHistory
{
public:
    struct Step
    {
        EditId edit;
        QString name;
        std::weak_ptr<const StationEdit> body; ///< there while the save is queued, or it is small
        std::shared_ptr<const StationEdit> kept;
    };

    /// As the station has them, the next first.
    void reset(const std::vector<UndoStep> &undoSteps, const std::vector<UndoStep> &redoSteps);

    /// Null where there is nothing.
    const Step *nextUndo() const { return m_done.empty() ? nullptr : &m_done.back(); }
    const Step *nextRedo() const { return m_undone.empty() ? nullptr : &m_undone.back(); }

    /// The author made a new edit: what was undone is dropped.
    void didEdit(const std::shared_ptr<const StationEdit> &edit);
    void didUndo();
    void didRedo();

private:
    static void forgetOldBodies(std::vector<Step> &steps);

    std::vector<Step> m_done;   ///< the latest last
    std::vector<Step> m_undone; ///< the one to do again last
};

} // namespace sf

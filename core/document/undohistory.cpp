// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/document/undohistory.h"

namespace sf {

namespace {

// Together some 50 MB at the very most, and a few hundred kilobytes as people work.
constexpr std::int64_t smallEdit = 1'000;
constexpr std::size_t keptBodies = 100;

std::vector<UndoHistory::Step> stepsFrom(const std::vector<UndoStep> &steps)
{
    std::vector<UndoHistory::Step> result;
    result.reserve(steps.size());
    for (auto step = steps.rbegin(); step != steps.rend(); ++step)
        result.push_back({step->edit, step->name, {}, {}});
    return result;
}

} // namespace

void UndoHistory::reset(const std::vector<UndoStep> &undoSteps, const std::vector<UndoStep> &redoSteps)
{
    m_done = stepsFrom(undoSteps);
    m_undone = stepsFrom(redoSteps);
}

void UndoHistory::didEdit(const std::shared_ptr<const StationEdit> &edit)
{
    const bool isSmall = edit->changedCount() <= smallEdit;
    m_done.push_back({edit->id, edit->name, edit, isSmall ? edit : nullptr});
    m_undone.clear();
    forgetOldBodies(m_done);
}

void UndoHistory::didUndo()
{
    m_undone.push_back(std::move(m_done.back()));
    m_done.pop_back();
    forgetOldBodies(m_undone);
}

void UndoHistory::didRedo()
{
    m_done.push_back(std::move(m_undone.back()));
    m_undone.pop_back();
    forgetOldBodies(m_done);
}

void UndoHistory::forgetOldBodies(std::vector<Step> &steps)
{
    if (steps.size() > keptBodies)
        steps[steps.size() - keptBodies - 1].kept.reset();
}

} // namespace sf

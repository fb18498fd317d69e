// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/document/undoplan.h"

#include "core/store/stationstore.h"

namespace sf {

using namespace Qt::StringLiterals;

namespace {

Result<StationEdit> bodyOf(const UndoPlan &plan)
{
    if (const auto body = plan.step.body.lock())
        return *body;
    const auto store = StationStore::open(plan.location, OpenMode::ReadOnly);
    if (!store)
        return fail(store.error());
    return (*store)->edit(plan.step.edit);
}

} // namespace

StationEdit stepEdit(const UndoHistory::Step &step, EditKind kind, StationEdit body, const EditStamp &stamp)
{
    StationEdit edit = kind == EditKind::Undo ? inverted(std::move(body)) : std::move(body);
    edit.id = stamp.id;
    edit.kind = kind;
    edit.target = step.edit;
    edit.name = (kind == EditKind::Undo ? u"Undo: %1"_s : u"Redo: %1"_s).arg(step.name);
    edit.author = stamp.author;
    edit.time = stamp.now;
    return edit;
}

Result<PreparedEdit> workOut(const UndoPlan &plan)
{
    Result<StationEdit> body = bodyOf(plan);
    if (!body)
        return fail(body.error());
    Result<PreparedEdit> prepared =
        prepareEdit(plan.station, plan.state, stepEdit(plan.step, plan.kind, std::move(*body), plan.stamp));
    if (!prepared && prepared.error().code == ErrorCode::EditConflict)
        return fail(ErrorCode::UndoConflict, {plan.step.name, prepared.error().args.value(0)});
    return prepared;
}

} // namespace sf

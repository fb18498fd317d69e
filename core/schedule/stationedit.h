// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/asset.h"
#include "core/model/channel.h"
#include "core/model/plan.h"
#include "core/model/play.h"
#include "core/model/recurrence.h"
#include "core/model/rule.h"
#include "core/model/scheduledevent.h"
#include "core/model/weektemplate.h"

#include <QString>

#include <vector>

namespace sf {

/// What an edit does to the objects of one type, matched by id: an object that stands only in `before` is
/// removed, only in `after` inserted, in both changed. Inverting swaps the two. (An optional pair for each
/// object would cost twice the memory for the common case, an import, where nothing stands before.)
template <class T>
struct Changes
{
    std::vector<T> before;
    std::vector<T> after;

    bool isEmpty() const { return before.empty() && after.empty(); }
    bool operator==(const Changes &) const = default;
};

enum class EditKind : std::uint8_t { Edit, Undo, Redo };

/// The one way to change a station: a value that is applied, saved, undone, shown and sent. It holds where it
/// applies only if every `before` is what the station holds.
struct StationEdit
{
    EditId id;
    EditKind kind = EditKind::Edit;
    EditId target; ///< of an undo or redo: the edit that is taken back or done again
    QString name;  ///< for people: "Move 3 events"
    QString author;
    TimePoint time{};

    Changes<Channel> channels;
    Changes<Plan> plans;
    Changes<Asset> assets;
    Changes<ScheduledEvent> events;
    Changes<Rule> rules;
    Changes<WeekTemplate> templates;
    Changes<Recurrence> recurrences;
    Changes<Play> plays;

    bool isEmpty() const;
    /// Objects inserted, removed or changed; an object that is changed counts once.
    std::int64_t changedCount() const;

    bool operator==(const StationEdit &) const = default;
};

/// Calls `visit(changes)` for each of the edit's lists; the one place that names them all.
template <class Edit, class F>
void forEachChanges(Edit &edit, F &&visit)
{
    visit(edit.channels);
    visit(edit.plans);
    visit(edit.assets);
    visit(edit.events);
    visit(edit.rules);
    visit(edit.templates);
    visit(edit.recurrences);
    visit(edit.plays);
}

/// Who makes an edit, and when: core never reads the clock.
struct EditStamp
{
    EditId id;
    QString author;
    TimePoint now{};
};

/// The edit that takes `edit` back. Its kind, target, author and time are the caller's to set.
StationEdit inverted(StationEdit edit);

/// An empty edit with this stamp and name.
StationEdit makeEdit(const EditStamp &stamp, QString name);

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/schedule/stationedit.h"

#include <unordered_set>

namespace sf {

bool StationEdit::isEmpty() const
{
    bool empty = true;
    forEachChanges(*this, [&](const auto &changes) { empty = empty && changes.isEmpty(); });
    return empty;
}

std::int64_t StationEdit::changedCount() const
{
    std::size_t count = 0;
    forEachChanges(*this, [&](const auto &changes) {
        count += changes.after.size();
        if (changes.before.empty() || changes.after.empty()) { // most big edits: nothing to match
            count += changes.before.size();
            return;
        }
        std::unordered_set<IdBits,
                           decltype([](const IdBits &b) { return static_cast<std::size_t>(b.low ^ b.high); })>
            kept;
        for (const auto &object : changes.after)
            kept.insert(object.id.bits);
        for (const auto &object : changes.before)
            count += kept.contains(object.id.bits) ? 0 : 1;
    });
    return static_cast<std::int64_t>(count);
}

StationEdit inverted(StationEdit edit)
{
    forEachChanges(edit, [](auto &changes) { std::swap(changes.before, changes.after); });
    return edit;
}

StationEdit makeEdit(const EditStamp &stamp, QString name)
{
    StationEdit edit;
    edit.id = stamp.id;
    edit.name = std::move(name);
    edit.author = stamp.author;
    edit.time = stamp.now;
    return edit;
}

} // namespace sf

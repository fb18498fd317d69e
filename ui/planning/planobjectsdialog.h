// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schedule/planobjects.h"
#include "ui/planning/planlistdialog.h"
#include "ui/session/stationeditor.h"

#include <vector>

namespace sf {

/// A list of rules, week templates or recurring events, of which `Editor` is the dialog that changes one.
template <class Object, class Editor>
class PlanObjectsDialog : public PlanListDialog
{
protected:
    using PlanListDialog::PlanListDialog;
    using Id = decltype(Object::id);

    void edit(int row) override { openEditor(at(row), false); }
    void duplicate(int row) override
    {
        Object copy = at(row);
        copy.id = m_editor.document()->ids().template next<Id>();
        copy.name = PlanListDialog::tr("%1 (copy)").arg(copy.name);
        select(copy.id.toString());
        m_editor.apply(setObjects(m_editor.station(), std::vector{copy}, m_editor.stamp()));
    }
    void remove(const std::vector<int> &rows) override
    {
        std::vector<Id> ids;
        for (const int row : rows)
            ids.push_back(at(row).id);
        m_editor.apply(removeObjects<Object>(m_editor.station(), ids, m_editor.stamp()));
    }

    /// One with an id and nothing else.
    Object fresh() const
    {
        Object object;
        object.id = m_editor.document()->ids().template next<Id>();
        return object;
    }
    void openEditor(Object object, bool isNew)
    {
        const QString key = object.id.toString();
        auto *dialog = new Editor(m_editor, std::move(object), isNew, this);
        QObject::connect(dialog, &QDialog::accepted, this, [this, key] { select(key); });
        dialog->open();
    }
    const Object &at(int row) const { return m_objects[static_cast<std::size_t>(row)]; }

    std::vector<Object> m_objects; ///< what the rows stand for; collect() keeps them
};

} // namespace sf

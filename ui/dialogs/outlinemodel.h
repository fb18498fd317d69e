// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/session/groupedmodel.h"
#include "ui/theme/icons.h"

#include <functional>
#include <vector>

namespace sf {

/// A line that expands: what it says, and how what stands below it is worded.
struct OutlineGroup
{
    QString title; ///< the count follows it
    Sign sign = Sign::Info;
    Tone tone = Tone::Dim;
    qsizetype count = 0; ///< as the title tells it
    qsizetype rows = 0;  ///< below it; fewer than `count` where not all are known one by one
    /// The text of a row below, for column 0 (what) and 1 (where); asked only for what is seen.
    std::function<QString(qsizetype row, int column)> text;
    bool isOpen = false; ///< at first
};

/// Groups of many lines each, which are worded when they are painted.
class OutlineModel : public GroupedModel
{
    Q_OBJECT

public:
    using GroupedModel::GroupedModel;

    void setGroups(std::vector<OutlineGroup> groups);
    const std::vector<OutlineGroup> &groups() const { return m_groups; }

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

protected:
    std::size_t groupCount() const override { return m_groups.size(); }
    qsizetype rowsIn(std::size_t group) const override { return m_groups[group].rows; }

private:
    const OutlineGroup *groupAt(const QModelIndex &index) const;

    std::vector<OutlineGroup> m_groups;
};

} // namespace sf

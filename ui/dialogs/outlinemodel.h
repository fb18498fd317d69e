// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/icons.h"

#include <QAbstractItemModel>

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

/// Groups of many lines each, at no cost before somebody looks: rows are worded when they are painted and come in
/// portions as the view asks for them.
class OutlineModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    using QAbstractItemModel::QAbstractItemModel;

    void setGroups(std::vector<OutlineGroup> groups);
    const std::vector<OutlineGroup> &groups() const { return m_groups; }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

private:
    const OutlineGroup *groupAt(const QModelIndex &index) const;

    std::vector<OutlineGroup> m_groups;
    std::vector<qsizetype> m_fetched; ///< rows handed out so far, of each group
};

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractTableModel>
#include <QStringList>

#include <optional>
#include <vector>

namespace sf {

/// A line of a list of rules, week templates or recurring events.
struct PlanListRow
{
    QString key;              ///< finds it again after a change
    QStringList cells;        ///< one a column
    std::optional<bool> isOn; ///< where it can be switched off
    bool isDimmed = false;    ///< it does not count now

    bool operator==(const PlanListRow &) const = default;
};

/// What a list dialog shows.
class PlanListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit PlanListModel(QStringList headers, QObject *parent = nullptr);

    void setRows(std::vector<PlanListRow> rows);
    const std::vector<PlanListRow> &rows() const { return m_rows; }
    void setEditable(bool isEditable) { m_isEditable = isEditable; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    /// The operator wants a row on or off.
    void switched(int row, bool isOn);

private:
    const PlanListRow &at(const QModelIndex &index) const
    {
        return m_rows[static_cast<std::size_t>(index.row())];
    }

    QStringList m_headers;
    std::vector<PlanListRow> m_rows;
    bool m_isEditable = true;
};

} // namespace sf

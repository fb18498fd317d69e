// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schedule/asrun.h"
#include "core/time/channelclock.h"

#include <QAbstractTableModel>

#include <array>
#include <vector>

namespace sf {

/// Planned against aired, a row an event or play; what is sorted by is Qt::UserRole.
class AiredModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Verdict, Title, Planned, PlannedLength, Aired, AiredLength, Late, ColumnCount };

    struct Row
    {
        AiringVerdict verdict = AiringVerdict::AsPlanned;
        QString title;
        std::optional<TimeRange> planned;
        std::optional<TimeRange> aired;
        Millis late{0};
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(std::vector<Row> rows, const ChannelClock &clock);
    const Row &row(int at) const { return m_rows[static_cast<std::size_t>(at)]; }
    std::int64_t count(AiringVerdict verdict) const { return m_counts[static_cast<std::size_t>(verdict)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const Row &row, int column) const;
    static QVariant sortKey(const Row &row, int column);

    std::vector<Row> m_rows;
    std::array<std::int64_t, verdictCount> m_counts{};
    ChannelClock m_clock;
};

/// "Late"; for people.
QString verdictText(AiringVerdict verdict);

} // namespace sf

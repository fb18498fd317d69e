// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schedule/stationedit.h"
#include "core/time/channelclock.h"

#include <QAbstractTableModel>

#include <deque>

namespace sf {

/// One line of the history: what an edit was, without its objects.
struct HistoryLine
{
    EditId id;
    EditKind kind = EditKind::Edit;
    QString name;
    QString author;
    TimePoint time{};
    std::int64_t changed = 0;
};

/// Edits, the newest first.
class HistoryModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void clear();
    void add(const StationEdit &edit);
    /// Edits from before, newest first; they stand below those that were added.
    void setEarlier(std::vector<HistoryLine> lines);
    /// Whose wall the times are shown on.
    void setClock(const ChannelClock &clock);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::deque<HistoryLine> m_lines;
    ChannelClock m_clock;
};

} // namespace sf

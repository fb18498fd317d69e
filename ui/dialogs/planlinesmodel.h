// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/time/channelclock.h"
#include "ui/session/plantrial.h"

#include <QAbstractTableModel>

namespace sf {

enum class PlanColumn : std::uint8_t { What, Start, Text, Length, Was, Count };

/// What a plan would do to each event, or what it leaves open and why: a line each, by time.
class PlanLinesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// `textTitle` is the heading of the last column.
    explicit PlanLinesModel(const QString &textTitle, QObject *parent = nullptr);

    void setLines(PlanLines lines, const ChannelClock &clock);
    /// Something was elsewhere before.
    bool hasMoved() const { return m_hasMoved; }
    const PlanLine &lineAt(int row) const { return (*m_lines)[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString textOf(const PlanLine &line, PlanColumn column) const;

    QString m_textTitle;
    ChannelClock m_clock;
    bool m_hasMoved = false;
    PlanLines m_lines = std::make_shared<const std::vector<PlanLine>>();
};

} // namespace sf

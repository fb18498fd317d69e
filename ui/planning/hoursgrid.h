// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/asset.h"

#include <QWidget>

namespace sf {

/// The 168 hours of a week, Monday first, each allowed or not: painted with the mouse, a row or a column at once by
/// its title, or with the arrows and the space bar.
class HoursGrid : public QWidget
{
    Q_OBJECT

public:
    explicit HoursGrid(QWidget *parent = nullptr);

    /// None: every hour.
    void setHours(const std::optional<HoursMask> &hours);
    /// Of several assets that differ; what is painted then counts for all of them, beginning with every hour.
    void setSeveral();
    bool isSeveral() const { return m_isSeveral; }
    std::optional<HoursMask> hours() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    /// Where an hour is painted; 0 is Monday.
    QRect cellRect(int day, int hour) const;

Q_SIGNALS:
    /// By the operator.
    void changed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Cell
    {
        int day = 0;  ///< -1 in the row of titles
        int hour = 0; ///< -1 in the column of titles
        bool operator==(const Cell &) const = default;
    };

    Cell cellAt(QPoint pos) const;
    /// All from one to the other, as on the mask before the drag.
    void paintCells(Cell from, Cell to);
    void moveTo(Cell cell);
    void describe();

    HoursMask m_hours;
    HoursMask m_before; ///< the drag
    Cell m_current;
    std::optional<Cell> m_from; ///< while the mouse paints
    bool m_allows = false;      ///< what it paints
    bool m_isSeveral = false;
};

/// "Mon–Fri 06:00–09:00; Sat, Sun 20:00–24:00", "any hour", or that there is none.
QString hoursText(const std::optional<HoursMask> &hours);

} // namespace sf

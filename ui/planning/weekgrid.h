// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/planning/weekgriddrag.h"
#include "ui/planning/weekgridpainter.h"

#include <QAbstractScrollArea>

namespace sf {

/// A week in channel wall time, on which dayparts are painted, moved and sized with the mouse or the keys. It
/// asks for changes; whoever keeps the dayparts makes them and sets them anew.
class WeekGrid : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit WeekGrid(QWidget *parent = nullptr);

    void setDayparts(std::vector<Daypart> dayparts);
    void setDayStart(Millis dayStart);
    /// Broadcast days to show, 0 is Monday, and what stands above them.
    void setDays(std::vector<int> days, QStringList titles);
    /// Those of the timeline.
    void setFills(const CategoryFills &fills) { m_painter.setFills(fills); }
    void setEditable(bool isEditable) { m_isEditable = isEditable; }
    void select(std::optional<std::size_t> daypart);

    const WeekGridScene &scene() const { return m_scene; }

Q_SIGNALS:
    void selected(std::optional<std::size_t> daypart);
    void addRequested(const sf::Daypart &daypart);
    void changeRequested(std::size_t daypart, const sf::Daypart &changed);
    void removeRequested(std::size_t daypart);
    /// Enter or a double click: its fields are wanted.
    void activated();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    // weekgridmouse.cpp
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    // weekgridkeys.cpp
    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    bool event(QEvent *event) override;

private:
    void layoutChanged();
    void setHourHeight(int height, int aroundY);
    void updateCursor(QPoint pos);
    void showGhost();
    void choose(std::optional<std::size_t> daypart);
    void ensureVisible(std::size_t daypart);
    /// Each daypart once, by where it first lies.
    std::vector<std::size_t> order() const;
    bool moveByKey(const QKeyEvent &event);
    bool sizeByKey(const QKeyEvent &event);
    QString describe(const Daypart &daypart) const;

    WeekGridScene m_scene;
    WeekGridPainter m_painter;
    WeekGridDrag m_drag;
    bool m_isEditable = true;
    bool m_isZoomed = false; ///< else the hours share the height
};

} // namespace sf

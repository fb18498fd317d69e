// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/formats/columnmapping.h"

#include <QAbstractScrollArea>

namespace sf {

/// The first lines of a log, with the fields drawn over them: an edge is dragged, and a stretch that has no field yet is
/// picked by drawing the mouse over it.
class FixedColumns : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit FixedColumns(QWidget *parent = nullptr);

    void setLines(const QStringList &lines);
    void setPlaces(const QHash<ColumnField, ColumnPlace> &places);
    /// Of what is drawn, for tests: the middle of a character in the first line, and the edge before it.
    QPoint posOf(int character) const;
    QPoint edgeBefore(int character) const;

Q_SIGNALS:
    void placeChanged(sf::ColumnField field, const sf::ColumnPlace &place);
    /// Characters from `at`, counted from 1, that no field has.
    void stretchPicked(int at, int length);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Edge
    {
        ColumnField field = ColumnField::Count;
        bool isEnd = false;
    };
    void measure();
    int xOf(int character) const;
    int characterAt(int x) const;
    Edge edgeAt(int x) const;
    int endOf(const ColumnPlace &place) const;
    void paintFields(QPainter &painter, int top) const;
    void paintRuler(QPainter &painter) const;

    QStringList m_lines;
    QHash<ColumnField, ColumnPlace> m_places;
    qreal m_advance = 8;
    int m_longest = 0;
    Edge m_dragged;
    int m_picked = 0; ///< where a new stretch begins; 0: none
    int m_pickedTo = 0;
};

} // namespace sf

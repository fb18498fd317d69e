// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/formats/columnmapping.h"

#include <QWidget>

class QTableWidget;
class QComboBox;

namespace sf {

class FixedColumns;

/// Where the fields of a fixed-column log stand: drawn over its first lines, and as numbers beside them.
class FixedFields : public QWidget
{
    Q_OBJECT

public:
    explicit FixedFields(QWidget *parent = nullptr);

    void setLines(const QStringList &lines);
    void setPlaces(const QHash<ColumnField, ColumnPlace> &places);
    const QHash<ColumnField, ColumnPlace> &places() const { return m_places; }
    FixedColumns &drawing() { return *m_drawing; }

Q_SIGNALS:
    /// By hand.
    void placesChanged();

private:
    void fillTable();
    void addField(ColumnField field, const ColumnPlace &place);
    ColumnField unusedField() const;
    void take(ColumnField field, const ColumnPlace &place);

    QHash<ColumnField, ColumnPlace> m_places;
    FixedColumns *m_drawing;
    QTableWidget *m_table;
    QComboBox *m_add;
};

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/formats/csvreader.h"

#include <QTableWidget>

class QComboBox;

namespace sf {

/// What a field is called for people.
QString fieldLabel(ColumnField field);

/// The first rows of a table; above each column stands what it means, to be chosen.
class MappingTable : public QTableWidget
{
    Q_OBJECT

public:
    explicit MappingTable(QWidget *parent = nullptr);

    void setTable(const TablePreview &table);
    /// Where the fields are, as the columns' choices say.
    QHash<ColumnField, ColumnPlace> places(bool hasHeader) const;
    /// The choice above a column; null where there is no such column.
    QComboBox *meaningOf(int column) const;

Q_SIGNALS:
    /// By hand.
    void meaningChanged();

private:
    void takeAway(ColumnField field, int exceptColumn);

    QStringList m_header;
};

} // namespace sf

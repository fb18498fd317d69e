// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/fixedfields.h"

#include "ui/dialogs/fixedcolumns.h"
#include "ui/dialogs/mappingtable.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

constexpr int tableWidth = 320;
constexpr int longestLine = 9999;

} // namespace

FixedFields::FixedFields(QWidget *parent)
    : QWidget(parent)
    , m_drawing(new FixedColumns)
    , m_table(new QTableWidget(0, 4))
    , m_add(new QComboBox)
{
    m_table->setHorizontalHeaderLabels({tr("Field"), tr("From"), tr("Characters"), QString()});
    m_table->setAccessibleName(tr("Where the fields stand"));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(space::rowComfortable);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->setColumnWidth(1, 76);
    m_table->setColumnWidth(2, 88);
    m_table->setColumnWidth(3, 32);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setFixedWidth(tableWidth);
    m_add->setAccessibleName(tr("Add a field"));
    auto *side = new QVBoxLayout;
    side->setSpacing(space::small);
    side->addWidget(m_table, 1);
    side->addWidget(m_add);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::medium);
    layout->addWidget(m_drawing, 1);
    layout->addLayout(side);
    connect(m_drawing, &FixedColumns::placeChanged, this, &FixedFields::take);
    connect(m_drawing, &FixedColumns::stretchPicked, this, [this](int at, int length) {
        addField(unusedField(), {{}, at, length});
    });
    connect(m_add, &QComboBox::activated, this, [this] {
        const int field = m_add->currentData().toInt();
        int at = 1;
        for (const ColumnPlace &place : std::as_const(m_places))
            at = std::max(at, place.at + place.length + 1);
        if (m_add->currentIndex() > 0)
            addField(static_cast<ColumnField>(field), {{}, at, 8});
    });
}

void FixedFields::setLines(const QStringList &lines) { m_drawing->setLines(lines); }

void FixedFields::setPlaces(const QHash<ColumnField, ColumnPlace> &places)
{
    if (places == m_places && m_table->rowCount() == places.size() && m_add->count() > 0)
        return;
    m_places = places;
    m_drawing->setPlaces(places);
    fillTable();
}

/// What a log needs first, else what comes next.
ColumnField FixedFields::unusedField() const
{
    for (const ColumnField field : {ColumnField::Start, ColumnField::Duration, ColumnField::Title})
        if (!m_places.contains(field))
            return field;
    int field = 0;
    while (field < static_cast<int>(ColumnField::Count) && m_places.contains(static_cast<ColumnField>(field)))
        ++field;
    return static_cast<ColumnField>(field);
}

void FixedFields::addField(ColumnField field, const ColumnPlace &place)
{
    if (field == ColumnField::Count)
        return;
    m_places.insert(field, place);
    m_drawing->setPlaces(m_places);
    fillTable();
    Q_EMIT placesChanged();
}

void FixedFields::take(ColumnField field, const ColumnPlace &place)
{
    m_places.insert(field, place);
    m_drawing->setPlaces(m_places);
    for (int row = 0; row < m_table->rowCount(); ++row) {
        if (m_table->item(row, 0)->data(Qt::UserRole).toInt() != static_cast<int>(field))
            continue;
        auto *at = static_cast<QSpinBox *>(m_table->cellWidget(row, 1));
        auto *length = static_cast<QSpinBox *>(m_table->cellWidget(row, 2));
        const QSignalBlocker blockAt(at);
        const QSignalBlocker blockLength(length);
        at->setValue(place.at);
        length->setValue(place.length);
    }
    Q_EMIT placesChanged();
}

void FixedFields::fillTable()
{
    std::vector<std::pair<int, ColumnField>> order;
    for (auto place = m_places.begin(); place != m_places.end(); ++place)
        order.emplace_back(place->at, place.key());
    std::sort(order.begin(), order.end());
    m_table->setRowCount(0);
    m_table->setRowCount(static_cast<int>(order.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const ColumnField field = order[static_cast<std::size_t>(row)].second;
        auto *name = new QTableWidgetItem(fieldLabel(field));
        name->setData(Qt::UserRole, static_cast<int>(field));
        name->setFlags(Qt::ItemIsEnabled);
        m_table->setItem(row, 0, name);
        auto *at = new QSpinBox;
        at->setRange(1, longestLine);
        at->setValue(m_places[field].at);
        at->setAccessibleName(tr("%1: first character").arg(fieldLabel(field)));
        auto *length = new QSpinBox;
        length->setRange(0, longestLine);
        length->setSpecialValueText(tr("to the end"));
        length->setValue(m_places[field].length);
        length->setAccessibleName(tr("%1: characters").arg(fieldLabel(field)));
        const auto changed = [this, field, at, length] { take(field, {{}, at->value(), length->value()}); };
        connect(at, &QSpinBox::valueChanged, this, changed);
        connect(length, &QSpinBox::valueChanged, this, changed);
        auto *remove = new QToolButton;
        remove->setIcon(icon(Sign::Close, Tone::Dim));
        remove->setToolTip(tr("Leave out %1").arg(fieldLabel(field)));
        remove->setAccessibleName(remove->toolTip());
        connect(remove, &QToolButton::clicked, this, [this, field] {
            m_places.remove(field);
            m_drawing->setPlaces(m_places);
            QMetaObject::invokeMethod(
                this, [this] { fillTable(); }, Qt::QueuedConnection);
            Q_EMIT placesChanged();
        });
        m_table->setCellWidget(row, 1, at);
        m_table->setCellWidget(row, 2, length);
        m_table->setCellWidget(row, 3, remove);
    }
    m_add->clear();
    m_add->addItem(tr("Add a field…"), -1);
    for (int field = 0; field < static_cast<int>(ColumnField::Count); ++field) {
        if (!m_places.contains(static_cast<ColumnField>(field)))
            m_add->addItem(fieldLabel(static_cast<ColumnField>(field)), field);
    }
}

} // namespace sf

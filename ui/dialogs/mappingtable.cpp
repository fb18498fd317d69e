// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/mappingtable.h"

#include "ui/theme/theme.h"

#include <QComboBox>
#include <QHeaderView>
#include <QScrollBar>

#include <array>

namespace sf {

namespace {

constexpr int mostColumns = 60; ///< nobody maps more by hand
constexpr int meaningHeight = 28;
constexpr int noMeaning = -1;

/// A header with a choice above each column; it scrolls and resizes with them.
class MeaningHeader : public QHeaderView
{
public:
    explicit MeaningHeader(QWidget *parent)
        : QHeaderView(Qt::Horizontal, parent)
    {
        setDefaultAlignment(Qt::AlignLeft | Qt::AlignBottom);
        setMinimumSectionSize(112);
        connect(this, &QHeaderView::sectionResized, this, [this] { place(); });
    }

    QSize sizeHint() const override
    {
        QSize size = QHeaderView::sizeHint();
        size.setHeight(fontMetrics().height() + meaningHeight + 3 * space::unit);
        return size;
    }

    void setMeanings(std::vector<QComboBox *> meanings)
    {
        for (QComboBox *old : m_meanings)
            old->deleteLater();
        m_meanings = std::move(meanings);
        for (QComboBox *combo : m_meanings)
            combo->setParent(this);
        place();
        for (QComboBox *combo : m_meanings)
            combo->show();
    }

    QComboBox *meaningOf(int column) const
    {
        const bool isThere = column >= 0 && column < static_cast<int>(m_meanings.size());
        return isThere ? m_meanings[static_cast<std::size_t>(column)] : nullptr;
    }

    void place()
    {
        for (int i = 0; i < static_cast<int>(m_meanings.size()); ++i)
            m_meanings[static_cast<std::size_t>(i)]->setGeometry(sectionViewportPosition(i) + 1, space::half,
                                                                 sectionSize(i) - 2, meaningHeight);
    }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QHeaderView::resizeEvent(event);
        place();
    }

private:
    std::vector<QComboBox *> m_meanings;
};

MeaningHeader *headerOf(const QTableWidget &table)
{
    return static_cast<MeaningHeader *>(table.horizontalHeader());
}

} // namespace

QString fieldLabel(ColumnField field)
{
    static constexpr std::array labels{
        QT_TRANSLATE_NOOP("sf::MappingTable", "Date"),
        QT_TRANSLATE_NOOP("sf::MappingTable", "Start"),
        QT_TRANSLATE_NOOP("sf::MappingTable", "End"),
        QT_TRANSLATE_NOOP("sf::MappingTable", "Duration"),
        QT_TRANSLATE_NOOP("sf::MappingTable", "Title"),
        QT_TRANSLATE_NOOP("sf::MappingTable", "Episode"),
        QT_TRANSLATE_NOOP("sf::MappingTable", "Series"),
        QT_TRANSLATE_NOOP("sf::MappingTable", "Category"),
        QT_TRANSLATE_NOOP("sf::MappingTable", "Kind"),
        QT_TRANSLATE_NOOP("sf::MappingTable", "House number"),
        QT_TRANSLATE_NOOP("sf::MappingTable", "File"),
        QT_TRANSLATE_NOOP("sf::MappingTable", "In"),
        QT_TRANSLATE_NOOP("sf::MappingTable", "Out"),
        QT_TRANSLATE_NOOP("sf::MappingTable", "Fixed start"),
        QT_TRANSLATE_NOOP("sf::MappingTable", "Note"),
        QT_TRANSLATE_NOOP("sf::MappingTable", "Description"),
        QT_TRANSLATE_NOOP("sf::MappingTable", "Channel"),
        QT_TRANSLATE_NOOP("sf::MappingTable", "UTC offset"),
        QT_TRANSLATE_NOOP("sf::MappingTable", "Event id"),
        QT_TRANSLATE_NOOP("sf::MappingTable", "Result"),
    };
    static_assert(labels.size() == static_cast<std::size_t>(ColumnField::Count));
    return QCoreApplication::translate("sf::MappingTable", labels[static_cast<std::size_t>(field)]);
}

MappingTable::MappingTable(QWidget *parent)
    : QTableWidget(parent)
{
    auto *header = new MeaningHeader(this);
    setHorizontalHeader(header);
    setAccessibleName(tr("The first rows of the file"));
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(space::row);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::NoSelection);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    connect(horizontalScrollBar(), &QScrollBar::valueChanged, header, [header] { header->place(); });
}

void MappingTable::setTable(const TablePreview &table)
{
    m_header = table.header;
    qsizetype columns = table.header.size();
    for (const QStringList &row : table.rows)
        columns = std::max(columns, row.size());
    columns = std::min<qsizetype>(columns, mostColumns);
    clear();
    setColumnCount(static_cast<int>(columns));
    setRowCount(static_cast<int>(table.rows.size()));
    for (int row = 0; row < rowCount(); ++row) {
        for (int column = 0; column < std::min(columnCount(), static_cast<int>(table.rows[row].size()));
             ++column)
            setItem(row, column, new QTableWidgetItem(table.rows[row][column].left(200)));
    }
    std::vector<QComboBox *> meanings;
    for (int column = 0; column < columnCount(); ++column) {
        const QString name = table.header.value(column);
        setHorizontalHeaderItem(
            column, new QTableWidgetItem(name.isEmpty() ? tr("Column %1").arg(column + 1) : name.left(60)));
        auto *combo = new QComboBox;
        combo->setAccessibleName(tr("What column %1 means").arg(column + 1));
        combo->addItem(tr("—"), noMeaning);
        for (int field = 0; field < static_cast<int>(ColumnField::Count); ++field)
            combo->addItem(fieldLabel(static_cast<ColumnField>(field)), field);
        const auto found = std::find(table.columns.begin(), table.columns.end(), column);
        if (found != table.columns.end())
            combo->setCurrentIndex(combo->findData(static_cast<int>(found - table.columns.begin())));
        connect(combo, &QComboBox::activated, this, [this, combo, column] {
            if (const int field = combo->currentData().toInt(); field != noMeaning)
                takeAway(static_cast<ColumnField>(field), column);
            Q_EMIT meaningChanged();
        });
        meanings.push_back(combo);
    }
    headerOf(*this)->setMeanings(std::move(meanings));
    resizeColumnsToContents();
    for (int column = 0; column < columnCount(); ++column)
        setColumnWidth(column, std::clamp(columnWidth(column) + space::small, 120, 280));
}

void MappingTable::takeAway(ColumnField field, int exceptColumn)
{
    for (int column = 0; column < columnCount(); ++column) {
        QComboBox *combo = meaningOf(column);
        if (column != exceptColumn && combo->currentData().toInt() == static_cast<int>(field))
            combo->setCurrentIndex(0); // a field is in one column
    }
}

QComboBox *MappingTable::meaningOf(int column) const { return headerOf(*this)->meaningOf(column); }

QHash<ColumnField, ColumnPlace> MappingTable::places(bool hasHeader) const
{
    QHash<ColumnField, ColumnPlace> places;
    for (int column = 0; column < columnCount(); ++column) {
        const int field = meaningOf(column)->currentData().toInt();
        if (field == noMeaning)
            continue;
        const QString name = hasHeader ? m_header.value(column).trimmed() : QString();
        const bool isUnique = !name.isEmpty() && m_header.count(m_header.value(column)) == 1;
        // By name, so that the mapping still fits when a column comes in before it.
        places.insert(static_cast<ColumnField>(field),
                      isUnique ? ColumnPlace{name, -1, 0} : ColumnPlace{{}, column + 1, 0});
    }
    return places;
}

} // namespace sf

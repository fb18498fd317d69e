// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/library/librarypanel.h"

#include "core/schedule/issuetext.h"
#include "ui/session/stationeditor.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

namespace sf {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto typingPause = 120ms;
/// A panel narrower than this shows states as signs alone.
constexpr int wideEnoughForWords = 480;
/// And narrower than this, categories as colours alone: the title comes first.
constexpr int wideEnoughForCategories = 380;
/// More picked rows than this are not looked for again when all are exchanged.
constexpr int mostKept = 2000;
constexpr int signColumn = 32;
constexpr int wordColumn = 108;
constexpr int categoryColumn = 100;
constexpr int durationColumn = 74;

/// Cuts at the end: of a single word the beginning tells most.
class WordDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->textElideMode = Qt::ElideRight;
        option->decorationSize = QSize(10, 10);
    }
};

} // namespace

LibraryPanel::LibraryPanel(StationEditor &editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_model(editor.jobs())
    , m_search(new QLineEdit)
    , m_category(new QComboBox)
    , m_status(new QComboBox)
    , m_pages(new QStackedWidget)
    , m_view(new QTableView)
    , m_noMatch(new QLabel(tr("Nothing in the library matches. Clear the search to see everything.")))
    , m_counts(new QLabel)
{
    setUpView();
    m_noMatch->setAlignment(Qt::AlignCenter);
    m_noMatch->setWordWrap(true);
    m_noMatch->setMargin(16);
    m_noMatch->setProperty("tone", u"dim"_s);
    m_counts->setProperty("tone", u"dim"_s);
    m_counts->setContentsMargins(10, 4, 10, 5);
    m_pages->addWidget(makeEmptyPage());
    m_pages->addWidget(m_noMatch);
    m_pages->addWidget(m_view);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeFilters());
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_counts);

    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    connect(&m_typing, &QTimer::timeout, this, &LibraryPanel::applyFilter);
    connect(&m_model, &LibraryModel::arranged, this, &LibraryPanel::refresh);
    connect(&editor, &StationEditor::documentChanged, this, &LibraryPanel::reload);
    connect(&editor, &StationEditor::reloaded, this, &LibraryPanel::reload);
    connect(&editor, &StationEditor::edited, this,
            [this](const StationEdit &edit) { m_model.follow(edit.assets, m_editor.station().assets()); });
    reload();
    refresh();
}

QWidget *LibraryPanel::makeFilters()
{
    m_search->setPlaceholderText(tr("Search title, series, category, tags"));
    m_search->setClearButtonEnabled(true);
    m_search->setAccessibleName(tr("Search the library"));
    m_search->addAction(icon(Sign::Search, Tone::Dim), QLineEdit::LeadingPosition);
    m_search->setAcceptDrops(false); // files are for the window, and nobody drops text here
    m_search->installEventFilter(this);
    m_category->addItem(tr("All categories"));
    m_category->setAccessibleName(tr("Category"));
    m_status->addItem(tr("Any status"));
    m_status->setAccessibleName(tr("Status"));
    for (const AssetStatus status : {AssetStatus::Ready, AssetStatus::Unprobed, AssetStatus::Missing,
                                     AssetStatus::Unreadable, AssetStatus::Changed})
        m_status->addItem(statusText(status), static_cast<int>(status));
    for (QComboBox *box : {m_category, m_status}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
        connect(box, &QComboBox::activated, this, &LibraryPanel::applyFilter);
    }
    connect(m_search, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    auto *bar = new QWidget;
    auto *grid = new QGridLayout(bar);
    grid->setContentsMargins(8, 8, 8, 8);
    grid->setSpacing(6);
    grid->addWidget(m_search, 0, 0, 1, 2);
    grid->addWidget(m_category, 1, 0);
    grid->addWidget(m_status, 1, 1);
    return bar;
}

QWidget *LibraryPanel::makeEmptyPage()
{
    auto *page = new QWidget;
    m_empty = new QLabel;
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setProperty("tone", u"dim"_s);
    m_import = new QPushButton(icon(Sign::Import), tr("Import playlist…"));
    m_scan = new QPushButton(icon(Sign::Folder), tr("Scan folder…"));
    connect(m_import, &QPushButton::clicked, this, &LibraryPanel::importPlaylistRequested);
    connect(m_scan, &QPushButton::clicked, this, &LibraryPanel::scanFolderRequested);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addStretch(1);
    layout->addWidget(m_empty);
    layout->addWidget(m_import, 0, Qt::AlignHCenter);
    layout->addWidget(m_scan, 0, Qt::AlignHCenter);
    layout->addStretch(2);
    return page;
}

void LibraryPanel::setUpView()
{
    m_view->setModel(&m_model);
    m_view->setAccessibleName(tr("Library"));
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->setTextElideMode(Qt::ElideMiddle);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setDragEnabled(true);
    m_view->setDragDropMode(QAbstractItemView::DragOnly);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(0, Qt::AscendingOrder);
    m_view->setIconSize(QSize(14, 14));
    m_view->setTabKeyNavigation(false);
    QHeaderView *rows = m_view->verticalHeader();
    rows->hide();
    rows->setSectionResizeMode(QHeaderView::Fixed);
    rows->setDefaultSectionSize(space::row);
    QHeaderView *header = m_view->horizontalHeader();
    header->setHighlightSections(false);
    header->setStretchLastSection(false);
    header->setMinimumSectionSize(signColumn);
    header->setSectionResizeMode(static_cast<int>(LibraryColumn::Title), QHeaderView::Stretch);
    m_view->setColumnWidth(static_cast<int>(LibraryColumn::Duration), durationColumn);
    m_view->setItemDelegateForColumn(static_cast<int>(LibraryColumn::Category), new WordDelegate(m_view));
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view, &QTableView::customContextMenuRequested, this,
            [this](QPoint pos) { Q_EMIT menuRequested(m_view->viewport()->mapToGlobal(pos)); });
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { Q_EMIT picked(selectedAssets()); });
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        int count = 0;
        for (const QItemSelectionRange &range : m_view->selectionModel()->selection())
            count += range.height();
        m_wasPicked = count <= mostKept ? selectedAssets() : std::vector<AssetId>();
    });
    connect(&m_model, &QAbstractItemModel::modelReset, this, &LibraryPanel::keepPicked);
    connect(m_view, &QTableView::activated, this, [this] {
        if (const auto assets = selectedAssets(); !assets.empty())
            Q_EMIT insertRequested(assets);
    });
}

void LibraryPanel::reload()
{
    showPossible();
    m_model.setAssets(m_editor.station().assets());
}

void LibraryPanel::showPossible()
{
    const bool isOpen = m_editor.document();
    const bool canEdit = m_editor.canEdit();
    m_empty->setText(!isOpen   ? tr("No station is open.")
                     : canEdit ? tr("The library is empty. Import a playlist, scan a folder with media, or "
                                    "drop files here.")
                               : tr("The library is empty, and the station is read-only."));
    m_import->setVisible(canEdit);
    m_scan->setVisible(canEdit);
    for (QWidget *field : std::array<QWidget *, 3>{m_search, m_category, m_status})
        field->setEnabled(isOpen);
}

void LibraryPanel::applyFilter()
{
    LibraryFilter filter;
    filter.text = m_search->text().trimmed();
    if (m_category->currentIndex() > 0)
        filter.category = m_category->currentText();
    if (m_status->currentIndex() > 0)
        filter.status = static_cast<AssetStatus>(m_status->currentData().toInt());
    m_model.setFilter(filter);
}

void LibraryPanel::refresh()
{
    refreshCategories();
    const int shown = m_model.rowCount();
    m_pages->setCurrentIndex(m_model.totalCount() == 0 ? 0 : shown == 0 ? 1 : 2);
    const QString airtime = spokenLength(std::chrono::floor<std::chrono::minutes>(m_model.totalPlayable()));
    const int total = static_cast<int>(m_model.totalCount());
    m_counts->setVisible(total > 0);
    m_counts->setText(m_model.filter().isEmpty()
                          ? tr("%n asset(s), %1", nullptr, total).arg(airtime)
                          : tr("%1 of %n asset(s)", nullptr, total).arg(QLocale().toString(shown)));
    Q_EMIT countsChanged();
}

void LibraryPanel::refreshCategories()
{
    QStringList shown;
    for (int i = 1; i < m_category->count(); ++i)
        shown << m_category->itemText(i);
    if (shown == m_model.categories())
        return;
    const QString chosen = m_category->currentIndex() > 0 ? m_category->currentText() : QString();
    m_category->clear();
    m_category->addItem(tr("All categories"));
    m_category->addItems(m_model.categories());
    m_category->setCurrentIndex(chosen.isEmpty() ? 0 : std::max(0, m_category->findText(chosen)));
    if (!chosen.isEmpty() && m_category->currentIndex() == 0)
        applyFilter();
}

void LibraryPanel::keepPicked()
{
    std::vector<AssetId> wanted = std::exchange(m_wasPicked, {});
    const bool isSearch = std::exchange(m_shownFilter, m_model.filter()) != m_model.filter();
    if (!isSearch && !wanted.empty()) {
        std::sort(wanted.begin(), wanted.end());
        QItemSelection rows;
        for (int row = 0; row < m_model.rowCount(); ++row) {
            if (std::binary_search(wanted.begin(), wanted.end(), m_model.assetAt(row).id))
                rows.select(m_model.index(row, 0), m_model.index(row, 0));
        }
        m_view->selectionModel()->select(rows, QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    Q_EMIT picked(selectedAssets());
}

std::vector<AssetId> LibraryPanel::selectedAssets() const
{
    QModelIndexList rows = m_view->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    std::vector<AssetId> assets;
    for (const QModelIndex &row : rows)
        assets.push_back(m_model.assetAt(row.row()).id);
    return assets;
}

void LibraryPanel::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

bool LibraryPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            m_view->setFocus(Qt::OtherFocusReason);
            if (!m_view->currentIndex().isValid())
                m_view->selectRow(0);
            return true;
        }
        if (key == Qt::Key_Escape && !m_search->text().isEmpty()) {
            m_search->clear();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void LibraryPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isNarrow = width() < wideEnoughForWords;
    m_model.setShortStates(isNarrow);
    m_view->setColumnWidth(static_cast<int>(LibraryColumn::State), isNarrow ? signColumn : wordColumn);
    const bool isSlim = width() < wideEnoughForCategories;
    m_model.setShortCategories(isSlim);
    m_view->setColumnWidth(static_cast<int>(LibraryColumn::Category), isSlim ? signColumn : categoryColumn);
}

} // namespace sf

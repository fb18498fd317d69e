// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/planning/planlistdialog.h"

#include "ui/session/stationeditor.h"
#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

constexpr int cellPadding = 16; ///< of which the views know nothing
constexpr int widestColumn = 280;

} // namespace

PlanListDialog::PlanListDialog(StationEditor &editor, const Texts &texts, QWidget *parent)
    : QDialog(parent)
    , m_editor(editor)
    , m_model(new PlanListModel(texts.headers, this))
    , m_list(new QTreeView)
    , m_pages(new QStackedWidget)
    , m_add(new QPushButton(icon(Sign::Add), tr("&Add…")))
    , m_edit(new QPushButton(tr("&Edit…")))
    , m_duplicate(new QPushButton(tr("&Duplicate")))
    , m_remove(new QPushButton(icon(Sign::Remove), tr("&Remove")))
{
    setWindowTitle(texts.title);
    setAttribute(Qt::WA_DeleteOnClose);
    resize(880, 480);
    build(texts);
    // Later, since the answer resets the model that is just being asked.
    connect(
        m_model, &PlanListModel::switched, this, [this](int row, bool isOn) { switchTo(row, isOn); },
        Qt::QueuedConnection);
    connect(m_add, &QPushButton::clicked, this, [this] { add(); });
    connect(m_edit, &QPushButton::clicked, this, [this] { edit(currentRow()); });
    connect(m_duplicate, &QPushButton::clicked, this, [this] { duplicate(currentRow()); });
    connect(m_remove, &QPushButton::clicked, this, [this] { remove(selectedRows()); });
    connect(m_list, &QTreeView::activated, this, [this](const QModelIndex &index) { edit(index.row()); });
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &PlanListDialog::showButtons);
    connect(&editor, &StationEditor::edited, this, [this](const StationEdit &done) {
        if (isTouchedBy(done) || !done.channels.isEmpty())
            refresh();
    });
    connect(&editor, &StationEditor::reloaded, this, &PlanListDialog::refresh);
    connect(&editor, &StationEditor::channelChanged, this, &PlanListDialog::refresh);
    connect(&editor, &StationEditor::documentChanged, this, &PlanListDialog::refresh);
}

void PlanListDialog::build(const Texts &texts)
{
    auto *heading = new QLabel(texts.title);
    heading->setProperty("tone", u"heading"_s);
    auto *about = new QLabel(texts.about);
    about->setProperty("tone", u"dim"_s);
    about->setWordWrap(true);
    m_list->setModel(m_model);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setAccessibleName(texts.title);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(texts.stretched, QHeaderView::Stretch);
    m_list->installEventFilter(this);
    auto *empty = new QLabel(texts.empty);
    empty->setProperty("tone", u"dim"_s);
    empty->setAlignment(Qt::AlignCenter);
    empty->setWordWrap(true);
    m_pages->addWidget(m_list);
    m_pages->addWidget(empty);
    auto *close = new QPushButton(tr("Close"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::small);
    for (QPushButton *button : {m_add, m_edit, m_duplicate, m_remove, close})
        button->setAutoDefault(false); // Enter is the list's
    for (QPushButton *button : {m_add, m_edit, m_duplicate, m_remove})
        buttons->addWidget(button);
    buttons->addStretch(1);
    buttons->addWidget(close);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::large, space::large, space::large, space::large);
    layout->setSpacing(space::medium);
    layout->addWidget(heading);
    layout->addWidget(about);
    layout->addWidget(m_pages, 1);
    layout->addLayout(buttons);
}

void PlanListDialog::refresh()
{
    const int row = currentRow();
    const bool isKnown = row >= 0 && row < m_model->rowCount();
    const QString current = isKnown ? m_model->rows()[static_cast<std::size_t>(row)].key : QString();
    m_model->setEditable(m_editor.canEdit());
    m_model->setRows(collect());
    m_pages->setCurrentIndex(m_model->rowCount() > 0 ? 0 : 1);
    for (int column = 0; column < m_model->columnCount(); ++column) {
        if (m_list->header()->sectionResizeMode(column) == QHeaderView::Stretch)
            continue;
        m_list->resizeColumnToContents(column);
        m_list->setColumnWidth(column, std::min(m_list->columnWidth(column) + cellPadding, widestColumn));
    }
    const auto isThere = [this](const QString &key) {
        const auto &rows = m_model->rows();
        return std::any_of(rows.begin(), rows.end(), [&](const PlanListRow &one) { return one.key == key; });
    };
    if (isThere(m_wanted))
        select(std::exchange(m_wanted, {}));
    else if (isThere(current))
        select(current);
    else if (m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(std::clamp(row, 0, m_model->rowCount() - 1), 0));
    showButtons();
}

void PlanListDialog::select(const QString &key)
{
    const auto &rows = m_model->rows();
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (rows[row].key == key) {
            m_list->setCurrentIndex(m_model->index(static_cast<int>(row), 0));
            return;
        }
    }
    m_wanted = key;
}

void PlanListDialog::showButtons()
{
    const bool canEdit = m_editor.canEdit() && m_editor.channel();
    const auto count = selectedRows().size();
    m_add->setEnabled(canEdit);
    m_edit->setEnabled(count == 1);
    m_duplicate->setEnabled(canEdit && count == 1);
    m_remove->setEnabled(canEdit && count > 0);
}

std::vector<int> PlanListDialog::selectedRows() const
{
    std::vector<int> rows;
    for (const QModelIndex &index : m_list->selectionModel()->selectedRows())
        rows.push_back(index.row());
    std::sort(rows.begin(), rows.end());
    return rows;
}

int PlanListDialog::currentRow() const { return m_list->currentIndex().row(); }

void PlanListDialog::switchTo(int, bool) {}

bool PlanListDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_list || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Delete) {
        m_remove->click();
        return true;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        m_edit->click(); // and not on to this dialog: it would press the button of the one that just opened
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

void PlanListDialog::keyPressEvent(QKeyEvent *event)
{
    auto *button = qobject_cast<QPushButton *>(focusWidget());
    if (button && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        button->click(); // none is the default, which would take Enter from the list
    else
        QDialog::keyPressEvent(event);
}

} // namespace sf

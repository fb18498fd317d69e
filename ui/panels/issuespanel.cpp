// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/panels/issuespanel.h"

#include "ui/theme/tokens.h"

#include <QLabel>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace sf {

using namespace Qt::StringLiterals;

IssuesPanel::IssuesPanel(QWidget *parent)
    : QWidget(parent)
    , m_pages(new QStackedWidget(this))
    , m_view(new QTreeView)
    , m_note(new QLabel)
{
    m_view->setModel(&m_model);
    m_view->setHeaderHidden(true);
    m_view->setUniformRowHeights(true);
    m_view->setIconSize(QSize(14, 14));
    m_view->setIndentation(20);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setAccessibleName(tr("Issues"));
    m_note->setAlignment(Qt::AlignCenter);
    m_note->setProperty("tone", u"dim"_s);
    m_note->setWordWrap(true);
    m_pages->addWidget(m_note);
    m_pages->addWidget(m_view);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
    connect(m_view, &QTreeView::clicked, this, &IssuesPanel::pick);
    connect(m_view, &QTreeView::activated, this, &IssuesPanel::pick);
}

void IssuesPanel::setIssues(const Station &station, SharedIssueGroups groups)
{
    std::vector<IssueCode> expanded;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (m_view->isExpanded(m_model.index(row, 0)))
            expanded.push_back(m_model.groups()[static_cast<std::size_t>(row)].code);
    }
    m_pages->setCurrentWidget(groups->empty() ? static_cast<QWidget *>(m_note) : m_view);
    m_model.setGroups(station, std::move(groups));
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const IssueCode code = m_model.groups()[static_cast<std::size_t>(row)].code;
        if (std::find(expanded.begin(), expanded.end(), code) != expanded.end())
            m_view->expand(m_model.index(row, 0));
    }
}

void IssuesPanel::setNote(const QString &note) { m_note->setText(note); }

void IssuesPanel::pick(const QModelIndex &index)
{
    if (const Issue *issue = m_model.issueAt(index))
        Q_EMIT goToRequested(issue->range, issue->events, issue->plan);
    else if (index.isValid())
        m_view->setExpanded(index, !m_view->isExpanded(index));
}

} // namespace sf

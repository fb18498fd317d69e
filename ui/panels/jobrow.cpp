// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/panels/jobrow.h"

#include "ui/panels/jobspanel.h"
#include "ui/session/joblist.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

constexpr int barSteps = 1000;

} // namespace

JobRow::JobRow(const JobEntry &entry, QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel)
    , m_title(new QLabel(entry.title))
    , m_text(new QLabel)
    , m_bar(new QProgressBar)
    , m_cancel(new QToolButton)
{
    m_icon->setFixedWidth(16);
    m_text->setProperty("tone", u"dim"_s);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(160);
    m_bar->setAccessibleName(entry.title);
    m_cancel->setText(tr("Cancel"));
    m_cancel->setIcon(icon(Sign::Close));
    m_cancel->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_cancel->setToolTip(tr("Stop this job; nothing that it did so far is kept"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 2, 8, 2);
    layout->setSpacing(8);
    for (QWidget *part :
         {static_cast<QWidget *>(m_icon), static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_bar)})
        layout->addWidget(part);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_cancel);
    setMinimumHeight(28);
    connect(m_cancel, &QToolButton::clicked, this, &JobRow::cancelRequested);
    show(entry);
}

void JobRow::show(const JobEntry &entry)
{
    m_bar->setVisible(entry.isRunning);
    m_cancel->setVisible(entry.isRunning);
    m_cancel->setEnabled(!entry.job->isCancelled());
    if (!entry.isRunning) {
        m_icon->setPixmap(
            (entry.outcome.isGood ? icon(Sign::Good, Tone::Good) : icon(Sign::Warning, Tone::Warning))
                .pixmap(14));
        m_text->setText(entry.outcome.sentence);
        m_text->setToolTip(entry.outcome.sentence);
        return;
    }
    const qint64 total = entry.job->total();
    m_bar->setRange(0, total > 0 ? barSteps : 0); // 0 to 0 is the busy bar
    if (total > 0)
        m_bar->setValue(static_cast<int>(entry.job->done() * barSteps / total));
    m_text->setText(entry.job->isCancelled() ? tr("Stopping…") : progressText(entry));
}

} // namespace sf

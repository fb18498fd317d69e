// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/gotodialog.h"

#include "ui/dialogs/walltimeedit.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace sf {

using namespace Qt::StringLiterals;

GoToDialog::GoToDialog(const ChannelClock &clock, TimePoint from, QWidget *parent)
    : QDialog(parent)
    , m_clock(clock)
    , m_time(new WallTimeEdit)
    , m_wrong(new QLabel)
{
    setWindowTitle(tr("Go to"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_time->setInstant(clock, from);
    m_wrong->setProperty("tone", u"error"_s);
    m_wrong->setWordWrap(true);
    m_wrong->hide();
    auto *form = new QFormLayout;
    form->addRow(tr("&Time in %1").arg(clock.zoneName()), m_time);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->addButton(tr("Go there"), QDialogButtonBox::AcceptRole)->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &GoToDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &GoToDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addLayout(form);
    layout->addWidget(m_wrong);
    layout->addWidget(buttons);
}

void GoToDialog::accept()
{
    const Result<TimePoint> t = m_time->instant(m_clock);
    if (!t) {
        m_wrong->setText(sentence(t.error()));
        m_wrong->show();
        return;
    }
    Q_EMIT chosen(*t);
    QDialog::accept();
}

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/cronlinedialog.h"

#include "ui/theme/theme.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace sf {

using namespace Qt::StringLiterals;

CronLineDialog::CronLineDialog(const QString &lines, QWidget *parent)
    : QDialog(parent)
    , m_text(new QPlainTextEdit(lines))
{
    setWindowTitle(tr("Export every night"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(720, 280);
    auto *heading = new QLabel(tr("Export every night at 03:15"));
    heading->setProperty("tone", u"heading"_s);
    auto *how = new QLabel(tr(
        "Put this into the crontab (crontab -e) of a user who may write to the station and the folder. Days "
        "are "
        "counted from the day it runs; {date} is the first of them. Without an error it ends with 0; with 1 "
        "something needs a look, which the log says."));
    how->setWordWrap(true);
    m_text->setReadOnly(true);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setAccessibleName(tr("Line for cron"));
    auto *copy = new QPushButton(tr("Copy"));
    auto *buttons = new QDialogButtonBox;
    auto *close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    buttons->addButton(copy, QDialogButtonBox::ActionRole);
    close->setAutoDefault(false);
    copy->setDefault(true);
    connect(copy, &QPushButton::clicked, this, [this, copy] {
        QGuiApplication::clipboard()->setText(m_text->toPlainText() + u'\n');
        copy->setText(tr("Copied"));
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &CronLineDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::large, space::large, space::large, space::large);
    layout->setSpacing(space::medium);
    layout->addWidget(heading);
    layout->addWidget(how);
    layout->addWidget(m_text, 1);
    layout->addWidget(buttons);
}

QString CronLineDialog::text() const { return m_text->toPlainText(); }

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/onairbox.h"

#include "core/schedule/issuetext.h"
#include "ui/dialogs/messagebox.h"

#include <QCheckBox>
#include <QPushButton>

namespace sf {

using namespace std::chrono;

OnAirBox::OnAirBox(const OnAirQuestion &question, QWidget *parent)
    : QMessageBox(parent)
    , m_goAhead(addButton(tr("Change it"), QMessageBox::AcceptRole))
    , m_leave(addButton(tr("Leave it as it is"), QMessageBox::RejectRole))
    , m_rest(new QCheckBox(tr("Do not ask again for the next 10 minutes")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("About to play"));
    setTextFormat(Qt::PlainText);
    const QString wait = spokenLength(ceil<seconds>(question.startsIn));
    if (question.startsIn > Millis::zero())
        setText((question.isNew ? tr("“%1” would play on %2 in %3.") : tr("“%1” plays on %2 in %3."))
                    .arg(question.title, question.channel, wait));
    else
        setText((question.isNew ? tr("“%1” would be on air on %2 at once.") : tr("“%1” is on air on %2."))
                    .arg(question.title, question.channel));
    const auto others = static_cast<int>(question.events - 1);
    QString what = tr("%1: this changes what plays within the next %2.")
                       .arg(question.edit, spokenLength(question.horizon));
    if (others > 0)
        what += QLatin1Char(' ') + tr("%n more event(s) {is|are} concerned.", nullptr, others);
    setInformativeText(what + QLatin1Char(' ') +
                       tr("The playout may have taken it up already; export again afterwards."));
    setCheckBox(m_rest);
    setHouseLook(*this);
    setDefaultButton(m_leave);
    setEscapeButton(m_leave);
    connect(this, &QDialog::finished, this,
            [this] { Q_EMIT answered(clickedButton() == m_goAhead, m_rest->isChecked()); });
}

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/planning/plandialog.h"

#include "ui/dialogs/messagebox.h"
#include "ui/session/stationeditor.h"
#include "ui/theme/tokens.h"

#include <QDialogButtonBox>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace sf {

PlanDialog::PlanDialog(StationEditor &editor, const QString &title, const QString &save, QWidget *parent)
    : QDialog(parent)
    , m_editor(editor)
    , m_save(new QPushButton(save))
{
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
}

void PlanDialog::finishLayout(QLayout *content)
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->addButton(m_save, QDialogButtonBox::AcceptRole);
    m_save->setEnabled(m_editor.canEdit());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::large, space::large, space::large, space::large);
    layout->setSpacing(space::medium);
    layout->addLayout(content, 1);
    layout->addWidget(buttons);
    m_save->setDefault(true); // only a button of the dialog can be its default
    connect(buttons, &QDialogButtonBox::accepted, this, &PlanDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &PlanDialog::reject);
    connect(&m_editor, &StationEditor::documentChanged, this, [this] { done(Rejected); });
}

void PlanDialog::askForWords(std::function<void(StationWords)> answered)
{
    m_editor.jobs().runQuietly<StationWords>(
        this, [station = m_editor.station()](Job &) -> Result<StationWords> { return wordsOf(station); },
        [answered = std::move(answered)](const Result<StationWords> &words) {
            if (words)
                answered(*words);
        });
}

void PlanDialog::accept()
{
    if (!m_save->isEnabled())
        return;
    auto wanted = edit();
    if (!wanted)
        return;
    if (*wanted && (*wanted)->isEmpty()) {
        QDialog::accept();
        return;
    }
    const auto told = connect(&m_editor, &StationEditor::failed, this,
                              [this](const Error &error) { showRefused(sentence(error)); });
    const bool isDone = m_editor.apply(std::move(*wanted));
    disconnect(told);
    if (isDone)
        QDialog::accept();
}

void PlanDialog::reject()
{
    if (m_isAsking)
        return;
    if (!m_save->isEnabled() || !isChanged()) {
        QDialog::reject();
        return;
    }
    m_isAsking = true;
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("Unsaved changes"), tr("Save what you have changed?"),
                                QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    const auto *save = box->addButton(m_save->text(), QMessageBox::AcceptRole);
    const auto *discard = box->addButton(tr("Discard"), QMessageBox::DestructiveRole);
    box->setEscapeButton(box->addButton(tr("Keep editing"), QMessageBox::RejectRole));
    setHouseLook(*box);
    connect(box, &QMessageBox::finished, this, [this, box, save, discard] {
        m_isAsking = false;
        if (box->clickedButton() == save)
            accept();
        else if (box->clickedButton() == discard)
            QDialog::reject();
    });
    box->open();
}

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/planning/occurrencedialog.h"

#include "core/time/iso8601.h"
#include "ui/dialogs/walltimeedit.h"
#include "ui/planning/assetfield.h"
#include "ui/planning/fieldform.h"
#include "ui/session/stationeditor.h"
#include "ui/theme/tokens.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace sf {

using namespace Qt::StringLiterals;

OccurrenceDialog::OccurrenceDialog(StationEditor &editor, const OccurrenceChange &change, QWidget *parent)
    : QDialog(parent)
    , m_editor(editor)
    , m_original(change)
    , m_form(new FieldForm)
    , m_time(new WallTimeEdit)
    , m_asset(new AssetField(editor, tr("as the recurring event says")))
{
    setWindowTitle(tr("Move or change one"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_time->setWall(change.movedTo.value_or(change.original));
    m_asset->setAsset(change.asset);
    m_form->addRow(u"movedTo"_s, tr("&Starts"), m_time);
    m_form->addRow(u"asset"_s, tr("&Asset"), m_asset);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->addButton(tr("Change this one"), QDialogButtonBox::AcceptRole)->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &OccurrenceDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &OccurrenceDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::large, space::large, space::large, space::large);
    layout->setSpacing(space::medium);
    layout->addWidget(
        makeHint(tr("By the rule it starts at %1.").arg(toIso8601(change.original).replace(u'T', u' '))));
    layout->addWidget(m_form);
    layout->addStretch(1);
    layout->addWidget(buttons);
    setMinimumWidth(400);
}

void OccurrenceDialog::accept()
{
    if (const auto resolved = m_editor.clock().toUtc(m_time->wall()); !resolved) {
        m_form->showWrong(u"movedTo"_s, sentence(resolved.error()));
        return;
    }
    if (m_asset->isOpen()) {
        m_form->showWrong(u"asset"_s, tr("Pick one of the assets that are found, or leave this empty."));
        return;
    }
    OccurrenceChange change;
    change.original = m_original.original;
    if (m_time->wall() != change.original)
        change.movedTo = m_time->wall();
    change.asset = m_asset->asset();
    Q_EMIT chosen(change);
    QDialog::accept();
}

} // namespace sf

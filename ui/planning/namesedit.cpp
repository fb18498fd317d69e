// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/planning/namesedit.h"

#include "ui/theme/tokens.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

namespace sf {

using namespace Qt::StringLiterals;

NamesEdit::NamesEdit(const QString &whenEmpty, QWidget *parent)
    : QWidget(parent)
    , m_field(new QLineEdit)
    , m_menu(new QMenu(this))
{
    m_field->setPlaceholderText(whenEmpty);
    m_field->setToolTip(tr("Several, with a semicolon between"));
    auto *button = new QToolButton;
    button->setText(tr("Pick"));
    button->setToolTip(tr("Names that the station knows"));
    button->setPopupMode(QToolButton::InstantPopup);
    button->setMenu(m_menu);
    button->setFocusPolicy(Qt::TabFocus);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::unit);
    layout->addWidget(m_field, 1);
    layout->addWidget(button);
    setFocusProxy(m_field);
    connect(m_field, &QLineEdit::textChanged, this, &NamesEdit::changed);
    connect(m_menu, &QMenu::aboutToShow, this, &NamesEdit::fillMenu);
}

QStringList NamesEdit::names() const
{
    QStringList names;
    for (const QString &part : m_field->text().split(u';')) {
        const QString name = part.trimmed();
        if (!name.isEmpty() && !names.contains(name, Qt::CaseInsensitive))
            names << name;
    }
    return names;
}

void NamesEdit::setNames(const QStringList &names) { m_field->setText(names.join(u"; "_s)); }

void NamesEdit::fillMenu()
{
    m_menu->clear();
    const QStringList chosen = names();
    for (const QString &name : m_known) {
        QAction *action = m_menu->addAction(QString(name).replace(u'&', u"&&"_s));
        action->setCheckable(true);
        action->setChecked(chosen.contains(name, Qt::CaseInsensitive));
        connect(action, &QAction::triggered, this, [this, name](bool isChosen) {
            QStringList changed = names();
            if (isChosen)
                changed << name;
            else
                changed.removeIf(
                    [&](const QString &one) { return one.compare(name, Qt::CaseInsensitive) == 0; });
            setNames(changed);
        });
    }
    if (m_known.isEmpty())
        m_menu->addAction(tr("The station has none yet"))->setEnabled(false);
}

} // namespace sf

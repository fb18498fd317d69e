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
    m_field->setToolTip(tr("Several, with a comma or semicolon between"));
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

bool NamesEdit::isName(const QString &text) const
{
    return m_known.contains(text, Qt::CaseInsensitive) || m_set.contains(text, Qt::CaseInsensitive);
}

QStringList NamesEdit::names() const
{
    QStringList names;
    for (const QString &part : m_field->text().split(u';')) {
        const QStringList pieces = part.split(u',');
        qsizetype next = 0;
        while (next < pieces.size()) {
            // The most of it that is a name as it stands, else up to the next comma.
            qsizetype count = pieces.size() - next;
            while (count > 1 && !isName(pieces.mid(next, count).join(u',').trimmed()))
                --count;
            const QString name = pieces.mid(next, count).join(u',').trimmed();
            if (!name.isEmpty() && !names.contains(name, Qt::CaseInsensitive))
                names << name;
            next += count;
        }
    }
    return names;
}

void NamesEdit::setNames(const QStringList &names)
{
    m_set = names;
    m_field->setText(names.join(u"; "_s));
}

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

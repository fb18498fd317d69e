// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/zonecombo.h"

#include "core/time/channelclock.h"

#include <QCompleter>
#include <QLineEdit>
#include <QTimeZone>

namespace sf {

ZoneCombo::ZoneCombo(QWidget *parent)
    : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    for (const QByteArray &id : QTimeZone::availableTimeZoneIds())
        addItem(QString::fromLatin1(id), QString::fromLatin1(id));
    completer()->setFilterMode(Qt::MatchContains);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    connect(this, &QComboBox::activated, this, &ZoneCombo::choose);
    connect(lineEdit(), &QLineEdit::editingFinished, this, &ZoneCombo::choose);
}

void ZoneCombo::setFirst(const QString &text)
{
    if (m_hasFirst) {
        const bool isShown = currentIndex() == 0;
        setItemText(0, text);
        if (isShown)
            setEditText(text);
        return;
    }
    insertItem(0, text, QString());
    m_hasFirst = true;
    setCurrentIndex(0);
}

QString ZoneCombo::zone() const
{
    const int index = findText(currentText().trimmed(), Qt::MatchFixedString);
    return index >= 0 ? itemData(index).toString() : currentText().trimmed();
}

void ZoneCombo::setZone(const QString &zone)
{
    m_told = zone;
    const int index = findData(zone);
    if (index >= 0)
        setCurrentIndex(index);
    else
        setEditText(zone);
}

void ZoneCombo::choose()
{
    const QString chosen = zone();
    if (chosen == m_told)
        return;
    m_told = chosen;
    Q_EMIT zoneChosen(chosen);
}

} // namespace sf

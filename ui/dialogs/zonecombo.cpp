// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/zonecombo.h"

#include "core/time/channelclock.h"

#include <QCompleter>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QTimeZone>

#include <utility>

namespace sf {

ZoneCombo::ZoneCombo(QWidget *parent)
    : QComboBox(parent)
{
    setInsertPolicy(QComboBox::NoInsert);
    connect(this, &QComboBox::activated, this, &ZoneCombo::choose);
}

void ZoneCombo::letType()
{
    if (isEditable())
        return;
    setEditable(true);
    completer()->setFilterMode(Qt::MatchContains);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    connect(lineEdit(), &QLineEdit::editingFinished, this, &ZoneCombo::choose);
    connect(lineEdit(), &QLineEdit::textEdited, this, &ZoneCombo::listZones);
}

void ZoneCombo::showEvent(QShowEvent *event)
{
    letType();
    QComboBox::showEvent(event);
}

void ZoneCombo::showPopup()
{
    listZones();
    QComboBox::showPopup();
}

void ZoneCombo::focusInEvent(QFocusEvent *event)
{
    listZones();
    QComboBox::focusInEvent(event);
}

void ZoneCombo::listZones()
{
    if (std::exchange(m_isListed, true))
        return;
    const QSignalBlocker blocker(this);
    const QString text = currentText();
    const QString shown = currentData().toString();
    for (int i = count() - 1; i >= (m_hasFirst ? 1 : 0); --i)
        removeItem(i);
    for (const QByteArray &id : QTimeZone::availableTimeZoneIds())
        addItem(QString::fromLatin1(id), QString::fromLatin1(id));
    setCurrentIndex(findData(shown));
    setEditText(text);
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
    int index = findData(zone);
    if (index < 0 && !m_isListed && QTimeZone::isTimeZoneIdAvailable(zone.toLatin1())) {
        index = count();
        addItem(zone, zone);
    }
    setCurrentIndex(index);
    if (index < 0) {
        letType();
        setEditText(zone);
    }
}

void ZoneCombo::choose()
{
    listZones();
    const QString chosen = zone();
    if (chosen == m_told)
        return;
    m_told = chosen;
    Q_EMIT zoneChosen(chosen);
}

} // namespace sf

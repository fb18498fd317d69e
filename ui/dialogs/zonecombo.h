// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QComboBox>

namespace sf {

/// The time zones that this machine knows, found by any part of their name; what comes first may be something else.
class ZoneCombo : public QComboBox
{
    Q_OBJECT

public:
    explicit ZoneCombo(QWidget *parent = nullptr);

    /// What stands above the zones, chosen by an empty zone(); once more renames it.
    void setFirst(const QString &text);
    /// IANA name; empty for the first entry.
    QString zone() const;
    void setZone(const QString &zone);
    void showPopup() override;

Q_SIGNALS:
    /// By hand.
    void zoneChosen(const QString &zone);

protected:
    void focusInEvent(QFocusEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void choose();
    /// Six hundred entries make a dialog slow to open: they come with the first look at them.
    void listZones();
    /// A field to type in makes the list that drops from it as well, dear for one that most never see.
    void letType();

    bool m_hasFirst = false;
    bool m_isListed = false;
    QString m_told;
};

} // namespace sf

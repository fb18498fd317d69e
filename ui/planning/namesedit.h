// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>
#include <QWidget>

class QLineEdit;
class QMenu;

namespace sf {

/// Several names in one field, with a semicolon between, and a menu of those that the station knows.
class NamesEdit : public QWidget
{
    Q_OBJECT

public:
    explicit NamesEdit(const QString &whenEmpty, QWidget *parent = nullptr);

    QStringList names() const;
    void setNames(const QStringList &names);
    void offer(const QStringList &known) { m_known = known; }
    QLineEdit &field() { return *m_field; }
    QMenu &menu() { return *m_menu; }

Q_SIGNALS:
    void changed();

private:
    void fillMenu();

    QLineEdit *m_field;
    QMenu *m_menu;
    QStringList m_known;
};

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>
#include <QWidget>

class QLineEdit;
class QMenu;

namespace sf {

/// Several names in one field, with a semicolon or comma between, and a menu of those that the station knows.
class NamesEdit : public QWidget
{
    Q_OBJECT

public:
    explicit NamesEdit(const QString &whenEmpty, QWidget *parent = nullptr);

    QStringList names() const;
    void setNames(const QStringList &names);
    /// A comma in one of them, or in what was set, parts nothing.
    void offer(const QStringList &known) { m_known = known; }
    QLineEdit &field() { return *m_field; }
    QMenu &menu() { return *m_menu; }

Q_SIGNALS:
    void changed();

private:
    void fillMenu();

    QLineEdit *m_field;
    QMenu *m_menu;
    bool isName(const QString &text) const;

    QStringList m_known;
    QStringList m_set;
};

} // namespace sf

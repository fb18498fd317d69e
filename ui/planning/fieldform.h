// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QWidget>

#include <vector>

class QFormLayout;
class QLabel;

namespace sf {

/// A form whose rows have names and can be hidden, and that says below a field what is wrong with it.
class FieldForm : public QWidget
{
    Q_OBJECT

public:
    explicit FieldForm(QWidget *parent = nullptr);

    void addRow(const QString &key, const QString &label, QWidget *field);
    /// From top to bottom.
    const std::vector<QWidget *> &fields() const { return m_fields; }
    bool hasRow(const QString &key) const { return m_rows.contains(key); }
    void addHeading(const QString &text);
    void setShown(const QString &key, bool isShown);
    void setLabel(const QString &key, const QString &text);
    /// The field gets the focus. What belongs to no field of that name is said below all of them.
    void showWrong(const QString &key, const QString &sentence);
    /// The same while the operator is typing: the focus stays where it is.
    void markWrong(const QString &key, const QString &sentence);
    void clearWrong();
    /// Says below a field what the operator may want to know; an empty sentence takes it away. Nothing is wrong.
    void setRemark(const QString &key, const QString &sentence);
    QString remarkText(const QString &key) const;
    /// What is said at the moment; empty where nothing is wrong.
    QString wrongText() const { return m_wrong; }
    /// The field that it is said of; null where there is none.
    QWidget *wrongField() const { return m_wrongField; }

private:
    struct Row
    {
        QWidget *box = nullptr;
        QWidget *field = nullptr;
        QLabel *label = nullptr;
        QLabel *wrong = nullptr;
        QLabel *remark = nullptr;
    };

    int widthFor(const QLabel &label) const;
    void show(QLabel &label, const QString &sentence);

    QFormLayout *m_layout;
    QHash<QString, Row> m_rows;
    std::vector<QWidget *> m_fields;
    QLabel *m_other;
    QString m_wrong;
    QWidget *m_wrongField = nullptr;
};

/// A label that wraps and is set back.
QLabel *makeHint(const QString &text = {});

/// What a label's colour means: "dim", "warning", "error", "good", or nothing.
void setTone(QWidget &label, const QString &tone);

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/issue.h"

#include <QString>
#include <QWidget>

#include <functional>
#include <map>
#include <vector>

class QVBoxLayout;

namespace sf {

/// A way on that a notice offers: what its button says, and does.
struct NoticeAction
{
    QString label;
    std::function<void()> run;
};

/// What happened, where, and what to do.
struct Notice
{
    QString key; ///< a notice replaces the one with the same key
    Severity severity = Severity::Info;
    QString text;
    std::vector<NoticeAction> actions;
};

/// Notices above the work area. They never take the keyboard and never stop the work; each can be closed.
class NoticeStack : public QWidget
{
    Q_OBJECT

public:
    explicit NoticeStack(QWidget *parent = nullptr);

    void add(Notice notice);
    void remove(const QString &key);
    /// The texts that are shown, the newest last.
    QStringList texts() const;

private:
    QWidget *makeBar(const Notice &notice);

    struct Shown
    {
        QString key;
        QString text;
        QWidget *bar;
    };
    std::vector<Shown> m_shown;
    QVBoxLayout *m_layout;
};

} // namespace sf

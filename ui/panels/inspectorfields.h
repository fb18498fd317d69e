// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/time/channelclock.h"
#include "ui/panels/eventsummary.h"

#include <QCoreApplication>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;
class QWidget;

namespace sf {

class ColourMenu;

/// The widgets of the inspector and what they show; they belong to the panel they are built into.
class InspectorFields
{
    Q_DECLARE_TR_FUNCTIONS(InspectorFields)

public:
    explicit InspectorFields(QWidget &panel);

    void show(const EventSummary &summary, const ChannelClock &clock, bool canEdit);
    /// Null where the events have different assets, or none.
    void showMedia(const EventSummary &summary, const Asset *asset);
    /// Marks a field whose text can't be used, and says why; it keeps what was typed.
    void markWrong(QLineEdit *field, const QString &why);

    QStackedWidget *pages;
    QWidget *form;
    QLabel *heading;
    QLabel *extent;
    QLineEdit *title;
    QLineEdit *start;
    QLineEdit *duration;
    QLabel *end;
    QLineEdit *mediaIn;
    QLabel *mediaOut;
    QComboBox *startMode;
    QCheckBox *locked;
    QCheckBox *exempt;
    QToolButton *colour;
    ColourMenu *colours;
    QPlainTextEdit *note;
    QLabel *media;
    QPushButton *editMedia;
    QLabel *wrong;

private:
    void arrange(QVBoxLayout &layout);
    void addRows(QFormLayout &layout);
    void showChecks(const EventSummary &summary);
};

} // namespace sf

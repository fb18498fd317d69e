// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/formats/formatoption.h"

#include <QString>
#include <QStringList>

namespace sf {

/// An export that is to be run by a clock.
struct ScheduledExport
{
    QString program; ///< scheduleflow-cli, with its path
    QString station;
    QString channel;  ///< its name
    int nextDays = 7; ///< broadcast days, today's the first
    QString format;   ///< id
    OptionValues options;
    QString target; ///< file or folder; {date} becomes the first day
};

/// The words of the command, as a shell would pass them.
QStringList exportArguments(const ScheduledExport &scheduled);

/// A crontab line that runs it at 03:15 each night and keeps what it says in `log`; quoted for sh and for cron, which
/// takes a bare % for the end of the line.
QString cronLine(const ScheduledExport &scheduled, const QString &log);

} // namespace sf

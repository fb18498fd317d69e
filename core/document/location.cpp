// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/document/location.h"

#include <QStandardPaths>

namespace sf {

using namespace Qt::StringLiterals;

QString defaultStationLocation()
{
    const QString named = qEnvironmentVariable("SCHEDULEFLOW_STATION");
    if (!named.isEmpty())
        return named;
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           "/scheduleflow/station.scheduleflow"_L1;
}

} // namespace sf

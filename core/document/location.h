// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace sf {

/// The station to open when none is named: $SCHEDULEFLOW_STATION, else a file in the user's data folder.
QString defaultStationLocation();

} // namespace sf

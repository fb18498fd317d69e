// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/issue.h"
#include "core/schedule/station.h"

#include <QString>

namespace sf {

/// An issue as one sentence for the operator, with titles and the channel's wall time: "“News” and “Talk”
/// overlap by 30 min from 2026-03-28 20:00." Translated where a translator is installed.
QString sentence(const Station &station, const Issue &issue);

/// "1 d 4 h", "3 h 20 min", "45 s", "0.480 s": a length as people say it.
QString spokenLength(Millis duration);

} // namespace sf

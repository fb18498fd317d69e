// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/weektemplate.h"

namespace sf {

/// When it is, as people say it: "weekdays 06:00 to 09:00".
QString whenText(const Daypart &daypart);

} // namespace sf

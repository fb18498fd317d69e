// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/schedule/station.h"

#include <span>

namespace sf {

/// Rules, week templates and recurrences as an operator sets them: what is known by its id is replaced, what
/// is not is added. Pure functions; the edit is applied by nobody yet, and empty where nothing changes.
/// T is Rule, WeekTemplate or Recurrence.
template <class T>
Result<StationEdit> setObjects(const Station &station, const std::vector<T> &objects, const EditStamp &stamp);

/// Errors: UnknownObject.
template <class T>
Result<StationEdit> removeObjects(const Station &station, std::span<const decltype(T::id)> ids,
                                  const EditStamp &stamp);

} // namespace sf

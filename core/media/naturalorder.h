// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QStringView>

namespace sf {

/// Whether `a` comes before `b` as people count: "Part 2" before "Part 10", case ignored unless nothing else
/// differs. A folder's files come together: '/' sorts before everything. A strict weak order, and the same on
/// every machine, unlike QCollator's.
bool isNaturallyBefore(QStringView a, QStringView b);

} // namespace sf

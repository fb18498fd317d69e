// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/asset.h"

#include <QStringList>

#include <optional>

class QComboBox;

namespace sf {

/// A choice of names into which another may be typed; `whenEmpty` is shown where it is empty.
QComboBox *makeNameChoice(const QString &whenEmpty);
/// Offers other names; what stands in it stays.
void offer(QComboBox &choice, const QStringList &names);

/// "Any kind", then the kinds of asset.
QComboBox *makeKindChoice();
void showKind(QComboBox &choice, std::optional<AssetKind> kind);
std::optional<AssetKind> kindIn(const QComboBox &choice);

/// The kinds of asset alone, in the order of AssetKind.
QComboBox *makeKindOfOne();

/// "Monday", as in headers and sentences; 0 is Monday.
QString weekdayName(int day);
QString shortWeekdayName(int day);

} // namespace sf

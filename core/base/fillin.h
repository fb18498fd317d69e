// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

namespace sf {

/// Puts arguments at the places %1 to %9 of a sentence, each by its number, in one pass: a "%2" inside an
/// argument stays as it is, and a sentence may leave arguments out. (QString::arg() renumbers what is left
/// out.)
QString fillIn(const QString &text, const QStringList &args);

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/session/plantrial.h"

#include <QString>
#include <QStringList>

namespace sf {

/// "Red", with what it means: "Red: the library can give at most 14 h of the 24 h that are free; 10 h are short."
QString lightSentence(const FeasibilityReport &report);
/// Name, light and the three lengths of a part, for the columns of a list.
QStringList partTexts(const PartFeasibility &part, const QString &name);
/// What a trial would do, in counts: a line each.
QString trialSummary(const PlanTrial &trial);
/// What was done, once it is applied.
QString trialOutcome(const PlanTrial &trial);
/// "Fill 2 h 10 min", "Apply 7 changes".
QString applyText(const PlanTrial &trial);
/// What of a station has changed, by the detail of StationChanged.
QString changedText(const QString &detail);

} // namespace sf

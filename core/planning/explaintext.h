// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/planning/explain.h"
#include "core/planning/rulesweep.h"
#include "core/time/channelclock.h"

#include <QString>

namespace sf {

/// What is in the way, as a sentence with the channel's wall time: "Its cooldown runs until 2026-03-28 03:12."
/// Translated where a translator is installed, as all below.
QString sentence(const Objection &objection, const ChannelClock &clock);
/// "14 would fit with a cooldown of 41 h; the first is free on 2026-03-28 03:12."
QString sentence(const Counterfactual &counterfactual, const ChannelClock &clock);
/// "Its file is missing: /media/film.mp4"; empty where the file of an event is not known to be at fault.
QString fileFault(const Explanation &explanation);
/// Why a runner-up was not chosen.
QString sentence(const RunnerUp &runnerUp);
/// Why an occurrence of a recurring event found no place.
QString sentence(const UnplacedOccurrence &unplaced, const ChannelClock &clock);
/// What is wrong with an event that breaks a rule: "It would air more often than “Twice a day” allows."
QString reasonOf(const RuleBreak &found);
/// The same with the event that it is about.
QString sentence(const RuleBreak &found, const QString &title, const ChannelClock &clock);

} // namespace sf

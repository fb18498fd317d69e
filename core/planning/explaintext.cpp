// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/explaintext.h"

#include "core/base/fillin.h"
#include "core/schedule/issuetext.h"
#include "core/time/iso8601.h"

#include <QCoreApplication>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

QString translated(const char *text) { return QCoreApplication::translate("Explanation", text); }

QString wallTime(TimePoint t, const ChannelClock &clock)
{
    return toIso8601(clock.toLocal(t)).replace(u'T', u' ');
}

const char *textOf(Obstacle obstacle)
{
    switch (obstacle) {
    case Obstacle::None:
        return "";
    case Obstacle::Rights:
        return QT_TRANSLATE_NOOP("Explanation", "Its rights do not cover the whole airing.");
    case Obstacle::Hours:
        return QT_TRANSLATE_NOOP("Explanation", "It is not allowed at this hour.");
    case Obstacle::PlayLimit:
        return QT_TRANSLATE_NOOP("Explanation", "It has been played as often as it may.");
    case Obstacle::Watershed:
        return QT_TRANSLATE_NOOP("Explanation", "Its rating is for other hours (“%1”).");
    case Obstacle::Cooldown:
        return QT_TRANSLATE_NOOP("Explanation", "It airs too close to this: its cooldown is not over.");
    case Obstacle::Separation:
        return QT_TRANSLATE_NOOP("Explanation",
                                 "Another episode of its series airs too close to this (“%1”).");
    case Obstacle::MaxPlays:
        return QT_TRANSLATE_NOOP("Explanation", "It would air more often than “%1” allows.");
    case Obstacle::SameHour:
        return QT_TRANSLATE_NOOP("Explanation", "It airs at this hour of the day before or after (“%1”).");
    case Obstacle::MaxPerHour:
        return QT_TRANSLATE_NOOP("Explanation", "This hour has as many of its kind as “%1” allows.");
    case Obstacle::MaxInARow:
        return QT_TRANSLATE_NOOP("Explanation", "As many of its kind as “%1” allows stand in a row.");
    case Obstacle::Adjacency:
        return QT_TRANSLATE_NOOP("Explanation", "It may not follow what is before it (“%1”).");
    }
    return "";
}

const char *textOf(FunnelStep step)
{
    switch (step) {
    case FunnelStep::Daypart:
        return QT_TRANSLATE_NOOP("Explanation", "This daypart does not draw from it.");
    case FunnelStep::Playable:
        return QT_TRANSLATE_NOOP("Explanation", "Its length is not known, or its file is not there.");
    case FunnelStep::Fits:
        return QT_TRANSLATE_NOOP("Explanation", "It is longer than what is free.");
    default:
        return "";
    }
}

} // namespace

QString sentence(const Objection &objection, const ChannelClock &clock)
{
    if (objection.obstacle == Obstacle::None)
        return translated(textOf(objection.step));
    const QString why = fillIn(translated(textOf(objection.obstacle)), {objection.ruleName});
    if (!objection.until)
        return why;
    return fillIn(translated(QT_TRANSLATE_NOOP("Explanation", "%1 It may start again at %2.")),
                  {why, wallTime(*objection.until, clock)});
}

QString sentence(const Counterfactual &counterfactual, const ChannelClock &clock)
{
    const QString count = QString::number(counterfactual.count);
    const QString cooldown = spokenLength(counterfactual.cooldown);
    if (!counterfactual.firstFree)
        return fillIn(translated(QT_TRANSLATE_NOOP("Explanation", "With a cooldown of %2, %1 would fit.")),
                      {count, cooldown});
    return fillIn(
        translated(QT_TRANSLATE_NOOP(
            "Explanation", "With a cooldown of %2, %1 would fit; as it is, the first is free at %3.")),
        {count, cooldown, wallTime(*counterfactual.firstFree, clock)});
}

QString fileFault(const Explanation &explanation)
{
    if (explanation.status == AssetStatus::Missing)
        return fillIn(translated(QT_TRANSLATE_NOOP("Explanation", "Its file is missing: %1")),
                      {explanation.url});
    if (explanation.status == AssetStatus::Unreadable)
        return fillIn(translated(QT_TRANSLATE_NOOP("Explanation", "Its file can't be played: %1")),
                      {explanation.url});
    return {};
}

QString sentence(const RunnerUp &runnerUp)
{
    switch (runnerUp.why) {
    case LossReason::Preference:
        return translated(QT_TRANSLATE_NOOP("Explanation", "It would break more of what is preferred."));
    case LossReason::Length:
        return translated(QT_TRANSLATE_NOOP("Explanation", "The end would be met less well with it."));
    case LossReason::Order:
        return translated(QT_TRANSLATE_NOOP("Explanation", "It comes later in the order of the daypart."));
    }
    return {};
}

QString sentence(const UnplacedOccurrence &unplaced, const ChannelClock &clock)
{
    QString why;
    switch (unplaced.failure) {
    case OccurrenceFailure::Occupied:
        why = translated(QT_TRANSLATE_NOOP("Explanation", "something else stands there"));
        break;
    case OccurrenceFailure::NoEpisode:
        why = translated(QT_TRANSLATE_NOOP("Explanation", "there is nothing of it that can be played"));
        break;
    case OccurrenceFailure::RuleBroken:
        why = translated(QT_TRANSLATE_NOOP(
            "Explanation", "a never rule would be broken; mark it as an intended rerun if it is one"));
        break;
    case OccurrenceFailure::OutsideRange:
        why = translated(QT_TRANSLATE_NOOP("Explanation", "it ends after the range"));
        break;
    }
    return fillIn(translated(QT_TRANSLATE_NOOP("Explanation", "“%1” at %2 was not placed: %3.")),
                  {unplaced.name, wallTime(unplaced.start, clock), why});
}

QString reasonOf(const RuleBreak &found)
{
    return fillIn(translated(textOf(found.obstacle)), {found.ruleName});
}

QString sentence(const RuleBreak &found, const QString &title, const ChannelClock &clock)
{
    return fillIn(translated(QT_TRANSLATE_NOOP("Explanation", "“%1” at %2: %3")),
                  {title, wallTime(found.start, clock), reasonOf(found)});
}

} // namespace sf

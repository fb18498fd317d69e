// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "app/cli/fillview.h"

#include "app/cli/jsonview.h"
#include "core/planning/explaintext.h"
#include "core/planning/gaptext.h"
#include "core/schedule/issuetext.h"
#include "core/time/iso8601.h"

#include <algorithm>
#include <map>

namespace sf::cli {

using namespace Qt::StringLiterals;

namespace {

double inMs(Millis duration) { return static_cast<double>(duration.count()); }

QString describe(const FillOutcome &filled, const ChannelClock &clock, bool isDryRun)
{
    QString text = u"%1%2 placed, %3 filled"_s.arg(isDryRun ? u"Dry run: "_s : QString(),
                                                   counted(filled.placed, "event", "events"),
                                                   spokenLength(filled.filled));
    text +=
        filled.gap > Millis::zero() ? u", %1 left open\n"_s.arg(spokenLength(filled.gap)) : u", no gap\n"_s;
    for (const FillGap &gap : filled.gaps) {
        text += u"  gap %1, %2: %3\n"_s.arg(clock.format(gap.range.start), spokenLength(gap.range.duration),
                                            sentence(gap, clock));
    }
    if (filled.joins > 1)
        text += u"  %1 of %2 met to the frame\n"_s.arg(filled.exactJoins)
                    .arg(counted(filled.joins, "end", "ends"));
    if (filled.recurring > 0)
        text += u"  %1\n"_s.arg(counted(filled.recurring, "recurring event", "recurring events"));
    for (const UnplacedOccurrence &unplaced : filled.unplaced)
        text += u"  %1\n"_s.arg(sentence(unplaced, clock));
    for (const QuotaShare &share : filled.shares) {
        text += u"  %1: %2 % of the airtime, %3 % wanted%4\n"_s.arg(share.category)
                    .arg(100 * share.planned, 0, 'f', 1)
                    .arg(100 * share.wanted, 0, 'f', 1)
                    .arg(share.isShort() ? u", never less than %1 %"_s.arg(100 * share.never, 0, 'f', 1)
                                         : QString());
    }
    if (filled.unknownDuration > 0)
        text += u"  %1 without a known duration left out\n"_s.arg(
            counted(filled.unknownDuration, "asset", "assets"));
    if (filled.unavailable > 0)
        text += u"  %1 left out because the file is missing or unreadable\n"_s.arg(
            counted(filled.unavailable, "asset", "assets"));
    if (filled.declaredOnly > 0) {
        text += u"  %1 planned by a declared duration; probe the files to be sure\n"_s.arg(
            counted(filled.declaredOnly, "asset", "assets"));
    }
    if (filled.feasibility.shortage > Millis::zero()) {
        text += u"  The library is too small for this range and cooldown: %1 short\n"_s.arg(
            spokenLength(filled.feasibility.shortage));
    }
    return text;
}

QJsonObject toJson(const Feasibility &bound)
{
    return {{u"libraryMs"_s, inMs(bound.library)},
            {u"neededMs"_s, inMs(bound.needed)},
            {u"shortageMs"_s, inMs(bound.shortage)},
            {u"availableMs"_s, inMs(bound.available)}};
}

QJsonObject tiersOf(const FillOutcome &filled)
{
    std::map<RelaxationTier, int> counts;
    for (const ScheduledEvent &event : filled.edit.events.after)
        ++counts[event.tier];
    QJsonObject json;
    for (const auto &[tier, count] : counts)
        json[nameOf(tier)] = count;
    return json;
}

void addLists(QJsonObject &json, const FillOutcome &filled, const ChannelClock &clock)
{
    json["gaps"_L1] = toArray(filled.gaps, [&](const FillGap &gap) {
        QJsonObject object = cli::toJson(gap.range);
        object["reason"_L1] = sentence(gap, clock);
        object["code"_L1] = nameOf(gap.reason);
        return object;
    });
    json["unplaced"_L1] = toArray(filled.unplaced, [&](const UnplacedOccurrence &one) {
        QJsonObject object{{u"recurrence"_s, one.recurrence.toString()},
                           {u"start"_s, toIso8601(one.start)},
                           {u"code"_s, nameOf(one.failure)},
                           {u"reason"_s, sentence(one, clock)}};
        if (one.blockedBy)
            object["blockedBy"_L1] = one.blockedBy.toString();
        return object;
    });
    json["shares"_L1] = toArray(filled.shares, [](const QuotaShare &share) { return cli::toJson(share); });
}

QJsonObject toJson(const PartFeasibility &part)
{
    return {{u"name"_s, part.name},
            {u"neededMs"_s, inMs(part.needed)},
            {u"libraryMs"_s, inMs(part.library)},
            {u"shortageMs"_s, inMs(part.shortage)},
            {u"availableMs"_s, inMs(part.available)},
            {u"light"_s, nameOf(part.light)},
            {u"reason"_s, nameOf(part.reason)},
            {u"when"_s, part.when}};
}

/// What there is to say of a light beside its colour.
QString textOf(LightReason reason)
{
    switch (reason) {
    case LightReason::Tight:
        return u"; less than a tenth to spare"_s;
    case LightReason::NeedsFallback:
        return u"; only with the categories to fall back on"_s;
    case LightReason::NeedsSlates:
        return u"; only what is looped or trimmed can cover it"_s;
    case LightReason::GivesWay:
        return u"; it is only preferred and gives way"_s;
    default:
        return {};
    }
}

QString describe(const PartFeasibility &part, const QString &what)
{
    QString name = part.name.isEmpty() ? u"what no daypart covers"_s : part.name;
    if (!part.when.isEmpty())
        name += u", "_s + part.when;
    const QString rest =
        part.shortage > Millis::zero() ? u", %1 short"_s.arg(spokenLength(part.shortage)) : QString();
    return u"  %1 %2 (%3): %4 needed, at most %5 there%6%7\n"_s.arg(
        what, name, nameOf(part.light), spokenLength(part.needed), spokenLength(part.available), rest,
        textOf(part.reason));
}

QJsonObject toJson(const Objection &objection, const ChannelClock &clock)
{
    QJsonObject json{{u"step"_s, nameOf(objection.step)}, {u"why"_s, sentence(objection, clock)}};
    if (objection.obstacle != Obstacle::None)
        json["obstacle"_L1] = nameOf(objection.obstacle);
    if (!objection.ruleName.isEmpty())
        json["rule"_L1] = objection.ruleName;
    if (objection.until)
        json["until"_L1] = toIso8601(*objection.until);
    return json;
}

QString describe(const Explanation &explanation, const ChannelClock &clock)
{
    const bool isGap = !explanation.event;
    QString text = isGap
                       ? u"Nothing from %1 for %2\n"_s.arg(clock.format(explanation.where.start),
                                                           spokenLength(explanation.where.duration))
                       : u"%1 at %2, %3, %4\n"_s.arg(explanation.title, clock.format(explanation.where.start),
                                                     nameOf(explanation.origin), nameOf(explanation.tier));
    if (const QString fault = fileFault(explanation); !fault.isEmpty())
        text += u"  %1\n"_s.arg(fault);
    QStringList steps;
    for (const FunnelCount &count : explanation.funnel)
        steps.append(u"%1 %2"_s.arg(nameOf(count.step)).arg(count.left));
    text += u"  left: %1\n"_s.arg(steps.join(u", "_s));
    for (const ScoreLine &line : explanation.score)
        text += u"  “%1” costs it %2\n"_s.arg(line.ruleName).arg(line.cost, 0, 'f', 2);
    for (const Objection &objection : explanation.objections)
        text += u"  against it: %1\n"_s.arg(sentence(objection, clock));
    for (const RunnerUp &other : explanation.runnersUp)
        text += isGap ? u"  would fit: %1\n"_s.arg(other.title)
                      : u"  not %1: %2\n"_s.arg(other.title, sentence(other));
    for (const Counterfactual &one : explanation.whatIf)
        text += u"  %1\n"_s.arg(sentence(one, clock));
    for (std::size_t i = 0; i < std::min<std::size_t>(5, explanation.shutOut.size()); ++i)
        text += u"  not %1: %2\n"_s.arg(explanation.shutOut[i].title,
                                        sentence(explanation.shutOut[i].first, clock));
    return text;
}

} // namespace

QJsonObject toJson(const QuotaShare &share)
{
    return {{u"category"_s, share.category},
            {u"wanted"_s, share.wanted},
            {u"planned"_s, share.planned},
            {u"never"_s, share.never},
            {u"isShort"_s, share.isShort()}};
}

Outcome describeFill(const Station &, const FillOutcome &filled, const ChannelClock &clock, bool isDryRun,
                     qint64 elapsedMs)
{
    Outcome outcome;
    QJsonObject &json = outcome.json;
    json["placed"_L1] = static_cast<double>(filled.placed);
    json["filledMs"_L1] = inMs(filled.filled);
    json["gapMs"_L1] = inMs(filled.gap);
    addLists(json, filled, clock);
    json["feasibility"_L1] = toJson(filled.feasibility);
    json["violations"_L1] = static_cast<double>(filled.violations);
    json["unknownDuration"_L1] = static_cast<double>(filled.unknownDuration);
    json["declaredDuration"_L1] = static_cast<double>(filled.declaredOnly);
    json["unavailable"_L1] = static_cast<double>(filled.unavailable);
    json["added"_L1] = static_cast<double>(filled.added);
    json["moved"_L1] = static_cast<double>(filled.moved);
    json["removed"_L1] = static_cast<double>(filled.removed);
    json["recurring"_L1] = static_cast<double>(filled.recurring);
    json["joins"_L1] = QJsonObject{{u"total"_s, static_cast<double>(filled.joins)},
                                   {u"exact"_s, static_cast<double>(filled.exactJoins)}};
    json["tiers"_L1] = tiersOf(filled);
    json["elapsedMs"_L1] = static_cast<double>(elapsedMs);
    json["dryRun"_L1] = isDryRun;
    outcome.text = describe(filled, clock, isDryRun);
    outcome.needsAttention = !filled.gaps.empty() || filled.violations > 0 || !filled.unplaced.empty() ||
                             std::any_of(filled.shares.begin(), filled.shares.end(),
                                         [](const QuotaShare &share) { return share.isShort(); });
    return outcome;
}

Outcome describeFeasibility(const FeasibilityReport &report, qint64 elapsedMs)
{
    Outcome outcome;
    outcome.json["feasibility"_L1] = toJson(report.channel);
    outcome.json["light"_L1] = nameOf(report.light);
    const auto part = [](const PartFeasibility &one) { return toJson(one); };
    outcome.json["categories"_L1] = toArray(report.categories, part);
    outcome.json["dayparts"_L1] = toArray(report.dayparts, part);
    outcome.json["shortDayparts"_L1] =
        toArray(report.shortDayparts, [](const QString &name) { return name; });
    outcome.json["sharedShortages"_L1] = toArray(report.shared, [](const SharedShortage &one) {
        return QJsonObject{{u"dayparts"_s, QJsonArray::fromStringList(
                                               QStringList(one.dayparts.begin(), one.dayparts.end()))},
                           {u"shortageMs"_s, inMs(one.shortage)}};
    });
    outcome.json["daypartShortageMs"_L1] = inMs(report.daypartShortage);
    outcome.json["elapsedMs"_L1] = static_cast<double>(elapsedMs);
    outcome.json["reason"_L1] = nameOf(report.channelReason);
    outcome.text = u"%1: %2 free, the library gives at most %3%4\n"_s.arg(
        nameOf(report.light), spokenLength(report.channel.needed), spokenLength(report.channel.available),
        textOf(report.channelReason));
    for (const PartFeasibility &one : report.dayparts)
        outcome.text += describe(one, u"daypart"_s);
    for (const PartFeasibility &one : report.categories)
        outcome.text += describe(one, u"share of"_s);
    outcome.needsAttention = report.light == Light::Red;
    return outcome;
}

Outcome describeExplanation(const Station &, const Explanation &explanation, const ChannelClock &clock)
{
    Outcome outcome;
    QJsonObject &json = outcome.json;
    const bool isGap = !explanation.event;
    json["where"_L1] = cli::toJson(explanation.where);
    json["daypart"_L1] = explanation.daypart;
    json["chosen"_L1] = isGap ? QJsonValue()
                              : QJsonValue(QJsonObject{{u"event"_s, explanation.event.toString()},
                                                       {u"assetId"_s, explanation.chosen.toString()},
                                                       {u"title"_s, explanation.title},
                                                       {u"status"_s, nameOf(explanation.status)},
                                                       {u"url"_s, explanation.url},
                                                       {u"origin"_s, nameOf(explanation.origin)},
                                                       {u"tier"_s, nameOf(explanation.tier)}});
    json["funnel"_L1] = toArray(explanation.funnel, [](const FunnelCount &count) {
        return QJsonObject{{u"step"_s, nameOf(count.step)}, {u"left"_s, static_cast<double>(count.left)}};
    });
    json["score"_L1] = toArray(explanation.score, [](const ScoreLine &line) {
        return QJsonObject{{u"rule"_s, line.ruleName}, {u"cost"_s, line.cost}};
    });
    json["objections"_L1] =
        toArray(explanation.objections, [&](const Objection &one) { return toJson(one, clock); });
    json["runnersUp"_L1] = toArray(explanation.runnersUp, [](const RunnerUp &other) {
        return QJsonObject{{u"assetId"_s, other.asset.toString()},
                           {u"title"_s, other.title},
                           {u"why"_s, sentence(other)},
                           {u"code"_s, nameOf(other.why)},
                           {u"cost"_s, other.cost}};
    });
    json["shutOut"_L1] = toArray(explanation.shutOut, [&](const ShutOut &one) {
        QJsonObject object = toJson(one.first, clock);
        object["assetId"_L1] = one.asset.toString();
        object["title"_L1] = one.title;
        return object;
    });
    json["whatIf"_L1] = toArray(explanation.whatIf, [&](const Counterfactual &one) {
        QJsonObject object{{u"cooldownMs"_s, inMs(one.cooldown)},
                           {u"count"_s, static_cast<double>(one.count)},
                           {u"text"_s, sentence(one, clock)}};
        if (one.firstFree)
            object["firstFree"_L1] = toIso8601(*one.firstFree);
        return object;
    });
    outcome.text = describe(explanation, clock);
    return outcome;
}

Outcome describeObjections(const Asset &asset, const std::vector<Objection> &objections,
                           const ChannelClock &clock)
{
    Outcome outcome;
    outcome.json["asset"_L1] = asset.id.toString();
    outcome.json["title"_L1] = asset.title;
    outcome.json["mayStart"_L1] = objections.empty();
    outcome.json["objections"_L1] =
        toArray(objections, [&](const Objection &one) { return toJson(one, clock); });
    outcome.text = objections.empty() ? u"“%1” may start there.\n"_s.arg(asset.title)
                                      : u"“%1” may not start there:\n"_s.arg(asset.title);
    for (const Objection &one : objections)
        outcome.text += u"  %1\n"_s.arg(sentence(one, clock));
    return outcome;
}

} // namespace sf::cli

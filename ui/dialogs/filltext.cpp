// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/filltext.h"

#include "core/schedule/issuetext.h"

#include <QCoreApplication>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("sf::FillText", text, nullptr, n);
}

QString lightName(Light light)
{
    switch (light) {
    case Light::Green:
        return tr("Green");
    case Light::Amber:
        return tr("Amber");
    case Light::Red:
        return tr("Red");
    }
    return {};
}

QString daypartName(const PartFeasibility &part)
{
    const QString name = part.name.isEmpty() ? tr("what no daypart covers") : part.name;
    return part.when.isEmpty() ? name : name + u", "_s + part.when;
}

/// The parts of which `isMeant`, with their shortage where they have one.
template <class Meant>
QString partNames(const FeasibilityReport &report, Meant &&isMeant)
{
    QStringList names;
    const auto add = [&](const PartFeasibility &part, const QString &name) {
        if (isMeant(part))
            names << (part.shortage > Millis::zero()
                          ? tr("%1 (%2 short)").arg(name, spokenLength(part.shortage))
                          : name);
    };
    for (const PartFeasibility &part : report.dayparts)
        add(part, daypartName(part));
    for (const PartFeasibility &part : report.categories)
        add(part, tr("share of %1").arg(part.name));
    return names.join(u", "_s);
}

/// By the worst of what makes it amber; what is only preferred has a sentence of its own.
QString amberSentence(const FeasibilityReport &report)
{
    LightReason worst = report.channelReason;
    for (const auto *parts : {&report.dayparts, &report.categories}) {
        for (const PartFeasibility &part : *parts) {
            if (part.reason != LightReason::GivesWay)
                worst = std::max(worst, part.reason);
        }
    }
    const QString wishes =
        partNames(report, [](const PartFeasibility &one) { return one.reason == LightReason::GivesWay; });
    const QString names = partNames(report, [](const PartFeasibility &one) {
        return one.light == Light::Amber && one.reason != LightReason::GivesWay;
    });
    QStringList sentences;
    if (worst == LightReason::NeedsSlates)
        sentences << tr("Amber: only what is looped or trimmed can cover all of %1.").arg(names);
    else if (worst == LightReason::NeedsFallback)
        sentences << tr("Amber: the library can fill it, but %1 only with the categories to fall back on.")
                         .arg(names);
    else if (worst == LightReason::Tight)
        sentences
            << tr("Amber: the library can just fill it, with less than a tenth to spare for %1.").arg(names);
    if (!wishes.isEmpty())
        sentences
            << (sentences.isEmpty()
                    ? tr("Amber: the library can fill it, but has too little for what is only preferred: %1.")
                    : tr("It has too little for what is only preferred: %1."))
                   .arg(wishes);
    return sentences.join(u' ');
}

/// What of the library is too small, where parts have names.
QString redParts(const FeasibilityReport &report, bool isAlone)
{
    const bool hasNamedPart = report.dayparts.size() > 1 || !report.categories.empty() ||
                              (!report.dayparts.empty() && !report.dayparts.front().name.isEmpty());
    const QString names =
        partNames(report, [](const PartFeasibility &one) { return one.light == Light::Red; });
    if (!hasNamedPart || names.isEmpty())
        return {};
    return isAlone ? tr("Red: the library is too small for %1.").arg(names)
                   : tr("Too small for %1.").arg(names);
}

QString counts(std::int64_t count, const char *text) { return tr(text, static_cast<int>(count)); }

/// To the minute, and the same wherever it is told: programmes end within a frame of the full hour.
QString filledLength(const FillOutcome &outcome)
{
    const Millis minutes = std::chrono::round<std::chrono::minutes>(outcome.filled);
    return spokenLength(minutes > Millis::zero() ? minutes : outcome.filled);
}

/// Something was planned anew by the mix that it was planned by.
bool isSameAgain(const PlanTrial &trial)
{
    const ReplanRequest &request = trial.order.request;
    const bool mayReplace = trial.order.isReplan ? !request.isAfresh && request.scope != ReplanScope::Broken
                                                 : request.fill.replaceAuto;
    return mayReplace && trial.outcome.placed > 0 && (trial.order.isReplan || trial.outcome.gaps.empty());
}

} // namespace

QString lightSentence(const FeasibilityReport &report)
{
    const Feasibility &f = report.channel;
    if (f.needed <= Millis::zero())
        return tr("Nothing is free in this time.");
    if (report.light == Light::Green)
        return tr("Green: the library can fill the %1 that are free.").arg(spokenLength(f.needed));
    if (report.light == Light::Amber)
        return amberSentence(report);
    QStringList sentences;
    if (f.shortage > Millis::zero())
        sentences << tr("Red: the library can give at most %1 of the %2 that are free; %3 are short. Add "
                        "programmes or shorten the cooldown.")
                         .arg(spokenLength(f.library), spokenLength(f.needed), spokenLength(f.shortage));
    if (const QString parts = redParts(report, sentences.isEmpty()); !parts.isEmpty())
        sentences << parts;
    for (const SharedShortage &shared : report.shared) {
        if (shared.dayparts.size() < 2 || shared.shortage <= Millis::zero())
            continue;
        sentences << tr("%1 draw on the same programmes and are %2 short together.")
                         .arg(QStringList(shared.dayparts.begin(), shared.dayparts.end()).join(u", "_s),
                              spokenLength(shared.shortage));
    }
    return sentences.join(u' ');
}

QStringList partTexts(const PartFeasibility &part, const QString &name)
{
    const QString library = spokenLength(part.library);
    const bool isAmple = part.needed > Millis::zero() && part.library >= 2 * part.needed; // nobody counts on
    return {name, lightName(part.light), spokenLength(part.needed),
            isAmple ? tr("%1 or more").arg(library) : library,
            part.shortage > Millis::zero() ? spokenLength(part.shortage) : u"–"_s};
}

QString trialSummary(const PlanTrial &trial)
{
    const FillOutcome &o = trial.outcome;
    if (trial.difference->empty() && isSameAgain(trial))
        return tr("Nothing would change. The same mix gives the same plan: try another mix.");
    if (trial.difference->empty() && trial.order.isReplan)
        return tr(
            "Nothing would change. Only what auto-fill placed, and has neither started nor been locked, "
            "is planned anew.");
    QStringList lines;
    if (trial.difference->empty() && o.gaps.empty())
        return tr("Nothing would change.");
    lines << tr("Places %n event(s), %1: %2.", static_cast<int>(o.placed))
                 .arg(filledLength(o), QStringList{counts(o.added, "%n added"), counts(o.moved, "%n moved"),
                                                   counts(o.removed, "%n removed")}
                                           .join(u", "_s));
    if (!o.gaps.empty())
        lines << counts(std::ssize(o.gaps), "%n gap(s) {stays|stay}, %1 in all.").arg(spokenLength(o.gap));
    if (!o.unplaced.empty())
        lines << counts(std::ssize(o.unplaced), "%n recurring event(s) found no place.");
    if (o.violations > 0)
        lines << counts(o.violations, "%n airing(s) {comes|come} too soon after another.");
    if (o.unknownDuration > 0)
        lines << counts(o.unknownDuration,
                        "%n asset(s) {was|were} left out because nobody knows {its|their} length.");
    if (o.unavailable > 0)
        lines << counts(o.unavailable,
                        "%n asset(s) {was|were} left out because {its file is|their files are} missing.");
    return lines.join(u'\n');
}

QString trialOutcome(const PlanTrial &trial)
{
    const FillOutcome &o = trial.outcome;
    if (!trial.order.isReplan)
        return tr("Filled %1 with %n event(s).", static_cast<int>(o.placed)).arg(filledLength(o));
    return tr("Planned anew: %1, %2, %3.")
        .arg(counts(o.added, "%n added"), counts(o.moved, "%n moved"), counts(o.removed, "%n removed"));
}

QString applyText(const PlanTrial &trial)
{
    if (trial.order.isReplan && trial.difference->empty())
        return tr("Apply");
    if (trial.order.isReplan)
        return counts(std::ssize(*trial.difference), "Apply %n change(s)");
    if (trial.outcome.placed == 0)
        return tr("Fill");
    return tr("Fill %1").arg(filledLength(trial.outcome));
}

QString changedText(const QString &detail)
{
    if (detail == u"rules")
        return tr("the rules have");
    if (detail == u"templates")
        return tr("the week templates or recurring events have");
    if (detail == u"assets")
        return tr("the library has");
    if (detail == u"events")
        return tr("the plan around it has");
    return tr("the channel has");
}

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/ruletext.h"

#include "core/base/fillin.h"
#include "core/model/names.h"
#include "core/schedule/issuetext.h"
#include "core/time/timeofday.h"

#include <QCoreApplication>

#include <array>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

QString translated(const char *text) { return QCoreApplication::translate("Rule", text); }

/// In the order of RuleBody.
constexpr std::array kindNames{
    QT_TRANSLATE_NOOP("Rule", "Cooldown"),        QT_TRANSLATE_NOOP("Rule", "Series separation"),
    QT_TRANSLATE_NOOP("Rule", "What may follow"), QT_TRANSLATE_NOOP("Rule", "Starts in an hour"),
    QT_TRANSLATE_NOOP("Rule", "Number of plays"), QT_TRANSLATE_NOOP("Rule", "Not at yesterday's hour"),
    QT_TRANSLATE_NOOP("Rule", "Watershed"),       QT_TRANSLATE_NOOP("Rule", "Share of airtime"),
    QT_TRANSLATE_NOOP("Rule", "Number in a row"), QT_TRANSLATE_NOOP("Rule", "Intended reruns"),
};

QString percent(double share) { return translated("%1 %").arg(share * 100, 0, 'g', 4); }

/// The sentence for both values, or for the one that is given.
QString either(const QString &never, const QString &preferred, const char *both, const char *onlyNever,
               const char *onlyPreferred, const QString &within = {})
{
    if (never.isEmpty() && preferred.isEmpty())
        return translated("It asks for nothing yet.");
    const char *text = preferred.isEmpty() ? onlyNever : never.isEmpty() ? onlyPreferred : both;
    return fillIn(translated(text), {never, preferred, within});
}

struct Speaker
{
    QString operator()(const Cooldown &body) const
    {
        return either(
            spoken(body.never), spoken(body.preferred),
            QT_TRANSLATE_NOOP("Rule", "The same programme never again within %1; preferably not within %2."),
            QT_TRANSLATE_NOOP("Rule", "The same programme never again within %1."),
            QT_TRANSLATE_NOOP("Rule", "The same programme preferably not again within %2."));
    }
    QString operator()(const Separation &body) const
    {
        return either(
            spoken(body.never), spoken(body.preferred),
            QT_TRANSLATE_NOOP("Rule", "Episodes of one series never within %1; preferably not within %2."),
            QT_TRANSLATE_NOOP("Rule", "Episodes of one series never within %1."),
            QT_TRANSLATE_NOOP("Rule", "Episodes of one series preferably not within %2."));
    }
    QString operator()(const Adjacency &body) const
    {
        return fillIn(body.isNever ? translated("“%2” never directly after “%1”.")
                                   : translated("“%2” preferably not directly after “%1”."),
                      {body.category, body.next});
    }
    QString operator()(const MaxPerHour &body) const
    {
        return either(
            spoken(body.never), spoken(body.preferred),
            QT_TRANSLATE_NOOP("Rule", "Never more than %1 starting in a clock hour; preferably at most %2."),
            QT_TRANSLATE_NOOP("Rule", "Never more than %1 starting in a clock hour."),
            QT_TRANSLATE_NOOP("Rule", "Preferably at most %2 starting in a clock hour."));
    }
    QString operator()(const MaxPlays &body) const
    {
        return either(
            spoken(body.never), spoken(body.preferred),
            QT_TRANSLATE_NOOP("Rule", "The same programme never more than %1 times within %3; preferably at "
                                      "most %2 times."),
            QT_TRANSLATE_NOOP("Rule", "The same programme never more than %1 times within %3."),
            QT_TRANSLATE_NOOP("Rule", "The same programme preferably at most %2 times within %3."),
            spokenLength(body.window));
    }
    QString operator()(const NoSameHour &body) const
    {
        return body.isNever ? translated("Never at the hour it was shown at the day before.")
                            : translated("Preferably not at the hour it was shown at the day before.");
    }
    QString operator()(const Exemption &body) const
    {
        return fillIn(translated("Reruns of “%1” are intended: no cooldown counts them."), {body.series});
    }
    QString operator()(const Watershed &body) const
    {
        return fillIn(body.isNever ? translated("Rated “%1” only from %2 to %3.")
                                   : translated("Rated “%1” preferably from %2 to %3."),
                      {body.rating, timeOfDayText(body.from), timeOfDayText(body.until)});
    }
    QString operator()(const Quota &body) const
    {
        return either(body.never.value_or(0) > 0 ? percent(*body.never) : QString(),
                      body.preferred > 0 || !body.never ? percent(body.preferred) : QString(),
                      QT_TRANSLATE_NOOP("Rule", "Never less than %1 of airtime; preferably %2."),
                      QT_TRANSLATE_NOOP("Rule", "Never less than %1 of airtime."),
                      QT_TRANSLATE_NOOP("Rule", "Preferably %2 of airtime."));
    }
    QString operator()(const MaxInARow &body) const
    {
        return either(spoken(body.never), spoken(body.preferred),
                      QT_TRANSLATE_NOOP("Rule", "Never more than %1 in a row; preferably at most %2."),
                      QT_TRANSLATE_NOOP("Rule", "Never more than %1 in a row."),
                      QT_TRANSLATE_NOOP("Rule", "Preferably at most %2 in a row."));
    }

private:
    static QString spoken(const std::optional<Millis> &length)
    {
        return length ? spokenLength(*length) : QString();
    }
    static QString spoken(const std::optional<std::int32_t> &count)
    {
        return count ? QString::number(*count) : QString();
    }
};

} // namespace

QString ruleKindName(std::size_t kind) { return translated(kindNames.at(kind)); }

QString sentence(const Rule &rule) { return std::visit(Speaker{}, rule.body); }

QString scopeText(const RuleScope &scope)
{
    QStringList parts;
    if (!scope.category.isEmpty())
        parts << scope.category;
    if (scope.kind)
        parts << translated("kind %1").arg(nameOf(*scope.kind));
    if (!scope.tag.isEmpty())
        parts << translated("tag %1").arg(scope.tag);
    if (!scope.daypart.isEmpty())
        parts << translated("daypart %1").arg(scope.daypart);
    return parts.isEmpty() ? translated("everything") : parts.join(u", "_s);
}

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/rulecheck.h"

#include "core/time/iso8601.h"
#include "core/time/timeofday.h"

#include <QCoreApplication>

#include <utility>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

Status refused(const QString &value, const QString &field, const char *should)
{
    return fail(ErrorCode::BadFieldValue, {value, field, QCoreApplication::translate("Rule", should)});
}

QString textOf(Millis length) { return toClockText(length); }
QString textOf(double number) { return QString::number(number); }
QString textOf(std::int32_t number) { return QString::number(number); }

struct BodyCheck
{
    Status operator()(const Cooldown &body) const { return atLeast(body, u"neverMs"_s, u"preferredMs"_s); }
    Status operator()(const Separation &body) const { return atLeast(body, u"neverMs"_s, u"preferredMs"_s); }
    Status operator()(const MaxPerHour &body) const { return atMost(body); }
    Status operator()(const MaxInARow &body) const { return atMost(body); }
    Status operator()(const MaxPlays &body) const
    {
        if (body.window <= Millis::zero())
            return refused(textOf(body.window), u"windowMs"_s,
                           QT_TRANSLATE_NOOP("Rule", "It must be more than 0."));
        return atMost(body);
    }
    Status operator()(const Adjacency &body) const
    {
        if (body.category.isEmpty())
            return refused({}, u"category"_s,
                           QT_TRANSLATE_NOOP("Rule", "Name the category that goes before."));
        if (body.next.isEmpty())
            return refused({}, u"next"_s,
                           QT_TRANSLATE_NOOP("Rule", "Name the category that must not follow."));
        return {};
    }
    Status operator()(const NoSameHour &) const { return {}; }
    Status operator()(const Exemption &body) const
    {
        if (body.series.isEmpty())
            return refused({}, u"series"_s,
                           QT_TRANSLATE_NOOP("Rule", "Name the series whose reruns are intended."));
        return {};
    }
    Status operator()(const Watershed &body) const
    {
        constexpr Millis day = std::chrono::hours(24);
        if (body.rating.isEmpty())
            return refused({}, u"rating"_s, QT_TRANSLATE_NOOP("Rule", "Name the rating that it is about."));
        if (body.from < Millis::zero() || body.from >= day)
            return refused(timeOfDayText(body.from), u"from"_s,
                           QT_TRANSLATE_NOOP("Rule", "A time of day before 24:00 is wanted."));
        if (body.until < Millis::zero() || body.until > day)
            return refused(timeOfDayText(body.until), u"until"_s,
                           QT_TRANSLATE_NOOP("Rule", "A time of day up to 24:00 is wanted."));
        if (body.until == body.from)
            return refused(timeOfDayText(body.until), u"until"_s,
                           QT_TRANSLATE_NOOP("Rule", "It must be another time than from."));
        return {};
    }
    Status operator()(const Quota &body) const
    {
        const auto isShare = [](double share) { return share >= 0 && share <= 1; };
        if (body.never && !isShare(*body.never))
            return refused(textOf(*body.never), u"never"_s,
                           QT_TRANSLATE_NOOP("Rule", "A number from 0 to 1 is wanted."));
        if (!isShare(body.preferred))
            return refused(textOf(body.preferred), u"preferred"_s,
                           QT_TRANSLATE_NOOP("Rule", "A number from 0 to 1 is wanted."));
        return {};
    }

private:
    /// Both are lower bounds: what is preferred asks for more, or it asks for nothing.
    template <class Body>
    static Status atLeast(const Body &body, const QString &never, const QString &preferred)
    {
        if (!body.never && !body.preferred)
            return refused(
                {}, never,
                QT_TRANSLATE_NOOP(
                    "Rule", "Give the time within which it must not, or preferably should not, come again."));
        if (body.never.value_or(Millis::zero()) < Millis::zero())
            return refused(textOf(*body.never), never, QT_TRANSLATE_NOOP("Rule", "It is 0 or more."));
        if (body.preferred && *body.preferred < body.never.value_or(Millis::zero()))
            return refused(
                textOf(*body.preferred), preferred,
                QT_TRANSLATE_NOOP("Rule", "It is longer than what is never broken, or it asks for nothing."));
        return {};
    }
    template <class Body>
    static Status atMost(const Body &body)
    {
        if (!body.never && !body.preferred)
            return refused(
                {}, u"never"_s,
                QT_TRANSLATE_NOOP("Rule",
                                  "Give the number that must not, or preferably should not, be exceeded."));
        if (body.never.value_or(0) < 0)
            return refused(textOf(*body.never), u"never"_s, QT_TRANSLATE_NOOP("Rule", "It is 0 or more."));
        if (body.preferred.value_or(0) < 0)
            return refused(textOf(*body.preferred), u"preferred"_s,
                           QT_TRANSLATE_NOOP("Rule", "It is 0 or more."));
        if (body.never && body.preferred && *body.preferred > *body.never)
            return refused(
                textOf(*body.preferred), u"preferred"_s,
                QT_TRANSLATE_NOOP("Rule", "It is less than what is never exceeded, or it asks for nothing."));
        return {};
    }
};

template <std::size_t... I>
RuleBody bodyAt(std::size_t kind, std::index_sequence<I...>)
{
    RuleBody body;
    ((I == kind ? void(body.emplace<I>()) : void()), ...);
    return body;
}

} // namespace

Status checkRule(const Rule &rule)
{
    if (!(rule.weight >= 0 && rule.weight <= 1e6))
        return refused(textOf(rule.weight), u"weight"_s,
                       QT_TRANSLATE_NOOP("Rule", "A number from 0 to 1,000,000 is wanted."));
    return std::visit(BodyCheck{}, rule.body);
}

RuleBody emptyRuleBody(std::size_t kind)
{
    return bodyAt(kind, std::make_index_sequence<std::variant_size_v<RuleBody>>());
}

} // namespace sf

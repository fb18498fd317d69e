// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/rulecheck.h"

#include "core/time/iso8601.h"
#include "core/time/timeofday.h"

#include <utility>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

Status refused(const QString &value, const QString &field, const QString &should)
{
    return fail(ErrorCode::BadFieldValue, {value, field, should});
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
            return refused(textOf(body.window), u"windowMs"_s, u"It must be more than 0."_s);
        return atMost(body);
    }
    Status operator()(const Adjacency &body) const
    {
        if (body.category.isEmpty())
            return refused({}, u"category"_s, u"The category is wanted that goes before."_s);
        if (body.next.isEmpty())
            return refused({}, u"next"_s, u"The category is wanted that must not follow."_s);
        return {};
    }
    Status operator()(const NoSameHour &) const { return {}; }
    Status operator()(const Watershed &body) const
    {
        constexpr Millis day = std::chrono::hours(24);
        if (body.rating.isEmpty())
            return refused({}, u"rating"_s, u"The rating is wanted that it is about."_s);
        if (body.from < Millis::zero() || body.from >= day)
            return refused(timeOfDayText(body.from), u"from"_s, u"A time of day before 24:00 is wanted."_s);
        if (body.until < Millis::zero() || body.until > day)
            return refused(timeOfDayText(body.until), u"until"_s, u"A time of day up to 24:00 is wanted."_s);
        if (body.until == body.from)
            return refused(timeOfDayText(body.until), u"until"_s, u"It must be another time than from."_s);
        return {};
    }
    Status operator()(const Quota &body) const
    {
        const auto isShare = [](double share) { return share >= 0 && share <= 1; };
        if (body.never && !isShare(*body.never))
            return refused(textOf(*body.never), u"never"_s, u"A number from 0 to 1 is wanted."_s);
        if (!isShare(body.preferred))
            return refused(textOf(body.preferred), u"preferred"_s, u"A number from 0 to 1 is wanted."_s);
        return {};
    }

private:
    /// Both are lower bounds: what is preferred asks for more, or it asks for nothing.
    template <class Body>
    static Status atLeast(const Body &body, const QString &never, const QString &preferred)
    {
        if (!body.never && !body.preferred)
            return refused({}, never, u"Give a never or a preferred value."_s);
        if (body.never.value_or(Millis::zero()) < Millis::zero())
            return refused(textOf(*body.never), never, u"It is 0 or more."_s);
        if (body.preferred && *body.preferred < body.never.value_or(Millis::zero()))
            return refused(textOf(*body.preferred), preferred,
                           u"It is longer than what is never broken, or it asks for nothing."_s);
        return {};
    }
    template <class Body>
    static Status atMost(const Body &body)
    {
        if (!body.never && !body.preferred)
            return refused({}, u"never"_s,
                           u"A number is wanted that is never exceeded, or one that is preferred."_s);
        if (body.never.value_or(0) < 0)
            return refused(textOf(*body.never), u"never"_s, u"It is 0 or more."_s);
        if (body.preferred.value_or(0) < 0)
            return refused(textOf(*body.preferred), u"preferred"_s, u"It is 0 or more."_s);
        if (body.never && body.preferred && *body.preferred > *body.never)
            return refused(textOf(*body.preferred), u"preferred"_s,
                           u"It is less than what is never exceeded, or it asks for nothing."_s);
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
        return refused(textOf(rule.weight), u"weight"_s, u"A number from 0 to 1,000,000 is wanted."_s);
    return std::visit(BodyCheck{}, rule.body);
}

RuleBody emptyRuleBody(std::size_t kind)
{
    return bodyAt(kind, std::make_index_sequence<std::variant_size_v<RuleBody>>());
}

} // namespace sf

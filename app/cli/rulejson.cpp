// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "app/cli/planjson.h"
#include "core/model/names.h"
#include "core/planning/rulecheck.h"
#include "core/time/timeofday.h"

#include <array>

namespace sf::cli {

using namespace Qt::StringLiterals;

namespace {

/// In the order of RuleBody.
constexpr std::array typeNames{"cooldown"_L1,  "separation"_L1, "adjacency"_L1, "maxPerHour"_L1,
                               "maxPlays"_L1,  "noSameHour"_L1, "watershed"_L1, "quota"_L1,
                               "maxInARow"_L1, "exemption"_L1};

template <class T>
void addOptional(QJsonObject &json, QLatin1StringView name, const std::optional<T> &value)
{
    if (!value)
        return;
    if constexpr (std::is_same_v<T, Millis>)
        json[name] = static_cast<double>(value->count());
    else
        json[name] = static_cast<double>(*value);
}

struct BodyWriter
{
    QJsonObject &json;

    void operator()(const Adjacency &body) const
    {
        json["category"_L1] = body.category;
        json["next"_L1] = body.next;
        json["isNever"_L1] = body.isNever;
    }
    void operator()(const NoSameHour &body) const { json["isNever"_L1] = body.isNever; }
    void operator()(const Exemption &body) const { json["series"_L1] = body.series; }
    void operator()(const Watershed &body) const
    {
        json["rating"_L1] = body.rating;
        json["from"_L1] = timeOfDayText(body.from);
        json["until"_L1] = timeOfDayText(body.until);
        json["isNever"_L1] = body.isNever;
    }
    void operator()(const Quota &body) const
    {
        addOptional(json, "never"_L1, body.never);
        json["preferred"_L1] = body.preferred;
    }
    void operator()(const MaxPlays &body) const
    {
        json["windowMs"_L1] = static_cast<double>(body.window.count());
        addOptional(json, "never"_L1, body.never);
        addOptional(json, "preferred"_L1, body.preferred);
    }
    template <class Body>
    void operator()(const Body &body) const
    {
        constexpr bool isTime = std::is_same_v<decltype(body.never), std::optional<Millis>>;
        addOptional(json, isTime ? "neverMs"_L1 : "never"_L1, body.never);
        addOptional(json, isTime ? "preferredMs"_L1 : "preferred"_L1, body.preferred);
    }
};

struct BodyReader
{
    JsonFields &fields;

    void operator()(Adjacency &body) const
    {
        fields.text("category"_L1, body.category);
        fields.text("next"_L1, body.next);
        fields.yes("isNever"_L1, body.isNever);
    }
    void operator()(NoSameHour &body) const { fields.yes("isNever"_L1, body.isNever); }
    void operator()(Exemption &body) const { fields.text("series"_L1, body.series); }
    void operator()(Watershed &body) const
    {
        fields.text("rating"_L1, body.rating);
        fields.timeOfDay("from"_L1, body.from);
        fields.timeOfDay("until"_L1, body.until);
        fields.yes("isNever"_L1, body.isNever);
    }
    void operator()(Quota &body) const
    {
        fields.realOrNone("never"_L1, body.never, 0, 1);
        fields.real("preferred"_L1, body.preferred, 0, 1);
    }
    void operator()(MaxPlays &body) const
    {
        fields.length("windowMs"_L1, body.window);
        fields.countOrNone("never"_L1, body.never);
        fields.countOrNone("preferred"_L1, body.preferred);
    }
    void operator()(MaxPerHour &body) const { counts(body); }
    void operator()(MaxInARow &body) const { counts(body); }
    void operator()(Cooldown &body) const { lengths(body); }
    void operator()(Separation &body) const { lengths(body); }

private:
    template <class Body>
    void counts(Body &body) const
    {
        fields.countOrNone("never"_L1, body.never);
        fields.countOrNone("preferred"_L1, body.preferred);
    }
    template <class Body>
    void lengths(Body &body) const
    {
        fields.lengthOrNone("neverMs"_L1, body.never);
        fields.lengthOrNone("preferredMs"_L1, body.preferred);
    }
};

/// What is not known yet has to say what it is.
void readType(JsonFields &fields, RuleBody &body, bool isKnown)
{
    const QJsonValue type = fields.take("type"_L1);
    if (type.isUndefined() && isKnown)
        return;
    for (std::size_t i = 0; i < typeNames.size(); ++i) {
        if (type.toString().compare(typeNames[i], Qt::CaseInsensitive) != 0)
            continue;
        if (body.index() != i)
            body = emptyRuleBody(i);
        return;
    }
    QStringList names;
    for (const QLatin1StringView name : typeNames)
        names.append(name);
    fields.refuse(type, "type"_L1, u"It is one of %1."_s.arg(names.join(u", "_s)));
}

void readScope(JsonFields &fields, RuleScope &scope)
{
    const auto value = fields.object("scope"_L1);
    if (!value)
        return;
    JsonFields inner(*value);
    RuleScope read;
    inner.id("channelId"_L1, read.channel);
    inner.text("daypart"_L1, read.daypart);
    inner.text("category"_L1, read.category);
    inner.text("tag"_L1, read.tag);
    QString kind;
    inner.text("kind"_L1, kind);
    read.kind = fromName<AssetKind>(kind);
    if (!kind.isEmpty() && !read.kind)
        inner.refuse(kind, "kind"_L1, u"It is program, commercial, promo, ident, filler or live."_s);
    if (const Status status = inner.finish(); !status)
        fields.setFailed(status.error());
    scope = read;
}

} // namespace

QJsonObject toJson(const Rule &rule)
{
    QJsonObject scope;
    if (rule.scope.channel)
        scope["channelId"_L1] = rule.scope.channel.toString();
    if (!rule.scope.daypart.isEmpty())
        scope["daypart"_L1] = rule.scope.daypart;
    if (!rule.scope.category.isEmpty())
        scope["category"_L1] = rule.scope.category;
    if (rule.scope.kind)
        scope["kind"_L1] = nameOf(*rule.scope.kind);
    if (!rule.scope.tag.isEmpty())
        scope["tag"_L1] = rule.scope.tag;
    QJsonObject json{
        {u"id"_s, rule.id.toString()}, {u"name"_s, rule.name},     {u"type"_s, typeNames[rule.body.index()]},
        {u"scope"_s, scope},           {u"weight"_s, rule.weight}, {u"enabled"_s, rule.isEnabled}};
    std::visit(BodyWriter{json}, rule.body);
    return json;
}

Result<Rule> ruleFromJson(const QJsonObject &json, Rule base)
{
    JsonFields fields(json);
    const bool isKnown = bool(base.id);
    fields.id("id"_L1, base.id);
    fields.text("name"_L1, base.name);
    readType(fields, base.body, isKnown);
    readScope(fields, base.scope);
    fields.real("weight"_L1, base.weight, 0, 1e6);
    fields.yes("enabled"_L1, base.isEnabled);
    std::visit(BodyReader{fields}, base.body);
    if (const Status status = fields.finish(); !status)
        return fail(status.error());
    if (base.name.isEmpty())
        base.name = typeNames[base.body.index()];
    return base;
}

} // namespace sf::cli

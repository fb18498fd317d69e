// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/rulebook.h"

#include <algorithm>

namespace sf {

namespace {

bool isSame(const QString &a, const QString &b) { return a.compare(b, Qt::CaseInsensitive) == 0; }

/// How narrow a scope is: the number of things it asks for.
int narrowness(const RuleScope &scope)
{
    return (scope.daypart.isEmpty() ? 0 : 1) + (scope.category.isEmpty() ? 0 : 1) + (scope.kind ? 1 : 0) +
           (scope.tag.isEmpty() ? 0 : 1);
}

struct PreferenceFinder
{
    bool operator()(const Adjacency &body) const { return !body.isNever; }
    bool operator()(const NoSameHour &body) const { return !body.isNever; }
    bool operator()(const Watershed &body) const { return !body.isNever; }
    bool operator()(const Quota &) const { return false; } // it chooses the lane, it is no cost
    bool operator()(const Exemption &) const { return false; }
    template <class Body>
    bool operator()(const Body &body) const
    {
        return body.preferred.has_value();
    }
};

/// How an asset stands to a rule. An adjacency names two categories, and its scope is that of what follows.
enum class Role : std::uint8_t { None, Bound, First, Next, Both };

Role roleOf(const Rule &rule, const Asset &asset, const QString &daypart)
{
    const bool isIn = isInScope(rule.scope, asset, daypart);
    if (const auto *adjacency = std::get_if<Adjacency>(&rule.body)) {
        const bool isFirst = isSame(adjacency->category, asset.category);
        const bool isNext = isIn && isSame(adjacency->next, asset.category);
        return isFirst ? (isNext ? Role::Both : Role::First) : (isNext ? Role::Next : Role::None);
    }
    if (const auto *watershed = std::get_if<Watershed>(&rule.body))
        return isIn && isSame(watershed->rating, asset.rating) ? Role::Bound : Role::None;
    if (const auto *exemption = std::get_if<Exemption>(&rule.body))
        return isIn && isSame(exemption->series, asset.series) ? Role::Bound : Role::None;
    return isIn ? Role::Bound : Role::None;
}

/// What is about repeats does not bind intended ones.
void setExempt(RuleClass &bound)
{
    bound.cooldown.reset();
    bound.preferredCooldown.reset();
    bound.separations.clear();
    bound.plays.clear();
    bound.sameHour.clear();
}

/// A rule about what stands beside what.
void addOrder(RuleClass &bound, std::uint32_t place, Role role, const RuleBody &body)
{
    if (std::holds_alternative<MaxInARow>(body)) {
        bound.rows.push_back(place);
        return;
    }
    if (role != Role::Next)
        bound.asFirst.push_back(place);
    if (role != Role::First)
        bound.asNext.push_back(place);
}

constexpr std::uint32_t roleBits = 3;

} // namespace

RuleBook::RuleBook(const std::vector<Rule> &rules, ChannelId channel, Millis usualCooldown)
    : m_usualCooldown(usualCooldown)
{
    for (const Rule &rule : rules) {
        if (!rule.isEnabled || (rule.scope.channel && rule.scope.channel != channel))
            continue;
        m_rules.push_back(rule);
        m_hasDayparts = m_hasDayparts || !rule.scope.daypart.isEmpty();
        m_hasSeparations = m_hasSeparations || std::holds_alternative<Separation>(rule.body);
        m_hasExemptions = m_hasExemptions || std::holds_alternative<Exemption>(rule.body);
        m_hasPreferences = m_hasPreferences || std::visit(PreferenceFinder{}, rule.body);
    }
}

Millis RuleBook::longestCooldown() const
{
    Millis longest = m_usualCooldown;
    for (const Rule &rule : m_rules) {
        if (const auto *cooldown = std::get_if<Cooldown>(&rule.body))
            longest = std::max(longest, cooldown->never.value_or(Millis::zero()));
    }
    return longest;
}

std::uint32_t RuleBook::classOf(const Asset &asset, const QString &daypart)
{
    RuleClass::Places places;
    for (std::uint32_t place = 0; place < m_rules.size(); ++place) {
        const Role role = roleOf(m_rules[place], asset, daypart);
        if (role != Role::None)
            places.push_back(place << roleBits | static_cast<std::uint32_t>(role));
    }
    if (!places.empty())
        return findClass(places, isProgramme(asset));
    auto &unbound = m_unbound[isProgramme(asset) ? 1 : 0];
    if (!unbound)
        unbound = findClass(places, isProgramme(asset));
    return *unbound;
}

std::uint32_t RuleBook::findClass(const RuleClass::Places &places, bool isProgramme)
{
    QByteArray key;
    key.append(reinterpret_cast<const char *>(places.data()),
               static_cast<qsizetype>(places.size() * sizeof(std::uint32_t)));
    key.append(isProgramme ? '1' : '0');
    const auto known = m_known.constFind(key);
    if (known != m_known.constEnd())
        return *known;
    const auto number = static_cast<std::uint32_t>(m_classes.size());
    m_classes.push_back(makeClass(places, isProgramme));
    m_known.insert(key, number);
    return number;
}

RuleClass RuleBook::makeClass(const RuleClass::Places &places, bool isProgramme) const
{
    RuleClass made;
    const auto takeNarrower = [&](std::optional<std::uint32_t> &best, std::uint32_t place) {
        if (!best || narrowness(m_rules[place].scope) >= narrowness(m_rules[*best].scope))
            best = place;
    };
    for (const std::uint32_t marked : places) {
        const std::uint32_t place = marked >> roleBits;
        const Role role = static_cast<Role>(marked & ((1U << roleBits) - 1));
        const RuleBody &body = m_rules[place].body;
        if (const auto *cooldown = std::get_if<Cooldown>(&body)) {
            if (cooldown->never)
                takeNarrower(made.cooldown, place);
            if (cooldown->preferred)
                takeNarrower(made.preferredCooldown, place);
        } else if (std::holds_alternative<Quota>(body)) {
            takeNarrower(made.quota, place);
        } else if (std::holds_alternative<Separation>(body)) {
            made.separations.push_back(place);
        } else if (std::holds_alternative<MaxPerHour>(body)) {
            made.perHour.push_back(place);
        } else if (std::holds_alternative<MaxPlays>(body)) {
            made.plays.push_back(place);
        } else if (std::holds_alternative<NoSameHour>(body)) {
            made.sameHour.push_back(place);
        } else if (std::holds_alternative<Watershed>(body)) {
            made.watersheds.push_back(place);
        } else if (std::holds_alternative<Exemption>(body)) {
            made.isExempt = true;
        } else if (isProgramme) { // what goes between is no part of a row
            addOrder(made, place, role, body);
        }
    }
    if (made.isExempt)
        setExempt(made);
    return made;
}

Millis RuleBook::cooldownOf(const Asset *asset, std::uint32_t ruleClass) const
{
    if (!asset)
        return m_usualCooldown;
    if (m_classes[ruleClass].isExempt)
        return Millis::zero();
    if (asset->cooldown)
        return *asset->cooldown;
    const auto place = m_classes[ruleClass].cooldown;
    return place ? body<Cooldown>(*place).never.value_or(m_usualCooldown) : m_usualCooldown;
}

Millis RuleBook::cooldownOf(const Asset *asset, const QString &daypart)
{
    if (!asset || m_rules.empty())
        return asset ? asset->cooldown.value_or(m_usualCooldown) : m_usualCooldown;
    return cooldownOf(asset, classOf(*asset, daypart));
}

bool RuleBook::isExempt(const Asset *asset, const QString &daypart)
{
    return asset && m_hasExemptions && m_classes[classOf(*asset, daypart)].isExempt;
}

bool isInScope(const RuleScope &scope, const Asset &asset, const QString &daypart)
{
    return (scope.daypart.isEmpty() || isSame(scope.daypart, daypart)) &&
           (scope.category.isEmpty() || isSame(scope.category, asset.category)) &&
           (!scope.kind || *scope.kind == asset.kind) &&
           (scope.tag.isEmpty() || asset.tags.contains(scope.tag, Qt::CaseInsensitive));
}

bool passes(const AssetFilter &filter, const Asset &asset)
{
    if (filter.kind && *filter.kind != asset.kind)
        return false;
    if (!filter.series.isEmpty() && !isSame(filter.series, asset.series))
        return false;
    if (!filter.categories.isEmpty() && !filter.categories.contains(asset.category, Qt::CaseInsensitive))
        return false;
    return filter.tags.isEmpty() ||
           std::any_of(filter.tags.begin(), filter.tags.end(),
                       [&](const QString &tag) { return asset.tags.contains(tag, Qt::CaseInsensitive); });
}

} // namespace sf

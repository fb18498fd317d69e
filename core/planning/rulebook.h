// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schedule/station.h"

#include <QByteArray>
#include <QHash>

#include <array>
#include <optional>
#include <vector>

namespace sf {

/// What all assets have in common that the same rules apply to: for each kind of rule its places in
/// RuleBook::rules(). Every rule in whose scope an asset lies binds it; only of the cooldowns the one with
/// the narrowest scope does, so that "4 h for music" can stand beside "48 h for the channel".
struct RuleClass
{
    using Places = std::vector<std::uint32_t>;

    std::optional<std::uint32_t> cooldown;          ///< the one whose never value counts
    std::optional<std::uint32_t> preferredCooldown; ///< the one whose preferred value counts
    std::optional<std::uint32_t> quota;
    Places separations;
    Places perHour;
    Places plays;
    Places sameHour;
    Places watersheds;
    Places rows;           ///< of programmes alone, as the two below
    Places asFirst;        ///< adjacencies in which it is the one that something may not follow
    Places asNext;         ///< and those in which it is what may not follow
    bool isExempt = false; ///< its airings are intended reruns: no rule about repeats binds it

    /// Whether anything is bound to the whole class at once, so that one look can shut all of it out.
    bool isShutTogether() const
    {
        return !perHour.empty() || !watersheds.empty() || !rows.empty() || !asNext.empty() ||
               !asFirst.empty();
    }
};

/// The enabled rules of one channel, put in order once for fast asking.
class RuleBook
{
public:
    /// `usualCooldown` binds what has no cooldown of its own and no rule.
    RuleBook(const std::vector<Rule> &rules, ChannelId channel, Millis usualCooldown);

    const std::vector<Rule> &rules() const { return m_rules; }
    template <class Body>
    const Body &body(std::uint32_t place) const
    {
        return std::get<Body>(m_rules[place].body);
    }
    /// Some rule is for one daypart only, so that an asset's class depends on where it airs.
    bool hasDayparts() const { return m_hasDayparts; }
    bool hasSeparations() const { return m_hasSeparations; }
    /// Some series is exempt, so that isExempt() is worth asking.
    bool hasExemptions() const { return m_hasExemptions; }
    /// Some rule has a value that is only preferred.
    bool hasPreferences() const { return m_hasPreferences; }
    Millis usualCooldown() const { return m_usualCooldown; }
    /// No asset that a rule binds has a longer one; own cooldowns apart.
    Millis longestCooldown() const;

    /// The number of its class; numbers are given as they are asked for.
    std::uint32_t classOf(const Asset &asset, const QString &daypart);
    const RuleClass &at(std::uint32_t ruleClass) const { return m_classes[ruleClass]; }
    /// Start to start: none of what is exempt; the asset's own, else its rule's, else the usual.
    Millis cooldownOf(const Asset *asset, std::uint32_t ruleClass) const;
    Millis cooldownOf(const Asset *asset, const QString &daypart = {});
    /// Whether its airings are intended reruns there. Null: not.
    bool isExempt(const Asset *asset, const QString &daypart);

private:
    std::uint32_t findClass(const RuleClass::Places &places, bool isProgramme);
    RuleClass makeClass(const RuleClass::Places &places, bool isProgramme) const;

    std::vector<Rule> m_rules;
    Millis m_usualCooldown;
    bool m_hasDayparts = false;
    bool m_hasSeparations = false;
    bool m_hasExemptions = false;
    bool m_hasPreferences = false;
    std::vector<RuleClass> m_classes;
    QHash<QByteArray, std::uint32_t> m_known;
    std::array<std::optional<std::uint32_t>, 2> m_unbound; ///< of what no rule binds, and of programmes such
};

/// Whether it is what viewers tune in for, and not what goes between: those make no rows or shares.
inline bool isProgramme(const Asset &asset)
{
    return asset.kind == AssetKind::Program || asset.kind == AssetKind::Live;
}

/// Whether an asset lies in a rule's scope; the channel apart.
bool isInScope(const RuleScope &scope, const Asset &asset, const QString &daypart);
/// Whether a filter lets an asset through. Categories and tags: one of each is enough.
bool passes(const AssetFilter &filter, const Asset &asset);

} // namespace sf

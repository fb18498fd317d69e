// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/planning/rulebook.h"

#include <vector>

namespace sf {

/// Airtime of what one quota is about, of all programmes in a range.
struct QuotaShare
{
    RuleId rule;
    QString category; ///< of the rule's scope; its name where that has none
    double wanted = 0;
    double planned = 0;
    double never = 0; ///< less than this breaks the rule

    bool isShort() const { return planned < never; }
    bool operator==(const QuotaShare &) const = default;
};

/// Adds up airtime by quota: what lies in the scopes of several counts for each.
class QuotaCount
{
public:
    explicit QuotaCount(const RuleBook &rules);

    bool hasQuotas() const { return !m_quotas.empty(); }
    bool isEmpty() const { return m_total <= 0; }
    /// What is no programme does not count.
    void add(const Asset &asset, Millis airtime, const QString &daypart);
    /// Of each quota, in the order of the rules.
    std::vector<QuotaShare> shares() const;

private:
    struct Count
    {
        Rule rule;
        double aired = 0; ///< ms
    };

    std::vector<Count> m_quotas;
    double m_total = 0; ///< ms
};

} // namespace sf

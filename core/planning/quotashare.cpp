// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/quotashare.h"

#include <algorithm>

namespace sf {

QuotaCount::QuotaCount(const RuleBook &rules)
{
    for (const Rule &rule : rules.rules()) {
        if (std::holds_alternative<Quota>(rule.body))
            m_quotas.push_back({rule, 0});
    }
}

void QuotaCount::add(const Asset &asset, Millis airtime, const QString &daypart)
{
    if (!isProgramme(asset))
        return;
    const auto ms = static_cast<double>(airtime.count());
    m_total += ms;
    for (Count &count : m_quotas)
        count.aired += isInScope(count.rule.scope, asset, daypart) ? ms : 0;
}

std::vector<QuotaShare> QuotaCount::shares() const
{
    std::vector<QuotaShare> shares;
    for (const auto &[rule, aired] : m_quotas) {
        const Quota &quota = std::get<Quota>(rule.body);
        const double never = quota.never.value_or(0);
        shares.push_back({rule.id, rule.scope.category.isEmpty() ? rule.name : rule.scope.category,
                          std::max(quota.preferred, never), m_total > 0 ? aired / m_total : 0, never});
    }
    return shares;
}

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/session/airtime.h"

#include "core/planning/blocks.h"
#include "core/planning/candidates.h"
#include "core/planning/rulebook.h"
#include "ui/theme/tokens.h"

#include <QHash>

#include <algorithm>
#include <map>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

std::optional<AirtimeShare> quotaShare(const Rule &rule)
{
    const auto *quota = std::get_if<Quota>(&rule.body);
    if (!quota)
        return std::nullopt;
    AirtimeShare share;
    share.category = rule.scope.category;
    share.name = share.category.isEmpty() ? rule.name : share.category;
    share.wanted = std::max(quota->preferred, quota->never.value_or(0));
    return share;
}

/// Sums up airtime by quota and category.
class Tally
{
public:
    Tally(const Station &station, const Channel &channel, TimeRange range)
        : m_book(station.rules(), channel.id, Millis(0))
    {
        if (m_book.hasDayparts())
            m_blocks = blocksOf(station.templates(), channel, range);
        for (std::uint32_t place = 0; place < m_book.rules().size(); ++place) {
            if (auto share = quotaShare(m_book.rules()[place]))
                m_quotas.emplace(place, std::move(*share));
        }
    }

    void add(const Asset &asset, TimePoint start, Millis airtime)
    {
        m_total += airtime;
        const Block *block = blockAt(m_blocks, start);
        const auto quota = m_book.at(m_book.classOf(asset, block ? block->name() : QString())).quota;
        if (quota)
            m_quotas.at(*quota).airtime += airtime;
        else
            m_others[categoryName(asset)] += airtime;
    }

    std::vector<AirtimeShare> take()
    {
        std::vector<AirtimeShare> shares;
        for (const auto &[place, share] : m_quotas)
            shares.push_back(share);
        const auto quotas = std::ssize(shares);
        for (auto other = m_others.cbegin(); other != m_others.cend(); ++other)
            shares.push_back({other.key(), other.key(), other.value(), 0, std::nullopt});
        std::sort(shares.begin() + quotas, shares.end(), [](const AirtimeShare &a, const AirtimeShare &b) {
            return a.airtime != b.airtime ? a.airtime > b.airtime : a.name < b.name;
        });
        for (AirtimeShare &share : shares)
            share.planned = m_total > Millis::zero() ? static_cast<double>(share.airtime.count()) /
                                                           static_cast<double>(m_total.count())
                                                     : 0;
        return shares;
    }

private:
    RuleBook m_book;
    std::vector<Block> m_blocks;
    std::map<std::uint32_t, AirtimeShare> m_quotas; ///< by the rule's place
    QHash<QString, Millis> m_others;
    Millis m_total{0};
};

} // namespace

Result<std::vector<AirtimeShare>> airtimeShares(const Station &station, PlanId plan, TimeRange range)
{
    const Channel *channel = station.channelOf(plan);
    if (!channel)
        return fail(ErrorCode::UnknownObject, {u"plan"_s, plan.toString()});
    Tally tally(station, *channel, range);
    station.schedule().forEachIn(plan, range, [&](const ScheduledEvent &event) {
        const Asset *asset = event.layer == 0 ? station.assets().find(event.asset) : nullptr;
        if (asset && isProgramme(*asset))
            tally.add(*asset, event.range.start, event.range.intersected(range).duration);
    });
    return tally.take();
}

} // namespace sf

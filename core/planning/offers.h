// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/planning/fillinput.h"

namespace sf {

/// One content as the bound sees it: what its assets have in common.
struct Offer
{
    std::int64_t shortest = 0; ///< frames
    std::int64_t longest = 0;  ///< 0: there is nothing of it
    Millis cooldown{0};
    TimePoint from = TimePoint::min();
    TimePoint until = TimePoint::max();
    std::int64_t most = 0; ///< plays that its limits allow, 0: any number
    bool isExempt = false; ///< its airings need no distance from others
};

void add(Offer &offer, const Candidate &candidate);

/// The shortest cooldown that candidates may have to keep: that of the daypart that asks for least, or what the
/// operator allows.
class ShortestCooldown
{
public:
    ShortestCooldown(const FillInput &input, const FillRequest &request);

    /// Sets it, and whether any of them exempts it.
    void setFor(Candidate &candidate);

private:
    RuleBook m_rules;
    QStringList m_dayparts; ///< those of the range that have a cooldown, or an exemption, of their own
    std::optional<Millis> m_allowed;
};

/// The most airtime that offers can give, whatever the choice.
class OfferBound
{
public:
    explicit OfferBound(const FillInput &input);

    /// Of one content within a range, between the airings that are fixed; never more than `most`.
    Millis airtimeOf(const Offer &offer, std::uint32_t content, TimeRange range, Millis most) const;

private:
    const FillInput &m_input;
    FrameGrid m_grid;
    Millis m_slack;
};

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <bit>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace sf {

/// Which sums some of a list of lengths make, each length used at most once: a bit for each sum, and a length
/// is added by shifting them all. Lengths are in frames and positive; sums up to a limit are kept.
class SubsetSum
{
public:
    SubsetSum() = default;
    explicit SubsetSum(std::int64_t limit);

    void add(std::int64_t length);
    std::int64_t limit() const { return m_limit; }
    bool isEmpty() const { return m_bits.empty(); }
    bool has(std::int64_t sum) const
    {
        return sum >= 0 && sum <= m_limit &&
               (m_bits[static_cast<std::size_t>(sum) / 64] >> (static_cast<std::size_t>(sum) % 64) & 1U) != 0;
    }
    /// The largest sum of no more than `sum`; the empty one, 0, always is one.
    std::int64_t nearestBelow(std::int64_t sum) const;
    /// The sum nearest to `sum` of those from `least` to `most`.
    std::optional<std::int64_t> nearest(std::int64_t sum, std::int64_t least, std::int64_t most) const;
    /// The sums that `before`, an earlier state of this, did not have.
    template <class F>
    void forEachNew(const SubsetSum &before, F &&visit) const
    {
        for (std::size_t i = 0; i < m_bits.size(); ++i) {
            for (std::uint64_t made = m_bits[i] & ~before.m_bits[i]; made != 0; made &= made - 1)
                visit(i * 64 + static_cast<std::size_t>(std::countr_zero(made)));
        }
    }

private:
    std::int64_t m_limit = -1;
    std::vector<std::uint64_t> m_bits;
};

/// Places of lengths that make up just `sum`: one alone where one does, else those at the front where there is
/// a choice. Empty where no choice does.
std::vector<std::size_t> lengthsThatMake(std::int64_t sum, std::span<const std::int64_t> lengths);

} // namespace sf

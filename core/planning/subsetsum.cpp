// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/subsetsum.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace sf {

SubsetSum::SubsetSum(std::int64_t limit)
    : m_limit(std::max<std::int64_t>(0, limit))
    , m_bits(static_cast<std::size_t>(m_limit) / 64 + 1, 0)
{
    m_bits[0] = 1;
}

void SubsetSum::add(std::int64_t length)
{
    if (length <= 0 || length > m_limit)
        return;
    const auto words = static_cast<std::size_t>(length) / 64;
    const auto bits = static_cast<std::size_t>(length) % 64;
    for (std::size_t i = m_bits.size(); i-- > words;) {
        std::uint64_t moved = m_bits[i - words] << bits;
        if (bits > 0 && i > words)
            moved |= m_bits[i - words - 1] >> (64 - bits);
        m_bits[i] |= moved;
    }
}

std::int64_t SubsetSum::nearestBelow(std::int64_t sum) const
{
    for (std::int64_t at = std::min(sum, m_limit); at > 0;) {
        const auto word = static_cast<std::size_t>(at) / 64;
        const auto bit = static_cast<std::size_t>(at) % 64;
        const std::uint64_t below = m_bits[word] << (63 - bit);
        if (below != 0)
            return at - std::countl_zero(below);
        at -= static_cast<std::int64_t>(bit) + 1;
    }
    return 0;
}

std::optional<std::int64_t> SubsetSum::nearest(std::int64_t sum, std::int64_t least, std::int64_t most) const
{
    const std::int64_t below = nearestBelow(sum);
    for (std::int64_t above = sum + 1; above <= std::min(most, m_limit) && above - sum < sum - below;
         ++above) {
        if (has(above))
            return above;
    }
    if (below >= std::max<std::int64_t>(0, least) && below <= most)
        return below;
    for (std::int64_t above = std::max<std::int64_t>(sum + 1, least); above <= std::min(most, m_limit);
         ++above) {
        if (has(above))
            return above;
    }
    return std::nullopt;
}

std::vector<std::size_t> lengthsThatMake(std::int64_t sum, std::span<const std::int64_t> lengths)
{
    constexpr auto unreached = std::numeric_limits<std::uint32_t>::max();
    if (sum <= 0)
        return {};
    if (const auto alone = std::find(lengths.begin(), lengths.end(), sum); alone != lengths.end())
        return {static_cast<std::size_t>(alone - lengths.begin())};
    // For each sum the length that first made it: what is left is then made by those before it.
    std::vector<std::uint32_t> last((static_cast<std::size_t>(sum) / 64 + 1) * 64, unreached); // whole words
    SubsetSum sums(sum);
    for (std::uint32_t place = 0; place < lengths.size() && !sums.has(sum); ++place) {
        const std::int64_t length = lengths[place];
        if (length <= 0 || length > sum)
            continue;
        const SubsetSum before = sums;
        sums.add(length);
        sums.forEachNew(before, [&](std::size_t made) { last[made] = std::min(last[made], place); });
    }
    std::vector<std::size_t> chosen;
    if (!sums.has(sum))
        return chosen;
    for (std::int64_t left = sum; left > 0; left -= lengths[chosen.back()])
        chosen.push_back(last[static_cast<std::size_t>(left)]);
    std::reverse(chosen.begin(), chosen.end());
    return chosen;
}

} // namespace sf

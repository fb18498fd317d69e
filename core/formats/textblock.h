// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QStringView>

#include <array>
#include <cstdint>
#include <cstring>

namespace sf {

/// Eight UTF-16 units: what is asked of one (`c < 0x20`) is asked of all at once, and answered by a mask. GCC and Clang
/// make it what the machine has.
using TextBlock = std::uint16_t __attribute__((vector_size(16)));

constexpr qsizetype blockUnits = 8;

inline TextBlock textBlock(const char16_t *from)
{
    TextBlock block;
    std::memcpy(&block, from, sizeof block);
    return block;
}

template <class Mask>
bool isAny(const Mask &mask)
{
    std::array<std::uint64_t, 2> words{};
    static_assert(sizeof words == sizeof mask);
    std::memcpy(words.data(), &mask, sizeof mask);
    return (words[0] | words[1]) != 0;
}

/// How many units at the text's beginning are not special. `isSpecial` takes a unit as well as a block.
template <class IsSpecial>
qsizetype countPlain(QStringView text, IsSpecial isSpecial)
{
    qsizetype done = 0;
    while (done + blockUnits <= text.size() && !isAny(isSpecial(textBlock(text.utf16() + done))))
        done += blockUnits;
    while (done < text.size() && !isSpecial(std::uint16_t(text[done].unicode())))
        ++done;
    return done;
}

} // namespace sf

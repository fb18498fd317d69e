// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/utf8text.h"

#include <QHashFunctions>

#include <algorithm>
#include <vector>

namespace sf {

/// Lets equal texts share their memory. It remembers the last text for each of so many hash values, so
/// that a file in which nothing repeats costs no more than one in which all does.
class StringCache
{
public:
    StringCache()
        : m_slots(slotCount)
    {
    }

    QString get(QStringView text)
    {
        if (text.isEmpty())
            return {};
        const std::size_t hash = qHash(text);
        Slot &slot = m_slots[hash % slotCount];
        if (slot.hash != hash || slot.text != text) { // most that differ are told without looking at the text
            slot.hash = hash;
            slot.text = text.toString();
        }
        return slot.text;
    }

    /// Of UTF-8.
    QString get(QByteArrayView utf8)
    {
        m_wide.resize(std::max(m_wide.size(), static_cast<std::size_t>(utf8.size())));
        return widenAscii(utf8, m_wide.data()) ? get(QStringView(m_wide.data(), utf8.size()))
                                               : get(QStringView(fromUtf8(utf8)));
    }

private:
    struct Slot
    {
        std::size_t hash = 0;
        QString text;
    };
    static constexpr std::size_t slotCount = 8'192;
    std::vector<Slot> m_slots;
    std::vector<char16_t> m_wide;
};

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringView>

#include <vector>

namespace sf {

/// Lets equal texts of a file share their memory. It remembers the last text for each of so many hash values, so
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

private:
    struct Slot
    {
        std::size_t hash = 0;
        QString text;
    };
    static constexpr std::size_t slotCount = 8'192;
    std::vector<Slot> m_slots;
};

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringView>

#include <vector>

namespace sf {

/// Lets equal texts of a file share their memory. It remembers the last text for each of so many hash values,
/// so that a file in which nothing repeats costs no more than one in which all does.
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
        QString &slot = m_slots[qHash(text) % slotCount];
        if (slot != text)
            slot = text.toString();
        return slot;
    }

private:
    static constexpr std::size_t slotCount = 16'384;
    std::vector<QString> m_slots;
};

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/time/timeofday.h"

#include <QList>

namespace sf {

using namespace Qt::StringLiterals;

QString timeOfDayText(Millis time)
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(time).count();
    const auto twoDigits = [](std::int64_t number) { return u"%1"_s.arg(number, 2, 10, '0'_L1); };
    const QString text = twoDigits(seconds / 3600) + u':' + twoDigits(seconds / 60 % 60);
    return seconds % 60 == 0 ? text : text + u':' + twoDigits(seconds % 60);
}

std::optional<Millis> parseTimeOfDay(QStringView text)
{
    const auto parts = text.trimmed().split(u':');
    if (parts.size() != 2 && parts.size() != 3)
        return std::nullopt;
    Millis read{0};
    std::int64_t unit = 3'600'000;
    for (const QStringView part : parts) {
        bool isNumber = false;
        const int number = part.toInt(&isNumber);
        const bool isHour = part.data() == parts.first().data();
        if (!isNumber || number < 0 || number >= (isHour ? 49 : 60))
            return std::nullopt;
        read += Millis(number * unit);
        unit /= 60;
    }
    return read <= Millis(std::chrono::hours(48)) ? std::optional(read) : std::nullopt;
}

} // namespace sf

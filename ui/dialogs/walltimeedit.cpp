// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/walltimeedit.h"

#include "ui/theme/theme.h"

namespace sf {

using namespace Qt::StringLiterals;

WallTimeEdit::WallTimeEdit(QWidget *parent)
    : QDateTimeEdit(parent)
{
    // The widget thinks that it shows UTC, whose days have no holes: only ChannelClock knows the wall's.
    setTimeSpec(Qt::UTC);
    setDisplayFormat(u"yyyy-MM-dd HH:mm:ss"_s);
    setCalendarPopup(true);
    setFont(figureFont());
}

void WallTimeEdit::setWall(LocalTime t)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(t.time_since_epoch()).count();
    setDateTime(QDateTime::fromMSecsSinceEpoch(seconds * 1000, Qt::UTC));
}

void WallTimeEdit::setInstant(const ChannelClock &clock, TimePoint t) { setWall(clock.toLocal(t)); }

Result<TimePoint> WallTimeEdit::instant(const ChannelClock &clock) const
{
    const Result<ResolvedTime> resolved = clock.toUtc(wall());
    if (!resolved)
        return fail(resolved.error());
    return resolved->time;
}

} // namespace sf

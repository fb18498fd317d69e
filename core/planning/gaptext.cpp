// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/gaptext.h"

#include "core/base/fillin.h"
#include "core/time/iso8601.h"

#include <QCoreApplication>

namespace sf {

namespace {

const char *textOf(GapReason reason)
{
    switch (reason) {
    case GapReason::LibraryEmpty:
        return QT_TRANSLATE_NOOP("Gap", "The library is empty. Import a playlist or scan a folder.");
    case GapReason::NoKnownDurations:
        return QT_TRANSLATE_NOOP("Gap", "No duration in the library is known. Probe the media files.");
    case GapReason::AllCooling:
        return QT_TRANSLATE_NOOP("Gap", "Everything that fits has aired within its cooldown.");
    case GapReason::NotAllowed:
        return QT_TRANSLATE_NOOP("Gap",
                                 "Rights, allowed hours or play limits keep out what the cooldown does not.");
    case GapReason::NothingShortEnough:
        return QT_TRANSLATE_NOOP("Gap", "Everything that may play is longer than what is left here.");
    case GapReason::RulesForbid:
        return QT_TRANSLATE_NOOP("Gap", "The station's rules keep out everything that may play here.");
    case GapReason::NothingInDaypart:
        return QT_TRANSLATE_NOOP("Gap", "The library has nothing that this daypart draws from.");
    case GapReason::RunsShort:
        return QT_TRANSLATE_NOOP("Gap",
                                 "Nothing fits in what is left, and the daypart may end early by so much.");
    case GapReason::TakenBack:
        return QT_TRANSLATE_NOOP("Gap",
                                 "What was planned here would have broken a rule with what follows it.");
    case GapReason::TooManyEvents:
        return QT_TRANSLATE_NOOP("Gap",
                                 "So many events were placed that planning stopped. Fill a shorter range.");
    }
    return "";
}

} // namespace

QString sentence(const FillGap &gap, const ChannelClock &clock)
{
    const QString reason = QCoreApplication::translate("Gap", textOf(gap.reason));
    if (!gap.freeAgain)
        return reason;
    const QString when = toIso8601(clock.toLocal(*gap.freeAgain)).replace(u'T', u' ');
    return fillIn(QCoreApplication::translate("Gap", "%1 The first is free again at %2."), {reason, when});
}

} // namespace sf

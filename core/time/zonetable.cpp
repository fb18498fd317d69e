// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/time/zonetable.h"

#include <QDateTime>
#include <QHash>
#include <QMutex>
#include <QTimeZone>

#include <array>

namespace sf {

using namespace std::chrono;
using namespace Qt::StringLiterals;

namespace {

constexpr TimePoint firstInstant = sys_days(year(1900) / 1 / 1);
constexpr TimePoint lastInstant = sys_days(year(2200) / 1 / 2);
/// QTimeZone::transitions() lists none after 2037, where the zone files end and their rule takes over.
constexpr TimePoint listEnd = sys_days(year(2037) / 1 / 1);
/// No zone keeps an offset for less than this (Morocco changes twice around each Ramadan).
constexpr days probeStep{7};

/// Names without a region, from the database's "backward" file. Any other single word is one that
/// QTimeZone reads as an abbreviation of UTC.
constexpr std::array singleNames{
    "CET"_L1,       "CST6CDT"_L1,   "Cuba"_L1,      "EET"_L1,     "EST"_L1,    "EST5EDT"_L1,   "Egypt"_L1,
    "Eire"_L1,      "GB"_L1,        "GB-Eire"_L1,   "GMT"_L1,     "GMT+0"_L1,  "GMT-0"_L1,     "GMT0"_L1,
    "Greenwich"_L1, "HST"_L1,       "Hongkong"_L1,  "Iceland"_L1, "Iran"_L1,   "Israel"_L1,    "Jamaica"_L1,
    "Japan"_L1,     "Libya"_L1,     "Kwajalein"_L1, "MET"_L1,     "MST"_L1,    "MST7MDT"_L1,   "NZ"_L1,
    "NZ-CHAT"_L1,   "Navajo"_L1,    "PRC"_L1,       "PST8PDT"_L1, "Poland"_L1, "Portugal"_L1,  "ROC"_L1,
    "ROK"_L1,       "Singapore"_L1, "Turkey"_L1,    "UCT"_L1,     "UTC"_L1,    "Universal"_L1, "W-SU"_L1,
    "WET"_L1,       "Zulu"_L1};

bool isIanaName(const QString &name)
{
    for (const QChar c : name) {
        const bool isLetter = (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z');
        if (!isLetter && !(c >= u'0' && c <= u'9') && !QStringView(u"/_+-:").contains(c))
            return false;
    }
    if (name.startsWith("posix/"_L1) || name.startsWith("right/"_L1))
        return false; // copies of the database; "right" counts leap seconds
    return name.contains(u'/') ||
           std::find(singleNames.begin(), singleNames.end(), name) != singleNames.end() ||
           QTimeZone::isTimeZoneIdAvailable(name.toUtf8());
}

QDateTime asDateTime(TimePoint t) { return QDateTime::fromMSecsSinceEpoch(toMs(t), Qt::UTC); }

minutes offsetOf(const QTimeZone &zone, TimePoint t)
{
    return floor<minutes>(seconds(zone.offsetFromUtc(asDateTime(t))));
}

/// The first instant after `low` with another offset than there; `high` has one.
TimePoint changeBetween(const QTimeZone &zone, TimePoint low, TimePoint high)
{
    const minutes before = offsetOf(zone, low);
    while (high - low > seconds(1)) {
        const TimePoint middle = low + floor<seconds>((high - low) / 2);
        (offsetOf(zone, middle) == before ? low : high) = middle;
    }
    return high;
}

} // namespace

std::shared_ptr<const ZoneTable> ZoneTable::utc()
{
    static const auto table = [] {
        std::shared_ptr<ZoneTable> made(new ZoneTable(u"UTC"_s));
        made->append(TimePoint::min(), minutes::zero());
        return made;
    }();
    return table;
}

std::shared_ptr<const ZoneTable> ZoneTable::named(const QString &name)
{
    static QMutex mutex;
    static QHash<QString, std::shared_ptr<const ZoneTable>> made;
    if (name == "UTC"_L1)
        return utc();
    const QMutexLocker lock(&mutex);
    if (const auto found = made.constFind(name); found != made.constEnd())
        return *found;
    auto table = isIanaName(name) ? make(name) : nullptr;
    if (table)
        made.insert(name, table);
    return table;
}

std::shared_ptr<const ZoneTable> ZoneTable::make(const QString &name)
{
    const QTimeZone zone(name.toUtf8());
    if (!zone.isValid())
        return nullptr;
    std::shared_ptr<ZoneTable> table(new ZoneTable(name));
    table->append(TimePoint::min(), offsetOf(zone, firstInstant));
    for (const auto &change : zone.transitions(asDateTime(firstInstant), asDateTime(listEnd)))
        table->append(timePointFromMs(change.atUtc.toMSecsSinceEpoch()),
                      floor<minutes>(seconds(change.offsetFromUtc)));
    for (TimePoint t = listEnd; t < lastInstant; t += probeStep) {
        if (offsetOf(zone, t + probeStep) != table->m_segments.back().offset) {
            const TimePoint change = changeBetween(zone, t, t + probeStep);
            table->append(change, offsetOf(zone, change));
        }
    }
    return table;
}

void ZoneTable::append(TimePoint start, minutes offset)
{
    // Some changes are of the name alone.
    if (m_segments.empty() || m_segments.back().offset != offset)
        m_segments.push_back({start, offset});
}

std::vector<ZoneTable::Segment>::const_iterator ZoneTable::at(TimePoint t) const
{
    const auto after = std::upper_bound(m_segments.begin(), m_segments.end(), t,
                                        [](TimePoint wanted, const Segment &s) { return wanted < s.start; });
    return after == m_segments.begin() ? after : std::prev(after);
}

} // namespace sf

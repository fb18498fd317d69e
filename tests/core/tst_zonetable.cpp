// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/time/zonetable.h"

#include "sanitized.h"

#include "core/time/channelclock.h"
#include "core/time/iso8601.h"

#include <QDateTime>
#include <QTest>
#include <QTimeZone>

#include <random>
#include <thread>

using namespace sf;
using namespace std::chrono;
using namespace Qt::StringLiterals;

namespace {

const TimePoint rangeStart = sys_days(year(1900) / 1 / 1);
const TimePoint rangeEnd = sys_days(year(2200) / 1 / 1);

QByteArray label(const QByteArray &zone, const QString &what) { return zone + ' ' + what.toUtf8(); }

std::int64_t offsetByQt(const QTimeZone &zone, TimePoint t)
{
    const int seconds = zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(toMs(t), Qt::UTC));
    return floor<minutes>(std::chrono::seconds(seconds)).count();
}

/// The instants that show `t`, found by trying every offset to the minute that has ever been in use.
std::vector<TimePoint> instantsByForce(const QTimeZone &zone, LocalTime t)
{
    std::vector<TimePoint> found;
    for (int offset = 16 * 60; offset >= -16 * 60; --offset) {
        const TimePoint instant = TimePoint(t.time_since_epoch()) - minutes(offset);
        if (offsetByQt(zone, instant) == offset)
            found.push_back(instant);
    }
    return found;
}

const QStringList oddZones{u"Europe/Rome"_s,         u"America/New_York"_s,
                           u"Australia/Lord_Howe"_s, u"Asia/Kathmandu"_s,
                           u"Africa/Casablanca"_s,   u"America/St_Johns"_s,
                           u"Pacific/Apia"_s,        u"Antarctica/Troll"_s,
                           u"Africa/Cairo"_s,        u"America/Sao_Paulo"_s,
                           u"Asia/Tehran"_s,         u"Pacific/Kwajalein"_s,
                           u"Asia/Gaza"_s,           u"Europe/Dublin"_s,
                           u"Pacific/Chatham"_s,     u"America/Scoresbysund"_s,
                           u"Antarctica/Casey"_s,    u"UTC"_s};

/// Those, and every fourth of all that there are: making the tables of all takes seconds.
QList<QByteArray> sampleOfZones()
{
    QList<QByteArray> zones;
    for (const QString &name : oddZones)
        zones.append(name.toUtf8());
    const auto all = QTimeZone::availableTimeZoneIds();
    for (qsizetype i = 0; i < all.size(); i += test::isSanitized ? 40 : 4)
        zones.append(all[i]);
    return zones;
}

} // namespace

class TestZoneTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithQtEverywhere();
    void segmentsAreSortedAndEachChangesTheOffset();
    void toUtcAgreesWithBruteForce();
    void daysTileWithoutHoleOrOverlap();
    void broadcastDateIsTheInverseOfBroadcastDay();
    void formatIsReadBack();
    void isMadeOnceAndShared();
};

void TestZoneTable::agreesWithQtEverywhere()
{
    std::mt19937_64 random(1);
    std::uniform_int_distribution<std::int64_t> anyMs(toMs(rangeStart), toMs(rangeEnd) - 1);
    for (const QByteArray &id : sampleOfZones()) {
        const QTimeZone zone(id);
        const auto table = ZoneTable::named(QString::fromUtf8(id));
        QVERIFY2(table, id);
        const auto agrees = [&](TimePoint t) { return table->at(t)->offset.count() == offsetByQt(zone, t); };
        for (int i = 0; i < 15; ++i) {
            const TimePoint t = timePointFromMs(anyMs(random));
            QVERIFY2(agrees(t), label(id, toIso8601(t)));
        }
        for (std::size_t i = 1; i < table->segments().size(); i += 37) {
            const TimePoint start = table->segments()[i].start;
            QVERIFY2(agrees(start) && agrees(start - 1ms), label(id, toIso8601(start)));
        }
    }
}

void TestZoneTable::segmentsAreSortedAndEachChangesTheOffset()
{
    for (const QString &name : oddZones) {
        const auto table = ZoneTable::named(name);
        QVERIFY2(table && !table->segments().empty(), name.toUtf8());
        const auto &segments = table->segments();
        QVERIFY(segments.front().start == TimePoint::min());
        for (std::size_t i = 1; i < segments.size(); ++i) {
            QVERIFY2(segments[i - 1].start < segments[i].start, name.toUtf8());
            QVERIFY2(segments[i - 1].offset != segments[i].offset, name.toUtf8());
        }
        QVERIFY(table->at(TimePoint::min()) == segments.begin());
        QVERIFY(table->at(TimePoint::max()) == std::prev(segments.end()));
    }
    QCOMPARE(ZoneTable::utc()->segments().size(), std::size_t(1));
}

void TestZoneTable::toUtcAgreesWithBruteForce()
{
    std::mt19937_64 random(2);
    for (const QString &name : oddZones) {
        const QTimeZone zone(name.toUtf8());
        const auto clock = ChannelClock::create(name, 0ms);
        const auto &segments = ZoneTable::named(name)->segments();
        for (int i = 0; i < 12; ++i) {
            // Within three hours of a change, where there is one, is where it can go wrong.
            const auto &segment = segments[random() % segments.size()];
            const TimePoint near =
                segment.start == TimePoint::min() ? rangeStart + days(random() % 100'000) : segment.start;
            const LocalTime t(near.time_since_epoch() + segment.offset +
                              minutes(static_cast<int>(random() % 360) - 180));
            const auto expected = instantsByForce(zone, t);
            const auto found = clock->toUtc(t);
            const QByteArray where = label(name.toUtf8(), toIso8601(t));
            QVERIFY2(found.has_value() == !expected.empty(), where);
            if (!found)
                continue;
            QVERIFY2(found->time == expected.front(), where);
            QVERIFY2(found->isAmbiguous == (expected.size() > 1), where);
        }
    }
}

void TestZoneTable::daysTileWithoutHoleOrOverlap()
{
    for (const QByteArray &id : sampleOfZones()) {
        for (const Millis dayStart : {Millis(0), Millis(6h)}) {
            const auto clock = ChannelClock::create(QString::fromUtf8(id), dayStart);
            QVERIFY2(clock, id);
            for (const int startYear : {2011, 2026}) {
                TimePoint end = clock->broadcastDay(QDate(startYear, 1, 1)).start;
                for (int i = 0; i < 365; ++i) {
                    const QDate date = QDate(startYear, 1, 1).addDays(i);
                    const TimeRange day = clock->broadcastDay(date);
                    QVERIFY2(day.start == end && day.duration >= 0ms && day.duration <= 27h,
                             label(id, date.toString()));
                    end = day.end();
                }
            }
        }
    }
}

void TestZoneTable::broadcastDateIsTheInverseOfBroadcastDay()
{
    for (const QString &name : oddZones) {
        for (const int startYear : {2011, 2026}) {
            const auto clock =
                ChannelClock::create(name, startYear == 2011 ? Millis(6h) : Millis(2h + 30min));
            TimePoint t = sys_days(year(startYear) / 1 / 1);
            for (int i = 0; i < 366 * 48; ++i, t += 30min) {
                const QDate date = clock->broadcastDate(t);
                QVERIFY2(clock->broadcastDay(date).contains(t), label(name.toUtf8(), toIso8601(t)));
            }
        }
    }
}

void TestZoneTable::formatIsReadBack()
{
    std::mt19937_64 random(3);
    std::uniform_int_distribution<std::int64_t> anyMs(toMs(rangeStart) + 93'600'000,
                                                      toMs(rangeEnd) - 93'600'000);
    for (const QString &name : oddZones) {
        const auto clock = ChannelClock::create(name, 6h);
        for (int i = 0; i < 500; ++i) {
            const TimePoint t = timePointFromMs(anyMs(random));
            const auto back = clock->parse(clock->format(t));
            QVERIFY2(back && *back == t, label(name.toUtf8(), clock->format(t)));
        }
    }
}

void TestZoneTable::isMadeOnceAndShared()
{
    std::vector<std::shared_ptr<const ZoneTable>> seen(4);
    {
        std::vector<std::jthread> threads;
        for (auto &table : seen)
            threads.emplace_back([&table] { table = ZoneTable::named(u"Indian/Mauritius"_s); });
    }
    for (const auto &table : seen)
        QVERIFY(table && table == seen.front());
    QVERIFY(!ZoneTable::named(u"Indian/Atlantis"_s));
}

QTEST_GUILESS_MAIN(TestZoneTable)
#include "tst_zonetable.moc"

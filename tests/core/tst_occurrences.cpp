// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/occurrences.h"

#include "plannerfixture.h"

using namespace sf;
using namespace sf::test;
using namespace std::chrono_literals;

class TestOccurrences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rulesGiveWallTimes_data();
    void rulesGiveWallTimes();
    void exceptionsAndChanges();
    void movedFromOutsideTheRange();
    void refusesWhatIsNoRule_data();
    void refusesWhatIsNoRule();
};

namespace {

ChannelClock rome() { return ChannelClock::create(QStringLiteral("Europe/Rome"), 6h).value(); }

Recurrence recurrenceOf(const char *start, const char *rrule)
{
    Recurrence made;
    made.start = wall(start);
    made.rrule = QString::fromLatin1(rrule);
    made.series = QStringLiteral("X");
    return made;
}

QStringList startsOf(const Recurrence &recurrence, const char *from, const char *to)
{
    const auto found = occurrencesOf(recurrence, rome(), TimeRange::between(at(from), at(to)));
    QStringList starts;
    for (const Occurrence &one : found.value())
        starts.append(toIso8601(one.start));
    return starts;
}

} // namespace

void TestOccurrences::rulesGiveWallTimes_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QByteArray>("rrule");
    QTest::addColumn<QString>("expected"); ///< in March and April 2026; the clock goes forward on 29 March
    const auto row = [](const char *claim, const char *start, const char *rrule, const char *expected) {
        QTest::newRow(claim) << QByteArray(start) << QByteArray(rrule) << QString::fromLatin1(expected);
    };
    row("20:00 stays 20:00 when summer time begins", "2026-03-23T20:00", "FREQ=WEEKLY;COUNT=2",
        "2026-03-23T19:00:00Z 2026-03-30T18:00:00Z");
    row("UNTIL in UTC before the change keeps its last one", "2026-03-23T20:00",
        "FREQ=DAILY;UNTIL=20260325T190000Z",
        "2026-03-23T19:00:00Z 2026-03-24T19:00:00Z 2026-03-25T19:00:00Z");
    row("UNTIL in UTC after the change keeps its last one", "2026-03-28T20:00",
        "FREQ=DAILY;UNTIL=20260330T180000Z",
        "2026-03-28T19:00:00Z 2026-03-29T18:00:00Z 2026-03-30T18:00:00Z");
    row("UNTIL a second earlier drops it", "2026-03-28T20:00", "FREQ=DAILY;UNTIL=20260330T175959Z",
        "2026-03-28T19:00:00Z 2026-03-29T18:00:00Z");
    row("UNTIL in wall time is the channel's", "2026-03-28T20:00", "FREQ=DAILY;UNTIL=20260330T200000",
        "2026-03-28T19:00:00Z 2026-03-29T18:00:00Z 2026-03-30T18:00:00Z");
    row("UNTIL as a date takes in that day", "2026-03-28T20:00", "FREQ=DAILY;UNTIL=20260329",
        "2026-03-28T19:00:00Z 2026-03-29T18:00:00Z");
    row("weekdays", "2026-03-27T10:00", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;COUNT=3",
        "2026-03-27T09:00:00Z 2026-03-30T08:00:00Z 2026-03-31T08:00:00Z");
    row("every second week", "2026-03-02T10:00", "FREQ=WEEKLY;INTERVAL=2;COUNT=3",
        "2026-03-02T09:00:00Z 2026-03-16T09:00:00Z 2026-03-30T08:00:00Z");
    row("first Tuesday of the month", "2026-03-03T10:00", "FREQ=MONTHLY;BYDAY=1TU;COUNT=2",
        "2026-03-03T09:00:00Z 2026-04-07T08:00:00Z");
    row("a time that is skipped starts when the clock jumps", "2026-03-28T02:30", "FREQ=DAILY;COUNT=3",
        "2026-03-28T01:30:00Z 2026-03-29T01:00:00Z 2026-03-30T00:30:00Z");
}

void TestOccurrences::rulesGiveWallTimes()
{
    QFETCH(QByteArray, start);
    QFETCH(QByteArray, rrule);
    const Recurrence recurrence = recurrenceOf(start.constData(), rrule.constData());
    const QStringList starts = startsOf(recurrence, "2026-03-01T00:00:00Z", "2026-05-01T00:00:00Z");
    QTEST(starts.join(u' '), "expected");
    QVERIFY(checkRecurrence(recurrence, rome()));
}

void TestOccurrences::exceptionsAndChanges()
{
    Recurrence recurrence = recurrenceOf("2026-05-04T20:00", "FREQ=DAILY;COUNT=5");
    recurrence.exceptions = {wall("2026-05-05T20:00")};
    const AssetId special = AssetId::fromBits(1, 2);
    recurrence.changes = {{wall("2026-05-06T20:00"), wall("2026-05-06T22:15"), special}};
    const auto found = occurrencesOf(
        recurrence, rome(), TimeRange::between(at("2026-05-01T00:00:00Z"), at("2026-05-20T00:00:00Z")));
    QCOMPARE(found->size(), std::size_t{4});
    const Occurrence &moved = (*found)[1];
    QVERIFY(moved.isMoved && moved.asset == special);
    QVERIFY(moved.original == wall("2026-05-06T20:00"));
    QCOMPARE(toIso8601(moved.start), QStringLiteral("2026-05-06T20:15:00Z"));
    QVERIFY(!(*found)[2].isMoved && !(*found)[2].asset);
}

void TestOccurrences::movedFromOutsideTheRange()
{
    Recurrence recurrence = recurrenceOf("2026-05-04T20:00", "FREQ=WEEKLY");
    recurrence.changes = {{wall("2026-05-18T20:00"), wall("2026-05-12T09:00"), {}}};
    QCOMPARE(startsOf(recurrence, "2026-05-11T00:00:00Z", "2026-05-13T00:00:00Z").join(u' '),
             QStringLiteral("2026-05-11T18:00:00Z 2026-05-12T07:00:00Z"));
    QVERIFY(startsOf(recurrence, "2026-05-18T00:00:00Z", "2026-05-19T00:00:00Z").isEmpty());
}

void TestOccurrences::refusesWhatIsNoRule_data()
{
    QTest::addColumn<QByteArray>("rrule");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("words") << QByteArray("every monday");
    QTest::newRow("an unknown frequency") << QByteArray("FREQ=OFTEN");
    QTest::newRow("every second, which would not end") << QByteArray("FREQ=SECONDLY");
}

void TestOccurrences::refusesWhatIsNoRule()
{
    QFETCH(QByteArray, rrule);
    const Status status = checkRecurrence(recurrenceOf("2026-05-04T20:00", rrule.constData()), rome());
    QVERIFY(!status);
    QCOMPARE(status.error().code, ErrorCode::BadFieldValue);
}

QTEST_GUILESS_MAIN(TestOccurrences)
#include "tst_occurrences.moc"

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "importfixture.h"

#include "core/time/iso8601.h"

#include <QTest>

using namespace sf;
using namespace sf::test;
using namespace Qt::StringLiterals;

class BxfTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAnEvent();
    void readsOtherForms_data();
    void readsOtherForms();
    void leavesSecondaryEventsOut();
    void takesOneChannel();
    void rejectsOneAlone();
};

namespace {

QByteArray message(const QByteArray &events, const char *prefix = "")
{
    const QByteArray p(prefix);
    return "<?xml version=\"1.0\"?><" + p + "BxfMessage xmlns" + (p.isEmpty() ? "" : ":" + p.chopped(1)) +
           "=\"http://smpte-ra.org/schemas/2021/2012/BXF\"><" + p + "BxfData><" + p + "Schedule><" + p +
           "Channel shortName=\"CH1\"/>" + events + "</" + p + "Schedule></" + p + "BxfData></" + p +
           "BxfMessage>";
}

QByteArray scheduled(const QByteArray &start, const QByteArray &length, const char *type = "Primary")
{
    return "<ScheduledEvent><EventData eventType=\"" + QByteArray(type) +
           "\"><EventId><EventId>urn:uuid:3f0c7c1e-0b53-4b6e-9a53-7a5a0d1c0101</EventId></EventId>"
           "<PrimaryEvent><ProgramEvent><ProgramName>News</ProgramName></ProgramEvent></PrimaryEvent>"
           "<StartDateTime><SmpteDateTime broadcastDate=\"2026-03-28\" frameRate=\"25\"><SmpteTimeCode>" +
           start +
           "</SmpteTimeCode></SmpteDateTime></StartDateTime><LengthOption><Duration><SmpteDuration "
           "frameRate=\"25\"><SmpteTimeCode>" +
           length +
           "</SmpteTimeCode></SmpteDuration></Duration></LengthOption><StartMode>Fixed</StartMode>"
           "<EndMode>Duration</EndMode></EventData><Content><ContentId><HouseNumber>PG1</HouseNumber>"
           "</ContentId><Media><MediaLocation><Location><AssetServer><PathName>/m/a.mp4</PathName>"
           "</AssetServer></Location><SOM><SmpteTimeCode>00:00:02:00</SmpteTimeCode></SOM></MediaLocation>"
           "</Media></Content></ScheduledEvent>";
}

Result<ImportedSchedule> read(const QByteArray &file)
{
    ReadOptions options;
    options.channel = *ChannelClock::create(u"Europe/Rome"_s, std::chrono::hours(6));
    options.rate = {30, 1}; // the file says 25
    return scheduleOf(file, options);
}

} // namespace

void BxfTest::readsAnEvent()
{
    const auto schedule = read(message(scheduled("06:00:00:05", "00:20:00:00")));
    QVERIFY2(schedule, schedule ? "" : qPrintable(sentence(schedule.error())));
    QCOMPARE(schedule->format, u"bxf"_s);
    QCOMPARE(schedule->channelName, u"CH1"_s);
    QCOMPARE(schedule->events.size(), std::size_t(1));
    const ScheduledEvent &event = schedule->events.front();
    QCOMPARE(toIso8601(event.range.start), u"2026-03-28T05:00:00.200Z"_s);
    QCOMPARE(event.range.duration, Millis(20 * 60'000));
    QCOMPARE(event.title, u"News"_s);
    QCOMPARE(event.id.toString(), u"3f0c7c1e-0b53-4b6e-9a53-7a5a0d1c0101"_s);
    QCOMPARE(event.startMode, StartMode::Fixed);
    QCOMPARE(event.mediaIn, Micros(2'000'000));
    QCOMPARE(schedule->assets.front().houseNumber, u"PG1"_s);
    QCOMPARE(schedule->assets.front().url, u"/m/a.mp4"_s);
    QCOMPARE(schedule->assumedZone, u"Europe/Rome"_s);
}

void BxfTest::readsOtherForms_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QByteArray>("length");
    QTest::addColumn<QString>("utc");
    QTest::newRow("past midnight by hours beyond 24")
        << QByteArray("25:00:00:00") << QByteArray("00:00:10:00") << u"2026-03-29T00:00:00Z"_s;
    QTest::newRow("a clock with a fraction")
        << QByteArray("06:00:00.400") << QByteArray("00:00:10.000") << u"2026-03-28T05:00:00.400Z"_s;
}

void BxfTest::readsOtherForms()
{
    QFETCH(QByteArray, start);
    QFETCH(QByteArray, length);
    const auto schedule = read(message(scheduled(start, length)));
    QVERIFY(schedule);
    QCOMPARE(schedule->events.size(), std::size_t(1));
    QTEST(toIso8601(schedule->events.front().range.start), "utc");
    QCOMPARE(schedule->events.front().range.duration, Millis(10'000));
}

void BxfTest::leavesSecondaryEventsOut()
{
    const auto schedule = read(message(scheduled("06:00:00:00", "00:00:10:00", "NonPrimary") +
                                       scheduled("06:00:00:00", "00:00:10:00", "Secondary") +
                                       scheduled("06:00:10:00", "00:00:10:00")));
    QVERIFY(schedule);
    QCOMPARE(schedule->events.size(), std::size_t(1));
    QVERIFY(schedule->rejected.empty());
}

void BxfTest::takesOneChannel()
{
    const QByteArray two =
        "</Schedule><Schedule><Channel shortName=\"CH2\"/>" + scheduled("07:00:00:00", "00:00:10:00");
    auto schedule = read(message(scheduled("06:00:00:00", "00:00:10:00") + two));
    QVERIFY(schedule);
    QCOMPARE(schedule->events.size(), std::size_t(1));
    QCOMPARE(schedule->channels, QStringList({u"CH1"_s, u"CH2"_s}));
    QCOMPARE(schedule->warnings.size(), std::size_t(1));
    ReadOptions options;
    options.sourceChannel = u"ch2"_s;
    schedule = scheduleOf(message(scheduled("06:00:00:00", "00:00:10:00") + two), options);
    QVERIFY(schedule);
    QCOMPARE(schedule->events.size(), std::size_t(1));
    QCOMPARE(toIso8601(schedule->events.front().range.start), u"2026-03-28T07:00:00Z"_s);
}

void BxfTest::rejectsOneAlone()
{
    const QByteArray good = scheduled("06:00:00:00", "00:00:10:00");
    const auto schedule =
        read(message(good + scheduled("06:00:00:25", "00:00:10:00") + scheduled("", "00:00:10:00") +
                     scheduled("06:00:00:00", "") + scheduled("06:00:00:00", "soon") + good));
    QVERIFY(schedule);
    QCOMPARE(schedule->events.size(), std::size_t(2));
    QCOMPARE(schedule->rejected.size(), std::size_t(4));
    QCOMPARE(schedule->rejected.front().index, std::int64_t(2));
}

QTEST_GUILESS_MAIN(BxfTest)
#include "tst_bxf.moc"

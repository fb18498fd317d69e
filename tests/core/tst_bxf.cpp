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
    void takesEachElementOfAnEvent();
    void takesAHeaderUnlessItsPartsFollow();
    void followsTheClockPastMidnight();
    void asksForADayThatNothingTells();
    void tellsAFileFromAFolder();
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

/// The data of an event, with as little as the schema asks for.
QByteArray dataOf(const QByteArray &type, const QByteArray &start, const QByteArray &length,
                  const QByteArray &date = " broadcastDate=\"2026-03-28\"")
{
    return "<EventData eventType=\"" + type +
           "\"><EventId><Null/></EventId><EventTitle>T</EventTitle><StartDateTime><SmpteDateTime" + date +
           "><SmpteTimeCode>" + start +
           "</SmpteTimeCode></SmpteDateTime></StartDateTime><LengthOption><Duration><SmpteDuration frameRate="
           "\"25\"><SmpteTimeCode>" +
           length + "</SmpteTimeCode></SmpteDuration></Duration></LengthOption></EventData>";
}

QByteArray eventOf(const QByteArray &inside) { return "<ScheduledEvent>" + inside + "</ScheduledEvent>"; }

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

QStringList startsOf(const Result<ImportedSchedule> &schedule)
{
    QStringList starts;
    for (const ScheduledEvent &event : schedule->events)
        starts += toIso8601(event.range.start);
    return starts;
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
    QCOMPARE(schedule->warnings.size(), std::size_t(1));
    QVERIFY(schedule->warnings.front().text.endsWith(u": 2."_s));
}

void BxfTest::takesEachElementOfAnEvent()
{
    const auto element = [](const QByteArray &inside) {
        return "<ScheduleElements>" + inside + "</ScheduleElements>";
    };
    const QByteArray film = dataOf("Primary", "06:00:00:00", "00:00:40:00");
    const QByteArray parts = element(dataOf("Primary", "06:00:00:00", "00:00:10:00")) +
                             element(dataOf("NonPrimary", "06:00:00:00", "00:00:10:00")) +
                             element(dataOf("Primary", "06:00:10:00", "00:00:30:00"));
    const auto schedule = read(message(eventOf(film + parts)));
    QVERIFY(schedule);
    QCOMPARE(startsOf(schedule), QStringList({u"2026-03-28T05:00:00Z"_s, u"2026-03-28T05:00:10Z"_s}));
    QVERIFY(schedule->rejected.empty());
    const auto whole = read(message(
        eventOf(film + element(dataOf("NonPrimary", "06:00:00:00", "00:00:10:00")) + element("<Content/>"))));
    QVERIFY(whole);
    QCOMPARE(startsOf(whole), QStringList(u"2026-03-28T05:00:00Z"_s));
    const auto update = read(message(eventOf("<Content><Name>Later</Name></Content>")));
    QVERIFY(update);
    QCOMPARE(update->rejected.size(), std::size_t(1));
}

void BxfTest::takesAHeaderUnlessItsPartsFollow()
{
    const auto header = [](const QByteArray &start) {
        return eventOf(dataOf("Primary-ProgramHeader", start, "00:00:10:00"));
    };
    const auto schedule =
        read(message(header("06:00:00:00") + eventOf(dataOf("Primary", "06:00:00:00", "00:00:10:00")) +
                     header("06:00:10:00") + header("06:00:20:00")));
    QVERIFY(schedule);
    QCOMPARE(startsOf(schedule),
             QStringList({u"2026-03-28T05:00:00Z"_s, u"2026-03-28T05:00:10Z"_s, u"2026-03-28T05:00:20Z"_s}));
    QCOMPARE(schedule->warnings.size(), std::size_t(1));
}

void BxfTest::followsTheClockPastMidnight()
{
    const auto schedule = read(message(eventOf(dataOf("Primary", "23:59:50:00", "00:00:10:00")) +
                                       eventOf(dataOf("Primary", "00:00:00:00", "00:00:10:00")) +
                                       eventOf(dataOf("Primary", "00:00:10:00", "00:00:10:00"))));
    QVERIFY(schedule);
    QCOMPARE(startsOf(schedule),
             QStringList({u"2026-03-28T22:59:50Z"_s, u"2026-03-28T23:00:00Z"_s, u"2026-03-28T23:00:10Z"_s}));
}

void BxfTest::asksForADayThatNothingTells()
{
    const QByteArray event = eventOf(dataOf("Primary", "06:00:00:00", "00:00:10:00", {}));
    const auto schedule = read(message(event));
    QVERIFY(!schedule);
    QCOMPARE(schedule.error().code, ErrorCode::DateNeeded);
    QByteArray dated = message(event);
    dated.replace("<Schedule>", "<Schedule ScheduleStart=\"2026-03-29T00:00:00:00\">");
    const auto found = read(dated);
    QVERIFY(found);
    QCOMPARE(startsOf(found), QStringList(u"2026-03-29T04:00:00Z"_s));
}

void BxfTest::tellsAFileFromAFolder()
{
    const auto event = [](const QByteArray &house, const QByteArray &path) {
        return eventOf(dataOf("Primary", "06:00:00:00", "00:00:10:00") + "<Content><ContentId><HouseNumber>" +
                       house +
                       "</HouseNumber></ContentId><Media><MediaLocation><Location><AssetServer>"
                       "<PathName>" +
                       path + "</PathName></AssetServer></Location></MediaLocation></Media></Content>");
    };
    const auto schedule =
        read(message(event("C1", "C:\\Spots") + event("C2", "C:\\Spots") + event("C3", "V:\\clips\\C3")));
    QVERIFY(schedule);
    QCOMPARE(schedule->assets.size(), std::size_t(3));
    QCOMPARE(schedule->assets[1].houseNumber, u"C2"_s);
    QCOMPARE(schedule->assets[1].url, QString());
    QCOMPARE(schedule->assets[2].url, u"V:\\clips\\C3"_s);
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

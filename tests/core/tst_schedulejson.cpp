// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "importfixture.h"

#include "core/formats/jsonrun.h"
#include "core/time/iso8601.h"

#include <QStringEncoder>
#include <QTest>

using namespace sf;
using namespace sf::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class ScheduleJsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsEvents_data();
    void findsEvents();
    void readsEveryName_data();
    void readsEveryName();
    void rejectsOneItemAlone_data();
    void rejectsOneItemAlone();
    void readsTagsAndExtension();
    void takesNoOtherObjectForTheExtension_data();
    void takesNoOtherObjectForTheExtension();
    void leavesOutWhatCanNotBe_data();
    void leavesOutWhatCanNotBe();
    void tellsLines();
    void failsWhole_data();
    void failsWhole();
    void takesWhatIsCompleteWhenAsked();
    void refusesWhatNeverEnds_data();
    void refusesWhatNeverEnds();
    void decodes_data();
    void decodes();
    void readsAcrossBlocks();
    void findsTheEndOfARun();
    void readsKeysInAnyOrder();
};

namespace {

const QByteArray times = R"("start":"2026-03-01T10:00:00Z","end":"2026-03-01T11:00:00Z")";
const QByteArray one = R"({"title":"A",)" + times + "}";

} // namespace

void ScheduleJsonTest::findsEvents_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<int>("events");
    QTest::newRow("a list at the top") << "[" + one + "," + one + "]" << 2;
    QTest::newRow("below schedule") << R"({"metadata":{"title":"x"},"schedule":[)" + one + "]}" << 1;
    QTest::newRow("below events") << R"({"events":[)" + one + "]}" << 1;
    QTest::newRow("below items") << R"({"items":[)" + one + "]}" << 1;
    QTest::newRow("nested") << R"({"schedule":{"metadata":{"events":[1]},"events":[)" + one + "]}}" << 1;
    QTest::newRow("the list before the metadata") << R"({"schedule":[)" + one + R"(],"metadata":{}})" << 1;
    QTest::newRow("unknown things beside it")
        << R"({"other":[{"title":"no"}],"x":{"y":[[1]]},"schedule":[)" + one + "]}" << 1;
    QTest::newRow("unknown things in an event")
        << R"([{"crew":[{"title":"no"}],"title":"A","o":{"title":"no","start":"x"},)" + times + "}]" << 1;
    QTest::newRow("none") << QByteArray("[]") << 0;
}

void ScheduleJsonTest::findsEvents()
{
    QFETCH(QByteArray, file);
    const auto read = scheduleOf(file);
    QVERIFY(read);
    QTEST(static_cast<int>(read->events.size()), "events");
    QVERIFY(read->rejected.empty());
    QCOMPARE(read->format, u"json"_s);
    for (const ScheduledEvent &event : read->events)
        QCOMPARE(event.title, u"A"_s);
}

void ScheduleJsonTest::readsEveryName_data()
{
    QTest::addColumn<QByteArray>("inside");
    for (const char *title : {"title", "name", "label"})
        QTest::newRow(title) << QByteArray("\"") + title + R"(":"A","url":"/a.mp4",)" + times;
    for (const char *url : {"url", "videoUrl", "video_url", "uri", "file", "source"})
        QTest::newRow(url) << QByteArray(R"("title":"A",")") + url + R"(":"/a.mp4",)" + times;
    const QByteArray head = R"("title":"A","url":"/a.mp4","start":"2026-03-01T10:00:00Z",)";
    QTest::newRow("end_time") << head + R"("end_time":"2026-03-01T11:00Z")";
    QTest::newRow("a number of seconds") << head + R"("duration":3600)";
    QTest::newRow("seconds with a fraction") << head + R"("duration":3600.0)";
    QTest::newRow("seconds with a power of ten") << head + R"("duration":3.6e3)";
    QTest::newRow("a text of seconds") << head + R"("duration":"3600")";
    QTest::newRow("a clock") << head + R"("duration":"01:00:00")";
    QTest::newRow("null is as good as nothing") << head + R"("end":null,"duration":3600,"name":null)";
    QTest::newRow("of two equal keys the last counts") << head + R"("duration":1,"duration":3600)";
    QTest::newRow("escapes") << R"("\u0074itle":"\u0041","url":"\/a.mp4",)" + times;
}

void ScheduleJsonTest::readsEveryName()
{
    QFETCH(QByteArray, inside);
    const auto read = scheduleOf("[{" + inside + "}]");
    QVERIFY(read);
    QCOMPARE(read->rejected.size(), std::size_t(0));
    QCOMPARE(read->events.size(), std::size_t(1));
    const ScheduledEvent &found = read->events.front();
    QCOMPARE(found.title, u"A"_s);
    QCOMPARE(toIso8601(found.range.start), u"2026-03-01T10:00:00Z"_s);
    QCOMPARE(found.range.duration, Millis(1h));
    QCOMPARE(read->assets.size(), std::size_t(1));
    QCOMPARE(read->assets.front().url, u"/a.mp4"_s);
}

void ScheduleJsonTest::rejectsOneItemAlone_data()
{
    QTest::addColumn<QByteArray>("item");
    QTest::addColumn<QString>("code");
    QTest::newRow("a number") << QByteArray("7") << u"not-an-event"_s;
    QTest::newRow("a text") << QByteArray("\"x\"") << u"not-an-event"_s;
    QTest::newRow("null") << QByteArray("null") << u"not-an-event"_s;
    QTest::newRow("a list") << QByteArray("[" + one + "]") << u"not-an-event"_s;
    QTest::newRow("an empty object") << QByteArray("{}") << u"missing-title"_s;
    QTest::newRow("a duration of 300 digits")
        << QByteArray(R"({"title":"B","start":"2026-03-01","duration":)" + QByteArray(300, '9') + "}")
        << u"bad-time"_s;
    QTest::newRow("a number beyond any double")
        << QByteArray(R"({"title":"B","start":"2026-03-01","duration":1e999})") << u"bad-time"_s;
    QTest::newRow("a negative duration")
        << QByteArray(R"({"title":"B","start":"2026-03-01","duration":-5})") << u"end-not-after-start"_s;
    QTest::newRow("a start that is an object")
        << QByteArray(R"({"title":"B","start":{"a":1},"duration":5})") << u"missing-start"_s;
    QTest::newRow("a start that is a number")
        << QByteArray(R"({"title":"B","start":17,"duration":5})") << u"bad-time"_s;
    QTest::newRow("a title of 40,000 characters")
        << QByteArray(R"({"title":")" + QByteArray(40'000, 'x') + "\"," + times + "}") << u"limit-exceeded"_s;
    QTest::newRow("a list of 2,000 tags")
        << QByteArray(R"({"tags":[)" + QByteArray("\"x\",").repeated(2'000) + "1]," + times + "}")
        << u"limit-exceeded"_s;
    QTest::newRow("an end beyond the years that are known")
        << QByteArray(R"({"title":"B","start":"2199-12-31T00:00:00Z","duration":"3000000000"})")
        << u"time-out-of-range"_s;
    QTest::newRow("an address that runs code")
        << QByteArray(R"({"title":"B","url":"JavaScript:x",)" + times + "}") << u"url-not-allowed"_s;
}

void ScheduleJsonTest::rejectsOneItemAlone()
{
    QFETCH(QByteArray, item);
    const auto read = scheduleOf("{\"events\":[\n" + one + ",\n" + item + ",\n" + one + "\n]}");
    QVERIFY(read);
    QCOMPARE(read->events.size(), std::size_t(2));
    QCOMPARE(read->total, std::int64_t(3));
    QCOMPARE(read->rejected.size(), std::size_t(1));
    QTEST(QString(codeName(read->rejected.front().reason.code)), "code");
    QCOMPARE(read->rejected.front().index, std::int64_t(2));
    QCOMPARE(read->rejected.front().line, std::int64_t(3));
}

void ScheduleJsonTest::readsTagsAndExtension()
{
    const auto read = scheduleOf(
        R"({"metadata":{"channel":"One","timezone":"Europe/Rome"},"schedule":[{"title":"A","url":"/a.mp4",)"
        R"("tags":["x, y"," z ",7],"x-scheduleflow":{"fixed":true,"inMs":250,"startMs":1795435200000,)"
        R"("asset":{"id":"8d0f7a34-6a0b-4f5e-9b37-0a1d9c6d1002","houseNumber":"H1"}},)" +
        times + "}]}");
    QVERIFY(read);
    QCOMPARE(read->channelName, u"One"_s);
    QCOMPARE(read->zone, u"Europe/Rome"_s);
    const Asset &asset = read->assets.front();
    QCOMPARE(asset.tags, QStringList({u"x, y"_s, u"z"_s, u"7"_s}));
    QCOMPARE(asset.houseNumber, u"H1"_s);
    QCOMPARE(asset.id.toString(), u"8d0f7a34-6a0b-4f5e-9b37-0a1d9c6d1002"_s);
    QCOMPARE(asset.durationSource, DurationSource::Unknown); // the file speaks of the asset and does not say
    QCOMPARE(read->events.front().startMode, StartMode::Fixed);
    QCOMPARE(read->events.front().mediaIn, Micros(250ms));
    QVERIFY(read->warnings.empty());
}

void ScheduleJsonTest::takesNoOtherObjectForTheExtension_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::newRow("after nothing") << QByteArray(R"("x-scheduleflow":null)");
    QTest::newRow("after a text") << QByteArray(R"("x-scheduleflow":"")");
    QTest::newRow("after an empty list") << QByteArray(R"("x-scheduleflow":[])");
    QTest::newRow("after an empty extension") << QByteArray(R"("x-scheduleflow":{})");
}

void ScheduleJsonTest::takesNoOtherObjectForTheExtension()
{
    QFETCH(QByteArray, before);
    for (const char *name : {"title", "tags", "description", "other"}) {
        const auto read = scheduleOf("[{" + before + ",\"" + name +
                                     R"(":{"fixed":true,"inMs":250},"name":"A",)" + times + "}]");
        QVERIFY(read);
        QCOMPARE(read->events.size(), std::size_t(1));
        QCOMPARE(read->events.front().mediaIn, Micros::zero());
    }
}

void ScheduleJsonTest::leavesOutWhatCanNotBe_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::newRow("a cooldown of all time") << QByteArray(R"("cooldownMs":9223372036854775807)");
    QTest::newRow("a cooldown below 0") << QByteArray(R"("cooldownMs":-5)");
    QTest::newRow("a start of the media below 0") << QByteArray(R"("somMs":-99999999)");
    QTest::newRow("a length below 0") << QByteArray(R"("durationMs":-1)");
    QTest::newRow("an end of the media before its start") << QByteArray(R"("somMs":5000,"eomMs":4000)");
    QTest::newRow("plays below 0") << QByteArray(R"("maxPlays":-1)");
}

void ScheduleJsonTest::leavesOutWhatCanNotBe()
{
    QFETCH(QByteArray, field);
    const auto read =
        scheduleOf(R"([{"title":"A",)" + times +
                   R"(,"url":"/a","x-scheduleflow":{"asset":{"id":"01a20402-358d-7000-bd20-54cac578a7f0",)" +
                   field + "}}}]");
    QVERIFY(read);
    QCOMPARE(read->warnings.size(), std::size_t(1));
    const Asset &asset = read->assets.at(0);
    QVERIFY(!asset.cooldown && !asset.eom && !asset.maxPlays);
    QVERIFY(asset.duration >= Micros::zero() && asset.som >= Micros::zero());
}

void ScheduleJsonTest::tellsLines()
{
    QByteArray file = "[\n";
    for (int i = 0; i < 5'000; ++i)
        file += "{\n\"title\": 7\n},\n";
    const auto read = scheduleOf(file + one + "]");
    QVERIFY(read);
    QCOMPARE(read->rejected.size(), std::size_t(5'000));
    for (std::size_t i = 0; i < read->rejected.size(); ++i)
        QCOMPARE(read->rejected[i].line, static_cast<std::int64_t>(2 + 3 * i));
}

void ScheduleJsonTest::failsWhole_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("code");
    QTest::newRow("cut off") << "[" + one + R"(,{"title":"B)" << u"not-well-formed"_s;
    QTest::newRow("NaN") << "[" + one + R"(,{"duration":NaN}])" << u"not-well-formed"_s;
    QTest::newRow("a comma too many") << "[" + one + ",]" << u"not-well-formed"_s;
    QTest::newRow("something behind") << "[" + one + "] x" << u"not-well-formed"_s;
    QTest::newRow("a number with a leading zero") << "[" + one + R"(,{"x":01}])" << u"not-well-formed"_s;
    QTest::newRow("a number that ends in a dot") << "[" + one + R"(,{"x":1.}])" << u"not-well-formed"_s;
    QTest::newRow("a list that ends as an object") << "[" + one + R"(,{"x":[1}])" << u"not-well-formed"_s;
    QTest::newRow("a line end inside a text") << "[" + one + ",{\"x\":\"a\nb\"}]" << u"not-well-formed"_s;
    QTest::newRow("an unknown escape") << "[" + one + R"(,{"x":"\q"}])" << u"not-well-formed"_s;
    QTest::newRow("a name without a colon") << "[" + one + R"(,{"x" 1}])" << u"not-well-formed"_s;
    QTest::newRow("half a word") << "[" + one + R"(,{"x":tru}])" << u"not-well-formed"_s;
    QTest::newRow("half a surrogate pair") << "[" + one + R"(,{"title":"\ud800"}])" << u"not-well-formed"_s;
    QTest::newRow("zero bytes") << QByteArray("[1,\0]", 5) << u"not-text"_s;
    QTest::newRow("a million brackets") << QByteArray("[").repeated(1'000'000) << u"limit-exceeded"_s;
    QTest::newRow("nested 65 deep") << "{\"x\":" + QByteArray("[").repeated(64) +
                                           QByteArray("]").repeated(64) + "}"
                                    << u"limit-exceeded"_s;
}

void ScheduleJsonTest::failsWhole()
{
    QFETCH(QByteArray, file);
    ReadOptions options;
    options.label = u"schedule.json"_s;
    const auto read = scheduleOf(file, options);
    QVERIFY(!read);
    QTEST(QString(codeName(read.error().code)), "code");
    QCOMPARE(read.error().args.value(0), u"schedule.json"_s);
    if (read.error().code == ErrorCode::NotWellFormed) {
        QCOMPARE(read.error().args.value(1), u"1"_s);
        QVERIFY(read.error().args.value(2).toInt() > one.size());
        QVERIFY(!read.error().args.value(3).isEmpty());
        QCOMPARE(read.error().args.value(4), u"1"_s); // complete events before
    }
}

void ScheduleJsonTest::takesWhatIsCompleteWhenAsked()
{
    const QByteArray file = "{\"schedule\":[\n" + one + ",\n" + one + ",\n{\"title\":\"B\",";
    ReadOptions options;
    const auto refused = scheduleOf(file, options);
    QVERIFY(!refused);
    QCOMPARE(refused.error().args.value(1), u"4"_s);
    QCOMPARE(refused.error().args.value(4), u"2"_s);
    options.isPartial = true;
    const auto read = scheduleOf(file, options);
    QVERIFY(read);
    QCOMPARE(read->events.size(), std::size_t(2));
    QCOMPARE(read->warnings.size(), std::size_t(1));
}

void ScheduleJsonTest::refusesWhatNeverEnds_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("a text") << QByteArray("[\"") << QByteArray("xxxxxxxx");
    QTest::newRow("blanks") << QByteArray("[") << QByteArray("       \n");
    QTest::newRow("nonsense in the list") << QByteArray("[1") << QByteArray(",1,1,1,1");
}

void ScheduleJsonTest::refusesWhatNeverEnds()
{
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, body);
    EndlessDevice device(head, body);
    IdSource ids(1, 1);
    ReadOptions options;
    options.format = findFormat(u"json");
    const auto read = readSchedule(device, options, ids, Job());
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::LimitExceeded);
}

void ScheduleJsonTest::decodes_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("title");
    const QString title = u"Ж 𝐁 é"_s;
    const QString text = u"[{\"title\":\""_s + title + u"\","_s + QString::fromLatin1(times) + u"}]"_s;
    const auto utf16 = [&](QStringConverter::Encoding encoding, QStringConverter::Flag flag) {
        QStringEncoder encode(encoding, flag);
        return QByteArray(encode(text));
    };
    QTest::newRow("UTF-8") << text.toUtf8() << title;
    QTest::newRow("UTF-8 with a mark") << "\xEF\xBB\xBF" + text.toUtf8() << title;
    QTest::newRow("UTF-16 with a mark")
        << utf16(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom) << title;
    QTest::newRow("UTF-16 without") << utf16(QStringConverter::Utf16BE, QStringConverter::Flag::Default)
                                    << title;
    QTest::newRow("escaped pairs") << R"([{"title":"\u0416 \ud835\udc01 \u00e9",)" + times + "}]" << title;
    QTest::newRow("not UTF-8: Windows-1252") << "[{\"title\":\"caf\xE9 \x80\"," + times + "}]" << u"café €"_s;
}

void ScheduleJsonTest::decodes()
{
    QFETCH(QByteArray, file);
    const auto read = scheduleOf(file);
    QVERIFY(read);
    QCOMPARE(read->events.size(), std::size_t(1));
    QTEST(read->events.front().title, "title");
}

void ScheduleJsonTest::readsAcrossBlocks()
{
    QByteArray file = "[";
    for (int i = 0; i < 3'000; ++i)
        file += R"({"title":"Événement )" + QByteArray::number(i) + R"(","url":"/m/)" +
                QByteArray::number(i % 10) + ".mp4\"," + times + "},\n";
    const auto read = scheduleOf(file + one + "]");
    QVERIFY(read);
    QCOMPARE(read->events.size(), std::size_t(3'001));
    QCOMPARE(read->assets.size(), std::size_t(10));
    for (int i = 0; i < 3'000; ++i)
        QCOMPARE(read->events[static_cast<std::size_t>(i)].title, u"Événement %1"_s.arg(i));
}

/// Whatever is there is looked at in blocks of several sizes.
void ScheduleJsonTest::findsTheEndOfARun()
{
    constexpr std::array plain{'a', ' ', '!', '#', '[', ']', '\x7F', '\x80', '\xA2', '\xDC', '\xFF'};
    constexpr std::array ending{'"', '\\', '\0', '\n', '\x1F'};
    for (int size = 0; size < 44; ++size) {
        QByteArray run(size, 'a');
        for (int i = 0; i < size; ++i)
            run[i] = plain[static_cast<std::size_t>(i * 7 + size) % plain.size()];
        QCOMPARE(jsonRunEnd(run.data(), run.data() + size) - run.data(), std::ptrdiff_t(size));
        for (int at = 0; at < size; ++at) {
            const char was = run[at];
            for (const char end : ending) {
                run[at] = end;
                QCOMPARE(jsonRunEnd(run.data(), run.data() + size) - run.data(), std::ptrdiff_t(at));
            }
            run[at] = was;
        }
    }
}

/// Each event is told what the keys of the one before were.
void ScheduleJsonTest::readsKeysInAnyOrder()
{
    const auto read = scheduleOf(R"([
        {"title":"A","start":"2026-03-01T10:00:00Z","end":"2026-03-01T11:00:00Z","url":"/a.mp4"},
        {"start":"2026-03-01T11:00:00Z","title":"B","url":"/b.mp4","end":"2026-03-01T11:30:00Z"},
        {"other":"X","Title":"C","startTime":"2026-03-01T11:30:00Z","duration":60,"videoUrl":"/a.mp4"},
        {"title":"D","other":{"title":"X"},"start":"2026-03-01T10:00:00Z","end":"2026-03-01T13:00:00Z"}])");
    QVERIFY(read);
    QVERIFY(read->rejected.empty());
    QStringList told;
    for (const ScheduledEvent &event : read->events)
        told += event.title + toIso8601(event.range.start).sliced(11, 5) +
                toIso8601(event.range.end()).sliced(11, 5);
    QCOMPARE(told, (QStringList{u"A10:0011:00"_s, u"B11:0011:30"_s, u"C11:3011:31"_s, u"D10:0013:00"_s}));
    QCOMPARE(read->assets.size(), std::size_t(2));
    QCOMPARE(read->assets.front().duration, Micros(1h)); // of the longest event that plays it
    QCOMPARE(read->events[2].asset, read->assets.front().id);
}

QTEST_GUILESS_MAIN(ScheduleJsonTest)
#include "tst_schedulejson.moc"

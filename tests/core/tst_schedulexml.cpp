// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "importfixture.h"

#include "core/time/iso8601.h"

#include <QStringEncoder>
#include <QTest>

using namespace sf;
using namespace sf::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class ScheduleXmlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsEvents_data();
    void findsEvents();
    void readsEveryName_data();
    void readsEveryName();
    void rejectsOneEventAlone_data();
    void rejectsOneEventAlone();
    void resolvesTimes_data();
    void resolvesTimes();
    void sharesMedia();
    void keepsTheCategoryOfAPlaceholder();
    void warnsWhereEndAndDurationDisagree_data();
    void warnsWhereEndAndDurationDisagree();
    void readsTheExtension();
    void failsWhole_data();
    void failsWhole();
    void takesWhatIsCompleteWhenAsked();
    void refusesWhatNeverEnds_data();
    void refusesWhatNeverEnds();
    void stopsWhenCancelled();
    void decodes_data();
    void decodes();
};

namespace {

const QByteArray times = "<start>2026-03-01T10:00:00Z</start><end>2026-03-01T11:00:00Z</end>";

QByteArray eventOf(const QByteArray &inside) { return "<event>" + inside + "</event>"; }
QByteArray schedule(const QByteArray &inside) { return "<schedule>" + inside + "</schedule>"; }

} // namespace

void ScheduleXmlTest::findsEvents_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<int>("events");
    const QByteArray one = eventOf("<title>A</title>" + times);
    const QByteArray item = "<item><title>B</title>" + times + "</item>";
    QTest::newRow("directly below the root") << schedule(one) << 1;
    QTest::newRow("in a list") << schedule("<events>" + one + one + "</events>") << 2;
    QTest::newRow("at any depth") << schedule("<a><b><c>" + one + "</c></b>" + item + "</a>") << 2;
    QTest::newRow("root tvguide") << "<tvguide><schedule>" + one + "</schedule></tvguide>" << 1;
    QTest::newRow("root playlist with items") << "<playlist>" + item + "</playlist>" << 1;
    QTest::newRow("a document type without entities")
        << "<?xml version=\"1.0\"?><!DOCTYPE tv SYSTEM \"tv.dtd\">" + schedule(one) << 1;
    QTest::newRow("none at all") << schedule("<metadata/>") << 0;
    QTest::newRow("fields as attributes") << schedule("<event title=\"A\" start=\"2026-03-01T10:00:00Z\" "
                                                      "end=\"2026-03-01T11:00:00Z\"/>")
                                          << 1;
    QTest::newRow("predefined entities and character references")
        << schedule(eventOf("<title>&amp;&#65;</title>" + times)) << 1;
}

void ScheduleXmlTest::findsEvents()
{
    QFETCH(QByteArray, file);
    const auto read = scheduleOf(file);
    QVERIFY(read);
    QTEST(static_cast<int>(read->events.size()), "events");
    QCOMPARE(read->total, static_cast<std::int64_t>(read->events.size()));
    QVERIFY(read->rejected.empty());
    QCOMPARE(read->format, u"xml"_s);
}

void ScheduleXmlTest::readsEveryName_data()
{
    QTest::addColumn<QByteArray>("inside");
    for (const char *title : {"title", "name", "label", "Title"})
        QTest::newRow(title) << QByteArray("<") + title + ">A</" + title + "><url>/a.mp4</url>" + times;
    for (const char *url : {"url", "videoUrl", "video_url", "uri", "file", "source"})
        QTest::newRow(url) << QByteArray("<title>A</title><") + url + ">/a.mp4</" + url + ">" + times;
    const QByteArray head = "<title>A</title><url>/a.mp4</url>";
    QTest::newRow("start_time, end_time") << head + "<start_time>2026-03-01T10:00:00Z</start_time>"
                                                    "<end_time>2026-03-01T11:00:00Z</end_time>";
    QTest::newRow("duration in seconds")
        << head + "<start>2026-03-01T10:00Z</start><duration>3600</duration>";
    QTest::newRow("duration as a clock")
        << head + "<start>2026-03-01T10:00Z</start><duration>1:00:00</duration>";
    QTest::newRow("duration in units") << head + "<start>2026-03-01T10:00Z</start><duration>1h</duration>";
    QTest::newRow("an offset")
        << head + "<start>2026-03-01T11:00+01:00</start><end>2026-03-01T05:00-06:00</end>";
    QTest::newRow("the better name counts, wherever it stands")
        << "<label>no</label><title>A</title><name>no</name><source>manual</source><url>/a.mp4</url>"
           "<file>/no.mp4</file>" +
               times;
    QTest::newRow("an empty better name does not count")
        << "<label>A</label><title> </title><videoUrl>/a.mp4</videoUrl><url/>" + times;
    QTest::newRow("a title from the media") << "<url>/A.mp4</url><title/>" + times;
    QTest::newRow("a file: address") << "<title>A</title><url>file:///a.mp4</url>" + times;
}

void ScheduleXmlTest::readsEveryName()
{
    QFETCH(QByteArray, inside);
    const auto read = scheduleOf(schedule(eventOf(inside)));
    QVERIFY(read);
    QCOMPARE(read->rejected.size(), std::size_t(0));
    QCOMPARE(read->events.size(), std::size_t(1));
    const ScheduledEvent &found = read->events.front();
    QCOMPARE(found.title, u"A"_s);
    QCOMPARE(toIso8601(found.range.start), u"2026-03-01T10:00:00Z"_s);
    QCOMPARE(found.range.duration, Millis(1h));
    QCOMPARE(found.origin, EventOrigin::Import);
    QCOMPARE(read->assets.size(), std::size_t(1));
    QCOMPARE(found.asset, read->assets.front().id);
    QCOMPARE(read->assets.front().url.toLower(), u"/a.mp4"_s);
}

void ScheduleXmlTest::rejectsOneEventAlone_data()
{
    QTest::addColumn<QByteArray>("inside");
    QTest::addColumn<QString>("code");
    QTest::newRow("a title of 40,000 characters")
        << QByteArray("<title>" + QByteArray(40'000, 'x') + "</title>" + times) << u"limit-exceeded"_s;
    QTest::newRow("a list of 2,000 tags")
        << QByteArray("<tags>" + QByteArray("<tag>x</tag>").repeated(2'000) + "</tags>" + times)
        << u"limit-exceeded"_s;
    QTest::newRow("no start") << QByteArray("<title>B</title><duration>60</duration>") << u"missing-start"_s;
    QTest::newRow("no end") << QByteArray("<title>B</title><start>2026-03-01</start>") << u"missing-end"_s;
    QTest::newRow("a start that is no time")
        << QByteArray("<title>B</title><start>noon</start><duration>60</duration>") << u"bad-time"_s;
    QTest::newRow("a date that does not exist")
        << QByteArray("<title>B</title><start>2026-02-30T00:00Z</start><duration>60</duration>")
        << u"impossible-date"_s;
    QTest::newRow("an end before the start")
        << QByteArray("<title>B</title><start>2026-03-01T10:00Z</start><end>2026-03-01T09:00Z</end>")
        << u"end-not-after-start"_s;
    QTest::newRow("no length")
        << QByteArray("<title>B</title><start>2026-03-01T10:00Z</start><duration>0</duration>")
        << u"end-not-after-start"_s;
    QTest::newRow("a length below zero")
        << QByteArray("<title>B</title><start>2026-03-01T10:00Z</start><duration>-60</duration>")
        << u"end-not-after-start"_s;
    QTest::newRow("a length that is no number")
        << QByteArray("<title>B</title><start>2026-03-01T10:00Z</start><duration>NaN</duration>")
        << u"bad-time"_s;
    QTest::newRow("a length beyond reason")
        << QByteArray("<title>B</title><start>2026-03-01T10:00Z</start><duration>99999999999999</duration>")
        << u"bad-time"_s;
    QTest::newRow("neither title nor media") << times << u"missing-title"_s;
    QTest::newRow("an address that runs code")
        << "<title>B</title><url>javascript:alert(1)</url>" + times << u"url-not-allowed"_s;
}

void ScheduleXmlTest::rejectsOneEventAlone()
{
    QFETCH(QByteArray, inside);
    const QByteArray good = eventOf("<title>A</title>" + times);
    const auto read = scheduleOf(schedule(good + "\n" + eventOf(inside) + "\n" + good));
    QVERIFY(read);
    QCOMPARE(read->events.size(), std::size_t(2));
    QCOMPARE(read->total, std::int64_t(3));
    QCOMPARE(read->rejected.size(), std::size_t(1));
    QTEST(QString(codeName(read->rejected.front().reason.code)), "code");
    QCOMPARE(read->rejected.front().index, std::int64_t(2));
    QCOMPARE(read->rejected.front().line, std::int64_t(2));
}

void ScheduleXmlTest::resolvesTimes_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QString>("expected"); // empty: rejected
    QTest::newRow("naive is UTC") << u""_s << QByteArray("2026-07-01T20:00:00") << u"2026-07-01T20:00:00Z"_s;
    QTest::newRow("naive in a zone") << u"Europe/Rome"_s << QByteArray("2026-07-01T20:00:00")
                                     << u"2026-07-01T18:00:00Z"_s;
    QTest::newRow("an offset beats the zone")
        << u"Europe/Rome"_s << QByteArray("2026-07-01T20:00:00Z") << u"2026-07-01T20:00:00Z"_s;
    QTest::newRow("a date alone is midnight")
        << u"Europe/Rome"_s << QByteArray("2026-07-01") << u"2026-06-30T22:00:00Z"_s;
    QTest::newRow("twice means the first")
        << u"Europe/Rome"_s << QByteArray("2026-10-25T02:30:00") << u"2026-10-25T00:30:00Z"_s;
    QTest::newRow("a time that the clock skips")
        << u"Europe/Rome"_s << QByteArray("2026-03-29T02:30:00") << u""_s;
}

void ScheduleXmlTest::resolvesTimes()
{
    QFETCH(QString, zone);
    QFETCH(QByteArray, start);
    QFETCH(QString, expected);
    ReadOptions options;
    if (!zone.isEmpty())
        options.zone = ChannelClock::create(zone, Millis::zero()).value();
    const auto read = scheduleOf(
        schedule(eventOf("<title>A</title><start>" + start + "</start><duration>60</duration>")), options);
    QVERIFY(read);
    if (expected.isEmpty()) {
        QCOMPARE(read->rejected.size(), std::size_t(1));
        QCOMPARE(read->rejected.front().reason.code, ErrorCode::TimeDoesNotExist);
    } else {
        QCOMPARE(read->events.size(), std::size_t(1));
        QCOMPARE(toIso8601(read->events.front().range.start), expected);
    }
}

void ScheduleXmlTest::sharesMedia()
{
    const QByteArray shorter = "<title>A</title><start>2026-03-01T12:00Z</start><duration>60</duration>";
    const auto read = scheduleOf(schedule(
        eventOf(shorter + "<url>/a.mp4</url><category>News</category><tags>x, y</tags>") +
        eventOf("<title>B</title><file>file:///a.mp4</file>" + times) +
        eventOf("<title>C</title><url>/c.mp4</url><tags><tag>p,q</tag><tag>r</tag></tags>" + times)));
    QVERIFY(read);
    QCOMPARE(read->assets.size(), std::size_t(2));
    QCOMPARE(read->events[0].asset, read->events[1].asset);
    const Asset &shared = read->assets.front();
    QCOMPARE(shared.title, u"A"_s);
    QCOMPARE(shared.category, u"News"_s);
    QCOMPARE(shared.tags, QStringList({u"x"_s, u"y"_s}));
    QCOMPARE(read->assets[1].tags, QStringList({u"p,q"_s, u"r"_s}));
    // The longest event that plays it declares its length.
    QCOMPARE(shared.duration, Micros(1h));
    QCOMPARE(shared.durationSource, DurationSource::Declared);
}

void ScheduleXmlTest::keepsTheCategoryOfAPlaceholder()
{
    const auto read = scheduleOf(schedule(
        eventOf("<title>A</title><category>News</category><description>Live</description>" + times)));
    QVERIFY(read);
    QVERIFY(read->assets.empty());
    QVERIFY(read->events.front().asset.isNull());
    QVERIFY(read->events.front().note.contains(u"News"_s));
    QVERIFY(read->events.front().note.contains(u"Live"_s));
}

void ScheduleXmlTest::warnsWhereEndAndDurationDisagree_data()
{
    QTest::addColumn<QByteArray>("duration");
    QTest::addColumn<int>("warnings");
    QTest::newRow("the same") << QByteArray("3600") << 0;
    QTest::newRow("rounded to seconds") << QByteArray("3599.5") << 0;
    QTest::newRow("another") << QByteArray("1800") << 1;
    QTest::newRow("nonsense beside an end") << QByteArray("long") << 1;
}

void ScheduleXmlTest::warnsWhereEndAndDurationDisagree()
{
    QFETCH(QByteArray, duration);
    const auto read =
        scheduleOf(schedule(eventOf("<title>A</title>" + times + "<duration>" + duration + "</duration>")));
    QVERIFY(read);
    QCOMPARE(read->events.front().range.duration, Millis(1h));
    QTEST(static_cast<int>(read->warnings.size()), "warnings");
}

void ScheduleXmlTest::readsTheExtension()
{
    const auto read = scheduleOf(
        "<tvguide xmlns:sf=\"urn:scheduleflow:schedule:1\"><metadata><channel>One</channel>"
        "<timezone>Europe/Rome</timezone></metadata><event id=\"8d0f7a34-6a0b-4f5e-9b37-0a1d9c6d1001\">"
        "<title>A</title><url>/a.mp4</url>" +
        times + "<sf:ext fixed=\"true\" inMs=\"1500.25\" kind=\"promo\" layer=\"x\"/></event></tvguide>");
    QVERIFY(read);
    QCOMPARE(read->channelName, u"One"_s);
    QCOMPARE(read->zone, u"Europe/Rome"_s);
    const ScheduledEvent &found = read->events.front();
    QCOMPARE(found.id.toString(), u"8d0f7a34-6a0b-4f5e-9b37-0a1d9c6d1001"_s);
    QCOMPARE(found.startMode, StartMode::Fixed);
    QCOMPARE(found.mediaIn, Micros(1'500'250));
    QCOMPARE(read->assets.front().kind, AssetKind::Promo);
    QCOMPARE(found.layer, 0);
    QCOMPARE(read->warnings.size(), std::size_t(1)); // "x" is no layer
}

void ScheduleXmlTest::failsWhole_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("code");
    const QByteArray one = eventOf("<title>A</title>" + times);
    QTest::newRow("nothing") << QByteArray() << u"file-empty"_s;
    QTest::newRow("another root") << "<rss>" + one + "</rss>" << u"unknown-format"_s;
    QTest::newRow("XSPF, whose root is a playlist too")
        << "<playlist xmlns=\"http://xspf.org/ns/0/\">" + one + "</playlist>" << u"start-needed"_s;
    QTest::newRow("zero bytes") << QByteArray("<sched\0ule>", 11) << u"not-text"_s;
    QTest::newRow("cut off") << "<schedule>" + one + "<event><title>B" << u"not-well-formed"_s;
    QTest::newRow("an unknown entity")
        << schedule(one + eventOf("<title>&nbsp;</title>")) << u"not-well-formed"_s;
    QTest::newRow("tags that cross") << schedule(one + "<a><b></a></b>") << u"not-well-formed"_s;
    QTest::newRow("billion laughs")
        << "<!DOCTYPE s [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>" + schedule(one)
        << u"forbidden-entities"_s;
    QTest::newRow("an external entity") << "<!DOCTYPE s [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" +
                                               schedule(eventOf("<title>&x;</title>"))
                                        << u"forbidden-entities"_s;
    QTest::newRow("nested 65 deep") << schedule(QByteArray("<a>").repeated(64) +
                                                QByteArray("</a>").repeated(64))
                                    << u"limit-exceeded"_s;
}

void ScheduleXmlTest::failsWhole()
{
    QFETCH(QByteArray, file);
    ReadOptions options;
    options.label = u"schedule.xml"_s;
    const auto read = scheduleOf(file, options);
    QVERIFY(!read);
    QTEST(QString(codeName(read.error().code)), "code");
    QCOMPARE(read.error().args.value(0), u"schedule.xml"_s);
    QVERIFY2(!sentence(read.error()).contains(u".."_s), qPrintable(sentence(read.error())));
    if (read.error().code == ErrorCode::NotWellFormed)
        QCOMPARE(read.error().args.value(4), u"1"_s); // complete events before
}

void ScheduleXmlTest::takesWhatIsCompleteWhenAsked()
{
    const QByteArray one = eventOf("<title>A</title>" + times);
    const QByteArray file = "<schedule>\n" + one + "\n" + one + "\n<event><title>B</title><start>2026";
    ReadOptions options;
    const auto refused = scheduleOf(file, options);
    QVERIFY(!refused);
    QCOMPARE(refused.error().args.value(1), u"4"_s); // line
    QCOMPARE(refused.error().args.value(4), u"2"_s);
    options.isPartial = true;
    const auto read = scheduleOf(file, options);
    QVERIFY(read);
    QCOMPARE(read->events.size(), std::size_t(2));
    QCOMPARE(read->warnings.size(), std::size_t(1));
    QCOMPARE(read->warnings.front().line, std::int64_t(4));
}

void ScheduleXmlTest::refusesWhatNeverEnds_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("a text") << QByteArray("<schedule><event><title>") << QByteArray("xxxxxxxx");
    QTest::newRow("a tag") << QByteArray("<schedule><event ") << QByteArray("a=\"1\"\n ");
    QTest::newRow("a comment") << QByteArray("<schedule><!--") << QByteArray("xxxxxxxx");
    QTest::newRow("elements in one another") << QByteArray("<schedule>") << QByteArray("<a>");
}

void ScheduleXmlTest::refusesWhatNeverEnds()
{
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, body);
    EndlessDevice device(head, body);
    IdSource ids(1, 1);
    const auto read = readSchedule(device, {}, ids, Job());
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::LimitExceeded);
}

void ScheduleXmlTest::stopsWhenCancelled()
{
    EndlessDevice device("<schedule>", eventOf("<title>A</title>" + times));
    Job job;
    job.cancel();
    IdSource ids(1, 1);
    const auto read = readSchedule(device, {}, ids, job);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Cancelled);
}

void ScheduleXmlTest::decodes_data()
{
    QTest::addColumn<QByteArray>("file");
    const QString text = QString::fromUtf8(schedule(eventOf("<title>Ж 𝐁 é</title>" + times)));
    const auto encoded = [](const QString &content, QStringConverter::Encoding encoding) {
        QStringEncoder encode(encoding, QStringConverter::Flag::WriteBom);
        return QByteArray(encode(content));
    };
    QTest::newRow("UTF-8") << text.toUtf8();
    QTest::newRow("UTF-8 with a mark") << "\xEF\xBB\xBF" + text.toUtf8();
    QTest::newRow("UTF-16 little endian") << encoded(text, QStringConverter::Utf16LE);
    QTest::newRow("UTF-16 big endian, declared")
        << encoded(u"<?xml version=\"1.0\" encoding=\"UTF-16\"?>"_s + text, QStringConverter::Utf16BE);
}

void ScheduleXmlTest::decodes()
{
    QFETCH(QByteArray, file);
    const auto read = scheduleOf(file);
    QVERIFY(read);
    QCOMPARE(read->events.front().title, u"Ж 𝐁 é"_s);
}

QTEST_GUILESS_MAIN(ScheduleXmlTest)
#include "tst_schedulexml.moc"

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "awkwardday.h"
#include "importfixture.h"

#include "core/time/iso8601.h"

#include <QTest>

using namespace sf;
using namespace sf::test;
using namespace Qt::StringLiterals;

class XmltvTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAProgramme();
    void readsTimes_data();
    void readsTimes();
    void takesOneChannel_data();
    void takesOneChannel();
    void endsWhereTheNextBegins();
    void rejectsOneAlone_data();
    void rejectsOneAlone();
    void writesNoEmptyElements();
    void makesAnIdWithADot_data();
    void makesAnIdWithADot();
};

namespace {

QByteArray tv(const QByteArray &inside)
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE tv SYSTEM \"xmltv.dtd\">\n<tv>\n"
           "<channel id=\"a.b\"><display-name>One</display-name></channel>\n" +
           inside + "</tv>\n";
}

QByteArray programme(const QByteArray &start, const QByteArray &stop, const QByteArray &inside,
                     const QByteArray &channel = "a.b")
{
    return "<programme start=\"" + start + "\"" + (stop.isEmpty() ? "" : " stop=\"" + stop + "\"") +
           " channel=\"" + channel + "\">" + inside + "</programme>\n";
}

} // namespace

void XmltvTest::readsAProgramme()
{
    const auto read = scheduleOf(tv(programme(
        "20261123060000 -0600", "20261123063000 -0600",
        "<title lang=\"en\">News</title><title lang=\"it\">Notizie</title><sub-title>x</sub-title><desc>A "
        "&lt;b&gt;</desc>"
        "<credits><actor role=\"x\">B</actor></credits><date>20260101</date><category>News</category>"
        "<keyword>local</keyword><language>en</language><url>http://x/a.mp4</url>"
        "<episode-num system=\"onscreen\">S9</episode-num><episode-num "
        "system=\"xmltv_ns\">1.4/24.0/1</episode-num>"
        "<rating system=\"VCHIP\"><value>TV-G</value></rating>")));
    QVERIFY(read);
    QCOMPARE(read->format, u"xmltv"_s);
    QCOMPARE(read->channelName, u"One"_s);
    QCOMPARE(read->events.size(), std::size_t(1));
    const ScheduledEvent &event = read->events.front();
    QCOMPARE(event.title, u"News"_s);
    QCOMPARE(toIso8601(event.range.start), u"2026-11-23T12:00:00Z"_s);
    QCOMPARE(event.range.duration, Millis(1'800'000));
    QCOMPARE(event.startMode, StartMode::Fixed);
    QCOMPARE(event.origin, EventOrigin::Import);
    const Asset &asset = read->assets.front();
    QCOMPARE(asset.url, u"http://x/a.mp4"_s);
    QCOMPARE(asset.season, 2);
    QCOMPARE(asset.episode, 5);
    QCOMPARE(asset.year, 2026);
    QCOMPARE(asset.rating, u"TV-G"_s);
    QCOMPARE(asset.language, u"en"_s);
    QCOMPARE(asset.tags, QStringList(u"local"_s));
    QCOMPARE(asset.description, u"A <b>"_s);
    QCOMPARE(asset.category, u"News"_s);
}

void XmltvTest::readsTimes_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QString>("zone"); // picked by the operator
    QTest::addColumn<QString>("utc");  // empty: rejected
    QTest::newRow("an offset") << QByteArray("20260329013000 +0100") << QString()
                               << u"2026-03-29T00:30:00Z"_s;
    QTest::newRow("without seconds") << QByteArray("202603290130 +0100") << QString()
                                     << u"2026-03-29T00:30:00Z"_s;
    QTest::newRow("UTC by name") << QByteArray("20260329013000 UTC") << QString()
                                 << u"2026-03-29T01:30:00Z"_s;
    QTest::newRow("a zone by its short name, as in the DTD")
        << QByteArray("202603290130 BST") << QString() << u"2026-03-29T00:30:00Z"_s;
    QTest::newRow("a short name that nobody knows")
        << QByteArray("202603290130 XYZ") << QString() << QString();
    QTest::newRow("no offset is UTC")
        << QByteArray("20260329013000") << QString() << u"2026-03-29T01:30:00Z"_s;
    QTest::newRow("no offset in a zone")
        << QByteArray("20260329013000") << u"Europe/Rome"_s << u"2026-03-29T00:30:00Z"_s;
    QTest::newRow("a time that the zone skips")
        << QByteArray("20260329023000") << u"Europe/Rome"_s << QString();
    QTest::newRow("words") << QByteArray("tomorrow") << QString() << QString();
    QTest::newRow("no date") << QByteArray("2026") << QString() << QString();
    QTest::newRow("an offset that is none") << QByteArray("20260329013000 LMT") << QString() << QString();
    QTest::newRow("nothing") << QByteArray("") << QString() << QString();
}

void XmltvTest::readsTimes()
{
    QFETCH(QByteArray, start);
    QFETCH(QString, zone);
    QFETCH(QString, utc);
    ReadOptions options;
    if (!zone.isEmpty())
        options.zone = *ChannelClock::create(zone, Millis::zero());
    const auto read = scheduleOf(tv(programme(start, "20270101000000 +0000", "<title>A</title>")), options);
    QVERIFY(read);
    QCOMPARE(read->events.empty(), utc.isEmpty());
    QCOMPARE(read->rejected.empty(), !utc.isEmpty());
    if (!utc.isEmpty())
        QCOMPARE(toIso8601(read->events.front().range.start), utc);
    if (!utc.isEmpty())
        QCOMPARE(read->assumedZone.isEmpty(), start.contains(' '));
}

void XmltvTest::takesOneChannel_data()
{
    QTest::addColumn<QString>("channel");
    QTest::addColumn<QString>("title");
    QTest::newRow("the first") << QString() << u"A"_s;
    QTest::newRow("by id") << u"c.d"_s << u"B"_s;
    QTest::newRow("by name") << u"Two"_s << u"B"_s;
}

void XmltvTest::takesOneChannel()
{
    QFETCH(QString, channel);
    ReadOptions options;
    options.sourceChannel = channel;
    const auto read =
        scheduleOf(tv("<channel id=\"c.d\"><display-name>Two</display-name></channel>" +
                      programme("20260101000000 +0000", "20260101010000 +0000", "<title>A</title>") +
                      programme("20260101000000 +0000", "20260101010000 +0000", "<title>B</title>", "c.d")),
                   options);
    QVERIFY(read);
    QCOMPARE(read->events.size(), std::size_t(1));
    QTEST(read->events.front().title, "title");
    QCOMPARE(read->channels, QStringList({u"One"_s, u"Two"_s}));
    QCOMPARE(read->warnings.size(), std::size_t(channel.isEmpty() ? 1 : 0));
}

void XmltvTest::endsWhereTheNextBegins()
{
    const auto read =
        scheduleOf(tv(programme("20260101000000 +0000", "", "<title>A</title>") +
                      programme("20260101003000 +0000", "20260101010000 +0000", "<title>B</title>") +
                      programme("20260101010000 +0000", "", "<title>C</title>")));
    QVERIFY(read);
    QCOMPARE(read->events.size(), std::size_t(2));
    QCOMPARE(read->events[0].range.duration, Millis(1'800'000));
    QCOMPARE(read->rejected.size(), std::size_t(1)); // nobody knows when C ends
    QCOMPARE(read->rejected.front().reason.code, ErrorCode::MissingEnd);
}

void XmltvTest::rejectsOneAlone_data()
{
    QTest::addColumn<QByteArray>("item");
    QTest::addColumn<QString>("code");
    QTest::newRow("no title") << programme("20260101000000 +0000", "20260101010000 +0000", "")
                              << u"missing-title"_s;
    QTest::newRow("an end before its start")
        << programme("20260101010000 +0000", "20260101000000 +0000", "<title>A</title>")
        << u"end-not-after-start"_s;
    QTest::newRow("the 30th of February")
        << programme("20260230010000 +0000", "20260301000000 +0000", "<title>A</title>") << u"bad-time"_s;
    QTest::newRow("an address that runs code") << programme("20260101000000 +0000", "20260101010000 +0000",
                                                            "<title>A</title><url>javascript:x</url>")
                                               << u"url-not-allowed"_s;
}

void XmltvTest::rejectsOneAlone()
{
    QFETCH(QByteArray, item);
    const QByteArray good = programme("20260101000000 +0000", "20260101010000 +0000", "<title>G</title>");
    const auto read = scheduleOf(tv(good + item + good));
    QVERIFY(read);
    QCOMPARE(read->events.size(), std::size_t(2));
    QCOMPARE(read->rejected.size(), std::size_t(1));
    QTEST(QString(codeName(read->rejected.front().reason.code)), "code");
    QCOMPARE(read->rejected.front().line, std::int64_t(6));
    QCOMPARE(read->rejected.front().index, std::int64_t(2));
}

void XmltvTest::writesNoEmptyElements()
{
    AwkwardDay day;
    for (ScheduledEvent &event : day.events)
        event.title = u" \u0007 "_s;
    QByteArray bytes;
    QVERIFY(day.write(u"xmltv", bytes));
    QVERIFY(!bytes.contains("></"));
    QCOMPARE(bytes.count("<title>Untitled</title>"), 10);
}

void XmltvTest::makesAnIdWithADot_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("option");
    QTest::addColumn<QByteArray>("id");
    QTest::newRow("from the name") << u"Canale “Uno”"_s << QString() << QByteArray("canale-uno.scheduleflow");
    QTest::newRow("from no name") << u"日本"_s << QString() << QByteArray("channel.scheduleflow");
    QTest::newRow("as asked") << u"One"_s << u"one.example.org"_s << QByteArray("one.example.org");
    QTest::newRow("as asked, with a dot") << u"One"_s << u"one"_s << QByteArray("one.scheduleflow");
}

void XmltvTest::makesAnIdWithADot()
{
    QFETCH(QString, name);
    QFETCH(QString, option);
    QFETCH(QByteArray, id);
    AwkwardDay day;
    day.channel.name = name;
    QByteArray bytes;
    QVERIFY(day.write(u"xmltv", bytes,
                      option.isEmpty() ? OptionValues() : OptionValues{{u"channel-id"_s, option}}));
    QVERIFY(bytes.contains("<channel id=\"" + id + "\">"));
    QVERIFY(bytes.contains("channel=\"" + id + "\""));
}

QTEST_GUILESS_MAIN(XmltvTest)
#include "tst_xmltv.moc"

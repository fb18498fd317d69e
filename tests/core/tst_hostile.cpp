// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "importcheck.h"
#include "sanitized.h"

#include <QTest>
#include <QTimeZone>
#include <QtEndian>

#include <algorithm>
#include <ctime>
#include <utility>
#include <vector>

#include <malloc.h>

using namespace sf;
using namespace sf::test;
using namespace Qt::StringLiterals;

/// A megabyte made to hurt ends within two seconds, and takes no more memory than so many times itself.
class HostileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void endsInTime_data();
    void endsInTime();
    void addressesOfOneHash();
};

namespace {

constexpr qsizetype megabyte = isSanitized ? 1 << 18 : 1 << 20;
constexpr double mostSeconds = 2;
/// Of memory, for a byte of the file: an entry of two bytes is kept with its address, title and line.
constexpr qint64 mostTimes = 400;

/// Kilobytes of a line of /proc/self/status.
qint64 memoryOf(QByteArrayView name)
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith(name))
            return line.sliced(name.size()).simplified().split(' ').first().toLongLong();
    }
    return -1;
}

/// Makes the peak what is used now; false where the system has no such thing.
bool forgetPeak()
{
    malloc_trim(0);
    QFile refs(u"/proc/self/clear_refs"_s);
    return refs.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && refs.write("5") == 1;
}

QByteArray repeated(const QByteArray &head, const QByteArray &piece, const QByteArray &tail = {})
{
    return head + piece.repeated((megabyte - head.size() - tail.size()) / piece.size()) + tail;
}

/// `@` in the piece is a number, another each time.
QByteArray counted(const QByteArray &head, const QByteArray &piece, const QByteArray &tail = {})
{
    QByteArray bytes = head;
    for (int number = 1; bytes.size() + piece.size() + tail.size() + 8 < megabyte; ++number)
        bytes += QByteArray(piece).replace('@', QByteArray::number(number));
    return bytes + tail;
}

void addXml()
{
    const auto row = [](const char *name, const char *format, const QByteArray &bytes) {
        QTest::newRow(name) << QString::fromLatin1(format) << bytes;
    };
    row("XML: empty events", "xml", repeated("<schedule>", "<event/>", "</schedule>"));
    row("XML: short events", "xml",
        counted("<schedule>", "<event title='@' start='2026-03-28T20:00Z' duration='1'/>", "</schedule>"));
    row("XML: one tag of attributes", "xml", counted("<schedule><event ", "a@='' ", "/></schedule>"));
    row("XML: attributes by the tag", "xml",
        repeated("<schedule>", "<event " + counted({}, "a@='' ").left(60'000).chopped(20) + "/>"));
    row("XML: elements in each other", "xml", repeated({}, "<event>"));
    row("XML: one text", "xml", repeated("<schedule><event><title>", "x"));
    row("XML: references to entities", "xml",
        repeated("<!DOCTYPE a [<!ENTITY b '" + QByteArray(4000, 'x') + "'>]><schedule>", "&b;"));
    row("XML: references to characters", "xml", repeated("<schedule><event><title>", "&#65;"));
    row("XSPF: short tracks", "xspf",
        repeated("<playlist xmlns='http://xspf.org/ns/0/'><trackList>",
                 "<track><location>/a</location></track>"));
    row("XSPF: empty tracks", "xspf",
        repeated("<playlist xmlns='http://xspf.org/ns/0/'><trackList>", "<track/>"));
    row("XMLTV: short programmes", "xmltv",
        repeated("<tv>", "<programme start='20260328' channel='a'><title>A</title></programme>", "</tv>"));
    row("XMLTV: channels", "xmltv", counted("<tv>", "<channel id='@'/>", "</tv>"));
    row("MLT: entries", "mlt",
        repeated("<mlt><producer id='a'><property name='resource'>/a</property></producer><playlist>",
                 "<entry producer='a' in='0' out='1'/>", "</playlist></mlt>"));
    row("MLT: producers", "mlt", counted("<mlt>", "<producer id='@'/>", "</mlt>"));
    row("ASX: entries", "asx", repeated("<asx>", "<entry><ref href='/a'/></entry>"));
    row("ASX: open quotes", "asx", repeated("<asx>", "<entry a=\""));
    row("ASX: open tags", "asx", repeated("<asx>", "<"));
    row("CasparCG: items", "caspar",
        repeated("<items>", "<item><type>MOVIE</type><name>A</name><length>9</length></item>", "</items>"));
    row("BXF: empty events", "bxf", repeated("<BxfMessage>", "<ScheduledEvent/>", "</BxfMessage>"));
}

void addJson()
{
    const auto row = [](const char *name, const char *format, const QByteArray &bytes) {
        QTest::newRow(name) << QString::fromLatin1(format) << bytes;
    };
    row("JSON: numbers for events", "json", repeated("{\"events\":[0", ",1", "]}"));
    row("JSON: empty events", "json", repeated("{\"events\":[{}", ",{}", "]}"));
    row("JSON: short events", "json",
        counted("[{}", ",{\"title\":\"@\",\"start\":\"2026-03-28T20:00Z\",\"duration\":1}", "]"));
    row("JSON: lists in each other", "json", repeated("{\"events\":", "["));
    row("JSON: keys", "json", counted("{\"events\":[{\"a\":0", ",\"k@\":0", "}]}"));
    row("JSON: the same key", "json", repeated("{\"events\":[{\"title\":\"\"", ",\"title\":\"a\"", "}]}"));
    row("JSON: one text", "json", repeated("{\"events\":[{\"title\":\"", "\\u0041", "\"}]}"));
    row("JSON: one number", "json", repeated("{\"events\":[{\"duration\":", "9", "}]}"));
    row("JSON: tags", "json", repeated("{\"events\":[{\"tags\":[\"a\"", ",\"a\"", "]}]}"));
    row("ffplayout: short items", "ffplayout",
        repeated("{\"date\":\"2026-03-28\",\"program\":[{}", ",{\"in\":0,\"out\":1,\"source\":\"/a\"}",
                 "]}"));
    row("ffplayout: empty items", "ffplayout",
        repeated("{\"date\":\"2026-03-28\",\"program\":[{}", ",{}", "]}"));
}

/// The rules of recurrences are the costliest there are: each may search for centuries.
void addCalendars()
{
    const auto row = [](const char *name, const QByteArray &event) {
        QTest::newRow(name) << u"ics"_s
                            << counted("BEGIN:VCALENDAR\n",
                                       "BEGIN:VEVENT\nUID:@\nSUMMARY:A\n" + event + "END:VEVENT\n",
                                       "END:VCALENDAR\n");
    };
    row("iCalendar: short events", "DTSTART:20260328T200000Z\nDURATION:PT1S\n");
    row("iCalendar: endless rules", "DTSTART:20260328T200000Z\nDURATION:PT1S\nRRULE:FREQ=SECONDLY\n");
    row("iCalendar: rules that never fire",
        "DTSTART:20260328T200000Z\nDURATION:PT1S\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\n");
    row("iCalendar: rules that hardly fire", "DTSTART:20260328T200000Z\nDURATION:PT1S\nRRULE:FREQ=MINUTELY;"
                                             "BYMONTH=2;BYMONTHDAY=29;BYHOUR=3;BYDAY=MO\n");
    QByteArray zones = "BEGIN:VCALENDAR\n";
    for (const QByteArray &zone : QTimeZone::availableTimeZoneIds())
        zones += "BEGIN:VEVENT\nUID:" + zone + "\nDTSTART;TZID=" + zone +
                 ":20260328T200000\nDURATION:PT1S\nSUMMARY:A\nEND:VEVENT\n";
    QTest::newRow("iCalendar: every zone there is") << u"ics"_s << zones + "END:VCALENDAR\n";
    QTest::newRow("iCalendar: zones that do not exist")
        << u"ics"_s
        << counted("BEGIN:VCALENDAR\n",
                   "BEGIN:VEVENT\nUID:@\nDTSTART;TZID=Z/@:20260328T200000\nDURATION:PT1S\nEND:VEVENT\n");
    QTest::newRow("iCalendar: folded lines")
        << u"ics"_s << repeated("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:", "\n x");
}

void addLines()
{
    const auto row = [](const char *name, const char *format, const QByteArray &bytes) {
        QTest::newRow(name) << QString::fromLatin1(format) << bytes;
    };
    row("M3U: short entries", "m3u", repeated("#EXTM3U\n", "/\n"));
    row("M3U: lines that are none", "m3u", repeated("#EXTM3U\n", "x\n"));
    row("M3U: empty lines", "m3u", repeated("#EXTM3U\n", "\n"));
    row("M3U: attributes", "m3u", counted("#EXTM3U\n#EXTINF:1", " a@=\"\"", ",A\n/a\n"));
    row("M3U: quotes", "m3u", repeated("#EXTM3U\n#EXTINF:1 a=", "\"", ",A\n/a\n"));
    row("M3U: links", "m3u", repeated("#EXTM3U\n", "(http://a)"));
    row("PLS: entries", "pls", counted("[playlist]\n", "File@=/\n"));
    row("PLS: the same entry", "pls", repeated("[playlist]\n", "File1=/\n"));
    row("CSV: empty cells", "csv", repeated("Start,Title\n", ","));
    row("CSV: empty rows", "csv", repeated("Start,Title\n", ",\n"));
    row("CSV: short rows", "csv", repeated("Start,Title\n", "1:00,A\n"));
    row("CSV: one quoted cell", "csv", repeated("Start,Title\n\"", "\"\""));
    row("CSV: dates that do not exist", "csv", repeated("Start,Title,Date\n", "1:00,A,31/2/26\n"));
    row("fixed: short lines", "fixed", repeated("20:00:00 00:30 H00000000001 Spot\n", "20:00:00 00:30\n"));
    row("fixed: one line", "fixed", repeated("20:00:00 00:30 H00000000001 Spot\n", "2"));
}

/// std::hash as libstdc++ has it, MurmurHash64A: each eight bytes are twisted and added to what was before.
constexpr std::uint64_t murmurFactor = 0xC6A4A7935BD1E995ULL;
constexpr std::uint64_t murmurSeed = 0xC70F6907ULL;

std::uint64_t twisted(std::uint64_t bytes)
{
    bytes *= murmurFactor;
    return (bytes ^ bytes >> 47) * murmurFactor;
}

std::uint64_t untwisted(std::uint64_t bytes)
{
    std::uint64_t inverse = murmurFactor;
    for (int i = 0; i < 5; ++i) // each step doubles the bits that are right
        inverse *= 2 - murmurFactor * inverse;
    bytes *= inverse;
    return (bytes ^ bytes >> 47) * inverse;
}

/// Eight letters, others for each number.
std::uint64_t letters(std::uint64_t number)
{
    std::uint64_t bytes = 0;
    for (int i = 0; i < 8; ++i, number /= 26)
        bytes = bytes << 8 | ('a' + number % 26);
    return bytes;
}

QByteArray textOf(std::uint64_t one, std::uint64_t two)
{
    return QByteArray(reinterpret_cast<const char *>(&one), 8) +
           QByteArray(reinterpret_cast<const char *>(&two), 8);
}

using Halves = std::vector<std::pair<QByteArray, QByteArray>>;

/// Pairs of sixteen characters: whichever half of each is taken, addresses of `size` bytes in all have one hash, where
/// each begins with `head`, of eight.
Halves halvesOfOneHash(const QByteArray &head, int pairs, std::uint64_t size)
{
    const auto isUsual = [](char c) {
        return c > ' ' && c <= '~' && !QByteArrayView("\"\\/%?#").contains(c);
    };
    const auto after = [](std::uint64_t state, std::uint64_t bytes) {
        return (state ^ twisted(bytes)) * murmurFactor;
    };
    std::uint64_t state =
        after(murmurSeed ^ (size * murmurFactor), qFromUnaligned<std::uint64_t>(head.data()));
    Halves halves;
    for (std::uint64_t number = 1; std::ssize(halves) < pairs; ++number) {
        const std::uint64_t one = letters(0);
        const std::uint64_t two = letters(number);
        const std::uint64_t end = letters(number * 7919);
        const std::uint64_t other = untwisted(twisted(end) ^ after(state, one) ^ after(state, two));
        const QByteArray text = textOf(two, other);
        if (std::all_of(text.begin(), text.end(), isUsual)) {
            halves.emplace_back(textOf(one, end), text);
            state = after(after(state, one), end);
        }
    }
    return halves;
}

/// An event for each way to put such halves behind each other.
QByteArray eventsOfAddresses(const QByteArray &head, const Halves &halves)
{
    QByteArray bytes = "[{}";
    for (unsigned number = 0; number < 1U << halves.size(); ++number) {
        bytes += R"(,{"start":"2026-03-28T20:00Z","duration":1,"url":")" + head;
        for (std::size_t i = 0; i < halves.size(); ++i)
            bytes += (number >> i & 1) != 0 ? halves[i].second : halves[i].first;
        bytes += "\"}";
    }
    return bytes + ']';
}

} // namespace

/// The zone of the channel, and what the readers make once, is not blamed on the first file.
void HostileTest::initTestCase()
{
    QCOMPARE(importFault(*findFormat(u"csv"), "Start,Title\n20:00,A\n", false), QString());
}

void HostileTest::endsInTime_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("bytes");
    addXml();
    addJson();
    addCalendars();
    addLines();
}

void HostileTest::endsInTime()
{
    QFETCH(QString, format);
    QFETCH(QByteArray, bytes);
    QVERIFY(bytes.size() <= megabyte);
    const bool hasPeak = forgetPeak() && !isSanitized;
    const qint64 before = memoryOf("VmRSS:");
    const std::clock_t begun = std::clock();
    const QString fault = importFault(*findFormat(format), bytes, true);
    const double seconds = double(std::clock() - begun) / CLOCKS_PER_SEC;
    const qint64 times = (memoryOf("VmHWM:") - before) * 1024 / bytes.size();
    QCOMPARE(fault, QString());
    // Some ask twice, as a schedule and as a list.
    QVERIFY2(seconds < mostSeconds * (isSanitized ? 10 : 1), qPrintable(u"%1 s"_s.arg(seconds)));
    if (hasPeak)
        QVERIFY2(times <= mostTimes, qPrintable(u"%1 times its size"_s.arg(times)));
}

/// A hash that is the same everywhere would take them for one, and compare each with all before it.
void HostileTest::addressesOfOneHash()
{
    constexpr int pairs = isSanitized ? 12 : 14;
    const QByteArray head = "/folder/";
    const auto secondsFor = [&](const Halves &halves) {
        const QByteArray bytes = eventsOfAddresses(head, halves);
        const std::clock_t begun = std::clock();
        std::size_t events = 0;
        const QString fault = importFault(*findFormat(u"json"), bytes, false, &events);
        const double seconds = double(std::clock() - begun) / CLOCKS_PER_SEC;
        return fault.isEmpty() && events == 1U << pairs ? seconds : -1;
    };
    const double plain = secondsFor(Halves(pairs, {"aaaaaaaabbbbbbbb", "aaaaaaaabbbbbbbc"}));
    const double crafted = secondsFor(halvesOfOneHash(head, pairs, 8 + 16 * pairs));
    QVERIFY(plain > 0 && crafted > 0);
    QVERIFY2(crafted < 3 * plain + 0.05, qPrintable(u"%1 s, others %2 s"_s.arg(crafted).arg(plain)));
}

QTEST_GUILESS_MAIN(HostileTest)
#include "tst_hostile.moc"

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "importfixture.h"

#include <QStringEncoder>
#include <QTest>

using namespace sf;
using namespace sf::test;
using namespace Qt::StringLiterals;

class RegistryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsFormats();
    void tellsFormats_data();
    void tellsFormats();
    void refusesWhatIsOnlyWritten();
    void laysAListOutFromItsStart();
    void takesTheMediaOfASchedule();
    void takesMediaWithoutTimes();
    void obeysAFormatThatIsGiven();
    void namesWhatItKnows();
    void fitsItsSentences_data();
    void fitsItsSentences();
};

void RegistryTest::listsFormats()
{
    QSet<QString> ids;
    for (const FormatInfo &format : formats()) {
        QVERIFY(!format.name.isEmpty());
        QVERIFY(!format.extensions.empty());
        QVERIFY(format.importsPlaylist || format.importsSchedule || format.exports);
        QCOMPARE(findFormat(QString(format.id).toUpper()), &format);
        ids += QString(format.id);
    }
    QCOMPARE(static_cast<std::size_t>(ids.size()), formats().size());
    QVERIFY(findFormat(u"m3u")->importsPlaylist && findFormat(u"m3u")->exports &&
            !findFormat(u"m3u")->importsSchedule);
    QVERIFY(findFormat(u"xml")->importsSchedule && findFormat(u"xml")->exports);
    QVERIFY(findFormat(u"json")->importsSchedule && findFormat(u"json")->exports);
    QCOMPARE(findFormat(u"doc"), nullptr);
}

void RegistryTest::tellsFormats_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("id"); // empty: unknown
    const auto utf16 = [](const QString &text, QStringConverter::Encoding encoding, bool hasMark) {
        QStringEncoder encode(encoding,
                              hasMark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
        return QByteArray(encode(text));
    };
    const auto row = [](const char *claim, const QByteArray &head, const char *name, const char *id) {
        QTest::newRow(claim) << head << QString::fromLatin1(name) << QString::fromLatin1(id);
    };
    row("JSON named .xml is JSON", "{\"schedule\":[]}", "a.xml", "json");
    row("XML named .json is XML", "<schedule/>", "a.json", "xml");
    row("a list with blanks", " \r\n[ {\"a\":1}", "a", "json");
    row("XML behind a comment", "<?xml version=\"1.0\"?><!-- c --><tvguide>", "a", "xml");
    row("XML whose root is far away", "<?xml version=\"1.0\"?><!-- c", "a.xml", "xml");
    row("another XML", "<?xml version=\"1.0\"?><rss>", "a.xml", "");
    row("XSPF by its namespace", "<playlist xmlns=\"http://xspf.org/ns/0/\">", "a.xml", "xspf");
    row("XMLTV by its root", "<?xml version=\"1.0\"?><!DOCTYPE tv SYSTEM \"xmltv.dtd\"><tv>", "a.txt",
        "xmltv");
    row("a rundown by its root", "<items><item>", "a.xml", "caspar");
    row("MLT by its root", "<mlt version=\"7\">", "a.xml", "mlt");
    row("BXF by its root", "<b:BxfMessage xmlns:b=\"x\">", "a.xml", "bxf");
    row("WPL by its instruction", "<?wpl version=\"1.0\"?><smil>", "a.xml", "wpl");
    row("ASX in capitals", "<ASX VERSION=\"3.0\">", "a.xml", "asx");
    row("a list of NetShow", "[Reference]\nRef1=http://x\n", "a", "asx");
    row("a day file", "{\"channel\":\"x\",\"date\":\"2026-03-28\",\"program\":[{\"source\":", "a.json",
        "ffplayout");
    row("a scene collection", "{\"name\":\"x\",\"current_scene\":", "a.json", "obs");
    row("a calendar", "BEGIN:VCALENDAR\r\n", "a.txt", "ics");
    row("a table by its header", "Start;End;Title\n", "a.txt", "csv");
    row("a table without one, if it is named so", "1;2;3\n", "a.csv", "csv");
    row("a log by its columns", "06:00:00:00 00:30:00:00 H0001            Morning news", "a.dat", "fixed");
    row("a concat script", "ffconcat version 1.0\n", "a.txt", "ffconcat");
    row("M3U by its header", "#EXTM3U\n", "a.txt", "m3u");
    row("M3U behind a mark", "\xEF\xBB\xBF#EXTM3U8\n", "a", "m3u");
    row("a conflict marker is not XML", "<<<<<<< HEAD\n### T", "taxi.m3u", "m3u");
    row("addresses alone", "https://x/a.mp4\n", "a.txt", "m3u");
    row("any text, if it is named so", "hello\n", "a.M3U", "m3u");
    row("any text", "hello\n", "a.txt", "");
    row("PLS begins like a JSON list", "[playlist]\n", "a.json", "pls");
    row("nothing", "", "a.m3u", "");
    row("blanks alone", " \n ", "a.json", "");
    QTest::newRow("UTF-16 JSON") << utf16(u"{}"_s, QStringConverter::Utf16LE, true) << u"a"_s << u"json"_s;
    QTest::newRow("UTF-16 XML without a mark")
        << utf16(u"<schedule/>"_s, QStringConverter::Utf16BE, false) << u"a.m3u"_s << u"xml"_s;
}

void RegistryTest::tellsFormats()
{
    QFETCH(QByteArray, head);
    QFETCH(QString, name);
    const FormatInfo *format = detectFormat(head, name);
    QTEST(format ? QString(format->id) : QString(), "id");
}

void RegistryTest::refusesWhatIsOnlyWritten()
{
    ReadOptions options;
    options.label = u"scenes.json"_s;
    const auto schedule = scheduleOf("{\"name\":\"x\",\"current_scene\":\"a\"}", options);
    QVERIFY(!schedule);
    QCOMPARE(schedule.error().code, ErrorCode::FormatNotImportable);
    const QString text = sentence(schedule.error());
    QVERIFY(text.contains(u"OBS scene collection"_s) && text.contains(u"ScheduleFlow JSON"_s));
}

void RegistryTest::laysAListOutFromItsStart()
{
    ReadOptions options;
    options.label = u"list.m3u"_s;
    const QByteArray list = "#EXTM3U\n#EXTINF:60,A\n/a.mp4\n#EXTINF:-1,B\n/b.mp4\n#EXTINF:30,C\n/a.mp4\n";
    auto schedule = scheduleOf(list, options);
    QVERIFY(!schedule);
    QCOMPARE(schedule.error().code, ErrorCode::StartNeeded);
    QVERIFY(sentence(schedule.error()).contains(u"M3U playlist"_s));
    options.start = timePointFromMs(1'774'674'000'000);
    schedule = scheduleOf(list, options);
    QVERIFY(schedule);
    QCOMPARE(schedule->events.size(), std::size_t(2));
    QCOMPARE(schedule->assets.size(), std::size_t(1));
    QCOMPARE(schedule->rejected.size(), std::size_t(1)); // nobody knows how long B is
    QCOMPARE(schedule->events[1].range.start, *options.start + std::chrono::minutes(1));
    QCOMPARE(schedule->events[1].range.duration, Millis(30'000));
}

void RegistryTest::takesTheMediaOfASchedule()
{
    const auto list =
        playlistOf(R"([{"title":"A","url":"/a.mp4","start":"2026-03-01T10:00Z","duration":60},)"
                   R"({"title":"A again","url":"/a.mp4","start":"2026-03-01T11:00Z","duration":90},)"
                   R"({"title":"B","start":"2026-03-01T12:00Z","duration":60}])");
    QVERIFY(list);
    QCOMPARE(list->format, u"json"_s);
    QCOMPARE(list->entries.size(), std::size_t(1));
    QCOMPARE(list->entries.front().url, u"/a.mp4"_s);
    QCOMPARE(list->entries.front().duration, Micros(std::chrono::seconds(90)));
}

/// A library does not ask when something airs.
void RegistryTest::takesMediaWithoutTimes()
{
    const auto mlt = playlistOf("<mlt><producer id='a'><property name='resource'>/a.mp4</property></producer>"
                                "<playlist><entry producer='a' in='0' out='24'/></playlist></mlt>");
    QVERIFY2(mlt, qPrintable(mlt ? QString() : sentence(mlt.error())));
    QCOMPARE(mlt->entries.size(), std::size_t(1));
    QCOMPARE(mlt->entries.front().url, u"/a.mp4"_s);
    QCOMPARE(mlt->entries.front().duration, Micros(std::chrono::seconds(1)));
    const auto table = playlistOf("Start,Duration,Title,File\n20:00,00:01:00,A,/a.mp4\n");
    QVERIFY(table);
    QCOMPARE(table->entries.size(), std::size_t(1));
    QVERIFY(table->rejected.empty());
}

void RegistryTest::obeysAFormatThatIsGiven()
{
    ReadOptions options;
    options.format = findFormat(u"m3u");
    const auto read = playlistOf("{\"a\":1}\nhttp://x/a.mp4\n", options);
    QVERIFY(read);
    QCOMPARE(read->entries.size(), std::size_t(1));
    QCOMPARE(read->rejected.size(), std::size_t(1));
}

void RegistryTest::namesWhatItKnows()
{
    ReadOptions options;
    options.label = u"notes.txt"_s;
    const auto read = playlistOf("hello\n", options);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::UnknownFormat);
    QVERIFY(sentence(read.error()).contains(u"M3U playlist"_s));
}

void RegistryTest::fitsItsSentences_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("unknown") << QByteArray("hello");
    QTest::newRow("not text") << QByteArray("hello\0there", 11);
    QTest::newRow("not a schedule") << QByteArray("#EXTM3U");
    QTest::newRow("not well formed") << QByteArray("<schedule>");
    QTest::newRow("entities") << QByteArray("<!DOCTYPE a [<!ENTITY x 'y'>]><schedule/>");
    QTest::newRow("too deep") << "<schedule>" + QByteArray("<a>").repeated(100);
}

void RegistryTest::fitsItsSentences()
{
    QFETCH(QByteArray, file);
    ReadOptions options;
    options.label = u"the file"_s;
    const auto read = scheduleOf(file, options);
    QVERIFY(!read);
    const QString text = sentence(read.error());
    QVERIFY(text.contains(u"the file"_s));
    for (const QLatin1StringView hole : {"  "_L1, " ."_L1, " ,"_L1}) // an argument that is missing
        QVERIFY2(!text.contains(hole), qPrintable(text));
}

QTEST_GUILESS_MAIN(RegistryTest)
#include "tst_registry.moc"

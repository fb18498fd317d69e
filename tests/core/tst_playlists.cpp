// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "awkwardday.h"
#include "importfixture.h"

#include "core/formats/address.h"
#include "core/schedule/libraryindex.h"

#include <QTest>
#include <QUrl>

using namespace sf;
using namespace sf::test;
using namespace Qt::StringLiterals;

/// The lists of other players: PLS, XSPF, ASX, WPL; and what only goes out.
class PlaylistsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEntries_data();
    void readsEntries();
    void readsPls();
    void readsXspf();
    void readsAsx();
    void rejectsWhatItCannotTake_data();
    void rejectsWhatItCannotTake();
    void failsWithALine_data();
    void failsWithALine();
    void takesTheLengthsThatTheLibraryKnows_data();
    void takesTheLengthsThatTheLibraryKnows();
    void quotesPathsForConcat();
    void namesScenesOnce();
    void writesWindowsPaths();
    void encodesPathsThatQtReads();
};

void PlaylistsTest::readsEntries_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("format");
    QTest::addColumn<int>("entries");
    QTest::addColumn<int>("known");
    QTest::newRow("PLS")
        << QByteArray("[playlist]\nFile1=/a.mp4\nTitle1=A\nLength1=60\nFile2=http://x/b\nLength2=-1\n"
                      "NumberOfEntries=2\nVersion=2\n")
        << u"pls"_s << 2 << 1;
    QTest::newRow("PLS in capitals, CRLF, out of order")
        << QByteArray("[Playlist]\r\nFILE2=/b.mp4\r\nTITLE1=A\r\nFILE1=/a.mp4\r\nLENGTH1=5\r\n") << u"pls"_s
        << 2 << 1;
    QTest::newRow("PLS with a title alone")
        << QByteArray("[playlist]\nTitle1=A\nFile2=/b.mp4\n") << u"pls"_s << 1 << 0;
    QTest::newRow("XSPF")
        << QByteArray("<playlist version=\"1\" xmlns=\"http://xspf.org/ns/0/\"><trackList>"
                      "<track><location>file:///a%20b.mp4</location><duration>1500</duration></track>"
                      "<track><location>b.mp4</location></track></trackList></playlist>")
        << u"xspf"_s << 2 << 1;
    QTest::newRow("ASX")
        << QByteArray("<asx version = \"3.0\">\n<TITLE>List</title><entry><Ref HREF = \"http://x/a?b&c\" />"
                      "<duration value=\"00:01:30\"/></entry>\n<entryref href='http://x/c.asx'></asx>")
        << u"asx"_s << 2 << 1;
    QTest::newRow("ASX of NetShow") << QByteArray("[Reference]\r\nRef1=http://x/a\r\nRef2=http://x/b\r\n")
                                    << u"asx"_s << 2 << 0;
    QTest::newRow("WPL") << QByteArray(
                                "<?wpl version=\"1.0\"?>\n<smil><head><title>L</title></head><body><seq>"
                                "<media src=\"..\\Music\\a.mp3\" tid=\"{1}\"/><media src=\"C:\\b.mp3\" "
                                "duration=\"2000\"/></seq></body></smil>")
                         << u"wpl"_s << 2 << 1;
}

void PlaylistsTest::readsEntries()
{
    QFETCH(QByteArray, file);
    ReadOptions options;
    options.label = u"list.bin"_s;
    const auto list = playlistOf(file, options);
    QVERIFY2(list, list ? "" : qPrintable(sentence(list.error())));
    QTEST(list->format, "format");
    QTEST(static_cast<int>(list->entries.size()), "entries");
    QTEST(static_cast<int>(
              std::count_if(list->entries.begin(), list->entries.end(),
                            [](const PlaylistEntry &entry) { return entry.duration > Micros::zero(); })),
          "known");
    QVERIFY(list->rejected.empty());
    for (const PlaylistEntry &entry : list->entries)
        QVERIFY(!entry.title.isEmpty() && entry.line > 0);
}

void PlaylistsTest::readsPls()
{
    ReadOptions options;
    options.baseDir = u"/media"_s;
    const auto list =
        playlistOf("[playlist]\nFile2=sub\\b.mp4\nFile1=caf\xE9.mp4\nTitle1=A = B\nLength1=12.5\n", options);
    QVERIFY(list);
    QCOMPARE(list->entries.size(), std::size_t(2));
    QCOMPARE(list->entries[0].url, u"/media/café.mp4"_s);
    QCOMPARE(list->entries[0].title, u"A = B"_s);
    QCOMPARE(list->entries[0].duration, Micros(12'500'000));
    QCOMPARE(list->entries[0].line, std::int64_t(3));
    QCOMPARE(list->entries[1].url, u"/media/sub/b.mp4"_s);
    QCOMPARE(list->entries[1].title, u"b"_s);
    QCOMPARE(list->warnings.size(), std::size_t(1)); // not UTF-8
}

void PlaylistsTest::readsXspf()
{
    const auto list = playlistOf(
        "<?xml version=\"1.0\"?>\n<playlist xmlns=\"http://xspf.org/ns/0/\" "
        "xmlns:vlc=\"http://www.videolan.org/vlc/playlist/ns/0/\"><title>My &amp; list</title><trackList>\n"
        "<track><location>file:///m/caf%C3%A9.mp4</location><location>http://second</location><title>A, "
        "B</title>"
        "<album>News</album><image>http://x/l.png</image><duration>5000</duration>"
        "<extension "
        "application=\"http://www.videolan.org/vlc/playlist/0\"><vlc:option>start-time=5.000</vlc:option>"
        "<vlc:option>stop-time=10</vlc:option></extension></track></trackList></playlist>");
    QVERIFY(list);
    QCOMPARE(list->name, u"My & list"_s);
    QCOMPARE(list->entries.size(), std::size_t(1));
    const PlaylistEntry &entry = list->entries.front();
    QCOMPARE(entry.url, u"file:///m/caf%C3%A9.mp4"_s);
    QCOMPARE(entry.title, u"A, B"_s);
    QCOMPARE(entry.group, u"News"_s);
    QCOMPARE(entry.logo, u"http://x/l.png"_s);
    QCOMPARE(entry.duration, Micros(5'000'000));
    QCOMPARE(entry.mediaIn, Micros(5'000'000));
    QCOMPARE(entry.mediaOut, Micros(10'000'000));
    QCOMPARE(entry.line, std::int64_t(3));
}

void PlaylistsTest::readsAsx()
{
    const auto list =
        playlistOf("<ASX>\n<!-- <entry><ref href=\"no\"/></entry> -->\n<Entry><Title>Tom & Jerry &lt;1&gt;"
                   "</Title>\n<Ref href=\"http://x/a\"/><Ref href=\"http://mirror/a\"/></Entry>\n"
                   "<entry><starttime value=\"0:10\"/><duration value=\"0:20\"/><ref href=\"C:\\b.wmv\">");
    QVERIFY(list);
    QCOMPARE(list->entries.size(), std::size_t(2));
    QCOMPARE(list->entries[0].title, u"Tom & Jerry <1>"_s);
    QCOMPARE(list->entries[0].url, u"http://x/a"_s);
    QCOMPARE(list->entries[0].line, std::int64_t(4));
    QCOMPARE(list->entries[1].mediaIn, Micros(10'000'000));
    QCOMPARE(list->entries[1].mediaOut, Micros(30'000'000));
}

void PlaylistsTest::rejectsWhatItCannotTake_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("PLS") << QByteArray("[playlist]\nFile1=javascript:alert(1)\nFile2=/b.mp4\n");
    QTest::newRow("XSPF") << QByteArray(
        "<playlist xmlns=\"http://xspf.org/ns/0/\"><trackList><track><location>data:x,y"
        "</location></track><track><location>/b.mp4</location></track></trackList>"
        "</playlist>");
    QTest::newRow("ASX") << QByteArray(
        "<asx><entry><ref href=\"vbscript:x\"/></entry><entry><ref href=\"/b.mp4\"/>"
        "</entry></asx>");
    QTest::newRow("WPL") << QByteArray(
        "<?wpl version=\"1.0\"?><smil><media src=\"\"/><media src=\"/b.mp4\"/></smil>");
}

void PlaylistsTest::rejectsWhatItCannotTake()
{
    QFETCH(QByteArray, file);
    const auto list = playlistOf(file);
    QVERIFY(list);
    QCOMPARE(list->entries.size(), std::size_t(1));
    QCOMPARE(list->rejected.size(), std::size_t(1));
    QVERIFY(list->rejected.front().line > 0);
    QVERIFY(!sentence(list->rejected.front().reason).isEmpty());
}

void PlaylistsTest::failsWithALine_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("code");
    const QByteArray xspf = "<playlist xmlns=\"http://xspf.org/ns/0/\"><trackList>\n";
    QTest::newRow("cut off") << xspf + "<track><location>/a.mp4" << u"not-well-formed"_s;
    QTest::newRow("nested too deep") << xspf + QByteArray("<a>").repeated(70) << u"limit-exceeded"_s;
    QTest::newRow("a text without end")
        << xspf + "<track><title>" + QByteArray(200'000, 'x') << u"limit-exceeded"_s;
    QTest::newRow("entities")
        << QByteArray("<!DOCTYPE a [<!ENTITY x 'y'>]>\n<playlist xmlns=\"http://xspf.org/ns/0/\"/>")
        << u"forbidden-entities"_s;
    QTest::newRow("a thousand attributes of one tag") << xspf + "<track " + [] {
        QByteArray all;
        for (int i = 0; i < 20'000; ++i)
            all += "a" + QByteArray::number(i) + "=\"1\" ";
        return all;
    }() + "/>" << u"limit-exceeded"_s;
}

void PlaylistsTest::failsWithALine()
{
    QFETCH(QByteArray, file);
    const auto list = playlistOf(file);
    QVERIFY(!list);
    QTEST(QString(codeName(list.error().code)), "code");
    QVERIFY(list.error().args.value(1).toInt() >= 1);
}

void PlaylistsTest::takesTheLengthsThatTheLibraryKnows_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("M3U") << QByteArray(
        "#EXTM3U\n/media/films/Heat.mp4\n/media/None.mp4\n/media/films/Heat.mp4\n");
    QTest::newRow("ASX") << QByteArray("<asx><entry><ref href=\"/media/films/Heat.mp4\"/></entry><entry><ref "
                                       "href=\"/media/None.mp4\"/></entry><entry><ref "
                                       "href=\"file:///media/films/Heat.mp4\"/></entry></asx>");
    QByteArray rundown = "<items>";
    for (const char *name : {"FILMS/HEAT", "NONE", "FILMS/HEAT"})
        rundown += "<item><type>MOVIE</type><label>x</label><name>" + QByteArray(name) +
                   "</name><seek>0</seek><length>0</length></item>";
    QTest::newRow("CasparCG, whose client writes 0 for the whole file") << rundown + "</items>";
}

void PlaylistsTest::takesTheLengthsThatTheLibraryKnows()
{
    QFETCH(QByteArray, file);
    Asset heat;
    heat.id = AssetId{{1, 1}};
    heat.url = u"/media/films/Heat.mp4"_s;
    heat.duration = std::chrono::seconds(90);
    ReadOptions options;
    options.start = timePointFromMs(1'774'674'000'000);
    auto schedule = scheduleOf(file, options);
    QVERIFY(schedule);
    QCOMPARE(schedule->rejected.size(), std::size_t(3));
    const auto media = playlistOf(file, options); // of which no length is asked
    QVERIFY(media);
    QVERIFY(media->rejected.empty());
    QVERIFY(media->entries.size() >= 2 && media->entries.front().duration == Micros::zero());
    options.knownLength = knownLengths(AssetTable::fromAssets({heat}));
    schedule = scheduleOf(file, options);
    QVERIFY(schedule);
    QCOMPARE(schedule->events.size(), std::size_t(2));
    QCOMPARE(schedule->events.back().range,
             (TimeRange{*options.start + std::chrono::seconds(90), std::chrono::seconds(90)}));
    QCOMPARE(schedule->rejected.size(), std::size_t(1));
    QVERIFY(sentence(schedule->rejected.front().reason).contains(u"let its files be probed"_s));
}

void PlaylistsTest::quotesPathsForConcat()
{
    AwkwardDay day;
    QByteArray bytes;
    QVERIFY(day.write(u"ffconcat", bytes));
    QVERIFY(bytes.startsWith("ffconcat version 1.0\n"));
    QVERIFY(bytes.contains("file '/media/it'\\''s a film.mkv'\ninpoint 5.000000\noutpoint 305."));
    QVERIFY(bytes.contains("file '/media/café & crème #1.mp4'\n"));
}

void PlaylistsTest::namesScenesOnce()
{
    AwkwardDay day;
    day.channel.name = u"Playlist"_s;
    for (ScheduledEvent &event : day.events)
        event.title = u"Same"_s;
    QByteArray bytes;
    QVERIFY(day.write(u"obs", bytes, {{u"scenes"_s, u"true"_s}}));
    const auto parsed = scheduleOf(bytes); // refused by its kind, so at least it is one JSON object
    QVERIFY(!parsed);
    QSet<QByteArray> names;
    int count = 0;
    qsizetype at = 0;
    while ((at = bytes.indexOf("\"versioned_id\": ", at)) >= 0) {
        const qsizetype name = bytes.indexOf("\"name\": ", at);
        names.insert(bytes.sliced(name, bytes.indexOf(", ", name) - name));
        ++count;
        ++at;
    }
    QCOMPARE(names.size(), count);
    QCOMPARE(count, 2 + 2 * 9);
}

void PlaylistsTest::writesWindowsPaths()
{
    AwkwardDay day;
    QByteArray bytes;
    QVERIFY(day.write(
        u"vmix", bytes,
        {{u"kind"_s, u"m3u"_s}, {u"media-folder"_s, u"/media/"_s}, {u"windows-folder"_s, u"C:\\Media"_s}}));
    QVERIFY(bytes.startsWith("#EXTM3U\r\n"));
    QVERIFY(bytes.contains("\r\nC:\\Media\\café & crème #1.mp4\r\n"));
    bytes.clear();
    QVERIFY(day.write(u"vmix", bytes,
                      {{u"media-folder"_s, u"/media"_s}, {u"windows-folder"_s, u"C:\\Media\\"_s}}));
    QVERIFY(bytes.startsWith("http://127.0.0.1:8088/api/?Function=ListRemoveAll&Input=ScheduleFlow\n"));
    QVERIFY(bytes.contains("&Value=C%3A%5CMedia%5Ccaf%C3%A9%20%26%20cr%C3%A8me%20%231.mp4\n"));
}

void PlaylistsTest::encodesPathsThatQtReads()
{
    QString path = u"/m/é\u2028😀/"_s;
    for (char16_t c = 0x21; c < 0x7F; ++c)
        path += QChar(c);
    QCOMPARE(QUrl(writtenAddress(path)).toLocalFile(), path);
    const QString usual = u"/media/café & crème/it's #1 (50%) +b=c; d.mp4"_s;
    QCOMPARE(QUrl(writtenAddress(usual)), QUrl::fromLocalFile(usual));
    QCOMPARE(writtenAddress(u"/a b#c?d%e"_s), u"file:///a%20b%23c%3Fd%25e"_s);
}

QTEST_GUILESS_MAIN(PlaylistsTest)
#include "tst_playlists.moc"

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "importfixture.h"

#include "core/formats/limits.h"
#include "core/schedule/merge.h"

#include <QStringEncoder>
#include <QTest>

using namespace sf;
using namespace sf::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class M3uTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void counts_data();
    void counts();
    void readsOneEntry_data();
    void readsOneEntry();
    void tellsAddressesFromOtherLines_data();
    void tellsAddressesFromOtherLines();
    void resolvesRelativePaths();
    void decodes_data();
    void decodes();
    void dropsConflictMarkersAndKeepsBothSides();
    void offersLinksOfRejectedLines();
    void repairsAndWarns();
    void remarksGoByLine();
    void refusesALineWithoutEnd();
    void stopsWhenCancelled();
    void writesWhatItReads();
    void saysWhatAnExportLoses();
};

void M3uTest::counts_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<int>("entries");
    QTest::addColumn<int>("known");
    QTest::addColumn<int>("unique");
    QTest::addColumn<int>("rejected");
    QTest::addColumn<int>("warnings");
    const QByteArray two = "#EXTINF:5940,tvg-name=\"A\",A\nhttp://x/a.mp4\n#EXTINF:0,B\nhttp://x/b.mp4\n";
    QTest::newRow("an ordinary list") << "#EXTM3U\n" + two << 2 << 1 << 2 << 0 << 0;
    QTest::newRow("no header") << two << 2 << 1 << 2 << 0 << 0;
    QTest::newRow("#EXTMM3U is a header") << "#EXTMM3U\n" + two << 2 << 1 << 2 << 0 << 0;
    QTest::newRow("both sides of a conflict, a cut-off EXTINF")
        << "<<<<<<< HEAD\n" + two + "#EXTINF:60,C\n=======\n" + two +
               "#EXTINF:60,C\n>>>>>>> 1a45e5f\nhttp://x/c.mp4\n"
        << 5 << 3 << 3 << 0 << 4;
    QTest::newRow("CRLF") << QByteArray(two).replace("\n", "\r\n") << 2 << 1 << 2 << 0 << 0;
    QTest::newRow("CR alone") << QByteArray(two).replace('\n', '\r') << 2 << 1 << 2 << 0 << 0;
    QTest::newRow("no end of the last line") << two.chopped(1) << 2 << 1 << 2 << 0 << 0;
    QTest::newRow("addresses alone") << QByteArray("http://x/a.mp4\nhttp://x/b.mp4\nhttp://x/a.mp4\n") << 3
                                     << 0 << 2 << 0 << 0;
    QTest::newRow("a markdown list") << QByteArray(
                                            "### T\n- [a](https://x/a.mp4)\n\n- [b](https://x/b.mp4)\n")
                                     << 0 << 0 << 0 << 2 << 0;
    QTest::newRow("minus one is unknown")
        << QByteArray("#EXTINF:-1,A\nhttp://x/a\n") << 1 << 0 << 1 << 0 << 0;
}

void M3uTest::counts()
{
    QFETCH(QByteArray, file);
    const auto list = playlistOf(file);
    QVERIFY(list);
    IdSource ids(1, 1);
    const auto merge = mergePlaylist(Station(), *list, ids, EditStamp(), Job());
    QVERIFY(merge);
    QTEST(static_cast<int>(list->entries.size()), "entries");
    QTEST(static_cast<int>(merge->knownDuration), "known");
    QTEST(static_cast<int>(merge->added), "unique");
    QTEST(static_cast<int>(list->rejected.size()), "rejected");
    QTEST(static_cast<int>(list->warnings.size()), "warnings");
}

void M3uTest::readsOneEntry_data()
{
    QTest::addColumn<QByteArray>("info");
    QTest::addColumn<QString>("title");
    QTest::addColumn<qint64>("us");
    QTest::addColumn<QString>("group");
    QTest::addColumn<QString>("logo");
    QTest::newRow("a comma in the title stays")
        << QByteArray("#EXTINF:-1,Chariots, Gods and Beyond") << u"Chariots, Gods and Beyond"_s << qint64(0)
        << u""_s << u""_s;
    QTest::newRow("attributes after a comma")
        << QByteArray("#EXTINF:60,tvg-logo=\"l,1\",group-title=\"G\",T, 1") << u"T, 1"_s << qint64(60'000'000)
        << u"G"_s << u"l,1"_s;
    QTest::newRow("attributes after a blank") << QByteArray("#EXTINF:60 group-title=\"G\" tvg-logo=\"l\",T")
                                              << u"T"_s << qint64(60'000'000) << u"G"_s << u"l"_s;
    QTest::newRow("a fraction of a second")
        << QByteArray("#EXTINF:12.345678,T") << u"T"_s << qint64(12'345'678) << u""_s << u""_s;
    QTest::newRow("a broken quote") << QByteArray("#EXTINF:-1,h_720,al_c/x.png\" group-title=\"W\",Lone Star")
                                    << u"Lone Star"_s << qint64(0) << u"W"_s << u""_s;
    QTest::newRow("a quote without end") << QByteArray("#EXTINF:5 group-title=\"W,Title") << u"Title"_s
                                         << qint64(5'000'000) << u"W"_s << u""_s;
    QTest::newRow("no title: the file's name")
        << QByteArray("#EXTINF:5,") << u"a b"_s << qint64(5'000'000) << u""_s << u""_s;
    QTest::newRow("no EXTINF: the file's name")
        << QByteArray("# nothing") << u"a b"_s << qint64(0) << u""_s << u""_s;
    QTest::newRow("tvg-name where there is no title")
        << QByteArray("#EXTINF:5 tvg-name=\"N\",") << u"N"_s << qint64(5'000'000) << u""_s << u""_s;
    QTest::newRow("EXTGRP") << QByteArray("#EXTINF:5,T\n#EXTGRP:Films") << u"T"_s << qint64(5'000'000)
                            << u"Films"_s << u""_s;
    QTest::newRow("a duration that is no number")
        << QByteArray("#EXTINF:abc,T") << u"T"_s << qint64(0) << u""_s << u""_s;
    QTest::newRow("a duration beyond reason")
        << QByteArray("#EXTINF:1e999,T") << u"T"_s << qint64(0) << u""_s << u""_s;
    QTest::newRow("lower case") << QByteArray("#extinf:7,T") << u"T"_s << qint64(7'000'000) << u""_s << u""_s;
}

void M3uTest::readsOneEntry()
{
    QFETCH(QByteArray, info);
    const auto list = playlistOf(info + "\nhttps://example.com/films/a%20b.mp4?q=1\n");
    QVERIFY(list);
    QCOMPARE(list->entries.size(), std::size_t(1));
    const PlaylistEntry &entry = list->entries.front();
    QTEST(entry.title, "title");
    QTEST(qint64(entry.duration.count()), "us");
    QTEST(entry.group, "group");
    QTEST(entry.logo, "logo");
    QCOMPARE(entry.url, u"https://example.com/films/a%20b.mp4?q=1"_s);
}

void M3uTest::tellsAddressesFromOtherLines_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("code"); // empty: taken
    for (const char *good : {"rtmp://h/live", "RTSP://h/x", "udp://@239.0.0.1:1234", "srt://h:9000",
                             "file:///a/b.mp4", "mms://h/x", "/media/x", "C:\\Films\\a.mp4", "d:/a.mp4",
                             "\\\\server\\share\\a.mp4", "Films/a b.mkv", "../a", ".\\a", "film.ts"})
        QTest::newRow(good) << QByteArray(good) << QString();
    for (const char *refused :
         {"javascript:alert(1)", "data:text/html,x", "mailto:a@b.example", "vbscript:x.y"})
        QTest::newRow(refused) << QByteArray(refused) << u"url-not-allowed"_s;
    for (const char *bad : {"hello", "- [a](https://x/a.mp4)", "a sentence.", "3.14", "see https://x/a.mp4"})
        QTest::newRow(bad) << QByteArray(bad) << u"line-not-understood"_s;
}

void M3uTest::tellsAddressesFromOtherLines()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, code);
    const auto list = playlistOf("#EXTM3U\n\n" + line);
    QVERIFY(list);
    QCOMPARE(list->entries.size(), std::size_t(code.isEmpty() ? 1 : 0));
    QCOMPARE(list->rejected.size(), std::size_t(code.isEmpty() ? 0 : 1));
    if (!code.isEmpty()) {
        QCOMPARE(QString(codeName(list->rejected.front().reason.code)), code);
        QCOMPARE(list->rejected.front().line, std::int64_t(3));
    }
}

void M3uTest::resolvesRelativePaths()
{
    ReadOptions options;
    options.baseDir = u"/station/lists"_s;
    const auto list = playlistOf("#EXTM3U\n../films/a.mp4\nsub\\b.mp4\n/c.mp4\n", options);
    QVERIFY(list);
    QCOMPARE(list->entries[0].url, u"/station/films/a.mp4"_s);
    QCOMPARE(list->entries[1].url, u"/station/lists/sub/b.mp4"_s);
    QCOMPARE(list->entries[2].url, u"/c.mp4"_s);
}

void M3uTest::decodes_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("title");
    QTest::addColumn<int>("warnings");
    const QString text = u"#EXTM3U\n#EXTINF:5,Café € 𝐁 Канал\nhttp://x/a.mp4\n"_s;
    const auto utf16 = [&](QStringConverter::Encoding encoding) {
        QStringEncoder encode(encoding, QStringConverter::Flag::WriteBom);
        return QByteArray(encode(text));
    };
    const QString title = u"Café € 𝐁 Канал"_s;
    QTest::newRow("UTF-8") << text.toUtf8() << title << 0;
    QTest::newRow("UTF-8 with a mark") << "\xEF\xBB\xBF" + text.toUtf8() << title << 0;
    QTest::newRow("marks in the middle")
        << text.toUtf8().replace("\n", "\n\xEF\xBB\xBF\xEF\xBB\xBF") << title << 0;
    QTest::newRow("UTF-16 little endian") << utf16(QStringConverter::Utf16LE) << title << 0;
    QTest::newRow("UTF-16 big endian") << utf16(QStringConverter::Utf16BE) << title << 0;
    QTest::newRow("Windows-1252") << QByteArray("#EXTM3U\n#EXTINF:5,Caf\xE9 \x80 \x93q\x94\nhttp://x/a.mp4\n")
                                  << u"Café € “q”"_s << 1;
}

void M3uTest::decodes()
{
    QFETCH(QByteArray, file);
    const auto list = playlistOf(file);
    QVERIFY(list);
    QCOMPARE(list->entries.size(), std::size_t(1));
    QTEST(list->entries.front().title, "title");
    QTEST(static_cast<int>(list->warnings.size()), "warnings");
}

void M3uTest::dropsConflictMarkersAndKeepsBothSides()
{
    const auto list = playlistOf("<<<<<<< HEAD\n#EXTINF:5,Kept\n=======\nhttp://x/a.mp4\n>>>>>>> main\n");
    QVERIFY(list);
    QCOMPARE(list->entries.size(), std::size_t(1));
    QCOMPARE(list->entries.front().title, u"Kept"_s);
    QCOMPARE(list->entries.front().line, std::int64_t(4));
    QCOMPARE(list->warnings.size(), std::size_t(3));
    QCOMPARE(list->warnings[1].line, std::int64_t(3));
}

void M3uTest::offersLinksOfRejectedLines()
{
    const auto list = playlistOf("- [a (1)](https://x/a%20(1).mp4)\n- [b](http://x/b.mp4) <https://x/c>\n");
    QVERIFY(list);
    const QStringList expected{u"https://x/a%20(1).mp4"_s, u"http://x/b.mp4"_s, u"https://x/c"_s};
    QCOMPARE(list->links, expected);
}

void M3uTest::repairsAndWarns()
{
    const auto list = playlistOf("#PLAYLIST:Evening\nEXTINF:5,T\n#EXTVLCOPT:start-time=1.5\n"
                                 "#EXTVLCOPT:stop-time=3\nhttp://x/a.mp4\n#EXTINF:1,Lost\n");
    QVERIFY(list);
    QCOMPARE(list->name, u"Evening"_s);
    QCOMPARE(list->entries.size(), std::size_t(1));
    QCOMPARE(list->entries.front().title, u"T"_s);
    QCOMPARE(list->entries.front().mediaIn, Micros(1'500ms));
    QCOMPARE(list->entries.front().mediaOut, Micros(3s));
    QCOMPARE(list->warnings.size(), std::size_t(2));
    QCOMPARE(list->warnings[0].line, std::int64_t(2));
    QCOMPARE(list->warnings[1].line, std::int64_t(6));
}

void M3uTest::remarksGoByLine()
{
    const auto list = playlistOf("#EXTINF:1,Lost\nEXTINF:2,Found\n/a.mp4\n");
    QVERIFY(list);
    QCOMPARE(list->warnings.size(), std::size_t(2)); // what the first line lacks is known after the second
    QCOMPARE(list->warnings[0].line, std::int64_t(1));
    QCOMPARE(list->warnings[1].line, std::int64_t(2));
}

void M3uTest::refusesALineWithoutEnd()
{
    EndlessDevice device("#EXTM3U\nhttp://x/a.mp4\nhttp://", "aaaaaaaaaaaaaaaa");
    const auto list = readPlaylist(device, {}, Job());
    QVERIFY(!list);
    QCOMPARE(list.error().code, ErrorCode::LimitExceeded);
    QCOMPARE(list.error().args.value(1), u"3"_s);
}

void M3uTest::stopsWhenCancelled()
{
    EndlessDevice device("#EXTM3U\n", "http://x/a.mp4\n");
    Job job;
    job.cancel();
    const auto list = readPlaylist(device, {}, job);
    QVERIFY(!list);
    QCOMPARE(list.error().code, ErrorCode::Cancelled);
}

namespace {

/// A channel, its assets and events, as an export sees them.
struct Exported
{
    Channel channel;
    Plan plan;
    AssetTable assets;
    std::vector<ScheduledEvent> events;

    Result<WriteReport> write(QByteArray &bytes) const
    {
        std::vector<const ScheduledEvent *> pointers;
        for (const ScheduledEvent &event : events)
            pointers.push_back(&event);
        QBuffer device(&bytes);
        device.open(QIODevice::WriteOnly);
        const TimeRange range = TimeRange::between(events.front().range.start, events.back().range.end());
        return writeSchedule(device, *findFormat(u"m3u"), {channel, plan, range, pointers, assets, {}},
                             Job());
    }
};

Exported twoEvents(const Asset &asset)
{
    Exported exported;
    exported.channel.name = u"One"_s;
    Changes<Asset> changes;
    changes.after.push_back(asset);
    (void)exported.assets.apply(changes);
    ScheduledEvent event;
    event.id = EventId::fromBits(1, 1);
    event.asset = asset.id;
    event.title = u"Café, \"crème\"\nline"_s;
    event.range = {timePointFromMs(0), 20'480ms};
    event.mediaIn = 5s;
    exported.events.push_back(event);
    event.id = EventId::fromBits(1, 2);
    event.asset = {};
    event.range.start += 30s;
    exported.events.push_back(event);
    return exported;
}

Asset asset()
{
    Asset asset;
    asset.id = AssetId::fromBits(2, 1);
    asset.url = u"/media/café & crème #1.mp4"_s;
    asset.category = u"Food, \"Drink\""_s;
    return asset;
}

} // namespace

void M3uTest::writesWhatItReads()
{
    QByteArray bytes;
    const auto report = twoEvents(asset()).write(bytes);
    QVERIFY(report);
    QCOMPARE(report->events, std::int64_t(1));
    QCOMPARE(report->bytes, std::int64_t(bytes.size()));
    const QByteArray expected = "#EXTM3U\n#PLAYLIST:One 1970-01-01\n"
                                "#EXTINF:20.48 group-title=\"Food Drink\",Café, \"crème\" line\n"
                                "#EXTGRP:Food, \"Drink\"\n"
                                "#EXTVLCOPT:start-time=5\n#EXTVLCOPT:stop-time=25.48\n"
                                "file:///media/caf%C3%A9%20&%20cr%C3%A8me%20%231.mp4\n";
    QCOMPARE(bytes, expected);
    const auto list = playlistOf(bytes);
    QVERIFY(list);
    QVERIFY(list->rejected.empty() && list->warnings.empty());
    QCOMPARE(comparableUrl(list->entries.front().url), asset().url);
    QCOMPARE(list->entries.front().mediaOut, Micros(25'480ms));
}

void M3uTest::saysWhatAnExportLoses()
{
    QByteArray bytes;
    const auto report = twoEvents(asset()).write(bytes);
    QVERIFY(report);
    QCOMPARE(report->lost.size(), std::size_t(3));
    QVERIFY(report->lost[0].event.isNull()); // that there are no times at all
    QCOMPARE(report->lost[1].event, EventId::fromBits(1, 2));
    QVERIFY(report->lost[1].what.contains("0:00:09.520"_L1)); // the gap
    QCOMPARE(report->lost[2].event, EventId::fromBits(1, 2)); // and the event, which has no media
}

QTEST_GUILESS_MAIN(M3uTest)
#include "tst_m3u.moc"

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "importfixture.h"

#include "core/schedule/merge.h"
#include "core/time/iso8601.h"

#include <QTest>

using namespace sf;
using namespace sf::test;
using namespace Qt::StringLiterals;

/// Files that other programs wrote: Totem's library, VLC, Clementine, Strawberry, Audacious, Kdenlive, Shotcut, moc, FFmpeg, melt,
/// calcurse, khal, gnumeric and tv_sort. Their names say which; only the folders were renamed.
class ForeignTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void schedulesAreTaken_data();
    void schedulesAreTaken();
    void listsAreTaken_data();
    void listsAreTaken();
};

namespace {

QByteArray contentOf(const QString &name)
{
    QFile file(u"" SF_TEST_DATA "/foreign/"_s + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// As the import of a channel in Rome has them; the format is found by content.
ReadOptions optionsFor(const QString &name)
{
    ReadOptions options;
    options.label = name;
    options.channel = *ChannelClock::create(u"Europe/Rome"_s, std::chrono::hours(6));
    options.start = options.channel->broadcastDay(QDate(2026, 3, 28)).start;
    return options;
}

/// "2026-03-28T20:00:00+01:00 1:30:00 0:00:00 Title": start, length, where in the media, title.
QStringList linesOf(const ImportedSchedule &schedule)
{
    const ChannelClock clock = *ChannelClock::create(u"Europe/Rome"_s, std::chrono::hours(6));
    QStringList lines;
    for (const ScheduledEvent &event : schedule.events) {
        lines += u"%1 %2 %3 %4"_s.arg(clock.format(event.range.start), toClockText(event.range.duration),
                                      toClockText(std::chrono::round<Millis>(event.mediaIn)), event.title);
    }
    return lines;
}

} // namespace

void ForeignTest::schedulesAreTaken_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("url"); // of the first
    QTest::addColumn<QStringList>("first");
    QTest::addColumn<int>("events");
    QTest::newRow("calcurse.ics")
        << u"ics"_s << QString()
        << QStringList{u"2026-03-28T08:00:00+01:00 0:30:00 0:00:00 Ogni giorno"_s,
                       u"2026-03-28T20:00:00+01:00 1:30:00 0:00:00 Film, “notte”; \\ fine"_s,
                       u"2026-03-29T01:30:00+01:00 2:00:00 0:00:00 Notte DST"_s,
                       u"2026-03-29T08:00:00+02:00 0:30:00 0:00:00 Ogni giorno"_s}
        << 8;
    QTest::newRow("khal.ics") << u"ics"_s << QString()
                              << QStringList{u"2026-03-28T20:00:00+01:00 1:30:00 0:00:00 Film, khal"_s,
                                             u"2026-04-04T20:00:00+02:00 1:30:00 0:00:00 Film, khal"_s}
                              << 5;
    const QStringList table{u"2026-03-28T20:00:00+01:00 0:30:00 0:00:00 Film, \"bello\""_s,
                            u"2026-03-28T20:30:00+01:00 1:00:00 0:00:00 Città"_s};
    QTest::newRow("gnumeric-semicolon.csv") << u"csv"_s << QString() << table << 2;
    QTest::newRow("gnumeric-tab.tsv") << u"csv"_s << QString() << table << 2;
    QTest::newRow("gnumeric-utf16.csv") << u"csv"_s << QString() << table << 2;
    // melt melt.mp4 in=10 out=99 -blank 24 …: an entry counts from where its producer begins.
    QTest::newRow("melt.mlt") << u"mlt"_s << u"/media/ident.mp4"_s
                              << QStringList{u"2026-03-28T06:00:00+01:00 0:00:03.600 0:00:00.400 ident"_s,
                                             u"2026-03-28T06:00:04.600+01:00 0:00:12 0:00:00 café & crème"_s}
                              << 2;
    QTest::newRow("melt-tracks.mlt")
        << u"mlt"_s << u"/media/news #2.mp4"_s
        << QStringList{u"2026-03-28T05:59:59.999+01:00 0:00:01.702 0:00:00 news #2"_s,
                       u"2026-03-28T06:00:01.701+01:00 0:00:04.037 0:00:01.001 ident"_s}
        << 2;
    // The timeline counts, not the bin that is the root; nor the sound that lies below it.
    QTest::newRow("kdenlive.kdenlive")
        << u"mlt"_s << u"/media/news.mp4"_s
        << QStringList{u"2026-03-28T06:00:00+01:00 0:00:20 0:00:00 news"_s,
                       u"2026-03-28T06:00:39.160+01:00 0:00:03 0:00:00 ident"_s}
        << 2;
    QTest::newRow("shotcut.mlt") << u"mlt"_s << u"/media/news.mp4"_s
                                 << QStringList{u"2026-03-28T06:00:00+01:00 0:00:20 0:00:00 news"_s,
                                                u"2026-03-28T06:00:20+01:00 0:00:20 0:00:00 news"_s}
                                 << 2;
    // As the sample of ST 2021-4 and traffic systems write them: see the comment in the file.
    QTest::newRow("traffic.bxf")
        << u"bxf"_s << u"http://cdn.example/a.mp4"_s
        << QStringList{u"2026-03-28T06:00:00+01:00 0:10:00 0:00:15 Evening News, part 1"_s,
                       u"2026-03-28T06:10:00+01:00 0:00:30 0:00:00 Car Sales"_s,
                       u"2026-03-28T06:10:30+01:00 0:00:29.933 0:00:00 Promo"_s,
                       u"2026-03-28T06:11:00+01:00 0:01:00 0:00:00 Live, from the yard"_s,
                       u"2026-03-28T06:12:00+01:00 0:00:30 0:00:00 SP0002"_s}
        << 5;
    QTest::newRow("tv_sort.xmltv")
        << u"xmltv"_s << u"/media/café & crème #1.mp4"_s
        << QStringList{u"2026-03-28T06:00:00+01:00 1:00:00 0:00:00 News, “live” & <more>"_s,
                       u"2026-03-28T07:00:00+01:00 0:30:00 0:00:00 Say \"hi\", you"_s}
        << 10;
}

void ForeignTest::schedulesAreTaken()
{
    QFETCH(QStringList, first);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    const auto schedule = scheduleOf(contentOf(name), optionsFor(name));
    QVERIFY2(schedule, schedule ? "" : qPrintable(sentence(schedule.error())));
    QTEST(schedule->format, "format");
    QCOMPARE(schedule->rejected.size(), std::size_t(0));
    QStringList lines = linesOf(*schedule);
    QTEST(int(lines.size()), "events");
    lines.sort();
    QCOMPARE(lines.first(first.size()), first);
    QTEST(schedule->assets.empty() ? QString() : schedule->assets.front().url, "url");
}

void ForeignTest::listsAreTaken_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QStringList>("entries");
    const QStringList titled{u"/media/ident.mp4|Ident|0:00:00"_s,
                             u"/media/café & crème.mp4|Caffè, “crema”|0:00:00"_s,
                             u"/media/news #2.mp4|News = 2|0:00:00"_s};
    QTest::newRow("totem.pls") << u"pls"_s << titled;
    QTest::newRow("totem.xspf") << u"xspf"_s << titled;
    QTest::newRow("totem.m3u") << u"m3u"_s << titled;
    QTest::newRow("moc.m3u") << u"m3u"_s
                             << QStringList{u"/media/café & crème.mp4|A - T café & crème|0:00:12"_s,
                                            u"/media/due, “tre”.ogg|Artist, A - T due, “tre”|0:00:07"_s,
                                            u"/media/ident.mp4|A - T ident|0:00:12"_s,
                                            u"/media/news #2.mp4|A - T news #2|0:00:12"_s,
                                            u"/media/one.ogg|Artist, A - T one|0:00:07"_s,
                                            u"/media/ramp.mkv|/media/ramp.mkv|0:00:08"_s};
    const QStringList named{u"/media/ident.mp4|ident|0:00:00"_s,
                            u"/media/café & crème.mp4|café & crème|0:00:00"_s,
                            u"/media/news.mp4|news|0:00:00"_s};
    const QStringList timed{u"/media/ident.mp4|ident|0:00:03"_s,
                            u"/media/café & crème.mp4|café & crème|0:00:08"_s,
                            u"/media/news.mp4|news|0:00:20"_s};
    const QStringList exact{u"/media/ident.mp4|ident|0:00:03.021"_s,
                            u"/media/café & crème.mp4|café & crème|0:00:08.021"_s,
                            u"/media/news.mp4|news|0:00:20.021"_s};
    QTest::newRow("vlc.xspf") << u"xspf"_s << timed;
    QTest::newRow("clementine.wpl") << u"wpl"_s << named;
    QTest::newRow("clementine.asx") << u"asx"_s << named;
    QTest::newRow("clementine.m3u") << u"m3u"_s << timed;
    QTest::newRow("clementine.xspf") << u"xspf"_s << timed;
    QTest::newRow("strawberry.asx") << u"asx"_s << named;
    QTest::newRow("strawberry.m3u") << u"m3u"_s << timed;
    QTest::newRow("strawberry.pls") << u"pls"_s << timed;
    QTest::newRow("strawberry.xspf") << u"xspf"_s << exact;
    QTest::newRow("audacious.asx") << u"asx"_s << named;
    QTest::newRow("ffmpeg-segments.m3u8")
        << u"m3u"_s << QStringList{u"seg0.ts|seg0|0:00:10.023"_s, u"seg1.ts|seg1|0:00:02"_s};
}

void ForeignTest::listsAreTaken()
{
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    const auto playlist = playlistOf(contentOf(name), optionsFor(name));
    QVERIFY2(playlist, playlist ? "" : qPrintable(sentence(playlist.error())));
    QTEST(playlist->format, "format");
    QCOMPARE(playlist->rejected.size(), std::size_t(0));
    QStringList entries;
    for (const PlaylistEntry &entry : playlist->entries) {
        entries += u"%1|%2|%3"_s.arg(comparableUrl(entry.url), entry.title,
                                     toClockText(std::chrono::round<Millis>(entry.duration)));
    }
    QTEST(entries, "entries");
}

QTEST_GUILESS_MAIN(ForeignTest)
#include "tst_foreign.moc"

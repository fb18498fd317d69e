// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/schedule/merge.h"

#include "stationfixture.h"

using namespace sf;
using namespace sf::fixture;
using namespace std::chrono;

namespace {

PlaylistEntry entry(const QString &title, const QString &url, Micros duration = Micros(0))
{
    PlaylistEntry made;
    made.title = title;
    made.url = url;
    made.duration = duration;
    return made;
}

Result<PlaylistMerge> merged(const Station &station, const std::vector<PlaylistEntry> &entries,
                             const Job &job = {})
{
    IdSource ids(1774728000000, 1);
    ImportedPlaylist playlist;
    playlist.entries = ImportedEntries(entries);
    return mergePlaylist(station, playlist, ids, stamp, job);
}

} // namespace

class TestMergePlaylist : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comparableForms_data();
    void comparableForms();
    void oneAssetAnAddress();
    void samePlaylistTwiceAddsNothing();
    void fieldsAreTaken();
    void durationFitsTheEnd();
    void cancelAddsNothing();
};

void TestMergePlaylist::comparableForms_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("form");
    const auto row = [](const char *name, QString url, QString form) {
        QTest::newRow(name) << std::move(url) << std::move(form);
    };
    row("path", u"/media/a.mp4"_s, u"/media/a.mp4"_s);
    row("blanks around", u" /media/a.mp4 \n"_s, u"/media/a.mp4"_s);
    row("dots and double slashes", u"/media//x/.././a.mp4"_s, u"/media/a.mp4"_s);
    row("file address", u"file:///media/a.mp4"_s, u"/media/a.mp4"_s);
    row("file address in capitals", u"FILE:///media/a.mp4"_s, u"/media/a.mp4"_s);
    row("file address with this host", u"file://localhost/media/a.mp4"_s, u"/media/a.mp4"_s);
    row("file address with one slash", u"file:/media/a.mp4"_s, u"/media/a.mp4"_s);
    row("file address of another host stays", u"file://server/media/a.mp4"_s, u"file://server/media/a.mp4"_s);
    row("percent-encoded", u"file:///media/a%20b%23c.mp4"_s, u"/media/a b#c.mp4"_s);
    row("bare # in a file address", u"file:///media/a#1.mp4"_s, u"/media/a#1.mp4"_s);
    row("bare ? in a file address", u"file:///media/why?.mp4"_s, u"/media/why?.mp4"_s);
    row("percent in a path is no code", u"/media/100%20.mp4"_s, u"/media/100%20.mp4"_s);
    row("not Latin", u"file:///media/%D1%84.mp4"_s, u"/media/\u0444.mp4"_s);
    row("web address stays as it is", u"http://h/a//b/../c?x#y"_s, u"http://h/a//b/../c?x#y"_s);
    row("Windows path stays as it is", u"C:\\media\\a.mp4"_s, u"C:\\media\\a.mp4"_s);
    row("empty", u"  "_s, u""_s);
}

void TestMergePlaylist::comparableForms()
{
    QFETCH(QString, url);
    QTEST(comparableUrl(url), "form");
    QCOMPARE(comparableUrl(comparableUrl(url)), comparableUrl(url));
}

void TestMergePlaylist::oneAssetAnAddress()
{
    const Station station = stationWith({}, {asset(1, u"/there.mp4"_s)});
    const auto merge =
        merged(station, {entry(u"There"_s, u"file:///there.mp4"_s), entry(u"A"_s, u"/a.mp4"_s, 60s),
                         entry(u"Again"_s, u"file:///a.mp4"_s, 60s), entry(u"a"_s, u"/b.mp4"_s)});
    QVERIFY(merge);
    QCOMPARE(merge->entries, 4);
    QCOMPARE(merge->added, 2);
    QCOMPARE(merge->duplicates, 2);
    QCOMPARE(merge->repeated, 1);
    QCOMPARE(merge->knownDuration, 2);
    QCOMPARE(merge->edit.changedCount(), 2);
    QCOMPARE(merge->edit.assets.after[0].title, u"A"_s); // the first one's
    Station after = station;
    QVERIFY(after.apply(merge->edit));
    QCOMPARE(after.assets().size(), 3);
}

void TestMergePlaylist::samePlaylistTwiceAddsNothing()
{
    const std::vector<PlaylistEntry> entries{entry(u"A"_s, u"http://h/a"_s),
                                             entry(u"B"_s, u"file:///b%20c.mp4"_s)};
    Station station = stationWith();
    QVERIFY(station.apply(merged(station, entries)->edit));
    const auto again = merged(station, entries);
    QCOMPARE(again->duplicates, 2);
    QVERIFY(again->edit.isEmpty());
}

void TestMergePlaylist::fieldsAreTaken()
{
    PlaylistEntry made = entry(u"Film"_s, u"/film.mp4"_s, 90min);
    made.group = u"Movies"_s;
    made.logo = u"http://h/logo.png"_s;
    made.mediaIn = 10s;
    const auto merge = merged(stationWith(), {made, entry(u"Stream"_s, u"http://h/s"_s)});
    const Asset &film = merge->edit.assets.after[0];
    QCOMPARE(film.title, u"Film"_s);
    QCOMPARE(film.url, u"/film.mp4"_s);
    QCOMPARE(film.category, u"Movies"_s);
    QCOMPARE(film.logo, u"http://h/logo.png"_s);
    QVERIFY(film.som == 10s && film.duration == 90min && !film.eom);
    QCOMPARE(film.durationSource, DurationSource::Declared);
    QCOMPARE(film.status, AssetStatus::Unprobed);
    const Asset &stream = merge->edit.assets.after[1];
    QCOMPARE(stream.durationSource, DurationSource::Unknown);
    QVERIFY(stream.duration == Micros(0) && stream.playable() == Micros(0));
}

void TestMergePlaylist::durationFitsTheEnd()
{
    PlaylistEntry made = entry(u"Film"_s, u"/film.mp4"_s, 50s);
    made.mediaIn = 10s;
    made.mediaOut = 60s;
    const auto merge = merged(stationWith(), {made});
    const Asset &film = merge->edit.assets.after[0];
    QVERIFY(film.eom == Micros(60s) && film.duration == 60s && film.playable() == 50s);
    made.mediaOut = 10s; // no length at all: not taken for an end
    QVERIFY(!merged(stationWith(), {made})->edit.assets.after[0].eom);
}

void TestMergePlaylist::cancelAddsNothing()
{
    Job job;
    job.cancel();
    QCOMPARE(merged(stationWith(), {entry(u"A"_s, u"/a"_s)}, job).error().code, ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestMergePlaylist)
#include "tst_mergeplaylist.moc"

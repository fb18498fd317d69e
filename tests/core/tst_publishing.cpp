// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/document/document.h"
#include "core/document/publishing.h"
#include "core/store/publications.h"

#include "stationfixture.h"

#include <QTemporaryDir>

using namespace sf;
using namespace sf::fixture;
using namespace std::chrono;

class TestPublishing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seesWhatChanged_data();
    void seesWhatChanged();
    void seesMediaThatMoved();
    void marksDays();
    void warnsOfWhatIsAboutToPlay_data();
    void warnsOfWhatIsAboutToPlay();
    void findsWhatIsOutOfDate();
    void isKeptInTheStation();
    void exportsAndRecords();
    void exportsFoldersOfDays();
    void writesNothingWhenItOnlyLooks();
};

namespace {

Station week()
{
    std::vector<ScheduledEvent> events;
    for (std::uint64_t day = 0; day < 3; ++day) {
        for (std::uint64_t hour = 0; hour < 3; ++hour) {
            auto event = eventAt(day * 10 + hour + 1, u"2026-06-01T10:00Z"_s, 1h);
            event.range.start += days(day) + hours(hour);
            event.asset = assetId(1);
            events.push_back(event);
        }
    }
    return stationWith(std::move(events), {asset(1, u"/media/a.mp4"_s)});
}

TimeRange threeDays(const Station &station)
{
    return station.channels()[0].clock().broadcastDays(QDate(2026, 6, 1), 3);
}

Publication publish(const Station &station, TimeRange range, TimePoint time)
{
    Publication publication;
    publication.channel = channelId(1);
    publication.range = range;
    publication.time = time;
    publication.commit = 7;
    publication.format = u"m3u"_s;
    publication.target = u"/srv/day.m3u"_s;
    publication.events = publishedEvents(station, planId(1), range);
    return publication;
}

/// Changes event 11 (the second day's first) so.
StationEdit editOf(const Station &station, const std::function<void(ScheduledEvent &)> &change)
{
    StationEdit edit;
    edit.events.before = {*station.schedule().find(eventId(11))};
    edit.events.after = edit.events.before;
    change(edit.events.after.front());
    return edit;
}

Station changed(Station station, const std::function<void(ScheduledEvent &)> &change)
{
    if (!station.apply(editOf(station, change)))
        qFatal("the edit does not apply");
    return station;
}

} // namespace

void TestPublishing::seesWhatChanged_data()
{
    QTest::addColumn<int>("what");
    QTest::addColumn<int>("changes");
    QTest::newRow("nothing") << 0 << 0;
    QTest::newRow("a start") << 1 << 1;
    QTest::newRow("a title") << 2 << 1;
    QTest::newRow("another medium") << 3 << 1;
    QTest::newRow("where the medium begins") << 4 << 1;
    QTest::newRow("a colour is not played") << 5 << 0;
    QTest::newRow("a lock is not played") << 6 << 0;
    QTest::newRow("a note is not played") << 7 << 0;
}

void TestPublishing::seesWhatChanged()
{
    QFETCH(int, what);
    const Station before = week();
    const Publication publication = publish(before, threeDays(before), at(u"2026-05-31T00:00Z"_s));
    const Station after = changed(before, [what](ScheduledEvent &event) {
        if (what == 1)
            event.range.start += 40ms;
        if (what == 2)
            event.title = u"Other"_s;
        if (what == 3)
            event.asset = {};
        if (what == 4)
            event.mediaIn = 1s;
        if (what == 5)
            event.colour = 0x123456;
        if (what == 6)
            event.isLocked = true;
        if (what == 7)
            event.note = u"x"_s;
    });
    const auto changes = changesSince(publication, after);
    QTEST(static_cast<int>(changes.size()), "changes");
    for (const ChangedEvent &change : changes) {
        QCOMPARE(change.event, eventId(11));
        QCOMPARE(change.change, PublishedChange::Changed);
    }
}

void TestPublishing::seesMediaThatMoved()
{
    const Station before = week();
    const Publication publication = publish(before, threeDays(before), {});
    StationEdit edit;
    edit.assets.before = {*before.assets().find(assetId(1))};
    edit.assets.after = {asset(1, u"/elsewhere/a.mp4"_s)};
    Station after = before;
    QVERIFY(after.apply(edit));
    QCOMPARE(changesSince(publication, after).size(), std::size_t(9));
}

void TestPublishing::marksDays()
{
    const Station before = week();
    const TimeRange all = threeDays(before);
    const std::vector<Publication> publications{
        publish(before, all, at(u"2026-05-30T00:00Z"_s)),
        publish(changed(before, [](ScheduledEvent &event) { event.title = u"X"_s; }),
                before.channels()[0].clock().broadcastDay(QDate(2026, 6, 2)), at(u"2026-05-31T00:00Z"_s))};
    StationEdit edit;
    edit.events.before = {*before.schedule().find(eventId(1))};
    edit.events.after = {eventAt(90, u"2026-06-03T20:00Z"_s, 1h)};
    Station after = before;
    QVERIFY(after.apply(edit));
    const auto days = publishedDays(after, channelId(1), publications, {all.start, all.duration + 24h});
    QCOMPARE(days.size(), std::size_t(4));
    QCOMPARE(days[0].date, QDate(2026, 6, 1));
    QCOMPARE(days[0].changes.size(), std::size_t(1));
    QCOMPARE(days[0].changes[0].change, PublishedChange::Removed);
    QCOMPARE(days[1].changes.size(), std::size_t(1)); // the newer publication counts, and it said X
    QCOMPARE(days[1].published, std::optional(at(u"2026-05-31T00:00Z"_s)));
    QCOMPARE(days[2].changes.size(), std::size_t(1));
    QCOMPARE(days[2].changes[0].change, PublishedChange::Added);
    QVERIFY(!days[3].published && days[3].changes.empty());
    QVERIFY(publishedDays(after, channelId(99), publications, all).empty());
}

void TestPublishing::warnsOfWhatIsAboutToPlay_data()
{
    QTest::addColumn<QString>("now"); // event 11 plays from 10:00 on 2 June
    QTest::addColumn<int>("minutes");
    QTest::addColumn<int>("events");
    QTest::newRow("long before") << u"2026-06-02T08:00Z"_s << 60 << 0;
    QTest::newRow("just before") << u"2026-06-02T09:30Z"_s << 60 << 1;
    QTest::newRow("on air") << u"2026-06-02T10:59Z"_s << 1 << 1;
    QTest::newRow("over") << u"2026-06-02T11:00Z"_s << 60 << 0;
    QTest::newRow("no horizon") << u"2026-06-02T10:30Z"_s << 0 << 0;
}

void TestPublishing::warnsOfWhatIsAboutToPlay()
{
    QFETCH(QString, now);
    QFETCH(int, minutes);
    const Station station = week();
    const StationEdit edit = editOf(station, [](ScheduledEvent &event) { event.range.start += days(9); });
    const auto events = aboutToPlay(edit, station, channelId(1), at(now), std::chrono::minutes(minutes));
    QTEST(static_cast<int>(events.size()), "events");
    QVERIFY(aboutToPlay(edit, station, channelId(2), at(now), std::chrono::minutes(minutes)).empty());
}

void TestPublishing::findsWhatIsOutOfDate()
{
    const Station station = week();
    const TimePoint now = threeDays(station).start;
    const TimeRange days = threeDays(station);
    Publication old = publish(station, days, now - 2h);
    Publication fresh = publish(station, days, now - 1h);
    Publication other = publish(station, days, now - 3h);
    other.target = u"/srv/other.m3u"_s;
    Publication past = publish(station, {days.start - hours(48), hours(24)}, now - 4h);
    past.target = u"/srv/past.m3u"_s;
    const std::vector<Publication> all{past, other, old, fresh};
    QVERIFY(stalePublications(station, channelId(1), all, now).empty());
    const Station moved = changed(station, [](ScheduledEvent &event) { event.range.start += 1min; });
    // Of one target the newest alone; what is past is of no use to anybody.
    QCOMPARE(stalePublications(moved, channelId(1), all, now), (std::vector<std::size_t>{1, 3}));
    QVERIFY(stalePublications(moved, channelId(1), all, days.end()).empty());
    QVERIFY(stalePublications(moved, channelId(2), all, now).empty());
}

void TestPublishing::isKeptInTheStation()
{
    QTemporaryDir dir;
    const QString location = dir.filePath(u"s.sqlite"_s);
    const Station station = week();
    auto loaded = loadPublications(location, channelId(1));
    QVERIFY(!loaded); // there is no station yet
    const Publication first = publish(station, threeDays(station), at(u"2026-05-30T00:00Z"_s));
    Publication second = first;
    second.target = u"/srv/other.m3u"_s;
    second.time += 1h;
    second.options = {{u"media-folder"_s, u"/media"_s}};
    QVERIFY(savePublication(location, first));
    QVERIFY(savePublication(location, second));
    Publication again = first;
    again.time += 2h;
    again.events.resize(2);
    QVERIFY(savePublication(location, again));
    loaded = loadPublications(location, channelId(1));
    QVERIFY(loaded);
    QCOMPARE(loaded->size(), std::size_t(2));
    QVERIFY((*loaded)[0] == second);
    QVERIFY((*loaded)[1] == again);
    QVERIFY(loadPublications(location, channelId(2))->empty());
    QCOMPARE(*loadOnAirHorizon(location, channelId(1)), Millis(0));
    QVERIFY(saveOnAirHorizon(location, channelId(1), 15min));
    QVERIFY(saveOnAirHorizon(location, channelId(1), 20min));
    QCOMPARE(*loadOnAirHorizon(location, channelId(1)), Millis(20min));
    QCOMPARE(*loadOnAirHorizon(location, channelId(2)), Millis(0));
}

void TestPublishing::exportsAndRecords()
{
    QTemporaryDir dir;
    auto document = Document::open(dir.filePath(u"s.sqlite"_s), u"Ada"_s, SaveCheck::Station, Job());
    QVERIFY(document);
    StationEdit edit;
    const Station station = week();
    edit.channels.after = station.channels();
    edit.plans.after = station.plans();
    edit.assets.after = {asset(1, u"/media/a.mp4"_s)};
    for (const ScheduledEvent *event : station.schedule().eventsIn(planId(1), threeDays(station)))
        edit.events.after.push_back(*event);
    QVERIFY((*document)->apply(edit));
    QVERIFY((*document)->flush());
    ExportRequest request;
    request.format = findFormat(u"xmltv");
    request.path = dir.filePath(u"guide.xml"_s);
    request.plan = planId(1);
    request.range = threeDays(station);
    request.generated = at(u"2026-05-31T00:00Z"_s);
    const auto written = exportTo(request, (*document)->station(), Job());
    QVERIFY(written);
    QCOMPARE(written->report.events, std::int64_t(9));
    QVERIFY(written->roundTrip.isProved());
    QCOMPARE(written->roundTrip.proved, std::int64_t(9));
    const auto commit = recordPublication(**document, request);
    QVERIFY(commit);
    QCOMPARE(*commit, std::int64_t(1));
    const auto publications = loadPublications((*document)->location(), channelId(1));
    QVERIFY(publications);
    QCOMPARE(publications->size(), std::size_t(1));
    QCOMPARE(publications->front().target, request.path);
    QVERIFY(changesSince(publications->front(), (*document)->station()).empty());
}

void TestPublishing::exportsFoldersOfDays()
{
    QTemporaryDir dir;
    const Station station = week();
    ExportRequest request;
    request.format = findFormat(u"ffplayout");
    request.path = dir.filePath(u"playlists"_s);
    request.plan = planId(1);
    request.range = threeDays(station);
    request.options = {{u"filler"_s, u"/media/filler.mp4"_s}};
    auto written = exportTo(request, station, Job());
    QVERIFY2(written, written ? "" : qPrintable(sentence(written.error())));
    QCOMPARE(written->files.size(), 3);
    QVERIFY(written->roundTrip.isProved());
    QCOMPARE(written->roundTrip.compared, std::int64_t(9));
    QVERIFY(QFileInfo::exists(dir.filePath(u"playlists/2026/06/2026-06-02.json"_s)));
    request.path = dir.filePath(u"day.json"_s); // three days do not fit into one file
    written = exportTo(request, station, Job());
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::BadArgument);
    request.range = station.channels()[0].clock().broadcastDay(QDate(2026, 6, 2));
    written = exportTo(request, station, Job());
    QVERIFY(written);
    QVERIFY(QFileInfo(request.path).isFile());
}

void TestPublishing::writesNothingWhenItOnlyLooks()
{
    QTemporaryDir dir;
    const Station station = week();
    ExportRequest request;
    request.format = findFormat(u"m3u");
    request.path = dir.filePath(u"a.m3u"_s);
    request.plan = planId(1);
    request.range = threeDays(station);
    const auto report = previewExport(request, station, Job());
    QVERIFY(report);
    QCOMPARE(report->events, std::int64_t(9));
    QCOMPARE(report->lost.front().count, std::int64_t(9)); // start times
    QVERIFY(!QFileInfo::exists(request.path));
    request.plan = planId(77);
    QVERIFY(!previewExport(request, station, Job()));
}

QTEST_GUILESS_MAIN(TestPublishing)
#include "tst_publishing.moc"

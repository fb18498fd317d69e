// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/media/mergescan.h"
#include "core/schedule/namefacts.h"

#include <QTest>

using namespace sf;
using namespace Qt::StringLiterals;

namespace {

const QStringList roots{u"/media"_s};

ProbeReport ready(const QString &path, Micros duration = Micros(1'000'000))
{
    ProbeReport report;
    report.path = path;
    report.status = AssetStatus::Ready;
    report.duration = duration;
    report.technical.container = u"mov"_s;
    report.technical.fileBytes = 1000;
    report.technical.modifiedMs = 5000;
    return report;
}

ProbeReport failed(const QString &path, ErrorCode code)
{
    ProbeReport report;
    report.path = path;
    report.status = code == ErrorCode::MediaMissing ? AssetStatus::Missing : AssetStatus::Unreadable;
    report.reason = Error{code, {}, {}};
    return report;
}

Asset asset(const QString &url, DurationSource source = DurationSource::Unknown, Micros duration = Micros(0))
{
    static IdSource ids(1, 1);
    Asset made;
    made.id = ids.next<AssetId>();
    made.title = u"Typed by the operator"_s;
    made.url = url;
    made.durationSource = source;
    made.duration = duration;
    if (source == DurationSource::Probed)
        made.status = AssetStatus::Ready;
    return made;
}

Station stationWith(const std::vector<Asset> &assets)
{
    Station station;
    StationEdit edit;
    edit.assets.after = assets;
    if (!station.apply(edit))
        qFatal("can't make the fixture");
    return station;
}

ScanMerge merge(const Station &station, const std::vector<ProbeReport> &reports)
{
    IdSource ids(1'000'000, 7);
    return mergeScan(station, reports, roots, ids, EditStamp{EditId::fromBits(1, 1), u"me"_s, {}});
}

/// The asset as it is after the merge.
Asset after(const Asset &known, const ProbeReport &report)
{
    Station station = stationWith({known});
    const ScanMerge merged = merge(station, {report});
    if (!station.apply(merged.edit) || station.assets().size() != 1)
        qFatal("the edit does not fit");
    return *station.assets().find(known.id);
}

} // namespace

class TestMergeScan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsNames_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("series");
        QTest::addColumn<int>("season");
        QTest::addColumn<int>("episode");
        const auto row = [](const char *name, const QString &path, const QString &title,
                            const QString &series = {}, int season = 0, int episode = 0) {
            QTest::newRow(name) << path << title << series << season << episode;
        };
        row("a plain name", u"/media/news.mp4"_s, u"news"_s);
        row("blanks and signs stay", u"/media/café & crème.mp4"_s, u"café & crème"_s);
        row("underscores are blanks", u"/media/promo_A__new.mp4"_s, u"promo A new"_s);
        row("dots are blanks where there are none", u"/media/The.Big.Film.mkv"_s, u"The Big Film"_s);
        row("dots stay where there are blanks", u"/media/Dr. No.mkv"_s, u"Dr. No"_s);
        row("a name without ending", u"/media/recording"_s, u"recording"_s);
        row("a name of separators alone", u"/media/___.mp4"_s, u"___.mp4"_s);
        row("S00E00", u"/media/Ancient Aliens S00E00 - Chariots, Gods and Beyond.mkv"_s,
            u"Ancient Aliens S00E00 - Chariots, Gods and Beyond"_s, u"Ancient Aliens"_s, 0, 0);
        row("dotted", u"/media/Dr.Who.S02E05.1080p.mkv"_s, u"Dr Who S02E05 1080p"_s, u"Dr Who"_s, 2, 5);
        row("crossed", u"/media/Odd Couple - 1x02 - Pilot.avi"_s, u"Odd Couple - 1x02 - Pilot"_s,
            u"Odd Couple"_s, 1, 2);
        row("bracketed, in small letters", u"/media/taxi [s1.e12].avi"_s, u"taxi [s1.e12]"_s, u"taxi"_s, 1,
            12);
        row("the series only in the folder", u"/media/Taxi/Season 1/S01E03.avi"_s, u"S01E03"_s, u"Taxi"_s, 1,
            3);
        row("a picture size is no episode", u"/media/Clip 1920x1080.mp4"_s, u"Clip 1920x1080"_s);
        row("letters that go on are no episode", u"/media/Class2e5th.mp4"_s, u"Class2e5th"_s);
        row("other scripts", u"/media/Странная пара S01E04.avi"_s, u"Странная пара S01E04"_s,
            u"Странная пара"_s, 1, 4);
    }
    void readsNames()
    {
        QFETCH(QString, path);
        const NameFacts facts = factsFromName(path, roots);
        QTEST(facts.title, "title");
        QTEST(facts.series, "series");
        QTEST(facts.season, "season");
        QTEST(facts.episode, "episode");
    }

    void readsTheYear()
    {
        QCOMPARE(factsFromName(u"/media/Heat (1995).mp4"_s, roots).year, 1995);
        QCOMPARE(factsFromName(u"/media/2001 A Space Odyssey.mp4"_s, roots).year, 0);
    }

    void guessesFromFolders_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QStringList>("scanned");
        QTest::addColumn<QString>("category");
        QTest::addColumn<AssetKind>("kind");
        const auto row = [](const char *name, const QString &path, const QStringList &scanned,
                            const QString &category,
                            AssetKind kind) { QTest::newRow(name) << path << scanned << category << kind; };
        row("in the root", u"/media/a.mp4"_s, roots, QString(), AssetKind::Program);
        row("films", u"/media/Films/a.mp4"_s, roots, u"Films"_s, AssetKind::Program);
        row("deeper", u"/media/Cartoons/Tom/S01/a.mp4"_s, roots, u"Cartoons"_s, AssetKind::Program);
        row("idents", u"/media/Idents/a.mp4"_s, roots, u"Idents"_s, AssetKind::Ident);
        row("promos with a year", u"/media/promos_2026/a.mp4"_s, roots, u"promos_2026"_s, AssetKind::Promo);
        row("ads", u"/media/ADS/a.mp4"_s, roots, u"ADS"_s, AssetKind::Commercial);
        row("fillers", u"/media/short fillers/a.mp4"_s, roots, u"short fillers"_s, AssetKind::Filler);
        row("part of a word", u"/media/Adventures/a.mp4"_s, roots, u"Adventures"_s, AssetKind::Program);
        row("the nearest folder wins", u"/media/Promos/Idents/a.mp4"_s, roots, u"Promos"_s, AssetKind::Ident);
        row("the root's own name", u"/srv/idents/a.mp4"_s, {u"/srv/idents"_s}, QString(), AssetKind::Ident);
        row("the innermost root", u"/media/Films/Noir/a.mp4"_s, {u"/media"_s, u"/media/Films"_s}, u"Noir"_s,
            AssetKind::Program);
        row("a folder that only begins like the root", u"/media2/Idents/a.mp4"_s, roots, QString(),
            AssetKind::Program);
        row("without a root nothing is guessed", u"/srv/promos/a.mp4"_s, {}, QString(), AssetKind::Program);
    }
    void guessesFromFolders()
    {
        QFETCH(QString, path);
        QFETCH(QStringList, scanned);
        const NameFacts facts = factsFromName(path, scanned);
        QTEST(facts.category, "category");
        QTEST(facts.kind, "kind");
    }

    void newFilesBecomeAssets()
    {
        ProbeReport titled = ready(u"/media/Idents/b2.mp4"_s, Micros(3'000'000));
        titled.title = u"Evening"_s;
        Station station;
        const ScanMerge merged =
            merge(station, {ready(u"/media/Taxi S01E10.mkv"_s), titled, ready(u"/media/Taxi S01E9.mkv"_s)});
        QCOMPARE(merged.found, 3);
        QCOMPARE(merged.added, 3);
        QCOMPARE(merged.ready, 3);
        QVERIFY(merged.unreadable.empty());
        const auto &assets = merged.edit.assets.after;
        QCOMPARE(assets.size(), 3u);
        QCOMPARE(assets[0].title, u"Evening"_s); // in natural order, whatever the workers' order was
        QCOMPARE(assets[1].episode, 9);
        QCOMPARE(assets[2].episode, 10);
        QVERIFY(assets[0].id < assets[1].id && assets[1].id < assets[2].id);
        QCOMPARE(assets[0].kind, AssetKind::Ident);
        QCOMPARE(assets[0].category, u"Idents"_s);
        QCOMPARE(assets[0].url, u"/media/Idents/b2.mp4"_s);
        QCOMPARE(assets[0].duration.count(), 3'000'000);
        QCOMPARE(assets[0].durationSource, DurationSource::Probed);
        QCOMPARE(assets[0].status, AssetStatus::Ready);
        QCOMPARE(assets[0].technical, titled.technical);
        QCOMPARE(assets[1].series, u"Taxi"_s);

        const Station empty;
        QVERIFY(station.apply(merged.edit));
        QVERIFY(station.apply(inverted(merged.edit)));
        QVERIFY(holdSame(station, empty));
    }

    void aFileIsAddedOnce()
    {
        const ScanMerge merged = merge(Station(), {ready(u"/media/a.mp4"_s), ready(u"/media/./a.mp4"_s)});
        QCOMPARE(merged.added, 1);
        QCOMPARE(merged.found, 1);
    }

    void aSecondScanChangesNothing()
    {
        Station station;
        const std::vector<ProbeReport> reports{ready(u"/media/a.mp4"_s), ready(u"/media/b.mp4"_s)};
        QVERIFY(station.apply(merge(station, reports).edit));
        const ScanMerge again = merge(station, reports);
        QVERIFY(again.edit.isEmpty());
        QCOMPARE(again.added, 0);
        QCOMPARE(again.ready, 2);
    }

    void unknownFilesThatCannotPlayAreOnlyReported()
    {
        const ScanMerge merged = merge(Station(), {failed(u"/media/a.mp4"_s, ErrorCode::MediaEmpty),
                                                   failed(u"/media/b.mp4"_s, ErrorCode::MediaMissing)});
        QVERIFY(merged.edit.isEmpty());
        QCOMPARE(merged.found, 1);
        QCOMPARE(merged.missing, 0);
        QCOMPARE(merged.unreadable.size(), 2u);
        QCOMPARE(merged.unreadable[0].path, u"/media/a.mp4"_s);
        QCOMPARE(merged.unreadable[0].reason.code, ErrorCode::MediaEmpty);
    }

    void addressesAreNeverTouched()
    {
        const Asset remote = asset(u"http://example.com/a.mp4"_s);
        const Station station = stationWith({remote});
        const ScanMerge merged = merge(station, {failed(remote.url, ErrorCode::MediaMissing)});
        QVERIFY(merged.edit.isEmpty());
        QCOMPARE(merged.remote, 1);
        QVERIFY(merged.unreadable.empty());
    }

    void aProbedDurationReplacesADeclaredOne()
    {
        const Asset known = asset(u"/media/a.mp4"_s, DurationSource::Declared, Micros(90'000'000));
        const Asset updated = after(known, ready(known.url, Micros(91'480'000)));
        QCOMPARE(updated.duration.count(), 91'480'000);
        QCOMPARE(updated.durationSource, DurationSource::Probed);
        QCOMPARE(updated.status, AssetStatus::Ready); // not Changed: the file was never seen before
        QCOMPARE(updated.title, known.title);
        QCOMPARE(updated.category, known.category);
        QCOMPARE(updated.technical.fileBytes, 1000);
    }

    void aFileAddressIsKnownAsAPath()
    {
        const Asset known = asset(u"file:///media/caf%C3%A9.mp4"_s);
        const Asset updated = after(known, ready(u"/media/café.mp4"_s));
        QCOMPARE(updated.status, AssetStatus::Ready);
        QCOMPARE(updated.url, known.url);
    }

    void twoAssetsOfOneFileAreBothUpdated()
    {
        const Asset first = asset(u"/media/a.mp4"_s);
        const Asset second = asset(u"/media/a.mp4"_s);
        const ScanMerge merged = merge(stationWith({first, second}), {ready(first.url)});
        QCOMPARE(merged.edit.assets.after.size(), 2u);
        QCOMPARE(merged.ready, 1);
    }

    void anotherLengthIsAnotherFile()
    {
        Asset known = asset(u"/media/a.mp4"_s, DurationSource::Probed, Micros(60'000'000));
        known.technical = ready(known.url).technical;
        ProbeReport report = ready(known.url, Micros(75'500'000));
        report.technical.modifiedMs = 9000;
        const Asset changed = after(known, report);
        QCOMPARE(changed.status, AssetStatus::Changed);
        QCOMPARE(changed.duration.count(), 75'500'000);
        QVERIFY2(changed.statusReason.contains(u"1:00"_s) && changed.statusReason.contains(u"1:15.500"_s),
                 qPrintable(changed.statusReason));
        QCOMPARE(changed.technical.modifiedMs, 9000);

        const Asset settled = after(changed, report);
        QCOMPARE(settled.status, AssetStatus::Ready);
        QVERIFY(settled.statusReason.isEmpty());
    }

    void aNewTagIsNotAnotherFile()
    {
        Asset known = asset(u"/media/a.mp4"_s, DurationSource::Probed, Micros(60'000'000));
        known.technical = ready(known.url).technical;
        ProbeReport report = ready(known.url, known.duration);
        report.technical.fileBytes = 1100;
        const Asset updated = after(known, report);
        QCOMPARE(updated.status, AssetStatus::Ready);
        QCOMPARE(updated.technical.fileBytes, 1100);
    }

    void whatIsGoneKeepsItsDuration_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<AssetStatus>("status");
        QTest::newRow("missing") << ErrorCode::MediaMissing << AssetStatus::Missing;
        QTest::newRow("unreadable") << ErrorCode::MediaTruncated << AssetStatus::Unreadable;
    }
    void whatIsGoneKeepsItsDuration()
    {
        QFETCH(ErrorCode, code);
        Asset known = asset(u"/media/a.mp4"_s, DurationSource::Probed, Micros(60'000'000));
        known.technical = ready(known.url).technical;
        const Asset gone = after(known, failed(known.url, code));
        QTEST(gone.status, "status");
        QCOMPARE(gone.statusReason, sentence(Error{code, {}, {}}));
        QCOMPARE(gone.duration, known.duration);
        QCOMPARE(gone.technical, known.technical);

        const Asset back = after(gone, ready(known.url, known.duration));
        QCOMPARE(back.status, AssetStatus::Ready);
        QVERIFY(back.statusReason.isEmpty());
    }

    void listsWhatTheLibraryKnows()
    {
        Asset settled = asset(u"/media/settled.mp4"_s, DurationSource::Probed, Micros(1));
        Asset gone = asset(u"/media/gone.mp4"_s, DurationSource::Probed, Micros(1));
        gone.status = AssetStatus::Missing;
        const Station station =
            stationWith({settled, gone, asset(u"file:///media/a10.mp4"_s), asset(u"/media/a9.mp4"_s),
                         asset(u"/media/a9.mp4"_s), asset(u"https://example.com/x"_s), asset(u"rtmp://x/y"_s),
                         asset({}), asset(u"/media/declared.mp4"_s, DurationSource::Declared, Micros(1))});
        const KnownFiles some = knownFiles(station, false);
        QCOMPARE(some.files, (QStringList{u"/media/a9.mp4"_s, u"/media/a10.mp4"_s, u"/media/declared.mp4"_s,
                                          u"/media/gone.mp4"_s}));
        QCOMPARE(some.remote, 2);
        QCOMPARE(knownFiles(station, true).files.size(), 5);
    }

    void noticesWhatVanishedFromAScannedFolder()
    {
        const Station station = stationWith({asset(u"/media/here.mp4"_s), asset(u"/media/gone.mp4"_s),
                                             asset(u"/media2/other.mp4"_s), asset(u"http://x/y"_s)});
        ScannedFiles scanned;
        scanned.roots = roots;
        scanned.files = {u"/media/here.mp4"_s};
        QCOMPARE(vanishedFiles(station, scanned), QStringList{u"/media/gone.mp4"_s});
        scanned.roots.clear();
        QVERIFY(vanishedFiles(station, scanned).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestMergeScan)
#include "tst_mergescan.moc"

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/media/mergescan.h"

#include "core/media/naturalorder.h"
#include "core/schedule/merge.h"
#include "core/schedule/namefacts.h"
#include "core/time/iso8601.h"

#include <QDir>
#include <QHash>
#include <QSet>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

bool isLocal(const QString &comparable) { return QDir::isAbsolutePath(comparable); }

using KnownAssets = QMultiHash<QString, const Asset *>; // by comparable address

KnownAssets localAssets(const Station &station)
{
    KnownAssets known;
    station.assets().forEach([&](const Asset &asset) {
        const QString key = comparableUrl(asset.url);
        if (isLocal(key))
            known.insert(key, &asset);
    });
    return known;
}

Asset newAsset(const ProbeReport &report, const QString &path, const QStringList &roots, AssetId id)
{
    const NameFacts facts = factsFromName(path, roots);
    Asset asset;
    asset.id = id;
    asset.title = report.title.isEmpty() ? facts.title : report.title;
    asset.kind = facts.kind;
    asset.url = path;
    asset.series = facts.series;
    asset.season = facts.season;
    asset.episode = facts.episode;
    asset.year = facts.year;
    asset.category = facts.category;
    asset.duration = report.duration;
    asset.durationSource = DurationSource::Probed;
    asset.status = AssetStatus::Ready;
    asset.technical = report.technical;
    return asset;
}

QString clockText(Micros duration) { return toClockText(std::chrono::round<Millis>(duration)); }

Asset updated(Asset asset, const ProbeReport &report)
{
    if (report.status != AssetStatus::Ready) {
        asset.status = report.status;
        asset.statusReason = report.reason ? sentence(*report.reason) : QString();
        return asset;
    }
    const bool wasProbed = asset.durationSource == DurationSource::Probed;
    const bool isOther = wasProbed && asset.duration != report.duration;
    asset.status = isOther ? AssetStatus::Changed : AssetStatus::Ready;
    asset.statusReason =
        isOther
            ? u"The file is another one: it was %1 long and is %2 now. Check the events that use it."_s.arg(
                  clockText(asset.duration), clockText(report.duration))
            : QString();
    asset.duration = report.duration;
    asset.durationSource = DurationSource::Probed;
    asset.technical = report.technical;
    return asset;
}

class Merger
{
public:
    Merger(const Station &station, const QStringList &roots, IdSource &ids)
        : m_known(localAssets(station))
        , m_roots(roots)
        , m_ids(ids)
    {
    }

    void add(const ProbeReport &report, ScanMerge &merge)
    {
        const QString key = comparableUrl(report.path);
        if (!isLocal(key)) {
            ++merge.remote;
            return;
        }
        if (m_seen.contains(key))
            return;
        m_seen.insert(key);
        merge.found += report.status == AssetStatus::Missing ? 0 : 1;
        merge.ready += report.status == AssetStatus::Ready ? 1 : 0;
        if (report.reason)
            merge.unreadable.push_back({key, *report.reason});
        const QList<const Asset *> known = m_known.values(key);
        for (const Asset *asset : known)
            update(*asset, report, merge);
        if (known.isEmpty() && report.status == AssetStatus::Ready) {
            ++merge.added;
            merge.edit.assets.after.push_back(newAsset(report, key, m_roots, m_ids.next<AssetId>()));
        }
    }

private:
    static void update(const Asset &asset, const ProbeReport &report, ScanMerge &merge)
    {
        Asset after = updated(asset, report);
        merge.changed += after.status == AssetStatus::Changed ? 1 : 0;
        merge.missing += after.status == AssetStatus::Missing ? 1 : 0;
        if (after == asset)
            return;
        merge.edit.assets.before.push_back(asset);
        merge.edit.assets.after.push_back(std::move(after));
    }

    KnownAssets m_known;
    QSet<QString> m_seen;
    const QStringList &m_roots;
    IdSource &m_ids;
};

} // namespace

ScanMerge mergeScan(const Station &station, std::span<const ProbeReport> reports, const QStringList &roots,
                    IdSource &ids, const EditStamp &stamp)
{
    ScanMerge merge;
    merge.edit = makeEdit(stamp, u"Scan media"_s);
    Merger merger(station, roots, ids);
    std::vector<const ProbeReport *> ordered; // ids in the order of names, whichever worker was first
    for (const ProbeReport &report : reports)
        ordered.push_back(&report);
    std::stable_sort(ordered.begin(), ordered.end(), [](const ProbeReport *a, const ProbeReport *b) {
        return isNaturallyBefore(a->path, b->path);
    });
    for (const ProbeReport *report : ordered)
        merger.add(*report, merge);
    return merge;
}

KnownFiles knownFiles(const Station &station, bool all)
{
    KnownFiles known;
    QSet<QString> files;
    station.assets().forEach([&](const Asset &asset) {
        const QString key = comparableUrl(asset.url);
        const bool isSettled =
            asset.status == AssetStatus::Ready && asset.durationSource == DurationSource::Probed;
        if (!isLocal(key))
            known.remote += key.contains("://"_L1) ? 1 : 0;
        else if (all || !isSettled)
            files.insert(key);
    });
    known.files = QStringList(files.begin(), files.end());
    std::sort(known.files.begin(), known.files.end(),
              [](const QString &a, const QString &b) { return isNaturallyBefore(a, b); });
    return known;
}

QStringList vanishedFiles(const Station &station, const ScannedFiles &scanned)
{
    const QSet<QString> found(scanned.files.begin(), scanned.files.end());
    QSet<QString> vanished;
    station.assets().forEach([&](const Asset &asset) {
        const QString key = comparableUrl(asset.url);
        const bool isUnder =
            std::any_of(scanned.roots.begin(), scanned.roots.end(), [&](const QString &root) {
                return key.startsWith(root.endsWith(u'/') ? root : root + u'/');
            });
        if (isUnder && !found.contains(key))
            vanished.insert(key);
    });
    QStringList files(vanished.begin(), vanished.end());
    std::sort(files.begin(), files.end(),
              [](const QString &a, const QString &b) { return isNaturallyBefore(a, b); });
    return files;
}

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/base/stringcache.h"
#include "core/schedule/merge.h"
#include "core/schedule/namefacts.h"

#include <QDir>
#include <QSet>
#include <QUrl>

namespace sf {

using namespace Qt::StringLiterals;

QString comparableUrl(const QString &url)
{
    const QString trimmed = url.trimmed();
    if (trimmed.startsWith("file:"_L1, Qt::CaseInsensitive)) {
        // Files have neither query nor fragment: a bare ? or # belongs to the name.
        const QString path = QString(trimmed).replace(u'#', "%23"_L1).replace(u'?', "%3F"_L1);
        const QUrl parsed(path, QUrl::TolerantMode);
        const bool isHere = parsed.host().isEmpty() || parsed.host() == "localhost"_L1;
        return isHere && !parsed.path().isEmpty() ? QDir::cleanPath(parsed.path(QUrl::FullyDecoded))
                                                  : trimmed;
    }
    if (trimmed.startsWith(u'/'))
        return QDir::cleanPath(trimmed);
    return trimmed;
}

namespace {

/// What the playlist declares, where nothing is known yet.
void setDuration(Asset &asset, const PlaylistEntry &entry)
{
    if (entry.duration <= Micros::zero() || asset.duration > Micros::zero())
        return;
    asset.duration = asset.eom ? std::max(entry.duration, *asset.eom) : entry.duration;
    asset.durationSource = DurationSource::Declared;
}

/// The library has the asset, but not how long it is.
void learnDuration(StationEdit &edit, QHash<QString, std::size_t> &added, const Asset &old,
                   const PlaylistEntry &entry, const QString &key)
{
    if (entry.duration <= Micros::zero() || old.duration > Micros::zero() || added.contains(key))
        return;
    added.insert(key, edit.assets.after.size());
    Asset changed = old;
    setDuration(changed, entry);
    edit.assets.before.push_back(old);
    edit.assets.after.push_back(std::move(changed));
}

} // namespace

Result<PlaylistMerge> mergePlaylist(const Station &station, const ImportedPlaylist &playlist, IdSource &ids,
                                    const EditStamp &stamp, const Job &job)
{
    QHash<QString, const Asset *> known;
    station.assets().forEach([&](const Asset &asset) { known.insert(comparableUrl(asset.url), &asset); });
    QHash<QString, std::size_t> added; // by address: where in the edit
    StringCache categories;            // few, and each in many entries
    PlaylistMerge merge;
    merge.edit = makeEdit(stamp, u"Import playlist"_s);
    for (const PlaylistEntry &entry : playlist.entries) {
        if (job.isCancelled())
            return fail(ErrorCode::Cancelled);
        ++merge.entries;
        merge.knownDuration += entry.duration > Micros::zero() ? 1 : 0;
        const QString key = comparableUrl(entry.url);
        if (const auto old = known.constFind(key); old != known.constEnd()) {
            ++merge.duplicates;
            learnDuration(merge.edit, added, **old, entry, key);
            continue;
        }
        if (const auto first = added.constFind(key); first != added.constEnd()) {
            ++merge.duplicates;
            ++merge.repeated;
            setDuration(merge.edit.assets.after[*first], entry);
            continue;
        }
        added.insert(key, merge.edit.assets.after.size());
        Asset asset;
        asset.id = ids.next<AssetId>();
        const NameFacts facts = factsFromEntry(entry.title, entry.url, entry.group);
        asset.title = entry.title;
        asset.url = key;
        asset.category = categories.get(entry.group);
        asset.kind = facts.kind;
        asset.series = facts.series;
        asset.season = facts.season;
        asset.episode = facts.episode;
        asset.year = facts.year;
        asset.logo = entry.logo;
        asset.som = entry.mediaIn;
        if (entry.mediaOut > entry.mediaIn)
            asset.eom = entry.mediaOut;
        setDuration(asset, entry);
        ++merge.added;
        merge.edit.assets.after.push_back(std::move(asset));
    }
    return merge;
}

} // namespace sf

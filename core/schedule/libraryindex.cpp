// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/schedule/libraryindex.h"

#include "core/schedule/merge.h"

#include <memory>
#include <utility>

namespace sf {

namespace {

QString withoutExtension(const QString &path)
{
    const qsizetype dot = path.lastIndexOf(u'.');
    return dot > path.lastIndexOf(u'/') + 1 ? path.first(dot) : path;
}

QString lastPart(const QString &path) { return path.sliced(path.lastIndexOf(u'/') + 1); }

bool isRelative(const QString &address)
{
    return !address.isEmpty() && !address.startsWith(u'/') && !address.startsWith(u'\\') &&
           !address.contains(u':');
}

} // namespace

void LibraryIndex::build()
{
    m_isBuilt = true;
    m_assets.forEach([this](const Asset &asset) {
        if (!asset.houseNumber.isEmpty()) {
            const auto known = m_byHouseNumber.find(asset.houseNumber);
            if (known == m_byHouseNumber.end())
                m_byHouseNumber.insert(asset.houseNumber, asset.id);
            else
                *known = AssetId();
        }
        const QString path = withoutExtension(comparableUrl(asset.url)).toUpper();
        if (!path.isEmpty())
            m_byName.insert(lastPart(path), {path, asset.id});
    });
}

AssetId LibraryIndex::byName(const QString &name) const
{
    AssetId found;
    const auto [from, to] = m_byName.equal_range(lastPart(name));
    for (auto at = from; at != to; ++at) {
        if (at->path != name && !at->path.endsWith(u'/' + name))
            continue;
        if (found)
            return {};
        found = at->asset;
    }
    return found;
}

AssetId LibraryIndex::find(const Asset &imported)
{
    const bool hasNumber = imported.url.isEmpty() && !imported.houseNumber.isEmpty();
    if (!hasNumber && !isRelative(imported.url))
        return {};
    if (!m_isBuilt)
        build();
    if (hasNumber)
        return m_byHouseNumber.value(imported.houseNumber);
    QString name = imported.url.toUpper();
    name.replace(u'\\', u'/');
    if (const AssetId found = byName(name))
        return found;
    return byName(withoutExtension(name));
}

std::function<Micros(const QString &)> knownLengths(AssetTable assets)
{
    struct Known
    {
        explicit Known(AssetTable library)
            : assets(std::move(library))
            , named(assets)
        {
            assets.forEach(
                [this](const Asset &asset) { byAddress.insert(comparableUrl(asset.url), asset.id); });
        }
        AssetTable assets;
        LibraryIndex named;
        QHash<QString, AssetId> byAddress;
    };
    return [assets = std::move(assets), known = std::shared_ptr<Known>()](const QString &address) mutable {
        if (!known)
            known = std::make_shared<Known>(assets); // most files say all that is needed
        Asset wanted;
        wanted.url = address;
        const AssetId direct = known->byAddress.value(comparableUrl(address));
        const Asset *asset = known->assets.find(direct ? direct : known->named.find(wanted));
        const Micros played = asset ? asset->playable() : Micros::zero();
        return played > Micros::zero() ? asset->som + played : Micros::zero();
    };
}

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/library/librarymodel.h"

#include "core/time/iso8601.h"
#include "ui/assetmime.h"
#include "ui/session/joblist.h"
#include "ui/theme/theme.h"

#include <QMimeData>

#include <unordered_map>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

/// More changed assets than this, and arranging them all in a job is the quicker way.
constexpr std::size_t followLimit = 200;

QIcon statusIcon(AssetStatus status)
{
    static const std::array icons{
        icon(Sign::Unprobed, Tone::Dim),    icon(Sign::Good, Tone::Good),
        icon(Sign::Missing, Tone::Error),   icon(Sign::Unreadable, Tone::Error),
        icon(Sign::Changed, Tone::Warning),
    };
    return icons[static_cast<std::size_t>(status)];
}

} // namespace

QString statusText(AssetStatus status)
{
    switch (status) {
    case AssetStatus::Unprobed:
        return LibraryModel::tr("Not probed");
    case AssetStatus::Ready:
        return LibraryModel::tr("Ready");
    case AssetStatus::Missing:
        return LibraryModel::tr("Missing");
    case AssetStatus::Unreadable:
        return LibraryModel::tr("Unreadable");
    case AssetStatus::Changed:
        return LibraryModel::tr("Changed");
    }
    return {};
}

QString durationText(const Asset &asset)
{
    const auto seconds = std::chrono::round<std::chrono::seconds>(asset.playable());
    if (seconds <= std::chrono::seconds::zero())
        return u"–"_s;
    const QString text = toClockText(seconds);
    return asset.durationSource == DurationSource::Probed ? text : u'~' + text;
}

namespace {

QString tooltip(const Asset &asset)
{
    QStringList lines{asset.title, asset.category, asset.url, statusText(asset.status)};
    lines.removeAll(QString());
    if (!asset.statusReason.isEmpty())
        lines << asset.statusReason;
    return lines.join(u'\n');
}

} // namespace

LibraryModel::LibraryModel(JobList &jobs, QObject *parent)
    : QAbstractTableModel(parent)
    , m_jobs(jobs)
{
}

void LibraryModel::setAssets(const AssetTable &assets)
{
    m_latest = assets;
    arrange();
}

void LibraryModel::setFilter(const LibraryFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    arrange();
}

void LibraryModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= libraryColumnCount)
        return;
    const LibrarySort sort{static_cast<LibraryColumn>(column), order == Qt::DescendingOrder};
    if (sort == m_sort)
        return;
    m_sort = sort;
    arrange();
}

void LibraryModel::arrange()
{
    if (m_arranging)
        m_arranging->cancel();
    m_arranging = m_jobs.runQuietly<LibraryRows>(
        this,
        [assets = m_latest, filter = m_filter, sort = m_sort](Job &job) {
            return arrangeLibrary(assets, filter, sort, job);
        },
        [this](Result<LibraryRows> rows) {
            if (rows) // else cancelled, because a newer one is on its way
                take(std::move(*rows));
        });
}

void LibraryModel::take(LibraryRows rows)
{
    m_arranging.reset();
    beginResetModel();
    std::swap(m_shown, rows);
    endResetModel();
    Q_EMIT arranged();
}

void LibraryModel::follow(const Changes<Asset> &changes, const AssetTable &assets)
{
    m_latest = assets;
    if (changes.isEmpty())
        return;
    if (m_arranging || changes.before.size() + changes.after.size() > followLimit) {
        arrange();
        return;
    }
    std::unordered_map<AssetId, const Asset *> before;
    for (const Asset &asset : changes.before)
        before.emplace(asset.id, &asset);
    const AssetTable old =
        std::exchange(m_shown.assets, assets); // rows point into it until they are replaced
    for (const Asset &asset : changes.after) {
        const auto was = before.find(asset.id);
        followOne(was == before.end() ? nullptr : was->second, assets.find(asset.id));
        if (was != before.end())
            before.erase(was);
    }
    for (const auto &[id, asset] : before)
        followOne(asset, nullptr);
    Q_EMIT arranged();
}

void LibraryModel::followOne(const Asset *before, const Asset *after)
{
    if (before)
        m_shown.playable -= before->playable();
    if (after) {
        m_shown.playable += after->playable();
        if (!after->category.isEmpty() && !m_shown.categories.contains(after->category)) {
            const auto at =
                std::lower_bound(m_shown.categories.begin(), m_shown.categories.end(), after->category,
                                 [](const QString &a, const QString &b) { return naturalCompare(a, b) < 0; });
            m_shown.categories.insert(at, after->category);
        }
    }
    const bool isInPlace = before && after && !m_sort(*before, *after) && !m_sort(*after, *before) &&
                           LibraryMatcher(m_filter)(*before) && LibraryMatcher(m_filter)(*after);
    if (isInPlace) {
        const int row = rowOf(after->id);
        m_shown.rows[static_cast<std::size_t>(row)] = after;
        Q_EMIT dataChanged(index(row, 0), index(row, libraryColumnCount - 1));
        return;
    }
    if (before && LibraryMatcher(m_filter)(*before))
        removeRowOf(*before);
    if (after && LibraryMatcher(m_filter)(*after))
        insertRowOf(*after);
}

void LibraryModel::removeRowOf(const Asset &asset)
{
    auto &rows = m_shown.rows;
    const auto at =
        std::lower_bound(rows.begin(), rows.end(), asset,
                         [this](const Asset *row, const Asset &wanted) { return m_sort(*row, wanted); });
    if (at == rows.end() || (*at)->id != asset.id)
        return;
    const int row = static_cast<int>(at - rows.begin());
    beginRemoveRows({}, row, row);
    rows.erase(at);
    endRemoveRows();
}

void LibraryModel::insertRowOf(const Asset &asset)
{
    auto &rows = m_shown.rows;
    const auto at =
        std::lower_bound(rows.begin(), rows.end(), asset,
                         [this](const Asset *row, const Asset &wanted) { return m_sort(*row, wanted); });
    const int row = static_cast<int>(at - rows.begin());
    beginInsertRows({}, row, row);
    rows.insert(at, &asset);
    endInsertRows();
}

void LibraryModel::setShortStates(bool isShort)
{
    if (isShort == m_hasShortStates)
        return;
    m_hasShortStates = isShort;
    columnChanged(LibraryColumn::State);
}

void LibraryModel::setShortCategories(bool isShort)
{
    if (isShort == m_hasShortCategories)
        return;
    m_hasShortCategories = isShort;
    columnChanged(LibraryColumn::Category);
}

void LibraryModel::columnChanged(LibraryColumn which)
{
    const int column = static_cast<int>(which);
    Q_EMIT headerDataChanged(Qt::Horizontal, column, column);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, column), index(rowCount() - 1, column), {Qt::DisplayRole});
}

int LibraryModel::rowOf(AssetId id) const
{
    const auto &rows = m_shown.rows;
    const auto at =
        std::find_if(rows.begin(), rows.end(), [id](const Asset *asset) { return asset->id == id; });
    return at == rows.end() ? -1 : static_cast<int>(at - rows.begin());
}

int LibraryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.rows.size());
}

int LibraryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : libraryColumnCount;
}

QVariant LibraryModel::text(const Asset &asset, LibraryColumn column) const
{
    switch (column) {
    case LibraryColumn::Title:
        return asset.title;
    case LibraryColumn::Duration:
        return durationText(asset);
    case LibraryColumn::Category:
        return m_hasShortCategories ? QString() : asset.category;
    case LibraryColumn::State:
        return m_hasShortStates ? QString() : statusText(asset.status);
    }
    return {};
}

QVariant LibraryModel::decoration(const Asset &asset, LibraryColumn column) const
{
    if (column == LibraryColumn::State)
        return statusIcon(asset.status);
    if (column != LibraryColumn::Category || !m_fillOf)
        return {};
    return swatch(tokens().categories[static_cast<std::size_t>(m_fillOf(categoryName(asset)))]);
}

QVariant LibraryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Asset &asset = assetAt(index.row());
    const auto column = static_cast<LibraryColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(asset, column);
    case Qt::AccessibleTextRole:
        return column == LibraryColumn::State      ? statusText(asset.status)
               : column == LibraryColumn::Category ? asset.category
                                                   : text(asset, column);
    case Qt::ToolTipRole:
        return tooltip(asset);
    case Qt::DecorationRole:
        return decoration(asset, column);
    case Qt::TextAlignmentRole:
        return column == LibraryColumn::Duration ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::FontRole:
        return column == LibraryColumn::Duration ? QVariant(figureFont()) : QVariant();
    case IdRole:
        return QVariant::fromValue(asset.id);
    default:
        return {};
    }
}

QVariant LibraryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(
            (section == static_cast<int>(LibraryColumn::Duration) ? Qt::AlignRight : Qt::AlignLeft) |
            Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<LibraryColumn>(section)) {
    case LibraryColumn::Title:
        return tr("Title");
    case LibraryColumn::Duration:
        return tr("Duration");
    case LibraryColumn::Category:
        return m_hasShortCategories ? QString() : tr("Category");
    case LibraryColumn::State:
        return m_hasShortStates ? QString() : tr("Status");
    }
    return {};
}

Qt::ItemFlags LibraryModel::flags(const QModelIndex &index) const
{
    return QAbstractTableModel::flags(index) | (index.isValid() ? Qt::ItemIsDragEnabled : Qt::NoItemFlags);
}

QStringList LibraryModel::mimeTypes() const { return {assetMimeType()}; }

QMimeData *LibraryModel::mimeData(const QModelIndexList &indexes) const
{
    std::vector<int> rows;
    for (const QModelIndex &index : indexes)
        rows.push_back(index.row());
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    std::vector<AssetId> assets;
    for (const int row : rows)
        assets.push_back(assetAt(row).id);
    auto *mime = new QMimeData;
    mime->setData(assetMimeType(), toAssetMime(assets));
    return mime;
}

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schedule/stationedit.h"
#include "ui/library/libraryorder.h"

#include <QAbstractTableModel>

#include <functional>

namespace sf {

class JobList;

/// The library as rows: pointers into a snapshot, filtered and sorted in a job. A small edit changes the rows
/// it concerns; a large one arranges them anew, and until that is done the old rows stay.
class LibraryModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// The size of the library may be asked at each row.
    enum Role { IdRole = Qt::UserRole };

    explicit LibraryModel(JobList &jobs, QObject *parent = nullptr);

    /// Takes another library, or another state of it.
    void setAssets(const AssetTable &assets);
    /// Follows an edit that led to `assets`.
    void follow(const Changes<Asset> &changes, const AssetTable &assets);
    void setFilter(const LibraryFilter &filter);
    const LibraryFilter &filter() const { return m_filter; }

    /// With short states a state is a sign alone; its word is then for the tooltip and for screen readers.
    void setShortStates(bool isShort);
    /// As setShortStates(): a category is its colour alone.
    void setShortCategories(bool isShort);
    /// The index in Tokens::categories by which a category is told from others, as elsewhere in the window.
    void setCategoryFills(std::function<int(const QString &)> fillOf) { m_fillOf = std::move(fillOf); }

    /// Of the whole library, whatever the filter.
    std::int64_t totalCount() const { return m_shown.assets.size(); }
    Micros totalPlayable() const { return m_shown.playable; }
    const QStringList &categories() const { return m_shown.categories; }
    const Asset &assetAt(int row) const { return *m_shown.rows[static_cast<std::size_t>(row)]; }
    /// The row that shows an asset; -1 where the filter hides it.
    int rowOf(AssetId id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    void sort(int column, Qt::SortOrder order) override;
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    Qt::DropActions supportedDragActions() const override { return Qt::CopyAction; }

Q_SIGNALS:
    /// The rows, the categories or the counts are new.
    void arranged();

private:
    void arrange();
    void take(LibraryRows rows);
    void followOne(const Asset *before, const Asset *after);
    void removeRowOf(const Asset &asset);
    void insertRowOf(const Asset &asset);
    QVariant text(const Asset &asset, LibraryColumn column) const;
    QVariant decoration(const Asset &asset, LibraryColumn column) const;
    void columnChanged(LibraryColumn column);

    JobList &m_jobs;
    AssetTable m_latest; ///< what arrange() works on; shown once it is done
    LibraryRows m_shown;
    LibraryFilter m_filter;
    LibrarySort m_sort;
    std::shared_ptr<Job> m_arranging;
    bool m_hasShortStates = false;
    bool m_hasShortCategories = false;
    std::function<int(const QString &)> m_fillOf;
};

/// "Ready", "Missing", …
QString statusText(AssetStatus status);
/// "1:30:05", "~1:30:05" where it is only declared, "–" where it is not known.
QString durationText(const Asset &asset);

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/library/librarymodel.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace sf {

class StationEditor;

/// What the station can play: found by typing, dragged to the timeline, and filled by dropping files on it.
class LibraryPanel : public QWidget
{
    Q_OBJECT

public:
    explicit LibraryPanel(StationEditor &editor, QWidget *parent = nullptr);

    LibraryModel &model() { return m_model; }
    QTableView &view() { return *m_view; }
    QLineEdit &searchField() { return *m_search; }
    /// The picked rows, top to bottom.
    std::vector<AssetId> selectedAssets() const;
    void focusSearch();

Q_SIGNALS:
    void importPlaylistRequested();
    void scanFolderRequested();
    /// Enter or a double click: to be placed after the selection or at now.
    void insertRequested(const std::vector<sf::AssetId> &assets);
    /// A right click; what it is on is picked.
    void menuRequested(QPoint globalPos);
    /// Others are picked than before; also where that happens by a search.
    void picked(const std::vector<sf::AssetId> &assets);
    /// The number of assets or their airtime is another.
    void countsChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeFilters();
    QWidget *makeEmptyPage();
    void setUpView();
    void applyFilter();
    void refresh();
    /// What can be done follows from what is open.
    void showPossible();
    void refreshCategories();
    /// After all rows were exchanged: what was picked still is, unless a search did it.
    void keepPicked();
    void reload();

    StationEditor &m_editor;
    LibraryModel m_model;
    LibraryFilter m_shownFilter;
    std::vector<AssetId> m_wasPicked; ///< while all rows are exchanged
    QLineEdit *m_search;
    QComboBox *m_category;
    QComboBox *m_status;
    QStackedWidget *m_pages;
    QTableView *m_view;
    QLabel *m_empty = nullptr;
    QPushButton *m_import = nullptr;
    QPushButton *m_scan = nullptr;
    QLabel *m_noMatch;
    QLabel *m_counts;
    QTimer m_typing; ///< a pause in typing starts the search
};

} // namespace sf

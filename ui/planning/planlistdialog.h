// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/planning/planlistmodel.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTreeView;

namespace sf {

class StationEditor;
struct StationEdit;

/// Lists the rules, week templates or recurring events of the channel that is worked on: add, edit,
/// duplicate, remove, each one edit. It follows the station.
class PlanListDialog : public QDialog
{
    Q_OBJECT

public:
    struct Texts
    {
        QString title;
        QString about; ///< what they are for
        QString empty; ///< what to do where there is none
        QStringList headers;
        int stretched = 0; ///< the column that takes what is left
    };

    QTreeView &list() { return *m_list; }
    PlanListModel &model() { return *m_model; }
    QPushButton &addButton() { return *m_add; }
    QPushButton &editButton() { return *m_edit; }
    QPushButton &duplicateButton() { return *m_duplicate; }
    QPushButton &removeButton() { return *m_remove; }

protected:
    PlanListDialog(StationEditor &editor, const Texts &texts, QWidget *parent);

    /// Shows what the station holds; a constructor ends with it.
    void refresh();
    void select(const QString &key);
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

    /// Of the current channel; also keeps what the rows stand for.
    virtual std::vector<PlanListRow> collect() = 0;
    virtual bool isTouchedBy(const StationEdit &edit) const = 0;
    virtual void add() = 0;
    virtual void edit(int row) = 0;
    virtual void duplicate(int row) = 0;
    virtual void remove(const std::vector<int> &rows) = 0;
    virtual void switchTo(int row, bool isOn);

    StationEditor &m_editor;

private:
    void build(const Texts &texts);
    void showButtons();
    std::vector<int> selectedRows() const;
    int currentRow() const;

    PlanListModel *m_model;
    QTreeView *m_list;
    QStackedWidget *m_pages;
    QPushButton *m_add;
    QPushButton *m_edit;
    QPushButton *m_duplicate;
    QPushButton *m_remove;
    QString m_wanted; ///< key to select as soon as it is there
};

} // namespace sf

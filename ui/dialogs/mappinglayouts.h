// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/formats/columnmapping.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QPushButton;

namespace sf {

class JobList;

/// The column mappings that are at hand: built in, saved by the user, or from a file that somebody shared.
class MappingLayouts : public QWidget
{
    Q_OBJECT

public:
    /// To choose from alone, or also with what saves, shares and removes them.
    enum class Extent : std::uint8_t { List, All };

    explicit MappingLayouts(JobList &jobs, Extent extent = Extent::All, QWidget *parent = nullptr);

    /// The mapping that is being worked on, to be saved or shared.
    void setCurrent(const ColumnMapping &mapping) { m_current = mapping; }
    /// Goes to the one of that name, which may have been saved since; to the first where there is none.
    void goTo(const QString &name);
    /// Keeps it under a name in the user's folder.
    void save(const QString &name);
    QComboBox &list() { return *m_list; }

Q_SIGNALS:
    /// None: what the file itself says.
    void chosen(const std::optional<sf::ColumnMapping> &mapping);
    /// How saving and sharing went, a sentence.
    void told(const QString &sentence);

private:
    void build();
    void loadSaved();
    void fill();
    void choose();
    void askName();
    void shareTo();
    void shareFrom();
    void run(std::function<Status()> work, const QString &done);

    JobList &m_jobs;
    ColumnMapping m_current;
    QString m_shown; ///< the name of the chosen one
    std::vector<ColumnMapping> m_saved;
    QComboBox *m_list;
    QPushButton *m_remove;
};

} // namespace sf

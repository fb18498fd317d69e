// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/ids.h"
#include "core/time/timerange.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QWidget;

namespace sf {

class FillDialog;
struct PlanAsk;
enum class ReplanScope : std::uint8_t;
class ExportDialog;
class ImportDialog;
class NoticeStack;
class StationEditor;
struct ScanMerge;
struct ScanReports;
enum class ImportKind : std::uint8_t;

/// The longer ways through the program: importing, scanning, filling, exporting. Each asks what it must, does
/// its work in a job, and ends with a sentence.
class Flows : public QObject
{
    Q_OBJECT

public:
    Flows(StationEditor &editor, NoticeStack &notices, QWidget &window);

    void choosePlaylist();
    void chooseSchedule();
    void chooseFolder();
    /// Dropped files and folders: playlists and schedules are imported, the rest is scanned.
    void takePaths(const QStringList &paths);
    /// Opens the preview; the dialog deletes itself.
    ImportDialog *import(ImportKind kind, const QString &path);
    void scan(const QStringList &paths);
    /// Probes what the library knows and nobody has looked at.
    void probe();
    FillDialog *fill(TimeRange range);
    /// Plans a part of the range anew: all, `selection`, or what is broken.
    FillDialog *replan(TimeRange range, ReplanScope scope, std::vector<EventId> selection = {});
    ExportDialog *exportPlan(TimeRange range);
    /// Adds the sample library that comes with the program.
    void addSample();

private:
    void chooseFiles(const QString &title, const QString &filter,
                     const std::function<void(const QStringList &)> &chosen);
    /// One preview after the other, so that each sees what the one before has changed. Without a kind, by name.
    void importInTurn(QStringList paths, std::optional<ImportKind> kind);
    void startScan(const QString &title, const QStringList &paths);
    void merge(std::shared_ptr<const ScanReports> reports, int attempt);
    FillDialog *plan(PlanAsk ask);
    void tell(const QString &sentence);

    StationEditor &m_editor;
    NoticeStack &m_notices;
    QWidget &m_window;
};

} // namespace sf

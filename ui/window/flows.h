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
struct ExportTask;
struct NoticeAction;
class ImportDialog;
class NoticeStack;
class StationEditor;
struct ScanMerge;
struct ScanReports;
enum class ImportUse : std::uint8_t;

/// The longer ways through the program: importing, scanning, filling, exporting. Each asks what it must, does
/// its work in a job, and ends with a sentence.
class Flows : public QObject
{
    Q_OBJECT

public:
    Flows(StationEditor &editor, NoticeStack &notices, QWidget &window);

    /// Asks for files of any known format. Without a use, the content of each says what it is taken for.
    void chooseImport(std::optional<ImportUse> use = std::nullopt);
    /// Asks for a folder of day files.
    void chooseDayFiles();
    void chooseFolder();
    /// Dropped files and folders: what can be imported is, the rest is scanned.
    void takePaths(const QStringList &paths);
    /// Opens the preview; the dialog deletes itself.
    ImportDialog *import(const QString &path, std::optional<ImportUse> use = std::nullopt);
    void scan(const QStringList &paths);
    /// Probes what the library knows and nobody has looked at.
    void probe();
    FillDialog *fill(TimeRange range);
    /// Plans a part of the range anew: all, `selection`, or what is broken.
    FillDialog *replan(TimeRange range, ReplanScope scope, std::vector<EventId> selection = {});
    ExportDialog *exportPlan(TimeRange range);
    /// Writes again what is out of date, with the choices it was written with.
    void exportAgain(std::vector<ExportTask> tasks);
    /// Adds the sample library that comes with the program.
    void addSample();

Q_SIGNALS:
    /// Something was written that counts as published, perhaps.
    void exported();
    /// There is media but no channel to plan it on.
    void addChannelRequested();

private:
    /// One preview after the other, so that each sees what the one before has changed.
    void importInTurn(QStringList paths, std::optional<ImportUse> use);
    void startScan(const QString &title, const QStringList &paths);
    void merge(std::shared_ptr<const ScanReports> reports, int attempt);
    FillDialog *plan(PlanAsk ask);
    /// What comes after the library has been filled.
    NoticeAction wayOnFromLibrary();
    void tell(const QString &sentence);

    StationEditor &m_editor;
    NoticeStack &m_notices;
    QWidget &m_window;
};

} // namespace sf

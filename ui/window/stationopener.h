// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

#include <cstdint>
#include <memory>

namespace sf {

class Document;
class NoticeStack;
class StationEditor;

/// What opening does where there is no file.
enum class IfMissing : std::uint8_t {
    Refuse,         ///< an operator whose station has gone would find an empty plan
    Make,           ///< but not its folder: a share that is not there looks the same
    MakeWithFolder, ///< the program's own folder, at the first start
};

/// Opens stations in a job, remembers them, and says what to do when one can't be opened or saved.
class StationOpener : public QObject
{
    Q_OBJECT

public:
    StationOpener(StationEditor &editor, NoticeStack &notices, QObject *parent = nullptr);

    /// The station that was open stays until the new one is there.
    void open(const QString &location, IfMissing ifMissing);
    bool isOpening() const { return m_job != nullptr; }
    /// Newest first.
    static QStringList recent();

Q_SIGNALS:
    /// One was opened; the recent ones are others.
    void opened();
    /// It can't be opened; a notice says why.
    void refused();
    /// The operator asked for another station.
    void chooseRequested(bool isNew);

private:
    struct Opened
    {
        std::unique_ptr<Document> document;
        bool isNew = false;
        bool mayWrite = true; ///< file and folder
    };
    static Result<Opened> openFile(const QString &path, IfMissing ifMissing, const Job &job);
    void take(const QString &location, Opened opened);
    void explainReadOnly(const QString &location, ErrorCode why, bool mayWrite);
    void explain(const QString &location, IfMissing ifMissing, const Error &error);
    void explainSave(const Error &error);
    void addFirstChannel();
    void saveAgain();
    static void remember(const QString &location);

    StationEditor &m_editor;
    NoticeStack &m_notices;
    std::shared_ptr<Job> m_job;
    QTimer m_retry; ///< while another program holds the station
};

/// Who signs the edits: the user's name on this machine.
QString authorName();

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QStringList>

#include <memory>

namespace sf {

class Document;
class Job;
class NoticeStack;
class StationEditor;
struct Error;

/// Opens stations in a job, remembers them, and says what to do when one can't be opened or saved.
class StationOpener : public QObject
{
    Q_OBJECT

public:
    StationOpener(StationEditor &editor, NoticeStack &notices, QObject *parent = nullptr);

    /// The station that was open stays until the new one is there.
    /// One that `mustExist` is not made where it has gone: the operator would find an empty plan.
    void open(const QString &location, bool mustExist = false);
    bool isOpening() const { return m_job != nullptr; }
    /// Newest first.
    static QStringList recent();

Q_SIGNALS:
    /// One was opened; the recent ones are others.
    void opened();
    /// It can't be opened; a notice says why.
    void refused();
    /// The operator asked for another station.
    void chooseRequested();

private:
    void take(const QString &location, std::unique_ptr<Document> document);
    void explain(const QString &location, bool mustExist, const Error &error);
    void explainSave(const Error &error);
    void addFirstChannel();
    static void remember(const QString &location);

    StationEditor &m_editor;
    NoticeStack &m_notices;
    std::shared_ptr<Job> m_job;
};

/// Who signs the edits: the user's name on this machine.
QString authorName();

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <memory>
#include <optional>

namespace sf {

/// A child process that is spoken to over its standard input and output, both one local socket. It is the
/// leader of a process group of its own, so that Ctrl+C in a terminal is left to us, and is killed with
/// that group when this object goes. No call blocks for longer than it takes the system to kill a process.
class WorkerProcess
{
public:
    /// Errors: MediaWorkerMissing; args: what the system said.
    static Result<std::unique_ptr<WorkerProcess>> start(const QString &program, const QStringList &arguments);
    ~WorkerProcess();
    WorkerProcess(const WorkerProcess &) = delete;
    WorkerProcess &operator=(const WorkerProcess &) = delete;

    /// What poll(2) waits on.
    int socket() const { return m_socket; }
    bool hasUnsent() const { return !m_unsent.isEmpty(); }

    /// Sends what the socket takes, and keeps the rest for the next call. False once the process reads no
    /// more.
    bool send(QByteArrayView bytes = {});
    /// Takes what has come. False once the process has closed its end.
    bool receive();
    /// The next complete line without its line feed.
    std::optional<QByteArray> takeLine();
    /// What has come of a line that is not complete.
    qsizetype bytesOfOpenLine() const { return m_received.size() - m_taken; }

    /// Kills the process group; kill() and the destructor are two, so that many die at the same time.
    void kill();
    /// Kills it where it still runs, and says how it ended: "signal 9", "exit code 127".
    QString endingOf();
    /// The signal that ended it, 0 where none did or it is not known.
    int endingSignal();

private:
    WorkerProcess(int process, int socket);
    void reap();

    int m_process;
    int m_socket;
    std::optional<int> m_status; ///< as waitpid(2) gives it
    QByteArray m_unsent;
    QByteArray m_received;
    qsizetype m_taken = 0; ///< of m_received
};

} // namespace sf

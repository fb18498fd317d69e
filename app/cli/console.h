// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/invocation.h"

#include <atomic>
#include <thread>

namespace sf::cli {

/// Where answers go: with --json exactly one object on standard output, else text for people; errors for
/// people on standard error. Every answer returns the exit code of the contract.
class Console
{
public:
    explicit Console(bool isJson)
        : m_isJson(isJson)
    {
    }

    int answer(const Result<Outcome> &result) const;
    int usageError(const QString &message) const;

private:
    bool m_isJson;
};

/// All of standard input, up to its end. Errors: Cancelled, as soon as Ctrl+C asks for it; FileNotReadable.
Result<QByteArray> readStandardInput(const Job &job);

/// Shows on a terminal how far a job is, in one line that is rewritten and goes away.
class ProgressLine
{
public:
    ProgressLine(const Job &job, bool isWanted);
    ~ProgressLine();

    void clear() const;

private:
    void run() const;

    const Job &m_job;
    mutable std::atomic<bool> m_stopped{false};
    mutable std::thread m_thread;
};

} // namespace sf::cli

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <atomic>

namespace sf {

/// What a long piece of work is given: it asks whether it was cancelled, and tells how far it is.
/// Thread-safe.
class Job
{
public:
    bool isCancelled() const noexcept { return m_cancelled.load(std::memory_order_relaxed); }
    void cancel() noexcept { m_cancelled.store(true, std::memory_order_relaxed); }

    /// `done` of `total` units; a total of 0 means that it is not known.
    void setProgress(qint64 done, qint64 total) const noexcept
    {
        m_done.store(done, std::memory_order_relaxed);
        m_total.store(total, std::memory_order_relaxed);
    }
    qint64 done() const noexcept { return m_done.load(std::memory_order_relaxed); }
    qint64 total() const noexcept { return m_total.load(std::memory_order_relaxed); }

private:
    std::atomic<bool> m_cancelled{false};
    mutable std::atomic<qint64> m_done{0}; // telling how far it is changes nothing for the work
    mutable std::atomic<qint64> m_total{0};
};

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/base/runjob.h"

#include <QThread>
#include <QThreadPool>

namespace sf {

QThreadPool &jobPool()
{
    static QThreadPool pool;
    static const bool configured = [] {
        pool.setMaxThreadCount(std::max(2, QThread::idealThreadCount() - 1));
        return true;
    }();
    Q_UNUSED(configured)
    return pool;
}

} // namespace sf

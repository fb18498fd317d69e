// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "app/desktop/screenshot.h"

#include "ui/window/mainwindow.h"

#include <QCoreApplication>
#include <QPixmap>
#include <QSaveFile>

#include <cstdio>

namespace sf {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto lookEvery = 50ms;
/// So many looks in a row at which nothing runs: layouts and repaints are done by then, too.
constexpr int quietLooksNeeded = 6;

} // namespace

Screenshot::Screenshot(MainWindow &window, QString path, QString at)
    : QObject(&window)
    , m_window(window)
    , m_path(std::move(path))
    , m_at(std::move(at))
{
    connect(&m_timer, &QTimer::timeout, this, &Screenshot::look);
    m_timer.start(lookEvery);
}

void Screenshot::look()
{
    m_quietLooks = m_window.isSettled() ? m_quietLooks + 1 : 0;
    if (m_quietLooks == quietLooksNeeded / 2 && !m_at.isEmpty() && !goWhereAsked())
        return;
    if (m_quietLooks >= quietLooksNeeded)
        take();
}

bool Screenshot::goWhereAsked()
{
    const Result<TimePoint> t = m_window.editor().clock().parse(m_at);
    if (!t) {
        std::fprintf(stderr, "%s\n", qPrintable(sentence(t.error())));
        m_timer.stop();
        QCoreApplication::exit(2);
        return false;
    }
    m_window.goTo(*t);
    m_at.clear();
    m_quietLooks = 0;
    return true;
}

void Screenshot::take()
{
    m_timer.stop();
    QSaveFile file(m_path);
    const bool isWritten =
        file.open(QIODevice::WriteOnly) && m_window.grab().save(&file, "PNG") && file.commit();
    if (!isWritten)
        std::fprintf(stderr, "%s can't be written: %s\n", qPrintable(m_path), qPrintable(file.errorString()));
    QCoreApplication::exit(isWritten ? 0 : 4);
}

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
// Files and folders from a file manager, wherever in the window they are let go.
#include "ui/window/mainwindow.h"

#include "ui/window/flows.h"

#include <QDragEnterEvent>
#include <QMimeData>
#include <QStatusBar>
#include <QUrl>

namespace sf {

namespace {

/// What a drag holds of this machine's files and folders.
QStringList localPaths(const QMimeData &mime)
{
    QStringList paths;
    for (const QUrl &url : mime.urls()) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    return paths;
}

} // namespace

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const auto count = static_cast<int>(localPaths(*event->mimeData()).size());
    if (count == 0 || !m_editor.canEdit())
        return;
    event->setDropAction(Qt::CopyAction); // a move would let the file manager delete what was dropped
    event->accept();
    statusBar()->showMessage(tr("Let go to import %n file(s) or folder(s).", nullptr, count));
}

void MainWindow::dragMoveEvent(QDragMoveEvent *event)
{
    event->setDropAction(Qt::CopyAction);
    event->accept(); // what is unfit was refused when it came in
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent *) { statusBar()->clearMessage(); }

void MainWindow::dropEvent(QDropEvent *event)
{
    statusBar()->clearMessage();
    const QStringList paths = localPaths(*event->mimeData());
    if (paths.isEmpty() || !m_editor.canEdit())
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    m_flows->takePaths(paths);
}

} // namespace sf

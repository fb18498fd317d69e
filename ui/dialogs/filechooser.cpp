// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/filechooser.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QSettings>
#include <QTreeView>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

const QString anyFolder = u"folders/last"_s;

QString folderFor(const QString &key)
{
    const QSettings settings;
    return settings.value(key, settings.value(anyFolder, QDir::homePath())).toString();
}

/// Qt's own dialog, where the system has none, is too narrow for its columns.
void makeRoom(QFileDialog &dialog)
{
    auto *files = dialog.findChild<QTreeView *>(u"treeView"_s);
    if (!files)
        return;
    dialog.resize(840, 520);
    QHeaderView *header = files->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(0, QHeaderView::Stretch);
}

} // namespace

QFileDialog *makeFileDialog(const QString &title, const QString &purpose, QWidget *parent)
{
    const QString key = u"folders/"_s + purpose;
    auto *dialog = new QFileDialog(parent, title);
    dialog->setDirectory(
        folderFor(key)); // one that has gone is not taken for a file, as the constructor would
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QFileDialog::HideNameFilterDetails); // thirty endings in a row tell nothing
    makeRoom(*dialog);
    QObject::connect(dialog, &QFileDialog::filesSelected, dialog, [key](const QStringList &paths) {
        const QString folder = QFileInfo(paths.value(0)).absolutePath();
        QSettings settings;
        settings.setValue(key, folder);
        settings.setValue(anyFolder, folder);
    });
    return dialog;
}

} // namespace sf

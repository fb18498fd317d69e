// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

class QFileDialog;
class QWidget;

namespace sf {

/// A file dialog that begins in the folder last used for the same purpose, or else for any other, and is deleted when it
/// closes. `purpose` is a key of the settings.
QFileDialog *makeFileDialog(const QString &title, const QString &purpose, QWidget *parent);

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

class QMessageBox;

namespace sf {

/// Gives a box that has its texts and buttons the margins of the other dialogs, and no picture.
void setHouseLook(QMessageBox &box);

} // namespace sf

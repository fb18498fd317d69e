// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

class QDialog;

namespace sf {

/// As QDialog::open(), but a few turns of the event loop later: first its widgets take on the style, then their places,
/// then it gets a window. All at once, a big dialog takes longer than a frame. One that is closed before is not shown.
void openSoon(QDialog &dialog);

/// As QDialog::accept() after an edit, but a few turns later: what the edit has changed is painted first, then the dialog
/// goes, then it is deleted, where closing does that. One that is closed before stays so.
void acceptSoon(QDialog &dialog);

} // namespace sf

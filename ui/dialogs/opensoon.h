// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

class QDialog;

namespace sf {

/// As QDialog::open(), but a few turns of the event loop later: first its widgets take on the style, then their places,
/// then it gets a window. All at once, a big dialog takes longer than a frame. One that is closed before is not shown.
void openSoon(QDialog &dialog);

} // namespace sf

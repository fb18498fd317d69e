// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/dialogs/importpreview.h"
#include "ui/dialogs/outlinemodel.h"

#include <memory>

namespace sf {

/// What an import will do and what it will not, worst first. `before` is the station without it.
std::vector<OutlineGroup> importOutline(const std::shared_ptr<const ImportPreview> &preview,
                                        const Station &before);

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/schedule/stationedit.h"

#include <QByteArray>
#include <QByteArrayView>

namespace sf {

/// The serialised form of an edit, version 1: CBOR, an array of the version and the edit's fields. It is what
/// the history keeps; what was written once is read for ever.
QByteArray encodeEdit(const StationEdit &edit);

/// The exact inverse. `source` names the station in an error. Errors: StationDamaged for bytes that are no
/// edit, StationTooNew for a version not known here.
Result<StationEdit> decodeEdit(QByteArrayView bytes, const QString &source);

} // namespace sf

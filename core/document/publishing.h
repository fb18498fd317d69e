// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/document/exporting.h"
#include "core/schedule/publishing.h"

namespace sf {

class Document;

/// What an export that has been written publishes, as the station stood at `commit`.
Publication publicationOf(const ExportRequest &request, const Station &station, std::int64_t commit);

/// Keeps an export of the document's state as published; returns the commit that was written. Errors: those of
/// savePublication.
Result<std::int64_t> recordPublication(const Document &document, const ExportRequest &request);

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/formats/columnmapping.h"

namespace sf {

/// Column mappings as JSON files that can be handed on: what the window saves, a command takes with --mapping, and the
/// other way round. Blocking, so for jobs and commands.

/// Where the user's own mappings are kept, a file each.
QString mappingFolder();

/// Errors: FileNotFound, FileNotReadable, BadMapping. A mapping without a name gets the file's.
Result<ColumnMapping> readMapping(const QString &path);
/// Errors: FileNotWritable; then the old file is as it was.
Status writeMapping(const QString &path, const ColumnMapping &mapping);

/// Those in a folder, by name; files that are no mappings are passed over. Empty where there is no folder.
std::vector<ColumnMapping> savedMappings(const QString &folder);
/// Keeps it under its name; one of the same name is replaced. Errors: BadMapping without a name, FileNotWritable.
Status saveMapping(const QString &folder, const ColumnMapping &mapping);
/// Keeps one that somebody shared. Where another one has its name already, it gets a number: "Traffic 2". Errors: those of
/// readMapping() and saveMapping().
Result<ColumnMapping> adoptMapping(const QString &folder, const QString &path);
/// Errors: FileNotFound, FileNotWritable.
Status removeMapping(const QString &folder, const QString &name);

/// A built-in layout, else one that the user saved; none where there is neither of that name.
std::optional<ColumnMapping> mappingNamed(QStringView name, const QString &folder);

} // namespace sf

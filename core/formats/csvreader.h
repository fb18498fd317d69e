// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/formats/columnmapping.h"
#include "core/formats/registry.h"
#include "core/formats/tableitem.h"

namespace sf {

/// Which column each field is in, counted from 0; -1 where it has none.
using ColumnIndexes = std::array<int, static_cast<std::size_t>(ColumnField::Count)>;

/// What the names of a header line mean: those that stations' tables have, in any case.
ColumnIndexes columnsOfHeader(const QStringList &header);

/// For a mapping dialog: the separator, the header and the first rows of a table, and what is taken for what.
struct TablePreview
{
    QString separator;
    QStringList header;
    QList<QStringList> rows; ///< at most 20
    ColumnIndexes columns{};
};
/// Errors: as the reader.
Result<TablePreview> previewTable(QIODevice &device, const ReadOptions &options, const Job &job);

/// Reads CSV and TSV: columns by options.mapping, else by the header. Errors: as other readers; BadMapping where the
/// columns are not understood, DateNeeded.
Result<ImportedSchedule> readCsv(QIODevice &device, const ReadOptions &options, IdSource &ids,
                                 const Job &job);

} // namespace sf

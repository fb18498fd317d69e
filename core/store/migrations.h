// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/database.h"

#include <QStringList>

#include <vector>

namespace sf {

/// One step from a schema to the next; the first is number 1.
struct Migration
{
    int number = 0;
    QStringList statements;
};

/// All of this version's, in order.
const std::vector<Migration> &stationMigrations();

/// The schema that this version reads and writes.
int latestSchema();

Result<int> schemaOf(Database &database);

/// Brings the database to the newest schema of `migrations`: each step in a transaction of its own, and
/// before the first an existing station is copied to "<file>.schema-<number>.backup". Two programs may do it
/// at once. A read-only database is only checked. Errors: StationTooNew; StationDamaged for a database of
/// another program; StationNotOpened for an old one that can't be written, or a backup that can't be made;
/// StationLocked, DiskFull, StorageFailed.
Status migrate(Database &database, const std::vector<Migration> &migrations = stationMigrations());

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/error.h"
#include "core/model/asset.h"
#include "core/schedule/importedentries.h"
#include "core/schedule/importedevents.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace sf {

/// One thing in a file that was refused, or taken with a remark. Index counts from 1 in the file's order, 0
/// where it is a whole line; line counts from 1, 0 where the format has none.
struct ImportRemark
{
    std::int64_t index = 0;
    std::int64_t line = 0;
    Error reason; ///< of a rejection
    QString text; ///< of a warning: a sentence
};

/// A schedule file as read: what stands in it, times resolved, nothing compared with the station yet. An
/// event's asset is the id of one in `assets`; plan is not set.
struct ImportedSchedule
{
    QString format; ///< id in the registry
    QString channelName;
    QString zone;
    std::vector<Asset> assets; ///< one for each address
    ImportedEvents events;
    std::vector<ImportRemark> rejected;
    std::vector<ImportRemark> warnings;
    std::int64_t total = 0; ///< events in the file, rejected ones included
    QString assumedZone;    ///< that times without offset were taken in; empty where there were none
    QStringList channels;   ///< of a file with several: all their names; channelName is the one taken
};

/// A playlist as read.
struct ImportedPlaylist
{
    QString format;
    QString name;
    ImportedEntries entries;
    std::vector<ImportRemark> rejected;
    std::vector<ImportRemark> warnings;
    QStringList links; ///< addresses found in rejected lines, which the operator may take after all
};

} // namespace sf

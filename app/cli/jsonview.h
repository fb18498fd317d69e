// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/error.h"
#include "core/media/queuestats.h"
#include "core/model/issue.h"
#include "core/schedule/imported.h"
#include "core/schedule/overlaps.h"
#include "core/schedule/station.h"

#include <QJsonArray>
#include <QJsonObject>

namespace sf::cli {

/// How the objects of a station look in the command line's JSON: durations in ms, instants in UTC, ids as
/// text.
QJsonObject toJson(const Channel &channel);
QJsonObject toJson(const Asset &asset);
QJsonObject toJson(const Station &station, const ScheduledEvent &event);
QJsonObject toJson(const Station &station, const Overlap &overlap);
QJsonObject toJson(const Station &station, const Issue &issue);
QJsonObject toJson(const TimeRange &range);
QJsonObject toJson(const QueueStats &stats);
QJsonObject toJson(const Error &error);
/// {file, line, reason} or, with an index, {index, line, reason}.
QJsonObject toJson(const ImportRemark &remark, const QString &file = {});

template <class Range, class F>
QJsonArray toArray(const Range &objects, F &&convert)
{
    QJsonArray array;
    for (const auto &object : objects)
        array.append(convert(object));
    return array;
}

/// One event for people: id, start in channel time with its offset, length, title; a whole line.
QString eventLine(const Station &station, const ScheduledEvent &event);

/// "1 event", "336 events".
QString counted(std::int64_t count, const char *one, const char *many);

} // namespace sf::cli

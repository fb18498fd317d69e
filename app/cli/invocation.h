// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/document/document.h"

#include <QJsonObject>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace sf::cli {

/// A list that may be long: its objects are written as they are made, never held all at once.
struct JsonRows
{
    using Write = std::function<void(const QJsonObject &)>;

    QString key;
    std::function<void(const Write &)> visit; ///< calls it with each object, in order
};

/// What a command found or did: the fields of its JSON object, and the same for people.
struct Outcome
{
    QJsonObject json;
    std::optional<JsonRows> rows; ///< one more field of the object, its last
    QString text;                 ///< whole lines, each ended
    QString remark;               ///< the same, but on standard error, where standard output is a file's
    bool isSilent = false;        ///< nothing goes to standard output
    bool hasChanged = false;      ///< the station is no longer what it was
    bool needsAttention = false;  ///< exit 1: done, but a person should look
    std::optional<Error> error; ///< it failed after all, and the fields say what was found; exit by its kind
};

/// What every command is given.
struct Invocation
{
    QString location; ///< of the station
    bool isJson = false;
    Job *job = nullptr; ///< cancelled by Ctrl+C
    TimePoint now{};
};

using Command = std::function<Result<Outcome>(Invocation &)>;

/// An argument as Qt's text.
inline QString textOf(const std::string &argument) { return QString::fromLocal8Bit(argument.c_str()); }

/// Opens the station for reading.
Result<std::unique_ptr<Document>> openStation(Invocation &invocation);

/// What a command wants changed, computed on the station as it was read.
struct Change
{
    StationEdit edit;
    Outcome outcome;
};

/// Opens the station, computes a change, applies it and waits until it is on disk. Where another program
/// wrote meanwhile, it is computed anew on the new state, so two commands at once never lose or double
/// anything. After Ctrl+C nothing is applied (Cancelled).
Result<Outcome> changeStation(Invocation &invocation,
                              const std::function<Result<Change>(Document &)> &compute);

/// Runs `attempt` again, a moment later, as long as another program's write came between (StationChanged).
Result<Outcome> retryWhileOthersWrite(const Invocation &invocation,
                                      const std::function<Result<Outcome>()> &attempt);

/// The channel named, or the only one, and its plan on air.
struct ChannelPlan
{
    Channel channel;
    PlanId plan;
};
Result<ChannelPlan> channelPlan(const Station &station, const QString &name);

/// A time as an operator types it after `option`. Errors: BadArgument, which says what was wrong with it.
Result<TimePoint> readTime(const ChannelClock &clock, const QString &text, const QString &option);

/// A range from arguments as an operator types them; days are broadcast days. `to`, `hours` and `days`
/// exclude each other. Errors: EmptyRange, BadArgument.
struct RangeArguments
{
    QString from;
    QString to;
    double hours = 0;
    int days = 0;
};
Result<TimeRange> readRange(const ChannelClock &clock, const RangeArguments &arguments);
/// None where neither end is given; an open end reaches as far as the events of the plan.
Result<std::optional<TimeRange>> readOptionalRange(const Station &station, const ChannelPlan &where,
                                                   const RangeArguments &arguments);

} // namespace sf::cli

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/format.h"
#include "core/formats/schedulejsonreader.h"
#include "core/formats/schedulejsonwriter.h"

#include <cstring>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView extensions[]{"json"_L1};

/// An object, or a list whose first item is a value; "[playlist]" is something else.
Likeness likeness(QByteArrayView head)
{
    if (head.startsWith('{'))
        return Likeness::Likely;
    if (!head.startsWith('['))
        return Likeness::None;
    qsizetype at = 1;
    while (at < head.size() && (head[at] == ' ' || head[at] == '\n' || head[at] == '\r' || head[at] == '\t'))
        ++at;
    if (at == head.size())
        return Likeness::Possible;
    return head[at] != '\0' && std::strchr("{[]\"-0123456789tfn", head[at]) ? Likeness::Likely
                                                                            : Likeness::None;
}

Result<ImportedSchedule> readJson(QIODevice &device, const ReadOptions &options, IdSource &ids,
                                  const Job &job)
{
    return ScheduleJsonReader(device, options, ids, job).read();
}

} // namespace

constinit const Format scheduleJsonFormat{
    .id = "json"_L1,
    .name = "ScheduleFlow JSON"_L1,
    .extensions = extensions,
    .likeness = likeness,
    .readSchedule = readJson,
    .writeSchedule = writeScheduleJson,
};

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/format.h"
#include "core/formats/schedulexmlreader.h"
#include "core/formats/schedulexmlwriter.h"

namespace sf {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView extensions[]{"xml"_L1};

/// By the name of the root, or, where the head does not reach it, possibly.
Likeness likeness(QByteArrayView head)
{
    if (!head.startsWith('<') || head.startsWith("<<<<<<<"))
        return Likeness::None;
    QXmlStreamReader xml(QString::fromUtf8(head));
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement)
            return isScheduleRoot(xml.name(), xml.namespaceUri()) ? Likeness::Certain : Likeness::None;
    }
    return Likeness::Possible;
}

Result<ImportedSchedule> readXml(QIODevice &device, const ReadOptions &options, IdSource &ids, const Job &job)
{
    return ScheduleXmlReader(device, options, ids, job).read();
}

} // namespace

constinit const Format scheduleXmlFormat{
    .id = "xml"_L1,
    .name = "ScheduleFlow XML"_L1,
    .extensions = extensions,
    .likeness = likeness,
    .readSchedule = readXml,
    .writeSchedule = writeScheduleXml,
};

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/format.h"
#include "core/formats/xmlinput.h"
#include "core/formats/xmltvreader.h"
#include "core/formats/xmltvwriter.h"

namespace sf {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView extensions[]{"xmltv"_L1, "xml"_L1};

Likeness likeness(QByteArrayView head)
{
    return xmlRootOf(head).name == "tv"_L1 ? Likeness::Certain : Likeness::None;
}

constexpr FormatOption options[]{
    {.id = "channel-id"_L1,
     .label = QT_TRANSLATE_NOOP("Export", "The channel's id; it contains a dot"),
     .kind = FormatOption::Kind::Text},
    {.id = "media"_L1,
     .label = QT_TRANSLATE_NOOP("Export", "Write the addresses of media; listings for the public want none"),
     .kind = FormatOption::Kind::Flag,
     .usual = "true"_L1},
};

} // namespace

constinit const Format xmltvFormat{
    .id = "xmltv"_L1,
    .name = "XMLTV listings"_L1,
    .extensions = extensions,
    .likeness = likeness,
    .readSchedule = readXmltv,
    .writeSchedule = writeXmltv,
    .cannotCarry =
        QT_TRANSLATE_NOOP("Export", "XMLTV has no parts of seconds or files, no overlaps and no ids."),
    .options = options,
    .precision = TimePrecision::Second,
};

} // namespace sf

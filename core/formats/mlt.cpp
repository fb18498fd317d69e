// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/format.h"
#include "core/formats/mltreader.h"
#include "core/formats/mltwriter.h"
#include "core/formats/xmlinput.h"

#include <QCoreApplication>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView extensions[]{"mlt"_L1, "kdenlive"_L1};

Likeness likeness(QByteArrayView head)
{
    return xmlRootOf(head).name == "mlt"_L1 ? Likeness::Certain : Likeness::None;
}

constexpr FormatOption options[]{
    {.id = "width"_L1,
     .label = QT_TRANSLATE_NOOP("Export", "The width of the picture"),
     .kind = FormatOption::Kind::Number,
     .usual = "1920"_L1},
    {.id = "height"_L1,
     .label = QT_TRANSLATE_NOOP("Export", "The height of the picture"),
     .kind = FormatOption::Kind::Number,
     .usual = "1080"_L1},
};

} // namespace

constinit const Format mltFormat{
    .id = "mlt"_L1,
    .name = "MLT XML"_L1,
    .extensions = extensions,
    .likeness = likeness,
    .readSchedule = readMlt,
    .writeSchedule = writeMlt,
    .cannotCarry =
        QT_TRANSLATE_NOOP("Export", "MLT has one layer here and no placeholders; an event ends where the "
                                    "next begins."),
    .options = options,
    .precision = TimePrecision::Frame,
};

} // namespace sf

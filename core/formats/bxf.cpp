// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/bxfreader.h"
#include "core/formats/bxfwriter.h"
#include "core/formats/format.h"
#include "core/formats/xmlinput.h"

#include <QCoreApplication>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView extensions[]{"bxf"_L1, "xml"_L1};

Likeness likeness(QByteArrayView head)
{
    return xmlRootOf(head).name == "BxfMessage"_L1 ? Likeness::Certain : Likeness::None;
}

} // namespace

constinit const Format bxfFormat{
    .id = "bxf"_L1,
    .name = "BXF schedule (export experimental)"_L1,
    .extensions = extensions,
    .likeness = likeness,
    .readSchedule = readBxf,
    .writeSchedule = writeBxf,
    .cannotCarry = QT_TRANSLATE_NOOP("Export", "This subset of BXF has the main layer alone, no categories "
                                               "and no notes. Idents and fillers are of one kind."),
    .isExperimental = true,
    .precision = TimePrecision::Frame,
};

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/bxfdraft.h"

#include "core/formats/tableitem.h"

#include <algorithm>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

/// "urn:uuid:3f0c…", or the id alone.
EventId idFrom(const QString &text)
{
    return EventId::fromString(text.startsWith("urn:uuid:"_L1) ? QStringView(text).sliced(9)
                                                               : QStringView(text))
        .value_or(EventId());
}

/// A path that ends in a file's name, not in the folder where the server finds the house number.
bool namesFile(const QString &path, const QString &houseNumber)
{
    const QString name = path.sliced(std::max(path.lastIndexOf(u'/'), path.lastIndexOf(u'\\')) + 1);
    return name.contains(u'.') || (!name.isEmpty() && name == houseNumber) || houseNumber.isEmpty();
}

StartMode startModeOf(const QString &text)
{
    if (text == "Fixed"_L1)
        return StartMode::Fixed;
    return text == "Manual"_L1 || text == "External"_L1 ? StartMode::Manual : StartMode::Follow;
}

} // namespace

void BxfDraft::take(const QStringList &path, const QString &text)
{
    const auto fill = [&text](QString &field) {
        if (field.isEmpty())
            field = text;
    };
    const auto is = [&path](QLatin1StringView name) { return path.back() == name; };
    const auto isIn = [&path](QLatin1StringView name) {
        return path.size() >= 2 && path[path.size() - 2] == name;
    };
    if (takeTime(path, text))
        return;
    if (is("SmpteTimeCode"_L1) && isIn("SOM"_L1))
        fill(som);
    else if (is("EventId"_L1) && !text.isEmpty())
        item.id = idFrom(text);
    else if (is("HouseNumber"_L1))
        item.houseNumber = text.left(200);
    else if (is("Name"_L1) && isIn("Content"_L1)) // elsewhere it is that of a product or a router's source
        fill(item.title);
    else if (is("EventTitle"_L1))
        fill(eventTitle);
    else if (is("ProgramName"_L1))
        fill(programName);
    else if (is("SeriesName"_L1))
        fill(item.series);
    else if (is("Description"_L1) || is("EpisodeName"_L1) || is("EventDescription"_L1))
        fill(item.description);
    else if (is("EventNote"_L1))
        fill(item.note);
    else if (is("PathName"_L1))
        fill(item.url);
    else if (is("AdType"_L1))
        takeKind(adType = text);
    else if (is("SpotType"_L1))
        takeKind(text);
    else if (is("StartMode"_L1))
        item.startMode = startModeOf(text);
}

/// Whether it is about when the event plays.
bool BxfDraft::takeTime(const QStringList &path, const QString &text)
{
    const auto isBelow = [&path](QLatin1StringView name) { return path.contains(QString(name)); };
    if (!isBelow("EventData"_L1))
        return false;
    const bool isCode = path.back() == "SmpteTimeCode"_L1;
    if (isBelow("StartDateTime"_L1) || isBelow("EndDateTime"_L1)) {
        BxfTime &time = isBelow("EndDateTime"_L1) ? end : start;
        if (!isCode && path.back() != "UtcDateTime"_L1)
            return false;
        time.text = text;
        time.isUtc = !isCode || text.contains(u'T'); // which has been seen in a time code, too
        return true;
    }
    if (!isBelow("LengthOption"_L1) || (!isCode && path.back() != "UtcDuration"_L1))
        return false;
    length = text;
    return true;
}

void BxfDraft::takeKind(const QString &text)
{
    if (const auto kind = kindFrom(text))
        item.kind = kind;
    else if (!item.kind && text == "General"_L1)
        item.kind = AssetKind::Commercial;
}

void BxfDraft::complete()
{
    for (const QString &title : {eventTitle, programName}) {
        if (item.title.isEmpty())
            item.title = title;
    }
    if (item.title.isEmpty() && item.houseNumber.isEmpty())
        item.title = adType;
    if (!namesFile(item.url, item.houseNumber))
        item.url.clear();
}

} // namespace sf

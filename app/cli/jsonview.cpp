// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "app/cli/jsonview.h"

#include "core/model/names.h"
#include "core/schedule/issuetext.h"
#include "core/time/iso8601.h"

namespace sf::cli {

using namespace Qt::StringLiterals;

namespace {

double inMs(Micros duration) { return static_cast<double>(duration.count()) / 1000.0; }

void addText(QJsonObject &json, QLatin1StringView key, const QString &text)
{
    if (!text.isEmpty())
        json[key] = text;
}

void addNumber(QJsonObject &json, QLatin1StringView key, double number)
{
    if (number != 0)
        json[key] = number;
}

void addTechnical(QJsonObject &json, const TechnicalInfo &info)
{
    QJsonObject technical;
    addText(technical, "container"_L1, info.container);
    addText(technical, "videoCodec"_L1, info.videoCodec);
    addText(technical, "audioCodec"_L1, info.audioCodec);
    addNumber(technical, "width"_L1, info.width);
    addNumber(technical, "height"_L1, info.height);
    if (info.frameRateNumerator > 0)
        technical["fps"_L1] =
            FrameRate{info.frameRateNumerator, std::max(1, info.frameRateDenominator)}.toString();
    addNumber(technical, "audioChannels"_L1, info.audioChannels);
    addNumber(technical, "sampleRate"_L1, info.sampleRate);
    addNumber(technical, "fileBytes"_L1, static_cast<double>(info.fileBytes));
    if (!technical.isEmpty())
        json["technical"_L1] = technical;
}

/// The fields that limit where an asset may air, only where they are set.
void addLimits(QJsonObject &json, const Asset &asset)
{
    addNumber(json, "somMs"_L1, inMs(asset.som));
    if (asset.eom)
        json["eomMs"_L1] = inMs(*asset.eom);
    if (!asset.breaks.empty())
        json["breaksMs"_L1] = toArray(asset.breaks, [](Micros point) { return inMs(point); });
    if (asset.rightsFrom)
        json["rightsFrom"_L1] = toIso8601(*asset.rightsFrom);
    if (asset.rightsUntil)
        json["rightsUntil"_L1] = toIso8601(*asset.rightsUntil);
    if (asset.hours) {
        QString mask;
        for (std::size_t hour = 0; hour < asset.hours->size(); ++hour)
            mask += (*asset.hours)[hour] ? u'1' : u'0';
        json["hours"_L1] = mask;
    }
    addNumber(json, "maxPlaysPerDay"_L1, asset.maxPlaysPerDay);
    addNumber(json, "maxPlaysPerWeek"_L1, asset.maxPlaysPerWeek);
    addNumber(json, "maxPlays"_L1, asset.maxPlays);
    if (asset.cooldown)
        json["cooldownMs"_L1] = static_cast<double>(asset.cooldown->count());
    if (asset.weight != 1.0)
        json["weight"_L1] = asset.weight;
    if (asset.isElastic)
        json["elastic"_L1] = true;
}

} // namespace

QJsonObject toJson(const Channel &channel)
{
    return {{u"id"_s, channel.id.toString()},
            {u"name"_s, channel.name},
            {u"zone"_s, channel.zone},
            {u"dayStart"_s, formatDayStart(channel.dayStart)},
            {u"fps"_s, channel.rate.toString()}};
}

QJsonObject toJson(const Asset &asset)
{
    QJsonObject json{{u"id"_s, asset.id.toString()},
                     {u"title"_s, asset.title},
                     {u"url"_s, asset.url},
                     {u"kind"_s, nameOf(asset.kind)},
                     {u"category"_s, asset.category},
                     {u"series"_s, asset.series},
                     {u"season"_s, asset.season},
                     {u"episode"_s, asset.episode},
                     {u"durationMs"_s, inMs(asset.duration)},
                     {u"durationSource"_s, nameOf(asset.durationSource)},
                     {u"status"_s, nameOf(asset.status)},
                     {u"tags"_s, QJsonArray::fromStringList(asset.tags)}};
    addText(json, "statusReason"_L1, asset.statusReason);
    addText(json, "houseNumber"_L1, asset.houseNumber);
    addText(json, "description"_L1, asset.description);
    addText(json, "language"_L1, asset.language);
    addText(json, "rating"_L1, asset.rating);
    addText(json, "logo"_L1, asset.logo);
    addNumber(json, "year"_L1, asset.year);
    addLimits(json, asset);
    addTechnical(json, asset.technical);
    return json;
}

QJsonObject toJson(const Station &station, const ScheduledEvent &event)
{
    const Asset *asset = station.assets().find(event.asset);
    QJsonObject json{{u"id"_s, event.id.toString()},
                     {u"title"_s, station.titleOf(event)},
                     {u"start"_s, toIso8601(event.range.start)},
                     {u"end"_s, toIso8601(event.range.end())},
                     {u"durationMs"_s, static_cast<double>(event.range.duration.count())},
                     {u"assetId"_s, asset ? QJsonValue(asset->id.toString()) : QJsonValue()},
                     {u"url"_s, asset ? asset->url : QString()},
                     {u"category"_s, asset ? asset->category : QString()},
                     {u"startMode"_s, nameOf(event.startMode)},
                     {u"origin"_s, nameOf(event.origin)},
                     {u"locked"_s, event.isLocked}};
    if (event.isExempt)
        json["exempt"_L1] = true;
    if (event.layer != 0)
        json["layer"_L1] = event.layer;
    addNumber(json, "mediaInMs"_L1, inMs(event.mediaIn));
    addText(json, "note"_L1, event.note);
    if (event.colour)
        json["colour"_L1] = u"#%1"_s.arg(*event.colour, 6, 16, '0'_L1);
    return json;
}

QJsonObject toJson(const Station &station, const Overlap &overlap)
{
    QJsonObject json{{u"a"_s, overlap.a.toString()},
                     {u"b"_s, overlap.b.toString()},
                     {u"start"_s, toIso8601(overlap.shared.start)},
                     {u"overlapMs"_s, static_cast<double>(overlap.shared.duration.count())}};
    const ScheduledEvent *a = station.schedule().find(overlap.a);
    const ScheduledEvent *b = station.schedule().find(overlap.b);
    if (a && b) {
        json["aTitle"_L1] = station.titleOf(*a);
        json["bTitle"_L1] = station.titleOf(*b);
    }
    return json;
}

QJsonObject toJson(const Station &station, const Issue &issue)
{
    QJsonObject json = toJson(issue.range);
    json["code"_L1] = nameOf(issue.code);
    json["severity"_L1] = nameOf(issue.severity);
    json["events"_L1] = toArray(issue.events, [](EventId id) { return id.toString(); });
    json["message"_L1] = sentence(station, issue);
    return json;
}

QJsonObject toJson(const TimeRange &range)
{
    return {{u"start"_s, toIso8601(range.start)},
            {u"end"_s, toIso8601(range.end())},
            {u"durationMs"_s, static_cast<double>(range.duration.count())}};
}

QJsonObject toJson(const QueueStats &stats)
{
    return {{u"totalProcessed"_s, static_cast<double>(stats.totalProcessed)},
            {u"totalQueued"_s, static_cast<double>(stats.totalQueued)},
            {u"totalErrors"_s, static_cast<double>(stats.totalErrors)},
            {u"peakActive"_s, stats.peakActive},
            {u"peakQueueSize"_s, static_cast<double>(stats.peakQueueSize)},
            {u"active"_s, stats.active},
            {u"queued"_s, static_cast<double>(stats.queued)},
            {u"maxConcurrency"_s, stats.maxConcurrency},
            {u"utilizationPercent"_s, stats.utilizationPercent}};
}

QJsonObject toJson(const Error &error)
{
    QJsonObject json{{u"code"_s, codeName(error.code)},
                     {u"message"_s, sentence(error)},
                     {u"args"_s, QJsonArray::fromStringList(error.args)}};
    addText(json, "detail"_L1, error.detail);
    return json;
}

QJsonObject toJson(const ImportRemark &remark, const QString &file)
{
    QJsonObject json{{u"line"_s, static_cast<double>(remark.line)},
                     {u"reason"_s, remark.text.isEmpty() ? sentence(remark.reason) : remark.text}};
    if (remark.index > 0)
        json["index"_L1] = static_cast<double>(remark.index);
    if (remark.text.isEmpty())
        json["code"_L1] = codeName(remark.reason.code);
    addText(json, "file"_L1, file);
    return json;
}

QString eventLine(const Station &station, const ScheduledEvent &event)
{
    const Channel *channel = station.channelOf(event.plan);
    const QString start = channel ? channel->clock().format(event.range.start) : toIso8601(event.range.start);
    return u"%1  %2  %3  %4%5\n"_s.arg(event.id.toString(), start,
                                       toClockText(event.range.duration).rightJustified(10),
                                       station.titleOf(event), event.isLocked ? u"  (locked)"_s : QString());
}

QString counted(std::int64_t count, const char *one, const char *many)
{
    return u"%L1 %2"_s.arg(count).arg(QString::fromUtf8(count == 1 ? one : many));
}

} // namespace sf::cli

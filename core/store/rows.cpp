// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/store/rows.h"

#include "core/store/fieldcodec.h"
#include "core/time/iso8601.h"

namespace sf {

namespace {

/// The fields without a column; empty where all hold their zero value.
template <class T>
QByteArray rareFields(const T &object)
{
    CborWriter out;
    const std::size_t count = writeFields(out, [&](auto &&visit) { forEachRareField(object, visit); });
    return count > 0 ? out.take() : QByteArray();
}

template <class T>
void readRareFields(RowReader &row, T &object)
{
    const QByteArray bytes = row.bytes();
    if (bytes.isEmpty()) {
        forEachRareField(object, [](int, auto &field) { field = std::remove_cvref_t<decltype(field)>{}; });
        return;
    }
    CborReader in(bytes);
    readFields(in, [&](auto &&visit) { forEachRareField(object, visit); });
    if (in.hasFailed() || !in.isAtEnd())
        row.setFailed();
}

template <class T>
QByteArray wholeBody(const T &object)
{
    CborWriter out;
    writeValue(out, object);
    return out.take();
}

template <class T>
void readWholeBody(RowReader &row, T &object)
{
    const auto id = object.id;
    const QByteArray bytes = row.bytes();
    CborReader in(bytes);
    readValue(in, object);
    if (in.hasFailed() || !in.isAtEnd() || object.id != id)
        row.setFailed();
}

} // namespace

void RowWriter::id(IdBits bits)
{
    if (bits == IdBits{})
        return null();
    const auto text = idToText(bits);
    m_query.bindValue(m_next++, QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size())));
}

void RowWriter::text(const QString &value)
{
    if (value.isEmpty())
        return null();
    m_query.bindValue(m_next++, value);
}

void RowWriter::rareInteger(std::int64_t value)
{
    if (value == 0)
        return null();
    integer(value);
}

void RowWriter::bytes(const QByteArray &value)
{
    if (value.isEmpty())
        return null();
    m_query.bindValue(m_next++, value);
}

std::int32_t RowReader::shortInteger()
{
    const std::int64_t value = integer();
    m_hasFailed = m_hasFailed || !std::in_range<std::int32_t>(value);
    return static_cast<std::int32_t>(value);
}

IdBits RowReader::idBits()
{
    const QVariant value = m_query.value(m_next++);
    if (value.isNull())
        return {};
    const auto bits = idFromText(QStringView(value.toString()));
    m_hasFailed = m_hasFailed || !bits;
    return bits.value_or(IdBits{});
}

void Rows<Channel>::write(RowWriter &row, const Channel &channel)
{
    row.text(channel.name);
    row.text(channel.zone);
    row.integer(channel.dayStart.count());
    row.integer(channel.rate.numerator);
    row.integer(channel.rate.denominator);
}

void Rows<Channel>::read(RowReader &row, Channel &channel)
{
    channel.name = row.text();
    channel.zone = row.text();
    channel.dayStart = Millis(row.integer());
    channel.rate.numerator = row.shortInteger();
    channel.rate.denominator = row.shortInteger();
}

void Rows<Plan>::write(RowWriter &row, const Plan &plan)
{
    row.id(plan.channel.bits);
    row.text(plan.name);
    row.integer(plan.isOnAir ? 1 : 0);
}

void Rows<Plan>::read(RowReader &row, Plan &plan)
{
    plan.channel = row.id<ChannelId>();
    plan.name = row.text();
    plan.isOnAir = row.integer() != 0;
}

void Rows<Asset>::write(RowWriter &row, const Asset &asset)
{
    row.text(asset.houseNumber);
    row.text(asset.title);
    row.name(asset.kind);
    row.text(asset.url);
    row.integer(asset.duration.count());
    row.name(asset.durationSource);
    row.name(asset.status);
    row.text(asset.series);
    row.rareInteger(asset.season);
    row.rareInteger(asset.episode);
    row.text(asset.category);
    row.bytes(rareFields(asset));
}

void Rows<Asset>::read(RowReader &row, Asset &asset)
{
    asset.houseNumber = row.text();
    asset.title = row.sharedText();
    asset.kind = row.name(AssetKind::Program);
    asset.url = row.text();
    asset.duration = Micros(row.integer());
    asset.durationSource = row.name(DurationSource::Unknown);
    asset.status = row.name(AssetStatus::Unprobed);
    asset.series = row.sharedText();
    asset.season = row.shortInteger();
    asset.episode = row.shortInteger();
    asset.category = row.sharedText();
    readRareFields(row, asset);
}

void Rows<ScheduledEvent>::write(RowWriter &row, const ScheduledEvent &event)
{
    row.id(event.plan.bits);
    row.integer(toMs(event.range.start));
    row.integer(event.range.duration.count());
    row.id(event.asset.bits);
    row.text(event.title);
    row.rareInteger(event.layer);
    row.name(event.startMode, StartMode::Follow);
    row.name(event.origin, EventOrigin::Manual);
    row.rareInteger(event.isLocked ? 1 : 0);
    row.id(event.recurrence.bits);
    row.id(event.run.bits);
    row.bytes(rareFields(event));
}

void Rows<ScheduledEvent>::read(RowReader &row, ScheduledEvent &event)
{
    event.plan = row.id<PlanId>();
    event.range.start = timePointFromMs(row.integer());
    event.range.duration = Millis(row.integer());
    event.asset = row.id<AssetId>();
    event.title = row.sharedText();
    event.layer = row.shortInteger();
    event.startMode = row.name(StartMode::Follow);
    event.origin = row.name(EventOrigin::Manual);
    event.isLocked = row.integer() != 0;
    event.recurrence = row.id<RecurrenceId>();
    event.run = row.id<RunId>();
    readRareFields(row, event);
}

void Rows<Rule>::write(RowWriter &row, const Rule &rule)
{
    row.text(rule.name);
    row.bytes(wholeBody(rule));
}

void Rows<Rule>::read(RowReader &row, Rule &rule)
{
    row.text();
    readWholeBody(row, rule);
}

void Rows<WeekTemplate>::write(RowWriter &row, const WeekTemplate &week)
{
    row.text(week.name);
    row.bytes(wholeBody(week));
}

void Rows<WeekTemplate>::read(RowReader &row, WeekTemplate &week)
{
    row.text();
    readWholeBody(row, week);
}

void Rows<Recurrence>::write(RowWriter &row, const Recurrence &recurrence)
{
    row.text(recurrence.name);
    row.bytes(wholeBody(recurrence));
}

void Rows<Recurrence>::read(RowReader &row, Recurrence &recurrence)
{
    row.text();
    readWholeBody(row, recurrence);
}

void Rows<Play>::write(RowWriter &row, const Play &play)
{
    row.id(play.channel.bits);
    row.integer(toMs(play.range.start));
    row.integer(play.range.duration.count());
    row.text(play.content);
    row.id(play.event.bits);
    row.text(play.title);
    row.name(play.result);
}

void Rows<Play>::read(RowReader &row, Play &play)
{
    play.channel = row.id<ChannelId>();
    play.range.start = timePointFromMs(row.integer());
    play.range.duration = Millis(row.integer());
    play.content = row.sharedText();
    play.event = row.id<EventId>();
    play.title = row.sharedText();
    play.result = row.name(PlayResult::Aired);
}

QString labelOf(const ScheduledEvent &event)
{
    return QStringLiteral("“%1” (%2)").arg(event.title, toIso8601(event.range.start));
}

} // namespace sf

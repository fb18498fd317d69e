// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/eventassembler.h"

#include "core/formats/address.h"
#include "core/formats/extension.h"
#include "core/formats/limits.h"
#include "core/schedule/merge.h"
#include "core/time/iso8601.h"

#include <QCoreApplication>

#include <array>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

/// A duration in whole seconds beside an end with milliseconds is no contradiction.
constexpr Millis tolerance{1000};

QString tr(const char *text) { return QCoreApplication::translate("Import", text); }

std::string_view bytesOf(QByteArrayView text) { return {text.data(), static_cast<std::size_t>(text.size())}; }

const QString *valueOf(const EventRecord::Extension &extension, QLatin1StringView name)
{
    for (const auto &entry : extension) {
        if (entry.first == name)
            return &entry.second;
    }
    return nullptr;
}

} // namespace

EventAssembler::EventAssembler(const ReadOptions &options, IdSource &ids)
    : m_options(options)
    , m_ids(ids)
{
}

Status EventAssembler::count(std::int64_t line)
{
    ++m_schedule.total;
    const bool tooMany = m_schedule.total > limits::items;
    if (!tooMany && m_schedule.rejected.size() + m_schedule.warnings.size() <= limits::remarks)
        return {};
    return fail(ErrorCode::LimitExceeded,
                {m_options.label, QString::number(line),
                 tooMany ? tr("it has more than 5,000,000 events") : tr("too much of it is wrong")});
}

Status EventAssembler::addNonsense(std::int64_t line)
{
    m_schedule.rejected.push_back(
        {total() + 1, line, Error{ErrorCode::NotAnEvent, {QString::number(total() + 1)}, {}}, {}});
    return count(line);
}

Status EventAssembler::add(const EventRecord &record)
{
    if (const Status counted = count(record.line()); !counted)
        return counted;
    if (record.isTooLarge()) {
        m_schedule.rejected.push_back({total(),
                                       record.line(),
                                       Error{ErrorCode::LimitExceeded,
                                             {tr("The event"), QString::number(record.line()),
                                              tr("a text or a list of it is too long")},
                                             {}},
                                       {}});
        return {};
    }
    ScheduledEvent event;
    if (const Status read = readEvent(record, event); !read) {
        m_schedule.rejected.push_back({total(), record.line(), read.error(), {}});
        return {};
    }
    if (const auto at = assetFor(record)) {
        Media &media = m_media[*at];
        event.asset = media.id;
        media.longest = std::max(media.longest, event.range.duration);
    } else {
        event.note = noteFrom(plainOf(record));
    }
    if (record.extension().empty()) {
        m_schedule.events.push_back(event, viewOf(m_title));
    } else {
        event.title = fromUtf8(viewOf(m_title));
        applyExtension(event, record);
        m_schedule.events.push_back(event);
    }
    return {};
}

/// Without its media; its title goes to m_title.
Status EventAssembler::readEvent(const EventRecord &record, ScheduledEvent &event)
{
    event.origin = EventOrigin::Import;
    if (const QByteArrayView id = record.text(EventField::Id); !id.isEmpty())
        event.id = EventId{idFromText(id).value_or(IdBits())};
    if (const QByteArrayView url = record.text(EventField::Url); !isPlainAddress(url)) {
        const QString address = fromUtf8(url);
        if (addressKind(address) == AddressKind::RefusedScheme)
            return fail(ErrorCode::UrlNotAllowed, {schemeOf(address).toString()});
    }
    if (const Status titled = readTitle(record); !titled)
        return fail(titled.error());
    return readRange(record, event.range);
}

Status EventAssembler::readTitle(const EventRecord &record)
{
    const QByteArrayView title = record.text(EventField::Title);
    m_title = bytesOf(title);
    if (!title.isEmpty())
        return {};
    const QByteArrayView url = record.text(EventField::Url);
    if (url.isEmpty())
        return fail(ErrorCode::MissingTitle);
    appendUtf8(m_title, titleFromAddress(fromUtf8(url)));
    return {};
}

PlainEvent EventAssembler::plainOf(const EventRecord &record)
{
    PlainEvent plain;
    plain.title = fromUtf8(viewOf(m_title));
    plain.url = fromUtf8(record.text(EventField::Url));
    plain.category = m_cache.get(record.text(EventField::Category));
    plain.description = m_cache.get(record.text(EventField::Description));
    plain.tags = record.tags();
    return plain;
}

Result<TimePoint> EventAssembler::readTime(QByteArrayView text)
{
    if (m_lastTime == bytesOf(text))
        return m_lastTimePoint;
    std::array<char16_t, 64> wide;
    const bool isPlain = text.size() <= qsizetype(wide.size()) && widenAscii(text, wide.data());
    const auto time =
        isPlain ? parseIso8601(QStringView(wide.data(), text.size())) : parseIso8601(fromUtf8(text));
    if (!time)
        return fail(time.error());
    m_hasNaiveTimes = m_hasNaiveTimes || !time->offset;
    if (time->offset || !m_options.zone) {
        m_lastTimePoint = time->asUtc();
    } else {
        const auto resolved = m_options.zone->toUtc(time->local);
        if (!resolved)
            return fail(resolved.error());
        m_lastTimePoint = resolved->time;
    }
    m_lastTime = bytesOf(text);
    return m_lastTimePoint;
}

Status EventAssembler::readRange(const EventRecord &record, TimeRange &range)
{
    const QByteArrayView startText = record.text(EventField::Start);
    if (startText.isEmpty())
        return fail(ErrorCode::MissingStart);
    const auto start = readTime(startText);
    if (!start)
        return fail(start.error());
    std::optional<TimePoint> end;
    if (const QByteArrayView text = record.text(EventField::End); !text.isEmpty()) {
        const auto read = readTime(text);
        if (!read)
            return fail(read.error());
        end = *read;
    }
    if (const Status status = readDuration(record, *start, end); !status)
        return status;
    if (!end)
        return fail(ErrorCode::MissingEnd);
    if (*end <= *start)
        return fail(ErrorCode::EndNotAfterStart, {toIso8601(*start), toIso8601(*end)});
    if (*end > knownTimes.end())
        return fail(ErrorCode::TimeOutOfRange, {toIso8601(*start)});
    range = TimeRange::between(*start, *end);
    return {};
}

/// Gives `end` where it is not known yet; an end that is known wins.
Status EventAssembler::readDuration(const EventRecord &record, TimePoint start, std::optional<TimePoint> &end)
{
    const QByteArrayView utf8 = record.text(EventField::Duration);
    if (utf8.isEmpty())
        return {};
    const QString text = fromUtf8(utf8);
    const auto duration = parseDuration(text);
    if (!end && !duration)
        return fail(duration.error());
    if (!end)
        end = start + *duration;
    else if (*end > start && (!duration || std::chrono::abs(*end - start - *duration) >= tolerance)) {
        warn(total(), record.line(),
             tr("The duration (%1) does not agree with the end; the end counts.").arg(text.left(80)));
    }
    return {};
}

std::optional<std::uint32_t> EventAssembler::assetAt(QByteArrayView url) const
{
    const auto known = m_assetOfText.find(bytesOf(url));
    return known == m_assetOfText.end() ? std::nullopt : std::optional(known->second);
}

/// Where in m_schedule.assets the event's media are, which are added if need be; none for an event without media.
std::optional<std::uint32_t> EventAssembler::assetFor(const EventRecord &record)
{
    const auto &extension = record.assetExtension();
    const QString *idText = valueOf(extension, "id"_L1);
    const AssetId id = idText ? AssetId::fromString(*idText).value_or(AssetId()) : AssetId();
    if (id) {
        const auto known = m_assetOfId.constFind(id);
        const bool isNew = known == m_assetOfId.constEnd();
        const std::uint32_t at = isNew ? addAsset(id, assetFrom(plainOf(record))) : *known;
        if (isNew || extension.size() > 1)
            describeAsset(at, record);
        return at;
    }
    const QByteArrayView url = record.text(EventField::Url);
    if (url.isEmpty())
        return std::nullopt;
    if (const auto asWritten = assetAt(url))
        return asWritten;
    Asset asset = assetFrom(plainOf(record));
    const auto known = assetAt(asset.url.toUtf8());
    const std::uint32_t at = known ? *known : addAsset(m_ids.next<AssetId>(), std::move(asset));
    m_assetOfText.emplace(bytesOf(url), at);
    if (const QString *kind = valueOf(record.extension(), "kind"_L1); kind && !known)
        findExtension(assetExtension(), u"kind")->set(m_schedule.assets.back(), *kind);
    return at;
}

std::uint32_t EventAssembler::addAsset(AssetId id, Asset asset)
{
    const auto at = static_cast<std::uint32_t>(m_schedule.assets.size());
    asset.id = id;
    m_assetOfId.insert(id, at);
    if (!asset.url.isEmpty())
        m_assetOfText.emplace(asset.url.toStdString(), at);
    m_schedule.assets.push_back(std::move(asset));
    m_media.push_back({id, Millis::zero(), false});
    return at;
}

/// All that the file says of an asset stands with one of its events; the others only name it.
void EventAssembler::describeAsset(std::size_t at, const EventRecord &record)
{
    Asset &asset = m_schedule.assets[at];
    const AssetId id = asset.id;
    asset = assetFrom(plainOf(record));
    asset.id = id;
    m_media[at].isTold = true;
    for (const auto &entry : record.assetExtension()) {
        const auto *field = findExtension(assetExtension(), entry.first);
        if (field && !field->set(asset, entry.second))
            warn(total(), record.line(),
                 tr("“%1” is no value for %2; it was left out.").arg(entry.second, entry.first));
    }
    if (asset.eom && *asset.eom <= asset.som) {
        asset.eom.reset();
        warn(total(), record.line(),
             tr("The media would end before it starts (eomMs, somMs); its end was left out."));
    }
    asset.category = m_cache.get(asset.category);
    asset.series = m_cache.get(asset.series);
    asset.language = m_cache.get(asset.language);
}

void EventAssembler::applyExtension(ScheduledEvent &event, const EventRecord &record)
{
    for (const auto &entry : record.extension()) {
        const auto *field = findExtension(eventExtension(), entry.first);
        if (field && !field->set(event, entry.second))
            warn(total(), record.line(),
                 tr("“%1” is no value for %2; it was left out.").arg(entry.second, entry.first));
    }
}

void EventAssembler::warn(std::int64_t index, std::int64_t line, QString text)
{
    m_schedule.warnings.push_back({index, line, {}, std::move(text)});
}

ImportedSchedule EventAssembler::take()
{
    for (std::size_t at = 0; at < m_media.size(); ++at) {
        Asset &asset = m_schedule.assets[at];
        if (m_media[at].isTold || asset.duration >= m_media[at].longest)
            continue;
        asset.duration = m_media[at].longest;
        asset.durationSource = DurationSource::Declared;
    }
    if (m_hasNaiveTimes)
        m_schedule.assumedZone = m_options.zone ? m_options.zone->zoneName() : u"UTC"_s;
    return std::move(m_schedule);
}

} // namespace sf

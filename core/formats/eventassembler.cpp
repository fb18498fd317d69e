// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/eventassembler.h"

#include "core/formats/address.h"
#include "core/formats/extension.h"
#include "core/formats/limits.h"
#include "core/schedule/merge.h"
#include "core/time/iso8601.h"

#include <QCoreApplication>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

/// A duration in whole seconds beside an end with milliseconds is no contradiction.
constexpr Millis tolerance{1000};

QString tr(const char *text) { return QCoreApplication::translate("Import", text); }

const QString *valueOf(const EventRecord::Extension &extension, QLatin1StringView name)
{
    for (const auto &entry : extension) {
        if (entry.first == name)
            return &entry.second;
    }
    return nullptr;
}

} // namespace

EventAssembler::EventAssembler(const ReadOptions &options, IdSource &ids, const Job &job)
    : m_options(options)
    , m_ids(ids)
    , m_job(job)
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
    auto plain = plainOf(record);
    if (!plain) {
        m_schedule.rejected.push_back({total(), record.line(), plain.error(), {}});
        return {};
    }
    const std::int64_t asset = assetFor(*plain, record);
    ScheduledEvent event = eventFrom(*plain, asset >= 0);
    if (asset >= 0) {
        const auto at = static_cast<std::size_t>(asset);
        event.asset = m_schedule.assets[at].id;
        Asset &media = m_schedule.assets[at];
        if (!m_isTold[at] && media.duration < event.range.duration) {
            media.duration = event.range.duration;
            media.durationSource = DurationSource::Declared;
        }
    }
    if (!record.extension().empty())
        applyExtension(event, record);
    reserveForRest();
    m_schedule.events.push_back(std::move(event));
    return {};
}

Result<PlainEvent> EventAssembler::plainOf(const EventRecord &record)
{
    PlainEvent plain;
    if (const QStringView id = record.text(EventField::Id); !id.isEmpty())
        plain.id = EventId::fromString(id).value_or(EventId());
    plain.url = m_cache.get(record.text(EventField::Url));
    if (!m_assetOfText.contains(plain.url) && addressKind(plain.url) == AddressKind::RefusedScheme)
        return fail(ErrorCode::UrlNotAllowed, {schemeOf(plain.url).toString()});
    if (const Status titled = readTitle(record, plain); !titled)
        return fail(titled.error());
    if (const Status timed = readRange(record, plain); !timed)
        return fail(timed.error());
    plain.category = m_cache.get(record.text(EventField::Category));
    plain.description = m_cache.get(record.text(EventField::Description));
    plain.tags = record.tags();
    return plain;
}

Status EventAssembler::readTitle(const EventRecord &record, PlainEvent &plain)
{
    const QStringView title = record.text(EventField::Title);
    if (!title.isEmpty())
        plain.title = m_cache.get(title);
    else if (!plain.url.isEmpty())
        plain.title = m_cache.get(titleFromAddress(plain.url));
    else
        return fail(ErrorCode::MissingTitle);
    return {};
}

Result<TimePoint> EventAssembler::readTime(QStringView text) const
{
    const auto time = parseIso8601(text);
    if (!time)
        return fail(time.error());
    if (time->offset || !m_options.zone)
        return time->asUtc();
    const auto resolved = m_options.zone->toUtc(time->local);
    if (!resolved)
        return fail(resolved.error());
    return resolved->time;
}

Status EventAssembler::readRange(const EventRecord &record, PlainEvent &plain)
{
    const QStringView startText = record.text(EventField::Start);
    if (startText.isEmpty())
        return fail(ErrorCode::MissingStart);
    const auto start = readTime(startText);
    if (!start)
        return fail(start.error());
    std::optional<TimePoint> end;
    if (const QStringView text = record.text(EventField::End); !text.isEmpty()) {
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
    plain.range = TimeRange::between(*start, *end);
    return {};
}

/// Gives `end` where it is not known yet; an end that is known wins.
Status EventAssembler::readDuration(const EventRecord &record, TimePoint start, std::optional<TimePoint> &end)
{
    const QStringView text = record.text(EventField::Duration);
    if (text.isEmpty())
        return {};
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

/// The index in m_schedule.assets, or -1 for an event without media.
std::int64_t EventAssembler::assetFor(const PlainEvent &plain, const EventRecord &record)
{
    const auto &extension = record.assetExtension();
    const QString *idText = valueOf(extension, "id"_L1);
    const AssetId id = idText ? AssetId::fromString(*idText).value_or(AssetId()) : AssetId();
    if (id) {
        const auto known = m_assetOfId.constFind(id);
        const std::int64_t at = known != m_assetOfId.constEnd() ? *known : addAsset(id, assetFrom(plain));
        if (known == m_assetOfId.constEnd() || extension.size() > 1)
            describeAsset(static_cast<std::size_t>(at), plain, record);
        return at;
    }
    if (plain.url.isEmpty())
        return -1;
    if (const auto known = m_assetOfText.constFind(plain.url); known != m_assetOfText.constEnd())
        return *known;
    const QString address = comparableUrl(plain.url);
    const auto known = m_assetOfText.constFind(address);
    if (known != m_assetOfText.constEnd()) {
        const std::uint32_t at = *known;
        m_assetOfText.insert(plain.url, at);
        return at;
    }
    const std::int64_t at = addAsset(m_ids.next<AssetId>(), assetFrom(plain));
    m_assetOfText.insert(plain.url, static_cast<std::uint32_t>(at));
    if (const QString *kind = valueOf(record.extension(), "kind"_L1))
        findExtension(assetExtension(), u"kind")->set(m_schedule.assets.back(), *kind);
    return at;
}

std::int64_t EventAssembler::addAsset(AssetId id, Asset asset)
{
    const auto at = static_cast<std::uint32_t>(m_schedule.assets.size());
    asset.id = id;
    m_assetOfId.insert(id, at);
    if (!asset.url.isEmpty() && !m_assetOfText.contains(asset.url))
        m_assetOfText.insert(asset.url, at);
    m_schedule.assets.push_back(std::move(asset));
    m_isTold.push_back(false);
    return at;
}

/// All that the file says of an asset stands with one of its events; the others only name it.
void EventAssembler::describeAsset(std::size_t at, const PlainEvent &plain, const EventRecord &record)
{
    Asset &asset = m_schedule.assets[at];
    const AssetId id = asset.id;
    asset = assetFrom(plain);
    asset.id = id;
    m_isTold[at] = true;
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
    event.title = m_cache.get(event.title);
    event.note = m_cache.get(event.note);
}

void EventAssembler::warn(std::int64_t index, std::int64_t line, QString text)
{
    m_schedule.warnings.push_back({index, line, {}, std::move(text)});
}

/// Doubling a vector of a million events would need three times their memory while it moves them; how much of
/// the file is read tells how many are still to come.
void EventAssembler::reserveForRest()
{
    auto &events = m_schedule.events;
    constexpr std::size_t few = 1024;
    if (events.size() < events.capacity() || events.size() < few)
        return;
    std::size_t wanted = events.size() + events.size() / 4;
    if (m_job.total() > 0 && m_job.done() > 0) {
        const double ratio = static_cast<double>(m_job.total()) / static_cast<double>(m_job.done());
        const double estimate = static_cast<double>(events.size()) * std::max(1.0, ratio) * 1.02 + 64;
        wanted = static_cast<std::size_t>(std::min(estimate, double(limits::items)));
    }
    events.reserve(std::max(wanted, events.size() + 64));
}

ImportedSchedule EventAssembler::take()
{
    auto &events = m_schedule.events;
    if (events.capacity() - events.size() > events.size() / 8)
        events.shrink_to_fit();
    return std::move(m_schedule);
}

} // namespace sf

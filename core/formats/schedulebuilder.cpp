// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/schedulebuilder.h"

#include "core/formats/address.h"
#include "core/formats/limits.h"
#include "core/formats/plainevent.h"
#include "core/schedule/merge.h"
#include "core/time/iso8601.h"

#include <QCoreApplication>
#include <QDir>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("Import", text); }

/// No file is longer; sums of a few such lengths do not overflow.
constexpr Micros longest = std::chrono::hours(24 * 366 * 100);

void fillAsset(Asset &asset, const ImportedItem &item)
{
    const auto fill = [](QString &field, const QString &value) {
        if (field.isEmpty())
            field = value;
    };
    fill(asset.houseNumber, item.houseNumber);
    fill(asset.series, item.series);
    fill(asset.language, item.language);
    fill(asset.rating, item.rating);
    if (asset.season == 0)
        asset.season = item.season;
    if (asset.episode == 0)
        asset.episode = item.episode;
    if (asset.year == 0)
        asset.year = item.year;
    if (item.kind)
        asset.kind = *item.kind;
}

} // namespace

ScheduleBuilder::ScheduleBuilder(const ReadOptions &options, IdSource &ids)
    : m_options(options)
    , m_ids(ids)
{
}

Status ScheduleBuilder::count(std::int64_t line)
{
    ++m_schedule.total;
    const bool tooMany = m_schedule.total > limits::items;
    if (!tooMany && m_schedule.rejected.size() + m_schedule.warnings.size() <= limits::remarks)
        return {};
    return fail(ErrorCode::LimitExceeded,
                {m_options.label, QString::number(line),
                 tooMany ? tr("it has more than 5,000,000 events") : tr("too much of it is wrong")});
}

Status ScheduleBuilder::reject(std::int64_t line, Error reason)
{
    m_schedule.rejected.push_back({total() + 1, line, std::move(reason), {}});
    return count(line);
}

void ScheduleBuilder::warn(std::int64_t line, QString text)
{
    m_schedule.warnings.push_back({0, line, {}, std::move(text)});
}

std::optional<Error> ScheduleBuilder::faultOf(ImportedItem &item) const
{
    if (item.fault)
        return item.fault;
    if (addressKind(item.url) == AddressKind::RefusedScheme)
        return Error{ErrorCode::UrlNotAllowed, {schemeOf(item.url).toString()}, {}};
    item.title = item.title.simplified();
    if (item.title.isEmpty() && !item.url.isEmpty())
        item.title = titleFromAddress(item.url);
    if (item.title.isEmpty())
        item.title = item.houseNumber;
    if (item.title.isEmpty())
        return Error{ErrorCode::MissingTitle, {}, {}};
    if (!item.start)
        return Error{ErrorCode::MissingStart, {}, {}};
    if (!item.end && item.duration)
        item.end = *item.start + *item.duration;
    if (!item.end)
        return Error{ErrorCode::MissingEnd, {}, {}};
    if (*item.end <= *item.start)
        return Error{ErrorCode::EndNotAfterStart, {toIso8601(*item.start), toIso8601(*item.end)}, {}};
    if (*item.start < knownTimes.start || *item.end > knownTimes.end())
        return Error{ErrorCode::TimeOutOfRange, {toIso8601(*item.start)}, {}};
    return std::nullopt;
}

/// Files repeat their titles and categories.
void ScheduleBuilder::share(ImportedItem &item)
{
    for (QString *text :
         {&item.title, &item.url, &item.category, &item.series, &item.description, &item.note})
        *text = m_cache.get(QStringView(*text).left(limits::textLength).trimmed());
}

Status ScheduleBuilder::add(ImportedItem item)
{
    if (auto fault = faultOf(item)) {
        if (!m_options.isForMedia || fault->code != ErrorCode::MissingEnd || item.url.isEmpty())
            return reject(item.line, std::move(*fault));
        share(item);
        assetFor(item);
        return count(item.line);
    }
    if (const Status counted = count(item.line); !counted)
        return counted;
    share(item);
    const std::int64_t asset = assetFor(item);
    PlainEvent plain{item.id,  item.title,    TimeRange::between(*item.start, *item.end),
                     item.url, item.category, item.description,
                     item.tags};
    ScheduledEvent event = eventFrom(plain, asset >= 0);
    event.mediaIn = std::clamp(item.mediaIn, Micros::zero(), longest);
    event.startMode = item.startMode;
    if (!item.note.isEmpty())
        event.note = item.note;
    if (asset >= 0) {
        Asset &media = m_schedule.assets[static_cast<std::size_t>(asset)];
        event.asset = media.id;
        const Micros played = event.mediaIn + event.range.duration;
        const Micros known = std::max(std::min(item.mediaLength, longest), played);
        if (media.duration < known) {
            media.duration = known;
            media.durationSource = DurationSource::Declared;
        }
    }
    m_schedule.events.push_back(event);
    return {};
}

/// The index in m_schedule.assets, or -1 for an event without media.
std::int64_t ScheduleBuilder::assetFor(const ImportedItem &item)
{
    if (item.url.isEmpty() && item.houseNumber.isEmpty())
        return -1;
    const QString written = item.url.isEmpty() ? u'#' + item.houseNumber : item.url;
    if (const auto known = m_assetOf.constFind(written); known != m_assetOf.constEnd()) {
        fillAsset(m_schedule.assets[*known], item);
        return *known;
    }
    QString address = item.url;
    if (!m_options.baseDir.isEmpty() && addressKind(address) == AddressKind::RelativePath)
        address = QDir::cleanPath(m_options.baseDir + u'/' + address);
    address = address.isEmpty() ? written : comparableUrl(address);
    if (const auto known = m_assetOf.constFind(address); known != m_assetOf.constEnd()) {
        const std::uint32_t at = *known;
        m_assetOf.insert(written, at);
        return at;
    }
    const auto at = static_cast<std::uint32_t>(m_schedule.assets.size());
    m_assetOf.insert(written, at);
    m_assetOf.insert(address, at);
    PlainEvent plain;
    plain.title = item.title;
    plain.url = item.url.isEmpty() ? QString() : address;
    plain.category = item.category;
    plain.description = item.description;
    plain.tags = item.tags;
    Asset asset = assetFrom(plain);
    asset.id = m_ids.next<AssetId>();
    fillAsset(asset, item);
    m_schedule.assets.push_back(std::move(asset));
    return at;
}

ImportedSchedule ScheduleBuilder::take() { return std::move(m_schedule); }

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/roundtrip.h"

#include "core/formats/exportrun.h"
#include "core/time/iso8601.h"

#include <QCoreApplication>
#include <QHash>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t mostDifferences = 100;

QString tr(const char *text) { return QCoreApplication::translate("Export", text); }

/// One event as a file has it.
struct Told
{
    QString title;
    std::optional<TimePoint> start;
    Millis length{0};
};

QString plainTitle(const QString &title)
{
    bool isExact = true;
    return cleanLine(title, {}, isExact);
}

/// How far a time may be off: what rounding to the format's unit does.
Millis toleranceOf(const FormatInfo &format, FrameRate rate)
{
    switch (format.precision) {
    case TimePrecision::Second:
        return Millis(500);
    case TimePrecision::Frame:
        return Millis(500LL * rate.denominator / rate.numerator + 1);
    default:
        return Millis(1);
    }
}

Result<std::vector<Told>> toldBySchedule(QIODevice &file, const ReadOptions &options, const Job &job)
{
    IdSource ids(0, 0);
    const auto read = readSchedule(file, options, ids, job);
    if (!read)
        return fail(read.error());
    QHash<AssetId, QString> titles;
    for (const Asset &asset : read->assets)
        titles.insert(asset.id, asset.title);
    std::vector<Told> told;
    told.reserve(read->events.size());
    for (const ScheduledEvent &event : read->events) {
        told.push_back({event.title.isEmpty() ? titles.value(event.asset) : event.title, event.range.start,
                        event.range.duration});
    }
    return told;
}

Result<std::vector<Told>> toldByPlaylist(QIODevice &file, const ReadOptions &options, const Job &job)
{
    const auto read = readPlaylist(file, options, job);
    if (!read)
        return fail(read.error());
    std::vector<Told> told;
    told.reserve(read->entries.size());
    for (const PlaylistEntry &entry : read->entries) {
        const Micros length =
            entry.mediaOut > entry.mediaIn ? entry.mediaOut - entry.mediaIn : entry.duration;
        told.push_back({entry.title, std::nullopt, std::chrono::round<Millis>(length)});
    }
    return told;
}

class Comparison
{
public:
    Comparison(const FormatInfo &format, const ScheduleExport &schedule, const WriteReport &report)
        : m_schedule(schedule)
        , m_tolerance(toleranceOf(format, schedule.channel.rate))
    {
        m_trip.hasReader = true;
        for (const WriteLoss &loss : report.lost)
            m_lost[loss.event] |= 1U << static_cast<unsigned>(loss.kind);
    }

    RoundTrip run(const std::vector<Told> &told)
    {
        std::size_t at = 0;
        for (const ScheduledEvent *event : m_schedule.events) {
            if (has(event->id, LossKind::Event))
                continue;
            ++m_trip.compared;
            const QString title = titleOf(*event);
            if (at >= told.size())
                differ(*event, title, tr("It is missing."));
            else
                compare(*event, title, told[at++]);
        }
        if (at < told.size())
            differ({}, told[at].title, tr("It is in the file, but was not written."));
        return std::move(m_trip);
    }

private:
    bool has(EventId event, LossKind kind) const
    {
        return (m_lost.value(event, 0) >> static_cast<unsigned>(kind)) & 1U;
    }

    QString titleOf(const ScheduledEvent &event) const
    {
        const Asset *asset = event.title.isEmpty() ? m_schedule.assets.find(event.asset) : nullptr;
        const QString title = plainTitle(asset ? asset->title : event.title);
        return title.isEmpty() ? tr("Untitled") : title;
    }

    bool isNear(Millis difference) const { return std::chrono::abs(difference) <= m_tolerance; }
    /// Both ends are rounded.
    bool isNearLength(Millis difference) const { return std::chrono::abs(difference) <= m_tolerance * 2; }

    void compare(const ScheduledEvent &event, const QString &title, const Told &told)
    {
        const bool isClipped = !m_schedule.range.contains(event.range) && !has(event.id, LossKind::Gap);
        const TimePoint start =
            isClipped ? std::max(event.range.start, m_schedule.range.start) : event.range.start;
        if (!has(event.id, LossKind::Name) && plainTitle(told.title) != title)
            return differ(event, title, tr("Its title is “%1”.").arg(told.title.left(200)));
        const bool isStart = !told.start || has(event.id, LossKind::Start) ||
                             isNear(*told.start - event.range.start) || isNear(*told.start - start);
        if (!isStart)
            return differ(event, title, tr("Its start is %1.").arg(toIso8601(*told.start)));
        const bool mayBeShort = has(event.id, LossKind::Overlap) || isClipped;
        const Millis difference = told.length - event.range.duration;
        if (!isNearLength(difference) && !(mayBeShort && difference < Millis::zero()))
            return differ(event, title, tr("Its length is %1.").arg(toClockText(told.length)));
        ++m_trip.proved;
    }

    void differ(const ScheduledEvent &event, const QString &title, const QString &what)
    {
        if (m_trip.differences.size() < mostDifferences)
            m_trip.differences.push_back({event.id, title, what});
    }

    const ScheduleExport &m_schedule;
    Millis m_tolerance;
    QHash<EventId, unsigned> m_lost; ///< kinds as bits
    RoundTrip m_trip;
};

} // namespace

void RoundTrip::add(const RoundTrip &other)
{
    hasReader = hasReader || other.hasReader;
    compared += other.compared;
    proved += other.proved;
    for (const Difference &difference : other.differences) {
        if (differences.size() < mostDifferences)
            differences.push_back(difference);
    }
}

Result<RoundTrip> proveRoundTrip(QIODevice &file, const FormatInfo &format, const ScheduleExport &schedule,
                                 const WriteReport &report, const Job &job)
{
    if (!format.importsSchedule && !format.importsPlaylist)
        return RoundTrip();
    if (report.events == 0) {
        RoundTrip empty;
        empty.hasReader = true;
        return empty; // a file without events is not always one that a reader knows
    }
    const ChannelClock clock = schedule.channel.clock();
    ReadOptions options;
    options.label = format.name;
    options.format = &format;
    options.channel = clock;
    options.rate = schedule.channel.rate;
    options.date = clock.broadcastDate(schedule.range.start);
    if (const QString preset = schedule.options.value(u"preset"_s);
        format.takesMapping && !preset.isEmpty()) {
        if (const ColumnMapping *mapping = columnPreset(preset))
            options.mapping = *mapping;
    }
    const auto told =
        format.importsSchedule ? toldBySchedule(file, options, job) : toldByPlaylist(file, options, job);
    if (!told)
        return fail(told.error());
    return Comparison(format, schedule, report).run(*told);
}

std::vector<LossSummary> summarise(const std::vector<WriteLoss> &lost)
{
    std::vector<LossSummary> summary;
    for (std::size_t i = 0; i < lost.size(); ++i) {
        const WriteLoss &loss = lost[i];
        // Sentences that name a length differ from event to event: their kind tells enough.
        const bool isCounted = loss.kind == LossKind::Gap || loss.kind == LossKind::Overlap;
        const QString what = loss.kind == LossKind::Gap       ? tr("gaps before events")
                             : loss.kind == LossKind::Overlap ? tr("overlaps")
                                                              : loss.what;
        const auto known = std::find_if(summary.begin(), summary.end(), [&](const LossSummary &one) {
            return one.kind == loss.kind && (isCounted || one.what == what);
        });
        LossSummary &one =
            known != summary.end() ? *known : summary.emplace_back(LossSummary{loss.kind, what, 0, {}});
        one.count += loss.count;
        one.places.push_back(i);
    }
    return summary;
}

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/session/publishwatch.h"

#include "core/store/publications.h"

#include <algorithm>
#include <utility>

namespace sf {

using namespace std::chrono_literals;

namespace {

constexpr auto publishPause = 250ms; ///< after an edit
constexpr auto newsInterval = 60s;
constexpr int mostDays = 62;
constexpr std::size_t fewEvents = 1000; ///< an edit of more is not walked through

void compareOne(const Station &station, ChannelId id, PublishedChannel &known, TimePoint now)
{
    known.days.clear();
    known.stale.clear();
    const Channel *channel = station.findChannel(id);
    if (!channel || known.publications->empty())
        return;
    const ChannelClock clock = channel->clock();
    const QDate first = clock.broadcastDate(now).addDays(-1);
    TimePoint end = clock.broadcastDay(first).start;
    for (const Publication &publication : *known.publications)
        end = std::max(end, publication.range.end());
    const TimeRange all = clock.broadcastDays(first, mostDays);
    known.days = publishedDays(station, id, *known.publications,
                               TimeRange::between(all.start, std::min(end, all.end())));
    known.stale = stalePublications(station, id, *known.publications, now);
}

Result<QHash<ChannelId, PublishedChannel>> loadAll(const Station &station, const QString &location,
                                                   TimePoint now, const Job &job)
{
    QHash<ChannelId, PublishedChannel> channels;
    for (const Channel &channel : station.channels()) {
        if (job.isCancelled())
            return fail(ErrorCode::Cancelled);
        auto publications = loadPublications(location, channel.id);
        if (!publications)
            return fail(publications.error());
        const auto horizon = loadOnAirHorizon(location, channel.id);
        if (!horizon)
            return fail(horizon.error());
        PublishedChannel known;
        known.publications = std::make_shared<const std::vector<Publication>>(std::move(*publications));
        known.horizon = *horizon;
        compareOne(station, channel.id, known, now);
        channels.insert(channel.id, std::move(known));
    }
    return channels;
}

} // namespace

PublishWatch::PublishWatch(StationEditor &editor, QObject *parent)
    : QObject(parent)
    , m_editor(editor)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(publishPause);
    m_news.setInterval(newsInterval);
    connect(&m_delay, &QTimer::timeout, this, &PublishWatch::compare);
    connect(&m_news, &QTimer::timeout, this, &PublishWatch::lookForNews);
    connect(&editor, &StationEditor::documentChanged, this, [this] {
        m_channels.clear();
        Q_EMIT changed();
        reload();
    });
    connect(&editor, &StationEditor::reloaded, this, &PublishWatch::reload);
    connect(&editor, &StationEditor::edited, this, &PublishWatch::follow);
    m_news.start();
    reload();
}

const std::vector<PublishedDay> &PublishWatch::days(ChannelId channel) const
{
    static const std::vector<PublishedDay> none;
    const auto known = m_channels.find(channel);
    return known == m_channels.end() ? none : known->days;
}

std::int64_t PublishWatch::changedCount(ChannelId channel) const
{
    const TimePoint now = m_editor.now();
    std::int64_t count = 0;
    for (const PublishedDay &day : days(channel))
        count += std::count_if(day.changes.begin(), day.changes.end(),
                               [now](const ChangedEvent &change) { return change.at >= now; });
    return count;
}

std::vector<ExportTask> PublishWatch::staleTasks(ChannelId id) const
{
    std::vector<ExportTask> tasks;
    const auto known = m_channels.find(id);
    const Channel *channel = m_editor.station().findChannel(id);
    const Plan *plan = m_editor.station().onAirPlan(id);
    if (known == m_channels.end() || !channel || !plan)
        return tasks;
    for (const std::size_t i : known->stale) {
        const Publication &publication = (*known->publications)[i];
        ExportTask task;
        task.channel = channel->name;
        task.request.format = findFormat(publication.format);
        task.request.path = publication.target;
        task.request.plan = plan->id;
        task.request.range = publication.range;
        task.request.generated = m_editor.now();
        task.request.options = publication.options;
        if (task.request.format)
            tasks.push_back(std::move(task));
    }
    return tasks;
}

void PublishWatch::reload()
{
    m_delay.stop();
    m_dirty.clear();
    if (m_job)
        m_job->cancel();
    m_job.reset();
    if (!m_editor.document())
        return;
    auto current = std::make_shared<std::shared_ptr<Job>>();
    m_job = m_editor.jobs().runQuietly<Channels>(
        this,
        [station = m_editor.station(), location = m_editor.document()->location(),
         now = m_editor.now()](Job &job) { return loadAll(station, location, now, job); },
        [this, current](Result<Channels> channels) {
            if (m_job == *current)
                take(std::move(channels));
        });
    *current = m_job;
}

void PublishWatch::take(Result<Channels> channels)
{
    m_job.reset();
    if (!channels) {
        if (channels.error().code != ErrorCode::Cancelled)
            Q_EMIT failed(channels.error());
        return;
    }
    for (auto known = channels->begin(); known != channels->end(); ++known) {
        m_editor.onAir().setHorizon(known.key(), known->horizon);
        for (const Publication &publication : *known->publications)
            m_newest = std::max(m_newest, publication.time);
        m_channels.insert(known.key(), std::move(*known));
    }
    Q_EMIT changed();
    if (!m_dirty.isEmpty())
        m_delay.start();
}

void PublishWatch::follow(const StationEdit &edit)
{
    QSet<ChannelId> touched;
    const auto addPlan = [&](PlanId plan) {
        if (const Channel *channel = m_editor.station().channelOf(plan))
            touched.insert(channel->id);
    };
    const bool isWide = !edit.assets.isEmpty() || !edit.channels.isEmpty() ||
                        edit.events.before.size() + edit.events.after.size() > fewEvents;
    if (isWide) {
        for (const Channel &channel : m_editor.station().channels())
            touched.insert(channel.id);
    } else {
        for (const auto *list : {&edit.events.before, &edit.events.after})
            for (const ScheduledEvent &event : *list)
                addPlan(event.plan);
    }
    compareSoon(touched);
}

void PublishWatch::compareSoon(const QSet<ChannelId> &channels)
{
    for (const ChannelId channel : channels) {
        const auto known = m_channels.find(channel);
        if (m_job || (known != m_channels.end() && !known->publications->empty()))
            m_dirty.insert(channel);
    }
    if (!m_dirty.isEmpty())
        m_delay.start();
}

void PublishWatch::compare()
{
    if (m_job) { // what is being loaded comes first
        m_delay.start();
        return;
    }
    Channels dirty;
    for (const ChannelId channel : std::exchange(m_dirty, {})) {
        if (const auto known = m_channels.find(channel); known != m_channels.end())
            dirty.insert(channel, *known);
    }
    if (dirty.isEmpty())
        return;
    auto current = std::make_shared<std::shared_ptr<Job>>();
    m_job = m_editor.jobs().runQuietly<Channels>(
        this,
        [dirty, station = m_editor.station(), now = m_editor.now()](Job &job) mutable -> Result<Channels> {
            for (auto known = dirty.begin(); known != dirty.end(); ++known) {
                if (job.isCancelled())
                    return fail(ErrorCode::Cancelled);
                compareOne(station, known.key(), *known, now);
            }
            return dirty;
        },
        [this, current](Result<Channels> channels) {
            if (m_job == *current)
                take(std::move(channels));
        });
    *current = m_job;
}

void PublishWatch::lookForNews()
{
    if (!m_editor.document() || m_job)
        return;
    m_editor.jobs().runQuietly<TimePoint>(
        this, [location = m_editor.document()->location()](Job &) { return newestPublication(location); },
        [this](Result<TimePoint> newest) {
            if (newest && *newest > m_newest)
                reload();
        });
}

void PublishWatch::setHorizon(ChannelId channel, Millis horizon)
{
    if (!m_editor.document() || horizon == m_editor.onAir().horizonOf(channel))
        return;
    m_editor.onAir().setHorizon(channel, horizon);
    if (const auto known = m_channels.find(channel); known != m_channels.end())
        known->horizon = horizon;
    m_editor.jobs().runQuietly<bool>(
        this,
        [location = m_editor.document()->location(), channel, horizon](Job &) -> Result<bool> {
            if (const Status saved = saveOnAirHorizon(location, channel, horizon); !saved)
                return fail(saved.error());
            return true;
        },
        [this](const Result<bool> &saved) {
            if (!saved)
                Q_EMIT failed(saved.error());
        });
}

} // namespace sf

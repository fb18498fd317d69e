// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/session/exporttasks.h"
#include "ui/session/stationeditor.h"

#include <QSet>
#include <QTimer>

#include <memory>

namespace sf {

/// What the playout was given of one channel.
struct PublishedChannel
{
    std::shared_ptr<const std::vector<Publication>> publications; ///< oldest first; never null
    std::vector<PublishedDay> days;                               ///< from yesterday on
    std::vector<std::size_t> stale;                               ///< places in `publications`
    Millis horizon{0};
};

/// Knows which days have changed since they were last exported. Loads what was published away from the window's thread,
/// and after an edit compares only the channels that it touched, and only where they were published.
class PublishWatch : public QObject
{
    Q_OBJECT

public:
    explicit PublishWatch(StationEditor &editor, QObject *parent = nullptr);

    /// By date; empty where nothing was published.
    const std::vector<PublishedDay> &days(ChannelId channel) const;
    /// Events from now on that the playout knows otherwise.
    std::int64_t changedCount(ChannelId channel) const;
    /// What brings the playout up to date: the exports that are out of date, with the choices they were made with.
    std::vector<ExportTask> staleTasks(ChannelId channel) const;
    /// What it knows is of the station as it is.
    bool isSettled() const { return !m_job && !m_delay.isActive(); }
    /// Somebody has exported.
    void reload();
    /// Keeps it, and asks from then on.
    void setHorizon(ChannelId channel, Millis horizon);

Q_SIGNALS:
    void changed();
    void failed(const sf::Error &error);

private:
    using Channels = QHash<ChannelId, PublishedChannel>;
    void follow(const StationEdit &edit);
    void compareSoon(const QSet<ChannelId> &channels);
    void compare();
    void take(Result<Channels> channels);
    void lookForNews();

    StationEditor &m_editor;
    Channels m_channels;
    QSet<ChannelId> m_dirty;
    TimePoint m_newest{}; ///< of what was published, when it was loaded
    std::shared_ptr<Job> m_job;
    QTimer m_delay;
    QTimer m_news; ///< a command may have exported
};

} // namespace sf

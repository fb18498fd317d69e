// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/job.h"
#include "core/schedule/operations.h"
#include "core/schedule/station.h"

#include <QString>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

namespace sf::test {

using namespace Qt::StringLiterals;

inline TimePoint instant(std::int64_t seconds)
{
    return timePointFromMs(1'774'728'000'000 + seconds * 1'000); // from 2026-03-28T20:00:00Z
}

/// Makes edits for a station with one channel.
class StationMaker
{
public:
    explicit StationMaker(std::uint64_t seed = 1)
        : m_ids(1'774'728'000'000, seed)
        , plan(m_ids.next<PlanId>())
    {
    }

    EditStamp stamp(const QString &author = u"Ann"_s) { return {m_ids.next<EditId>(), author, instant(0)}; }
    IdSource &ids() { return m_ids; }

    StationEdit channelEdit(const QString &name = u"One"_s)
    {
        Channel channel;
        channel.id = m_ids.next<ChannelId>();
        channel.name = name;
        channel.zone = u"Europe/Rome"_s;
        channel.dayStart = std::chrono::hours(6);
        return addChannel(Station(), channel, plan, stamp()).value();
    }
    ScheduledEvent event(const QString &title, std::int64_t startSeconds, std::int64_t seconds = 60)
    {
        ScheduledEvent event;
        event.id = m_ids.next<EventId>();
        event.plan = plan;
        event.title = title;
        event.range = {instant(startSeconds), Millis(seconds * 1'000)};
        return event;
    }
    StationEdit insertion(std::vector<ScheduledEvent> events, const QString &author = u"Ann"_s)
    {
        StationEdit edit = makeEdit(stamp(author), u"Insert"_s);
        edit.events.after = std::move(events);
        return edit;
    }
    /// Retitles one event.
    StationEdit change(const ScheduledEvent &before, const QString &title, const QString &author = u"Ann"_s)
    {
        StationEdit edit = makeEdit(stamp(author), u"Rename to %1"_s.arg(title));
        edit.events.before.push_back(before);
        ScheduledEvent after = before;
        after.title = title;
        edit.events.after.push_back(after);
        return edit;
    }

private:
    IdSource m_ids;

public:
    PlanId plan;
};

#ifdef Q_OS_UNIX
/// As long as it lives no file of this process can grow, which is how a full disk or a quota looks.
class FullDisk
{
public:
    FullDisk()
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = 1;
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    rlimit m_before{};
};
#endif

/// Fails the test with the error's sentence.
#define SF_VERIFY(result)                                                                                    \
    do {                                                                                                     \
        const auto &checked = (result);                                                                      \
        if (!checked)                                                                                        \
            QFAIL(qPrintable(sf::sentence(checked.error()) + u" "_s + checked.error().detail));              \
    } while (false)

#define SF_FAILS(result, expected)                                                                           \
    do {                                                                                                     \
        const auto &checked = (result);                                                                      \
        QVERIFY(!checked);                                                                                   \
        QCOMPARE(sf::codeName(checked.error().code), sf::codeName(sf::ErrorCode::expected));                 \
    } while (false)

} // namespace sf::test

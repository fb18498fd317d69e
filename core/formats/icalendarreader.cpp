// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/icalendarreader.h"

#include "core/formats/icalendarlines.h"
#include "core/formats/icalendarrule.h"
#include "core/formats/icalendarwriter.h"
#include "core/formats/limits.h"
#include "core/formats/localtimes.h"
#include "core/formats/schedulebuilder.h"
#include "core/time/iso8601.h"

#include <QCoreApplication>
#include <QSet>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("Import", text); }

constexpr std::size_t mostOccurrences = 10'000; ///< of one rule
constexpr std::size_t mostInFile = 1'000'000;   ///< of all rules
constexpr qlonglong longestMs = 1LL << 42;      ///< a hundred years and more
constexpr int mostSearches = 20;                ///< rules in a file that may search long
constexpr int mostRules = 20'000;
constexpr qsizetype mostZones = 40; ///< that are worked out for a file: each takes milliseconds

struct IcalTime
{
    LocalTime local{};
    QString zone; ///< of its TZID; empty: floating
    bool isUtc = false;
    bool isDate = false;
};

/// A VEVENT as it stands in the file.
struct IcalEvent
{
    std::int64_t line = 0;
    QByteArray uid;
    std::optional<IcalTime> start;
    std::optional<IcalTime> end;
    std::optional<IcalTime> recurrenceId;
    std::optional<Millis> duration;
    QByteArray rule;
    std::vector<IcalTime> exceptions;
    std::vector<IcalTime> additions;
    ImportedItem item;
    std::optional<TimePoint> exactStart;
    std::optional<Millis> exactDuration;
    bool isCancelled = false;
};

/// What a rule repeats.
struct Repeated
{
    QByteArray uid;
    ImportedItem item;
    Millis length{0};
};

/// An occurrence of a rule waits: a change of it may stand behind it in the file.
struct Occurrence
{
    std::uint32_t repeated = 0;
    TimePoint start{};
};

class IcalendarReader
{
public:
    IcalendarReader(QIODevice &device, const ReadOptions &options, IdSource &ids, const Job &job)
        : m_options(options)
        , m_job(job)
        , m_times(options)
        , m_lines(device, options.label, job)
        , m_builder(options, ids)
    {
    }

    Result<ImportedSchedule> read()
    {
        IcalLine line;
        while (!m_error && m_lines.next(line))
            take(line);
        if (m_job.isCancelled())
            return fail(ErrorCode::Cancelled);
        if (m_lines.error())
            return fail(*m_lines.error());
        if (!m_error && (!m_stack.empty() || !m_hasCalendar))
            malformed(m_lines.number(), tr("the calendar does not end"));
        if (m_error && (m_error->code != ErrorCode::NotWellFormed || !m_options.isPartial))
            return fail(*m_error);
        if (m_error) {
            m_builder.warn(m_lines.number(),
                           tr("The file is not well formed here (%1); the %2 events before were taken.")
                               .arg(m_error->args.value(3))
                               .arg(m_builder.total()));
        }
        if (const Status added = addOccurrences(); !added)
            return fail(added.error());
        if (m_isFloating)
            m_builder.schedule().assumedZone = m_times.clock().zoneName();
        return m_builder.take();
    }

private:
    void malformed(std::int64_t line, const QString &why)
    {
        m_error =
            Error{ErrorCode::NotWellFormed,
                  {m_options.label, QString::number(line), u"1"_s, why, QString::number(m_builder.total())},
                  {}};
    }

    void check(const Status &status)
    {
        if (!status)
            m_error = status.error();
    }

    void take(const IcalLine &line)
    {
        if (line.name == "BEGIN") {
            if (m_stack.size() >= static_cast<std::size_t>(limits::depth))
                return malformed(line.number, tr("components are nested more than 64 deep"));
            m_stack.push_back(line.value.trimmed().toUpper());
            m_hasCalendar = m_hasCalendar || m_stack.front() == "VCALENDAR";
            if (m_stack.size() == 2 && m_stack.back() == "VEVENT") {
                m_event = IcalEvent();
                m_event.line = line.number;
                m_event.item.line = line.number;
                m_event.item.startMode = StartMode::Fixed;
            }
        } else if (line.name == "END") {
            if (m_stack.empty() || m_stack.back() != line.value.trimmed().toUpper())
                return malformed(line.number,
                                 tr("END:%1 ends nothing that began").arg(icalText(line.value).left(40)));
            if (m_stack.size() == 2 && m_stack.back() == "VEVENT")
                check(takeEvent());
            m_stack.pop_back();
        } else if (m_stack.size() == 2 && m_stack.back() == "VEVENT") {
            takeProperty(line);
        } else if (m_stack.size() == 1 && line.name == "X-WR-CALNAME") {
            m_builder.schedule().channelName = icalText(line.value).simplified().left(1000);
        } else if (m_stack.size() == 1 && line.name == "X-WR-TIMEZONE") {
            m_builder.schedule().zone = icalText(line.value).simplified().left(100);
        } else if (m_stack.empty()) {
            malformed(line.number, tr("it does not begin with BEGIN:VCALENDAR"));
        }
    }

    void takeProperty(const IcalLine &line)
    {
        ImportedItem &item = m_event.item;
        if (line.name == "UID")
            m_event.uid = line.value.trimmed().left(1000);
        else if (line.name == "DTSTART")
            m_event.start = timeOf(line, line.value);
        else if (line.name == "DTEND")
            m_event.end = timeOf(line, line.value);
        else if (line.name == "RECURRENCE-ID")
            m_event.recurrenceId = timeOf(line, line.value);
        else if (line.name == "DURATION")
            takeDuration(line);
        else if (line.name == "RRULE")
            m_event.rule = line.value.trimmed();
        else if (line.name == "EXDATE")
            takeTimes(line, m_event.exceptions);
        else if (line.name == "RDATE" && line.parameter("VALUE") != "PERIOD")
            takeTimes(line, m_event.additions);
        else if (line.name == "SUMMARY")
            item.title = icalText(line.value);
        else if (line.name == "DESCRIPTION")
            item.description = icalText(line.value).left(limits::textLength);
        else if (line.name == "CATEGORIES")
            item.category = icalText(line.value.split(',').first()).simplified();
        else if (line.name == "STATUS")
            m_event.isCancelled = line.value.trimmed().toUpper() == "CANCELLED";
        else if (line.name == "ATTACH" && item.url.isEmpty() && line.parameter("VALUE") != "BINARY")
            item.url = icalText(line.value);
        else if (line.name == icalMediaProperty)
            item.url = icalText(line.value);
        else if (line.name == icalInProperty)
            item.mediaIn = Micros(line.value.trimmed().toLongLong());
        else if (line.name == icalStartProperty)
            takeExactStart(line.value);
        else if (line.name == icalDurationProperty)
            m_event.exactDuration = Millis(std::clamp(line.value.trimmed().toLongLong(), 0LL, longestMs));
    }

    void takeExactStart(const QByteArray &value)
    {
        if (const auto time = parseIso8601(QString::fromLatin1(value)); time && time->offset)
            m_event.exactStart = time->asUtc();
    }

    void takeDuration(const IcalLine &line)
    {
        if (const auto length = parseDuration(QString::fromLatin1(line.value)))
            m_event.duration = *length;
        else
            m_event.item.fault = length.error();
    }

    void takeTimes(const IcalLine &line, std::vector<IcalTime> &times)
    {
        for (const QByteArray &value : line.value.split(',')) {
            if (const auto time = timeOf(line, value); time && times.size() < mostOccurrences)
                times.push_back(*time);
        }
    }

    /// Sets the event's fault where it is not understood.
    std::optional<IcalTime> timeOf(const IcalLine &line, const QByteArray &value)
    {
        const QString text = QString::fromLatin1(value.trimmed());
        const auto read = parseIso8601(text);
        if (!read || text.contains(u'-')) {
            m_event.item.fault = Error{ErrorCode::BadTime, {text.left(40)}, {}};
            return std::nullopt;
        }
        IcalTime time;
        time.local = read->local;
        time.isUtc = read->offset.has_value();
        time.isDate = read->isDateOnly;
        time.zone = time.isUtc ? QString() : QString::fromUtf8(line.parameter("TZID")).left(200);
        return time;
    }

    const ChannelClock &clockOf(const QString &zone)
    {
        if (zone.isEmpty()) {
            m_isFloating = true;
            return m_times.clock();
        }
        if (const auto known = m_clocks.constFind(zone); known != m_clocks.constEnd())
            return *known;
        const bool isTooMany = m_clocks.size() >= mostZones;
        if (const auto clock = isTooMany ? std::nullopt : icalZone(zone))
            return *m_clocks.insert(zone, *clock);
        const char *what = isTooMany
                               ? "The file has more than 40 time zones; those from “%1” on were taken as %2."
                               : "The time zone “%1” is not known here; its times were taken as %2.";
        if (!isTooMany || !std::exchange(m_hasManyZones, true))
            m_builder.warn(m_event.line, tr(what).arg(zone, m_times.clock().zoneName()));
        return *m_clocks.insert(zone, m_times.clock());
    }

    TimePoint instantOf(const IcalTime &time)
    {
        if (time.isUtc)
            return TimePoint(time.local.time_since_epoch());
        return clockOf(time.zone).toUtcForward(time.local);
    }

    Status takeEvent()
    {
        IcalEvent &event = m_event;
        if (event.recurrenceId && !event.item.fault)
            m_changed.insert({event.uid, instantOf(*event.recurrenceId)});
        if (event.isCancelled)
            return {};
        if (!event.start || event.item.fault)
            return m_builder.add(std::move(event.item));
        const TimePoint start = instantOf(*event.start);
        Millis length =
            event.duration.value_or(event.start->isDate ? Millis(std::chrono::days(1)) : Millis::zero());
        if (event.end)
            length = instantOf(*event.end) - start;
        if (event.uid.endsWith("@scheduleflow") && !event.recurrenceId)
            event.item.id =
                EventId::fromString(QString::fromLatin1(event.uid.chopped(13))).value_or(EventId());
        if (!event.rule.isEmpty() || !event.additions.empty())
            return expand(start, length);
        const bool isExact = event.exactStart && event.exactDuration &&
                             std::chrono::abs(*event.exactStart - start) < std::chrono::seconds(1) &&
                             std::chrono::abs(*event.exactDuration - length) <= std::chrono::seconds(1);
        event.item.start = isExact ? *event.exactStart : start;
        event.item.duration = isExact ? *event.exactDuration : length;
        return m_builder.add(std::move(event.item));
    }

    Status expand(TimePoint start, Millis length)
    {
        const RuleCost cost = m_event.rule.isEmpty() ? RuleCost::Plain : icalRuleCost(m_event.rule);
        m_searches += cost == RuleCost::Search ? 1 : 0;
        if (cost == RuleCost::Refused || m_searches > mostSearches || ++m_rules > mostRules) {
            return m_builder.reject(m_event.line, Error{ErrorCode::BadFieldValue,
                                                        {icalText(m_event.rule).left(80), u"RRULE"_s,
                                                         tr("It is no rule that a schedule can follow.")},
                                                        {}});
        }
        const IcalTime &first = *m_event.start;
        const ChannelClock clock = first.isUtc ? ChannelClock() : clockOf(first.zone);
        const TimePoint until = m_options.window ? m_options.window->end() : start + std::chrono::days(366);
        std::vector<TimePoint> times{start};
        if (!m_event.rule.isEmpty()) {
            for (const LocalTime local : expandIcalRule(m_event.rule, first.local, clock.zoneName(),
                                                        clock.toLocal(until), mostOccurrences, m_job))
                times.push_back(clock.toUtcForward(local));
            if (!m_event.rule.contains("COUNT") && !m_event.rule.contains("UNTIL") && !m_hasWarnedOfEnd) {
                m_hasWarnedOfEnd = true;
                m_builder.warn(m_event.line,
                               tr("A rule without end was followed up to %1.").arg(clock.format(until)));
            }
        }
        for (const IcalTime &addition : m_event.additions)
            times.push_back(instantOf(addition));
        std::sort(times.begin(), times.end());
        times.erase(std::unique(times.begin(), times.end()), times.end());
        return keep(times, length);
    }

    Status keep(const std::vector<TimePoint> &times, Millis length)
    {
        QSet<std::int64_t> exceptions;
        std::vector<TimeRange> days; // a date alone excepts what begins on that day
        for (const IcalTime &exception : m_event.exceptions) {
            if (exception.isDate)
                days.push_back({instantOf(exception), std::chrono::days(1)});
            else
                exceptions.insert(toMs(instantOf(exception)));
        }
        days.resize(std::min(days.size(), std::size_t(1000)));
        m_event.item.id = {};
        m_repeated.push_back({m_event.uid, m_event.item, length});
        for (const TimePoint time : times) {
            const bool isWanted =
                !m_options.window || m_options.window->overlaps({time, std::max(length, Millis(1))});
            const auto holds = [time](const TimeRange &day) { return day.contains(time); };
            if (!isWanted || exceptions.contains(toMs(time)) || std::any_of(days.begin(), days.end(), holds))
                continue;
            if (m_occurrences.size() >= mostInFile) {
                return fail(ErrorCode::LimitExceeded, {m_options.label, QString::number(m_event.line),
                                                       tr("its rules make more than 1,000,000 events")});
            }
            m_occurrences.push_back({static_cast<std::uint32_t>(m_repeated.size() - 1), time});
        }
        return {};
    }

    Status addOccurrences()
    {
        for (const Occurrence &occurrence : m_occurrences) {
            const Repeated &repeated = m_repeated[occurrence.repeated];
            if (m_changed.contains({repeated.uid, occurrence.start}))
                continue;
            ImportedItem item = repeated.item;
            item.start = occurrence.start;
            item.duration = repeated.length;
            if (const Status added = m_builder.add(std::move(item)); !added)
                return added;
        }
        return {};
    }

    struct OccurrenceKey
    {
        QByteArray uid;
        TimePoint time;
        bool operator==(const OccurrenceKey &) const = default;
        friend size_t qHash(const OccurrenceKey &key, size_t seed = 0)
        {
            return qHashMulti(seed, key.uid, key.time.time_since_epoch().count());
        }
    };

    const ReadOptions &m_options;
    const Job &m_job;
    LocalTimes m_times;
    IcalLines m_lines;
    ScheduleBuilder m_builder;
    std::vector<QByteArray> m_stack;
    IcalEvent m_event;
    QHash<QString, ChannelClock> m_clocks;
    std::vector<Repeated> m_repeated;
    std::vector<Occurrence> m_occurrences;
    QSet<OccurrenceKey> m_changed;
    int m_searches = 0;
    int m_rules = 0;
    bool m_hasCalendar = false;
    bool m_isFloating = false;
    bool m_hasWarnedOfEnd = false;
    bool m_hasManyZones = false;
    std::optional<Error> m_error;
};

} // namespace

Result<ImportedSchedule> readIcalendar(QIODevice &device, const ReadOptions &options, IdSource &ids,
                                       const Job &job)
{
    return IcalendarReader(device, options, ids, job).read();
}

} // namespace sf

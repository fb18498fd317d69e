// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT

// Schedules as the schemas of SMPTE ST 2021-4 have them and as traffic systems write them: an event is a ScheduledEvent, or
// each of the ScheduleElements in one; its times are time codes or UTC.

#include "core/formats/bxfreader.h"

#include "core/formats/bxfdraft.h"
#include "core/formats/localtimes.h"
#include "core/formats/xmlinput.h"
#include "core/time/iso8601.h"
#include "core/time/timecode.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("Import", text); }

/// What stands in these is about something else than the event itself: its stand-in, its sponsor, its logo.
bool isOfSomethingElse(QStringView element)
{
    static constexpr std::array names{"AlternateEvent"_L1,
                                      "AlternateAudioContent"_L1,
                                      "Advertiser"_L1,
                                      "Agency"_L1,
                                      "Product"_L1,
                                      "PlayoutRestrictions"_L1,
                                      "PrivateInformation"_L1,
                                      "TransformationOutput"_L1,
                                      "SalesContract"_L1,
                                      "Format"_L1,
                                      "ContentDetails"_L1,
                                      "BillBoard"_L1};
    return std::find(names.begin(), names.end(), element) != names.end();
}

class BxfReader
{
public:
    BxfReader(QIODevice &device, const ReadOptions &options, IdSource &ids, const Job &job)
        : m_options(options)
        , m_times(options)
        , m_xml(device, options, job)
        , m_builder(options, ids)
    {
    }

    Result<ImportedSchedule> read()
    {
        while (m_xml.next()) {
            if (m_xml.isStart())
                m_path += m_xml.name().toString();
            const Status done = m_xml.isStart() ? start() : end();
            if (!done)
                return fail(done.error());
            if (!m_xml.isStart())
                m_path.removeLast();
        }
        std::vector<ImportRemark> warnings;
        if (const Status status = m_xml.finish(m_builder.total(), warnings); !status)
            return fail(status.error());
        if (const Status flushed = flush(std::nullopt); !flushed)
            return fail(flushed.error());
        ImportedSchedule &schedule = m_builder.schedule();
        schedule.warnings.insert(schedule.warnings.end(), warnings.begin(), warnings.end());
        warnOfWhatIsLeftOut();
        schedule.assumedZone = m_times.clock().zoneName();
        return m_builder.take();
    }

private:
    bool isBelow(QLatin1StringView name) const { return m_path.contains(QString(name)); }

    /// The names of attributes began with a capital in some years.
    QString attribute(const char *name) const
    {
        QString spelled = QString::fromLatin1(name);
        const QString usual = m_xml.attribute(QLatin1StringView(name));
        spelled[0] = spelled[0].toUpper();
        return usual.isEmpty() ? m_xml.attribute(QLatin1StringView(spelled.toLatin1())) : usual;
    }

    Status start()
    {
        if (m_ignoredFrom > 0)
            return {};
        if (isOfSomethingElse(m_xml.name())) {
            m_ignoredFrom = m_path.size();
        } else if (m_xml.is("Schedule"_L1)) {
            m_scheduleDate = QDate::fromString(attribute("scheduleStart").left(10), Qt::ISODate);
            return flush(std::nullopt);
        } else if (m_xml.is("ScheduledEvent"_L1)) {
            m_hasElements = false;
            begin();
        } else if (m_xml.is("ScheduleElements"_L1)) {
            m_hasElements = true;
            m_draft.isHeader = true;
            const Status shown = m_draft.hasData ? finish() : Status();
            begin();
            return shown;
        } else if (m_xml.is("Channel"_L1) && !isBelow("ScheduledEvent"_L1)) {
            startChannel();
        } else if (m_xml.is("EventData"_L1)) {
            const QString type = attribute("eventType");
            m_draft.hasData = true;
            m_draft.isPrimary = type.isEmpty() || type.startsWith("Primary"_L1, Qt::CaseInsensitive);
            m_draft.isHeader = type.endsWith("Header"_L1, Qt::CaseInsensitive);
        } else {
            startTime();
        }
        return {};
    }

    void begin()
    {
        m_draft = BxfDraft();
        m_draft.item.line = m_xml.line();
        m_draft.rate = m_options.rate;
    }

    void startTime()
    {
        const bool isEnd = isBelow("EndDateTime"_L1);
        if (m_xml.is("SmpteDateTime"_L1) && (isEnd || isBelow("StartDateTime"_L1)))
            (isEnd ? m_draft.end : m_draft.start).date =
                QDate::fromString(attribute("broadcastDate").left(10), Qt::ISODate);
        if (m_xml.is("SmpteDateTime"_L1) || m_xml.is("SmpteDuration"_L1)) {
            if (const auto rate = FrameRate::fromString(attribute("frameRate")))
                m_draft.rate = *rate;
        }
    }

    void startChannel()
    {
        QString name = attribute("shortName").left(1000);
        if (name.isEmpty())
            name = attribute("channelNumber").left(1000);
        ImportedSchedule &schedule = m_builder.schedule();
        if (!schedule.channels.contains(name) && schedule.channels.size() < 1000)
            schedule.channels += name;
        const QString &wanted = m_options.sourceChannel;
        if (schedule.channelName.isEmpty() &&
            (wanted.isEmpty() || name.compare(wanted, Qt::CaseInsensitive) == 0))
            schedule.channelName = name;
        m_isWantedChannel = name == schedule.channelName;
    }

    Status end()
    {
        if (m_ignoredFrom > 0) {
            m_ignoredFrom = m_ignoredFrom == m_path.size() ? 0 : m_ignoredFrom;
            return {};
        }
        const bool isWhole = m_xml.is("ScheduledEvent"_L1);
        if (isWhole || m_xml.is("ScheduleElements"_L1)) {
            const Status finished = m_draft.hasData || !m_hasElements ? finish() : Status();
            begin();
            return finished;
        }
        if (isBelow("ScheduledEvent"_L1))
            m_draft.take(m_path, m_xml.text().trimmed());
        return {};
    }

    /// A clock with parts of seconds instead of frames is common too.
    std::optional<std::int64_t> framesOf(const QString &text) const
    {
        if (const auto frames = parseTimecode(text, TimecodeForm{m_draft.rate, false}))
            return *frames;
        const auto clock = parseDuration(text);
        return clock ? std::optional(FrameGrid(m_draft.rate).framesNear(*clock)) : std::nullopt;
    }

    /// DateNeeded ends the reading; another error is the event's own.
    Result<TimePoint> instantOf(const BxfTime &time)
    {
        const auto bad = [&] { return fail(ErrorCode::BadTime, {time.text.left(40)}); };
        if (time.isUtc) {
            const auto utc = parseIso8601(time.text);
            return utc ? Result<TimePoint>(utc->asUtc()) : bad();
        }
        const auto frames = framesOf(time.text);
        if (!frames)
            return bad();
        std::optional<QDate> date = time.date;
        for (const std::optional<QDate> &other : {std::optional(m_scheduleDate), m_options.date})
            date = date && date->isValid() ? date : other;
        if (!date || !date->isValid())
            return fail(ErrorCode::DateNeeded, {m_options.label});
        return resolve(*date, *frames);
    }

    /// A date may be that of the broadcast day, whose clock goes back to zero before it ends.
    Result<TimePoint> resolve(QDate date, std::int64_t frames)
    {
        const auto resolved = [&](QDate day) {
            return m_times.resolveFrames(midnightOf(day), frames, m_draft.rate, std::nullopt, m_lastEnd);
        };
        const auto time = resolved(date);
        constexpr std::chrono::hours half(12);
        if (!time || !m_lastEnd || date != m_lastDate || *time + half > *m_lastEnd) {
            m_lastDate = date;
            return time;
        }
        const auto next = resolved(date.addDays(1));
        return next && *next < *m_lastEnd + half ? next : time;
    }

    Status finish()
    {
        ImportedItem &item = m_draft.item;
        if (m_draft.hasData && !m_draft.isPrimary) {
            m_secondary += m_isWantedChannel ? 1 : 0;
            return {};
        }
        if (!m_isWantedChannel)
            return {};
        m_draft.complete();
        if (const Status timed = setTimes(); !timed)
            return timed;
        if (const Status flushed = flush(item.start); !flushed)
            return flushed;
        if (!m_draft.isHeader || item.fault || !item.end)
            return m_builder.add(std::move(item));
        m_held = std::move(item);
        return {};
    }

    Status setTimes()
    {
        ImportedItem &item = m_draft.item;
        const FrameGrid grid(m_draft.rate);
        item.mediaIn = grid.lengthOf(framesOf(m_draft.som).value_or(0));
        if (m_draft.start.text.isEmpty()) {
            item.fault = Error{ErrorCode::MissingStart, {}, {}};
            return {};
        }
        const auto start = instantOf(m_draft.start);
        if (!start && start.error().code == ErrorCode::DateNeeded)
            return fail(start.error());
        const auto length = framesOf(m_draft.length);
        const auto end = m_draft.end.text.isEmpty() ? start : instantOf(m_draft.end);
        if (!start || !end)
            item.fault = start ? end.error() : start.error();
        else if (!m_draft.length.isEmpty() && !length)
            item.fault = Error{ErrorCode::BadTime, {m_draft.length.left(40)}, {}};
        if (item.fault)
            return {};
        item.start = *start;
        if (length)
            item.end = grid.timeOf(grid.indexOf(*start) + *length);
        else if (!m_draft.end.text.isEmpty())
            item.end = *end;
        m_lastEnd = m_draft.isHeader ? item.start : item.end;
        return {};
    }

    /// The header that waits is an event of its own unless the next one plays inside of it: then it was their sum.
    Status flush(std::optional<TimePoint> next)
    {
        if (!m_held)
            return {};
        ImportedItem item = std::move(*m_held);
        m_held.reset();
        if (!next || *next >= *item.end || *next < *item.start)
            return m_builder.add(std::move(item));
        ++m_sums;
        return {};
    }

    void warnOfWhatIsLeftOut()
    {
        ImportedSchedule &schedule = m_builder.schedule();
        if (schedule.channels.size() > 1 && m_options.sourceChannel.isEmpty()) {
            m_builder.warn(0, tr("The file has %1 channels; only %2 was read.")
                                  .arg(schedule.channels.size())
                                  .arg(schedule.channelName));
        }
        if (m_secondary > 0)
            m_builder.warn(
                0, tr("Secondary events, such as logos and comments, were left out: %1.").arg(m_secondary));
        if (m_sums > 0)
            m_builder.warn(
                0, tr("Headers that only sum up the parts which follow them were left out: %1.").arg(m_sums));
    }

    const ReadOptions &m_options;
    LocalTimes m_times;
    XmlInput m_xml;
    ScheduleBuilder m_builder;
    QStringList m_path;
    qsizetype m_ignoredFrom = 0; ///< the depth of an element that is about something else; 0: in none
    BxfDraft m_draft;
    std::optional<ImportedItem> m_held;
    QDate m_scheduleDate;
    QDate m_lastDate;
    std::optional<TimePoint> m_lastEnd;
    std::int64_t m_secondary = 0;
    std::int64_t m_sums = 0;
    bool m_isWantedChannel = true;
    bool m_hasElements = false; ///< the event that is read
};

} // namespace

Result<ImportedSchedule> readBxf(QIODevice &device, const ReadOptions &options, IdSource &ids, const Job &job)
{
    return BxfReader(device, options, ids, job).read();
}

} // namespace sf

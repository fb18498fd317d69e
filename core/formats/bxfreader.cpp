// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/bxfreader.h"

#include "core/formats/localtimes.h"
#include "core/formats/schedulebuilder.h"
#include "core/formats/tableitem.h"
#include "core/formats/xmlinput.h"
#include "core/time/iso8601.h"
#include "core/time/timecode.h"

#include <QCoreApplication>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("Import", text); }

/// "urn:uuid:3f0c…", or the id alone.
EventId idFrom(const QString &text)
{
    return EventId::fromString(text.startsWith("urn:uuid:"_L1) ? QStringView(text).sliced(9)
                                                               : QStringView(text))
        .value_or(EventId());
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
                start();
            else if (const Status done = end(); !done)
                return fail(done.error());
        }
        std::vector<ImportRemark> warnings;
        if (const Status status = m_xml.finish(m_builder.total(), warnings); !status)
            return fail(status.error());
        ImportedSchedule &schedule = m_builder.schedule();
        schedule.warnings.insert(schedule.warnings.end(), warnings.begin(), warnings.end());
        if (schedule.channels.size() > 1 && m_options.sourceChannel.isEmpty()) {
            m_builder.warn(0, tr("The file has %1 channels; only %2 was read.")
                                  .arg(schedule.channels.size())
                                  .arg(schedule.channelName));
        }
        schedule.assumedZone = m_times.clock().zoneName();
        return m_builder.take();
    }

private:
    bool isInside() const { return !m_path.isEmpty() && m_path.contains(u"ScheduledEvent"_s); }
    bool isBelow(QLatin1StringView name) const { return m_path.contains(QString(name)); }

    void start()
    {
        m_path += m_xml.name().toString();
        if (m_xml.is("ScheduledEvent"_L1)) {
            m_item = ImportedItem();
            m_item.line = m_xml.line();
            m_date.reset();
            m_start.clear();
            m_length.clear();
            m_isPrimary = true;
            m_rate = m_options.rate;
        } else if (m_xml.is("Channel"_L1) && !isInside()) {
            startChannel();
        } else if (m_xml.is("EventData"_L1)) {
            const QString type = m_xml.attribute("eventType"_L1);
            m_isPrimary = !type.startsWith("Non"_L1, Qt::CaseInsensitive) && !type.startsWith("Secondary"_L1);
        } else if (m_xml.is("SmpteDateTime"_L1) && isBelow("StartDateTime"_L1)) {
            m_date = QDate::fromString(m_xml.attribute("broadcastDate"_L1).left(10), Qt::ISODate);
            takeRate();
        } else if (m_xml.is("SmpteDuration"_L1)) {
            takeRate();
        }
    }

    void startChannel()
    {
        const QString name = m_xml.attribute("shortName"_L1).left(1000);
        ImportedSchedule &schedule = m_builder.schedule();
        if (!schedule.channels.contains(name) && schedule.channels.size() < 1000)
            schedule.channels += name;
        const QString &wanted = m_options.sourceChannel;
        if (schedule.channelName.isEmpty() &&
            (wanted.isEmpty() || name.compare(wanted, Qt::CaseInsensitive) == 0))
            schedule.channelName = name;
        m_isWantedChannel = name == schedule.channelName;
    }

    void takeRate()
    {
        if (const auto rate = FrameRate::fromString(m_xml.attribute("frameRate"_L1)))
            m_rate = *rate;
    }

    Status end()
    {
        const QString text = m_xml.text().trimmed();
        if (isInside() && !m_xml.is("ScheduledEvent"_L1))
            takeField(text);
        m_path.removeLast();
        if (m_xml.is("ScheduledEvent"_L1) && m_isPrimary && m_isWantedChannel)
            return takeEvent();
        return {};
    }

    void takeField(const QString &text)
    {
        if (m_xml.is("SmpteTimeCode"_L1)) {
            if (isBelow("StartDateTime"_L1))
                m_start = text;
            else if (isBelow("LengthOption"_L1))
                m_length = text;
            else if (isBelow("SOM"_L1))
                m_som = framesOf(text).value_or(0);
        } else if (m_xml.is("EventId"_L1) && !text.isEmpty()) {
            m_item.id = idFrom(text);
        } else if (m_xml.is("HouseNumber"_L1)) {
            m_item.houseNumber = text.left(200);
        } else if (m_xml.is("Name"_L1) || (m_xml.is("ProgramName"_L1) && m_item.title.isEmpty())) {
            m_item.title = text;
        } else if (m_xml.is("EpisodeName"_L1) || m_xml.is("Description"_L1)) {
            m_item.description = text;
        } else if (m_xml.is("PathName"_L1)) {
            m_item.url = text;
        } else if (m_xml.is("SpotType"_L1)) {
            m_item.kind = kindFrom(text);
        } else if (m_xml.is("StartMode"_L1)) {
            m_item.startMode = text == "Fixed"_L1    ? StartMode::Fixed
                               : text == "Manual"_L1 ? StartMode::Manual
                                                     : StartMode::Follow;
        }
    }

    /// A clock with parts of seconds instead of frames is common too.
    std::optional<std::int64_t> framesOf(const QString &text) const
    {
        if (const auto frames = parseTimecode(text, TimecodeForm{m_rate, false}))
            return *frames;
        const auto clock = parseDuration(text);
        return clock ? std::optional(FrameGrid(m_rate).framesNear(*clock)) : std::nullopt;
    }

    Status takeEvent()
    {
        const FrameGrid grid(m_rate);
        const auto start = framesOf(m_start);
        const auto length = framesOf(m_length);
        if (m_start.isEmpty())
            m_item.fault = Error{ErrorCode::MissingStart, {}, {}};
        else if (!start || (!m_length.isEmpty() && !length))
            m_item.fault = Error{ErrorCode::BadTime, {(start ? m_length : m_start).left(40)}, {}};
        if (!m_date || !m_date->isValid())
            m_date = m_options.date;
        if (!m_date)
            return fail(ErrorCode::DateNeeded, {m_options.label});
        if (!m_item.fault) {
            const auto time =
                m_times.resolveFrames(midnightOf(*m_date), *start, m_rate, std::nullopt, m_lastEnd);
            if (!time) {
                m_item.fault = time.error();
            } else {
                m_item.start = *time;
                if (length)
                    m_item.end = grid.timeOf(grid.indexOf(*time) + *length);
                m_lastEnd = m_item.end;
            }
        }
        m_item.mediaIn = grid.lengthOf(m_som);
        m_som = 0;
        return m_builder.add(std::move(m_item));
    }

    const ReadOptions &m_options;
    LocalTimes m_times;
    XmlInput m_xml;
    ScheduleBuilder m_builder;
    QStringList m_path;
    ImportedItem m_item;
    FrameRate m_rate;
    std::optional<QDate> m_date;
    QString m_start;
    QString m_length;
    std::int64_t m_som = 0;
    std::optional<TimePoint> m_lastEnd;
    bool m_isPrimary = true;
    bool m_isWantedChannel = true;
};

} // namespace

Result<ImportedSchedule> readBxf(QIODevice &device, const ReadOptions &options, IdSource &ids, const Job &job)
{
    return BxfReader(device, options, ids, job).read();
}

} // namespace sf

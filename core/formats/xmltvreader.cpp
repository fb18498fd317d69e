// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/xmltvreader.h"

#include "core/formats/schedulebuilder.h"
#include "core/formats/xmlinput.h"
#include "core/time/iso8601.h"

#include <QCoreApplication>
#include <QMap>

#include <algorithm>
#include <array>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("Import", text); }

/// The abbreviations that mean one offset alone; the DTD's own example is "200007281733 BST".
QString offsetOfZone(const QString &name)
{
    struct Zone
    {
        QLatin1StringView name, offset;
    };
    static constexpr std::array zones{
        Zone{"UTC"_L1, "Z"_L1},      Zone{"GMT"_L1, "Z"_L1},      Zone{"UT"_L1, "Z"_L1},
        Zone{"WET"_L1, "Z"_L1},      Zone{"BST"_L1, "+0100"_L1},  Zone{"WEST"_L1, "+0100"_L1},
        Zone{"CET"_L1, "+0100"_L1},  Zone{"MET"_L1, "+0100"_L1},  Zone{"CEST"_L1, "+0200"_L1},
        Zone{"MEST"_L1, "+0200"_L1}, Zone{"EET"_L1, "+0200"_L1},  Zone{"EEST"_L1, "+0300"_L1},
        Zone{"MSK"_L1, "+0300"_L1},  Zone{"JST"_L1, "+0900"_L1},  Zone{"AEST"_L1, "+1000"_L1},
        Zone{"AEDT"_L1, "+1100"_L1}, Zone{"NZST"_L1, "+1200"_L1}, Zone{"NZDT"_L1, "+1300"_L1},
        Zone{"EDT"_L1, "-0400"_L1},  Zone{"EST"_L1, "-0500"_L1},  Zone{"CDT"_L1, "-0500"_L1},
        Zone{"CST"_L1, "-0600"_L1},  Zone{"MDT"_L1, "-0600"_L1},  Zone{"MST"_L1, "-0700"_L1},
        Zone{"PDT"_L1, "-0700"_L1},  Zone{"PST"_L1, "-0800"_L1},  Zone{"AKDT"_L1, "-0800"_L1},
        Zone{"AKST"_L1, "-0900"_L1}, Zone{"HST"_L1, "-1000"_L1},
    };
    const auto *found = std::find_if(zones.begin(), zones.end(), [&name](const Zone &zone) {
        return name.compare(zone.name, Qt::CaseInsensitive) == 0;
    });
    return found == zones.end() ? name : QString(found->offset);
}

class XmltvReader
{
public:
    XmltvReader(QIODevice &device, const ReadOptions &options, IdSource &ids, const Job &job)
        : m_options(options)
        , m_xml(device, options, job)
        , m_builder(options, ids)
        , m_wanted(options.sourceChannel)
    {
    }

    Result<ImportedSchedule> read()
    {
        while (m_xml.next()) {
            const Status done = m_xml.isStart() ? start() : end();
            if (!done)
                return fail(done.error());
        }
        std::vector<ImportRemark> warnings;
        if (const Status status = m_xml.finish(m_builder.total(), warnings); !status)
            return fail(status.error());
        if (const Status added = flush(std::nullopt); !added)
            return fail(added.error());
        ImportedSchedule &schedule = m_builder.schedule();
        schedule.warnings.insert(schedule.warnings.end(), warnings.begin(), warnings.end());
        schedule.channels = m_names.values();
        schedule.channelName = m_names.value(m_wanted, m_wanted);
        if (m_names.size() > 1 && m_options.sourceChannel.isEmpty()) {
            m_builder.warn(0, tr("The file has %1 channels; only %2 was read.")
                                  .arg(m_names.size())
                                  .arg(schedule.channelName));
        }
        return m_builder.take();
    }

private:
    Status start()
    {
        if (m_xml.depth() == 2 && m_xml.is("channel"_L1)) {
            m_channel = m_xml.attribute("id"_L1);
            if (!m_names.contains(m_channel))
                m_names.insert(m_channel, m_channel);
        } else if (m_xml.depth() == 2 && m_xml.is("programme"_L1)) {
            return startProgramme();
        } else if (m_isInside && m_xml.depth() == 3 && m_xml.is("episode-num"_L1)) {
            m_system = m_xml.attribute("system"_L1);
        }
        return {};
    }

    Status startProgramme()
    {
        const QString channel = m_xml.attribute("channel"_L1);
        if (m_wanted.isEmpty())
            m_wanted = channel;
        if (!m_names.contains(channel))
            m_names.insert(channel, channel);
        m_isInside = channel == m_wanted || m_names.value(channel) == m_wanted;
        if (!m_isInside)
            return {};
        m_item = ImportedItem();
        m_item.line = m_xml.line();
        m_item.startMode = StartMode::Fixed;
        const QString begin = m_xml.attribute("start"_L1);
        if (begin.isEmpty()) {
            m_item.fault = Error{ErrorCode::MissingStart, {}, {}};
        } else if (auto time = timeOf(begin)) {
            m_item.start = *time;
        } else {
            m_item.fault = time.error();
        }
        if (const QString stop = m_xml.attribute("stop"_L1); !stop.isEmpty()) {
            if (auto time = timeOf(stop))
                m_item.end = *time;
            else
                m_item.fault = time.error();
        }
        return {};
    }

    /// "20260329013000 +0100"; seconds and more may be missing. Without an offset it is UTC.
    Result<TimePoint> timeOf(const QString &text)
    {
        const QString trimmed = text.trimmed();
        const qsizetype blank = trimmed.indexOf(u' ');
        const QString digits = blank < 0 ? trimmed : trimmed.first(blank);
        const QString offset = blank < 0 ? QString() : trimmed.sliced(blank + 1).trimmed();
        for (const QChar c : digits) {
            if (c < u'0' || c > u'9')
                return fail(ErrorCode::BadTime, {trimmed.left(40)});
        }
        if (digits.size() < 8 || digits.size() > 14 || digits.size() % 2 != 0)
            return fail(ErrorCode::BadTime, {trimmed.left(40)});
        const QString clock = digits.sliced(8).leftJustified(6, u'0');
        const auto time = parseIso8601(digits.first(8) + u'T' + clock + offsetOfZone(offset));
        if (!time)
            return fail(ErrorCode::BadTime, {trimmed.left(40)});
        if (time->offset)
            return time->asUtc();
        m_builder.schedule().assumedZone = m_options.zone ? m_options.zone->zoneName() : u"UTC"_s;
        if (!m_options.zone)
            return time->asUtc();
        const auto resolved = m_options.zone->toUtc(time->local);
        if (!resolved)
            return fail(resolved.error());
        return resolved->time;
    }

    Status end()
    {
        if (m_xml.depth() == 3 && m_xml.is("display-name"_L1) && !m_isInside) {
            if (m_names.value(m_channel) == m_channel && !m_xml.text().trimmed().isEmpty())
                m_names.insert(m_channel, m_xml.text().simplified());
        } else if (m_isInside && m_xml.depth() == 2) {
            m_isInside = false;
            return takeProgramme();
        } else if (m_isInside && m_xml.depth() == 3) {
            endField();
        } else if (m_isInside && m_xml.depth() == 4 && m_xml.is("value"_L1) && m_item.rating.isEmpty()) {
            m_item.rating = m_xml.text().simplified();
        }
        return {};
    }

    void endField()
    {
        const QString text = m_xml.text().trimmed();
        const auto fill = [&text](QString &field) {
            if (field.isEmpty())
                field = text;
        };
        if (m_xml.is("title"_L1))
            fill(m_item.title);
        else if (m_xml.is("desc"_L1))
            fill(m_item.description);
        else if (m_xml.is("category"_L1))
            fill(m_item.category);
        else if (m_xml.is("keyword"_L1) && !text.isEmpty() && m_item.tags.size() < 100)
            m_item.tags += text;
        else if (m_xml.is("language"_L1))
            fill(m_item.language);
        else if (m_xml.is("url"_L1))
            fill(m_item.url);
        else if (m_xml.is("date"_L1))
            m_item.year = QStringView(text).left(4).toInt();
        else if (m_xml.is("episode-num"_L1) && m_system == "xmltv_ns"_L1)
            readEpisode(text);
    }

    /// "1.4.0/1": season, episode and part, counted from zero, each with an optional total.
    void readEpisode(const QString &text)
    {
        const auto parts = QStringView(text).split(u'.');
        const auto number = [&](qsizetype at) {
            if (at >= parts.size())
                return 0;
            bool ok = false;
            const int value = parts[at].split(u'/').first().trimmed().toInt(&ok);
            return ok && value >= 0 && value < 100'000 ? value + 1 : 0;
        };
        m_item.season = number(0);
        m_item.episode = number(1);
    }

    Status takeProgramme()
    {
        if (const Status flushed = flush(m_item.start); !flushed)
            return flushed;
        if (m_item.end || m_item.fault || !m_item.start)
            return m_builder.add(std::move(m_item));
        m_waiting = std::move(m_item);
        return {};
    }

    Status flush(std::optional<TimePoint> next)
    {
        if (!m_waiting)
            return {};
        ImportedItem item = std::move(*m_waiting);
        m_waiting.reset();
        item.end = next;
        return m_builder.add(std::move(item));
    }

    const ReadOptions &m_options;
    XmlInput m_xml;
    ScheduleBuilder m_builder;
    QString m_wanted; ///< the channel to take: its id or name
    QMap<QString, QString> m_names;
    QString m_channel;
    QString m_system;
    ImportedItem m_item;
    std::optional<ImportedItem> m_waiting; ///< has no end: the next one's start is it
    bool m_isInside = false;               ///< of a programme that is taken
};

} // namespace

Result<ImportedSchedule> readXmltv(QIODevice &device, const ReadOptions &options, IdSource &ids,
                                   const Job &job)
{
    return XmltvReader(device, options, ids, job).read();
}

} // namespace sf

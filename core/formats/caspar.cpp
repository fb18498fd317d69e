// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT

// The rundown of the CasparCG client. Its reader crashes on anything that it does not know: root, types and the
// order of nesting are as it writes them itself. A rundown has no start times: each block of events that run
// back to back is a group, and the group's notes say when it starts.

#include "core/formats/format.h"
#include "core/formats/schedulebuilder.h"
#include "core/formats/sequence.h"
#include "core/formats/xmlinput.h"
#include "core/schedule/merge.h"
#include "core/time/iso8601.h"

#include <QCoreApplication>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("Export", text); }

constexpr QLatin1StringView extensions[]{"xml"_L1};
constexpr auto startMark = "ScheduleFlow start "_L1;
constexpr auto mediaFolderOption = "media-folder"_L1;

Likeness likeness(QByteArrayView head)
{
    return xmlRootOf(head).name == "items"_L1 ? Likeness::Certain : Likeness::None;
}

/// As the server lists it: below the media folder, without extension, in upper case.
QString mediaName(const QString &address, const QString &folder)
{
    QString name = plainPath(address);
    name.replace(u'\\', u'/');
    if (!folder.isEmpty() && name.startsWith(folder))
        name = name.sliced(folder.size());
    else if (const qsizetype slash = name.lastIndexOf(u'/'); slash >= 0)
        name = name.sliced(slash + 1);
    if (const qsizetype dot = name.lastIndexOf(u'.'); dot > name.lastIndexOf(u'/') + 1)
        name.truncate(dot);
    while (name.startsWith(u'/'))
        name = name.sliced(1);
    return name.toUpper();
}

class CasparWriter
{
public:
    CasparWriter(QIODevice &device, const ScheduleExport &schedule, const Job &job)
        : m_run(device, schedule, job)
        , m_out(m_run.out())
        , m_grid(schedule.channel.rate)
        , m_clock(schedule.channel.clock())
        , m_folder(m_run.option(mediaFolderOption))
        , m_channel(m_run.option("channel"_L1, "1"_L1).toUtf8())
        , m_layer(m_run.option("layer"_L1, "10"_L1).toUtf8())
    {
        if (!m_folder.isEmpty() && !m_folder.endsWith(u'/'))
            m_folder += u'/';
    }

    Result<WriteReport> write()
    {
        m_out.put("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<items>\n"
                  "    <allowremotetriggering>false</allowremotetriggering>\n");
        bool isOpen = false;
        for (const SequenceItem &item : playSequence(m_run, SequenceTiming::Exact)) {
            if (!m_run.goesOn())
                break;
            const QString name = mediaName(item.asset->url, m_folder);
            if (name.contains(u'"') || name.isEmpty()) {
                m_run.lose(LossKind::Event, *item.event,
                           tr("the event: the server can't play a file with quotes in its name"));
                isOpen = closeGroup(isOpen);
                continue;
            }
            if (isOpen && (item.gap > Millis::zero() || item.event->startMode == StartMode::Fixed))
                isOpen = closeGroup(isOpen);
            if (!isOpen)
                openGroup(item);
            isOpen = true;
            writeMovie(item, name);
        }
        closeGroup(isOpen);
        m_out.put("</items>\n");
        return m_run.finish();
    }

private:
    void common(QByteArrayView indent)
    {
        for (const QByteArrayView line :
             {QByteArrayView("<delay>0</delay>"), QByteArrayView("<duration>0</duration>"),
              QByteArrayView("<allowgpi>false</allowgpi>"),
              QByteArrayView("<allowremotetriggering>false</allowremotetriggering>"),
              QByteArrayView("<remotetriggerid></remotetriggerid>")}) {
            m_out.put(indent);
            m_out.put(line);
            m_out.put("\n");
        }
    }

    void element(QByteArrayView before, const QString &text, QByteArrayView after)
    {
        m_out.put(before);
        bool isExact = true;
        m_out.putXml(cleanLine(text, {}, isExact));
        m_out.put(after);
    }

    void openGroup(const SequenceItem &first)
    {
        const QString start = m_clock.format(first.range.start);
        element("    <item>\n        <type>GROUP</type>\n        <label>",
                start.mid(11, 5) + u' ' + m_run.title(*first.event), "</label>\n");
        m_out.putLine("        <expanded>true</expanded>");
        m_out.putLine("        <channel>", m_channel, "</channel>");
        m_out.putLine("        <videolayer>", m_layer, "</videolayer>");
        common("        ");
        m_out.putLine("        <storyid></storyid>");
        element("        <notes>", QString(startMark) + toIso8601(first.range.start), "</notes>\n");
        m_out.put("        <autostep>false</autostep>\n        <autoplay>true</autoplay>\n"
                  "        <color>rgba(70, 115, 195, 255)</color>\n        <items>\n");
    }

    bool closeGroup(bool isOpen)
    {
        if (isOpen)
            m_out.put("        </items>\n    </item>\n");
        return false;
    }

    void writeMovie(const SequenceItem &item, const QString &name)
    {
        const std::int64_t length = m_grid.indexOf(item.range.end()) - m_grid.indexOf(item.range.start);
        const std::int64_t seek = m_grid.framesNear(std::chrono::round<Millis>(item.mediaIn));
        m_out.put("            <item>\n                <type>MOVIE</type>\n"
                  "                <devicename>Local</devicename>\n");
        element("                <label>", m_run.title(*item.event), "</label>\n");
        element("                <name>", name, "</name>\n");
        m_out.putLine("                <channel>", m_channel, "</channel>");
        m_out.putLine("                <videolayer>", m_layer, "</videolayer>");
        common("                ");
        m_out.putLine("                <storyid>", item.event->id.toString().toLatin1(), "</storyid>");
        m_out.put("                <transition>CUT</transition>\n"
                  "                <transitionDuration>0</transitionDuration>\n"
                  "                <tween>Linear</tween>\n                <direction>RIGHT</direction>\n");
        m_out.putLine("                <seek>", QByteArray::number(static_cast<qlonglong>(seek)), "</seek>");
        m_out.putLine("                <length>", QByteArray::number(static_cast<qlonglong>(length)),
                      "</length>");
        m_out.put("                <loop>false</loop>\n                <freezeonload>false</freezeonload>\n"
                  "                <triggeronnext>false</triggeronnext>\n"
                  "                <autoplay>true</autoplay>\n                <color>Transparent</color>\n"
                  "                <timecode></timecode>\n            </item>\n");
        m_run.written();
    }

    ExportRun m_run;
    Output &m_out;
    FrameGrid m_grid;
    ChannelClock m_clock;
    QString m_folder;
    QByteArray m_channel;
    QByteArray m_layer;
};

class CasparReader
{
public:
    CasparReader(QIODevice &device, const ReadOptions &options, IdSource &ids, const Job &job)
        : m_options(options)
        , m_grid(options.rate)
        , m_xml(device, options, job)
        , m_builder(options, ids)
    {
        if (options.start)
            m_at = m_grid.indexOf(*options.start);
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
        auto &all = m_builder.schedule().warnings;
        all.insert(all.end(), warnings.begin(), warnings.end());
        return m_builder.take();
    }

private:
    void start()
    {
        if (!m_xml.is("item"_L1))
            return;
        m_item = ImportedItem();
        m_item.line = m_xml.line();
        m_type.clear();
        m_length = 0;
        m_seek = 0;
    }

    Status end()
    {
        const QString text = m_xml.text().trimmed();
        if (m_xml.is("type"_L1))
            m_type = text;
        else if (m_xml.is("label"_L1))
            m_item.title = text;
        else if (m_xml.is("name"_L1))
            m_item.url = text;
        else if (m_xml.is("storyid"_L1))
            m_item.id = EventId::fromString(text).value_or(EventId());
        else if (m_xml.is("seek"_L1))
            m_seek = text.toLongLong();
        else if (m_xml.is("length"_L1))
            m_length = text.toLongLong();
        else if (m_xml.is("notes"_L1) && text.startsWith(startMark))
            return startBlock(text.sliced(startMark.size()));
        else if (m_xml.is("item"_L1) && (m_type == "MOVIE"_L1 || m_type == "STILL"_L1))
            return addMovie();
        return {};
    }

    Status startBlock(const QString &text)
    {
        if (const auto time = parseIso8601(text)) {
            m_at = m_grid.indexOf(time->asUtc());
            m_isFirst = true;
        }
        return {};
    }

    Status addMovie()
    {
        m_type.clear();
        if (!m_at)
            return fail(ErrorCode::StartNeeded, {m_options.label, u"CasparCG rundown"_s});
        constexpr std::int64_t longest = 1'000'000'000;
        const std::int64_t seek = std::clamp<std::int64_t>(m_seek, 0, longest);
        std::int64_t length = std::clamp<std::int64_t>(m_length, 0, longest);
        if (length == 0 && m_options.knownLength) { // the client's word for all of the file
            const std::int64_t all = m_grid.framesFor(m_options.knownLength(m_item.url));
            length = std::clamp<std::int64_t>(all - seek, 0, longest);
        }
        m_item.start = m_grid.timeOf(*m_at);
        m_at = *m_at + length;
        if (length > 0)
            m_item.end = m_grid.timeOf(*m_at);
        else
            m_item.fault = Error{ErrorCode::MissingEnd, {m_item.title}, {}};
        m_item.mediaIn = m_grid.lengthOf(seek);
        m_item.startMode = m_isFirst ? StartMode::Fixed : StartMode::Follow;
        m_isFirst = false;
        return m_builder.add(std::move(m_item));
    }

    const ReadOptions &m_options;
    FrameGrid m_grid;
    XmlInput m_xml;
    ScheduleBuilder m_builder;
    std::optional<std::int64_t> m_at; ///< the frame at which the next item begins
    ImportedItem m_item;
    QString m_type;
    std::int64_t m_length = 0;
    std::int64_t m_seek = 0;
    bool m_isFirst = false;
};

Result<ImportedSchedule> readCaspar(QIODevice &device, const ReadOptions &options, IdSource &ids,
                                    const Job &job)
{
    return CasparReader(device, options, ids, job).read();
}

Result<WriteReport> writeCaspar(QIODevice &device, const ScheduleExport &schedule, const Job &job)
{
    return CasparWriter(device, schedule, job).write();
}

constexpr FormatOption options[]{
    {.id = mediaFolderOption,
     .label = QT_TRANSLATE_NOOP("Export", "The server's media folder; names are written relative to it"),
     .kind = FormatOption::Kind::Folder},
    {.id = "channel"_L1,
     .label = QT_TRANSLATE_NOOP("Export", "The server's channel"),
     .kind = FormatOption::Kind::Number,
     .usual = "1"_L1},
    {.id = "layer"_L1,
     .label = QT_TRANSLATE_NOOP("Export", "The video layer"),
     .kind = FormatOption::Kind::Number,
     .usual = "10"_L1},
};

} // namespace

constinit const Format casparFormat{
    .id = "caspar"_L1,
    .name = "CasparCG rundown"_L1,
    .extensions = extensions,
    .likeness = likeness,
    .readSchedule = readCaspar,
    .writeSchedule = writeCaspar,
    .cannotCarry = QT_TRANSLATE_NOOP(
        "Export", "A rundown has no start times of its own: blocks are started by hand or by remote control. "
                  "It knows media by their names in the media folder, and no placeholders."),
    .options = options,
    .precision = TimePrecision::Frame,
};

} // namespace sf

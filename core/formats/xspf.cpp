// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT

// XSPF version 1, https://www.xspf.org/spec, with the extension of VLC for parts of files.

#include "core/formats/address.h"
#include "core/formats/format.h"
#include "core/formats/playlistbuilder.h"
#include "core/formats/sequence.h"
#include "core/formats/xmlinput.h"
#include "core/time/iso8601.h"

#include <QCoreApplication>
#include <QUrl>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("Export", text); }

constexpr QLatin1StringView extensions[]{"xspf"_L1};

Likeness likeness(QByteArrayView head)
{
    const XmlRoot root = xmlRootOf(head);
    if (root.name == "playlist"_L1 && root.space.contains("xspf.org"_L1))
        return Likeness::Certain;
    return root.isXml && root.name.isEmpty() ? Likeness::Possible : Likeness::None;
}

/// A location is an address, percent-encoded; one without a scheme is a path here.
QString locationFrom(const QString &text)
{
    const QString trimmed = text.trimmed();
    const AddressKind kind = addressKind(trimmed);
    const bool isPath =
        kind == AddressKind::RelativePath || kind == AddressKind::None || trimmed.startsWith(u'/');
    return isPath && trimmed.contains(u'%') ? QUrl::fromPercentEncoding(trimmed.toUtf8()) : trimmed;
}

void readOption(const QString &text, PlaylistEntry &entry)
{
    const QByteArray option = text.trimmed().toUtf8();
    if (option.startsWith("start-time="))
        entry.mediaIn = secondsFrom(QByteArrayView(option).sliced(11));
    else if (option.startsWith("stop-time="))
        entry.mediaOut = secondsFrom(QByteArrayView(option).sliced(10));
}

Result<ImportedPlaylist> readXspf(QIODevice &device, const ReadOptions &options, const Job &job)
{
    XmlInput xml(device, options, job);
    PlaylistBuilder builder(options);
    PlaylistEntry entry;
    QString location;
    bool isInTrack = false;
    while (xml.next()) {
        if (xml.isStart()) {
            if (xml.depth() == 3 && xml.is("track"_L1)) {
                entry = PlaylistEntry();
                entry.line = xml.line();
                location.clear();
                isInTrack = true;
            }
        } else if (xml.depth() == 3 && xml.is("track"_L1)) {
            builder.add(std::move(entry), location);
            isInTrack = false;
        } else if (xml.depth() == 2 && xml.is("title"_L1)) {
            builder.playlist().name = xml.text().simplified();
        } else if (isInTrack && xml.is("option"_L1)) {
            readOption(xml.text(), entry);
        } else if (isInTrack && xml.depth() == 4) {
            if (xml.is("location"_L1) && location.isEmpty())
                location = locationFrom(xml.text());
            else if (xml.is("title"_L1))
                entry.title = xml.text();
            else if (xml.is("image"_L1))
                entry.logo = xml.text().trimmed();
            else if (xml.is("album"_L1))
                entry.group = xml.text().simplified();
            else if (xml.is("duration"_L1))
                entry.duration = secondsFrom(xml.text().trimmed().toLatin1()) / 1000;
        }
    }
    if (const Status status = xml.finish(builder.total(), builder.playlist().warnings); !status)
        return fail(status.error());
    return builder.take();
}

void putElement(Output &out, QByteArrayView name, const QString &text)
{
    bool isExact = true;
    const QString line = cleanLine(text, {}, isExact);
    if (line.isEmpty())
        return;
    out.put("<");
    out.put(name);
    out.put(">");
    out.putXml(line);
    out.put("</");
    out.put(name);
    out.put(">");
}

void putTrack(ExportRun &run, const SequenceItem &item, std::int64_t number)
{
    Output &out = run.out();
    out.put("    <track>");
    putElement(out, "location", writtenAddress(item.asset->url));
    putElement(out, "title", run.title(*item.event));
    putElement(out, "album", item.asset->category);
    out.put("<duration>");
    out.putNumber(item.range.duration.count());
    out.put("</duration>");
    if (item.isTrimmed()) {
        out.put("<extension application=\"http://www.videolan.org/vlc/playlist/0\"><vlc:id>");
        out.putNumber(number);
        out.put("</vlc:id><vlc:option>start-time=");
        out.putSeconds(item.mediaIn);
        out.put("</vlc:option><vlc:option>stop-time=");
        out.putSeconds(item.mediaOut());
        out.put("</vlc:option></extension>");
    }
    out.put("</track>\n");
    run.written();
}

Result<WriteReport> writeXspf(QIODevice &device, const ScheduleExport &schedule, const Job &job)
{
    ExportRun run(device, schedule, job);
    run.loseAll(LossKind::Time,
                tr("start times, ids and notes: players play the entries one after the other"),
                std::ssize(schedule.events));
    Output &out = run.out();
    out.put(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<playlist version=\"1\" xmlns=\"http://xspf.org/ns/0/\" "
        "xmlns:vlc=\"http://www.videolan.org/vlc/playlist/ns/0/\">\n  ");
    putElement(out, "title", run.listName());
    putElement(out, "creator", u"ScheduleFlow"_s);
    putElement(out, "date", toIso8601(schedule.generated));
    out.put("\n  <trackList>\n");
    std::int64_t number = 0;
    for (const SequenceItem &item : playSequence(run, SequenceTiming::BackToBack)) {
        if (!run.goesOn())
            break;
        putTrack(run, item, number++);
    }
    out.put("  </trackList>\n</playlist>\n");
    return run.finish();
}

} // namespace

constinit const Format xspfFormat{
    .id = "xspf"_L1,
    .name = "XSPF playlist"_L1,
    .extensions = extensions,
    .likeness = likeness,
    .readPlaylist = readXspf,
    .writeSchedule = writeXspf,
    .cannotCarry = QT_TRANSLATE_NOOP("Export", "XSPF has no start times and no gaps."),
};

} // namespace sf

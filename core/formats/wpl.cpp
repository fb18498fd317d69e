// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT

// WPL of Windows Media Player: a SMIL body whose media have a source. (Groove's ZPL is the same.)

#include "core/formats/format.h"
#include "core/formats/playlistbuilder.h"
#include "core/formats/xmlinput.h"

namespace sf {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView extensions[]{"wpl"_L1, "zpl"_L1};

Likeness likeness(QByteArrayView head)
{
    return head.startsWith("<?wpl") || head.startsWith("<?zpl") || xmlRootOf(head).name == "smil"_L1
               ? Likeness::Certain
               : Likeness::None;
}

Result<ImportedPlaylist> readWpl(QIODevice &device, const ReadOptions &options, const Job &job)
{
    XmlInput xml(device, options, job);
    PlaylistBuilder builder(options);
    while (xml.next()) {
        if (xml.isStart() && xml.is("media"_L1)) {
            PlaylistEntry entry;
            entry.line = xml.line();
            entry.title = xml.attribute("trackTitle"_L1);
            entry.group = xml.attribute("albumTitle"_L1).simplified();
            entry.duration = secondsFrom(xml.attribute("duration"_L1).toLatin1()) / 1000;
            builder.add(std::move(entry), xml.attribute("src"_L1));
        } else if (!xml.isStart() && xml.is("title"_L1) && xml.depth() == 3) {
            builder.playlist().name = xml.text().simplified();
        }
    }
    if (const Status status = xml.finish(builder.total(), builder.playlist().warnings); !status)
        return fail(status.error());
    return builder.take();
}

} // namespace

constinit const Format wplFormat{
    .id = "wpl"_L1,
    .name = "WPL playlist"_L1,
    .extensions = extensions,
    .likeness = likeness,
    .readPlaylist = readWpl,
};

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "app/probe/containers.h"

extern "C" {
#include <libavformat/avformat.h>
}

#include <algorithm>
#include <array>
#include <string_view>

namespace sf::probe {

namespace {

using namespace std::string_view_literals;

// Names as libavformat's demuxers have them, the first of each.
constexpr std::array containers{"mov"sv,  "matroska"sv, "mpegts"sv, "mpeg"sv,     "avi"sv, "flv"sv, "wav"sv,
                                "w64"sv,  "mp3"sv,      "flac"sv,   "ogg"sv,      "aac"sv, "mxf"sv, "asf"sv,
                                "aiff"sv, "ac3"sv,      "eac3"sv,   "caf"sv,      "gxf"sv, "dv"sv,  "ivf"sv,
                                "nut"sv,  "amr"sv,      "au"sv,     "mpegtsraw"sv};
constexpr std::array playlists{"hls"sv,   "applehttp"sv, "concat"sv, "dash"sv,       "sdp"sv,
                               "rtsp"sv,  "rtp"sv,       "imf"sv,    "ffmetadata"sv, "webm_dash_manifest"sv,
                               "lavfi"sv, "bluray"sv,    "libgme"sv};

} // namespace

std::string shortName(const AVInputFormat &format)
{
    const std::string_view names = format.name;
    return std::string(names.substr(0, names.find(',')));
}

Reason whyNotAContainer(const AVInputFormat *format)
{
    if (!format)
        return {"media-not-media", "unknown", {}};
    const std::string name = shortName(*format);
    if (std::find(containers.begin(), containers.end(), name) != containers.end())
        return {};
    if (std::find(playlists.begin(), playlists.end(), name) != playlists.end())
        return {"media-is-playlist", name, {}};
    return {"media-not-media", name, {}};
}

} // namespace sf::probe

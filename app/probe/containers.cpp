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

/// Every byte of `second` at its place, too, where there is one.
struct Signature
{
    std::string_view first;
    std::size_t firstAt;
    std::string_view second;
    const char *format;
};

constexpr std::size_t secondAt = 8;
constexpr std::size_t signatureBytes = 12;
constexpr std::array signatures{
    Signature{"ftyp"sv, 4, {}, "mov"},       Signature{"\x1A\x45\xDF\xA3"sv, 0, {}, "matroska"},
    Signature{"RIFF"sv, 0, "WAVE"sv, "wav"}, Signature{"RIFF"sv, 0, "AVI "sv, "avi"},
    Signature{"FLV\x01"sv, 0, {}, "flv"},    Signature{"fLaC"sv, 0, {}, "flac"},
    Signature{"OggS"sv, 0, {}, "ogg"},
};

} // namespace

const AVInputFormat *containerBySignature(AVIOContext &input)
{
    static const auto formats = [] {
        std::array<const AVInputFormat *, signatures.size()> found{};
        for (std::size_t i = 0; i < signatures.size(); ++i)
            found[i] = av_find_input_format(signatures[i].format);
        return found;
    }();
    std::array<unsigned char, signatureBytes> bytes{};
    const int got = avio_read(&input, bytes.data(), static_cast<int>(bytes.size()));
    if (avio_seek(&input, 0, SEEK_SET) != 0 || got < static_cast<int>(bytes.size()))
        return nullptr;
    const std::string_view start(reinterpret_cast<const char *>(bytes.data()), bytes.size());
    for (std::size_t i = 0; i < signatures.size(); ++i) {
        const Signature &known = signatures[i];
        if (start.substr(known.firstAt, known.first.size()) == known.first &&
            start.substr(secondAt, known.second.size()) == known.second)
            return formats[i];
    }
    return nullptr;
}

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

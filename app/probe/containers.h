// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/probe/facts.h"

struct AVInputFormat;
struct AVIOContext;

namespace sf::probe {

/// Nothing where `format` (null: none was recognised) is a container that recordings come in. Playlists
/// (which would open other files or the network), images, subtitles and bare video streams (which have no
/// duration) are refused.
Reason whyNotAContainer(const AVInputFormat *format);

/// The demuxer of a file that begins as the common containers do; null for any other. Asking all 350 demuxers
/// takes as long as reading the header, and is what hostile files are made for.
const AVInputFormat *containerBySignature(AVIOContext &input);

/// The first of the comma-separated names of a demuxer: "mov,mp4,m4a,…" is "mov".
std::string shortName(const AVInputFormat &format);

} // namespace sf::probe

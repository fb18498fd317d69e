// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/probe/facts.h"

struct AVInputFormat;

namespace sf::probe {

/// Nothing where `format` (null: none was recognised) is a container that recordings come in. Playlists
/// (which would open other files or the network), images, subtitles and bare video streams (which have no
/// duration) are refused.
Reason whyNotAContainer(const AVInputFormat *format);

/// The first of the comma-separated names of a demuxer: "mov,mp4,m4a,…" is "mov".
std::string shortName(const AVInputFormat &format);

} // namespace sf::probe

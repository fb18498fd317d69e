// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/probe/mediainput.h"

struct AVFormatContext;

namespace sf::probe {

/// Whether the file says in its header that it is longer than it is: a copy that was broken off. libavformat
/// takes the header's duration for MP4 and Matroska, and makes do with what is there for WAV and AVI; either
/// way the end would be missing on air. Formats without such a header (MPEG streams, MP3) can't tell. The
/// position in `input` is lost.
bool isCutOff(const AVFormatContext &context, const MediaInput &input);

} // namespace sf::probe

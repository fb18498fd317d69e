// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

namespace sf::probe {

/// Why a file is of no use: the code name of an sf::Error, its argument where its sentence has one, and the
/// library's own words for the log. An empty code means that nothing is wrong.
struct Reason
{
    std::string code;
    std::string argument;
    std::string detail;

    explicit operator bool() const { return !code.empty(); }
};

/// What was seen of one file; empty or 0 where it is not known.
struct MediaFacts
{
    std::int64_t bytes = 0;
    std::int64_t modifiedMs = 0;
    std::int64_t durationUs = 0;
    std::int64_t startUs = 0;
    std::string container;
    std::string videoCodec;
    std::string audioCodec;
    std::string title;
    int width = 0;
    int height = 0;
    int frameRateNumerator = 0;
    int frameRateDenominator = 0;
    int audioChannels = 0;
    int sampleRate = 0;
};

} // namespace sf::probe

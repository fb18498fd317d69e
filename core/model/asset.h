// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/ids.h"
#include "core/time/timerange.h"

#include <QString>
#include <QStringList>

#include <bitset>
#include <optional>
#include <vector>

namespace sf {

enum class AssetKind : std::uint8_t { Program, Commercial, Promo, Ident, Filler, Live };

enum class AssetStatus : std::uint8_t {
    Unprobed,   ///< known by its address alone
    Ready,      ///< probed, playable
    Missing,    ///< the file is not there
    Unreadable, ///< the file is there, but no media
    Changed,    ///< the file is another one than was probed
};

/// Where a duration comes from. A declared one (a playlist said so) plans, but is shown with "~".
enum class DurationSource : std::uint8_t { Unknown, Declared, Probed };

/// The 168 hours of a week in which an asset may start; bit 0 is Monday 00:00 channel wall time.
using HoursMask = std::bitset<168>;

/// What the probe saw; empty or 0 where it is not known.
struct TechnicalInfo
{
    QString container;
    QString videoCodec;
    QString audioCodec;
    std::int32_t width = 0;
    std::int32_t height = 0;
    std::int32_t frameRateNumerator = 0;
    std::int32_t frameRateDenominator = 0;
    std::int32_t audioChannels = 0;
    std::int32_t sampleRate = 0;
    std::int64_t fileBytes = 0;
    std::int64_t modifiedMs = 0; ///< of the file, ms since the epoch: with fileBytes it tells a changed file

    bool operator==(const TechnicalInfo &) const = default;
};

/// Something that can be played.
struct Asset
{
    AssetId id;
    QString houseNumber; ///< the station's own number; where there is one it is the content
    QString title;
    AssetKind kind = AssetKind::Program;
    QString url; ///< an absolute path or an address; it only finds the asset at import
    Micros duration{0};
    DurationSource durationSource = DurationSource::Unknown;
    AssetStatus status = AssetStatus::Unprobed;
    QString statusReason;       ///< why Unreadable or Missing, a sentence
    Micros som{0};              ///< start of message: where play begins in the file
    std::optional<Micros> eom;  ///< end of message; none means the file's end
    std::vector<Micros> breaks; ///< permitted split points from the file's start
    QString series;
    std::int32_t season = 0;  ///< 0 where there is none
    std::int32_t episode = 0; ///< 0 where there is none
    QString category;
    QStringList tags;
    QString description;
    std::int32_t year = 0; ///< 0 where it is not known
    QString language;      ///< BCP 47
    QString rating;
    std::optional<TimePoint> rightsFrom;
    std::optional<TimePoint> rightsUntil; ///< the whole airing lies before it
    std::optional<HoursMask> hours;       ///< none: any hour
    std::int32_t maxPlaysPerDay = 0;      ///< 0: no limit; so the two below
    std::int32_t maxPlaysPerWeek = 0;
    std::int32_t maxPlays = 0;
    std::optional<Millis> cooldown; ///< its own; none: the station's
    double weight = 1.0;            ///< how often it is picked, relative to others; 0 never
    bool isElastic = false;         ///< may be looped or trimmed
    QString logo;
    TechnicalInfo technical;

    /// What is played of it: from som to eom, or the whole file. Zero where the duration is unknown.
    Micros playable() const
    {
        const Micros until = eom ? (duration > Micros::zero() ? std::min(*eom, duration) : *eom) : duration;
        return std::max(Micros::zero(), until - som);
    }

    bool operator==(const Asset &) const = default;
};

} // namespace sf

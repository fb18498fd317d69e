// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schedule/station.h"

#include <span>
#include <vector>

namespace sf {

/// A stretch of a channel's time under one daypart, or under none.
struct Block
{
    TimeRange range;
    const Daypart *daypart = nullptr; ///< lives as long as the station's templates

    QString name() const { return daypart ? daypart->name : QString(); }
    bool operator==(const Block &) const = default;
};

/// The template that counts on a date of the channel's calendar: of those valid then the one valid for the
/// fewest days, so that one for a single day wins over the season, and that over the one for always; of two
/// alike the later one. Null where there is none.
const WeekTemplate *templateOn(std::span<const WeekTemplate> templates, ChannelId channel, QDate date);

/// The template of this id, where the channel has it.
const WeekTemplate *findTemplate(std::span<const WeekTemplate> templates, ChannelId channel, TemplateId id);

/// The range cut into blocks without holes, in order. Wall times that the clock skips begin where it jumps.
/// Where dayparts overlap, the one that starts later cuts into the other. With `only` that template counts on all days.
std::vector<Block> blocksOf(std::span<const WeekTemplate> templates, const Channel &channel, TimeRange range,
                            const WeekTemplate *only = nullptr);

/// The block that an instant lies in; null before and after all.
const Block *blockAt(std::span<const Block> blocks, TimePoint t);

/// What is wrong with a template, for the operator: dayparts without a name, day or length, tolerances below
/// 0. Errors: BadFieldValue; args: the value, the field, what it should be.
Status checkTemplate(const WeekTemplate &week);

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schedule/stationedit.h"

#include <concepts>
#include <type_traits>

namespace sf {

/// T or const T: one list of fields serves the writer and the reader.
template <class Given, class T>
concept Maybe = std::same_as<std::remove_const_t<Given>, T>;

// The fields of everything an edit holds, each with the number by which it is known in stored bytes for ever.
// `visit(number, field)` is called in ascending order. A new field takes the next free number; a number is
// never used twice.

void forEachField(Maybe<Channel> auto &channel, auto &&visit)
{
    visit(1, channel.id);
    visit(2, channel.name);
    visit(3, channel.zone);
    visit(4, channel.dayStart);
    visit(5, channel.rate.numerator);
    visit(6, channel.rate.denominator);
}

void forEachField(Maybe<Plan> auto &plan, auto &&visit)
{
    visit(1, plan.id);
    visit(2, plan.channel);
    visit(3, plan.name);
    visit(4, plan.isOnAir);
}

void forEachField(Maybe<TechnicalInfo> auto &info, auto &&visit)
{
    visit(1, info.container);
    visit(2, info.videoCodec);
    visit(3, info.audioCodec);
    visit(4, info.width);
    visit(5, info.height);
    visit(6, info.frameRateNumerator);
    visit(7, info.frameRateDenominator);
    visit(8, info.audioChannels);
    visit(9, info.sampleRate);
    visit(10, info.fileBytes);
    visit(11, info.modifiedMs);
}

/// Those of an asset that have no column of their own.
void forEachRareField(Maybe<Asset> auto &asset, auto &&visit)
{
    visit(20, asset.statusReason);
    visit(21, asset.som);
    visit(22, asset.eom);
    visit(23, asset.breaks);
    visit(24, asset.tags);
    visit(25, asset.description);
    visit(26, asset.year);
    visit(27, asset.language);
    visit(28, asset.rating);
    visit(29, asset.rightsFrom);
    visit(30, asset.rightsUntil);
    visit(31, asset.hours);
    visit(32, asset.maxPlaysPerDay);
    visit(33, asset.maxPlaysPerWeek);
    visit(34, asset.maxPlays);
    visit(35, asset.cooldown);
    visit(36, asset.weight);
    visit(37, asset.isElastic);
    visit(38, asset.logo);
    visit(39, asset.technical);
}

void forEachField(Maybe<Asset> auto &asset, auto &&visit)
{
    visit(1, asset.id);
    visit(2, asset.houseNumber);
    visit(3, asset.title);
    visit(4, asset.kind);
    visit(5, asset.url);
    visit(6, asset.duration);
    visit(7, asset.durationSource);
    visit(8, asset.status);
    visit(9, asset.series);
    visit(10, asset.season);
    visit(11, asset.episode);
    visit(12, asset.category);
    forEachRareField(asset, visit);
}

/// Those of an event that have no column of their own.
void forEachRareField(Maybe<ScheduledEvent> auto &event, auto &&visit)
{
    visit(20, event.parent);
    visit(21, event.airing);
    visit(22, event.parentOffset);
    visit(23, event.mediaIn);
    visit(24, event.occurrence);
    visit(25, event.note);
    visit(26, event.colour);
    visit(27, event.tier);
    visit(28, event.isExempt);
}

void forEachField(Maybe<ScheduledEvent> auto &event, auto &&visit)
{
    visit(1, event.id);
    visit(2, event.plan);
    visit(3, event.range.start);
    visit(4, event.range.duration);
    visit(5, event.asset);
    visit(6, event.title);
    visit(7, event.layer);
    visit(8, event.startMode);
    visit(9, event.origin);
    visit(10, event.isLocked);
    visit(11, event.recurrence);
    visit(12, event.run);
    forEachRareField(event, visit);
}

void forEachField(Maybe<RuleScope> auto &scope, auto &&visit)
{
    visit(1, scope.channel);
    visit(2, scope.daypart);
    visit(3, scope.category);
    visit(4, scope.kind);
    visit(5, scope.tag);
}

template <class Body>
requires Maybe<Body, Cooldown> || Maybe<Body, Separation> || Maybe<Body, MaxPerHour> || Maybe<Body, Quota> ||
    Maybe<Body, MaxInARow>
void forEachField(Body &body, auto &&visit)
{
    visit(1, body.never);
    visit(2, body.preferred);
}

void forEachField(Maybe<Adjacency> auto &body, auto &&visit)
{
    visit(1, body.category);
    visit(2, body.next);
    visit(3, body.isNever);
}

void forEachField(Maybe<MaxPlays> auto &body, auto &&visit)
{
    visit(1, body.window);
    visit(2, body.never);
    visit(3, body.preferred);
}

void forEachField(Maybe<NoSameHour> auto &body, auto &&visit) { visit(1, body.isNever); }

void forEachField(Maybe<Watershed> auto &body, auto &&visit)
{
    visit(1, body.rating);
    visit(2, body.from);
    visit(3, body.until);
    visit(4, body.isNever);
}

void forEachField(Maybe<Exemption> auto &body, auto &&visit) { visit(1, body.series); }

void forEachField(Maybe<Rule> auto &rule, auto &&visit)
{
    visit(1, rule.id);
    visit(2, rule.name);
    visit(3, rule.scope);
    visit(4, rule.body);
    visit(5, rule.weight);
    visit(6, rule.isEnabled);
}

void forEachField(Maybe<AssetFilter> auto &filter, auto &&visit)
{
    visit(1, filter.categories);
    visit(2, filter.tags);
    visit(3, filter.series);
    visit(4, filter.kind);
}

void forEachField(Maybe<Daypart> auto &daypart, auto &&visit)
{
    visit(1, daypart.name);
    visit(2, daypart.dayMask);
    visit(3, daypart.from);
    visit(4, daypart.until);
    visit(5, daypart.filter);
    visit(6, daypart.order);
    visit(7, daypart.isHardStart);
    visit(8, daypart.startTolerance);
    visit(9, daypart.mayRunShort);
    visit(10, daypart.mayRunOver);
    visit(11, daypart.identAfterEach);
    visit(12, daypart.promoEvery);
    visit(13, daypart.breakLength);
    visit(14, daypart.padTo);
    visit(15, daypart.fallbackCategories);
}

void forEachField(Maybe<WeekTemplate> auto &week, auto &&visit)
{
    visit(1, week.id);
    visit(2, week.channel);
    visit(3, week.name);
    visit(4, week.validFrom);
    visit(5, week.validUntil);
    visit(6, week.dayparts);
}

void forEachField(Maybe<OccurrenceChange> auto &change, auto &&visit)
{
    visit(1, change.original);
    visit(2, change.movedTo);
    visit(3, change.asset);
}

void forEachField(Maybe<Recurrence> auto &recurrence, auto &&visit)
{
    visit(1, recurrence.id);
    visit(2, recurrence.channel);
    visit(3, recurrence.name);
    visit(4, recurrence.start);
    visit(5, recurrence.rrule);
    visit(6, recurrence.exceptions);
    visit(7, recurrence.changes);
    visit(8, recurrence.duration);
    visit(9, recurrence.asset);
    visit(10, recurrence.series);
    visit(11, recurrence.isRerun);
    visit(12, recurrence.isLocked);
}

void forEachField(Maybe<Play> auto &play, auto &&visit)
{
    visit(1, play.id);
    visit(2, play.channel);
    visit(3, play.content);
    visit(4, play.event);
    visit(5, play.title);
    visit(6, play.range.start);
    visit(7, play.range.duration);
    visit(8, play.result);
}

void forEachField(Maybe<StationEdit> auto &edit, auto &&visit)
{
    visit(1, edit.id);
    visit(2, edit.kind);
    visit(3, edit.target);
    visit(4, edit.name);
    visit(5, edit.author);
    visit(6, edit.time);
    int number = 10;
    forEachChanges(edit, [&](auto &changes) {
        visit(number++, changes.before);
        visit(number++, changes.after);
    });
}

} // namespace sf

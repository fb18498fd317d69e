// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/id.h"

namespace sf {

using ChannelId = Id<struct ChannelTag>;
using PlanId = Id<struct PlanTag>;
using AssetId = Id<struct AssetTag>;
using EventId = Id<struct EventTag>;
using AiringId = Id<struct AiringTag>;
using RecurrenceId = Id<struct RecurrenceTag>;
using RuleId = Id<struct RuleTag>;
using TemplateId = Id<struct TemplateTag>;
using PlayId = Id<struct PlayTag>;
using RunId = Id<struct RunTag>;
using EditId = Id<struct EditTag>;

} // namespace sf

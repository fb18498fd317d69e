// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/rule.h"

#include <QString>

namespace sf {

/// The name of a kind of rule by its place in RuleBody: "Cooldown". Translated where a translator is
/// installed, as all here.
QString ruleKindName(std::size_t kind);

/// What a rule asks for, as one sentence without its scope: "The same programme never again within 48 h;
/// preferably not within 72 h."
QString sentence(const Rule &rule);

/// What it applies to, the channel apart: "Music, daypart Night", "everything".
QString scopeText(const RuleScope &scope);

} // namespace sf

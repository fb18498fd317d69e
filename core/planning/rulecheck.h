// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/model/rule.h"

namespace sf {

/// Whether a rule says something that can be kept. Errors: BadFieldValue; args: the value, the field by its
/// name in JSON, what it should be.
Status checkRule(const Rule &rule);

/// A rule's body by its place in RuleBody, with nothing said yet.
RuleBody emptyRuleBody(std::size_t kind);

} // namespace sf

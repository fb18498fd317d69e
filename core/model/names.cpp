// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/model/names.h"

#include <array>

namespace sf {

using namespace Qt::StringLiterals;

// clang-format off
#define SF_NAMES(Type, ...)                                                                        \
    template <>                                                                                    \
    std::span<const QLatin1StringView> namesOf<Type>()                                             \
    {                                                                                              \
        static constexpr std::array names{__VA_ARGS__};                                            \
        return names;                                                                              \
    }

SF_NAMES(AssetKind, "program"_L1, "commercial"_L1, "promo"_L1, "ident"_L1, "filler"_L1, "live"_L1)
SF_NAMES(AssetStatus, "unprobed"_L1, "ready"_L1, "missing"_L1, "unreadable"_L1, "changed"_L1)
SF_NAMES(DurationSource, "unknown"_L1, "declared"_L1, "probed"_L1)
SF_NAMES(StartMode, "fixed"_L1, "follow"_L1, "manual"_L1)
SF_NAMES(EventOrigin, "manual"_L1, "import"_L1, "auto-fill"_L1, "recurrence"_L1)
SF_NAMES(RelaxationTier, "all-rules"_L1, "no-preferences"_L1, "never-values"_L1, "fallback-category"_L1, "operator-allowed"_L1, "elastic-slate"_L1)
SF_NAMES(PlayResult, "aired"_L1, "partial"_L1, "failed"_L1)
SF_NAMES(PickOrder, "shuffle"_L1, "least-recent"_L1, "weighted"_L1, "sequential"_L1)
SF_NAMES(IssueCode, "overlap"_L1, "gap"_L1, "cooldown"_L1, "duplicate"_L1, "media-missing"_L1, "media-unprobed"_L1, "media-unreadable"_L1, "duration-mismatch"_L1, "rule"_L1, "quota"_L1)
SF_NAMES(Severity, "info"_L1, "warning"_L1, "error"_L1)
// clang-format on

#undef SF_NAMES

} // namespace sf

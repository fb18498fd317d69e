// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/formats/registry.h"

namespace sf {

/// Whether a file that was written says the same when it is read again.
struct RoundTrip
{
    struct Difference
    {
        EventId event;
        QString title;
        QString what; ///< a sentence
    };

    bool hasReader = false;              ///< else nothing could be proved
    std::int64_t compared = 0;           ///< events that the writer said it wrote
    std::int64_t proved = 0;             ///< of them, those that came back with their title and times
    std::vector<Difference> differences; ///< at most 100

    bool isProved() const { return hasReader && compared == proved; }
    void add(const RoundTrip &other);
};

/// Reads `file` and compares every event that `report` does not account for as lost, title and times as exact as the
/// format has them; of lists without times, title and length. Errors: those of reading.
Result<RoundTrip> proveRoundTrip(QIODevice &file, const FormatInfo &format, const ScheduleExport &schedule,
                                 const WriteReport &report, const Job &job);

/// The account of what was lost, one line a kind and sentence: "M3U has no start times: 336".
struct LossSummary
{
    LossKind kind = LossKind::Other;
    QString what;
    std::int64_t count = 0;
    std::vector<std::size_t> places; ///< in what was summarised
};
std::vector<LossSummary> summarise(const std::vector<WriteLoss> &lost);

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schedule/station.h"
#include "ui/session/daystats.h"
#include "ui/theme/tokens.h"
#include "ui/timeline/laneindex.h"
#include "ui/timeline/timelinelayout.h"

#include <QElapsedTimer>
#include <QImage>

#include <cstdint>
#include <map>
#include <vector>

namespace sf {

/// A day of a plan, drawn small, and how full it is.
struct DayStrip
{
    QImage image;
    DayStats stats;
};

/// A lane seen from afar, where an event is no wider than a pixel: each pixel shows the category that fills
/// most of its time, and with it what is wrong: an overlap as a tall mark below, a gap as a low one, missing
/// media as a torn upper edge. What an event looks like is worked out once per bucket, again only for a bucket that an edit
/// replaced; a finished strip is kept until the view, the plan or the minute moves.
class OverviewStrips
{
public:
    static constexpr Millis cellLength = std::chrono::minutes(30);

    /// What a strip depends on besides the schedule.
    struct Frame
    {
        const Station *station = nullptr;
        const Tokens *colours = nullptr;
        TimelineLayout layout;
        TimePoint now{};
    };

    explicit OverviewStrips(CategoryFills &fills)
        : m_fills(fills)
    {
    }

    /// Forgets everything: assets, or the theme, changed.
    void clear();
    /// Allows so much work on buckets not seen before until the next call; the rest of the lane is then drawn
    /// as one grey, and isIncomplete() says that another paint is due.
    void startFrame(Millis budget);
    bool isIncomplete() const { return m_isIncomplete; }

    /// As wide as the lanes' area and as tall as an event box; `revision` changes with the plan.
    const QImage &strip(const Frame &frame, const LaneIndex &lane, int revision);
    /// A day of the lane in softer colours, its gaps hatched; of the frame's layout nothing counts. Kept until an
    /// edit replaces one of the day's buckets. Null while there has not been time for it (see startFrame).
    const DayStrip *dayStrip(const Frame &frame, const LaneIndex &lane, TimeRange day, QSize size);

private:
    enum Mark : std::uint8_t { Missing = 1, Overlap = 2 };
    /// How much of a category's colour is seen.
    struct Softness
    {
        double future = 1.0;
        double past = 1.0;
    };
    /// A half hour of the events that start on one day.
    struct Cell
    {
        std::int32_t coveredMs = 0;
        std::uint8_t fill = 0;
        std::uint8_t marks = 0;
    };
    struct Digest
    {
        std::shared_ptr<const Schedule::Bucket> bucket; ///< what it was made from
        std::vector<std::uint8_t> fills;                ///< per event; `hidden` on other layers
        std::vector<bool> isMissing;                    ///< per event: its media can't be played
        std::int64_t firstCell = 0;                     ///< since the epoch
        std::vector<Cell> cells;
    };
    struct Strip
    {
        TimePoint origin{};
        double msPerPixel = 0;
        int nowX = 0;
        int revision = -1;
        bool isComplete = false;
        QImage image;
    };
    struct KeptDay
    {
        std::vector<std::shared_ptr<const Schedule::Bucket>> buckets; ///< what it was made from
        std::optional<TimeRange> extent;
        int nowX = 0;
        bool isComplete = false;
        DayStrip strip;
    };
    class Accumulator;

    const Digest *digestOf(const Station &station, PlanId plan, const Schedule::Day &day);
    Digest makeDigest(const Station &station, const std::shared_ptr<const Schedule::Bucket> &bucket);
    static void addCells(Digest &digest);
    bool accumulate(const Frame &frame, PlanId plan, Accumulator &pixels);
    static void render(const Frame &frame, const Accumulator &pixels, std::optional<TimeRange> extent,
                       Softness softness, QImage &image);
    static void tear(const Frame &frame, const Accumulator &pixels, QImage &image);
    static void hatchGaps(const Frame &frame, const Accumulator &pixels, std::optional<TimeRange> extent,
                          QImage &image);
    /// Milliseconds of a pixel between the plan's first start and its last end.
    static std::int64_t plannedIn(const Accumulator &pixels, std::size_t x, std::optional<TimeRange> extent);

    CategoryFills &m_fills;
    std::map<std::pair<PlanId, std::int64_t>, Digest> m_digests;
    std::map<PlanId, Strip> m_strips;
    std::map<std::pair<PlanId, std::int64_t>, KeptDay> m_days; ///< by start
    QElapsedTimer m_timer;
    Millis m_budget{0};
    bool m_isIncomplete = false;
};

} // namespace sf

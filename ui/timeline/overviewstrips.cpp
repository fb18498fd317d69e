// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/timeline/overviewstrips.h"

#include "core/planning/candidates.h"

#include <array>
#include <cstdlib>
#include <cstring>

namespace sf {

namespace {

constexpr std::uint8_t neutralFill = categoryFillCount;
constexpr std::size_t fillCount = categoryFillCount + 1;
constexpr std::uint8_t hidden = 0xff;
constexpr int gapMark = 4;      ///< rows
constexpr int overlapMark = 12; ///< rows
constexpr int tooth = 3;        ///< rows that a torn edge is deep
constexpr std::size_t mostDays = 64;
constexpr int hatchStep = 6; ///< pixels from one line to the next

std::int64_t floorDiv(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }
std::int64_t ceilDiv(std::int64_t a, std::int64_t b) { return -floorDiv(-a, b); }

} // namespace

/// Sums up, per pixel, how long each fill was on. Events come by start, so that a running index finds their
/// pixel.
class OverviewStrips::Accumulator
{
public:
    /// `grid` rounds the pixels' borders up to whole cells, so that a cell falls into one pixel; 1 for none.
    Accumulator(const TimelineLayout &layout, std::int64_t grid)
        : m_width(static_cast<std::size_t>(std::max(0, layout.size.width() - TimelineLayout::headerWidth)))
        , m_borders(m_width + 1)
        , m_sums(m_width * fillCount)
        , m_covered(m_width)
        , m_marks(m_width)
    {
        for (std::size_t x = 0; x <= m_width; ++x) {
            const TimePoint t = layout.timeAt(TimelineLayout::headerWidth + static_cast<int>(x));
            m_borders[x] = ceilDiv(toMs(t), grid) * grid;
        }
    }

    std::size_t width() const { return m_width; }
    std::int64_t border(std::size_t x) const { return m_borders[x]; }
    std::int64_t length(std::size_t x) const { return m_borders[x + 1] - m_borders[x]; }
    std::int64_t covered(std::size_t x) const { return m_covered[x]; }
    bool isOverlap(std::size_t x) const { return (m_marks[x] & Overlap) != 0; }
    bool isMissing(std::size_t x) const { return (m_marks[x] & Missing) != 0; }

    /// Back to the left, for the next run of events by start.
    void rewind(std::int64_t start)
    {
        const auto at = std::upper_bound(m_borders.begin(), m_borders.end(), start);
        m_at = at == m_borders.begin() ? 0 : static_cast<std::size_t>(at - m_borders.begin()) - 1;
    }
    /// `covered` of it counts against gaps: what no earlier event covers.
    void add(std::int64_t start, std::int64_t end, std::int64_t coveredFrom, std::uint8_t fill,
             std::uint8_t marks)
    {
        while (m_at < m_width && m_borders[m_at + 1] <= start)
            ++m_at;
        for (std::size_t x = m_at; x < m_width && m_borders[x] < end; ++x) {
            const std::int64_t from = std::max(start, m_borders[x]);
            const std::int64_t to = std::min(end, m_borders[x + 1]);
            m_sums[x * fillCount + fill] += to - from;
            m_covered[x] += std::max<std::int64_t>(0, to - std::max(from, coveredFrom));
            m_marks[x] = static_cast<std::uint8_t>(m_marks[x] | marks);
        }
    }
    void addCell(std::int64_t start, std::int64_t covered, std::uint8_t fill, std::uint8_t marks)
    {
        while (m_at < m_width && m_borders[m_at + 1] <= start)
            ++m_at;
        if (m_at >= m_width || m_borders[m_at] > start)
            return;
        m_sums[m_at * fillCount + fill] += covered;
        m_covered[m_at] += covered;
        m_marks[m_at] = static_cast<std::uint8_t>(m_marks[m_at] | marks);
    }
    void markOverlap(std::int64_t start, std::int64_t end)
    {
        const auto first = std::upper_bound(m_borders.begin(), m_borders.end(), start);
        std::size_t x =
            first == m_borders.begin() ? 0 : static_cast<std::size_t>(first - m_borders.begin()) - 1;
        for (; x < m_width && m_borders[x] < end; ++x)
            m_marks[x] = static_cast<std::uint8_t>(m_marks[x] | Overlap);
    }
    /// The fill that is on longest; none where nothing is.
    std::optional<std::size_t> dominant(std::size_t x) const
    {
        const auto first = m_sums.begin() + static_cast<std::ptrdiff_t>(x * fillCount);
        const auto best = std::max_element(first, first + static_cast<std::ptrdiff_t>(fillCount));
        return *best > 0 ? std::optional(static_cast<std::size_t>(best - first)) : std::nullopt;
    }

private:
    std::size_t m_width;
    std::vector<std::int64_t> m_borders;
    std::vector<std::int64_t> m_sums;
    std::vector<std::int64_t> m_covered;
    std::vector<std::uint8_t> m_marks;
    std::size_t m_at = 0;
};

void OverviewStrips::clear()
{
    m_digests.clear();
    m_strips.clear();
    m_days.clear();
}

void OverviewStrips::startFrame(Millis budget)
{
    m_timer.start();
    m_budget = budget;
    m_isIncomplete = false;
}

const OverviewStrips::Digest *OverviewStrips::digestOf(const Station &station, PlanId plan,
                                                       const Schedule::Day &day)
{
    Digest &digest = m_digests[{plan, day.day}];
    if (digest.bucket == day.bucket)
        return &digest;
    // An edited bucket is done at once: there are few, and grey would flicker.
    if (!digest.bucket && m_timer.elapsed() >= m_budget.count()) {
        m_isIncomplete = true;
        return nullptr;
    }
    digest = makeDigest(station, day.bucket);
    return &digest;
}

OverviewStrips::Digest OverviewStrips::makeDigest(const Station &station,
                                                  const std::shared_ptr<const Schedule::Bucket> &bucket)
{
    Digest digest;
    digest.bucket = bucket;
    digest.fills.reserve(bucket->events.size());
    digest.isMissing.reserve(bucket->events.size());
    for (const ScheduledEvent &event : bucket->events) {
        const Asset *asset = event.asset ? station.assets().find(event.asset) : nullptr;
        const std::uint8_t fill =
            asset ? static_cast<std::uint8_t>(m_fills.indexOf(categoryName(*asset))) : neutralFill;
        digest.fills.push_back(event.layer == 0 ? fill : hidden);
        digest.isMissing.push_back(asset && cannotBePlayed(*asset));
    }
    addCells(digest);
    return digest;
}

void OverviewStrips::addCells(Digest &digest)
{
    const std::int64_t cell = cellLength.count();
    const Schedule::Bucket &bucket = *digest.bucket;
    digest.firstCell = floorDiv(toMs(bucket.spans.front().start), cell);
    const std::int64_t lastCell = ceilDiv(toMs(bucket.latestEnd), cell);
    digest.cells.resize(static_cast<std::size_t>(std::max<std::int64_t>(1, lastCell - digest.firstCell)));
    std::vector<std::array<std::int32_t, fillCount>> sums(digest.cells.size());
    std::int64_t coverEnd = INT64_MIN;
    for (std::size_t i = 0; i < bucket.spans.size(); ++i) {
        if (digest.fills[i] == hidden)
            continue;
        const std::int64_t start = toMs(bucket.spans[i].start);
        const std::int64_t end = toMs(bucket.spans[i].end);
        for (std::int64_t at = floorDiv(start, cell); at * cell < end; ++at) {
            const auto index = static_cast<std::size_t>(at - digest.firstCell);
            const std::int64_t from = std::max(start, at * cell);
            const std::int64_t to = std::min(end, (at + 1) * cell);
            Cell &target = digest.cells[index];
            target.coveredMs +=
                static_cast<std::int32_t>(std::max<std::int64_t>(0, to - std::max(from, coverEnd)));
            sums[index][digest.fills[i]] += static_cast<std::int32_t>(to - from);
            if (from < std::min(to, coverEnd))
                target.marks |= Overlap;
            if (digest.isMissing[i])
                target.marks |= Missing;
        }
        coverEnd = std::max(coverEnd, end);
    }
    for (std::size_t i = 0; i < sums.size(); ++i)
        digest.cells[i].fill =
            static_cast<std::uint8_t>(std::max_element(sums[i].begin(), sums[i].end()) - sums[i].begin());
}

bool OverviewStrips::accumulate(const Frame &frame, PlanId plan, Accumulator &pixels)
{
    const TimeRange visible = frame.layout.visibleRange();
    const bool useCells = frame.layout.msPerPixel >= static_cast<double>(cellLength.count());
    std::int64_t coverEnd = INT64_MIN;
    bool isComplete = true;
    for (const Schedule::Day &day : frame.station->schedule().days(plan)) {
        const Schedule::Bucket &bucket = *day.bucket;
        const std::int64_t firstStart = toMs(bucket.spans.front().start);
        if (bucket.spans.front().start >= visible.end())
            break;
        if (bucket.latestEnd <= visible.start) {
            coverEnd = std::max(coverEnd, toMs(bucket.latestEnd));
            continue;
        }
        const Digest *digest = digestOf(*frame.station, plan, day);
        isComplete = isComplete && digest;
        pixels.rewind(firstStart);
        if (!digest) {
            pixels.add(firstStart, toMs(bucket.latestEnd), INT64_MIN, neutralFill, 0);
        } else if (useCells) {
            if (firstStart < coverEnd)
                pixels.markOverlap(firstStart, std::min(coverEnd, toMs(bucket.latestEnd)));
            for (std::size_t i = 0; i < digest->cells.size(); ++i) {
                const Cell &cell = digest->cells[i];
                if (cell.coveredMs > 0)
                    pixels.addCell((digest->firstCell + static_cast<std::int64_t>(i)) * cellLength.count(),
                                   cell.coveredMs, cell.fill, cell.marks);
            }
        } else {
            for (std::size_t i = 0; i < bucket.spans.size(); ++i) {
                if (digest->fills[i] == hidden)
                    continue;
                const std::int64_t start = toMs(bucket.spans[i].start);
                const std::int64_t end = toMs(bucket.spans[i].end);
                pixels.add(start, end, coverEnd, digest->fills[i], digest->isMissing[i] ? Missing : 0);
                if (start < coverEnd)
                    pixels.markOverlap(start, std::min(coverEnd, end));
                coverEnd = std::max(coverEnd, end);
            }
        }
        coverEnd = std::max(coverEnd, toMs(bucket.latestEnd));
    }
    return isComplete;
}

void OverviewStrips::render(const Frame &frame, const Accumulator &pixels, std::optional<TimeRange> extent,
                            Softness softness, QImage &image)
{
    const Tokens &colours = *frame.colours;
    std::array<QRgb, fillCount> fills;
    std::array<QRgb, fillCount> pastFills;
    for (std::size_t i = 0; i < fillCount; ++i) {
        const QColor fill = i < categoryFillCount ? colours.categories[i] : colours.neutral;
        fills[i] = mixed(colours.lane, fill, softness.future).rgb();
        pastFills[i] = mixed(colours.lane, fill, softness.past).rgb();
    }
    const std::size_t width = pixels.width();
    std::vector<QRgb> body(width, colours.lane.rgb());
    for (std::size_t x = 0; x < width; ++x) {
        const bool isPast = pixels.border(x + 1) <= toMs(frame.now);
        if (const auto fill = pixels.dominant(x))
            body[x] = isPast ? pastFills[*fill] : fills[*fill];
    }
    std::vector<QRgb> low = body;
    std::vector<QRgb> tall = body;
    for (std::size_t x = 0; x < width; ++x) {
        if (pixels.isOverlap(x))
            low[x] = tall[x] = colours.error.rgb();
        else if (pixels.covered(x) < plannedIn(pixels, x, extent))
            low[x] = colours.warning.rgb();
    }
    const int height = image.height();
    for (int y = 0; y < height; ++y) {
        const auto &row = y >= height - gapMark ? low : y >= height - overlapMark ? tall : body;
        std::memcpy(image.scanLine(y), row.data(), width * sizeof(QRgb));
    }
    tear(frame, pixels, image);
}

std::int64_t OverviewStrips::plannedIn(const Accumulator &pixels, std::size_t x,
                                       std::optional<TimeRange> extent)
{
    if (!extent)
        return 0;
    return std::max<std::int64_t>(0, std::min(pixels.border(x + 1), toMs(extent->end())) -
                                         std::max(pixels.border(x), toMs(extent->start)));
}

void OverviewStrips::tear(const Frame &frame, const Accumulator &pixels, QImage &image)
{
    const QRgb lane = frame.colours->lane.rgb();
    for (std::size_t x = 0; x < pixels.width(); ++x) {
        if (!pixels.isMissing(x))
            continue;
        const int depth = std::min(std::abs(static_cast<int>(x % (2 * tooth)) - tooth), image.height());
        for (int y = 0; y < depth; ++y)
            reinterpret_cast<QRgb *>(image.scanLine(y))[x] = lane;
    }
}

void OverviewStrips::hatchGaps(const Frame &frame, const Accumulator &pixels, std::optional<TimeRange> extent,
                               QImage &image)
{
    const QRgb line = mixed(frame.colours->lane, frame.colours->dimText, 0.35).rgb();
    const QRgb under = frame.colours->background.rgb();
    for (int y = 0; y < image.height() - gapMark; ++y) {
        auto *row = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (std::size_t x = 0; x < pixels.width(); ++x) {
            if (pixels.covered(x) == 0 && plannedIn(pixels, x, extent) > 0)
                row[x] = (static_cast<int>(x) + y) % hatchStep == 0 ? line : under;
        }
    }
}

const QImage &OverviewStrips::strip(const Frame &frame, const LaneIndex &lane, int revision)
{
    const TimelineLayout &layout = frame.layout;
    const QSize size(std::max(0, layout.size.width() - TimelineLayout::headerWidth),
                     layout.laneHeight - 2 * TimelineLayout::boxInset);
    const int nowX = std::clamp(layout.xAt(frame.now), 0, layout.size.width());
    Strip &strip = m_strips[lane.plan()];
    if (strip.isComplete && strip.origin == layout.origin && strip.msPerPixel == layout.msPerPixel &&
        strip.image.size() == size && strip.nowX == nowX && strip.revision == revision)
        return strip.image;
    strip.origin = layout.origin;
    strip.msPerPixel = layout.msPerPixel;
    strip.nowX = nowX;
    strip.revision = revision;
    if (strip.image.size() != size)
        strip.image = QImage(size, QImage::Format_RGB32);
    const bool useCells = layout.msPerPixel >= static_cast<double>(cellLength.count());
    Accumulator pixels(layout, useCells ? cellLength.count() : 1);
    strip.isComplete = accumulate(frame, lane.plan(), pixels);
    render(frame, pixels, lane.extent(), {1.0, 0.4}, strip.image);
    return strip.image;
}

const DayStrip *OverviewStrips::dayStrip(const Frame &frame, const LaneIndex &lane, TimeRange day, QSize size)
{
    constexpr Softness soft{0.5, 0.22}; // the lanes above are what is worked on
    if (m_days.size() > mostDays)
        m_days.clear(); // of channels and weeks that are shown no more
    KeptDay &kept = m_days[{lane.plan(), toMs(day.start)}];
    KeptDay wanted;
    wanted.extent = lane.extent();
    for (const Schedule::Day &part : frame.station->schedule().days(lane.plan())) {
        if (part.bucket->firstStart < day.end() && part.bucket->latestEnd > day.start)
            wanted.buckets.push_back(part.bucket);
    }
    Frame own = frame;
    own.layout.origin = day.start;
    own.layout.msPerPixel = static_cast<double>(day.duration.count()) / std::max(1, size.width());
    own.layout.size = QSize(TimelineLayout::headerWidth + size.width(), size.height());
    wanted.nowX = std::clamp(own.layout.xAt(frame.now), 0, own.layout.size.width());
    if (kept.isComplete && kept.strip.image.size() == size && kept.nowX == wanted.nowX &&
        kept.extent == wanted.extent && kept.buckets == wanted.buckets)
        return &kept.strip;
    if (m_timer.elapsed() >= m_budget.count()) {
        m_isIncomplete = true;
        return kept.strip.image.isNull() ? nullptr : &kept.strip;
    }
    Accumulator pixels(own.layout, 1);
    wanted.isComplete = accumulate(own, lane.plan(), pixels);
    wanted.strip.image = QImage(size, QImage::Format_RGB32);
    wanted.strip.stats = statsOf(*frame.station, lane.plan(), day);
    render(own, pixels, wanted.extent, soft, wanted.strip.image);
    hatchGaps(own, pixels, wanted.extent, wanted.strip.image);
    kept = std::move(wanted);
    return &kept.strip;
}

} // namespace sf

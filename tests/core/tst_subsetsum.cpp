// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/maxflow.h"
#include "core/planning/subsetsum.h"

#include "planningfixture.h"

#include <algorithm>
#include <numeric>
#include <set>

using namespace sf;
using namespace sf::test;

namespace {

/// Every sum, by trying every subset.
std::set<std::int64_t> sumsOf(const std::vector<std::int64_t> &lengths)
{
    std::set<std::int64_t> sums;
    for (std::uint32_t chosen = 0; chosen < (1U << lengths.size()); ++chosen) {
        std::int64_t sum = 0;
        for (std::size_t i = 0; i < lengths.size(); ++i)
            sum += (chosen >> i & 1U) != 0 ? lengths[i] : 0;
        sums.insert(sum);
    }
    return sums;
}

} // namespace

class TestSubsetSum : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatEverySubsetMakes();
    void everyGapOfTwoToThirtyMinutesIsClosed();
    void flowIsTheCut();
};

void TestSubsetSum::findsWhatEverySubsetMakes()
{
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        Dice dice(seed);
        std::vector<std::int64_t> lengths;
        for (std::int64_t i = dice.roll(11); i > 0; --i)
            lengths.push_back(1 + dice.roll(150));
        const std::int64_t limit = dice.roll(500);
        SubsetSum sums(limit);
        for (const std::int64_t length : lengths)
            sums.add(length);
        const std::set<std::int64_t> all = sumsOf(lengths);
        std::int64_t below = 0;
        for (std::int64_t sum = 0; sum <= limit; ++sum) {
            QCOMPARE(sums.has(sum), all.contains(sum));
            below = all.contains(sum) ? sum : below;
            QCOMPARE(sums.nearestBelow(sum), below);
            const auto chosen = lengthsThatMake(sum, lengths);
            std::int64_t made = 0;
            for (const std::size_t place : chosen)
                made += lengths[place];
            QCOMPARE(std::set<std::size_t>(chosen.begin(), chosen.end()).size(), chosen.size());
            QCOMPARE(made, all.contains(sum) ? sum : 0);
        }
        for (std::int64_t sum = 0; sum <= limit; sum += 7) {
            const auto near = sums.nearest(sum, sum - 5, sum + 5);
            const bool isThere = std::any_of(all.begin(), all.end(), [&](std::int64_t one) {
                return one >= sum - 5 && one <= sum + 5 && one <= limit;
            });
            QCOMPARE(near.has_value(), isThere);
            QVERIFY(!near || (all.contains(*near) && std::abs(*near - sum) <= 5));
        }
    }
}

void TestSubsetSum::everyGapOfTwoToThirtyMinutesIsClosed()
{
    Dice dice(1);
    std::vector<std::int64_t> lengths;
    for (int i = 0; i < 64; ++i)
        lengths.push_back(125 + dice.roll(2126)); // 5 to 90 s at 25 frames a second
    SubsetSum sums(30 * 60 * 25);
    for (const std::int64_t length : lengths)
        sums.add(length);
    for (std::int64_t gap = 2 * 60 * 25; gap <= 30 * 60 * 25; ++gap)
        QVERIFY2(sums.has(gap), qPrintable(QString::number(gap)));
}

void TestSubsetSum::flowIsTheCut()
{
    // Two supplies of 4 and 3, three demands of 3, 3 and 2; the first supply serves only the first two.
    MaxFlow flow(7);
    flow.addEdge(0, 2, 4);
    flow.addEdge(0, 3, 3);
    flow.addEdge(2, 4, 9);
    flow.addEdge(2, 5, 9);
    flow.addEdge(3, 6, 9);
    const std::size_t first = flow.addEdge(4, 1, 3);
    const std::size_t second = flow.addEdge(5, 1, 3);
    const std::size_t third = flow.addEdge(6, 1, 2);
    QCOMPARE(flow.run(0, 1), 6);
    QCOMPARE(flow.flowOf(first) + flow.flowOf(second), 4);
    QCOMPARE(flow.flowOf(third), 2);
    const std::vector<bool> isShort = flow.sinkSide(1);
    QVERIFY(isShort[4] && isShort[5] && !isShort[6]);
}

QTEST_GUILESS_MAIN(TestSubsetSum)
#include "tst_subsetsum.moc"

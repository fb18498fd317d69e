// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/base/shardedmap.h"

#include "core/model/ids.h"

#include <QTest>

#include <map>
#include <random>

using namespace sf;

using Map = ShardedMap<EventId, int>;
using Model = std::map<EventId, int>;

namespace {

EventId idOf(std::uint64_t n) { return EventId::fromBits(n % 7, n); }

bool holds(const Map &map, const Model &model)
{
    if (map.size() != model.size())
        return false;
    for (const auto &[key, value] : model) {
        const int *found = map.find(key);
        if (!found || *found != value)
            return false;
    }
    std::size_t visited = 0;
    bool same = true;
    map.forEach([&](EventId key, int value) {
        ++visited;
        const auto at = model.find(key);
        same = same && at != model.end() && at->second == value;
    });
    return same && visited == model.size();
}

} // namespace

class TestShardedMap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyFindsNothing();
    void behavesLikeAMap();
    void snapshotsStay();
    void addAllEqualsSetting();
    void copyThatChangesLeavesTheOther();
    void idsFromElsewhereSpread();
};

void TestShardedMap::emptyFindsNothing()
{
    Map map;
    QCOMPARE(map.size(), std::size_t(0));
    QVERIFY(!map.find(idOf(1)));
    QVERIFY(!map.find(EventId()));
    QVERIFY(!map.remove(idOf(1)));
    map.addAll({});
    QVERIFY(holds(map, {}));
}

void TestShardedMap::behavesLikeAMap()
{
    std::mt19937_64 random(11);
    Map map;
    Model model;
    for (int i = 0; i < 60'000; ++i) {
        const EventId key = idOf(random() % 9'000);
        if (random() % 3 == 0) {
            QCOMPARE(map.remove(key), model.erase(key) == 1);
        } else {
            map.set(key, i);
            model[key] = i;
        }
        if (i % 10'000 == 0)
            QVERIFY(holds(map, model));
    }
    QVERIFY(holds(map, model));
}

void TestShardedMap::snapshotsStay()
{
    std::mt19937_64 random(12);
    Map map;
    Model model;
    std::vector<std::pair<Map, Model>> snapshots;
    for (int i = 0; i < 5'000; ++i) {
        const EventId key = idOf(random() % 500);
        if (random() % 3 == 0) {
            map.remove(key);
            model.erase(key);
        } else {
            map.set(key, i);
            model[key] = i;
        }
        if (i % 500 == 0)
            snapshots.emplace_back(map, model);
    }
    for (const auto &snapshot : snapshots)
        QVERIFY(holds(snapshot.first, snapshot.second));
    QVERIFY(holds(map, model));
}

void TestShardedMap::addAllEqualsSetting()
{
    Map map;
    Model model;
    map.set(idOf(1'000'000), -1);
    model[idOf(1'000'000)] = -1;
    const Map before = map;
    std::vector<Map::Entry> entries;
    for (int i = 4'999; i >= 0; --i) {
        entries.push_back({idOf(static_cast<std::uint64_t>(i)), i});
        model[idOf(static_cast<std::uint64_t>(i))] = i;
    }
    map.addAll(std::move(entries));
    QVERIFY(holds(map, model));
    QVERIFY(holds(before, {{idOf(1'000'000), -1}}));
}

void TestShardedMap::copyThatChangesLeavesTheOther()
{
    Map map;
    map.set(idOf(1), 1);
    Map copy = map;
    copy.set(idOf(1), 2);
    copy.set(idOf(2), 2);
    map.remove(idOf(1));
    QVERIFY(holds(map, {}));
    QVERIFY(holds(copy, {{idOf(1), 2}, {idOf(2), 2}}));
}

void TestShardedMap::idsFromElsewhereSpread()
{
    // Ids of version 1 share their whole low word; they must not end in one shard.
    Map map;
    for (std::uint64_t i = 0; i < 50'000; ++i)
        map.set(EventId::fromBits((i << 32) | 0x11f0, 0x8000'0242'ac12'0002), 1);
    QCOMPARE(map.size(), std::size_t(50'000));
    QVERIFY2(map.largestShard() < 150, "50,000 ids in 1,024 shards are about 49 in each");
}

QTEST_GUILESS_MAIN(TestShardedMap)
#include "tst_shardedmap.moc"

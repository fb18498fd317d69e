// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <atomic>
#include <cstddef>
#include <memory>
#include <vector>

namespace sf {

/// A map whose copy is a snapshot: the entries lie in shards that copies share, and a change copies one
/// shard, a thousandth of the whole. Keys are ids (qHash spreads them). Copies may be read in other threads.
template <class Key, class Value>
class ShardedMap
{
public:
    static constexpr std::size_t shardCount = 1024;

    struct Entry
    {
        Key key;
        Value value;
    };

    std::size_t size() const { return m_size; }

    const Value *find(const Key &key) const
    {
        const Shard *shard = m_shards[shardOf(key)].get();
        if (!shard)
            return nullptr;
        const auto at = lowerBound(*shard, key);
        return at != shard->end() && at->key == key ? &at->value : nullptr;
    }

    void set(const Key &key, Value value)
    {
        Shard &shard = detached(shardOf(key));
        const auto at = lowerBound(shard, key);
        if (at != shard.end() && at->key == key) {
            at->value = std::move(value);
            return;
        }
        shard.insert(at, Entry{key, std::move(value)});
        ++m_size;
    }

    bool remove(const Key &key)
    {
        if (!find(key))
            return false;
        Shard &shard = detached(shardOf(key));
        shard.erase(lowerBound(shard, key));
        --m_size;
        return true;
    }

    /// Adds many at once, in n log n. None of the keys may be there already.
    void addAll(std::vector<Entry> entries)
    {
        std::array<bool, shardCount> touched{};
        for (Entry &entry : entries) {
            const std::size_t index = shardOf(entry.key);
            touched[index] = true;
            detached(index).push_back(std::move(entry));
        }
        for (std::size_t i = 0; i < shardCount; ++i) {
            if (touched[i])
                std::sort(m_shards[i]->begin(), m_shards[i]->end(), isBefore);
        }
        m_size += entries.size();
    }

    template <class F>
    void forEach(F &&visit) const
    {
        for (const auto &shard : m_shards) {
            if (!shard)
                continue;
            for (const Entry &entry : *shard)
                visit(entry.key, entry.value);
        }
    }

    /// How even the spread is: what one change copies at worst.
    std::size_t largestShard() const
    {
        std::size_t largest = 0;
        for (const auto &shard : m_shards)
            largest = std::max(largest, shard ? shard->size() : 0);
        return largest;
    }

private:
    using Shard = std::vector<Entry>;

    static std::size_t shardOf(const Key &key) { return qHash(key) % shardCount; }
    static bool isBefore(const Entry &a, const Entry &b) { return a.key < b.key; }
    template <class S>
    static auto lowerBound(S &shard, const Key &key)
    {
        return std::lower_bound(shard.begin(), shard.end(), key,
                                [](const Entry &entry, const Key &wanted) { return entry.key < wanted; });
    }
    Shard &detached(std::size_t index)
    {
        auto &shard = m_shards[index];
        if (!shard)
            shard = std::make_shared<Shard>();
        else if (shard.use_count() > 1)
            shard = std::make_shared<Shard>(*shard);
        else
            std::atomic_thread_fence(
                std::memory_order_acquire); // the last reader has let go; see its reads as done
        return *shard;
    }

    std::array<std::shared_ptr<Shard>, shardCount> m_shards{};
    std::size_t m_size = 0;
};

} // namespace sf

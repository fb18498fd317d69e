// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>

#include <array>
#include <cstdint>
#include <iterator>
#include <string>
#include <vector>

namespace sf {

/// A long list of small records, each with so many texts. It grows in chunks, so that it never moves what it holds nor
/// keeps room for twice as much, and has the texts of a chunk as UTF-8 one behind the other, where a QString each would
/// take three times their memory.
template <class Record, std::size_t textCount>
class RecordChunks
{
public:
    using Texts = std::array<QByteArrayView, textCount>;

    bool empty() const { return m_chunks.empty(); }
    std::size_t size() const
    {
        return empty() ? 0 : (m_chunks.size() - 1) * chunkSize + m_chunks.back().entries.size();
    }

    /// Adds a record for the caller to fill, with its texts, each below 4 GiB and none of this list.
    Record &add(const Texts &texts)
    {
        if (empty() || m_chunks.back().entries.size() == chunkSize)
            addChunk();
        Chunk &chunk = m_chunks.back();
        Entry &entry = chunk.entries.emplace_back();
        entry.from = chunk.texts.size();
        auto size = entry.sizes.begin();
        for (const QByteArrayView text : texts) {
            *size = static_cast<std::uint32_t>(text.size());
            if (*size > 0)
                chunk.texts.append(text.data(), *size);
            ++size;
        }
        return entry.record;
    }

    const Record &record(std::size_t at) const { return entry(at).record; }
    Record &record(std::size_t at) { return m_chunks[at / chunkSize].entries[at % chunkSize].record; }
    /// Valid until the list changes.
    Texts texts(std::size_t at) const
    {
        const Entry &found = entry(at);
        const char *from = m_chunks[at / chunkSize].texts.data() + found.from;
        Texts texts;
        auto text = texts.begin();
        for (const std::uint32_t size : found.sizes) {
            *text++ = QByteArrayView(from, static_cast<qsizetype>(size));
            from += size;
        }
        return texts;
    }

    /// Calls `visit(record, texts)` for each in order, frees them on the way, and leaves the list empty: whoever makes
    /// something larger of them never has all of both.
    template <class Visit>
    void drain(Visit &&visit)
    {
        for (std::size_t at = 0, count = size(); at < count; ++at) {
            visit(record(at), texts(at));
            if (at % chunkSize == chunkSize - 1)
                m_chunks[at / chunkSize] = Chunk();
        }
        m_chunks.clear();
    }

private:
    static constexpr std::size_t chunkSize = 512;

    struct Entry
    {
        Record record;
        std::size_t from = 0; ///< in the texts of the chunk
        std::array<std::uint32_t, textCount> sizes{};
    };
    struct Chunk
    {
        std::vector<Entry> entries;
        std::string texts;
    };

    const Entry &entry(std::size_t at) const { return m_chunks[at / chunkSize].entries[at % chunkSize]; }

    void addChunk()
    {
        std::size_t expected = 0;
        if (!empty()) {
            std::string &full = m_chunks.back().texts;
            full.shrink_to_fit();
            expected = full.size();
        }
        Chunk &chunk = m_chunks.emplace_back();
        chunk.entries.reserve(chunkSize);
        chunk.texts.reserve(expected);
    }

    std::vector<Chunk> m_chunks;
};

/// Goes over a list whose operator[] makes what it gives.
template <class List, class Value>
class ValueIterator
{
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = Value;
    using difference_type = std::ptrdiff_t;
    using pointer = void;
    using reference = Value;

    ValueIterator() = default;
    ValueIterator(const List &list, std::size_t at)
        : m_list(&list)
        , m_at(at)
    {
    }

    Value operator*() const { return (*m_list)[m_at]; }
    ValueIterator &operator++()
    {
        ++m_at;
        return *this;
    }
    ValueIterator operator++(int)
    {
        const ValueIterator before = *this;
        ++m_at;
        return before;
    }
    bool operator==(const ValueIterator &) const = default;

private:
    const List *m_list = nullptr;
    std::size_t m_at = 0;
};

} // namespace sf

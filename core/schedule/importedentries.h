// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schedule/recordchunks.h"
#include "core/time/timerange.h"

#include <QString>

#include <span>

namespace sf {

/// One entry of a playlist.
template <class Text>
struct BasicPlaylistEntry
{
    Text title;
    Text url;
    Micros duration{0}; ///< as declared; zero where it is unknown
    Text group;
    Text logo;
    Text guideId;   ///< tvg-id
    Text guideName; ///< tvg-name
    Micros mediaIn{0};
    Micros mediaOut{0}; ///< zero: the end
    std::int64_t line = 0;

    bool operator==(const BasicPlaylistEntry &) const = default;
};

using PlaylistEntry = BasicPlaylistEntry<QString>;
using Utf8PlaylistEntry = BasicPlaylistEntry<QByteArrayView>; ///< its texts are where a reader has them

/// The entries of a playlist, of which there may be millions, without a block of memory for each text. They come out
/// as they were put in, by value; half a surrogate pair in a text, which stands for nothing, as a question mark. Lines
/// are below 2^32.
class ImportedEntries
{
public:
    using Iterator = ValueIterator<ImportedEntries, PlaylistEntry>;

    ImportedEntries() = default;
    explicit ImportedEntries(std::span<const PlaylistEntry> entries);

    bool empty() const { return m_entries.empty(); }
    std::size_t size() const { return m_entries.size(); }
    PlaylistEntry operator[](std::size_t at) const;
    PlaylistEntry front() const { return (*this)[0]; }
    PlaylistEntry back() const { return (*this)[size() - 1]; }
    Iterator begin() const { return {*this, 0}; }
    Iterator end() const { return {*this, size()}; }

    void push_back(const PlaylistEntry &entry);
    void push_back(const Utf8PlaylistEntry &entry);
    void append(const ImportedEntries &other);

private:
    struct Record
    {
        Micros duration{0};
        std::uint32_t line = 0;
        std::uint32_t trim = none; ///< in m_trims
    };
    /// What few entries have.
    struct Trim
    {
        Micros mediaIn{0};
        Micros mediaOut{0};
    };
    using Entries = RecordChunks<Record, 6>; ///< with title, url, group, logo, guideId and guideName

    static constexpr std::uint32_t none = ~0U;

    Entries m_entries;
    RecordChunks<Trim, 0> m_trims;
};

} // namespace sf

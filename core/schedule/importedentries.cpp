// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/schedule/importedentries.h"

#include "core/base/utf8text.h"

namespace sf {

namespace {

template <class Entry>
auto textsOf(Entry &entry)
{
    return std::array{&entry.title, &entry.url, &entry.group, &entry.logo, &entry.guideId, &entry.guideName};
}

} // namespace

ImportedEntries::ImportedEntries(std::span<const PlaylistEntry> entries)
{
    for (const PlaylistEntry &entry : entries)
        push_back(entry);
}

PlaylistEntry ImportedEntries::operator[](std::size_t at) const
{
    const Record &record = m_entries.record(at);
    PlaylistEntry entry;
    entry.duration = record.duration;
    entry.line = record.line;
    if (record.trim != none) {
        entry.mediaIn = m_trims.record(record.trim).mediaIn;
        entry.mediaOut = m_trims.record(record.trim).mediaOut;
    }
    const auto texts = textsOf(entry);
    auto text = texts.begin();
    for (const QByteArrayView utf8 : m_entries.texts(at))
        **text++ = fromUtf8(utf8);
    return entry;
}

void ImportedEntries::push_back(const PlaylistEntry &entry)
{
    Utf8PlaylistEntry utf8;
    utf8.duration = entry.duration;
    utf8.mediaIn = entry.mediaIn;
    utf8.mediaOut = entry.mediaOut;
    utf8.line = entry.line;
    const auto from = textsOf(entry);
    const auto to = textsOf(utf8);
    std::array<std::string, to.size()> bytes;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        appendUtf8(bytes[i], *from[i]);
        *to[i] = viewOf(bytes[i]);
    }
    push_back(utf8);
}

void ImportedEntries::push_back(const Utf8PlaylistEntry &entry)
{
    Entries::Texts texts;
    auto text = texts.begin();
    for (const QByteArrayView *utf8 : textsOf(entry))
        *text++ = *utf8;
    Record &record = m_entries.add(texts);
    record.duration = entry.duration;
    record.line = static_cast<std::uint32_t>(entry.line);
    if (entry.mediaIn != Micros::zero() || entry.mediaOut != Micros::zero()) {
        record.trim = static_cast<std::uint32_t>(m_trims.size());
        m_trims.add({}) = {entry.mediaIn, entry.mediaOut};
    }
}

void ImportedEntries::append(const ImportedEntries &other)
{
    const std::size_t trims = m_trims.size();
    for (std::size_t at = 0; at < other.m_trims.size(); ++at)
        m_trims.add({}) = other.m_trims.record(at);
    for (std::size_t at = 0; at < other.size(); ++at) {
        Record &record = m_entries.add(other.m_entries.texts(at));
        record = other.m_entries.record(at);
        if (record.trim != none)
            record.trim += static_cast<std::uint32_t>(trims);
    }
}

} // namespace sf

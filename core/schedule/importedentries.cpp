// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/schedule/importedentries.h"

#include "core/base/utf8text.h"

#include <algorithm>

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
    entry.mediaIn = record.mediaIn;
    entry.mediaOut = record.mediaOut;
    entry.line = record.line;
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
    const auto texts = textsOf(utf8);
    auto to = texts.begin();
    for (const QString *text : textsOf(entry))
        appendUtf8(**to++, *text);
    push_back(utf8);
}

void ImportedEntries::push_back(const Utf8PlaylistEntry &entry)
{
    const auto texts = textsOf(entry);
    std::array<QByteArrayView, texts.size()> views;
    std::transform(texts.begin(), texts.end(), views.begin(),
                   [](const std::string *text) { return viewOf(*text); });
    m_entries.add({entry.duration, entry.mediaIn, entry.mediaOut, entry.line}, views);
}

void ImportedEntries::append(const ImportedEntries &other)
{
    for (std::size_t at = 0; at < other.size(); ++at)
        m_entries.add(other.m_entries.record(at), other.m_entries.texts(at));
}

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/eventrecord.h"

#include "core/formats/limits.h"

namespace sf {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t listLength = 1000;

struct Name
{
    QLatin1StringView text;
    EventFieldName meaning;
};

using enum EventField;

constexpr std::array names{
    Name{"id"_L1, {Id, 0}},
    Name{"title"_L1, {Title, 0}},
    Name{"name"_L1, {Title, 1}},
    Name{"label"_L1, {Title, 2}},
    Name{"start"_L1, {Start, 0}},
    Name{"start_time"_L1, {Start, 1}},
    Name{"starttime"_L1, {Start, 2}},
    Name{"end"_L1, {End, 0}},
    Name{"end_time"_L1, {End, 1}},
    Name{"endtime"_L1, {End, 2}},
    Name{"duration"_L1, {Duration, 0}},
    Name{"url"_L1, {Url, 0}},
    Name{"videourl"_L1, {Url, 1}},
    Name{"video_url"_L1, {Url, 2}},
    Name{"uri"_L1, {Url, 3}},
    Name{"file"_L1, {Url, 4}},
    Name{"source"_L1, {Url, 5}},
    Name{"category"_L1, {Category, 0}},
    Name{"description"_L1, {Description, 0}},
    Name{"desc"_L1, {Description, 1}},
    Name{"tags"_L1, {Tags, 0}},
};

/// The names are lower case. Every key of every event comes by here.
template <class View>
bool isNamed(View name, QLatin1StringView wanted)
{
    if (name.size() != wanted.size())
        return false;
    for (qsizetype i = 0; i < name.size(); ++i) {
        const char16_t c = QChar(name[i]).unicode();
        const char16_t lower = c >= u'A' && c <= u'Z' ? static_cast<char16_t>(c + (u'a' - u'A')) : c;
        if (lower != static_cast<unsigned char>(wanted[i].toLatin1()))
            return false;
    }
    return true;
}

template <class View>
std::optional<EventFieldName> find(View name)
{
    for (const Name &candidate : names) {
        if (isNamed(name, candidate.text))
            return candidate.meaning;
    }
    return std::nullopt;
}

} // namespace

std::optional<EventFieldName> eventFieldNamed(QLatin1StringView name) { return find(name); }
std::optional<EventFieldName> eventFieldNamed(QStringView name) { return find(name); }

void EventRecord::begin(std::int64_t line)
{
    for (std::u16string &text : m_texts)
        text.clear(); // keeps its memory
    m_ranks.fill(0);
    m_tags.clear();
    m_extension.clear();
    m_assetExtension.clear();
    m_line = line;
    m_isTooLarge = false;
}

void EventRecord::check(qsizetype length, std::size_t count)
{
    m_isTooLarge |= length > limits::textLength || count > listLength;
}

void EventRecord::set(EventFieldName name, QStringView text)
{
    check(text.size(), 0);
    const QStringView trimmed = text.trimmed();
    if (m_isTooLarge || trimmed.isEmpty())
        return;
    if (name.field == Tags) {
        for (const QStringView tag : trimmed.tokenize(u','))
            addTag(tag);
        return;
    }
    std::u16string &place = m_texts[at(name.field)];
    std::uint8_t &rank = m_ranks[at(name.field)];
    if (!place.empty() && name.rank > rank)
        return;
    rank = name.rank;
    place.assign(trimmed.utf16(), static_cast<std::size_t>(trimmed.size()));
}

void EventRecord::addTag(QStringView tag)
{
    check(tag.size(), static_cast<std::size_t>(m_tags.size()));
    const QStringView trimmed = tag.trimmed();
    if (!m_isTooLarge && !trimmed.isEmpty())
        m_tags += trimmed.toString();
}

void EventRecord::addExtension(QStringView name, QStringView value)
{
    check(value.size(), m_extension.size());
    if (!m_isTooLarge)
        m_extension.emplace_back(name.toString(), value.toString());
}

void EventRecord::addAssetExtension(QStringView name, QStringView value)
{
    check(value.size(), m_assetExtension.size());
    if (!m_isTooLarge)
        m_assetExtension.emplace_back(name.toString(), value.toString());
}

} // namespace sf

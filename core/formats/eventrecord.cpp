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

template <class View>
std::optional<EventFieldName> find(View name)
{
    for (const Name &candidate : names) {
        if (candidate.text.size() == name.size() && name.compare(candidate.text, Qt::CaseInsensitive) == 0)
            return candidate.meaning;
    }
    return std::nullopt;
}

} // namespace

std::optional<EventFieldName> eventFieldNamed(QLatin1StringView name) { return find(name); }
std::optional<EventFieldName> eventFieldNamed(QStringView name) { return find(name); }

void EventRecord::begin(std::int64_t line)
{
    for (QString &text : m_texts)
        text.resize(0); // keeps its memory
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
    if (m_isTooLarge || text.trimmed().isEmpty())
        return;
    if (name.field == Tags) {
        for (const QStringView tag : text.tokenize(u','))
            addTag(tag);
        return;
    }
    QString &place = m_texts[at(name.field)];
    std::uint8_t &rank = m_ranks[at(name.field)];
    if (!place.isEmpty() && name.rank > rank)
        return;
    rank = name.rank;
    place.resize(0);
    place.append(text);
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

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/eventrecord.h"

#include "core/formats/limits.h"

#include <algorithm>
#include <cstring>

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

char16_t characterAt(QByteArrayView text, qsizetype at) { return static_cast<unsigned char>(text[at]); }
char16_t characterAt(QStringView text, qsizetype at) { return text[at].unicode(); }

/// In lower case, by length.
constexpr std::array names{
    Name{"id"_L1, {Id, 0}},
    Name{"end"_L1, {End, 0}},
    Name{"url"_L1, {Url, 0}},
    Name{"uri"_L1, {Url, 3}},
    Name{"name"_L1, {Title, 1}},
    Name{"file"_L1, {Url, 4}},
    Name{"desc"_L1, {Description, 1}},
    Name{"tags"_L1, {Tags, 0}},
    Name{"title"_L1, {Title, 0}},
    Name{"label"_L1, {Title, 2}},
    Name{"start"_L1, {Start, 0}},
    Name{"source"_L1, {Url, 5}},
    Name{"endtime"_L1, {End, 2}},
    Name{"end_time"_L1, {End, 1}},
    Name{"duration"_L1, {Duration, 0}},
    Name{"videourl"_L1, {Url, 1}},
    Name{"category"_L1, {Category, 0}},
    Name{"starttime"_L1, {Start, 2}},
    Name{"video_url"_L1, {Url, 2}},
    Name{"start_time"_L1, {Start, 1}},
    Name{"description"_L1, {Description, 0}},
};

constexpr qsizetype longestName = names.back().text.size();

/// Where the names of each length begin, and where the longest end.
constexpr auto firstOfLength = [] {
    std::array<std::size_t, longestName + 2> first{};
    for (std::size_t length = 0; length < first.size(); ++length) {
        while (first[length] < names.size() && names[first[length]].text.size() < qsizetype(length))
            ++first[length];
    }
    return first;
}();

static_assert(std::is_sorted(names.begin(), names.end(),
                             [](const Name &a, const Name &b) { return a.text.size() < b.text.size(); }));

/// Every key of every event comes by here.
template <class View>
std::optional<EventFieldName> find(View name)
{
    if (name.size() > longestName)
        return std::nullopt;
    std::array<char, longestName> lower{};
    for (qsizetype i = 0; i < name.size(); ++i) {
        const char16_t c = characterAt(name, i);
        if (c >= 0x80)
            return std::nullopt;
        lower[static_cast<std::size_t>(i)] =
            static_cast<char>(c >= u'A' && c <= u'Z' ? c + (u'a' - u'A') : c);
    }
    const auto length = static_cast<std::size_t>(name.size());
    for (std::size_t i = firstOfLength[length]; i < firstOfLength[length + 1]; ++i) {
        const char *candidate = names[i].text.data();
        if (candidate[0] == lower[0] && std::memcmp(candidate, lower.data(), length) == 0)
            return names[i].meaning;
    }
    return std::nullopt;
}

/// In characters, as far as it matters: a text of few bytes has no more characters than that.
qsizetype lengthOf(QByteArrayView utf8)
{
    return utf8.size() <= limits::textLength ? utf8.size() : utf16Length(utf8);
}

} // namespace

std::optional<EventFieldName> eventFieldNamed(QByteArrayView name) { return find(name); }
std::optional<EventFieldName> eventFieldNamed(QStringView name) { return find(name); }

void EventRecord::begin(std::int64_t line)
{
    for (std::string &text : m_texts)
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

/// Valid until the next call.
QByteArrayView EventRecord::encoded(QStringView text)
{
    m_encoded.clear();
    appendUtf8(m_encoded, text);
    return viewOf(m_encoded);
}

void EventRecord::set(EventFieldName name, QStringView text) { set(name, encoded(text)); }

void EventRecord::set(EventFieldName name, QByteArrayView utf8)
{
    check(lengthOf(utf8), 0);
    const QByteArrayView trimmed = trimmedUtf8(utf8);
    if (m_isTooLarge || trimmed.isEmpty())
        return;
    if (name.field == Tags) {
        for (qsizetype from = 0, to = 0; from <= trimmed.size(); from = to + 1) {
            to = trimmed.indexOf(',', from);
            to = to < 0 ? trimmed.size() : to;
            addTag(trimmed.sliced(from, to - from));
        }
        return;
    }
    std::string &place = m_texts[at(name.field)];
    std::uint8_t &rank = m_ranks[at(name.field)];
    if (!place.empty() && name.rank > rank)
        return;
    rank = name.rank;
    place.assign(trimmed.data(), static_cast<std::size_t>(trimmed.size()));
}

void EventRecord::addTag(QStringView text) { addTag(encoded(text)); }

void EventRecord::addTag(QByteArrayView utf8)
{
    check(lengthOf(utf8), static_cast<std::size_t>(m_tags.size()));
    const QByteArrayView trimmed = trimmedUtf8(utf8);
    if (!m_isTooLarge && !trimmed.isEmpty())
        m_tags += fromUtf8(trimmed);
}

void EventRecord::addExtension(QString name, QString value)
{
    check(value.size(), m_extension.size());
    if (!m_isTooLarge)
        m_extension.emplace_back(std::move(name), std::move(value));
}

void EventRecord::addAssetExtension(QString name, QString value)
{
    check(value.size(), m_assetExtension.size());
    if (!m_isTooLarge)
        m_assetExtension.emplace_back(std::move(name), std::move(value));
}

} // namespace sf

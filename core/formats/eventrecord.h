// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/utf8text.h"

#include <QByteArrayView>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace sf {

/// What an event of ScheduleFlow XML or JSON says about itself.
enum class EventField : std::uint8_t {
    Id,
    Title,
    Start,
    End,
    Duration,
    Url,
    Category,
    Description,
    Tags,
    Count
};

/// A field and how good its name is: of several names for one field the lowest rank counts.
struct EventFieldName
{
    EventField field = EventField::Count;
    std::uint8_t rank = 0;
};

/// By any of its names, case ignored; none for a name that means nothing here.
std::optional<EventFieldName> eventFieldNamed(QByteArrayView name);
std::optional<EventFieldName> eventFieldNamed(QStringView name);

/// The texts of one event as a parser meets them, as UTF-8. One record is filled again and again, so that it allocates
/// nothing once it has seen the longest text.
class EventRecord
{
public:
    using Extension = std::vector<std::pair<QString, QString>>;

    /// Forgets the last event; `line` is where the new one begins, 0 where it is not known.
    void begin(std::int64_t line);

    /// Blank text is as good as none.
    void set(EventFieldName name, QByteArrayView utf8);
    void set(EventFieldName name, QStringView text);
    void addTag(QByteArrayView utf8);
    void addTag(QStringView text);
    void addExtension(QString name, QString value);
    void addAssetExtension(QString name, QString value);

    std::int64_t line() const { return m_line; }
    /// Trimmed; empty where there is none.
    QByteArrayView text(EventField field) const { return viewOf(m_texts[at(field)]); }
    const QStringList &tags() const { return m_tags; }
    const Extension &extension() const { return m_extension; }
    const Extension &assetExtension() const { return m_assetExtension; }
    /// Whether a text, or the number of them, is beyond what limits.h allows.
    bool isTooLarge() const { return m_isTooLarge; }
    /// For a parser that sees a text grow.
    void setTooLarge() { m_isTooLarge = true; }

private:
    static constexpr std::size_t at(EventField field) { return static_cast<std::size_t>(field); }
    void check(qsizetype length, std::size_t count);
    QByteArrayView encoded(QStringView text);

    static constexpr auto fieldCount = static_cast<std::size_t>(EventField::Count);

    std::array<std::string, fieldCount> m_texts;
    std::array<std::uint8_t, fieldCount> m_ranks{};
    QStringList m_tags;
    Extension m_extension;
    Extension m_assetExtension;
    std::int64_t m_line = 0;
    bool m_isTooLarge = false;
    std::string m_encoded;
};

} // namespace sf

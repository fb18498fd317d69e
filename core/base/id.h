// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/mix.h"

#include <QByteArrayView>
#include <QHashFunctions>
#include <QString>

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>

namespace sf {

/// Sixteen bytes of a UUID (RFC 9562), big-endian in two words so that order and equality are two compares.
struct IdBits
{
    std::uint64_t high = 0;
    std::uint64_t low = 0;

    auto operator<=>(const IdBits &) const = default;
};

/// The 36 characters of `bits`, lower case.
std::array<char, 36> idToText(IdBits bits);

/// Takes the 36-character form in either case, with or without braces around it.
std::optional<IdBits> idFromText(QByteArrayView text);
std::optional<IdBits> idFromText(QStringView text);

/// A strong id: an EventId is never taken for an AssetId. All zero means "none".
template <class Tag>
struct Id
{
    IdBits bits;

    bool isNull() const { return bits == IdBits{}; }
    explicit operator bool() const { return !isNull(); }
    auto operator<=>(const Id &) const = default;

    QString toString() const
    {
        const auto text = idToText(bits);
        return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
    }
    static std::optional<Id> fromString(QStringView text)
    {
        const auto parsed = idFromText(text);
        return parsed ? std::optional<Id>(Id{*parsed}) : std::nullopt;
    }
    static Id fromBits(std::uint64_t high, std::uint64_t low) { return Id{IdBits{high, low}}; }
};

/// Spreads every bit: ids that come with a file may be counted, or of version 1, which differ in few bits.
template <class Tag>
size_t qHash(const Id<Tag> &id, size_t seed = 0) noexcept
{
    return static_cast<size_t>(mix64(id.bits.high, id.bits.low)) ^ seed;
}

/// Makes ids: UUID version 7, so that rows inserted together lie together in the database's index. Core never
/// reads the clock or a random device: both come from the caller, and the same pair gives the same ids again.
class IdSource
{
public:
    IdSource(std::int64_t nowMs, std::uint64_t seed);

    template <class IdType>
    IdType next()
    {
        return IdType{nextBits()};
    }

private:
    IdBits nextBits();

    std::int64_t m_nowMs;
    std::uint64_t m_state;
    std::uint32_t m_counter = 0;
};

} // namespace sf

template <class Tag>
struct std::hash<sf::Id<Tag>>
{
    size_t operator()(const sf::Id<Tag> &id) const noexcept { return qHash(id); }
};

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/names.h"
#include "core/store/cbor.h"
#include "core/store/editfields.h"

#include <QtEndian>

#include <array>
#include <limits>
#include <type_traits>
#include <utility>

namespace sf {

// Structs as CBOR maps from field number to value. A field that holds its type's zero value is left out, and
// one that is left out is read as that: what stored bytes mean does not depend on the initialisers in a
// struct. Ids are 16 raw bytes, so that a search for an id in stored bytes finds it.

template <class E>
std::size_t enumCount()
{
    if constexpr (std::is_same_v<E, EditKind>)
        return 3;
    else
        return namesOf<E>().size();
}

template <class T>
concept HasFields = requires(const T &value)
{
    forEachField(value, [](int, const auto &) {});
};

inline void writeValue(CborWriter &out, bool value) { out.boolean(value); }
inline void writeValue(CborWriter &out, double value) { out.real(value); }
inline void writeValue(CborWriter &out, const QString &value) { out.text(value); }
inline void writeValue(CborWriter &out, QDate value) { out.integer(value.toJulianDay()); }

inline void writeValue(CborWriter &out, std::integral auto value)
{
    out.integer(static_cast<std::int64_t>(value));
}

template <class E>
requires std::is_enum_v<E>
void writeValue(CborWriter &out, E value) { out.integer(static_cast<std::int64_t>(value)); }

template <class Tag>
void writeValue(CborWriter &out, const Id<Tag> &id)
{
    std::array<char, 16> bytes;
    qToBigEndian(id.bits.high, bytes.data());
    qToBigEndian(id.bits.low, bytes.data() + 8);
    out.bytes(QByteArrayView(bytes.data(), 16));
}

template <class Period>
void writeValue(CborWriter &out, std::chrono::duration<std::int64_t, Period> value)
{
    out.integer(value.count());
}

template <class Clock>
void writeValue(CborWriter &out, std::chrono::time_point<Clock, Millis> value)
{
    out.integer(value.time_since_epoch().count());
}

inline void writeValue(CborWriter &out, const HoursMask &hours)
{
    std::array<char, 21> bytes{};
    for (std::size_t i = 0; i < hours.size(); ++i) {
        if (hours[i])
            bytes[i / 8] = static_cast<char>(static_cast<unsigned char>(bytes[i / 8]) | 1U << (i % 8));
    }
    out.bytes(QByteArrayView(bytes.data(), 21));
}

// Declared ahead, because they contain one another.
template <class T>
void writeValue(CborWriter &out, const std::optional<T> &value);
template <class T>
void writeValue(CborWriter &out, const std::vector<T> &values);
inline void writeValue(CborWriter &out, const QStringList &values);
template <class... Ts>
void writeValue(CborWriter &out, const std::variant<Ts...> &value);
template <HasFields T>
void writeValue(CborWriter &out, const T &value);

template <class T>
void writeValue(CborWriter &out, const std::optional<T> &value)
{
    writeValue(out, *value); // none is never written: it is the zero value
}

template <class T>
void writeValue(CborWriter &out, const std::vector<T> &values)
{
    out.array(values.size());
    for (const T &value : values)
        writeValue(out, value);
}

inline void writeValue(CborWriter &out, const QStringList &values)
{
    out.array(static_cast<std::size_t>(values.size()));
    for (const QString &value : values)
        out.text(value);
}

template <class... Ts>
void writeValue(CborWriter &out, const std::variant<Ts...> &value)
{
    out.array(2);
    out.integer(static_cast<std::int64_t>(value.index()));
    std::visit([&](const auto &body) { writeValue(out, body); }, value);
}

/// The fields that `each(visit)` names, as one map. Returns how many there were.
template <class Each>
std::size_t writeFields(CborWriter &out, Each &&each)
{
    std::size_t count = 0;
    each([&](int, const auto &field) {
        using Field = std::remove_cvref_t<decltype(field)>;
        count += field == Field{} ? 0 : 1;
    });
    out.map(count);
    each([&](int number, const auto &field) {
        using Field = std::remove_cvref_t<decltype(field)>;
        if (field == Field{})
            return;
        out.integer(number);
        writeValue(out, field);
    });
    return count;
}

template <HasFields T>
void writeValue(CborWriter &out, const T &value)
{
    writeFields(out, [&](auto &&visit) { forEachField(value, visit); });
}

inline void readValue(CborReader &in, bool &value) { value = in.boolean(); }
inline void readValue(CborReader &in, double &value) { value = in.real(); }
inline void readValue(CborReader &in, QString &value) { value = in.text(); }

inline void readValue(CborReader &in, QDate &value)
{
    value = QDate::fromJulianDay(in.integer());
    if (!value.isValid())
        in.setFailed();
}

template <std::integral T>
void readValue(CborReader &in, T &value)
{
    const std::int64_t read = in.integer();
    if (!std::in_range<T>(read))
        in.setFailed();
    value = static_cast<T>(read);
}

template <class E>
requires std::is_enum_v<E>
void readValue(CborReader &in, E &value)
{
    const std::int64_t read = in.integer();
    if (read < 0 || read >= static_cast<std::int64_t>(enumCount<E>())) {
        in.setFailed();
        return;
    }
    value = static_cast<E>(read);
}

template <class Tag>
void readValue(CborReader &in, Id<Tag> &id)
{
    const QByteArrayView bytes = in.bytes();
    if (bytes.size() != 16) {
        in.setFailed();
        return;
    }
    id.bits = {qFromBigEndian<std::uint64_t>(bytes.data()), qFromBigEndian<std::uint64_t>(bytes.data() + 8)};
}

template <class Period>
void readValue(CborReader &in, std::chrono::duration<std::int64_t, Period> &value)
{
    value = std::chrono::duration<std::int64_t, Period>(in.integer());
}

template <class Clock>
void readValue(CborReader &in, std::chrono::time_point<Clock, Millis> &value)
{
    value = std::chrono::time_point<Clock, Millis>(Millis(in.integer()));
}

inline void readValue(CborReader &in, HoursMask &hours)
{
    const QByteArrayView bytes = in.bytes();
    if (bytes.size() != 21) {
        in.setFailed();
        return;
    }
    for (std::size_t i = 0; i < hours.size(); ++i)
        hours[i] = (static_cast<unsigned char>(bytes[static_cast<qsizetype>(i / 8)]) >> (i % 8) & 1U) != 0;
}

template <class T>
void readValue(CborReader &in, std::optional<T> &value);
template <class T>
void readValue(CborReader &in, std::vector<T> &values);
inline void readValue(CborReader &in, QStringList &values);
template <class... Ts>
void readValue(CborReader &in, std::variant<Ts...> &value);
template <HasFields T>
void readValue(CborReader &in, T &value);

template <class T>
void readValue(CborReader &in, std::optional<T> &value)
{
    readValue(in, value.emplace());
}

template <class T>
void readValue(CborReader &in, std::vector<T> &values)
{
    // Every element that is a struct has an id or another field, so a count that lies costs little.
    const std::size_t count = in.array();
    values.clear();
    for (std::size_t i = 0; i < count && !in.hasFailed(); ++i)
        readValue(in, values.emplace_back());
}

inline void readValue(CborReader &in, QStringList &values)
{
    const std::size_t count = in.array();
    values.clear();
    for (std::size_t i = 0; i < count && !in.hasFailed(); ++i)
        values.append(in.text());
}

template <class Variant, std::size_t... I>
void readAlternative(CborReader &in, Variant &value, std::size_t index, std::index_sequence<I...>)
{
    ((I == index ? readValue(in, value.template emplace<I>()) : void()), ...);
}

template <class... Ts>
void readValue(CborReader &in, std::variant<Ts...> &value)
{
    const std::size_t items = in.array();
    const std::int64_t index = in.integer();
    if (items != 2 || index < 0 || index >= static_cast<std::int64_t>(sizeof...(Ts))) {
        in.setFailed();
        return;
    }
    readAlternative(in, value, static_cast<std::size_t>(index), std::index_sequence_for<Ts...>());
}

/// Reads what writeFields() wrote; a number that `each` does not name, or out of order, fails.
template <class Each>
void readFields(CborReader &in, Each &&each)
{
    std::size_t left = in.map();
    std::int64_t next = left > 0 ? in.integer() : 0;
    each([&](int number, auto &field) {
        if (left == 0 || next != number) {
            field = std::remove_cvref_t<decltype(field)>{};
            return;
        }
        readValue(in, field);
        --left;
        next = left > 0 ? in.integer() : 0;
    });
    if (left > 0)
        in.setFailed();
}

template <HasFields T>
void readValue(CborReader &in, T &value)
{
    readFields(in, [&](auto &&visit) { forEachField(value, visit); });
    if constexpr (requires { value.id.isNull(); }) {
        if (value.id.isNull())
            in.setFailed();
    }
}

} // namespace sf

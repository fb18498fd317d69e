// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/names.h"
#include "core/schedule/stationedit.h"

#include <QLatin1StringView>
#include <QSet>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

namespace sf {

/// Gives equal strings one memory: a hundred thousand events have a few thousand titles.
class Interner
{
public:
    QString intern(const QString &text) { return text.isEmpty() ? QString() : *m_strings.insert(text); }

private:
    QSet<QString> m_strings;
};

/// Binds the values of one row by position. Empty text, null ids and default names become NULL, which costs
/// a byte.
class RowWriter
{
public:
    explicit RowWriter(QSqlQuery &query)
        : m_query(query)
    {
    }

    void id(IdBits bits);
    void text(const QString &value);
    /// Never NULL, so that it can be compared.
    void key(const QString &value)
    {
        m_query.bindValue(m_next++, value.isNull() ? QStringLiteral("") : value);
    }
    void integer(std::int64_t value) { m_query.bindValue(m_next++, QVariant::fromValue<qlonglong>(value)); }
    /// NULL for zero.
    void rareInteger(std::int64_t value);
    void bytes(const QByteArray &value);
    template <class E>
    void name(E value)
    {
        m_query.bindValue(m_next++, QString(nameOf(value)));
    }
    /// NULL for `usual`.
    template <class E>
    void name(E value, E usual)
    {
        value == usual ? null() : name(value);
    }

private:
    void null() { m_query.bindValue(m_next++, QVariant(QMetaType::fromType<QString>())); }

    QSqlQuery &m_query;
    int m_next = 0;
};

/// Reads the values of the current row by position. What can't be understood makes the whole load fail: the
/// caller asks hasFailed().
class RowReader
{
public:
    RowReader(QSqlQuery &query, Interner &interner)
        : m_query(query)
        , m_interner(interner)
    {
    }

    bool hasFailed() const { return m_hasFailed; }
    void setFailed() { m_hasFailed = true; }
    void startRow() { m_next = 0; }

    template <class IdType>
    IdType id()
    {
        return IdType{idBits()};
    }
    QString text() { return m_query.value(m_next++).toString(); }
    /// For what many rows share.
    QString sharedText() { return m_interner.intern(text()); }
    std::int64_t integer() { return m_query.value(m_next++).toLongLong(); }
    std::int32_t shortInteger();
    QByteArray bytes() { return m_query.value(m_next++).toByteArray(); }
    template <class E>
    E name(E usual)
    {
        const QVariant value = m_query.value(m_next++);
        if (value.isNull())
            return usual;
        const auto found = fromName<E>(value.toString());
        m_hasFailed = m_hasFailed || !found;
        return found.value_or(usual);
    }

private:
    IdBits idBits();

    QSqlQuery &m_query;
    Interner &m_interner;
    int m_next = 0;
    bool m_hasFailed = false;
};

/// Where objects of a type are kept: the table, its columns apart from id, revision and place, the order of
/// loading, and both directions.
template <class T>
struct Rows;

template <>
struct Rows<Channel>
{
    static constexpr QLatin1StringView table{"channel"};
    static constexpr QLatin1StringView columns{"name, zone, day_start_ms, rate_numerator, rate_denominator"};
    static constexpr bool hasPlace = true;
    static void write(RowWriter &row, const Channel &channel);
    static void read(RowReader &row, Channel &channel);
};

template <>
struct Rows<Plan>
{
    static constexpr QLatin1StringView table{"plan"};
    static constexpr QLatin1StringView columns{"channel, name, is_on_air"};
    static constexpr bool hasPlace = true;
    static void write(RowWriter &row, const Plan &plan);
    static void read(RowReader &row, Plan &plan);
};

template <>
struct Rows<Asset>
{
    static constexpr QLatin1StringView table{"asset"};
    static constexpr QLatin1StringView columns{
        "house_number, title, kind, url, duration_us, duration_source, "
        "status, series, season, episode, category, extra"};
    static constexpr bool hasPlace = false;
    static void write(RowWriter &row, const Asset &asset);
    static void read(RowReader &row, Asset &asset);
};

template <>
struct Rows<ScheduledEvent>
{
    static constexpr QLatin1StringView table{"event"};
    static constexpr QLatin1StringView columns{
        "plan, start_ms, duration_ms, asset, title, layer, start_mode, "
        "origin, is_locked, recurrence, run, extra"};
    static constexpr bool hasPlace = false;
    static void write(RowWriter &row, const ScheduledEvent &event);
    static void read(RowReader &row, ScheduledEvent &event);
};

template <>
struct Rows<Rule>
{
    static constexpr QLatin1StringView table{"rule"};
    static constexpr QLatin1StringView columns{"name, body"};
    static constexpr bool hasPlace = true;
    static void write(RowWriter &row, const Rule &rule);
    static void read(RowReader &row, Rule &rule);
};

template <>
struct Rows<WeekTemplate>
{
    static constexpr QLatin1StringView table{"template"};
    static constexpr QLatin1StringView columns{"name, body"};
    static constexpr bool hasPlace = true;
    static void write(RowWriter &row, const WeekTemplate &week);
    static void read(RowReader &row, WeekTemplate &week);
};

template <>
struct Rows<Recurrence>
{
    static constexpr QLatin1StringView table{"recurrence"};
    static constexpr QLatin1StringView columns{"name, body"};
    static constexpr bool hasPlace = true;
    static void write(RowWriter &row, const Recurrence &recurrence);
    static void read(RowReader &row, Recurrence &recurrence);
};

template <>
struct Rows<Play>
{
    static constexpr QLatin1StringView table{"play"};
    static constexpr QLatin1StringView columns{
        "channel, start_ms, duration_ms, content, event, title, result"};
    static constexpr bool hasPlace = false;
    static void write(RowWriter &row, const Play &play);
    static void read(RowReader &row, Play &play);
};

/// What an operator calls it, for a conflict.
QString labelOf(const ScheduledEvent &event);
template <class T>
QString labelOf(const T &object)
{
    if constexpr (requires { object.name; })
        return QStringLiteral("“%1”").arg(object.name);
    else
        return QStringLiteral("“%1”").arg(object.title);
}

} // namespace sf

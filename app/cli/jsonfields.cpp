// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "app/cli/planjson.h"
#include "core/time/iso8601.h"
#include "core/time/timeofday.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

namespace sf::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr double mostMs = 100.0 * 366 * 24 * 3'600'000;

QString shown(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.sliced(1).chopped(1)); // without the list's brackets
}

} // namespace

QJsonValue JsonFields::take(QLatin1StringView name)
{
    m_known.append(name);
    return m_json.value(name);
}

std::optional<QJsonObject> JsonFields::object(QLatin1StringView name)
{
    const QJsonValue found = take(name);
    if (found.isUndefined())
        return std::nullopt;
    if (!found.isObject() && !found.isNull())
        refuse(found, name, u"An object is wanted."_s);
    return found.toObject();
}

void JsonFields::refuse(const QJsonValue &value, QLatin1StringView name, const QString &should)
{
    if (!m_error)
        m_error = Error{ErrorCode::BadFieldValue, {shown(value), name, should}, {}};
}

Status JsonFields::finish() const
{
    if (m_error)
        return fail(*m_error);
    for (auto field = m_json.begin(); field != m_json.end(); ++field) {
        if (!m_known.contains(field.key()))
            return fail(ErrorCode::UnknownField, {field.key(), m_known.join(u", "_s)});
    }
    return {};
}

void JsonFields::text(QLatin1StringView name, QString &value)
{
    const QJsonValue found = take(name);
    if (found.isString() || found.isNull())
        value = found.toString().trimmed();
    else if (!found.isUndefined())
        refuse(found, name, u"A text is wanted."_s);
}

void JsonFields::texts(QLatin1StringView name, QStringList &values)
{
    const QJsonValue found = take(name);
    if (found.isUndefined())
        return;
    QStringList read;
    const QJsonArray array = found.toArray();
    for (const QJsonValue &one : array) {
        if (!one.isString())
            refuse(one, name, u"An array of texts is wanted."_s);
        read.append(one.toString().trimmed());
    }
    if (!found.isArray() && !found.isNull())
        refuse(found, name, u"An array of texts is wanted."_s);
    values = read;
}

void JsonFields::yes(QLatin1StringView name, bool &value)
{
    const QJsonValue found = take(name);
    if (found.isBool())
        value = found.toBool();
    else if (!found.isUndefined())
        refuse(found, name, u"It is true or false."_s);
}

void JsonFields::real(QLatin1StringView name, double &value, double least, double most)
{
    std::optional<double> read = value;
    realOrNone(name, read, least, most);
    value = read.value_or(value);
}

void JsonFields::realOrNone(QLatin1StringView name, std::optional<double> &value, double least, double most)
{
    const QJsonValue found = take(name);
    if (found.isUndefined())
        return;
    if (found.isNull())
        value.reset();
    else if (found.isDouble() && found.toDouble() >= least && found.toDouble() <= most)
        value = found.toDouble();
    else
        refuse(found, name, u"A number from %1 to %2 is wanted."_s.arg(least).arg(most));
}

void JsonFields::countOrNone(QLatin1StringView name, std::optional<std::int32_t> &value)
{
    std::optional<double> read;
    if (value)
        read = *value;
    realOrNone(name, read, 0, 1e9);
    value = read ? std::optional(static_cast<std::int32_t>(*read)) : std::nullopt;
}

void JsonFields::length(QLatin1StringView name, Millis &value)
{
    std::optional<Millis> read = value;
    lengthOrNone(name, read);
    value = read.value_or(Millis::zero());
}

void JsonFields::lengthOrNone(QLatin1StringView name, std::optional<Millis> &value)
{
    const QJsonValue found = take(name);
    if (found.isUndefined())
        return;
    if (found.isNull())
        value.reset();
    else if (const auto spoken = parseDuration(found.toString());
             found.isString() && spoken && *spoken >= Millis::zero())
        value = *spoken;
    else if (found.isDouble() && found.toDouble() >= 0 && found.toDouble() <= mostMs)
        value = Millis(std::llround(found.toDouble()));
    else
        refuse(found, name, u"A length in milliseconds is wanted, or one such as “48h”."_s);
}

void JsonFields::timeOfDay(QLatin1StringView name, Millis &value)
{
    const QJsonValue found = take(name);
    if (found.isUndefined())
        return;
    const std::optional<Millis> read = parseTimeOfDay(found.toString());
    if (read)
        value = *read;
    else
        refuse(found, name, u"A time of day is wanted, such as “06:00”; up to “48:00”."_s);
}

void JsonFields::dateOrNone(QLatin1StringView name, std::optional<QDate> &value)
{
    const QJsonValue found = take(name);
    if (found.isUndefined())
        return;
    const QDate read = QDate::fromString(found.toString(), Qt::ISODate);
    if (found.isNull())
        value.reset();
    else if (read.isValid())
        value = read;
    else
        refuse(found, name, u"A date is wanted, such as “2026-12-24”."_s);
}

void JsonFields::wallTime(QLatin1StringView name, LocalTime &value)
{
    const QJsonValue found = take(name);
    if (found.isUndefined())
        return;
    const auto read = parseIso8601(found.toString());
    if (read && !read->offset)
        value = read->local;
    else
        refuse(found, name, u"A wall time of the channel is wanted, such as “2026-03-02T20:00”."_s);
}

} // namespace sf::cli

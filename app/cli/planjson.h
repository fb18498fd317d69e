// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/model/recurrence.h"
#include "core/model/rule.h"
#include "core/model/weektemplate.h"
#include "core/time/channelclock.h"

#include <QJsonObject>

namespace sf::cli {

/// Rules, week templates and recurrences as JSON, in both directions with the same fields: lengths in ms with
/// names that end in Ms, times of day as "HH:MM[:SS]" up to 48:00, dates as YYYY-MM-DD, wall times of the
/// channel as ISO 8601 without offset. What a field leaves out stays as it was in `base`. Errors:
/// UnknownField, BadFieldValue.
QJsonObject toJson(const Rule &rule);
Result<Rule> ruleFromJson(const QJsonObject &json, Rule base);

QJsonObject toJson(const WeekTemplate &week);
Result<WeekTemplate> templateFromJson(const QJsonObject &json, WeekTemplate base);

QJsonObject toJson(const Recurrence &recurrence);
Result<Recurrence> recurrenceFromJson(const QJsonObject &json, Recurrence base);

/// Reads the fields of a JSON object one by one and remembers what went wrong first.
class JsonFields
{
public:
    explicit JsonFields(const QJsonObject &json)
        : m_json(json)
    {
    }

    void text(QLatin1StringView name, QString &value);
    void texts(QLatin1StringView name, QStringList &values);
    void yes(QLatin1StringView name, bool &value);
    void real(QLatin1StringView name, double &value, double least, double most);
    void realOrNone(QLatin1StringView name, std::optional<double> &value, double least, double most);
    void countOrNone(QLatin1StringView name, std::optional<std::int32_t> &value);
    void length(QLatin1StringView name, Millis &value);
    void lengthOrNone(QLatin1StringView name, std::optional<Millis> &value);
    void timeOfDay(QLatin1StringView name, Millis &value);
    void dateOrNone(QLatin1StringView name, std::optional<QDate> &value);
    void wallTime(QLatin1StringView name, LocalTime &value);
    template <class IdType>
    void id(QLatin1StringView name, IdType &value)
    {
        const QJsonValue found = take(name);
        if (found.isUndefined() || hasFailed())
            return;
        const auto read = IdType::fromString(found.toString());
        if (read || found.isNull() || found.toString().isEmpty())
            value = read.value_or(IdType());
        else
            refuse(found, name, QStringLiteral("An id is wanted."));
    }
    /// An object of its own; none where there is none.
    std::optional<QJsonObject> object(QLatin1StringView name);
    /// The value as it is; undefined where there is none.
    QJsonValue take(QLatin1StringView name);
    /// A wrong value was met.
    void refuse(const QJsonValue &value, QLatin1StringView name, const QString &should);

    bool hasFailed() const { return m_error.has_value(); }
    void setFailed(const Error &error) { m_error = error; }
    /// Also an error: fields that nobody asked for.
    Status finish() const;

private:
    QJsonObject m_json;
    QStringList m_known;
    std::optional<Error> m_error;
};

} // namespace sf::cli

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/time/timerange.h"

#include <QLineEdit>

#include <optional>

namespace sf {

/// A field for a length of time: "48 h", "1 h 30 min", "1:30:00", "90 s". It may be empty.
class LengthEdit : public QLineEdit
{
    Q_OBJECT

public:
    /// `whenEmpty` is shown in an empty field.
    explicit LengthEdit(const QString &whenEmpty, QWidget *parent = nullptr);

    void setLength(std::optional<Millis> length);
    /// None where the field is empty. Errors: BadTime, also for a negative length.
    Result<std::optional<Millis>> length() const;
};

/// "1 h 30 min", to the millisecond; parseDuration() reads it.
QString typedLength(Millis length);

} // namespace sf

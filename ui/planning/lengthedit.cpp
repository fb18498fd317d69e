// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/planning/lengthedit.h"

#include "core/time/iso8601.h"
#include "ui/theme/theme.h"

namespace sf {

using namespace Qt::StringLiterals;

LengthEdit::LengthEdit(const QString &whenEmpty, QWidget *parent)
    : QLineEdit(parent)
{
    setPlaceholderText(whenEmpty);
    setFont(figureFont());
    setToolTip(tr("Such as “48 h”, “1 h 30 min”, “1:30:00” or “90 s”"));
}

void LengthEdit::setLength(std::optional<Millis> length)
{
    setText(length ? typedLength(*length) : QString());
}

Result<std::optional<Millis>> LengthEdit::length() const
{
    const QString typed = text().trimmed();
    if (typed.isEmpty())
        return std::optional<Millis>();
    const Result<Millis> read = parseDuration(typed);
    if (!read)
        return fail(read.error());
    if (*read < Millis::zero())
        return fail(ErrorCode::BadTime, {typed});
    return std::optional(*read);
}

QString typedLength(Millis length)
{
    using namespace std::chrono;
    const hh_mm_ss clock(length);
    if (clock.subseconds().count() != 0)
        return toClockText(length);
    QStringList parts;
    const auto add = [&parts](std::int64_t number, const QString &unit) {
        if (number != 0)
            parts << QString::number(number) + u' ' + unit;
    };
    add(clock.hours().count(), u"h"_s);
    add(clock.minutes().count(), u"min"_s);
    add(clock.seconds().count(), u"s"_s);
    return parts.isEmpty() ? u"0 s"_s : parts.join(u' ');
}

} // namespace sf

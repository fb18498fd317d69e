// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/time/timecode.h"

#include <array>
#include <charconv>

namespace sf {

namespace {

std::int64_t labelsASecond(FrameRate rate)
{
    return (rate.numerator + rate.denominator - 1) / rate.denominator;
}

/// Labels that a minute leaves out: 2 at 29.97, 4 at 59.94.
std::int64_t droppedAMinute(FrameRate rate) { return labelsASecond(rate) / 15; }

/// At least two digits.
char *putTwo(char *to, std::int64_t value)
{
    if (value >= 100)
        return std::to_chars(to, to + 20, value).ptr;
    to[0] = static_cast<char>('0' + value / 10);
    to[1] = static_cast<char>('0' + value % 10);
    return to + 2;
}

} // namespace

bool TimecodeForm::canDropFrames(FrameRate rate)
{
    return rate.denominator == 1001 && (rate.numerator == 30'000 || rate.numerator == 60'000);
}

TimecodeForm TimecodeForm::usualFor(FrameRate rate) { return {rate, canDropFrames(rate)}; }

QByteArray timecodeText(std::int64_t frames, const TimecodeForm &form)
{
    const std::int64_t labels = labelsASecond(form.rate);
    std::int64_t label = std::max<std::int64_t>(frames, 0);
    if (form.isDropFrame) {
        const std::int64_t dropped = droppedAMinute(form.rate);
        const std::int64_t minute = labels * 60 - dropped;
        const std::int64_t tenMinutes = minute * 10 + dropped;
        const std::int64_t tens = label / tenMinutes;
        const std::int64_t rest = label % tenMinutes;
        const std::int64_t shortMinutes = rest < labels * 60 ? 0 : (rest - labels * 60) / minute + 1;
        label += dropped * (tens * 9 + shortMinutes);
    }
    const std::int64_t seconds = label / labels;
    std::array<char, 40> text;
    char *to = putTwo(text.data(), seconds / 3600);
    *to++ = ':';
    to = putTwo(to, seconds / 60 % 60);
    *to++ = ':';
    to = putTwo(to, seconds % 60);
    *to++ = form.isDropFrame ? ';' : ':';
    to = putTwo(to, label % labels);
    return QByteArray(text.data(), to - text.data());
}

Result<std::int64_t> parseTimecode(QStringView text, const TimecodeForm &form)
{
    const QStringView trimmed = text.trimmed();
    const auto bad = [&] { return fail(ErrorCode::BadTime, {trimmed.left(40).toString()}); };
    std::array<std::int64_t, 4> parts{};
    std::size_t part = 0;
    int digits = 0;
    QChar last;
    for (const QChar c : trimmed) {
        if (c >= u'0' && c <= u'9') {
            parts[part] = parts[part] * 10 + (c.unicode() - u'0');
            if (++digits > 3)
                return bad();
        } else if ((c == u':' || (part == 2 && (c == u';' || c == u',' || c == u'.'))) && digits > 0 &&
                   part < 3) {
            last = c;
            ++part;
            digits = 0;
        } else {
            return bad();
        }
    }
    const std::int64_t labels = labelsASecond(form.rate);
    const auto [hours, minutes, seconds, frame] = parts;
    if (part != 3 || digits == 0 || minutes > 59 || seconds > 59 || frame >= labels)
        return bad();
    const bool isDropFrame = TimecodeForm::canDropFrames(form.rate) && (last != u':' || form.isDropFrame);
    const std::int64_t all = hours * 60 + minutes;
    const std::int64_t label = (all * 60 + seconds) * labels + frame;
    if (!isDropFrame)
        return label;
    const std::int64_t dropped = droppedAMinute(form.rate);
    if (seconds == 0 && frame < dropped && minutes % 10 != 0)
        return bad();
    return label - dropped * (all - all / 10);
}

} // namespace sf

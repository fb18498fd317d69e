// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/time/framegrid.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

__extension__ using Wide = __int128;

template <class Number>
std::int64_t floorDivOf(Number a, Number b)
{
    const Number quotient = a / b;
    return static_cast<std::int64_t>(quotient - ((a % b != 0 && (a % b < 0) != (b < 0)) ? 1 : 0));
}

/// Times of this age fit in 64 bits, which a processor divides ten times as fast.
std::int64_t floorDiv(Wide a, Wide b)
{
    const auto shortA = static_cast<std::int64_t>(a);
    const auto shortB = static_cast<std::int64_t>(b);
    return shortA == a && shortB == b ? floorDivOf(shortA, shortB) : floorDivOf(a, b);
}

std::int64_t roundDiv(Wide a, Wide b) { return floorDiv(2 * a + b, 2 * b); }

struct ShortForm
{
    QStringView text;
    FrameRate rate;
};
constexpr std::array shortForms{ShortForm{u"23.976", {24000, 1001}}, ShortForm{u"23.98", {24000, 1001}},
                                ShortForm{u"29.97", {30000, 1001}}, ShortForm{u"59.94", {60000, 1001}},
                                ShortForm{u"119.88", {120000, 1001}}};

} // namespace

Result<FrameRate> FrameRate::fromString(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    for (const ShortForm &form : shortForms) {
        if (trimmed == form.text)
            return form.rate;
    }
    const auto bad = [&] { return fail(ErrorCode::BadFrameRate, {trimmed.left(40).toString()}); };
    const auto isPlain = [](QChar c) { return (c >= u'0' && c <= u'9') || c == u'.' || c == u'/'; };
    if (!std::all_of(trimmed.begin(), trimmed.end(), isPlain))
        return bad();
    if (trimmed.contains(u'.') && trimmed.endsWith(u'0') && trimmed.size() <= 40)
        return fromString(trimmed.chopped(1)); // "29.970" is 29.97
    const auto parts = trimmed.split(u'/');
    bool ok = false;
    bool denominatorOk = true;
    double numerator = parts[0].toDouble(&ok);
    double denominator = parts.size() == 2 ? parts[1].toDouble(&denominatorOk) : 1;
    if (parts.size() == 1 && numerator != std::floor(numerator)) {
        numerator *= 1000; // "12.5"
        denominator = 1000;
    }
    const bool usable = ok && denominatorOk && parts.size() <= 2 && numerator >= 1 && denominator >= 1 &&
                        numerator <= 10'000'000 && denominator <= 100'000 &&
                        numerator == std::floor(numerator) && denominator == std::floor(denominator) &&
                        numerator >= denominator && numerator <= 300 * denominator;
    if (!usable)
        return bad();
    const auto n = static_cast<std::int32_t>(numerator);
    const auto d = static_cast<std::int32_t>(denominator);
    const auto divisor = std::gcd(n, d);
    return FrameRate{n / divisor, d / divisor};
}

QString FrameRate::toString() const
{
    if (denominator == 1)
        return QString::number(numerator);
    for (const ShortForm &form : shortForms) {
        if (form.rate == *this && form.text != u"23.98")
            return form.text.toString();
    }
    return u"%1/%2"_s.arg(numerator).arg(denominator);
}

std::int64_t FrameGrid::indexOf(TimePoint t) const
{
    return roundDiv(Wide(toMs(t)) * m_rate.numerator, Wide(1000) * m_rate.denominator);
}

TimePoint FrameGrid::timeOf(std::int64_t index) const
{
    return timePointFromMs(roundDiv(Wide(index) * 1000 * m_rate.denominator, m_rate.numerator));
}

std::int64_t FrameGrid::ceilIndex(TimePoint t) const
{
    const std::int64_t nearest = indexOf(t);
    return timeOf(nearest) < t ? nearest + 1 : nearest;
}

std::int64_t FrameGrid::floorIndex(TimePoint t) const
{
    const std::int64_t nearest = indexOf(t);
    return timeOf(nearest) > t ? nearest - 1 : nearest;
}

std::int64_t FrameGrid::framesFor(Micros exact) const
{
    const Wide scaled = Wide(exact.count() - 1) * m_rate.numerator;
    return floorDiv(scaled, Wide(1'000'000) * m_rate.denominator) + 1;
}

std::int64_t FrameGrid::framesNear(Millis duration) const
{
    return roundDiv(Wide(duration.count()) * m_rate.numerator, Wide(1000) * m_rate.denominator);
}

Millis FrameGrid::lengthOf(std::int64_t frames) const
{
    return Millis(roundDiv(Wide(frames) * 1000 * m_rate.denominator, m_rate.numerator));
}

} // namespace sf

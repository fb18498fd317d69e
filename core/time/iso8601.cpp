// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/time/iso8601.h"

#include <array>
#include <cstdlib>

namespace sf {

using namespace std::chrono;

namespace {

/// Reads on in a text; every reader says whether it found what it wanted.
class Cursor
{
public:
    explicit Cursor(QStringView text)
        : m_text(text)
    {
    }

    bool atEnd() const { return m_at >= m_text.size(); }
    char16_t peek() const { return atEnd() ? u'\0' : m_text[m_at].unicode(); }
    bool isDigit() const { return peek() >= u'0' && peek() <= u'9'; }
    bool take(char16_t c)
    {
        if (peek() != c || atEnd())
            return false;
        ++m_at;
        return true;
    }
    void skip() { ++m_at; }
    bool number(int digits, int &value)
    {
        value = 0;
        for (int i = 0; i < digits; ++i) {
            if (!isDigit())
                return false;
            value = value * 10 + (m_text[m_at++].unicode() - u'0');
        }
        return true;
    }
    /// Reads a fraction's digits and keeps three of them; `isZero` tells whether all were zero.
    bool fraction(int &ms, bool &isZero)
    {
        if (!isDigit())
            return false;
        ms = 0;
        int scale = 100;
        for (; isDigit(); skip()) {
            ms += (peek() - u'0') * scale;
            scale /= 10;
            isZero = isZero && peek() == u'0';
        }
        return true;
    }

private:
    QStringView m_text;
    qsizetype m_at = 0;
};

struct Fields
{
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, ms = 0;
    bool isWholeSecond = true;
};

bool readDate(Cursor &in, Fields &f)
{
    if (!in.number(4, f.year))
        return false;
    if (in.take(u'-'))
        return in.number(2, f.month) && in.take(u'-') && in.number(2, f.day);
    return in.number(2, f.month) && in.number(2, f.day);
}

bool readClock(Cursor &in, Fields &f)
{
    if (!in.number(2, f.hour))
        return false;
    const bool extended = in.take(u':');
    if (!extended && !in.isDigit())
        return true; // "T20", "T20Z"
    if (!in.number(2, f.minute))
        return false;
    const bool hasSeconds = extended ? in.take(u':') : in.isDigit();
    if (hasSeconds && !in.number(2, f.second))
        return false;
    if (hasSeconds && (in.take(u'.') || in.take(u',')))
        return in.fraction(f.ms, f.isWholeSecond);
    return true;
}

bool readOffset(Cursor &in, std::optional<minutes> &offset)
{
    if (in.atEnd())
        return true;
    if (in.take(u'Z') || in.take(u'z')) {
        offset = minutes::zero();
        return true;
    }
    const bool west = in.take(u'-') || in.take(u'\u2212');
    if (!west && !in.take(u'+'))
        return false;
    int h = 0;
    int m = 0;
    if (!in.number(2, h))
        return false;
    if ((in.take(u':') || in.isDigit()) && !in.number(2, m))
        return false;
    if (h > 23 || m > 59)
        return false;
    offset = minutes((west ? -1 : 1) * (h * 60 + m));
    return true;
}

bool isRealClock(const Fields &f)
{
    if (f.hour == 24)
        return f.minute == 0 && f.second == 0 && f.isWholeSecond;
    return f.hour < 24 && f.minute < 60 && f.second < 60;
}

void appendNumber(QString &out, int value, int digits)
{
    std::array<char16_t, 10> buffer{};
    for (int i = digits - 1; i >= 0; --i) {
        buffer[static_cast<std::size_t>(i)] = static_cast<char16_t>(u'0' + value % 10);
        value /= 10;
    }
    out.append(QStringView(buffer.data(), digits));
}

/// Four digits, or the standard's expanded form (a sign and as many as it takes) for other years.
void appendYear(QString &out, int value)
{
    if (value >= 0 && value <= 9999) {
        appendNumber(out, value, 4);
        return;
    }
    out += value < 0 ? u'-' : u'+';
    const int size = std::abs(value);
    appendNumber(out, size, size > 9999 ? 5 : 4);
}

} // namespace

Result<IsoTime> parseIso8601(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    const auto bad = [&](ErrorCode code) { return fail(code, {trimmed.left(80).toString()}); };
    Cursor in(trimmed);
    Fields f;
    IsoTime time;
    if (!readDate(in, f))
        return bad(ErrorCode::BadTime);
    if (in.atEnd()) {
        time.isDateOnly = true;
    } else {
        if (!in.take(u'T') && !in.take(u't') && !in.take(u' '))
            return bad(ErrorCode::BadTime);
        if (!readClock(in, f))
            return bad(ErrorCode::BadTime);
        while (in.take(u' ')) { // "2026-03-28 20:00:00 +01:00"
        }
        if (!readOffset(in, time.offset) || !in.atEnd())
            return bad(ErrorCode::BadTime);
    }
    const year_month_day date{year(f.year), month(static_cast<unsigned>(f.month)),
                              day(static_cast<unsigned>(f.day))};
    if (!date.ok() || !isRealClock(f))
        return bad(ErrorCode::ImpossibleDate);
    time.local = local_days(date) + hours(f.hour) + minutes(f.minute) + seconds(f.second) + Millis(f.ms);
    if (!knownTimes.contains(time.asUtc()))
        return bad(ErrorCode::TimeOutOfRange);
    return time;
}

QString toIso8601(LocalTime t)
{
    const auto date = floor<days>(t);
    const year_month_day ymd(date);
    const hh_mm_ss clock(t - date);
    QString out;
    out.reserve(30);
    appendYear(out, int(ymd.year()));
    out += u'-';
    appendNumber(out, static_cast<int>(unsigned(ymd.month())), 2);
    out += u'-';
    appendNumber(out, static_cast<int>(unsigned(ymd.day())), 2);
    out += u'T';
    appendNumber(out, static_cast<int>(clock.hours().count()), 2);
    out += u':';
    appendNumber(out, static_cast<int>(clock.minutes().count()), 2);
    out += u':';
    appendNumber(out, static_cast<int>(clock.seconds().count()), 2);
    if (const auto ms = clock.subseconds().count()) {
        out += u'.';
        appendNumber(out, static_cast<int>(ms), 3);
    }
    return out;
}

QString toIso8601(TimePoint t)
{
    QString out = toIso8601(LocalTime(t.time_since_epoch()));
    out += u'Z';
    return out;
}

QString toIso8601(TimePoint t, minutes offset)
{
    QString out = toIso8601(LocalTime(t.time_since_epoch() + offset));
    out += offset < minutes::zero() ? u'-' : u'+';
    const auto size = abs(offset);
    appendNumber(out, static_cast<int>(duration_cast<hours>(size).count()), 2);
    out += u':';
    appendNumber(out, static_cast<int>(size.count() % 60), 2);
    return out;
}

} // namespace sf

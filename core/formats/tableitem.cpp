// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/tableitem.h"

#include "core/model/names.h"
#include "core/time/iso8601.h"
#include "core/time/timecode.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

using Days = std::chrono::days;

/// What stands after the hours is below 60: a length may be "25:99", a time of day is not.
bool isClock(QStringView text)
{
    const auto parts = text.split(u':');
    return std::all_of(parts.begin() + 1, parts.end(), [](QStringView part) { return part.toDouble() < 60; });
}

const QString &cell(const TableCells &cells, ColumnField field)
{
    return cells[static_cast<std::size_t>(field)];
}

struct KindName
{
    QLatin1StringView text;
    AssetKind kind;
};

constexpr std::array kindNames{
    KindName{"pgm"_L1, AssetKind::Program},    KindName{"prg"_L1, AssetKind::Program},
    KindName{"prog"_L1, AssetKind::Program},   KindName{"programme"_L1, AssetKind::Program},
    KindName{"com"_L1, AssetKind::Commercial}, KindName{"spot"_L1, AssetKind::Commercial},
    KindName{"adv"_L1, AssetKind::Commercial}, KindName{"ad"_L1, AssetKind::Commercial},
    KindName{"pro"_L1, AssetKind::Promo},      KindName{"prm"_L1, AssetKind::Promo},
    KindName{"trailer"_L1, AssetKind::Promo},  KindName{"id"_L1, AssetKind::Ident},
    KindName{"fil"_L1, AssetKind::Filler},     KindName{"liv"_L1, AssetKind::Live}};

/// The three numbers of a date, and whether the first has four digits; none for anything else.
struct DateParts
{
    std::array<int, 3> numbers{};
    bool isYearFirst = false;
};

std::optional<DateParts> partsOf(QStringView text)
{
    DateParts parts;
    std::size_t at = 0;
    int digits = 0;
    for (const QChar c : text) {
        if (c >= u'0' && c <= u'9') {
            if (++digits > 4)
                return std::nullopt;
            parts.numbers[at] = parts.numbers[at] * 10 + (c.unicode() - u'0');
        } else if ((c == u'-' || c == u'/' || c == u'.') && digits > 0 && at < 2) {
            parts.isYearFirst = parts.isYearFirst || (at == 0 && digits == 4);
            ++at;
            digits = 0;
        } else {
            return std::nullopt;
        }
    }
    return at == 2 && digits > 0 ? std::optional(parts) : std::nullopt;
}

/// Eight digits are a date: 20260328.
bool isCompact(QStringView text)
{
    return text.size() == 8 &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// "060000", "06000012": digits alone are a clock, or a time code.
/// "8:30 PM" is 20:30:00. Spreadsheets write lengths so, too: "12:30:00 AM" is half an hour. All else stays as it is.
QString as24Hours(QStringView text)
{
    static const QRegularExpression pattern(
        u"^(\\d{1,2}):(\\d{2})(:\\d{2}(?:[.:;,]\\d{1,3})?)?\\s*([AP])\\.?M\\.?$"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    const bool mayBe = text.endsWith(u'M', Qt::CaseInsensitive) || text.endsWith(u'.');
    const auto match = mayBe ? pattern.match(text.left(40).toString()) : QRegularExpressionMatch();
    const int hour = match.hasMatch() ? match.capturedView(1).toInt() : 0;
    if (hour < 1 || hour > 12)
        return text.toString();
    const bool isAfternoon = match.capturedView(4).compare(u'P', Qt::CaseInsensitive) == 0;
    const QString seconds = match.captured(3);
    return u"%1:%2%3"_s.arg(hour % 12 + (isAfternoon ? 12 : 0), 2, 10, QChar(u'0'))
        .arg(match.captured(2), seconds.isEmpty() ? u":00"_s : seconds);
}

QString withColons(QStringView text)
{
    const bool isDigits =
        std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!isDigits || (text.size() != 4 && text.size() != 6 && text.size() != 8))
        return text.toString();
    QString colons;
    for (qsizetype i = 0; i < text.size(); i += 2) {
        if (i > 0)
            colons += u':';
        colons += text.sliced(i, 2);
    }
    return colons;
}

std::optional<std::chrono::minutes> offsetOf(QStringView text)
{
    QStringView plain = text.trimmed();
    if (plain.startsWith("UTC"_L1, Qt::CaseInsensitive))
        plain = plain.sliced(3);
    if (plain.isEmpty())
        return std::nullopt;
    const auto time = parseIso8601(u"2000-01-01T00:00:00"_s + plain.toString());
    return time ? time->offset : std::nullopt;
}

bool isYes(QStringView text)
{
    static constexpr std::array yes{"y"_L1, "yes"_L1, "1"_L1, "x"_L1, "true"_L1, "fixed"_L1, "f"_L1};
    return std::any_of(yes.begin(), yes.end(),
                       [text](QLatin1StringView one) { return text.compare(one, Qt::CaseInsensitive) == 0; });
}

/// "S02E05", "2x05"; nothing where it numbers none.
void readEpisode(QStringView text, ImportedItem &item)
{
    const QString upper = text.trimmed().toString().toUpper();
    const qsizetype mark = std::max(upper.indexOf(u'E'), upper.indexOf(u'X'));
    if (mark < 1 || upper.size() > 12)
        return;
    bool hasSeason = false;
    bool hasEpisode = false;
    const QStringView season = QStringView(upper).first(mark);
    const int seasonNumber = (season.startsWith(u'S') ? season.sliced(1) : season).toInt(&hasSeason);
    const int episodeNumber = QStringView(upper).sliced(mark + 1).toInt(&hasEpisode);
    if (hasSeason && hasEpisode && seasonNumber >= 0 && episodeNumber >= 0) {
        item.season = seasonNumber;
        item.episode = episodeNumber;
    }
}

} // namespace

std::optional<AssetKind> kindFrom(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    for (const KindName &name : kindNames) {
        if (trimmed.compare(name.text, Qt::CaseInsensitive) == 0)
            return name.kind;
    }
    return fromName<AssetKind>(trimmed);
}

QLatin1StringView shortKind(AssetKind kind)
{
    static constexpr std::array names{"PGM"_L1, "COM"_L1, "PRO"_L1, "ID"_L1, "FIL"_L1, "LIV"_L1};
    return names[static_cast<std::size_t>(kind)];
}

TableItems::TableItems(const ReadOptions &options, QString dateOrder)
    : m_options(options)
    , m_times(options)
    , m_dateOrder(std::move(dateOrder))
    , m_isDateOrderGiven(!m_dateOrder.isEmpty())
{
    if (!m_isDateOrderGiven)
        m_dateOrder = u"dmy"_s; // most of the world, unless a date of the file speaks against it
}

void TableItems::lookAtDate(QStringView text)
{
    const auto parts = partsOf(text.trimmed());
    if (m_isDateOrderGiven || !parts || parts->isYearFirst)
        return;
    if (parts->numbers[1] > 12)
        m_dateOrder = u"mdy"_s;
    m_isDateOrderGiven = parts->numbers[0] > 12 || parts->numbers[1] > 12;
}

std::optional<QDate> TableItems::dateOf(QStringView text) const
{
    const QStringView trimmed = text.trimmed();
    if (isCompact(trimmed))
        return QDate::fromString(trimmed.toString(), u"yyyyMMdd"_s);
    const auto parts = partsOf(trimmed);
    if (!parts)
        return std::nullopt;
    const auto &[a, b, c] = parts->numbers;
    const auto year = [](int number) { return number < 100 ? 2000 + number : number; };
    const QDate date = parts->isYearFirst || m_dateOrder == "ymd"_L1 ? QDate(year(a), b, c)
                       : m_dateOrder == "mdy"_L1                     ? QDate(year(c), a, b)
                                                                     : QDate(year(c), b, a);
    return date;
}

/// A time of day on `date`, or one that brings its own date.
Result<TimePoint> TableItems::timeOn(QDate date, QStringView text, const TableCells &cells)
{
    if (!date.isValid())
        return fail(ErrorCode::ImpossibleDate, {cell(cells, ColumnField::Date).left(40)});
    const QString clock = withColons(as24Hours(text.trimmed()));
    const auto offset = offsetOf(cell(cells, ColumnField::Offset));
    m_hasNaiveTimes = m_hasNaiveTimes || !offset;
    const LocalTime midnight = midnightOf(date);
    const TimecodeForm form{m_options.rate, false};
    if (clock.count(u':') == 3 || clock.contains(u';')) {
        const auto frames = parseTimecode(clock, form);
        if (!frames)
            return fail(frames.error());
        return m_times.resolveFrames(midnight, *frames, m_options.rate, offset, m_lastEnd);
    }
    const auto parsed = clock.contains(u':') ? parseDuration(clock)
                                             : Result<Millis>(fail(ErrorCode::BadTime, {clock.left(40)}));
    if (!parsed || *parsed < Millis::zero() || !isClock(clock))
        return fail(ErrorCode::BadTime, {clock.left(40)});
    // "06:30" is a time of day, not six minutes.
    const Millis time = clock.count(u':') == 1 ? *parsed * 60 : *parsed;
    if (offset)
        return TimePoint((midnight + time).time_since_epoch() - *offset);
    return m_times.resolve(midnight + time, m_lastEnd);
}

Result<TimePoint> TableItems::startOf(const TableCells &cells)
{
    const QString text = cell(cells, ColumnField::Start).trimmed();
    if (text.isEmpty())
        return fail(ErrorCode::MissingStart);
    if (text.size() > 10 && !text.contains(u';')) { // date and time in one cell
        if (const auto iso = parseIso8601(text); iso && !iso->isDateOnly) {
            m_hasNaiveTimes = m_hasNaiveTimes || !iso->offset;
            return iso->offset ? Result<TimePoint>(iso->asUtc()) : m_times.resolve(iso->local, m_lastEnd);
        }
        const qsizetype blank = text.indexOf(u' ');
        if (const auto date = blank > 0 ? dateOf(QStringView(text).first(blank)) : std::nullopt;
            date && date->isValid())
            return timeOn(*date, QStringView(text).sliced(blank + 1), cells);
    }
    const QString dateText = cell(cells, ColumnField::Date).trimmed();
    if (!dateText.isEmpty()) {
        const auto date = dateOf(dateText);
        if (!date || !date->isValid())
            return fail(ErrorCode::ImpossibleDate, {dateText.left(40)});
        m_date = date;
        return timeOn(*m_date, text, cells);
    }
    if (!m_date)
        m_date = m_options.date;
    if (!m_date) {
        m_needsDate = true;
        return fail(ErrorCode::DateNeeded, {m_options.label});
    }
    auto start = timeOn(*m_date, text, cells);
    // A list of times alone goes on into the next day when its clock begins again, and before the day's start at once.
    const bool isBefore =
        start && (m_lastStart ? *start < *m_lastStart : *start < clock().broadcastDay(*m_date).start);
    if (isBefore) {
        const auto next = timeOn(m_date->addDays(1), text, cells);
        if (next && m_lastStart)
            m_date = m_date->addDays(1);
        start = next;
    }
    return start;
}

/// A time code, a clock ("MM:SS" too), seconds; in frames from `start`, so that lengths of 29.97 do not drift.
Result<Millis> TableItems::lengthOf(QStringView text, TimePoint start) const
{
    QString clock = as24Hours(text.trimmed());
    if (clock.size() == 6 || clock.size() == 8)
        clock = withColons(clock);
    if (clock.count(u':') == 3 || clock.contains(u';')) {
        const auto frames = parseTimecode(clock, TimecodeForm{m_options.rate, false});
        if (!frames)
            return fail(frames.error());
        const FrameGrid grid(m_options.rate);
        return grid.timeOf(grid.indexOf(start) + *frames) - start;
    }
    return parseDuration(clock);
}

Status TableItems::readEnd(const TableCells &cells, ImportedItem &item)
{
    if (const QString &text = cell(cells, ColumnField::Duration); !text.trimmed().isEmpty()) {
        const auto length = lengthOf(text, *item.start);
        if (!length)
            return fail(length.error());
        item.duration = *length;
        return {};
    }
    const QString text = cell(cells, ColumnField::End).trimmed();
    if (text.isEmpty())
        return {};
    if (const auto iso = parseIso8601(text); iso && text.size() > 10 && !iso->isDateOnly) {
        const auto end =
            iso->offset ? Result<TimePoint>(iso->asUtc()) : m_times.resolve(iso->local, *item.start);
        if (!end)
            return fail(end.error());
        item.end = *end;
        return {};
    }
    const QDate date = dateOf(cell(cells, ColumnField::Date))
                           .value_or(m_date.value_or(sf::dateOf(clock().toLocal(*item.start))));
    TableCells naive = cells; // the offset is that of the start
    naive[static_cast<std::size_t>(ColumnField::Offset)].clear();
    auto end = timeOn(date, text, naive);
    if (end && *end <= *item.start)
        end = timeOn(date.addDays(1), text, naive);
    if (!end)
        return fail(end.error());
    item.end = *end;
    return {};
}

void TableItems::readMedia(const TableCells &cells, ImportedItem &item) const
{
    const QString &in = cell(cells, ColumnField::MediaIn);
    const QString &out = cell(cells, ColumnField::MediaOut);
    const TimePoint zero{};
    if (const auto length = lengthOf(in, zero); !in.trimmed().isEmpty() && length)
        item.mediaIn = *length;
    if (const auto length = lengthOf(out, zero);
        !item.duration && !item.end && !out.trimmed().isEmpty() && length)
        item.duration = std::chrono::round<Millis>(Micros(*length) - item.mediaIn);
}

ImportedItem TableItems::item(const TableCells &cells, std::int64_t line)
{
    ImportedItem item;
    item.line = line;
    item.title = cell(cells, ColumnField::Title);
    item.url = cell(cells, ColumnField::File).trimmed();
    item.houseNumber = cell(cells, ColumnField::HouseNumber).trimmed();
    item.series = cell(cells, ColumnField::Series).trimmed();
    item.category = cell(cells, ColumnField::Category).trimmed();
    item.description = cell(cells, ColumnField::Description).trimmed();
    item.note = cell(cells, ColumnField::Note).trimmed();
    item.kind = kindFrom(cell(cells, ColumnField::Kind));
    item.startMode = isYes(cell(cells, ColumnField::Fixed).trimmed()) ? StartMode::Fixed : StartMode::Follow;
    item.id = EventId::fromString(cell(cells, ColumnField::Id).trimmed()).value_or(EventId());
    readEpisode(cell(cells, ColumnField::Episode), item);
    const auto start = startOf(cells);
    if (!start) {
        item.fault = start.error();
        return item;
    }
    item.start = *start;
    readMedia(cells, item);
    if (const Status ended = readEnd(cells, item); !ended)
        item.fault = ended.error();
    m_lastStart = *start;
    if (item.end || item.duration)
        m_lastEnd = item.end ? *item.end : *start + *item.duration;
    return item;
}

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT

// Logs of traffic systems: a line an event, each field from one character to another.

#include "core/formats/format.h"
#include "core/formats/tablecells.h"
#include "core/formats/tableitem.h"
#include "core/formats/textinput.h"
#include "core/time/iso8601.h"

#include <QCoreApplication>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView extensions[]{"log"_L1, "lst"_L1, "txt"_L1, "asc"_L1};

QStringView cut(QStringView line, const ColumnPlace &place)
{
    const qsizetype from = place.at - 1;
    if (from < 0 || from >= line.size())
        return {};
    return place.length > 0 ? line.mid(from, place.length) : line.sliced(from);
}

bool looksLikeTime(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    int digits = 0;
    for (const QChar c : trimmed) {
        if (c >= u'0' && c <= u'9')
            ++digits;
        else if (c != u':' && c != u';' && c != u'.')
            return false;
    }
    return digits >= 4 && (trimmed.contains(u':') || digits == 6 || digits == 8);
}

bool looksLikeDate(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    qsizetype digits = 0;
    for (const QChar c : trimmed) {
        if (c >= u'0' && c <= u'9')
            ++digits;
        else if (c != u'-' && c != u'/' && c != u'.')
            return false;
    }
    return digits >= 6;
}

bool fits(QStringView line, const ColumnMapping &mapping)
{
    const auto has = [&](ColumnField field) { return cut(line, mapping.places.value(field)); };
    if (!looksLikeTime(has(ColumnField::Start)) || !looksLikeTime(has(ColumnField::Duration)))
        return false;
    if (mapping.has(ColumnField::Date) && !looksLikeDate(has(ColumnField::Date)))
        return false;
    return !has(ColumnField::Title).trimmed().isEmpty();
}

bool isEvent(QStringView line, const ColumnMapping &mapping)
{
    if (line.trimmed().isEmpty() || line.startsWith(u'#') || line.startsWith(u';'))
        return false;
    return mapping.recordStart.isEmpty() || line.startsWith(mapping.recordStart);
}

} // namespace

const ColumnMapping *fixedPresetFor(QByteArrayView head)
{
    const QStringList lines = QString::fromUtf8(head).split(u'\n');
    for (const ColumnMapping &preset : columnPresets()) {
        int fitting = 0;
        bool isPossible = preset.isFixed;
        for (qsizetype i = 0; isPossible && i < lines.size() && i < 20; ++i) {
            const bool isCutOff = i + 1 == lines.size() && i > 0;
            if (isCutOff || !isEvent(lines[i], preset))
                continue;
            isPossible = fits(lines[i], preset);
            ++fitting;
        }
        if (isPossible && fitting > 0)
            return &preset;
    }
    return nullptr;
}

namespace {

Likeness likeness(QByteArrayView head)
{
    const bool isOther = head.startsWith('<') || head.startsWith('{') || head.startsWith('[');
    return !isOther && fixedPresetFor(head) ? Likeness::Likely : Likeness::None;
}

Result<ImportedSchedule> readFixed(QIODevice &device, const ReadOptions &options, IdSource &ids,
                                   const Job &job)
{
    const ColumnMapping *preset =
        options.mapping ? &*options.mapping : fixedPresetFor(headAsUtf8(device.peek(8192)));
    if (!preset) {
        return fail(ErrorCode::BadMapping,
                    {options.label, QCoreApplication::translate("Import", "no preset fits its columns")});
    }
    const ColumnMapping mapping = *preset;
    LineReader lines(device, options.label, job);
    ScheduleBuilder builder(options, ids);
    TableItems items(options, mapping.dateOrder);
    QByteArrayView bytes;
    bool isAllUtf8 = true;
    while (lines.next(bytes)) {
        bool isUtf8 = true;
        QString line = decodeText(bytes, isUtf8);
        isAllUtf8 = isAllUtf8 && isUtf8;
        if (line.startsWith(QChar::ByteOrderMark))
            line.remove(0, 1);
        if (lines.number() <= mapping.skipLines || !isEvent(line, mapping))
            continue;
        TableCells cells;
        for (auto place = mapping.places.begin(); place != mapping.places.end(); ++place)
            cells[static_cast<std::size_t>(place.key())] = cut(line, *place).trimmed().toString();
        items.lookAtDate(cells[static_cast<std::size_t>(ColumnField::Date)]);
        if (const Status added = builder.add(items.item(cells, lines.number())); !added)
            return fail(added.error());
        if (items.needsDate())
            return fail(ErrorCode::DateNeeded, {options.label});
    }
    if (lines.error())
        return fail(*lines.error());
    if (!isAllUtf8) {
        builder.warn(0, QCoreApplication::translate(
                            "Import", "The file is not UTF-8; such texts were read as Windows-1252."));
    }
    if (items.hasNaiveTimes())
        builder.schedule().assumedZone = items.clock().zoneName();
    return builder.take();
}

char16_t unitOf(char latin1) { return static_cast<unsigned char>(latin1); }
char16_t unitOf(QChar c) { return c.unicode(); }

/// A line that is written field by field; the same one again and again, so that it allocates once.
class FixedLine
{
public:
    explicit FixedLine(const ColumnMapping &mapping)
    {
        for (std::size_t i = 0; i < m_places.size(); ++i)
            m_places[i] = mapping.places.value(static_cast<ColumnField>(i));
    }

    void set(const TableRow &row)
    {
        using Field = ColumnField;
        m_line.clear();
        m_isExact = true;
        put(Field::Date, QLatin1StringView(row.date));
        put(Field::Start, QLatin1StringView(row.start));
        put(Field::Duration, QLatin1StringView(row.duration));
        put(Field::Fixed, row.isFixed ? "F"_L1 : QLatin1StringView());
        put(Field::Kind, QLatin1StringView(row.kind));
        text(Field::HouseNumber, row.houseNumber);
        text(Field::Title, row.title);
        put(Field::MediaIn, QLatin1StringView(row.mediaIn));
        put(Field::Offset, QLatin1StringView(row.offset));
        text(Field::File, row.file);
        while (!m_line.empty() && m_line.back() == u' ')
            m_line.pop_back();
    }

    QStringView view() const { return m_line; }
    /// False where a text had to be cleaned, or cut.
    bool isExact() const { return m_isExact; }

private:
    void text(ColumnField field, const QString &value)
    {
        put(field, QStringView(cleanLine(value, {}, m_isExact)));
    }

    /// Cut or filled up with blanks. Halves of surrogate pairs are not left behind.
    template <class View>
    void put(ColumnField field, View value)
    {
        const ColumnPlace &place = m_places[static_cast<std::size_t>(field)];
        if (place.at < 1)
            return;
        if (place.length > 0 && value.size() > place.length) {
            m_isExact = false;
            value.truncate(place.length);
            if (QChar(value.back()).isHighSurrogate())
                value.chop(1);
        }
        const auto from = static_cast<std::size_t>(place.at - 1);
        const auto length = static_cast<std::size_t>(std::max(value.size(), qsizetype(place.length)));
        if (m_line.size() < from + length)
            m_line.resize(from + length, u' ');
        const auto end = std::transform(value.begin(), value.end(), m_line.begin() + place.at - 1,
                                        [](auto c) { return unitOf(c); });
        std::fill(end, m_line.begin() + static_cast<std::ptrdiff_t>(from + length), u' ');
    }

    std::array<ColumnPlace, static_cast<std::size_t>(ColumnField::Count)> m_places;
    std::u16string m_line;
    bool m_isExact = true;
};

Result<WriteReport> writeFixed(QIODevice &device, const ScheduleExport &schedule, const Job &job)
{
    ExportRun run(device, schedule, job);
    TableRows rows(run, TableTimes::Timecode);
    const QString name = run.option("preset"_L1, "traffic"_L1);
    FixedLine line(*columnPreset(name));
    for (const ScheduledEvent *event : schedule.events) {
        if (!run.goesOn())
            break;
        if (event->layer != 0) {
            run.lose(LossKind::Event, *event, run.phrases().layer);
            continue;
        }
        line.set(rows.row(*event));
        if (!line.isExact())
            run.lose(LossKind::Name, *event,
                     QCoreApplication::translate("Export", "the end of a text that is too long "
                                                           "for its columns"));
        run.out().putText(line.view());
        run.out().put("\r\n");
        run.written();
    }
    return run.finish();
}

constexpr QLatin1StringView presets[]{"traffic"_L1, "traffic-time-only"_L1};
constexpr FormatOption options[]{
    {.id = "preset"_L1,
     .label = QT_TRANSLATE_NOOP("Export", "Which columns"),
     .kind = FormatOption::Kind::Choice,
     .usual = "traffic"_L1,
     .choices = presets},
};

} // namespace

constinit const Format fixedFormat{
    .id = "fixed"_L1,
    .name = "Traffic log (fixed columns)"_L1,
    .extensions = extensions,
    .likeness = likeness,
    .readSchedule = readFixed,
    .writeSchedule = writeFixed,
    .cannotCarry =
        QT_TRANSLATE_NOOP("Export", "Titles end after 40 characters; notes, categories and ids have no "
                                    "column."),
    .options = options,
    .takesMapping = true,
    .precision = TimePrecision::Frame,
};

} // namespace sf

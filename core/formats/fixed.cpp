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

/// The preset that all whole lines of a head fit; null where there is none.
const ColumnMapping *presetFor(QByteArrayView head)
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

Likeness likeness(QByteArrayView head)
{
    const bool isOther = head.startsWith('<') || head.startsWith('{') || head.startsWith('[');
    return !isOther && presetFor(head) ? Likeness::Likely : Likeness::None;
}

Result<ImportedSchedule> readFixed(QIODevice &device, const ReadOptions &options, IdSource &ids,
                                   const Job &job)
{
    const ColumnMapping *preset =
        options.mapping ? &*options.mapping : presetFor(headAsUtf8(device.peek(8192)));
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

/// One field of a line, cut or filled up with blanks. Halves of surrogate pairs are not left behind.
void put(QString &line, const ColumnPlace &place, const QString &text, bool &isExact)
{
    if (place.at < 1)
        return;
    const qsizetype from = place.at - 1;
    if (line.size() < from)
        line = line.leftJustified(from);
    QString cell = text;
    if (place.length > 0 && cell.size() > place.length) {
        isExact = false;
        cell.truncate(place.length);
        if (cell.back().isHighSurrogate())
            cell.chop(1);
    }
    if (place.length > 0)
        cell = cell.leftJustified(place.length);
    line.replace(from, cell.size(), cell);
}

QString lineOf(const TableRow &row, const ColumnMapping &mapping, bool &isExact)
{
    using Field = ColumnField;
    QString line;
    const auto field = [&](Field what, const QString &text) {
        put(line, mapping.places.value(what), cleanLine(text, {}, isExact), isExact);
    };
    const auto ascii = [&](Field what, const QByteArray &text) { field(what, QString::fromLatin1(text)); };
    ascii(Field::Date, row.date);
    ascii(Field::Start, row.start);
    ascii(Field::Duration, row.duration);
    field(Field::Fixed, row.isFixed ? u"F"_s : QString());
    ascii(Field::Kind, row.kind);
    field(Field::HouseNumber, row.houseNumber);
    field(Field::Title, row.title);
    ascii(Field::MediaIn, row.mediaIn);
    ascii(Field::Offset, row.offset);
    field(Field::File, row.file);
    while (line.endsWith(u' '))
        line.chop(1);
    return line;
}

Result<WriteReport> writeFixed(QIODevice &device, const ScheduleExport &schedule, const Job &job)
{
    ExportRun run(device, schedule, job);
    TableRows rows(run, TableTimes::Timecode);
    const QString name = run.option("preset"_L1, "traffic"_L1);
    const ColumnMapping &mapping = *columnPreset(name);
    for (const ScheduledEvent *event : schedule.events) {
        if (!run.goesOn())
            break;
        if (event->layer != 0) {
            run.lose(LossKind::Event, *event, run.phrases().layer);
            continue;
        }
        bool isExact = true;
        const QString line = lineOf(rows.row(*event), mapping, isExact);
        if (!isExact)
            run.lose(LossKind::Name, *event,
                     QCoreApplication::translate("Export", "the end of a text that is too long "
                                                           "for its columns"));
        run.out().putText(line);
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

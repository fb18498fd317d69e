// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/mappingpreview.h"

#include "core/formats/textinput.h"

#include <QBuffer>

namespace sf {

namespace {

constexpr qsizetype shownLines = 40;

QStringList firstLines(const QByteArray &head)
{
    QStringList lines;
    bool isUtf8 = true;
    const QString text = decodeText(head, isUtf8);
    for (const QStringView line : QStringView(text).split(u'\n')) {
        if (lines.size() == shownLines)
            break;
        lines += (line.endsWith(u'\r') ? line.chopped(1) : line).toString();
    }
    if (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    return lines;
}

bool isFixed(const QByteArray &head, const ReadOptions &options)
{
    if (options.mapping)
        return options.mapping->isFixed;
    const FormatInfo *format = options.format ? options.format : detectFormat(head, options.label);
    return format && format->id == QLatin1StringView("fixed");
}

/// What a header's names were taken for, as a mapping that can be changed.
ColumnMapping found(const TablePreview &table)
{
    ColumnMapping mapping;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const int column = table.columns[i];
        if (column >= 0)
            mapping.places.insert(static_cast<ColumnField>(i), {table.header.value(column), column + 1, 0});
    }
    return mapping;
}

ColumnMapping foundFixed(const QByteArray &head)
{
    if (const ColumnMapping *preset = fixedPresetFor(headAsUtf8(head)))
        return *preset;
    ColumnMapping mapping;
    mapping.isFixed = true;
    mapping.hasHeader = false;
    return mapping;
}

} // namespace

Result<MappingPreview> previewMapping(QByteArray head, const ReadOptions &options, const Job &job)
{
    if (head.size() >= mappingHeadBytes)
        head.truncate(head.lastIndexOf('\n') + 1);
    MappingPreview preview;
    const bool areFixed = isFixed(head, options);
    ReadOptions reading = options;
    reading.format = findFormat(areFixed ? u"fixed" : u"csv");
    QBuffer buffer(&head);
    buffer.open(QIODevice::ReadOnly);
    preview.lines = firstLines(head);
    if (areFixed) {
        preview.mapping = options.mapping ? *options.mapping : foundFixed(head);
    } else {
        auto table = previewTable(buffer, reading, job);
        if (!table)
            return fail(table.error());
        preview.table = std::move(*table);
        preview.mapping = options.mapping ? *options.mapping : found(preview.table);
        buffer.seek(0);
    }
    IdSource ids(0, 0); // nobody keeps what is read here
    auto read = readSchedule(buffer, reading, ids, job);
    if (read)
        preview.read = std::move(*read);
    else if (read.error().code == ErrorCode::Cancelled)
        return fail(read.error());
    else
        preview.fault = read.error();
    return preview;
}

} // namespace sf

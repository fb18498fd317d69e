// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT

// CSV and TSV, RFC 4180.

#include "core/formats/csvreader.h"
#include "core/formats/csvrows.h"
#include "core/formats/format.h"
#include "core/formats/tablecells.h"

#include <QCoreApplication>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView extensions[]{"csv"_L1, "tsv"_L1, "tab"_L1};
constexpr QLatin1StringView separators[]{"comma"_L1, "semicolon"_L1, "tab"_L1};
constexpr QLatin1StringView times[]{"timecode"_L1, "clock"_L1};

/// By a first line whose names say when and what; any line with separators may be one.
Likeness likeness(QByteArrayView head)
{
    if (head.startsWith('<') || head.startsWith('{') || head.startsWith('[') || head.startsWith('#'))
        return Likeness::None;
    const char separator = sniffSeparator(head);
    qsizetype end = 0;
    while (end < head.size() && head[end] != '\n' && head[end] != '\r')
        ++end;
    if (head.first(end).indexOf(separator) < 0)
        return Likeness::None;
    QStringList names;
    for (const QByteArray &name : head.first(end).toByteArray().split(separator))
        names += QString::fromUtf8(name);
    const ColumnIndexes columns = columnsOfHeader(names);
    const auto has = [&](ColumnField field) { return columns[static_cast<std::size_t>(field)] >= 0; };
    return has(ColumnField::Start) && (has(ColumnField::Title) || has(ColumnField::File))
               ? Likeness::Likely
               : Likeness::Possible;
}

/// A spreadsheet takes what begins so for a formula, and a formula can run programs.
bool isFormulaLike(QStringView text)
{
    if (text.isEmpty())
        return false;
    const bool isNegative = text[0] == u'-' && text.size() > 1 && text[1].isDigit();
    return !isNegative && QStringView(u"=+-@\t").contains(text[0]);
}

class CsvWriter
{
public:
    CsvWriter(QIODevice &device, const ScheduleExport &schedule, const Job &job)
        : m_run(device, schedule, job)
        , m_rows(m_run, m_run.option("times"_L1, "timecode"_L1) == "clock"_L1 ? TableTimes::Clock
                                                                              : TableTimes::Timecode)
        , m_separator(separator(m_run.option("separator"_L1)))
    {
    }

    Result<WriteReport> write()
    {
        for (const char *name : {"Date", "Start", "Duration", "End", "Title", "Episode", "Category", "Type",
                                 "House ID", "File", "In", "Out", "Fixed", "Notes", "UTC offset"})
            plain(name);
        endRow();
        for (const ScheduledEvent *event : m_run.schedule().events) {
            if (!m_run.goesOn())
                break;
            if (event->layer != 0)
                m_run.lose(LossKind::Event, *event, m_run.phrases().layer);
            else
                writeEvent(*event);
        }
        return m_run.finish();
    }

private:
    static QByteArray separator(const QString &name)
    {
        return name == "semicolon"_L1 ? ";" : name == "tab"_L1 ? "\t" : ",";
    }

    void plain(QByteArrayView text)
    {
        if (!m_isFirst)
            m_run.out().put(m_separator);
        m_isFirst = false;
        m_run.out().put(text);
    }

    void endRow()
    {
        m_run.out().put("\r\n");
        m_isFirst = true;
    }

    void cell(const QString &text, const ScheduledEvent &event)
    {
        plain({});
        if (text.isEmpty())
            return;
        bool isExact = true;
        QString clean = cleanText(text, &isExact);
        if (isFormulaLike(clean)) {
            clean.prepend(u'\'');
            isExact = false;
        }
        if (!isExact)
            m_run.lose(LossKind::Name, event,
                       QCoreApplication::translate("Export",
                                                   "the form of a cell: what spreadsheets take for a formula "
                                                   "begins with an apostrophe"));
        if (isPlain(clean)) {
            m_run.out().putText(clean);
            return;
        }
        m_run.out().put("\"");
        m_run.out().putText(clean.replace(u'"', "\"\""_L1));
        m_run.out().put("\"");
    }

    /// Whether a cell needs no quotes.
    bool isPlain(QStringView text) const
    {
        const auto separator = QLatin1Char(m_separator[0]).unicode();
        unsigned special = text.startsWith(u' ') || text.endsWith(u' ') ? 1U : 0U;
        for (const QChar c : text) {
            const char16_t code = c.unicode();
            special |= code == u'"' || code == u'\n' || code == u'\r' || code == separator ? 1U : 0U;
        }
        return special == 0;
    }

    void writeEvent(const ScheduledEvent &event)
    {
        const TableRow row = m_rows.row(event);
        for (const QByteArray &text : {row.date, row.start, row.duration, row.end})
            plain(text);
        cell(row.title, event);
        cell(row.episode, event);
        cell(row.category, event);
        plain(row.kind);
        cell(row.houseNumber, event);
        cell(row.file, event);
        plain(row.mediaIn);
        plain(row.mediaOut);
        plain(row.isFixed ? "Y" : "N");
        cell(row.note, event);
        plain("UTC");
        m_run.out().put(row.offset);
        endRow();
        m_run.written();
    }

    ExportRun m_run;
    TableRows m_rows;
    QByteArray m_separator;
    bool m_isFirst = true;
};

Result<WriteReport> writeCsv(QIODevice &device, const ScheduleExport &schedule, const Job &job)
{
    return CsvWriter(device, schedule, job).write();
}

constexpr FormatOption options[]{
    {.id = "separator"_L1,
     .label = QT_TRANSLATE_NOOP("Export", "What separates the cells"),
     .kind = FormatOption::Kind::Choice,
     .usual = "comma"_L1,
     .choices = separators},
    {.id = "times"_L1,
     .label = QT_TRANSLATE_NOOP("Export", "Times as time code, or as clock with milliseconds"),
     .kind = FormatOption::Kind::Choice,
     .usual = "timecode"_L1,
     .choices = times},
};

} // namespace

constinit const Format csvFormat{
    .id = "csv"_L1,
    .name = "CSV table"_L1,
    .extensions = extensions,
    .likeness = likeness,
    .readSchedule = readCsv,
    .writeSchedule = writeCsv,
    .cannotCarry = QT_TRANSLATE_NOOP("Export", "The table has the main layer alone, and no ids."),
    .options = options,
    .takesMapping = true,
    .precision = TimePrecision::Frame,
};

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/csvreader.h"

#include "core/formats/csvrows.h"

#include <QCoreApplication>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("Import", text); }

struct HeaderName
{
    QLatin1StringView name; ///< lower case, letters and digits alone
    ColumnField field;
};

using enum ColumnField;

/// The first that fits wins, so a column is one thing; of two columns for one field the first counts.
constexpr std::array headerNames{HeaderName{"date"_L1, Date},
                                 HeaderName{"day"_L1, Date},
                                 HeaderName{"txdate"_L1, Date},
                                 HeaderName{"airdate"_L1, Date},
                                 HeaderName{"broadcastdate"_L1, Date},
                                 HeaderName{"start"_L1, Start},
                                 HeaderName{"starttime"_L1, Start},
                                 HeaderName{"startdatetime"_L1, Start},
                                 HeaderName{"time"_L1, Start},
                                 HeaderName{"airtime"_L1, Start},
                                 HeaderName{"txtime"_L1, Start},
                                 HeaderName{"begin"_L1, Start},
                                 HeaderName{"onair"_L1, Start},
                                 HeaderName{"from"_L1, Start},
                                 HeaderName{"startutc"_L1, Start},
                                 HeaderName{"datetime"_L1, Start},
                                 HeaderName{"timestamp"_L1, Start},
                                 HeaderName{"end"_L1, End},
                                 HeaderName{"endtime"_L1, End},
                                 HeaderName{"stop"_L1, End},
                                 HeaderName{"to"_L1, End},
                                 HeaderName{"enddatetime"_L1, End},
                                 HeaderName{"offair"_L1, End},
                                 HeaderName{"duration"_L1, Duration},
                                 HeaderName{"length"_L1, Duration},
                                 HeaderName{"dur"_L1, Duration},
                                 HeaderName{"title"_L1, Title},
                                 HeaderName{"name"_L1, Title},
                                 HeaderName{"program"_L1, Title},
                                 HeaderName{"programme"_L1, Title},
                                 HeaderName{"label"_L1, Title},
                                 HeaderName{"event"_L1, Title},
                                 HeaderName{"show"_L1, Title},
                                 HeaderName{"episode"_L1, Episode},
                                 HeaderName{"episodenumber"_L1, Episode},
                                 HeaderName{"series"_L1, Series},
                                 HeaderName{"category"_L1, Category},
                                 HeaderName{"genre"_L1, Category},
                                 HeaderName{"type"_L1, Kind},
                                 HeaderName{"kind"_L1, Kind},
                                 HeaderName{"eventtype"_L1, Kind},
                                 HeaderName{"houseid"_L1, HouseNumber},
                                 HeaderName{"housenumber"_L1, HouseNumber},
                                 HeaderName{"houseno"_L1, HouseNumber},
                                 HeaderName{"mediaid"_L1, HouseNumber},
                                 HeaderName{"clipid"_L1, HouseNumber},
                                 HeaderName{"materialid"_L1, HouseNumber},
                                 HeaderName{"file"_L1, File},
                                 HeaderName{"filename"_L1, File},
                                 HeaderName{"path"_L1, File},
                                 HeaderName{"url"_L1, File},
                                 HeaderName{"media"_L1, File},
                                 HeaderName{"source"_L1, File},
                                 HeaderName{"clip"_L1, File},
                                 HeaderName{"in"_L1, MediaIn},
                                 HeaderName{"som"_L1, MediaIn},
                                 HeaderName{"markin"_L1, MediaIn},
                                 HeaderName{"out"_L1, MediaOut},
                                 HeaderName{"eom"_L1, MediaOut},
                                 HeaderName{"markout"_L1, MediaOut},
                                 HeaderName{"fixed"_L1, Fixed},
                                 HeaderName{"startmode"_L1, Fixed},
                                 HeaderName{"notes"_L1, Note},
                                 HeaderName{"note"_L1, Note},
                                 HeaderName{"comment"_L1, Note},
                                 HeaderName{"description"_L1, Description},
                                 HeaderName{"synopsis"_L1, Description},
                                 HeaderName{"channel"_L1, Channel},
                                 HeaderName{"utcoffset"_L1, Offset},
                                 HeaderName{"offset"_L1, Offset},
                                 HeaderName{"eventid"_L1, Id},
                                 HeaderName{"id"_L1, Id},
                                 HeaderName{"result"_L1, Outcome},
                                 HeaderName{"status"_L1, Outcome}};

QString plainName(QStringView header)
{
    QString plain;
    for (const QChar c : header) {
        if (c.isLetterOrNumber())
            plain += c.toLower();
    }
    return plain;
}

constexpr std::size_t at(ColumnField field) { return static_cast<std::size_t>(field); }

/// A cell that we guarded against being taken for a formula, as it was.
QString unguarded(const QString &cell)
{
    const bool isGuarded = cell.size() > 1 && cell[0] == u'\'' && QStringView(u"=+-@").contains(cell[1]);
    return isGuarded ? cell.sliced(1) : cell;
}

class CsvReader
{
public:
    CsvReader(QIODevice &device, const ReadOptions &options, const Job &job)
        : m_options(options)
        , m_separator(separatorOf(device, options))
        , m_rows(device, options.label, job, m_separator)
    {
    }

    char separator() const { return m_separator; }
    CsvRows &rows() { return m_rows; }
    const QStringList &header() const { return m_header; }
    const ColumnIndexes &columns() const { return m_columns; }

    /// Goes to the first row of data.
    Status readHeader()
    {
        QStringList cells;
        for (int i = 0; m_options.mapping && i < m_options.mapping->skipLines; ++i)
            m_rows.next(cells);
        if (!m_options.mapping || m_options.mapping->hasHeader) {
            if (!m_rows.next(m_header))
                return m_rows.error() ? Status(fail(*m_rows.error()))
                                      : fail(ErrorCode::FileEmpty, {m_options.label});
        }
        m_columns = m_options.mapping ? mapped(*m_options.mapping) : columnsOfHeader(m_header);
        return {};
    }

    Status checkColumns() const
    {
        const bool hasStart = m_columns[at(Start)] >= 0;
        const bool hasName =
            m_columns[at(Title)] >= 0 || m_columns[at(File)] >= 0 || m_columns[at(HouseNumber)] >= 0;
        if (hasStart && hasName)
            return {};
        const QString why = hasStart
                                ? tr("no column is a title, file or house number (the first line is: %1)")
                                : tr("no column is a start time (the first line is: %1)");
        return fail(ErrorCode::BadMapping, {m_options.label, why.arg(m_header.join(u", "_s).left(300))});
    }

    TableCells cellsOf(const QStringList &row) const
    {
        TableCells cells;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (m_columns[i] >= 0 && m_columns[i] < row.size())
                cells[i] = unguarded(row[m_columns[i]]);
        }
        return cells;
    }

private:
    static char separatorOf(QIODevice &device, const ReadOptions &options)
    {
        if (options.mapping && !options.mapping->separator.isEmpty())
            return options.mapping->separator[0].toLatin1();
        return sniffSeparator(headAsUtf8(device.peek(8192)));
    }

    ColumnIndexes mapped(const ColumnMapping &mapping) const
    {
        ColumnIndexes columns;
        columns.fill(-1);
        for (auto place = mapping.places.begin(); place != mapping.places.end(); ++place) {
            int index = place->at - 1;
            for (qsizetype i = 0; !place->header.isEmpty() && i < m_header.size() && index < 0; ++i) {
                if (m_header[i].trimmed().compare(place->header, Qt::CaseInsensitive) == 0)
                    index = static_cast<int>(i);
            }
            columns[at(place.key())] = std::max(index, -1);
        }
        return columns;
    }

    const ReadOptions &m_options;
    char m_separator;
    CsvRows m_rows;
    QStringList m_header;
    ColumnIndexes m_columns{};
};

/// Makes events of rows. The first thousand wait: they tell in which order dates are.
class CsvImport
{
public:
    CsvImport(CsvReader &reader, const ReadOptions &options, IdSource &ids)
        : m_reader(reader)
        , m_options(options)
        , m_builder(options, ids)
        , m_items(options, options.mapping ? options.mapping->dateOrder : QString())
    {
    }

    Result<ImportedSchedule> read()
    {
        QStringList row;
        while (!m_items.needsDate() && m_reader.rows().next(row)) {
            if (const Status added = addRow(m_reader.cellsOf(row)); !added)
                return fail(added.error());
        }
        if (const Status added = addWaiting(); !added)
            return fail(added.error());
        if (m_items.needsDate())
            return fail(ErrorCode::DateNeeded, {m_options.label});
        return finish();
    }

private:
    Status addRow(TableCells cells)
    {
        const QString &channel = cells[at(ColumnField::Channel)];
        if (!m_options.sourceChannel.isEmpty() && !channel.isEmpty() &&
            channel.compare(m_options.sourceChannel, Qt::CaseInsensitive) != 0)
            return {};
        m_items.lookAtDate(cells[at(ColumnField::Date)]);
        if (!m_isLooking)
            return m_builder.add(m_items.item(cells, m_reader.rows().line()));
        constexpr std::size_t lookedAt = 1000;
        m_waiting.emplace_back(std::move(cells), m_reader.rows().line());
        return m_waiting.size() == lookedAt ? addWaiting() : Status();
    }

    Status addWaiting()
    {
        m_isLooking = false;
        for (const auto &row : m_waiting) {
            if (const Status added = m_builder.add(m_items.item(row.first, row.second)); !added)
                return added;
        }
        m_waiting.clear();
        return {};
    }

    Result<ImportedSchedule> finish()
    {
        CsvRows &rows = m_reader.rows();
        if (auto error = rows.error()) {
            if (error->code == ErrorCode::NotWellFormed)
                error->args[4] = QString::number(m_builder.total());
            if (error->code != ErrorCode::NotWellFormed || !m_options.isPartial)
                return fail(*error);
            const QString text =
                tr("The file is not well formed here (%1); the %2 events before were taken.");
            m_builder.warn(rows.line(), text.arg(error->args.value(3)).arg(m_builder.total()));
        }
        if (!rows.isUtf8())
            m_builder.warn(0, tr("The file is not UTF-8; such texts were read as Windows-1252."));
        if (m_items.hasNaiveTimes())
            m_builder.schedule().assumedZone = m_items.clock().zoneName();
        return m_builder.take();
    }

    CsvReader &m_reader;
    const ReadOptions &m_options;
    ScheduleBuilder m_builder;
    TableItems m_items;
    std::vector<std::pair<TableCells, std::int64_t>> m_waiting;
    bool m_isLooking = true;
};

} // namespace

ColumnIndexes columnsOfHeader(const QStringList &header)
{
    ColumnIndexes columns;
    columns.fill(-1);
    for (qsizetype i = 0; i < header.size(); ++i) {
        const QString name = plainName(header[i]);
        for (const HeaderName &known : headerNames) {
            if (name == known.name && columns[at(known.field)] < 0) {
                columns[at(known.field)] = static_cast<int>(i);
                break;
            }
        }
    }
    return columns;
}

Result<TablePreview> previewTable(QIODevice &device, const ReadOptions &options, const Job &job)
{
    CsvReader reader(device, options, job);
    if (const Status read = reader.readHeader(); !read)
        return fail(read.error());
    TablePreview preview{QString(QLatin1Char(reader.separator())), reader.header(), {}, reader.columns()};
    QStringList row;
    while (preview.rows.size() < 20 && reader.rows().next(row))
        preview.rows += row;
    return preview;
}

Result<ImportedSchedule> readCsv(QIODevice &device, const ReadOptions &options, IdSource &ids, const Job &job)
{
    CsvReader reader(device, options, job);
    if (const Status read = reader.readHeader(); !read)
        return fail(read.error());
    if (const Status checked = reader.checkColumns(); !checked)
        return fail(checked.error());
    return CsvImport(reader, options, ids).read();
}

} // namespace sf

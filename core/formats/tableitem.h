// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/formats/columnmapping.h"
#include "core/formats/localtimes.h"
#include "core/formats/schedulebuilder.h"

#include <array>
#include <optional>

namespace sf {

/// The cells of one line, by what they mean; empty where there is none.
using TableCells = std::array<QString, static_cast<std::size_t>(ColumnField::Count)>;

/// Makes events of the lines of tables: dates in three orders, times as time code, clock or ISO 8601, lengths, an end or
/// a duration. Times are wall time of the channel; hours past 24 belong to the broadcast day that the date
/// names.
class TableItems
{
public:
    TableItems(const ReadOptions &options, QString dateOrder);

    /// For finding out in which order dates are: a look at every date of the file's head.
    void lookAtDate(QStringView text);
    /// The event; what is wrong with it is its fault. `line` from 1.
    ImportedItem item(const TableCells &cells, std::int64_t line);
    /// Whether a line without date had to be placed by options.date and there was none.
    bool needsDate() const { return m_needsDate; }
    const ChannelClock &clock() const { return m_times.clock(); }
    /// Whether any time had no offset.
    bool hasNaiveTimes() const { return m_hasNaiveTimes; }

private:
    std::optional<QDate> dateOf(QStringView text) const;
    Result<TimePoint> startOf(const TableCells &cells);
    Result<TimePoint> timeOn(QDate date, QStringView text, const TableCells &cells);
    Result<Millis> lengthOf(QStringView text, TimePoint start) const;
    Status readEnd(const TableCells &cells, ImportedItem &item);
    void readMedia(const TableCells &cells, ImportedItem &item) const;

    const ReadOptions &m_options;
    LocalTimes m_times;
    QString m_dateOrder;
    bool m_isDateOrderGiven;
    std::optional<QDate> m_date; ///< of the line before
    std::optional<TimePoint> m_lastStart;
    std::optional<TimePoint> m_lastEnd;
    bool m_needsDate = false;
    bool m_hasNaiveTimes = false;
};

/// What a column calls a kind: "PGM", "COM", "ID", "Promo" …; none where it means nothing.
std::optional<AssetKind> kindFrom(QStringView text);
/// "PGM", "COM", "PRO", "ID", "FIL", "LIV".
QLatin1StringView shortKind(AssetKind kind);

} // namespace sf

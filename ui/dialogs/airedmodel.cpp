// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/airedmodel.h"

#include "core/schedule/issuetext.h"
#include "ui/session/walltext.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>

namespace sf {

namespace {

QVariant signOf(AiringVerdict verdict)
{
    switch (verdict) {
    case AiringVerdict::AsPlanned:
        return icon(Sign::Good, Tone::Good);
    case AiringVerdict::Early:
    case AiringVerdict::Late:
        return icon(Sign::Clock, Tone::Warning);
    case AiringVerdict::Short:
        return icon(Sign::Warning, Tone::Warning);
    case AiringVerdict::Failed:
    case AiringVerdict::NotAired:
        return icon(Sign::Error, Tone::Error);
    case AiringVerdict::NotPlanned:
        return icon(Sign::Info, Tone::Accent);
    case AiringVerdict::Awaited:
        return icon(Sign::Clock, Tone::Dim);
    }
    return {};
}

QString signedLength(Millis length)
{
    const QString text = spokenLength(std::chrono::abs(length));
    return (length < Millis::zero() ? QStringLiteral("− ") : QStringLiteral("+ ")) + text;
}

} // namespace

QString verdictText(AiringVerdict verdict)
{
    static constexpr std::array<const char *, verdictCount> texts{
        QT_TRANSLATE_NOOP("sf::AiredModel", "As planned"),
        QT_TRANSLATE_NOOP("sf::AiredModel", "Early"),
        QT_TRANSLATE_NOOP("sf::AiredModel", "Late"),
        QT_TRANSLATE_NOOP("sf::AiredModel", "Short"),
        QT_TRANSLATE_NOOP("sf::AiredModel", "Failed"),
        QT_TRANSLATE_NOOP("sf::AiredModel", "Not aired"),
        QT_TRANSLATE_NOOP("sf::AiredModel", "Not planned"),
        QT_TRANSLATE_NOOP("sf::AiredModel", "Still to come")};
    return QCoreApplication::translate("sf::AiredModel", texts[static_cast<std::size_t>(verdict)]);
}

void AiredModel::setRows(std::vector<Row> rows, const ChannelClock &clock)
{
    beginResetModel();
    m_rows = std::move(rows);
    m_clock = clock;
    m_counts.fill(0);
    for (const Row &row : m_rows)
        ++m_counts[static_cast<std::size_t>(row.verdict)];
    endResetModel();
}

int AiredModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int AiredModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString AiredModel::text(const Row &row, int column) const
{
    switch (column) {
    case Verdict:
        return verdictText(row.verdict);
    case Title:
        return row.title;
    case Planned:
        return row.planned ? wallText(m_clock, row.planned->start) : QString();
    case PlannedLength:
        return row.planned ? spokenLength(row.planned->duration) : QString();
    case Aired:
        return row.aired ? wallText(m_clock, row.aired->start) : QString();
    case AiredLength:
        return row.aired ? spokenLength(row.aired->duration) : QString();
    default:
        return row.planned && row.aired && row.late != Millis::zero() ? signedLength(row.late) : QString();
    }
}

QVariant AiredModel::sortKey(const Row &row, int column)
{
    const auto startOf = [](const std::optional<TimeRange> &range) {
        return range ? qlonglong(toMs(range->start)) : std::numeric_limits<qlonglong>::max();
    };
    switch (column) {
    case Verdict:
        return int(row.verdict);
    case Title:
        return row.title.toCaseFolded();
    case Planned:
        return row.planned ? startOf(row.planned)
                           : startOf(row.aired); // what was not planned, among the rest
    case PlannedLength:
        return row.planned ? qlonglong(row.planned->duration.count()) : -1;
    case Aired:
        return startOf(row.aired);
    case AiredLength:
        return row.aired ? qlonglong(row.aired->duration.count()) : -1;
    default:
        return qlonglong(row.late.count());
    }
}

QVariant AiredModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return index.column() == Title ? QVariant(row.title) : QVariant();
    case Qt::DecorationRole:
        return index.column() == Verdict ? signOf(row.verdict) : QVariant();
    case Qt::UserRole:
        return sortKey(row, index.column());
    case Qt::FontRole:
        return index.column() > Title ? QVariant(figureFont()) : QVariant();
    case Qt::TextAlignmentRole:
        if (index.column() == PlannedLength || index.column() == AiredLength || index.column() == Late)
            return QVariant(Qt::AlignVCenter | Qt::AlignRight);
        return {};
    default:
        return {};
    }
}

QVariant AiredModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    static constexpr std::array<const char *, ColumnCount> names{
        QT_TR_NOOP("Verdict"), QT_TR_NOOP("Title"),  QT_TR_NOOP("Planned"), QT_TR_NOOP("Length"),
        QT_TR_NOOP("Aired"),   QT_TR_NOOP("Length"), QT_TR_NOOP("Off by")};
    return tr(names[static_cast<std::size_t>(section)]);
}

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/panels/sharechart.h"

#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <cmath>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

constexpr int narrowestColumn = 320;
constexpr int mostColumns = 4;
constexpr int columnGap = 24;
constexpr int nameWidth = 104;
constexpr int figureWidth = 104;
constexpr int barInset = 6; ///< from a row's edges
constexpr double noticeable = 0.0005;

/// "32", "0.4", "31.5": as many digits as tell something.
QString percent(double share)
{
    const double value = 100 * share;
    const bool isWhole = std::abs(value - std::round(value)) < 0.05;
    return QString::number(value, 'f', isWhole ? 0 : 1);
}

bool isShort(const ShareRow &row) { return row.wanted && row.planned + noticeable < *row.wanted; }

} // namespace

QString shareText(const ShareRow &row)
{
    if (!row.wanted)
        return ShareChart::tr("%1: %2 %").arg(row.name, percent(row.planned));
    const QString both = ShareChart::tr("%1: %2 % planned, %3 % wanted")
                             .arg(row.name, percent(row.planned), percent(*row.wanted));
    return isShort(row) ? ShareChart::tr("%1, %2 % short").arg(both, percent(*row.wanted - row.planned))
                        : both;
}

ShareChart::ShareChart(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Shares of airtime"));
    fitHeight();
}

void ShareChart::setRows(std::vector<ShareRow> rows)
{
    if (rows == m_rows)
        return;
    m_rows = std::move(rows);
    QStringList lines;
    for (const ShareRow &row : m_rows)
        lines << shareText(row);
    setAccessibleDescription(lines.join(u'\n'));
    fitHeight();
    update();
}

int ShareChart::columns() const
{
    return std::clamp((width() - space::large) / (narrowestColumn + columnGap), 1, mostColumns);
}

int ShareChart::rowsInColumn() const { return (static_cast<int>(m_rows.size()) + columns() - 1) / columns(); }

QSize ShareChart::sizeHint() const
{
    return {narrowestColumn, rowsInColumn() * space::row + 2 * space::unit};
}

void ShareChart::fitHeight() { setMinimumHeight(sizeHint().height()); }

void ShareChart::resizeEvent(QResizeEvent *) { fitHeight(); }

QRect ShareChart::rowRect(int row) const
{
    const int each = std::max(1, rowsInColumn());
    const int span = (width() - space::large + columnGap) / columns();
    return {space::small + (row / each) * span, space::unit + (row % each) * space::row, span - columnGap,
            space::row};
}

void ShareChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    double widest = 0.01;
    for (const ShareRow &row : m_rows)
        widest = std::max({widest, row.planned, row.wanted.value_or(0)});
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        paintRow(painter, rowRect(static_cast<int>(i)), m_rows[i], widest);
}

void ShareChart::paintRow(QPainter &painter, const QRect &rect, const ShareRow &row, double widest) const
{
    const Tokens &t = tokens();
    const QFontMetrics metrics(font());
    const QRect name(rect.left(), rect.top(), nameWidth, rect.height());
    painter.setFont(font());
    painter.setPen(t.text);
    painter.drawText(name, Qt::AlignVCenter | Qt::AlignLeft,
                     metrics.elidedText(row.name, Qt::ElideRight, nameWidth - space::small));
    const QRect bar(name.right() + 1, rect.top() + barInset,
                    rect.width() - nameWidth - figureWidth - space::small, rect.height() - 2 * barInset);
    const auto xAt = [&](double share) {
        return bar.left() + static_cast<int>(std::lround(share / widest * (bar.width() - 2)));
    };
    painter.fillRect(bar, t.lane);
    const QColor fill =
        row.fill >= 0 ? t.categories[static_cast<std::size_t>(row.fill) % t.categories.size()] : t.accent;
    const int end = std::max(xAt(row.planned), bar.left() + (row.planned > 0 ? 2 : 0));
    painter.fillRect(QRect(bar.topLeft(), QPoint(end - 1, bar.bottom())), fill);
    if (row.wanted) {
        const int mark = xAt(*row.wanted);
        if (isShort(row)) {
            painter.setPen(QPen(t.warning, 1, Qt::DashLine));
            painter.drawRect(QRect(QPoint(end, bar.top()), QPoint(mark - 1, bar.bottom() - 1)));
        }
        painter.fillRect(mark, bar.top() - 4, 2, bar.height() + 8, t.text);
    }
    painter.setFont(figureFont());
    painter.setPen(isShort(row) ? t.warning : t.text);
    const QRect figures(rect.right() - figureWidth + 1, rect.top(), figureWidth, rect.height());
    const QString figure = tr("%1 %").arg(percent(row.planned));
    painter.drawText(figures, Qt::AlignVCenter | Qt::AlignLeft, figure);
    if (!row.wanted)
        return;
    painter.setPen(t.dimText);
    painter.drawText(figures, Qt::AlignVCenter | Qt::AlignRight, tr("of %1 %").arg(percent(*row.wanted)));
}

bool ShareChart::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (rowRect(static_cast<int>(i)).contains(help->pos())) {
            QToolTip::showText(help->globalPos(), shareText(m_rows[i]), this);
            return true;
        }
    }
    QToolTip::hideText();
    return true;
}

} // namespace sf

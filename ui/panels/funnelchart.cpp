// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/panels/funnelchart.h"

#include "ui/theme/theme.h"

#include <QLocale>
#include <QPainter>

#include <cmath>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

constexpr int barInset = 6;
constexpr int gapWidth = 8; ///< between name, bar and number

} // namespace

QString stepText(FunnelStep step)
{
    switch (step) {
    case FunnelStep::Library:
        return FunnelChart::tr("In the library");
    case FunnelStep::Daypart:
        return FunnelChart::tr("For this daypart");
    case FunnelStep::Playable:
        return FunnelChart::tr("Can be played");
    case FunnelStep::Rights:
        return FunnelChart::tr("With rights");
    case FunnelStep::Hours:
        return FunnelChart::tr("At this hour");
    case FunnelStep::Fits:
        return FunnelChart::tr("Short enough");
    case FunnelStep::Cooldown:
        return FunnelChart::tr("Out of cooldown");
    case FunnelStep::Limits:
        return FunnelChart::tr("Within limits");
    case FunnelStep::Rules:
        return FunnelChart::tr("By all rules");
    }
    return {};
}

FunnelChart::FunnelChart(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("How many were left after each step"));
    setToolTip(tr("How many assets were left after each step"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void FunnelChart::setFunnel(std::vector<FunnelCount> funnel)
{
    m_funnel = std::move(funnel);
    QStringList lines;
    for (const FunnelCount &count : m_funnel)
        lines << u"%1: %2"_s.arg(stepText(count.step), QLocale().toString(count.left));
    setAccessibleDescription(lines.join(u'\n'));
    updateGeometry();
    update();
}

QSize FunnelChart::sizeHint() const { return {200, static_cast<int>(m_funnel.size()) * space::rowCompact}; }

int FunnelChart::filledWidth(std::int64_t left, int width) const
{
    std::int64_t most = 1;
    for (const FunnelCount &count : m_funnel)
        most = std::max(most, count.left);
    const int filled =
        static_cast<int>(std::lround(static_cast<double>(left) / static_cast<double>(most) * width));
    return left > 0 ? std::max(1, filled) : 0; // something is never shown as nothing
}

void FunnelChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens();
    const QFontMetrics names(font());
    const QFontMetrics figures(figureFont());
    int nameWidth = 0;
    int figureWidth = 0;
    for (const FunnelCount &count : m_funnel) {
        nameWidth = std::max(nameWidth, names.horizontalAdvance(stepText(count.step)));
        figureWidth = std::max(figureWidth, figures.horizontalAdvance(QLocale().toString(count.left)));
    }
    const int barLeft = nameWidth + gapWidth;
    const int barWidth = std::max(0, width() - barLeft - figureWidth - gapWidth);
    std::int64_t before = m_funnel.empty() ? 0 : m_funnel.front().left;
    for (std::size_t i = 0; i < m_funnel.size(); ++i) {
        const FunnelCount &count = m_funnel[i];
        const QRect row(0, static_cast<int>(i) * space::rowCompact, width(), space::rowCompact);
        const bool isSame = i > 0 && count.left == before; // the step has shut nobody out
        painter.setFont(font());
        painter.setPen(isSame ? t.dimText : t.text);
        painter.drawText(row, Qt::AlignVCenter | Qt::AlignLeft, stepText(count.step));
        const QRect bar(barLeft, row.top() + barInset, barWidth, row.height() - 2 * barInset);
        painter.fillRect(bar, t.lane);
        const int filled = filledWidth(count.left, bar.width());
        painter.fillRect(bar.left(), bar.top(), filled, bar.height(),
                         isSame ? mixed(t.panel, t.accent, 0.5) : t.accent);
        painter.setFont(figureFont());
        painter.drawText(row, Qt::AlignVCenter | Qt::AlignRight, QLocale().toString(count.left));
        before = count.left;
    }
}

} // namespace sf

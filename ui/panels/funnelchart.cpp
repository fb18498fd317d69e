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

double reach(std::int64_t count) { return std::log1p(static_cast<double>(count)); }

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
    setToolTip(tr("How many assets were left after each step; the bars grow with the number of digits"));
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

void FunnelChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens();
    const QFontMetrics names(font());
    const QFontMetrics figures(figureFont());
    int nameWidth = 0;
    int figureWidth = 0;
    double widest = 1;
    for (const FunnelCount &count : m_funnel) {
        nameWidth = std::max(nameWidth, names.horizontalAdvance(stepText(count.step)));
        figureWidth = std::max(figureWidth, figures.horizontalAdvance(QLocale().toString(count.left)));
        widest = std::max(widest, reach(count.left));
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
        const int filled = static_cast<int>(std::lround(reach(count.left) / widest * bar.width()));
        painter.fillRect(bar.left(), bar.top(), filled, bar.height(),
                         isSame ? mixed(t.panel, t.accent, 0.5) : t.accent);
        painter.setFont(figureFont());
        painter.drawText(row, Qt::AlignVCenter | Qt::AlignRight, QLocale().toString(count.left));
        before = count.left;
    }
}

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/planning/hoursgrid.h"

#include "core/time/timeofday.h"
#include "ui/planning/choices.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

constexpr int hoursInDay = 24;
constexpr int gutterWidth = 40;
constexpr int headerHeight = 18;
constexpr int cellHeight = 18;
constexpr int smallestCell = 14;
constexpr int usualCell = 20;
constexpr int labelEvery = 3;

std::size_t bitOf(int day, int hour) { return static_cast<std::size_t>(day * hoursInDay + hour); }

QString timeText(int hour) { return timeOfDayText(std::chrono::hours(hour)); }

/// "06:00–09:00, 20:00–24:00"; empty where no hour of the day is allowed.
QString dayText(const HoursMask &hours, int day)
{
    QStringList parts;
    for (int hour = 0; hour < hoursInDay; ++hour) {
        if (!hours[bitOf(day, hour)])
            continue;
        const int from = hour;
        while (hour < hoursInDay && hours[bitOf(day, hour)])
            ++hour;
        if (hour - from == hoursInDay)
            return HoursGrid::tr("all day");
        parts << u"%1–%2"_s.arg(timeText(from), timeText(hour));
    }
    return parts.join(u", "_s);
}

/// "Mon–Fri", "Sat, Sun".
QString daysText(int first, int last)
{
    if (first == last)
        return shortWeekdayName(first);
    return (last == first + 1 ? u"%1, %2"_s : u"%1–%2"_s)
        .arg(shortWeekdayName(first), shortWeekdayName(last));
}

} // namespace

HoursGrid::HoursGrid(QWidget *parent)
    : QWidget(parent)
{
    m_hours.set();
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Hours of the week"));
    setToolTip(tr("Click or drag to allow or forbid hours; a day's or an hour's title takes all of it"));
    describe();
}

void HoursGrid::setHours(const std::optional<HoursMask> &hours)
{
    m_isSeveral = false;
    m_hours = hours.value_or(HoursMask().set());
    describe();
    update();
}

void HoursGrid::setSeveral()
{
    setHours(std::nullopt);
    m_isSeveral = true;
}

std::optional<HoursMask> HoursGrid::hours() const
{
    return m_hours.all() ? std::nullopt : std::optional(m_hours);
}

QSize HoursGrid::sizeHint() const
{
    return {gutterWidth + hoursInDay * usualCell, headerHeight + daysInWeek * cellHeight};
}

QSize HoursGrid::minimumSizeHint() const
{
    return {gutterWidth + hoursInDay * smallestCell, headerHeight + daysInWeek * cellHeight};
}

QRect HoursGrid::cellRect(int day, int hour) const
{
    const int width = std::max(smallestCell, (this->width() - gutterWidth) / hoursInDay);
    return {gutterWidth + hour * width, headerHeight + day * cellHeight, width - 1, cellHeight - 1};
}

HoursGrid::Cell HoursGrid::cellAt(QPoint pos) const
{
    const int width = cellRect(0, 1).left() - cellRect(0, 0).left();
    Cell cell;
    cell.hour = pos.x() < gutterWidth ? -1 : std::min((pos.x() - gutterWidth) / width, hoursInDay - 1);
    cell.day = pos.y() < headerHeight ? -1 : std::min((pos.y() - headerHeight) / cellHeight, daysInWeek - 1);
    return cell;
}

void HoursGrid::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(figureFont());
    painter.setPen(tokens().dimText);
    for (int hour = 0; hour < hoursInDay; hour += labelEvery) {
        const QRect at(cellRect(0, hour).left(), 0, labelEvery * cellRect(0, 0).width(), headerHeight);
        painter.drawText(at, Qt::AlignLeft | Qt::AlignVCenter, timeText(hour).left(2));
    }
    const QColor allowed = mixed(tokens().lane, tokens().accent, m_isSeveral || !isEnabled() ? 0.2 : 0.55);
    for (int day = 0; day < daysInWeek; ++day) {
        painter.drawText(QRect(0, cellRect(day, 0).top(), gutterWidth - space::unit, cellHeight),
                         Qt::AlignLeft | Qt::AlignVCenter, shortWeekdayName(day));
        for (int hour = 0; hour < hoursInDay; ++hour) {
            const QRect cell = cellRect(day, hour);
            painter.fillRect(cell, m_hours[bitOf(day, hour)] ? allowed : tokens().background);
            if (!m_hours[bitOf(day, hour)]) // shape first: a forbidden hour has a dash
                painter.fillRect(QRect(cell.center() - QPoint(2, 0), QSize(5, 1)), tokens().dimText);
        }
    }
    if (hasFocus()) {
        painter.setPen(tokens().text);
        painter.drawRect(cellRect(m_current.day, m_current.hour).adjusted(0, 0, -1, -1));
    }
}

void HoursGrid::paintCells(Cell from, Cell to)
{
    const auto span = [](int a, int b, int count) { // a title stands for all of its row or column
        return a < 0 ? std::pair(0, count - 1) : std::pair(std::min(a, std::max(b, 0)), std::max(a, b));
    };
    const auto [firstDay, lastDay] = span(from.day, to.day, daysInWeek);
    const auto [firstHour, lastHour] = span(from.hour, to.hour, hoursInDay);
    HoursMask painted = m_before;
    for (int day = firstDay; day <= lastDay; ++day) {
        for (int hour = firstHour; hour <= lastHour; ++hour)
            painted[bitOf(day, hour)] = m_allows;
    }
    if (painted == m_hours && !m_isSeveral)
        return;
    m_isSeveral = false;
    m_hours = painted;
    describe();
    update();
    Q_EMIT changed();
}

void HoursGrid::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const Cell cell = cellAt(event->pos());
    const Cell known{std::max(cell.day, 0), std::max(cell.hour, 0)};
    m_from = cell;
    m_before = m_hours;
    m_allows = !m_hours[bitOf(known.day, known.hour)];
    m_current = known;
    paintCells(cell, cell);
}

void HoursGrid::mouseMoveEvent(QMouseEvent *event)
{
    if (m_from)
        paintCells(*m_from, cellAt(event->pos()));
}

void HoursGrid::mouseReleaseEvent(QMouseEvent *) { m_from.reset(); }

void HoursGrid::moveTo(Cell cell)
{
    m_current = {std::clamp(cell.day, 0, daysInWeek - 1), std::clamp(cell.hour, 0, hoursInDay - 1)};
    describe();
    update();
}

void HoursGrid::keyPressEvent(QKeyEvent *event)
{
    const Cell at = m_current;
    Cell to = at;
    switch (event->key()) {
    case Qt::Key_Left:
        --to.hour;
        break;
    case Qt::Key_Right:
        ++to.hour;
        break;
    case Qt::Key_Up:
        --to.day;
        break;
    case Qt::Key_Down:
        ++to.day;
        break;
    case Qt::Key_Space:
        m_before = m_hours;
        m_allows = !m_hours[bitOf(at.day, at.hour)];
        paintCells(at, at);
        return;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    moveTo(to);
    if ((event->modifiers() & Qt::ShiftModifier) != 0) { // takes the state along
        m_before = m_hours;
        m_allows = m_hours[bitOf(at.day, at.hour)];
        paintCells(m_current, m_current);
    }
}

void HoursGrid::describe()
{
    const QString hour = u"%1 %2"_s.arg(weekdayName(m_current.day), timeText(m_current.hour));
    setAccessibleDescription((m_hours[bitOf(m_current.day, m_current.hour)] ? tr("%1: allowed. All: %2")
                                                                            : tr("%1: not allowed. All: %2"))
                                 .arg(hour, hoursText(hours())));
}

QString hoursText(const std::optional<HoursMask> &hours)
{
    if (!hours || hours->all())
        return HoursGrid::tr("any hour");
    if (hours->none())
        return HoursGrid::tr("no hour at all");
    QStringList parts;
    for (int day = 0; day < daysInWeek; ++day) {
        const QString text = dayText(*hours, day);
        const int first = day;
        while (day + 1 < daysInWeek && dayText(*hours, day + 1) == text)
            ++day;
        if (!text.isEmpty())
            parts << daysText(first, day) + u' ' + text;
    }
    return parts.join(u"; "_s);
}

} // namespace sf

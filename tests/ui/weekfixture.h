// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "uifixture.h"

#include "core/schedule/planobjects.h"
#include "ui/planning/templatedialog.h"
#include "ui/planning/weekgrid.h"

#include <QMouseEvent>

namespace sf::test {

constexpr Millis weekDayStart = 6h;
constexpr int monday = 1 << 0;
constexpr int tuesday = 1 << 1;
constexpr int wednesday = 1 << 2;
constexpr int sunday = 1 << 6;

inline Daypart madeDaypart(const QString &name, int mask, Millis from, Millis until)
{
    Daypart daypart;
    daypart.name = name;
    daypart.dayMask = mask;
    daypart.from = from;
    daypart.until = until;
    return daypart;
}

/// A station with a channel in Rome whose day starts at 06:00, and the dialog of a week template on it.
class WeekBench
{
protected:
    void start();
    void stop();
    TemplateDialog *opened(WeekTemplate week, bool isNew = false);
    WeekTemplate fresh();
    WeekTemplate stored(WeekTemplate week);
    WeekGrid &grid() { return m_week->grid(); }
    const std::vector<Daypart> &dayparts() { return grid().scene().dayparts; }
    /// Where a wall time of a column is.
    QPoint at(int column, Millis wall);
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {});
    /// "mask from until" of a block, the times in minutes from midnight.
    QString shown(std::size_t place = 0);

    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<StationEditor> m_editor;
    std::unique_ptr<QDialog> m_dialog;
    TemplateDialog *m_week = nullptr;
};

inline void WeekBench::start()
{
    m_workspace = std::make_unique<Workspace>();
    m_editor = std::make_unique<StationEditor>([] { return noon(); });
    openStation(*m_editor, m_workspace->path(u"station.sqlite"_s));
    Channel channel;
    channel.name = u"Rome"_s;
    channel.zone = u"Europe/Rome"_s;
    channel.dayStart = weekDayStart;
    if (!m_editor->addChannel(std::move(channel)))
        qFatal("the test's channel can't be added");
}

inline void WeekBench::stop()
{
    m_dialog.reset();
    m_editor.reset();
}

inline WeekTemplate WeekBench::fresh()
{
    WeekTemplate week;
    week.id = m_editor->document()->ids().next<TemplateId>();
    week.channel = m_editor->channel()->id;
    week.name = u"Week"_s;
    return week;
}

inline WeekTemplate WeekBench::stored(WeekTemplate week)
{
    if (!m_editor->apply(setObjects(m_editor->station(), std::vector{week}, m_editor->stamp())))
        qFatal("the test's template can't be added");
    return week;
}

inline TemplateDialog *WeekBench::opened(WeekTemplate week, bool isNew)
{
    m_week = new TemplateDialog(*m_editor, std::move(week), isNew);
    m_week->setAttribute(Qt::WA_DeleteOnClose, false);
    m_dialog.reset(m_week);
    m_week->resize(1180, 760);
    m_week->show();
    if (!QTest::qWaitForWindowExposed(m_week))
        qFatal("the dialog does not show");
    return m_week;
}

inline QPoint WeekBench::at(int column, Millis wall)
{
    const WeekGridLayout &layout = grid().scene().layout;
    return QPoint(layout.columnRect(column).center().x(), layout.yAt(wall - weekDayStart));
}

inline void WeekBench::drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers)
{
    QWidget *viewport = grid().viewport();
    QTest::mousePress(viewport, Qt::LeftButton, modifiers, from);
    for (int i = 1; i <= 4; ++i) { // as a hand does it
        QMouseEvent move(QEvent::MouseMove, from + (to - from) * i / 4,
                         viewport->mapToGlobal(from + (to - from) * i / 4), Qt::NoButton, Qt::LeftButton,
                         modifiers);
        QApplication::sendEvent(viewport, &move);
    }
    QTest::mouseRelease(viewport, Qt::LeftButton, modifiers, to);
}

inline QString WeekBench::shown(std::size_t place)
{
    const Daypart &daypart = dayparts().at(place);
    return u"%1 %2 %3"_s.arg(daypart.dayMask).arg(daypart.from / 1min).arg(daypart.until / 1min);
}

} // namespace sf::test

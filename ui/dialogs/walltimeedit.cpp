// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/walltimeedit.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QLineEdit>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

/// A click picks the part that it hits, so that what is typed next takes its place. Qt leaves the cursor within a year
/// that is full and takes no digit then.
class PartPicker : public QObject
{
public:
    explicit PartPicker(QDateTimeEdit &edit)
        : QObject(&edit)
        , m_edit(edit)
        , m_line(edit.findChild<QLineEdit *>())
    {
        m_line->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::MouseButtonRelease && !m_line->hasSelectedText())
            m_edit.setSelectedSection(m_edit.currentSection());
        return QObject::eventFilter(watched, event);
    }

private:
    QDateTimeEdit &m_edit;
    QLineEdit *m_line;
};

} // namespace

DateEdit::DateEdit(const QString &format, QWidget *parent)
    : QDateEdit(parent)
{
    setDisplayFormat(format);
    setCalendarPopup(true);
    setFont(figureFont());
    new PartPicker(*this);
}

WallTimeEdit::WallTimeEdit(QWidget *parent)
    : QDateTimeEdit(parent)
{
    // The widget thinks that it shows UTC, whose days have no holes: only ChannelClock knows the wall's.
    setTimeSpec(Qt::UTC);
    setDisplayFormat(u"yyyy-MM-dd HH:mm:ss"_s);
    setCalendarPopup(true);
    setFont(figureFont());
    new PartPicker(*this);
}

void WallTimeEdit::setWall(LocalTime t)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(t.time_since_epoch()).count();
    setDateTime(QDateTime::fromMSecsSinceEpoch(seconds * 1000, Qt::UTC));
}

void WallTimeEdit::setInstant(const ChannelClock &clock, TimePoint t) { setWall(clock.toLocal(t)); }

Result<TimePoint> WallTimeEdit::instant(const ChannelClock &clock) const
{
    const Result<ResolvedTime> resolved = clock.toUtc(wall());
    if (!resolved)
        return fail(resolved.error());
    return resolved->time;
}

} // namespace sf

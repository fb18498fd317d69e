// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/walltimeedit.h"

#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QLineEdit>

#include <utility>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView separators = u"-: ./T";

/// What is typed takes the place of what is picked: after a click the part that it hits, and where all is picked all,
/// from the year on. Qt leaves the cursor within a year that is full and takes no digit then.
class PartPicker : public QObject
{
public:
    explicit PartPicker(QDateTimeEdit &edit)
        : QObject(&edit)
        , m_edit(edit)
        , m_line(edit.findChild<QLineEdit *>())
    {
        m_line->installEventFilter(this);
        edit.installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::MouseButtonRelease && !m_line->hasSelectedText())
            m_edit.setSelectedSection(m_edit.currentSection());
        const bool isKey = event->type() == QEvent::KeyPress && watched == &m_edit;
        const QString typed = isKey ? static_cast<QKeyEvent *>(event)->text() : QString();
        return typed.isEmpty() ? QObject::eventFilter(watched, event) : take(typed.front());
    }

private:
    /// Whether nothing is left to do: the mark after a part that is full, when the next one is picked already.
    bool take(QChar typed)
    {
        if (!typed.isDigit()) {
            const int last = std::exchange(m_lastDigitIn, -1);
            const bool isPicked = last >= 0 && last != m_edit.currentSectionIndex();
            return isPicked && separators.contains(typed);
        }
        if (m_line->hasSelectedText() && m_line->selectedText() == m_line->text())
            m_edit.setSelectedSection(QDateTimeEdit::YearSection);
        m_lastDigitIn = m_edit.currentSectionIndex();
        return false;
    }

    QDateTimeEdit &m_edit;
    QLineEdit *m_line;
    int m_lastDigitIn = -1; ///< the part, by its place
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

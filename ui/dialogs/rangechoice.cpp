// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/rangechoice.h"

#include "ui/dialogs/walltimeedit.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>

namespace sf {

namespace {

enum Preset { Day, Week, NextDays, Own };

constexpr int daysOfWeek = 7;

} // namespace

RangeChoice::RangeChoice(const ChannelClock &clock, TimeRange shown, TimePoint now, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_shown(shown)
    , m_now(now)
    , m_preset(new QComboBox(this))
    , m_from(new WallTimeEdit(this))
    , m_to(new WallTimeEdit(this))
{
    m_preset->addItems({tr("This day"), tr("This week"), tr("Next 7 days"), tr("From … to …")});
    m_preset->setAccessibleName(tr("Range"));
    m_from->setAccessibleName(tr("From"));
    m_to->setAccessibleName(tr("To"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    layout->addWidget(m_preset);
    layout->addWidget(m_from, 1);
    layout->addWidget(new QLabel(tr("to")));
    layout->addWidget(m_to, 1);
    setFocusProxy(m_preset);
    takePreset();
    connect(m_preset, &QComboBox::activated, this, [this] {
        takePreset();
        Q_EMIT changed();
    });
    connect(m_from, &QDateTimeEdit::dateTimeChanged, this, &RangeChoice::changed);
    connect(m_to, &QDateTimeEdit::dateTimeChanged, this, &RangeChoice::changed);
}

void RangeChoice::takePreset()
{
    const QDate shown = m_clock.broadcastDate(m_shown.start);
    TimeRange range = m_shown;
    const bool isOwn = m_preset->currentIndex() == Own;
    m_from->setEnabled(isOwn);
    m_to->setEnabled(isOwn);
    if (isOwn) {
        m_from->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (m_preset->currentIndex() == Week)
        range = m_clock.broadcastDays(shown.addDays(1 - shown.dayOfWeek()), daysOfWeek);
    else if (m_preset->currentIndex() == NextDays)
        range = m_clock.broadcastDays(m_clock.broadcastDate(m_now), daysOfWeek);
    const QSignalBlocker from(m_from);
    const QSignalBlocker to(m_to);
    m_from->setInstant(m_clock, range.start);
    m_to->setInstant(m_clock, range.end());
}

void RangeChoice::setRange(TimeRange range)
{
    m_preset->setCurrentIndex(Own);
    m_from->setEnabled(true);
    m_to->setEnabled(true);
    m_from->setInstant(m_clock, range.start);
    m_to->setInstant(m_clock, range.end());
}

int RangeChoice::preset() const { return m_preset->currentIndex() == Own ? Day : m_preset->currentIndex(); }

void RangeChoice::setPreset(int preset)
{
    m_preset->setCurrentIndex(preset >= Day && preset < Own ? preset : Day);
    takePreset();
}

Result<TimeRange> RangeChoice::range() const
{
    const auto from = m_from->instant(m_clock);
    if (!from)
        return fail(from.error());
    const auto to = m_to->instant(m_clock);
    if (!to)
        return fail(to.error());
    if (*to <= *from)
        return fail(ErrorCode::EmptyRange, {m_clock.format(*from), m_clock.format(*to)});
    return TimeRange::between(*from, *to);
}

int RangeChoice::days() const
{
    const auto chosen = range();
    if (!chosen)
        return 1;
    const QDate last = m_clock.broadcastDate(chosen->end() - Millis(1));
    return std::max(1, static_cast<int>(m_clock.broadcastDate(chosen->start).daysTo(last)) + 1);
}

} // namespace sf

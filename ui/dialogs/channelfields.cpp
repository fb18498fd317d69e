// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/channelfields.h"

#include "core/schedule/fields.h"
#include "core/time/channelclock.h"
#include "ui/dialogs/zonecombo.h"

#include <QComboBox>
#include <QLineEdit>
#include <QTimeZone>

namespace sf {

using namespace Qt::StringLiterals;

Channel usualChannel(const QString &name)
{
    const QString zone = QString::fromLatin1(QTimeZone::systemTimeZoneId());
    Channel channel;
    channel.name = name;
    channel.zone = ChannelClock::create(zone, Millis(0)) ? zone : u"UTC"_s;
    channel.dayStart = std::chrono::hours(6);
    return channel;
}

ChannelFields::ChannelFields(const Channel &channel, QWidget &names, QWidget &clock)
    : QObject(&names)
    , m_name(new QLineEdit(channel.name, &names))
    , m_zone(new ZoneCombo(&names))
    , m_dayStart(new QLineEdit(formatDayStart(channel.dayStart), &clock))
    , m_rate(new QComboBox(&clock))
{
    m_zone->setZone(channel.zone);
    m_rate->setEditable(true);
    m_rate->addItems({u"25"_s, u"29.97"_s, u"30"_s, u"50"_s, u"59.94"_s, u"23.976"_s, u"24"_s});
    m_rate->setCurrentText(channel.rate.toString());
    m_dayStart->setAccessibleName(tr("Broadcast day starts at"));
    m_rate->setAccessibleName(tr("Frames a second"));
    connect(m_name, &QLineEdit::editingFinished, this, &ChannelFields::edited);
    connect(m_dayStart, &QLineEdit::editingFinished, this, &ChannelFields::edited);
    connect(m_zone, &ZoneCombo::zoneChosen, this, &ChannelFields::edited);
    connect(m_rate, &QComboBox::activated, this, &ChannelFields::edited);
    connect(m_rate->lineEdit(), &QLineEdit::editingFinished, this, &ChannelFields::edited);
}

Result<Channel> ChannelFields::read() const
{
    Channel channel;
    if (const Status set = setClock(channel, m_dayStart->text(), m_rate->currentText()); !set)
        return fail(set.error());
    channel.name = m_name->text().trimmed();
    channel.zone = m_zone->zone();
    const Result<ChannelClock> clock = ChannelClock::create(channel.zone, channel.dayStart);
    if (!clock)
        return fail(clock.error());
    return channel;
}

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/channelfields.h"

#include "core/schedule/operations.h"
#include "ui/dialogs/zonecombo.h"

#include <QComboBox>
#include <QLineEdit>
#include <QTimeZone>

namespace sf {

using namespace Qt::StringLiterals;

QString machineZone()
{
    const QString zone = QString::fromLatin1(QTimeZone::systemTimeZoneId());
    return ChannelClock::create(zone, Millis(0)) ? zone : u"UTC"_s;
}

ChannelFields::ChannelFields(const Channel &channel, QObject *parent)
    : QObject(parent)
    , m_name(new QLineEdit(channel.name))
    , m_zone(new ZoneCombo)
    , m_dayStart(new QLineEdit(formatDayStart(channel.dayStart)))
    , m_rate(new QComboBox)
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
    const Result<Millis> dayStart = parseDayStart(m_dayStart->text().trimmed());
    if (!dayStart)
        return fail(dayStart.error());
    const Result<FrameRate> rate = FrameRate::fromString(m_rate->currentText().trimmed());
    if (!rate)
        return fail(rate.error());
    Channel channel;
    channel.name = m_name->text().trimmed();
    channel.zone = m_zone->zone();
    channel.dayStart = *dayStart;
    channel.rate = *rate;
    const Result<ChannelClock> clock = ChannelClock::create(channel.zone, channel.dayStart);
    if (!clock)
        return fail(clock.error());
    return channel;
}

} // namespace sf

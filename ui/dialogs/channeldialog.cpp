// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/channeldialog.h"

#include "ui/session/stationeditor.h"

#include <QComboBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTimeZone>
#include <QVBoxLayout>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

QStringList zoneNames()
{
    QStringList names;
    for (const QByteArray &id : QTimeZone::availableTimeZoneIds())
        names << QString::fromLatin1(id);
    return names;
}

} // namespace

QString machineZone()
{
    const QString zone = QString::fromLatin1(QTimeZone::systemTimeZoneId());
    return ChannelClock::create(zone, Millis(0)) ? zone : u"UTC"_s;
}

ChannelDialog::ChannelDialog(StationEditor &editor, QWidget *parent)
    : QDialog(parent)
    , m_editor(editor)
    , m_name(new QLineEdit(tr("Channel %1").arg(editor.station().channels().size() + 1)))
    , m_zone(new QComboBox)
    , m_dayStart(new QLineEdit(u"06:00"_s))
    , m_rate(new QComboBox)
    , m_wrong(new QLabel)
{
    setWindowTitle(tr("Add channel"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_zone->setEditable(true);
    m_zone->addItems(zoneNames());
    m_zone->setCurrentText(machineZone());
    m_zone->completer()->setFilterMode(Qt::MatchContains);
    m_zone->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_rate->setEditable(true);
    m_rate->addItems({u"25"_s, u"29.97"_s, u"30"_s, u"50"_s, u"59.94"_s, u"23.976"_s, u"24"_s});
    m_wrong->setProperty("tone", u"error"_s);
    m_wrong->setWordWrap(true);
    m_wrong->hide();
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(8);
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("&Time zone"), m_zone);
    form->addRow(tr("Broadcast &day starts at"), m_dayStart);
    form->addRow(tr("&Frames a second"), m_rate);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->addButton(tr("Add channel"), QDialogButtonBox::AcceptRole)->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addLayout(form);
    layout->addWidget(m_wrong);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &ChannelDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ChannelDialog::reject);
    m_name->selectAll();
    setMinimumWidth(440);
}

Result<Channel> ChannelDialog::read() const
{
    const Result<Millis> dayStart = parseDayStart(m_dayStart->text().trimmed());
    if (!dayStart)
        return fail(dayStart.error());
    const Result<FrameRate> rate = FrameRate::fromString(m_rate->currentText().trimmed());
    if (!rate)
        return fail(rate.error());
    Channel channel;
    channel.name = m_name->text().trimmed();
    channel.zone = m_zone->currentText().trimmed();
    channel.dayStart = *dayStart;
    channel.rate = *rate;
    const Result<ChannelClock> clock = ChannelClock::create(channel.zone, channel.dayStart);
    if (!clock)
        return fail(clock.error());
    return channel;
}

void ChannelDialog::accept()
{
    Result<Channel> channel = read();
    const bool isNamed = channel && !channel->name.isEmpty();
    const bool isTaken = isNamed && m_editor.station().channelNamed(channel->name).has_value();
    if (isNamed && !isTaken) {
        if (m_editor.addChannel(std::move(*channel)))
            QDialog::accept();
        return;
    }
    m_wrong->setText(!channel  ? sentence(channel.error())
                     : isTaken ? sentence(Error{ErrorCode::ChannelExists, {channel->name}, {}})
                               : tr("Give the channel a name."));
    m_wrong->show();
}

} // namespace sf

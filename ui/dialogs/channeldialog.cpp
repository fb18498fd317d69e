// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/channeldialog.h"

#include "core/schedule/operations.h"
#include "core/time/iso8601.h"
#include "ui/dialogs/channelfields.h"
#include "ui/dialogs/zonecombo.h"
#include "ui/session/stationeditor.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace sf {

using namespace Qt::StringLiterals;

ChannelDialog::ChannelDialog(StationEditor &editor, QWidget *parent)
    : QDialog(parent)
    , m_editor(editor)
    , m_fields(new ChannelFields(usualChannel(tr("Channel %1").arg(editor.station().channels().size() + 1)),
                                 *this, *this))
    , m_horizon(new QLineEdit)
    , m_wrong(new QLabel)
{
    build();
}

ChannelDialog::ChannelDialog(StationEditor &editor, const Channel &channel, QWidget *parent)
    : QDialog(parent)
    , m_editor(editor)
    , m_fields(new ChannelFields(channel, *this, *this))
    , m_horizon(new QLineEdit)
    , m_channel(channel.id)
    , m_wrong(new QLabel)
{
    const Millis horizon = editor.onAir().horizonOf(channel.id);
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(horizon);
    m_horizon->setText(horizon == Millis::zero() ? u"0"_s
                       : minutes == horizon      ? u"%1m"_s.arg(minutes.count())
                                                 : u"%1s"_s.arg(static_cast<double>(horizon.count()) / 1000));
    build();
}

void ChannelDialog::build()
{
    setWindowTitle(m_channel ? tr("Channel settings") : tr("Add channel"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_wrong->setProperty("tone", u"error"_s);
    m_wrong->setWordWrap(true);
    m_wrong->hide();
    m_horizon->setPlaceholderText(u"15m"_s);
    m_horizon->setToolTip(
        tr("Before an edit touches what is on air or plays so soon, the program asks; 0 for never"));
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(8);
    form->addRow(tr("&Name"), &m_fields->name());
    form->addRow(tr("&Time zone"), &m_fields->zone());
    form->addRow(tr("Broadcast &day starts at"), &m_fields->dayStart());
    form->addRow(tr("&Frames a second"), &m_fields->rate());
    form->addRow(tr("As&k before changing the next"), m_horizon);
    form->setRowVisible(m_horizon, static_cast<bool>(m_channel));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->addButton(m_channel ? tr("Save") : tr("Add channel"), QDialogButtonBox::AcceptRole)
        ->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addLayout(form);
    layout->addWidget(m_wrong);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &ChannelDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ChannelDialog::reject);
    m_fields->name().selectAll();
    setMinimumWidth(440);
}

QLineEdit &ChannelDialog::nameField() { return m_fields->name(); }

Result<Millis> ChannelDialog::readHorizon() const
{
    const QString text = m_horizon->text().trimmed();
    const auto length = parseDuration(text);
    if (text.isEmpty() || text.startsWith(u'0'))
        return Millis::zero();
    if (!length || *length < Millis::zero() || *length > std::chrono::hours(24 * 7))
        return fail(ErrorCode::BadArgument, {text, tr("the time before an event plays"),
                                             tr("Write a length such as 15m; 0 for none.")});
    return *length;
}

Status ChannelDialog::change(Channel channel)
{
    channel.id = m_channel;
    const auto horizon = readHorizon();
    if (!horizon)
        return fail(horizon.error());
    auto edit = changeChannel(m_editor.station(), std::move(channel), m_editor.stamp());
    if (!edit)
        return fail(edit.error());
    if (!edit->isEmpty() && !m_editor.apply(std::move(edit)))
        return fail(ErrorCode::StationChanged);
    Q_EMIT horizonChosen(m_channel, *horizon);
    return {};
}

void ChannelDialog::accept()
{
    Result<Channel> channel = m_fields->read();
    Status done = channel ? Status() : fail(channel.error());
    if (channel && channel->name.isEmpty()) {
        m_wrong->setText(tr("Give the channel a name."));
        m_wrong->show();
        return;
    }
    if (done && m_channel) {
        done = change(std::move(*channel));
    } else if (done) {
        const bool isTaken = m_editor.station().channelNamed(channel->name).has_value();
        if (isTaken)
            done = fail(ErrorCode::ChannelExists, {channel->name});
        else if (!m_editor.addChannel(std::move(*channel)))
            return;
    }
    if (done) {
        QDialog::accept();
        return;
    }
    m_wrong->setText(sentence(done.error()));
    m_wrong->show();
}

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/panels/sharespanel.h"

#include "ui/panels/sharechart.h"
#include "ui/theme/theme.h"

#include <QButtonGroup>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace sf {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto pause = 150ms;
constexpr int sideWidth = 168;

QString dateText(QDate date) { return QLocale().toString(date, u"ddd d MMM"_s); }

} // namespace

SharesPanel::SharesPanel(StationEditor &editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_heading(new QLabel)
    , m_day(new QToolButton)
    , m_week(new QToolButton)
    , m_pages(new QStackedWidget)
    , m_note(new QLabel(tr("No programme is planned in this time.")))
    , m_chart(new ShareChart)
{
    build();
    m_delay.setSingleShot(true);
    m_delay.setInterval(pause);
    connect(&m_delay, &QTimer::timeout, this, &SharesPanel::ask);
    for (const auto signal :
         {&StationEditor::reloaded, &StationEditor::documentChanged, &StationEditor::channelChanged})
        connect(&editor, signal, this, &SharesPanel::askSoon);
    connect(&editor, &StationEditor::edited, this, &SharesPanel::askSoon);
    connect(m_week, &QToolButton::toggled, this, &SharesPanel::askSoon);
}

void SharesPanel::build()
{
    m_heading->setWordWrap(true);
    m_note->setAlignment(Qt::AlignCenter);
    m_note->setProperty("tone", u"dim"_s);
    m_day->setText(tr("Day"));
    m_week->setText(tr("Week"));
    auto *choice = new QButtonGroup(this);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::half);
    for (QToolButton *button : {m_day, m_week}) {
        button->setCheckable(true);
        choice->addButton(button);
        buttons->addWidget(button);
    }
    m_day->setChecked(true);
    buttons->addStretch(1);
    auto *side = new QVBoxLayout;
    side->setContentsMargins(space::medium, space::small, space::small, space::small);
    side->setSpacing(space::small);
    side->addWidget(m_heading);
    side->addLayout(buttons);
    side->addStretch(1);
    auto *sideBox = new QWidget;
    sideBox->setLayout(side);
    sideBox->setFixedWidth(sideWidth);
    auto *scroll = new QScrollArea;
    scroll->setWidget(m_chart);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_pages->addWidget(m_note);
    m_pages->addWidget(scroll);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(sideBox);
    layout->addWidget(m_pages, 1);
    setFocusProxy(m_day);
}

void SharesPanel::setShownTime(TimePoint t)
{
    const QDate date = m_editor.clock().broadcastDate(t);
    if (date == std::exchange(m_date, date))
        return;
    askSoon();
}

void SharesPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        ask();
}

void SharesPanel::askSoon()
{
    m_isStale = true;
    if (isVisible())
        m_delay.start();
}

std::pair<QDate, int> SharesPanel::days() const
{
    return m_week->isChecked() ? std::pair(m_date.addDays(1 - m_date.dayOfWeek()), 7) : std::pair(m_date, 1);
}

void SharesPanel::ask()
{
    m_delay.stop();
    m_job.cancel();
    m_isStale = false;
    if (!m_editor.channel() || !m_date.isValid()) {
        take(std::vector<AirtimeShare>());
        return;
    }
    const auto [first, count] = days();
    m_heading->setText(count == 1 ? dateText(first)
                                  : tr("%1 to %2").arg(dateText(first), dateText(first.addDays(count - 1))));
    const TimeRange range = m_editor.clock().broadcastDays(first, count);
    m_job.ask<std::vector<AirtimeShare>>(
        m_editor.jobs(), this,
        [station = m_editor.station(), plan = m_editor.plan(), range](Job &) {
            return airtimeShares(station, plan, range);
        },
        [this](const Result<std::vector<AirtimeShare>> &shares) { take(shares); });
}

void SharesPanel::take(const Result<std::vector<AirtimeShare>> &shares)
{
    std::vector<ShareRow> rows;
    bool isPlanned = false;
    if (shares) {
        for (const AirtimeShare &share : *shares) {
            rows.push_back({share.name, share.planned, share.wanted,
                            share.category.isEmpty() ? -1 : m_fillOf(share.category)});
            isPlanned = isPlanned || share.airtime > Millis::zero();
        }
    }
    m_chart->setRows(std::move(rows));
    m_pages->setCurrentIndex(isPlanned ? 1 : 0);
}

QString SharesPanel::heading() const { return m_heading->text(); }

} // namespace sf

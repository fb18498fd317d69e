// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/panels/inspectorpanel.h"

#include "core/schedule/issuetext.h"
#include "ui/panels/colourmenu.h"
#include "ui/panels/inspectorfields.h"
#include "ui/session/stationeditor.h"
#include "ui/session/walltext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

namespace sf {

using namespace Qt::StringLiterals;

InspectorPanel::InspectorPanel(StationEditor &editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_fields(new InspectorFields(*this))
{
    connectFields();
    connect(&editor.selection(), &Selection::changed, this, &InspectorPanel::refresh);
    connect(&editor, &StationEditor::edited, this, &InspectorPanel::refresh);
    connect(&editor, &StationEditor::reloaded, this, &InspectorPanel::refresh);
    connect(&editor, &StationEditor::documentChanged, this, &InspectorPanel::refresh);
    connect(&editor, &StationEditor::channelChanged, this, &InspectorPanel::refresh);
    refresh();
}

InspectorPanel::~InspectorPanel()
{
    // A field that loses the focus while it is destroyed must not ask for an edit.
    m_fields->note->removeEventFilter(this);
    for (QWidget *field : findChildren<QWidget *>())
        field->disconnect(this);
}

void InspectorPanel::connectFields()
{
    const InspectorFields &f = *m_fields;
    connect(f.title, &QLineEdit::editingFinished, this, &InspectorPanel::commitTitle);
    connect(f.start, &QLineEdit::editingFinished, this, &InspectorPanel::commitStart);
    connect(f.duration, &QLineEdit::editingFinished, this, &InspectorPanel::commitDuration);
    connect(f.mediaIn, &QLineEdit::editingFinished, this, &InspectorPanel::commitMediaIn);
    connect(f.startMode, &QComboBox::activated, this, &InspectorPanel::commitStartMode);
    connect(f.locked, &QCheckBox::clicked, this, [this](bool isOn) {
        m_fields->locked->setTristate(false);
        m_editor.setLocked(selected(), isOn);
    });
    connect(f.exempt, &QCheckBox::clicked, this, [this](bool isOn) {
        m_fields->exempt->setTristate(false);
        change(tr("Change the exemption of %n event(s)", nullptr, count()),
               [isOn](ScheduledEvent &event) { event.isExempt = isOn; });
    });
    connect(f.colours, &ColourMenu::picked, this, [this](std::optional<std::uint32_t> colour) {
        change(tr("Colour %n event(s)", nullptr, count()),
               [colour](ScheduledEvent &event) { event.colour = colour; });
    });
    connect(f.editMedia, &QPushButton::clicked, this,
            [this] { Q_EMIT editAssetsRequested(assetIdsOf(m_editor.station(), selected())); });
    f.note->installEventFilter(this);
}

bool InspectorPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_fields->note && event->type() == QEvent::FocusOut)
        commitNote();
    return QWidget::eventFilter(watched, event);
}

std::span<const EventId> InspectorPanel::selected() const { return m_editor.selection().events(); }

int InspectorPanel::count() const { return static_cast<int>(m_summary.count); }

const ScheduledEvent *InspectorPanel::single() const
{
    return m_summary.count == 1 ? m_editor.station().schedule().find(selected().front()) : nullptr;
}

bool InspectorPanel::change(const QString &name, const std::function<void(ScheduledEvent &)> &what)
{
    const bool isDone = m_editor.changeEvents(selected(), name, what);
    if (!isDone)
        refresh(); // shows again what stands
    return isDone;
}

void InspectorPanel::refresh()
{
    m_summary = summarise(m_editor.station(), selected());
    m_fields->show(m_summary, m_editor.clock(), m_editor.canEdit());
    if (m_summary.count > 0) {
        const Asset *asset = m_summary.asset ? m_editor.station().assets().find(*m_summary.asset) : nullptr;
        m_fields->showMedia(m_summary, asset);
    }
}

void InspectorPanel::commitTitle()
{
    if (!m_fields->title->isModified() || m_summary.count == 0)
        return;
    m_fields->title->setModified(false);
    const QString title = m_fields->title->text().trimmed();
    if (title.isEmpty() || m_summary.title == title)
        return;
    change(tr("Rename %n event(s)", nullptr, count()),
           [title](ScheduledEvent &event) { event.title = title; });
}

void InspectorPanel::commitStart()
{
    const ScheduledEvent *event = single();
    if (!m_fields->start->isModified() || !event)
        return;
    m_fields->start->setModified(false);
    const Result<TimePoint> typed = m_editor.clock().parse(m_fields->start->text().trimmed());
    if (!typed) {
        m_fields->markWrong(m_fields->start, sentence(typed.error()));
        return;
    }
    const Channel *channel = m_editor.station().channelOf(event->plan);
    const FrameGrid grid = channel ? channel->grid() : FrameGrid();
    const TimePoint start = grid.timeOf(grid.indexOf(*typed));
    if (start == event->range.start || !m_editor.moveEvents(selected(), start - event->range.start))
        refresh();
}

void InspectorPanel::commitDuration()
{
    const ScheduledEvent *event = single();
    if (!m_fields->duration->isModified() || !event)
        return;
    m_fields->duration->setModified(false);
    const Result<Millis> typed = parseDuration(m_fields->duration->text().trimmed());
    if (!typed || *typed <= Millis::zero()) {
        m_fields->markWrong(m_fields->duration,
                            tr("“%1” is no length. Write 1:30:00, 90 min as 90m, or seconds as 45.5.")
                                .arg(m_fields->duration->text()));
        return;
    }
    const Channel *channel = m_editor.station().channelOf(event->plan);
    const FrameGrid grid = channel ? channel->grid() : FrameGrid();
    const std::int64_t frames = std::max<std::int64_t>(1, grid.framesNear(*typed));
    const TimePoint end = grid.timeOf(grid.indexOf(event->range.start) + frames);
    const TimeRange range = TimeRange::between(event->range.start, end);
    if (range == event->range || !m_editor.trimEvent(event->id, range))
        refresh();
}

void InspectorPanel::commitMediaIn()
{
    if (!m_fields->mediaIn->isModified() || m_summary.count == 0)
        return;
    m_fields->mediaIn->setModified(false);
    const Result<Millis> typed = parseDuration(m_fields->mediaIn->text().trimmed());
    if (!typed || *typed < Millis::zero()) {
        m_fields->markWrong(
            m_fields->mediaIn,
            tr("“%1” is no point in the media. Write 0:01:30 or 90.").arg(m_fields->mediaIn->text()));
        return;
    }
    if (m_summary.mediaIn == Micros(*typed)) {
        refresh();
        return;
    }
    change(tr("Set where the media of %n event(s) begins", nullptr, count()),
           [in = Micros(*typed)](ScheduledEvent &event) { event.mediaIn = in; });
}

void InspectorPanel::commitStartMode(int index)
{
    const auto mode = static_cast<StartMode>(index);
    if (m_summary.count > 0 && m_summary.startMode != mode) {
        change(tr("Set how %n event(s) start", nullptr, count()),
               [mode](ScheduledEvent &event) { event.startMode = mode; });
    }
}

void InspectorPanel::commitNote()
{
    if (!m_fields->note->document()->isModified() || m_summary.count == 0)
        return;
    m_fields->note->document()->setModified(false);
    const QString note = m_fields->note->toPlainText();
    if (m_summary.note != note) {
        change(tr("Note on %n event(s)", nullptr, count()),
               [note](ScheduledEvent &event) { event.note = note; });
    }
}

} // namespace sf

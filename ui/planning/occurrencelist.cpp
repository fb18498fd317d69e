// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/planning/occurrencelist.h"

#include "core/time/iso8601.h"
#include "ui/dialogs/walltimeedit.h"
#include "ui/planning/choices.h"
#include "ui/planning/fieldform.h"
#include "ui/planning/occurrencedialog.h"
#include "ui/session/stationeditor.h"
#include "ui/session/walltext.h"
#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace sf {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto typingPause = 150ms;
constexpr std::size_t shownCount = 12;

enum Column { Day, Time, Offset, Remark, ColumnCount };

/// "+01:00".
QString offsetText(std::chrono::minutes offset)
{
    const auto minutes = std::abs(offset.count());
    return u"%1%2:%3"_s.arg(QChar(offset.count() < 0 ? u'-' : u'+'))
        .arg(minutes / 60, 2, 10, '0'_L1)
        .arg(minutes % 60, 2, 10, '0'_L1);
}

QString shortWall(LocalTime t) { return toIso8601(t).replace(u'T', u' ').left(16); }

} // namespace

OccurrenceList::OccurrenceList(StationEditor &editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_from(new DateEdit(u"yyyy-MM-dd"_s))
    , m_list(new QTreeWidget)
    , m_note(makeHint())
    , m_leaveOut(new QPushButton(tr("&Leave out")))
    , m_change(new QPushButton(tr("&Move or change…")))
    , m_restore(new QPushButton(tr("As the rule sa&ys")))
    , m_forget(new QPushButton)
{
    build();
    m_delay.setSingleShot(true);
    m_delay.setInterval(typingPause);
    connect(&m_delay, &QTimer::timeout, this, &OccurrenceList::workOut);
    connect(m_from, &QDateEdit::dateChanged, this, [this] { m_delay.start(); });
    connect(m_list, &QTreeWidget::currentItemChanged, this, &OccurrenceList::showButtons);
    connect(m_list, &QTreeWidget::itemActivated, this, &OccurrenceList::change);
    connect(m_leaveOut, &QPushButton::clicked, this, &OccurrenceList::toggleLeftOut);
    connect(m_change, &QPushButton::clicked, this, &OccurrenceList::change);
    connect(m_restore, &QPushButton::clicked, this, &OccurrenceList::restore);
    connect(m_forget, &QPushButton::clicked, this, &OccurrenceList::forgetStale);
    showButtons();
}

void OccurrenceList::build()
{
    auto *title = new QLabel(tr("Next times, &from"));
    title->setProperty("tone", u"section"_s);
    title->setBuddy(m_from);
    m_list->setColumnCount(ColumnCount);
    m_list->setHeaderLabels({tr("Day"), tr("Starts"), tr("UTC"), tr("Remark")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setAccessibleName(tr("Next times"));
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setStretchLastSection(true);
    auto *top = new QHBoxLayout;
    top->setSpacing(space::small);
    top->addWidget(title);
    top->addWidget(m_from);
    top->addStretch(1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::small);
    for (QPushButton *button : {m_leaveOut, m_change, m_restore, m_forget}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    layout->addLayout(top);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_note);
    layout->addLayout(buttons);
}

void OccurrenceList::setDifferences(const Recurrence &recurrence)
{
    m_exceptions = recurrence.exceptions;
    m_changes = recurrence.changes;
    const ChannelClock clock = m_editor.clock();
    const LocalTime first = std::max(recurrence.start, clock.toLocal(m_editor.now()));
    const auto days = std::chrono::floor<std::chrono::days>(first).time_since_epoch().count();
    m_from->setDate(QDate(1970, 1, 1).addDays(days));
}

void OccurrenceList::setRecurrence(Result<Recurrence> recurrence, const ChannelClock &clock)
{
    m_clock = clock;
    m_recurrence.reset();
    if (recurrence) {
        m_recurrence = std::move(*recurrence);
        m_delay.start();
        return;
    }
    m_delay.stop();
    m_job.cancel();
    showPreview(fail(recurrence.error()));
}

void OccurrenceList::workOut()
{
    m_job.cancel();
    if (!m_recurrence)
        return;
    Recurrence recurrence = *m_recurrence;
    recurrence.exceptions = m_exceptions;
    recurrence.changes = m_changes;
    const LocalTime midnight(24h * QDate(1970, 1, 1).daysTo(m_from->date()));
    m_job.ask<Preview>(
        m_editor.jobs(), this,
        [recurrence = std::move(recurrence), clock = m_clock,
         from = m_clock.toUtcForward(midnight)](Job &) -> Result<Preview> {
            auto lines = previewOf(recurrence, clock, from, shownCount);
            if (!lines)
                return fail(lines.error());
            auto stale = staleDifferences(recurrence, clock);
            if (!stale)
                return fail(stale.error());
            return Preview{std::move(*lines), std::move(*stale)};
        },
        [this](const Result<Preview> &preview) { showPreview(preview); });
}

void OccurrenceList::showPreview(const Result<Preview> &preview)
{
    const auto before = current();
    m_list->clear();
    m_lines = preview ? preview->lines : std::vector<PreviewLine>();
    m_stale = preview ? preview->stale : std::vector<LocalTime>();
    for (const PreviewLine &line : m_lines)
        addLine(line);
    for (std::size_t i = 0; before && i < m_lines.size(); ++i) {
        if (m_lines[i].kind == PreviewLine::Kind::Occurrence &&
            m_lines[i].occurrence.original == before->occurrence.original)
            m_list->setCurrentItem(m_list->topLevelItem(static_cast<int>(i)));
    }
    m_note->setText(noteOf(preview));
    showButtons();
}

QString OccurrenceList::noteOf(const Result<Preview> &preview) const
{
    if (!preview)
        return preview.error().code == ErrorCode::BadFieldValue ? preview.error().args.value(2)
                                                                : sentence(preview.error());
    QStringList sentences;
    if (m_lines.empty())
        sentences << tr("It does not come again after this day.");
    if (!m_exceptions.empty() || !m_changes.empty())
        sentences << tr("%n left out", nullptr, static_cast<int>(m_exceptions.size())) + u", "_s +
                         tr("%n changed.", nullptr, static_cast<int>(m_changes.size()));
    if (!m_stale.empty())
        sentences << tr("%n of them {is|are} for {a time|times} that the rule does not give, such as %1.",
                        nullptr, static_cast<int>(m_stale.size()))
                         .arg(shortWall(m_stale.front()));
    if (sentences.isEmpty())
        sentences << tr("Pick a time to leave it out, move it, or give it another asset.");
    return sentences.join(u' ');
}

QString OccurrenceList::note() const { return m_note->text(); }

void OccurrenceList::addLine(const PreviewLine &line)
{
    auto *item = new QTreeWidgetItem(m_list);
    if (line.kind != PreviewLine::Kind::Occurrence) {
        const QString text = line.kind == PreviewLine::Kind::Pause
                                 ? u"…"_s
                                 : tr("The clock changes here: %1 becomes %2")
                                       .arg(offsetText(line.offsetBefore), offsetText(line.offset));
        item->setText(0, text);
        item->setFirstColumnSpanned(true);
        item->setFlags(Qt::ItemIsEnabled);
        item->setForeground(0, line.kind == PreviewLine::Kind::Pause ? toneColour(Tone::Dim)
                                                                     : toneColour(Tone::Warning));
        if (line.kind == PreviewLine::Kind::ClockChange)
            item->setIcon(0, icon(Sign::Clock, Tone::Warning));
        return;
    }
    const LocalTime wall = m_clock.toLocal(line.occurrence.start);
    const auto day = std::chrono::floor<std::chrono::days>(wall);
    const int weekday = static_cast<int>(std::chrono::weekday(day).iso_encoding()) - 1;
    const QString text = toIso8601(wall);
    item->setText(Day, u"%1 %2"_s.arg(shortWeekdayName(weekday), text.left(10)));
    item->setText(Time, text.endsWith(u":00"_s) ? text.mid(11, 5) : text.mid(11));
    item->setText(Offset, offsetText(line.offset));
    item->setText(Remark, remarkOf(line));
    item->setToolTip(Remark, item->text(Remark));
    for (int column = 0; column < ColumnCount; ++column) {
        if (column != Remark)
            item->setFont(column, figureFont());
        if (!line.isLeftOut)
            continue;
        QFont struck = item->font(column);
        struck.setStrikeOut(column != Remark);
        item->setFont(column, struck);
        item->setForeground(column, toneColour(Tone::Dim));
    }
}

QString OccurrenceList::remarkOf(const PreviewLine &line) const
{
    if (line.isLeftOut)
        return tr("left out");
    QStringList remarks;
    if (line.occurrence.isMoved)
        remarks << tr("moved from %1").arg(shortWall(line.occurrence.original));
    if (line.occurrence.asset) {
        const Asset *asset = m_editor.station().assets().find(line.occurrence.asset);
        remarks << tr("with “%1”").arg(asset ? asset->title : tr("an asset that is gone"));
    }
    if (line.occurrence.isShifted)
        remarks << tr("the clock skips its time: it starts when the clock jumps");
    if (line.occurrence.isAmbiguous)
        remarks << tr("the clock shows this time twice: the first counts");
    return remarks.join(u"; "_s);
}

std::optional<PreviewLine> OccurrenceList::current() const
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    if (row < 0 || row >= static_cast<int>(m_lines.size()))
        return std::nullopt;
    const PreviewLine &line = m_lines[static_cast<std::size_t>(row)];
    return line.kind == PreviewLine::Kind::Occurrence ? std::optional(line) : std::nullopt;
}

const OccurrenceChange *OccurrenceList::changeOf(LocalTime original) const
{
    const auto found = std::find_if(m_changes.begin(), m_changes.end(), [&](const OccurrenceChange &change) {
        return change.original == original;
    });
    return found == m_changes.end() ? nullptr : &*found;
}

void OccurrenceList::keyPressEvent(QKeyEvent *event)
{
    // The list lets Enter through, and the dialog would save.
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        QWidget::keyPressEvent(event);
}

void OccurrenceList::showButtons()
{
    const auto line = current();
    const bool canEdit = m_editor.canEdit();
    m_leaveOut->setEnabled(canEdit && line);
    m_leaveOut->setText(line && line->isLeftOut ? tr("&Put back") : tr("&Leave out"));
    m_change->setEnabled(canEdit && line && !line->isLeftOut);
    m_restore->setEnabled(canEdit && line && (line->isLeftOut || changeOf(line->occurrence.original)));
    m_forget->setVisible(!m_stale.empty());
    m_forget->setEnabled(canEdit);
    m_forget->setText(tr("&Drop the %n that fit{s|} no more", nullptr, static_cast<int>(m_stale.size())));
}

void OccurrenceList::differ()
{
    std::sort(m_exceptions.begin(), m_exceptions.end());
    std::sort(m_changes.begin(), m_changes.end(),
              [](const OccurrenceChange &a, const OccurrenceChange &b) { return a.original < b.original; });
    m_delay.stop();
    workOut();
    Q_EMIT changed();
}

void OccurrenceList::toggleLeftOut()
{
    const auto line = current();
    if (!line)
        return;
    if (line->isLeftOut)
        std::erase(m_exceptions, line->occurrence.original);
    else
        m_exceptions.push_back(line->occurrence.original);
    differ();
}

void OccurrenceList::change()
{
    const auto line = current();
    if (!line || line->isLeftOut || !m_change->isEnabled())
        return;
    const OccurrenceChange *known = changeOf(line->occurrence.original);
    OccurrenceChange wanted;
    wanted.original = line->occurrence.original;
    auto *dialog = new OccurrenceDialog(m_editor, known ? *known : wanted, this);
    connect(dialog, &OccurrenceDialog::chosen, this, [this](const OccurrenceChange &chosen) {
        std::erase_if(m_changes,
                      [&](const OccurrenceChange &one) { return one.original == chosen.original; });
        if (chosen.movedTo || chosen.asset)
            m_changes.push_back(chosen);
        differ();
    });
    dialog->open();
}

void OccurrenceList::restore()
{
    const auto line = current();
    if (!line)
        return;
    const LocalTime original = line->occurrence.original;
    std::erase(m_exceptions, original);
    std::erase_if(m_changes, [&](const OccurrenceChange &one) { return one.original == original; });
    differ();
}

void OccurrenceList::forgetStale()
{
    const auto isStale = [this](LocalTime time) {
        return std::binary_search(m_stale.begin(), m_stale.end(), time);
    };
    std::erase_if(m_exceptions, isStale);
    std::erase_if(m_changes, [&](const OccurrenceChange &one) { return isStale(one.original); });
    differ();
}

} // namespace sf

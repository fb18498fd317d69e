// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/window/statusline.h"

#include "core/schedule/issuetext.h"
#include "ui/session/daystats.h"
#include "ui/session/stationchecker.h"
#include "ui/session/stationeditor.h"
#include "ui/session/walltext.h"
#include "ui/theme/icons.h"

#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStatusBar>
#include <QStyle>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

void setTone(QLabel *label, const QString &tone)
{
    if (label->property("tone").toString() == tone)
        return;
    label->setProperty("tone", tone);
    label->style()->unpolish(label);
    label->style()->polish(label);
}

/// An empty one takes no room.
void setText(QLabel *label, const QString &text)
{
    const bool isShown = !text.isEmpty();
    const bool wasShown = !label->text().isEmpty();
    label->setText(text);
    if (isShown != wasShown)
        label->setVisible(isShown);
}

} // namespace

StatusLine::StatusLine(StationEditor &editor, StationChecker &checker, QStatusBar &bar)
    : QWidget(&bar)
    , m_editor(editor)
    , m_checker(checker)
    , m_saved(new QLabel)
    , m_day(new QLabel)
    , m_problem(new QLabel)
    , m_library(new QLabel)
    , m_unpublished(new QPushButton)
{
    hide(); // only its labels are shown
    bar.setSizeGripEnabled(false);
    for (QLabel *label : {m_saved, m_day, m_problem, m_library}) {
        label->hide();
        bar.addWidget(label);
    }
    m_unpublished->setFlat(true);
    m_unpublished->setIcon(icon(Sign::Unpublished, Tone::Warning));
    m_unpublished->setToolTip(tr("Export again what has changed, as it was exported last"));
    m_unpublished->hide();
    bar.addPermanentWidget(m_unpublished);
    connect(m_unpublished, &QPushButton::clicked, this, &StatusLine::exportAgainRequested);
    connect(&editor, &StationEditor::savingChanged, this, &StatusLine::showSaved);
    connect(&editor, &StationEditor::saveFailed, this, [this] {
        m_hasFailed = true;
        refresh();
    });
    connect(&editor, &StationEditor::documentChanged, this, [this] {
        m_savedAt.reset();
        m_hasFailed = false;
        refresh();
    });
    connect(&editor, &StationEditor::edited, this, &StatusLine::refresh);
    connect(&editor, &StationEditor::reloaded, this, &StatusLine::refresh);
    connect(&editor, &StationEditor::channelChanged, this, &StatusLine::refresh);
    connect(&checker, &StationChecker::checked, this, &StatusLine::refresh);
}

void StatusLine::setShownTime(TimePoint t)
{
    m_shown = t;
    setText(m_day, dayText());
}

void StatusLine::setLibrary(std::int64_t assets, Micros playable)
{
    if (!m_editor.document())
        setText(m_library, {});
    else if (assets == 0)
        setText(m_library, tr("library empty"));
    else
        setText(m_library,
                tr("library %1").arg(spokenLength(std::chrono::floor<std::chrono::minutes>(playable))));
}

void StatusLine::setUnpublished(std::int64_t events)
{
    m_unpublished->setText(
        tr("Changed since published: %n event(s) — export again", nullptr, static_cast<int>(events)));
    m_unpublished->setVisible(events > 0);
}

void StatusLine::showSaved()
{
    const Document *document = m_editor.document();
    if (document && document->isSaved()) {
        m_savedAt = m_editor.now();
        m_hasFailed = false;
    }
    refresh();
}

QString StatusLine::savedText()
{
    const Document *document = m_editor.document();
    if (!document)
        return {};
    setTone(m_saved, m_hasFailed ? u"error"_s : QString());
    if (document->isReadOnly())
        return tr("read-only");
    if (m_hasFailed)
        return tr("not saved");
    if (!document->isSaved())
        return tr("saving…");
    return m_savedAt ? tr("saved %1").arg(wallTimeOfDay(m_editor.clock(), *m_savedAt)) : tr("saved");
}

QString StatusLine::dayText() const
{
    const Channel *channel = m_editor.channel();
    if (!channel || !m_shown)
        return {};
    const ChannelClock clock = channel->clock();
    const QDate date = clock.broadcastDate(*m_shown);
    const DayStats stats = statsOf(m_editor.station(), m_editor.plan(), clock.broadcastDay(date));
    const QString day = QLocale().toString(date, u"ddd d MMM"_s);
    return tr("%1: %2 % filled, %3, %4")
        .arg(day, QString::number(stats.percent()), tr("%n gap(s)", nullptr, static_cast<int>(stats.gaps)),
             tr("%n overlap(s)", nullptr, static_cast<int>(stats.conflicts)));
}

QString StatusLine::problemText() const
{
    const PlanId plan = m_editor.plan();
    const auto extent = m_editor.station().schedule().extent(plan);
    if (!extent)
        return {};
    const TimePoint now = m_editor.now();
    const auto minutesTo = [now](TimePoint t) {
        return spokenLength(std::chrono::floor<std::chrono::minutes>(t - now));
    };
    const std::optional<TimeRange> problem = m_checker.nextProblem(plan, now);
    setTone(m_problem, {});
    if (problem && problem->start <= now) {
        setTone(m_problem, u"warning"_s);
        return tr("a problem on air now");
    }
    if (problem)
        return tr("next problem in %1").arg(minutesTo(problem->start));
    if (extent->end() <= now) {
        setTone(m_problem, u"warning"_s);
        return tr("the plan has ended");
    }
    return tr("no problem; the plan ends in %1").arg(minutesTo(extent->end()));
}

void StatusLine::refresh()
{
    setText(m_saved, savedText());
    setText(m_day, dayText());
    setText(m_problem, problemText());
}

QStringList StatusLine::texts() const
{
    QStringList texts;
    for (const QLabel *label : {m_saved, m_day, m_problem, m_library}) {
        if (!label->text().isEmpty())
            texts << label->text();
    }
    if (!m_unpublished->isHidden())
        texts << m_unpublished->text();
    return texts;
}

} // namespace sf

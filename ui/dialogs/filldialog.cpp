// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/filldialog.h"

#include "ui/dialogs/fillresult.h"
#include "ui/dialogs/filltext.h"
#include "ui/dialogs/opensoon.h"
#include "ui/session/stationeditor.h"
#include "ui/theme/theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

#include <utility>

namespace sf {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto typingPause = 250ms;
constexpr auto progressEvery = 100ms;
constexpr int formWidth = 372;
constexpr QSize usualSize(1200, 660);
constexpr QSize frame(32, 80); ///< what a window manager draws around a window, and some air

} // namespace

FillDialog::FillDialog(StationEditor &editor, PlanAsk ask, QWidget *parent)
    : QDialog(parent)
    , m_editor(editor)
    , m_form(new FillForm(editor, std::move(ask), this))
    , m_result(new FillResult(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Cancel, this))
    , m_fill(m_buttons->addButton(tr("Fill"), QDialogButtonBox::AcceptRole))
{
    build();
    m_delay.setSingleShot(true);
    m_delay.setInterval(typingPause);
    m_ticker.setInterval(progressEvery);
    connect(&m_delay, &QTimer::timeout, this, [this] {
        m_result->setNote({});
        tryOut();
    });
    connect(&m_ticker, &QTimer::timeout, this, [this] {
        if (m_job)
            m_result->showProgress(m_job->done(), m_job->total());
    });
    connect(m_form, &FillForm::changed, this, [this] {
        m_isWanted = false;
        m_delay.start();
    });
    connect(m_result, &FillResult::stopRequested, this, &FillDialog::stop);
    connect(m_result, &FillResult::retryRequested, this, &FillDialog::tryOut);
    followEdits();
    connect(this, &QDialog::finished, this, [this] {
        cancelJobs();
        forgetTrial();
        m_result->showProblem({});
        keepShown(nullptr);
    });
    tryOut();
}

FillDialog::~FillDialog() { cancelJobs(); }

void FillDialog::build()
{
    setWindowTitle(m_form->isReplan() ? tr("Plan anew") : tr("Auto-fill"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(usualSize.boundedTo(screen()->availableSize() - frame));
    auto *heading = new QLabel(
        m_form->isReplan() ? tr("Plan a part anew; all else stands") : tr("Fill what is free"), this);
    heading->setProperty("tone", u"heading"_s);
    m_form->setFixedWidth(formWidth);
    m_fill->setDefault(true);
    auto *left = new QVBoxLayout;
    left->setSpacing(space::medium);
    left->addWidget(heading);
    left->addWidget(m_form);
    left->addStretch(1);
    auto *sides = new QHBoxLayout;
    sides->setSpacing(2 * space::medium);
    sides->addLayout(left);
    sides->addWidget(m_result, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::large, space::large, space::large, space::large);
    layout->setSpacing(space::medium);
    layout->addLayout(sides, 1);
    layout->addWidget(m_buttons);
    m_form->setFocus(Qt::OtherFocusReason);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &FillDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &FillDialog::reject);
}

void FillDialog::followEdits()
{
    const auto look = [this] {
        if (!m_isApplying && m_trial)
            recheck();
    };
    connect(&m_editor, &StationEditor::edited, this, look);
    connect(&m_editor, &StationEditor::reloaded, this, look);
    connect(&m_editor, &StationEditor::documentChanged, this, &QDialog::reject);
}

void FillDialog::cancelJobs()
{
    m_ticker.stop();
    if (m_job)
        std::exchange(m_job, nullptr)->cancel();
    m_outlook.cancel();
    m_recheck.cancel();
}

void FillDialog::forgetTrial()
{
    m_fill->setEnabled(false);
    m_edit.reset();
    m_trial.reset(); // what is shown keeps it
}

void FillDialog::keepShown(std::shared_ptr<const PlanTrial> trial)
{
    if (auto before = std::exchange(m_shown, std::move(trial)))
        m_editor.jobs().discard(std::move(before)); // maybe 100,000 events and as many lines
}

void FillDialog::tryOut()
{
    m_delay.stop();
    cancelJobs();
    forgetTrial();
    if (!m_editor.document())
        return;
    const Result<PlanOrder> order = m_form->order();
    if (!order) {
        showUnclear(order.error());
        return;
    }
    startOutlook(*order);
    startTrial(*order);
    m_result->showProgress(0, 0);
    m_ticker.start();
}

/// Nothing of what was told of another time is left to be read.
void FillDialog::showUnclear(const Error &error)
{
    m_result->showProblem(
        error.code == ErrorCode::EmptyRange
            ? tr("The end must lie after the start: set “To” to a time after %1.").arg(error.args.value(0))
            : sentence(error));
    m_result->clearOutlook();
    m_form->showTemplates({});
    m_fill->setText(m_form->isReplan() ? tr("Apply") : tr("Fill"));
}

void FillDialog::startOutlook(const PlanOrder &order)
{
    m_outlook.ask<PlanOutlook>(
        m_editor.jobs(), this,
        [station = m_editor.station(), order](Job &job) { return outlookOf(station, order, job); },
        [this](const Result<PlanOutlook> &outlook) {
            if (!outlook)
                return; // the trial fails for the same reason, and says so
            m_result->showOutlook(*outlook);
            m_form->showTemplates(outlook->templates);
        });
}

void FillDialog::startTrial(const PlanOrder &order)
{
    auto current = std::make_shared<std::shared_ptr<Job>>();
    m_job = m_editor.jobs().run<PlanTrial>(
        order.isReplan ? tr("Trying to plan anew") : tr("Trying a fill"), this,
        [snapshot = m_editor.snapshot(), order, stamp = m_editor.stamp()](Job &job) {
            return tryPlan(snapshot, order, stamp, job);
        },
        [this, current](Result<PlanTrial> trial) {
            if (m_job != *current)
                return JobOutcome{tr("Given up for another one."), true};
            take(std::move(trial));
            return JobOutcome{m_result->summary(), m_trial != nullptr};
        });
    *current = m_job;
}

void FillDialog::take(Result<PlanTrial> trial)
{
    m_ticker.stop();
    m_job.reset();
    if (!trial) {
        const bool isStopped = trial.error().code == ErrorCode::Cancelled;
        m_result->showProblem(isStopped ? tr("The trial was stopped. Nothing has changed.")
                                        : sentence(trial.error()),
                              isStopped);
        return;
    }
    m_trial = std::make_shared<const PlanTrial>(std::move(*trial));
    m_edit = m_trial->edit;
    m_result->showTrial(*m_trial, m_editor.clock());
    keepShown(m_trial);
    if (m_edit->state != m_editor.document()->state())
        recheck();
    showButton();
}

void FillDialog::stop()
{
    if (m_job)
        m_job->cancel(); // take() says so
}

void FillDialog::showButton()
{
    m_fill->setText(applyText(*m_trial));
    m_fill->setEnabled(!m_trial->edit.edit->isEmpty());
}

void FillDialog::recheck()
{
    m_edit.reset();
    m_recheck.ask<PreparedEdit>(
        m_editor.jobs(), this,
        [trial = m_trial, snapshot = m_editor.snapshot()](Job &) { return rebase(*trial, snapshot); },
        [this](Result<PreparedEdit> edit) { takeRechecked(std::move(edit)); });
}

void FillDialog::takeRechecked(Result<PreparedEdit> edit)
{
    const bool isWanted = std::exchange(m_isWanted, false);
    if (edit) {
        m_edit = std::move(*edit);
        if (isWanted)
            accept();
        return;
    }
    m_result->setNote(
        edit.error().code == ErrorCode::StationChanged
            ? tr("Tried anew, because %1 changed meanwhile.").arg(changedText(edit.error().detail))
            : sentence(edit.error()));
    tryOut();
}

QString FillDialog::summary() const { return m_result->summary(); }

void FillDialog::accept()
{
    if (!m_trial || !m_fill->isEnabled())
        return;
    if (!m_edit) { // it is being looked at again, and decides then
        m_isWanted = true;
        return;
    }
    const QString outcome = trialOutcome(*m_trial);
    m_editor.setPlanChoices(m_form->choices());
    m_isApplying = true;
    m_fill->setEnabled(false);
    m_editor.apply(*std::exchange(m_edit, std::nullopt), this, [this, outcome](bool isDone) {
        m_isApplying = false;
        if (!isDone) {
            tryOut(); // the editor has said why, or the answer was no
            return;
        }
        Q_EMIT filled(outcome);
        acceptSoon(*this);
    });
}

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/session/explainer.h"

#include "ui/session/planchoices.h"

#include <utility>

namespace sf {

using namespace std::chrono_literals;

namespace {

/// A row of key presses through the plan is explained once.
constexpr auto pause = 150ms;

} // namespace

Explainer::Explainer(StationEditor &editor, QObject *parent)
    : QObject(parent)
    , m_editor(editor)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(pause);
    connect(&m_delay, &QTimer::timeout, this, &Explainer::ask);
    const Selection &selection = editor.selection();
    for (const auto signal : {&Selection::changed, &Selection::spotChanged})
        connect(&selection, signal, this, &Explainer::askAnew);
    connect(&selection, &Selection::assetChanged, this, &Explainer::askOfAsset);
    connect(&editor, &StationEditor::edited, this, &Explainer::askAnew);
    for (const auto signal :
         {&StationEditor::reloaded, &StationEditor::documentChanged, &StationEditor::planChoicesChanged})
        connect(&editor, signal, this, &Explainer::askAnew);
}

void Explainer::setActive(bool isActive)
{
    if (isActive == std::exchange(m_isActive, isActive))
        return;
    askAnew();
}

void Explainer::cancel()
{
    m_delay.stop();
    m_job.cancel();
}

std::optional<Explainer::Question> Explainer::question() const
{
    const Selection &selection = m_editor.selection();
    Question asked;
    asked.spot = selection.spot();
    if (selection.events().size() == 1)
        asked.event = selection.events().front();
    const ScheduledEvent *event = m_editor.station().schedule().find(asked.event);
    if (!event && (!asked.spot || !selection.events().empty()))
        return std::nullopt;
    if (!event || event->asset != selection.asset())
        asked.asset = selection.asset();
    return asked;
}

void Explainer::askAnew()
{
    m_answer.reset();
    askSoon();
}

void Explainer::askOfAsset()
{
    if (m_answer)
        m_answer->asset.reset();
    askSoon();
}

void Explainer::askSoon()
{
    cancel();
    const std::optional<Question> next = question();
    if (!next || !m_isActive) {
        m_answer.reset();
        setState(m_editor.selection().events().size() > 1 ? State::SeveralPicked : State::NothingPicked);
        return;
    }
    m_asked = *next;
    m_delay.start();
    setState(State::Thinking);
}

void Explainer::ask()
{
    const Station &station = m_editor.station();
    const ScheduledEvent *event = station.schedule().find(m_asked.event);
    const PlanId plan = event ? event->plan : m_asked.spot ? m_asked.spot->plan : PlanId();
    m_job.ask<Answer>(
        m_editor.jobs(), this,
        [station, question = m_asked, request = requestFor(plan, m_editor.planChoices(), m_editor.now())](
            Job &job) { return work(station, question, request, job); },
        [this](Result<Answer> answer) { take(std::move(answer)); });
}

Result<Answer> Explainer::work(const Station &station, const Question &question, FillRequest request,
                               Job &job)
{
    auto explanation = question.event ? explainEvent(station, question.event, request, job)
                                      : explainAt(station, question.spot->time, request, job);
    if (!explanation)
        return fail(explanation.error());
    const Channel *channel = station.channelOf(request.plan);
    Answer answer{std::move(*explanation), std::nullopt, channel ? channel->clock() : ChannelClock()};
    const Asset *asset = question.asset ? station.assets().find(question.asset) : nullptr;
    if (!asset)
        return answer;
    const TimePoint start = answer.explanation.where.start;
    auto objections = explainAsset(station, asset->id, start, request, job);
    if (!objections)
        return fail(objections.error());
    answer.asset = AssetAnswer{asset->id, asset->title, start, std::move(*objections)};
    return answer;
}

void Explainer::take(Result<Answer> answer)
{
    if (!answer) {
        m_answer.reset();
        m_error = answer.error();
        setState(State::Failed);
        return;
    }
    m_answer = std::move(*answer);
    setState(State::Answered);
}

void Explainer::setState(State state)
{
    m_state = state;
    Q_EMIT changed();
}

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/session/stationeditor.h"

#include "core/schedule/operations.h"

#include <QMetaMethod>

#include <algorithm>
#include <limits>
#include <utility>

namespace sf {

namespace {

constexpr std::size_t everything = std::numeric_limits<std::size_t>::max();

} // namespace

StationEditor::StationEditor(NowSource now, QObject *parent)
    : QObject(parent)
    , m_now(std::move(now))
{
}

StationEditor::~StationEditor() = default;

void StationEditor::setDocument(std::unique_ptr<Document> document)
{
    m_selection.clear();
    m_selection.setSpot(std::nullopt);
    m_selection.setAsset({});
    answer(false);
    m_guard.clear();
    if (m_document)
        m_document->disconnect(this);
    std::swap(m_document, document);
    m_channel = {};
    if (m_document)
        watch(*m_document);
    chooseChannel();
    Q_EMIT documentChanged();
    Q_EMIT channelChanged();
    Q_EMIT undoChanged();
    Q_EMIT savingChanged();
    keepFollowed(everything);
}

void StationEditor::watch(Document &document)
{
    connect(&document, &Document::edited, this, &StationEditor::follow);
    connect(&document, &Document::undoChanged, this, &StationEditor::undoChanged);
    connect(&document, &Document::saved, this, &StationEditor::savingChanged);
    connect(&document, &Document::saveFailed, this, [this](const Error &error) {
        Q_EMIT saveFailed(error);
        Q_EMIT savingChanged();
    });
    connect(&document, &Document::reloaded, this, [this] {
        chooseChannel();
        Q_EMIT reloaded();
        keepFollowed(everything);
    });
}

void StationEditor::follow(const StationEdit &edit)
{
    const auto isGone = [this](EventId id) { return !station().schedule().find(id); };
    std::vector<EventId> selected = m_selection.events();
    std::erase_if(selected, isGone);
    m_selection.setEvents(std::move(selected));
    if (!edit.channels.isEmpty())
        chooseChannel();
    m_touched = m_prepared ? m_prepared : eventExtent(edit);
    Q_EMIT edited(edit);
    Q_EMIT savingChanged();
    keepFollowed(edit.events.before.size() + edit.events.after.size() + edit.assets.after.size());
}

void StationEditor::keepFollowed(std::size_t touchedCount)
{
    // Whoever drops the last copy of a plan frees what the edit replaced; of much, that takes longer than a frame.
    constexpr std::size_t few = 200;
    Station old = std::exchange(m_followed, station());
    if (touchedCount > few)
        m_jobs.discard(std::move(old));
}

void StationEditor::chooseChannel()
{
    if (station().findChannel(m_channel))
        return;
    setChannel(station().channels().empty() ? ChannelId{} : station().channels().front().id);
}

const Station &StationEditor::station() const
{
    static const Station none;
    return m_document ? m_document->station() : none;
}

PlanId StationEditor::plan() const
{
    const Plan *plan = station().onAirPlan(m_channel);
    return plan ? plan->id : PlanId{};
}

ChannelClock StationEditor::clock() const { return channel() ? channel()->clock() : ChannelClock(); }

void StationEditor::setChannel(ChannelId channel)
{
    if (channel == m_channel)
        return;
    m_channel = channel;
    Q_EMIT channelChanged();
}

void StationEditor::setPlanChoices(const PlanChoices &choices)
{
    if (choices == m_choices)
        return;
    m_choices = choices;
    Q_EMIT planChoicesChanged();
}

bool StationEditor::settle(Status status)
{
    if (!status)
        Q_EMIT failed(status.error());
    return status.has_value();
}

bool StationEditor::apply(Result<StationEdit> edit)
{
    if (!edit)
        return settle(fail(edit.error()));
    if (!m_document)
        return false;
    const auto later = [&]() -> std::function<bool()> {
        return [this, edit = *edit] { return settle(m_document->apply(StationEdit(edit))); };
    };
    return !isHeld(*edit, later) && settle(m_document->apply(std::move(*edit)));
}

bool StationEditor::apply(PreparedEdit edit)
{
    if (!m_document)
        return false;
    const auto later = [&]() -> std::function<bool()> { return [this, edit] { return applyNow(edit); }; };
    return !isHeld(*edit.edit, later) && applyNow(std::move(edit));
}

void StationEditor::apply(PreparedEdit edit, QObject *context, std::function<void(bool)> then)
{
    const bool isDone = apply(std::move(edit));
    if (!isDone && isAsking())
        connect(this, &StationEditor::onAirAnswered, context, std::move(then), Qt::SingleShotConnection);
    else
        then(isDone);
}

bool StationEditor::isHeld(const StationEdit &edit, const std::function<std::function<bool()>()> &goAhead)
{
    static const QMetaMethod asked = QMetaMethod::fromSignal(&StationEditor::onAirAsked);
    if (m_isAnswering || !m_guard.isActive(now()) || !isSignalConnected(asked))
        return false;
    const auto question = m_guard.question(edit, station(), now());
    if (!question)
        return false;
    answer(false); // to a question before, which this one replaces
    m_held = goAhead();
    Q_EMIT onAirAsked(*question);
    return true;
}

void StationEditor::answer(bool goesAhead)
{
    const auto held = std::exchange(m_held, nullptr);
    if (!held)
        return;
    m_isAnswering = true;
    const bool isApplied = goesAhead && m_document && held();
    m_isAnswering = false;
    Q_EMIT onAirAnswered(isApplied);
}

bool StationEditor::applyNow(PreparedEdit edit)
{
    m_prepared = edit.extent;
    const bool isDone = settle(m_document->apply(std::move(edit)));
    m_prepared.reset();
    return isDone;
}

bool StationEditor::moveEvents(std::span<const EventId> ids, Millis by)
{
    return m_document && apply(sf::moveEvents(station(), ids, by, stamp()));
}

bool StationEditor::moveEventsToPlan(std::span<const EventId> ids, PlanId plan, Millis by)
{
    return m_document && apply(sf::moveEventsToPlan(station(), ids, plan, by, stamp()));
}

bool StationEditor::trimEvent(EventId id, TimeRange range)
{
    return m_document && apply(sf::trimEvent(station(), id, range, stamp()));
}

bool StationEditor::removeEvents(std::span<const EventId> ids)
{
    return m_document && apply(sf::removeEvents(station(), ids, stamp()));
}

bool StationEditor::setLocked(std::span<const EventId> ids, bool isLocked)
{
    const QString name = isLocked ? tr("Lock %n event(s)", nullptr, static_cast<int>(ids.size()))
                                  : tr("Unlock %n event(s)", nullptr, static_cast<int>(ids.size()));
    return changeEvents(ids, name, [isLocked](ScheduledEvent &event) { event.isLocked = isLocked; });
}

bool StationEditor::changeEvents(std::span<const EventId> ids, const QString &name,
                                 const std::function<void(ScheduledEvent &)> &change)
{
    return m_document && apply(sf::changeEvents(station(), ids, name, change, stamp()));
}

bool StationEditor::insertAssets(PlanId plan, std::span<const AssetId> assets, TimePoint at)
{
    const Channel *channel = station().channelOf(plan);
    if (!m_document || !channel)
        return false;
    const FrameGrid grid = channel->grid();
    std::int64_t frame = grid.indexOf(at);
    std::vector<ScheduledEvent> events;
    std::vector<EventId> inserted;
    for (const AssetId id : assets) {
        const Asset *asset = station().assets().find(id);
        const std::int64_t frames = asset ? grid.framesFor(asset->playable()) : 0;
        if (frames == 0)
            return settle(fail(ErrorCode::BadArgument, {asset ? asset->title : id.toString(), tr("the plan"),
                                                        tr("Nobody knows its length: probe it first.")}));
        ScheduledEvent event;
        event.id = m_document->ids().next<EventId>();
        event.plan = plan;
        event.asset = id;
        event.title = asset->title;
        event.mediaIn = asset->som;
        event.range = TimeRange::between(grid.timeOf(frame), grid.timeOf(frame + frames));
        event.startMode = events.empty() ? StartMode::Fixed : StartMode::Follow;
        frame += frames;
        inserted.push_back(event.id);
        events.push_back(std::move(event));
    }
    if (!apply(sf::insertEvents(station(), std::move(events), stamp())))
        return false;
    m_selection.setEvents(std::move(inserted));
    return true;
}

bool StationEditor::addChannel(Channel channel)
{
    if (!m_document)
        return false;
    channel.id = m_document->ids().next<ChannelId>();
    const ChannelId id = channel.id;
    if (!apply(sf::addChannel(station(), std::move(channel), m_document->ids().next<PlanId>(), stamp())))
        return false;
    setChannel(id);
    return true;
}

bool StationEditor::step(EditKind kind)
{
    if (!m_document || m_isStepping)
        return false;
    if (std::optional<UndoPlan> plan = m_document->bigStep(kind, now())) {
        stepInJob(std::move(*plan));
        return true;
    }
    if (m_guard.isActive(now())) {
        const auto edit = m_document->nextStep(kind, now());
        const auto later = [&]() -> std::function<bool()> { return [this, kind] { return stepNow(kind); }; };
        if (edit && isHeld(*edit, later))
            return false;
    }
    return stepNow(kind);
}

bool StationEditor::stepNow(EditKind kind)
{
    const Result<StationEdit> done =
        kind == EditKind::Undo ? m_document->undo(now()) : m_document->redo(now());
    return settle(done ? Status() : fail(done.error()));
}

void StationEditor::stepInJob(UndoPlan plan)
{
    const EditKind kind = plan.kind;
    const std::int64_t state = plan.state;
    const QString title =
        (kind == EditKind::Undo ? tr("Undoing: %1") : tr("Redoing: %1")).arg(plan.step.name);
    m_isStepping = true;
    m_jobs.run<PreparedEdit>(
        title, this, [plan = std::move(plan)](Job &) { return workOut(plan); },
        [this, kind, state](Result<PreparedEdit> prepared) {
            m_isStepping = false;
            if (!m_document)
                return JobOutcome{tr("The station was closed meanwhile."), false};
            if (m_document->state() != state) { // an edit came in between
                step(kind);
                return JobOutcome{tr("Begun anew, because the station changed meanwhile."), true};
            }
            if (!prepared) {
                settle(fail(prepared.error()));
                return JobOutcome{sentence(prepared.error()), false};
            }
            const QString name = prepared->edit->name;
            if (apply(std::move(*prepared)))
                return JobOutcome{tr("Done: %1").arg(name), true};
            return isAsking() ? JobOutcome{tr("It waits for your answer."), true}
                              : JobOutcome{tr("It was refused."), false};
        });
}

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/document/document.h"
#include "ui/session/joblist.h"
#include "ui/session/onairguard.h"
#include "ui/session/planchoices.h"
#include "ui/session/prepared.h"
#include "ui/session/selection.h"
#include "ui/session/wallclock.h"

#include <functional>
#include <memory>
#include <optional>
#include <span>

namespace sf {

/// What every view and panel asks for a change: it turns requests into operations of core and applies them to
/// the open document. A request that is refused changes nothing and is told through failed().
class StationEditor : public QObject
{
    Q_OBJECT

public:
    explicit StationEditor(NowSource now = wallNow, QObject *parent = nullptr);
    ~StationEditor() override;

    /// Closes the document that was open, whose edits must be saved by then. Null leaves none open.
    void setDocument(std::unique_ptr<Document> document);
    /// Null where none is open.
    Document *document() const { return m_document.get(); }
    /// An empty one where none is open.
    const Station &station() const;
    /// For a job that prepares an edit; a document must be open.
    Snapshot snapshot() const { return {station(), m_document->state()}; }
    bool canEdit() const { return m_document && !m_document->isReadOnly(); }

    TimePoint now() const { return m_now(); }
    JobList &jobs() { return m_jobs; }
    Selection &selection() { return m_selection; }

    /// The channel that is worked on, and its plan on air; null and none where there is none.
    const Channel *channel() const { return station().findChannel(m_channel); }
    PlanId plan() const;
    ChannelClock clock() const;
    void setChannel(ChannelId channel);

    const PlanChoices &planChoices() const { return m_choices; }
    void setPlanChoices(const PlanChoices &choices);

    bool moveEvents(std::span<const EventId> ids, Millis by);
    bool moveEventsToPlan(std::span<const EventId> ids, PlanId plan, Millis by);
    bool trimEvent(EventId id, TimeRange range);
    bool removeEvents(std::span<const EventId> ids);
    bool setLocked(std::span<const EventId> ids, bool isLocked);
    /// Other fields than the time.
    bool changeEvents(std::span<const EventId> ids, const QString &name,
                      const std::function<void(ScheduledEvent &)> &change);
    /// One after the other from `at` on, on the main layer, each as long as its media; they are selected.
    bool insertAssets(PlanId plan, std::span<const AssetId> assets, TimePoint at);
    bool addChannel(Channel channel);
    bool apply(Result<StationEdit> edit);
    bool apply(PreparedEdit edit);
    /// As apply(); `then` hears whether it was applied, which may be after the operator has answered a question. Where
    /// `context` is gone by then, it is not called.
    void apply(PreparedEdit edit, QObject *context, std::function<void(bool isDone)> then);
    /// Takes the last edit back, or does it again; a big one in a job. False where it is refused at once.
    bool undo() { return step(EditKind::Undo); }
    bool redo() { return step(EditKind::Redo); }

    /// Which edits wait for a word. While somebody listens to onAirAsked(), such an edit is held back and its request
    /// returns false; answer() lets it go ahead or drops it.
    OnAirGuard &onAir() { return m_guard; }
    bool isAsking() const { return static_cast<bool>(m_held); }
    void answer(bool goesAhead);

    /// The time of the events that the latest edit touched, while edited() is told; none where it touched none.
    const std::optional<TimeRange> &touched() const { return m_touched; }

    /// A stamp for an operation that a job computes; a document must be open.
    EditStamp stamp() { return m_document->stamp(now()); }

Q_SIGNALS:
    /// Another document, or none.
    void documentChanged();
    void channelChanged();
    void edited(const sf::StationEdit &edit);
    /// Someone else wrote to the station, and everything may be different.
    void reloaded();
    void savingChanged();
    void undoChanged();
    void planChoicesChanged();
    void failed(const sf::Error &error);
    void onAirAsked(const sf::OnAirQuestion &question);
    void onAirAnswered(bool isApplied);
    void saveFailed(const sf::Error &error);

private:
    bool settle(Status status);
    bool applyNow(PreparedEdit edit);
    /// Whether the edit has to wait; then `goAhead` is kept until the answer.
    bool isHeld(const StationEdit &edit, const std::function<std::function<bool()>()> &goAhead);
    bool step(EditKind kind);
    bool stepNow(EditKind kind);
    void stepInJob(UndoPlan plan);
    void watch(Document &document);
    void follow(const StationEdit &edit);
    void chooseChannel();
    /// Everyone has followed an edit that touched so much.
    void keepFollowed(std::size_t touchedCount);

    NowSource m_now;
    JobList m_jobs;
    Selection m_selection;
    PlanChoices m_choices;
    std::unique_ptr<Document> m_document;
    Station m_followed; ///< as it was when the latest edit was told of
    std::optional<TimeRange>
        m_prepared; ///< the extent of the edit that is being applied, where a job knows it
    std::optional<TimeRange> m_touched;
    ChannelId m_channel;
    OnAirGuard m_guard;
    std::function<bool()> m_held; ///< applies the edit that waits for a word
    bool m_isAnswering = false;
    bool m_isStepping = false; ///< an undo or redo is being worked out
};

} // namespace sf

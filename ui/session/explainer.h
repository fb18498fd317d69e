// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/planning/explain.h"
#include "ui/session/latestjob.h"
#include "ui/session/stationeditor.h"

#include <QTimer>

namespace sf {

/// Whether an asset may start at a place, and what is in its way.
struct AssetAnswer
{
    AssetId asset;
    QString title;
    TimePoint start{};
    std::vector<Objection> objections; ///< empty where it may
};

/// Why the picked event is where it is, or nothing is at the picked spot.
struct Answer
{
    Explanation explanation;
    std::optional<AssetAnswer> asset; ///< of the asset picked in the library, where that is another one
    ChannelClock clock;               ///< of the channel that it is about
};

/// Explains what is picked, in a job, a moment after it was picked; and again after an edit. An answer to an earlier
/// question is never given.
class Explainer : public QObject
{
    Q_OBJECT

public:
    explicit Explainer(StationEditor &editor, QObject *parent = nullptr);

    enum class State : std::uint8_t {
        NothingPicked,
        SeveralPicked,
        Thinking,
        Answered,
        Failed,
    };
    State state() const { return m_state; }
    bool isSettled() const { return !m_delay.isActive() && !m_job.isRunning(); }
    /// Of State::Answered; while another asset of the library is looked at, what was said of the place stays.
    const std::optional<Answer> &answer() const { return m_answer; }
    /// Of State::Failed.
    const Error &error() const { return m_error; }
    /// Nobody looks: nothing is worked out until somebody does.
    void setActive(bool isActive);

Q_SIGNALS:
    void changed();

private:
    /// What is asked about.
    struct Question
    {
        EventId event;
        std::optional<PickedSpot> spot;
        AssetId asset;
    };

    void askAnew();
    void askOfAsset();
    void askSoon();
    void ask();
    std::optional<Question> question() const;
    void cancel();
    void take(Result<Answer> answer);
    void setState(State state);
    static Result<Answer> work(const Station &station, const Question &question, FillRequest request,
                               Job &job);

    StationEditor &m_editor;
    QTimer m_delay;
    LatestJob m_job;
    Question m_asked;
    std::optional<Answer> m_answer;
    Error m_error;
    State m_state = State::NothingPicked;
    bool m_isActive = true;
};

} // namespace sf

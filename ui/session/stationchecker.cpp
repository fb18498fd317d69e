// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/session/stationchecker.h"

#include "core/planning/check.h"

#include <algorithm>
#include <utility>

namespace sf {

using namespace std::chrono_literals;

namespace {

/// After an edit; a drag of the wheel or a row of key presses is checked once.
constexpr auto pause = 250ms;

Result<CheckedStation> checkAll(Station station, Millis cooldown, TimePoint now, Job &job)
{
    CheckedStation out;
    std::vector<Issue> issues;
    for (const Plan &plan : station.plans()) {
        if (!plan.isOnAir)
            continue;
        CheckRequest request;
        request.plan = plan.id;
        request.cooldown = cooldown;
        request.now = now;
        Result<CheckReport> report = check(station, request, job);
        if (!report)
            return fail(report.error());
        out.events += report->events;
        for (Issue &issue : report->issues) {
            const bool isSomewhere = issue.code != IssueCode::QuotaShort; // that is of the whole plan
            if (issue.severity != Severity::Info && isSomewhere)
                out.problems.emplace_back(plan.id, issue.range);
            issues.push_back(std::move(issue));
        }
    }
    out.groups = std::make_shared<const IssueGroups>(groupIssues(std::move(issues)));
    out.notices = countNotices(*out.groups);
    out.station = std::move(station);
    return out;
}

} // namespace

StationChecker::StationChecker(StationEditor &editor, QObject *parent)
    : QObject(parent)
    , m_editor(editor)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(pause);
    connect(&m_delay, &QTimer::timeout, this, &StationChecker::checkNow);
    connect(&editor, &StationEditor::edited, this, &StationChecker::checkSoon);
    connect(&editor, &StationEditor::reloaded, this, &StationChecker::checkSoon);
    connect(&editor, &StationEditor::documentChanged, this, &StationChecker::checkNow);
    connect(&editor, &StationEditor::planChoicesChanged, this, &StationChecker::followCooldown);
}

void StationChecker::followCooldown()
{
    const Millis cooldown = m_editor.planChoices().cooldown;
    if (cooldown == std::exchange(m_cooldown, cooldown))
        return;
    checkSoon();
}

void StationChecker::checkSoon() { m_delay.start(); }

void StationChecker::checkNow()
{
    m_delay.stop();
    if (m_job)
        m_job->cancel();
    auto current = std::make_shared<std::shared_ptr<Job>>();
    m_job = m_editor.jobs().runQuietly<CheckedStation>(
        this,
        [station = m_editor.station(), cooldown = m_cooldown, now = m_editor.now()](Job &job) {
            return checkAll(station, cooldown, now, job);
        },
        [this, current](Result<CheckedStation> result) {
            if (m_job != *current)
                return; // a newer check is on its way
            m_job.reset();
            if (result) {
                auto old =
                    std::exchange(m_latest, std::make_shared<const CheckedStation>(std::move(*result)));
                Q_EMIT checked();
                m_editor.jobs().discard(std::move(old)); // maybe the last copy of a plan
            } else if (result.error().code != ErrorCode::Cancelled) {
                Q_EMIT failed(result.error());
            }
        });
    *current = m_job;
}

std::optional<TimeRange> StationChecker::nextProblem(PlanId plan, TimePoint t) const
{
    std::optional<TimeRange> next;
    for (const auto &[where, range] : m_latest->problems) {
        if (where == plan && range.end() > t && (!next || range.start < next->start))
            next = range;
    }
    return next;
}

} // namespace sf

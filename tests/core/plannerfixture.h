// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/planning/fill.h"

#include "planningfixture.h"

#include <vector>

namespace sf::test {

/// A station with rules, templates and recurring events.
struct PlannerFixture : PlanningFixture
{
    std::vector<Rule> rules;
    std::vector<WeekTemplate> templates;
    std::vector<Recurrence> recurrences;

    PlannerFixture() { channel.zone = QStringLiteral("Europe/Rome"); }

    Asset &addItem(const char *category, Micros duration, AssetKind kind = AssetKind::Program)
    {
        Asset &asset = addAsset(duration);
        asset.category = QString::fromLatin1(category);
        asset.kind = kind;
        return asset;
    }
    Rule &addRule(RuleBody body, const char *category = "")
    {
        Rule rule;
        rule.id = ids.next<RuleId>();
        rule.name = QStringLiteral("Rule %1").arg(rules.size() + 1);
        rule.scope.category = QString::fromLatin1(category);
        rule.body = std::move(body);
        rules.push_back(rule);
        return rules.back();
    }
    WeekTemplate &addTemplate(std::vector<Daypart> dayparts)
    {
        WeekTemplate week;
        week.id = ids.next<TemplateId>();
        week.channel = channel.id;
        week.name = QStringLiteral("Week");
        week.dayparts = std::move(dayparts);
        templates.push_back(week);
        return templates.back();
    }
    static Daypart daypart(const char *name, Millis from, Millis until, const char *category = "")
    {
        Daypart made;
        made.name = QString::fromLatin1(name);
        made.from = from;
        made.until = until;
        if (*category != '\0')
            made.filter.categories = {QString::fromLatin1(category)};
        return made;
    }
    Recurrence &addRecurrence(LocalTime start, const char *rrule)
    {
        Recurrence made;
        made.id = ids.next<RecurrenceId>();
        made.channel = channel.id;
        made.name = QStringLiteral("Recurring");
        made.start = start;
        made.rrule = QString::fromLatin1(rrule);
        recurrences.push_back(made);
        return recurrences.back();
    }

    Station station() const
    {
        Station made = PlanningFixture::station();
        StationEdit edit;
        edit.rules.after = rules;
        edit.templates.after = templates;
        edit.recurrences.after = recurrences;
        if (!made.apply(edit))
            qFatal("the fixture does not fit together");
        return made;
    }
    FillRequest request(TimePoint start, Millis length) const
    {
        FillRequest made;
        made.plan = plan.id;
        made.range = {start, length};
        made.seed = 7;
        made.now = start;
        return made;
    }
};

inline LocalTime wall(const char *iso) { return parseIso8601(QString::fromLatin1(iso)).value().local; }

/// Fails the program where fill() does.
inline FillOutcome planned(const Station &station, const FillRequest &request)
{
    Job job;
    auto outcome = fill(station, request, {EditId::fromBits(1, 2), QStringLiteral("test"), request.now}, job);
    if (!outcome)
        qFatal("fill failed: %s", qPrintable(sentence(outcome.error())));
    return *outcome;
}
inline FillOutcome planned(const PlannerFixture &fixture, const FillRequest &request)
{
    return planned(fixture.station(), request);
}

} // namespace sf::test

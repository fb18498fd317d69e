// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "app/cli/commands.h"
#include "app/cli/editcommands.h"
#include "app/cli/fillcommand.h"
#include "app/cli/fillview.h"
#include "app/cli/jsonview.h"
#include "app/cli/transfercommands.h"
#include "core/planning/check.h"
#include "core/planning/explaintext.h"
#include "core/schedule/issuetext.h"
#include "core/time/iso8601.h"

#include <CLI/CLI.hpp>

namespace sf::cli {

using namespace Qt::StringLiterals;

namespace {

struct RangeOptions
{
    std::string channel;
    std::string from;
    std::string to;
    int days = 0;
    std::string cooldown = "48h";

    RangeArguments range() const { return {textOf(from), textOf(to), 0, days}; }
};
using OptionsPtr = std::shared_ptr<RangeOptions>;

constexpr std::size_t listedIssues = 40; ///< in the text for people; the JSON has them all

void addRangeOptions(CLI::App *app, const OptionsPtr &options)
{
    app->add_option("--channel", options->channel, "Channel; needed where there are several");
    app->add_option("--from", options->from,
                    "Start, channel time; a date alone is the start of its broadcast day");
    auto *to = app->add_option("--to", options->to, "End (not included), as --from");
    app->add_option("--days", options->days, "Or so many broadcast days")
        ->excludes(to)
        ->check(CLI::Range(1, 3660));
}

Result<Outcome> list(Invocation &invocation, const RangeOptions &options)
{
    const auto document = openStation(invocation);
    if (!document)
        return fail(document.error());
    const Station station = (*document)->station();
    const auto where = channelPlan(station, textOf(options.channel));
    if (!where)
        return fail(where.error());
    const auto range = readOptionalRange(station, *where, options.range());
    if (!range)
        return fail(range.error());
    const auto forEach = [station, plan = where->plan, range = *range](const auto &visit) {
        if (range)
            station.schedule().forEachIn(plan, *range, visit);
        else
            station.schedule().forEach(plan, visit);
    };
    Outcome outcome;
    if (invocation.isJson) {
        outcome.rows =
            JsonRows{u"events"_s, [station, forEach](const JsonRows::Write &write) {
                         forEach([&](const ScheduledEvent &event) { write(toJson(station, event)); });
                     }};
        return outcome;
    }
    forEach([&](const ScheduledEvent &event) { outcome.text += eventLine(station, event); });
    if (outcome.text.isEmpty())
        outcome.text = u"Nothing is planned there.\n"_s;
    return outcome;
}

QJsonObject toJson(const CheckReport &report, const Station &station, const ChannelClock &clock)
{
    QJsonObject json;
    json["events"_L1] = static_cast<double>(report.events);
    json["conflicts"_L1] =
        toArray(report.overlaps.pairs, [&](const Overlap &overlap) { return cli::toJson(station, overlap); });
    json["conflictsTotal"_L1] = static_cast<double>(report.overlaps.total);
    json["gaps"_L1] = toArray(report.gaps, [](const TimeRange &gap) { return cli::toJson(gap); });
    json["cooldown"_L1] = toArray(report.cooldown, [](const CooldownBreak &found) {
        return QJsonObject{{u"event"_s, found.event.toString()},
                           {u"previous"_s, found.previous.toString()},
                           {u"shortByMs"_s, static_cast<double>(found.shortBy.count())}};
    });
    json["rules"_L1] = toArray(report.rules, [&](const RuleBreak &found) {
        const ScheduledEvent *event = station.schedule().find(found.event);
        QJsonObject object{
            {u"event"_s, found.event.toString()},
            {u"start"_s, toIso8601(found.start)},
            {u"code"_s, nameOf(found.obstacle)},
            {u"rule"_s, found.ruleName},
            {u"message"_s, sentence(found, event ? station.titleOf(*event) : QString(), clock)}};
        if (found.other)
            object["other"_L1] = found.other.toString();
        return object;
    });
    json["quotas"_L1] = toArray(report.quotas, [](const QuotaShare &share) { return cli::toJson(share); });
    json["duplicates"_L1] = toArray(report.duplicates, [](const DuplicateEvent &found) {
        return QJsonObject{{u"event"_s, found.event.toString()}, {u"first"_s, found.first.toString()}};
    });
    const auto idText = [](EventId id) { return id.toString(); };
    json["missing"_L1] = toArray(report.missing, idText);
    json["unprobed"_L1] = toArray(report.unprobed, idText);
    json["issues"_L1] =
        toArray(report.issues, [&](const Issue &issue) { return cli::toJson(station, issue); });
    return json;
}

QString describe(const CheckReport &report, const Station &station)
{
    QString text = u"%1: %2, %3, %4, %5, %6, %7\n"_s.arg(
        counted(report.events, "event", "events"), counted(report.overlaps.total, "conflict", "conflicts"),
        counted(std::ssize(report.gaps), "gap", "gaps"),
        counted(std::ssize(report.cooldown), "repeat too soon", "repeats too soon"),
        counted(std::ssize(report.rules), "broken rule", "broken rules"),
        counted(std::ssize(report.duplicates), "duplicate", "duplicates"),
        counted(std::ssize(report.missing), "missing file", "missing files"));
    std::size_t listed = 0;
    for (const Issue &issue : report.issues) {
        if (issue.severity == Severity::Info)
            continue;
        if (++listed > listedIssues)
            continue;
        text += u"  "_s + sentence(station, issue) + u'\n';
    }
    if (listed > listedIssues)
        text += u"  … and %1 more; --json lists them all\n"_s.arg(listed - listedIssues);
    return text;
}

Result<Outcome> runCheck(Invocation &invocation, const RangeOptions &options)
{
    const auto document = openStation(invocation);
    if (!document)
        return fail(document.error());
    const Station &station = (*document)->station();
    const auto where = channelPlan(station, textOf(options.channel));
    if (!where)
        return fail(where.error());
    const auto range = readOptionalRange(station, *where, options.range());
    if (!range)
        return fail(range.error());
    const auto cooldown = readCooldown(options.cooldown);
    if (!cooldown)
        return fail(cooldown.error());
    CheckRequest request;
    request.plan = where->plan;
    request.range = *range;
    request.cooldown = *cooldown;
    request.now = invocation.now;
    const auto report = *range && (*range)->isEmpty() ? Result<CheckReport>(CheckReport())
                                                      : check(station, request, *invocation.job);
    if (!report)
        return fail(report.error());
    Outcome outcome;
    outcome.json = toJson(*report, station, where->channel.clock());
    outcome.text = describe(*report, station);
    outcome.needsAttention = report->overlaps.total > 0 || !report->gaps.empty() ||
                             !report->cooldown.empty() || !report->rules.empty() || !report->quotas.empty() ||
                             !report->duplicates.empty() || !report->missing.empty();
    return outcome;
}

} // namespace

void addScheduleCommands(CLI::App &app, Command &command)
{
    CLI::App *family = app.add_subcommand("schedule", "What the channels play")->require_subcommand(1);
    addTransferCommands(*family, command);
    addFillCommands(*family, command);

    const auto checkOptions = std::make_shared<RangeOptions>();
    CLI::App *check =
        family->add_subcommand("check", "Find conflicts, gaps, repeats, duplicates and missing media");
    addRangeOptions(check, checkOptions);
    check
        ->add_option("--cooldown", checkOptions->cooldown,
                     "Between two airings of one content, start to start")
        ->capture_default_str();
    check->callback([checkOptions, &command] {
        command = [checkOptions](Invocation &invocation) { return runCheck(invocation, *checkOptions); };
    });

    const auto listOptions = std::make_shared<RangeOptions>();
    CLI::App *list = family->add_subcommand("list", "List the events");
    addRangeOptions(list, listOptions);
    list->callback([listOptions, &command] {
        command = [listOptions](Invocation &invocation) { return cli::list(invocation, *listOptions); };
    });
    addEditCommands(*family, command);
}

} // namespace sf::cli

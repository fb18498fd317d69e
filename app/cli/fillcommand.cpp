// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "app/cli/fillcommand.h"

#include "app/cli/fillview.h"
#include "core/model/names.h"
#include "core/planning/replan.h"
#include "core/time/iso8601.h"

#include <CLI/CLI.hpp>
#include <QElapsedTimer>

namespace sf::cli {

using namespace Qt::StringLiterals;

namespace {

struct FillOptions
{
    std::string channel;
    std::string from;
    std::string to;
    double hours = 0;
    int days = 0;
    std::string cooldown = "48h";
    std::string allowedCooldown;
    std::string order = "shuffle";
    std::optional<std::uint64_t> seed;
    bool isDryRun = false;
    bool replaceAuto = false;
    std::string week;
    std::string what = "range";
    std::vector<std::string> events;
    std::string event;
    std::string at;
    std::string asset;
};
using OptionsPtr = std::shared_ptr<FillOptions>;

/// A request without its range.
Result<FillRequest> readRules(const FillOptions &options, PlanId plan, TimePoint now)
{
    const auto cooldown = readCooldown(options.cooldown);
    if (!cooldown)
        return fail(cooldown.error());
    FillRequest request;
    request.plan = plan;
    request.cooldown = *cooldown;
    request.order = *fromName<PickOrder>(textOf(options.order));
    request.seed = options.seed.value_or(1);
    request.replaceAuto = options.replaceAuto;
    request.now = now;
    if (!options.allowedCooldown.empty()) {
        const auto allowed = readCooldown(options.allowedCooldown);
        if (!allowed)
            return fail(allowed.error());
        request.allowedCooldown = *allowed;
    }
    return request;
}

/// A week template of the channel by its id or its name; none where nothing is asked for.
Result<TemplateId> readTemplate(const Station &station, ChannelId channel, const QString &text)
{
    std::vector<TemplateId> named;
    for (const WeekTemplate &week : station.templates()) {
        if (week.channel != channel || text.isEmpty())
            continue;
        if (week.id.toString() == text)
            return week.id;
        if (week.name.compare(text, Qt::CaseInsensitive) == 0)
            named.push_back(week.id);
    }
    if (named.size() > 1)
        return fail(ErrorCode::BadArgument, {text, u"--template"_s, u"Several have this name: use an id."_s});
    if (named.empty() && !text.isEmpty())
        return fail(ErrorCode::UnknownObject, {u"template"_s, text});
    return named.empty() ? TemplateId() : named.front();
}

Result<FillRequest> readRequest(const FillOptions &options, const Station &station, const ChannelPlan &where,
                                TimePoint now)
{
    const auto range = readRange(where.channel.clock(),
                                 {textOf(options.from), textOf(options.to), options.hours, options.days});
    if (!range)
        return fail(range.error());
    const auto week = readTemplate(station, where.channel.id, textOf(options.week));
    if (!week)
        return fail(week.error());
    auto request = readRules(options, where.plan, now);
    if (request) {
        request->range = *range;
        request->week = *week;
    }
    return request;
}

Result<std::vector<EventId>> readEvents(const std::vector<std::string> &texts)
{
    std::vector<EventId> ids;
    for (const std::string &text : texts) {
        const auto id = EventId::fromString(textOf(text));
        if (!id)
            return fail(ErrorCode::UnknownObject, {u"event"_s, textOf(text)});
        ids.push_back(*id);
    }
    return ids;
}

/// `plan(station, request)` makes the outcome of a fill.
template <class F>
Result<Change> compute(Document &document, const FillOptions &options, Invocation &invocation, F &&plan)
{
    const Station &station = document.station();
    const auto where = channelPlan(station, textOf(options.channel));
    if (!where)
        return fail(where.error());
    const auto request = readRequest(options, station, *where, invocation.now);
    if (!request)
        return fail(request.error());
    QElapsedTimer timer;
    timer.start();
    Result<FillOutcome> filled = plan(station, *request, document.stamp(invocation.now));
    if (!filled)
        return fail(filled.error());
    Outcome outcome =
        describeFill(station, *filled, where->channel.clock(), options.isDryRun, timer.elapsed());
    return Change{options.isDryRun ? StationEdit() : std::move(filled->edit), std::move(outcome)};
}

Result<Outcome> runFill(Invocation &invocation, const FillOptions &options)
{
    return changeStation(invocation, [&](Document &document) {
        return compute(document, options, invocation,
                       [&](const Station &station, const FillRequest &request, const EditStamp &stamp) {
                           return fill(station, request, stamp, *invocation.job);
                       });
    });
}

Result<Outcome> runReplan(Invocation &invocation, const FillOptions &options)
{
    const auto selection = readEvents(options.events);
    if (!selection)
        return fail(selection.error());
    return changeStation(invocation, [&](Document &document) {
        return compute(document, options, invocation,
                       [&](const Station &station, const FillRequest &request, const EditStamp &stamp) {
                           ReplanRequest wanted;
                           wanted.fill = request;
                           wanted.selection = *selection;
                           wanted.isAfresh = options.seed.has_value();
                           wanted.scope = selection->empty() ? *fromName<ReplanScope>(textOf(options.what))
                                                             : ReplanScope::Selection;
                           return replan(station, wanted, stamp, *invocation.job);
                       });
    });
}

Result<Outcome> runFeasibility(Invocation &invocation, const FillOptions &options)
{
    const auto document = openStation(invocation);
    if (!document)
        return fail(document.error());
    const Station &station = (*document)->station();
    const auto where = channelPlan(station, textOf(options.channel));
    if (!where)
        return fail(where.error());
    const auto request = readRequest(options, station, *where, invocation.now);
    if (!request)
        return fail(request.error());
    QElapsedTimer timer;
    timer.start();
    const auto report = feasibilityReport(station, *request, *invocation.job);
    if (!report)
        return fail(report.error());
    return describeFeasibility(*report, timer.elapsed());
}

Result<Outcome> explainPlace(Invocation &invocation, const FillOptions &options, const Station &station)
{
    const auto where = channelPlan(station, textOf(options.channel));
    if (!where)
        return fail(where.error());
    const ChannelClock clock = where->channel.clock();
    const auto request = readRules(options, where->plan, invocation.now);
    if (!request)
        return fail(request.error());
    const auto at = clock.parse(textOf(options.at));
    if (!at)
        return fail(at.error());
    if (options.asset.empty()) {
        const auto explanation = explainAt(station, *at, *request, *invocation.job);
        if (!explanation)
            return fail(explanation.error());
        return describeExplanation(station, *explanation, clock);
    }
    const auto id = AssetId::fromString(textOf(options.asset));
    const Asset *asset = id ? station.assets().find(*id) : nullptr;
    if (!asset)
        return fail(ErrorCode::UnknownObject, {u"asset"_s, textOf(options.asset)});
    const auto objections = explainAsset(station, *id, *at, *request, *invocation.job);
    if (!objections)
        return fail(objections.error());
    return describeObjections(*asset, *objections, clock);
}

Result<Outcome> runExplain(Invocation &invocation, const FillOptions &options)
{
    const auto document = openStation(invocation);
    if (!document)
        return fail(document.error());
    const Station &station = (*document)->station();
    if (options.event.empty() && options.at.empty())
        return fail(ErrorCode::BadArgument,
                    {QString(), u"what to explain"_s, u"Give an event's id, or a time with --at."_s});
    if (options.event.empty())
        return explainPlace(invocation, options, station);
    const auto id = EventId::fromString(textOf(options.event));
    const ScheduledEvent *event = id ? station.schedule().find(*id) : nullptr;
    if (!event)
        return fail(ErrorCode::UnknownObject, {u"event"_s, textOf(options.event)});
    const auto request = readRules(options, event->plan, invocation.now);
    if (!request)
        return fail(request.error());
    const auto explanation = explainEvent(station, *id, *request, *invocation.job);
    if (!explanation)
        return fail(explanation.error());
    return describeExplanation(station, *explanation, station.channelOf(event->plan)->clock());
}

void addRuleOptions(CLI::App *app, const OptionsPtr &options)
{
    app->add_option("--channel", options->channel, "Channel; needed where there are several");
    app->add_option("--cooldown", options->cooldown,
                    "Between two airings of one content, start to start, where no rule says")
        ->capture_default_str();
    app->add_option("--allow-cooldown", options->allowedCooldown,
                    "Where nothing else fits, a cooldown as short as this will do");
    app->add_option("--order", options->order,
                    "Where no daypart says: shuffle, least-recent, weighted or sequential")
        ->check(CLI::IsMember({"shuffle", "least-recent", "weighted", "sequential"}))
        ->capture_default_str();
}

void addSeed(CLI::App *app, const OptionsPtr &options, const char *what)
{
    app->add_option("--seed", options->seed, what);
}

void addRangeOptions(CLI::App *app, const OptionsPtr &options)
{
    app->add_option("--from", options->from,
                    "Start, channel time; a date alone is the start of its broadcast day")
        ->required();
    auto *end = app->add_option_group("end")->require_option(1);
    end->add_option("--to", options->to, "End (not included), as --from");
    end->add_option("--hours", options->hours, "Or so many hours")->check(CLI::Range(0.001, 87840.0));
    end->add_option("--days", options->days, "Or so many broadcast days")->check(CLI::Range(1, 3660));
    app->add_option("--template", options->week,
                    "A week template, by name or id, for all of it; else the calendar says which");
    addRuleOptions(app, options);
}

CLI::App *addCommand(CLI::App &schedule, Command &command, const OptionsPtr &options, const char *name,
                     const char *what, Result<Outcome> (*run)(Invocation &, const FillOptions &))
{
    CLI::App *app = schedule.add_subcommand(name, what);
    app->callback([options, run, &command] {
        command = [options, run](Invocation &invocation) { return run(invocation, *options); };
    });
    return app;
}

} // namespace

Result<Millis> readCooldown(const std::string &text)
{
    const auto cooldown = parseDuration(textOf(text));
    if (!cooldown || *cooldown < Millis::zero()) {
        return fail(ErrorCode::BadArgument,
                    {textOf(text), u"--cooldown"_s, u"Use a length such as 48h or 90m, 0 for none."_s});
    }
    return *cooldown;
}

void addFillCommands(CLI::App &schedule, Command &command)
{
    auto options = std::make_shared<FillOptions>();
    CLI::App *fill = addCommand(schedule, command, options, "fill",
                                "Fill what is free by the rules, templates and recurrences", runFill);
    addRangeOptions(fill, options);
    addSeed(fill, options, "The same seed gives the same schedule (1 where it is not given)");
    fill->add_flag("--dry-run", options->isDryRun, "Only say what would be done");
    fill->add_flag("--replace-auto", options->replaceAuto, "Plan anew what an earlier fill placed");

    options = std::make_shared<FillOptions>();
    CLI::App *replan =
        addCommand(schedule, command, options, "replan", "Plan a part anew; all else stands", runReplan);
    addRangeOptions(replan, options);
    replan
        ->add_option("--what", options->what,
                     "range: all that was auto-filled there; broken: what breaks a rule")
        ->check(CLI::IsMember({"range", "broken"}))
        ->capture_default_str();
    replan->add_option("--event", options->events, "Or only these events");
    addSeed(
        replan, options,
        "Plan a range afresh, by this seed; without it what is still right stays, unless moving it closes a "
        "gap or keeps a preference");
    replan->add_flag("--dry-run", options->isDryRun, "Only say what would be done");

    options = std::make_shared<FillOptions>();
    CLI::App *feasibility =
        addCommand(schedule, command, options, "feasibility",
                   "Can the library fill it at all, by daypart and category", runFeasibility);
    addRangeOptions(feasibility, options);
    addSeed(feasibility, options, "As in fill; a bound is the same for every seed");

    options = std::make_shared<FillOptions>();
    CLI::App *explain = addCommand(schedule, command, options, "explain",
                                   "Why something is planned, or nothing is, or an asset is not", runExplain);
    explain->add_option("ID", options->event, "An event");
    explain->add_option("--at", options->at, "Or what is, or is not, at this time of the channel");
    explain->add_option("--asset", options->asset, "And why this asset is not there");
    addRuleOptions(explain, options);
    addSeed(explain, options, "That of the fill (1 where it is not given)");
}

} // namespace sf::cli

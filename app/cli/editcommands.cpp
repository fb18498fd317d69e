// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "app/cli/editcommands.h"

#include "app/cli/jsonview.h"
#include "core/model/names.h"
#include "core/planning/check.h"
#include "core/schedule/fields.h"
#include "core/schedule/issuetext.h"
#include "core/schedule/merge.h"
#include "core/schedule/operations.h"
#include "core/time/iso8601.h"

#include <CLI/CLI.hpp>
#include <QFileInfo>

#include <unordered_set>

namespace sf::cli {

using namespace Qt::StringLiterals;

namespace {

struct EditOptions
{
    std::vector<std::string> ids;
    std::string id;
    std::vector<std::string> assignments;
    std::string by;
    std::string channel;
    std::string at;
    std::string asset;
    std::string url;
    std::string title;
    std::string duration;
    bool isLocked = false;
};
using OptionsPtr = std::shared_ptr<EditOptions>;

constexpr std::size_t listedLines = 20; ///< in the text for people; the JSON has them all

Result<std::vector<EventId>> readIds(const std::vector<std::string> &texts)
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

/// Around what an edit did: every plan and time it touched, before and after.
struct Touched
{
    PlanId plan;
    TimeRange range;
};

std::vector<Touched> touchedBy(const StationEdit &edit)
{
    std::vector<Touched> touched;
    const auto add = [&](const ScheduledEvent &event) {
        for (Touched &known : touched) {
            if (known.plan != event.plan)
                continue;
            const TimePoint start = std::min(known.range.start, event.range.start);
            known.range = TimeRange::between(start, std::max(known.range.end(), event.range.end()));
            return;
        }
        touched.push_back({event.plan, event.range});
    };
    for (const ScheduledEvent &event : edit.events.before)
        add(event);
    for (const ScheduledEvent &event : edit.events.after)
        add(event);
    return touched;
}

/// Whether an issue is of the edit's making: an event it placed takes part, or a gap is where one went from.
bool isCausedBy(const StationEdit &edit, const std::unordered_set<EventId> &placed, const Issue &issue)
{
    if (issue.severity == Severity::Info)
        return false;
    if (issue.code == IssueCode::Gap) {
        return std::any_of(edit.events.before.begin(), edit.events.before.end(),
                           [&](const ScheduledEvent &event) { return event.range.overlaps(issue.range); });
    }
    return std::any_of(issue.events.begin(), issue.events.end(),
                       [&](EventId id) { return placed.contains(id); });
}

/// The issues that an edit causes, once it is applied. Errors: Cancelled.
Result<std::vector<Issue>> issuesCausedBy(const StationEdit &edit, const Station &after,
                                          const Invocation &invocation)
{
    std::unordered_set<EventId> placed;
    for (const ScheduledEvent &event : edit.events.after)
        placed.insert(event.id);
    std::vector<Issue> caused;
    for (const Touched &touched : touchedBy(edit)) {
        const auto extent = after.schedule().extent(touched.plan);
        CheckRequest request;
        request.plan = touched.plan;
        request.range =
            TimeRange::between(touched.range.start - request.cooldown, touched.range.end() + request.cooldown)
                .intersected(extent.value_or(TimeRange()));
        request.now = invocation.now;
        if (request.range->isEmpty())
            continue;
        const auto report = check(after, request, *invocation.job);
        if (!report)
            return fail(report.error());
        std::copy_if(report->issues.begin(), report->issues.end(), std::back_inserter(caused),
                     [&](const Issue &issue) { return isCausedBy(edit, placed, issue); });
    }
    return caused;
}

/// What the events look like now, for people.
QString eventLines(const StationEdit &edit, const Station &after)
{
    QString text;
    const auto &events = edit.events.after;
    for (std::size_t i = 0; i < events.size() && i < listedLines; ++i)
        text += u"  "_s + eventLine(after, events[i]);
    if (events.size() > listedLines)
        text += u"  … and %1 more\n"_s.arg(events.size() - listedLines);
    return text;
}

/// What an edit did, and the issues it causes, once it is applied. Errors: Cancelled.
Result<Outcome> outcomeOf(const StationEdit &edit, const Station &after, const Invocation &invocation)
{
    const auto caused = issuesCausedBy(edit, after, invocation);
    if (!caused)
        return fail(caused.error());
    const std::vector<Issue> &issues = *caused;
    Outcome outcome;
    outcome.json["edit"_L1] =
        QJsonObject{{u"name"_s, edit.name}, {u"changed"_s, static_cast<double>(edit.changedCount())}};
    outcome.json["issues"_L1] = toArray(issues, [&](const Issue &issue) { return toJson(after, issue); });
    if (!edit.events.after.empty())
        outcome.json["events"_L1] =
            toArray(edit.events.after, [&](const ScheduledEvent &event) { return toJson(after, event); });
    outcome.needsAttention = !issues.empty();
    outcome.text =
        u"%1: %2\n"_s.arg(edit.name, counted(edit.changedCount(), "object changed", "objects changed"));
    outcome.text += eventLines(edit, after);
    for (std::size_t i = 0; i < issues.size() && i < listedLines; ++i)
        outcome.text += u"  "_s + sentence(after, issues[i]) + u'\n';
    if (issues.size() > listedLines)
        outcome.text += u"  … and %1 more; --json lists them all\n"_s.arg(issues.size() - listedLines);
    return outcome;
}

Result<Change> finish(Document &document, Result<StationEdit> edit, const Invocation &invocation)
{
    if (!edit)
        return fail(edit.error());
    Station after = document.station();
    if (const Status applied = after.apply(*edit); !applied)
        return fail(applied.error());
    auto outcome = outcomeOf(*edit, after, invocation);
    if (!outcome)
        return fail(outcome.error());
    return Change{std::move(*edit), std::move(*outcome)};
}

/// Declares a command whose edit is computed by `compute(document, options, invocation)`.
template <class F>
void bind(CLI::App *app, const OptionsPtr &options, Command &command, F compute)
{
    app->callback([options, &command, compute] {
        command = [options, compute](Invocation &invocation) {
            return changeStation(invocation, [&](Document &document) {
                return finish(document, compute(document, *options, invocation), invocation);
            });
        };
    });
}

Result<StationEdit> moveCommand(Document &document, const EditOptions &options, const Invocation &invocation)
{
    const auto ids = readIds(options.ids);
    if (!ids)
        return fail(ids.error());
    const auto by = parseDuration(textOf(options.by));
    if (!by)
        return fail(ErrorCode::BadArgument,
                    {textOf(options.by), u"--by"_s, u"Use a length such as 90, -30s or 1h30m."_s});
    return moveEvents(document.station(), *ids, *by, document.stamp(invocation.now));
}

Result<StationEdit> removeCommand(Document &document, const EditOptions &options,
                                  const Invocation &invocation)
{
    const auto ids = readIds(options.ids);
    if (!ids)
        return fail(ids.error());
    return removeEvents(document.station(), *ids, document.stamp(invocation.now));
}

Result<std::pair<QString, QString>> readAssignment(const std::string &text)
{
    const QString assignment = textOf(text);
    const qsizetype equals = assignment.indexOf(u'=');
    if (equals <= 0)
        return fail(ErrorCode::BadArgument, {assignment, u"a field"_s, u"Write FIELD=VALUE."_s});
    return std::pair(assignment.left(equals).trimmed(), assignment.sliced(equals + 1));
}

Result<StationEdit> setCommand(Document &document, const EditOptions &options, const Invocation &invocation)
{
    const auto ids = readIds({options.id});
    if (!ids)
        return fail(ids.error());
    const Station &station = document.station();
    // Every value is tried on a blank event first, so that the change itself can't fail half way.
    ScheduledEvent blank;
    std::vector<std::pair<QString, QString>> assignments;
    for (const std::string &text : options.assignments) {
        auto assignment = readAssignment(text);
        if (!assignment)
            return fail(assignment.error());
        if (const Status status = setField(blank, assignment->first, assignment->second); !status)
            return fail(status.error());
        assignments.push_back(std::move(*assignment));
    }
    const ScheduledEvent *found = station.schedule().find(ids->front());
    const QString title = found ? station.titleOf(*found).simplified().left(40) : QString();
    return changeEvents(
        station, *ids, title.isEmpty() ? u"Change event"_s : u"Change “%1”"_s.arg(title),
        [&](ScheduledEvent &event) {
            for (const auto &[field, value] : assignments)
                Q_UNUSED(setField(event, field, value).has_value());
        },
        document.stamp(invocation.now));
}

/// The asset to insert: by id, or by address.
Result<const Asset *> findAsset(const Station &station, const EditOptions &options)
{
    if (!options.asset.empty()) {
        const auto id = AssetId::fromString(textOf(options.asset));
        const Asset *asset = id ? station.assets().find(*id) : nullptr;
        if (!asset)
            return fail(ErrorCode::UnknownObject, {u"asset"_s, textOf(options.asset)});
        return asset;
    }
    if (options.url.empty())
        return nullptr;
    // As the library has it, or a path from where the operator stands.
    const QString wanted = comparableUrl(textOf(options.url));
    const QString absolute = comparableUrl(QFileInfo(textOf(options.url)).absoluteFilePath());
    const Asset *found = nullptr;
    station.assets().forEach([&](const Asset &asset) {
        const QString url = comparableUrl(asset.url);
        if (url == wanted || (!found && url == absolute))
            found = &asset;
    });
    if (!found)
        return fail(ErrorCode::BadArgument,
                    {textOf(options.url), u"--url"_s, u"No asset of the library has this address."_s});
    return found;
}

Result<StationEdit> insertCommand(Document &document, const EditOptions &options,
                                  const Invocation &invocation)
{
    const Station &station = document.station();
    const auto where = channelPlan(station, textOf(options.channel));
    if (!where)
        return fail(where.error());
    const auto start = readTime(where->channel.clock(), textOf(options.at), u"--at"_s);
    if (!start)
        return fail(start.error());
    const auto asset = findAsset(station, options);
    if (!asset)
        return fail(asset.error());
    ScheduledEvent event;
    event.id = document.ids().next<EventId>();
    event.plan = where->plan;
    event.title = textOf(options.title);
    event.isLocked = options.isLocked;
    event.startMode = StartMode::Fixed;
    event.range.start = *start;
    if (*asset) {
        event.asset = (*asset)->id;
        event.mediaIn = (*asset)->som;
        const FrameGrid grid = where->channel.grid();
        const std::int64_t frames = grid.framesFor((*asset)->playable());
        event.range.duration = grid.timeOf(grid.indexOf(*start) + frames) - grid.timeOf(grid.indexOf(*start));
    }
    if (!options.duration.empty()) {
        const auto length = parseDuration(textOf(options.duration));
        if (!length || *length <= Millis::zero())
            return fail(ErrorCode::BadArgument, {textOf(options.duration), u"--duration"_s,
                                                 u"Use a length above 0, such as 90, 30s or 1h30m."_s});
        event.range.duration = *length;
    }
    if (event.title.isEmpty() && !*asset)
        return fail(ErrorCode::BadArgument, {u"Nothing"_s, u"insert"_s,
                                             u"Name an asset with --asset or --url, or give a --title."_s});
    if (event.range.isEmpty())
        return fail(ErrorCode::BadArgument,
                    {u"Nothing"_s, u"the length"_s,
                     u"Say how long with --duration: there is no media, or its duration is not known."_s});
    return insertEvents(station, {event}, document.stamp(invocation.now));
}

using HistoryStep = Result<StationEdit> (Document::*)(TimePoint);

/// Undo and redo are the document's own: it knows what this author did last.
Result<Outcome> takeStep(Invocation &invocation, HistoryStep step)
{
    const auto document = openStation(invocation);
    if (!document)
        return fail(document.error());
    const auto edit = ((**document).*step)(invocation.now);
    if (!edit)
        return fail(edit.error());
    auto outcome = outcomeOf(*edit, (*document)->station(), invocation);
    if (!outcome)
        return outcome;
    if (const Status flushed = (*document)->flush(); !flushed)
        return fail(flushed.error());
    outcome->hasChanged = true;
    return outcome;
}

void bindHistory(CLI::App *app, Command &command, HistoryStep step)
{
    app->callback([&command, step] {
        command = [step](Invocation &invocation) {
            return retryWhileOthersWrite(invocation, [&] { return takeStep(invocation, step); });
        };
    });
}

} // namespace

void addEditCommands(CLI::App &schedule, Command &command)
{
    const auto options = std::make_shared<EditOptions>();
    CLI::App *move = schedule.add_subcommand("move", "Shift events in time");
    move->add_option("ID", options->ids, "Events")->required();
    move->add_option("--by", options->by, "How far: 90, -30s, 1h30m")->required();
    bind(move, options, command, moveCommand);

    CLI::App *remove = schedule.add_subcommand("remove", "Remove events");
    remove->add_option("ID", options->ids, "Events")->required();
    bind(remove, options, command, removeCommand);

    CLI::App *set = schedule.add_subcommand("set", "Change fields of an event");
    set->add_option("ID", options->id, "Event")->required();
    set->add_option("FIELD=VALUE", options->assignments, eventFieldNames().join(u", "_s).toStdString())
        ->required();
    bind(set, options, command, setCommand);

    CLI::App *insert = schedule.add_subcommand("insert", "Place an asset, or a titled placeholder");
    insert->add_option("--channel", options->channel, "Channel");
    insert->add_option("--at", options->at, "Start, channel time unless it has an offset")->required();
    insert->add_option("--asset", options->asset, "Asset id");
    insert->add_option("--url", options->url, "Or its address");
    insert->add_option("--title", options->title, "Title; default: the asset's");
    insert->add_option("--duration", options->duration, "Length; default: the asset's");
    insert->add_flag("--locked", options->isLocked, "Lock it");
    bind(insert, options, command, insertCommand);

    bindHistory(schedule.add_subcommand("undo", "Take back the last edit"), command, &Document::undo);
    bindHistory(schedule.add_subcommand("redo", "Do what was taken back again"), command, &Document::redo);
}

} // namespace sf::cli

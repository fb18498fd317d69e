// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "app/cli/plancommands.h"

#include "app/cli/console.h"
#include "app/cli/jsonview.h"
#include "app/cli/planjson.h"
#include "core/planning/blocks.h"
#include "core/planning/occurrences.h"
#include "core/planning/rulecheck.h"
#include "core/planning/ruletext.h"
#include "core/planning/unknownnames.h"
#include "core/schedule/planobjects.h"
#include "core/time/iso8601.h"

#include <CLI/CLI.hpp>
#include <QJsonDocument>

namespace sf::cli {

using namespace Qt::StringLiterals;

namespace {

/// What tells the three families apart.
template <class T>
struct Family;

template <>
struct Family<Rule>
{
    static constexpr QLatin1StringView plural{"rules"};
    static const std::vector<Rule> &of(const Station &station) { return station.rules(); }
    static ChannelId &channelOf(Rule &rule) { return rule.scope.channel; }
    static constexpr bool needsChannel = false;
    static Result<Rule> read(const QJsonObject &json, Rule base)
    {
        return ruleFromJson(json, std::move(base));
    }
    static Status check(const Rule &rule, const Channel &) { return checkRule(rule); }
    static std::vector<UnknownName> unknownIn(const Rule &, const AssetTable &) { return {}; }
    static QString describe(const Rule &rule)
    {
        return u"%1 For %2, weight %3%4"_s.arg(sentence(rule), scopeText(rule.scope))
            .arg(rule.weight)
            .arg(rule.isEnabled ? QString() : u", off"_s);
    }
};

template <>
struct Family<WeekTemplate>
{
    static constexpr QLatin1StringView plural{"templates"};
    static const std::vector<WeekTemplate> &of(const Station &station) { return station.templates(); }
    static ChannelId &channelOf(WeekTemplate &week) { return week.channel; }
    static constexpr bool needsChannel = true;
    static Result<WeekTemplate> read(const QJsonObject &json, WeekTemplate base)
    {
        return templateFromJson(json, std::move(base));
    }
    static Status check(const WeekTemplate &week, const Channel &) { return checkTemplate(week); }
    static std::vector<UnknownName> unknownIn(const WeekTemplate &week, const AssetTable &assets)
    {
        return unknownNames(week, assets);
    }
    static QString describe(const WeekTemplate &week)
    {
        return counted(std::ssize(week.dayparts), "daypart", "dayparts");
    }
};

template <>
struct Family<Recurrence>
{
    static constexpr QLatin1StringView plural{"recurrences"};
    static const std::vector<Recurrence> &of(const Station &station) { return station.recurrences(); }
    static ChannelId &channelOf(Recurrence &recurrence) { return recurrence.channel; }
    static constexpr bool needsChannel = true;
    static Result<Recurrence> read(const QJsonObject &json, Recurrence base)
    {
        return recurrenceFromJson(json, std::move(base));
    }
    static Status check(const Recurrence &recurrence, const Channel &channel)
    {
        return checkRecurrence(recurrence, channel.clock());
    }
    static std::vector<UnknownName> unknownIn(const Recurrence &recurrence, const AssetTable &assets)
    {
        return unknownNames(recurrence, assets);
    }
    static QString describe(const Recurrence &recurrence)
    {
        return u"from %1, %2"_s.arg(toIso8601(recurrence.start), recurrence.rrule);
    }
};

template <class T>
Outcome describeAll(const std::vector<T> &objects)
{
    Outcome outcome;
    outcome.json[Family<T>::plural] = toArray(objects, [](const T &object) { return toJson(object); });
    for (const T &object : objects)
        outcome.text += u"%1  %2: %3\n"_s.arg(object.id.toString(), object.name, Family<T>::describe(object));
    if (objects.empty())
        outcome.text = u"There are none yet.\n"_s;
    return outcome;
}

/// Names that no asset has: they are kept, because the assets may come later, but said.
template <class T>
void addWarnings(Outcome &outcome, const std::vector<T> &objects, const AssetTable &assets)
{
    QJsonArray warnings;
    for (const T &object : objects) {
        for (const UnknownName &unknown : Family<T>::unknownIn(object, assets)) {
            const QString message = sentence(unknown);
            warnings.append(QJsonObject{{u"id"_s, object.id.toString()},
                                        {u"field"_s, nameOf(unknown.field)},
                                        {u"name"_s, unknown.name},
                                        {u"message"_s, message}});
            outcome.text += u"  %1: %2\n"_s.arg(object.name, message);
        }
    }
    outcome.json["warnings"_L1] = warnings;
}

Result<QJsonArray> readInput(const Job &job)
{
    const auto text = readStandardInput(job);
    if (!text)
        return fail(text.error());
    if (text->trimmed().isEmpty())
        return fail(ErrorCode::FileEmpty, {u"standard input"_s});
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(*text, &error);
    if (error.error != QJsonParseError::NoError) {
        return fail(ErrorCode::NotWellFormed,
                    {u"standard input"_s, QString::number(text->left(error.offset).count('\n') + 1),
                     QString::number(error.offset - text->lastIndexOf('\n', error.offset)),
                     error.errorString()});
    }
    const QJsonArray input = document.isArray() ? document.array() : QJsonArray{document.object()};
    for (const QJsonValue &one : input) {
        if (!one.isObject())
            return fail(ErrorCode::BadFieldValue, {one.toVariant().toString(), u"standard input"_s,
                                                   u"An object is wanted, or an array of objects."_s});
    }
    return input;
}

/// One object of the input: by its id a changed one, without an id a new one.
template <class T>
Result<T> readObject(Document &document, const QJsonObject &json, const QString &channelName)
{
    const Station &station = document.station();
    T base;
    const auto id = decltype(base.id)::fromString(json["id"_L1].toString());
    for (const T &known : Family<T>::of(station)) {
        if (id && known.id == *id)
            base = known;
    }
    auto read = Family<T>::read(json, std::move(base));
    if (!read)
        return read;
    if (!read->id)
        read->id = document.ids().next<decltype(read->id)>();
    ChannelId &channel = Family<T>::channelOf(*read);
    if (!channel && (Family<T>::needsChannel || !channelName.isEmpty())) {
        const auto named = station.channelNamed(channelName);
        if (!named)
            return fail(named.error());
        channel = named->id;
    }
    const Channel *found = station.findChannel(channel);
    if (channel && !found)
        return fail(ErrorCode::UnknownObject, {u"channel"_s, channel.toString()});
    if (const Status status = Family<T>::check(*read, found ? *found : Channel()); !status)
        return fail(status.error());
    return read;
}

template <class T>
Result<Change> set(Document &document, const QJsonArray &input, const QString &channel, TimePoint now)
{
    std::vector<T> objects;
    for (const QJsonValue &one : input) {
        auto read = readObject<T>(document, one.toObject(), channel);
        if (!read)
            return fail(read.error());
        objects.push_back(std::move(*read));
    }
    auto edit = setObjects(document.station(), objects, document.stamp(now));
    if (!edit)
        return fail(edit.error());
    Outcome outcome = describeAll(objects);
    addWarnings(outcome, objects, document.station().assets());
    return Change{std::move(*edit), std::move(outcome)};
}

template <class T>
Result<Change> remove(Document &document, const std::vector<std::string> &texts, TimePoint now)
{
    using IdType = decltype(T::id);
    std::vector<IdType> ids;
    for (const std::string &text : texts) {
        const auto id = IdType::fromString(textOf(text));
        if (!id)
            return fail(ErrorCode::UnknownObject, {QString(Family<T>::plural), textOf(text)});
        ids.push_back(*id);
    }
    auto edit = removeObjects<T>(document.station(), ids, document.stamp(now));
    if (!edit)
        return fail(edit.error());
    Station after = document.station();
    if (const Status applied = after.apply(*edit); !applied)
        return fail(applied.error());
    return Change{std::move(*edit), describeAll(Family<T>::of(after))};
}

template <class T>
void addFamily(CLI::App &app, Command &command, const char *name, const char *what)
{
    CLI::App *family = app.add_subcommand(name, what)->require_subcommand(1);
    family->add_subcommand("list", "List them")->callback([&command] {
        command = [](Invocation &invocation) -> Result<Outcome> {
            const auto document = openStation(invocation);
            if (!document)
                return fail(document.error());
            return describeAll(Family<T>::of((*document)->station()));
        };
    });
    const auto channel = std::make_shared<std::string>();
    CLI::App *change = family->add_subcommand("set", "Add or change: a JSON object, or an array of them, on "
                                                     "standard input; with an id it changes that one");
    change->add_option("--channel", *channel, "Channel, where the object does not name it");
    change->callback([channel, &command] {
        command = [channel](Invocation &invocation) -> Result<Outcome> {
            const auto input = readInput(*invocation.job);
            if (!input)
                return fail(input.error());
            return changeStation(invocation, [&](Document &document) {
                return set<T>(document, *input, textOf(*channel), invocation.now);
            });
        };
    });
    const auto ids = std::make_shared<std::vector<std::string>>();
    CLI::App *gone = family->add_subcommand("remove", "Remove them");
    gone->add_option("ID", *ids, "Ids")->required();
    gone->callback([ids, &command] {
        command = [ids](Invocation &invocation) {
            return changeStation(
                invocation, [&](Document &document) { return remove<T>(document, *ids, invocation.now); });
        };
    });
}

} // namespace

void addPlanCommands(CLI::App &app, Command &command)
{
    addFamily<Rule>(app, command, "rule", "The rules that planning keeps");
    addFamily<WeekTemplate>(app, command, "template", "The week templates: dayparts in channel time");
    addFamily<Recurrence>(app, command, "recurrence", "What comes again, by RFC 5545 rules");
}

} // namespace sf::cli

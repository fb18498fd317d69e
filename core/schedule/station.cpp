// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/schedule/station.h"

#include <unordered_map>

namespace sf {

namespace {

template <class T>
const T *findById(const std::vector<T> &objects, decltype(T::id) id)
{
    for (const T &object : objects) {
        if (object.id == id)
            return &object;
    }
    return nullptr;
}

QString labelOf(const auto &object)
{
    if constexpr (requires { object.name; })
        return QStringLiteral("“%1”").arg(object.name);
    else
        return QStringLiteral("“%1”").arg(object.title);
}

/// Applies to a plain list, keeping the place of what is changed.
template <class T>
Status applyTo(std::vector<T> &objects, const Changes<T> &changes)
{
    if (changes.isEmpty())
        return {};
    std::unordered_map<decltype(T::id), const T *> after;
    for (const T &object : changes.after) {
        if (!after.emplace(object.id, &object).second)
            return fail(ErrorCode::EditConflict, {labelOf(object)});
    }
    std::unordered_map<decltype(T::id), const T *> before;
    for (const T &object : changes.before)
        before.emplace(object.id, &object);
    std::vector<T> result;
    result.reserve(objects.size() + changes.after.size());
    if (before.size() != changes.before.size())
        return fail(ErrorCode::EditConflict, {labelOf(changes.before.front())}); // one stands there twice
    for (const T &object : objects) {
        const auto old = before.find(object.id);
        const auto fresh = after.find(object.id);
        if (old == before.end()) {
            if (fresh != after.end())
                return fail(ErrorCode::EditConflict, {labelOf(object)});
            result.push_back(object);
            continue;
        }
        if (*old->second != object)
            return fail(ErrorCode::EditConflict, {labelOf(object)});
        before.erase(old);
        if (fresh != after.end()) {
            result.push_back(*fresh->second);
            after.erase(fresh);
        }
    }
    for (const T &object : changes.before) {
        if (before.contains(object.id)) // not matched: it isn't there any more
            return fail(ErrorCode::EditConflict, {labelOf(object)});
    }
    for (const T &object : changes.after) {
        if (after.contains(object.id))
            result.push_back(object);
    }
    objects = std::move(result);
    return {};
}

template <class T>
bool sameObjects(std::vector<T> a, std::vector<T> b)
{
    const auto byId = [](const T &x, const T &y) { return x.id < y.id; };
    std::sort(a.begin(), a.end(), byId);
    std::sort(b.begin(), b.end(), byId);
    return a == b;
}

void sortByStart(std::vector<Play> &plays)
{
    std::stable_sort(plays.begin(), plays.end(),
                     [](const Play &a, const Play &b) { return a.range.start < b.range.start; });
}

} // namespace

Station Station::fromContents(StationContents contents)
{
    Station station;
    station.m_channels = std::move(contents.channels);
    station.m_plans = std::move(contents.plans);
    station.m_rules = std::move(contents.rules);
    station.m_templates = std::move(contents.templates);
    station.m_recurrences = std::move(contents.recurrences);
    sortByStart(contents.plays);
    station.m_plays = std::make_shared<const std::vector<Play>>(std::move(contents.plays));
    station.m_assets = AssetTable::fromAssets(std::move(contents.assets));
    station.m_schedule = Schedule::fromEvents(std::move(contents.events));
    return station;
}

const std::vector<Play> &Station::plays() const
{
    static const std::vector<Play> none;
    return m_plays ? *m_plays : none;
}

const Channel *Station::findChannel(ChannelId id) const { return findById(m_channels, id); }

const Plan *Station::findPlan(PlanId id) const { return findById(m_plans, id); }

Result<Channel> Station::channelNamed(const QString &name) const
{
    QStringList names;
    for (const Channel &channel : m_channels)
        names.append(channel.name);
    if (m_channels.empty())
        return fail(ErrorCode::NoChannel);
    if (name.isEmpty()) {
        if (m_channels.size() > 1)
            return fail(ErrorCode::ChannelNeeded, {names.join(QStringLiteral(", "))});
        return m_channels.front();
    }
    for (const Channel &channel : m_channels) {
        if (channel.name.compare(name, Qt::CaseInsensitive) == 0 || channel.id.toString() == name)
            return channel;
    }
    return fail(ErrorCode::UnknownChannel, {name, names.join(QStringLiteral(", "))});
}

const Plan *Station::onAirPlan(ChannelId channel) const
{
    for (const Plan &plan : m_plans) {
        if (plan.channel == channel && plan.isOnAir)
            return &plan;
    }
    return nullptr;
}

const Channel *Station::channelOf(PlanId plan) const
{
    const Plan *found = findPlan(plan);
    return found ? findChannel(found->channel) : nullptr;
}

QString Station::titleOf(const ScheduledEvent &event) const
{
    if (!event.title.isEmpty())
        return event.title;
    const Asset *asset = m_assets.find(event.asset);
    return asset ? asset->title : QString();
}

namespace {

/// Whether every event and recurrence still finds its media: those that the edit brings, and all others where it takes
/// media away. Errors: EditConflict; args: what would be left without.
Status checkMedia(const Station &next, const StationEdit &edit)
{
    Status status;
    const auto check = [&](AssetId asset, const QString &title) {
        if (status && asset && !next.assets().find(asset))
            status = fail(ErrorCode::EditConflict, {title});
    };
    for (const ScheduledEvent &event : edit.events.after)
        check(event.asset, event.title);
    std::unordered_map<AssetId, QString> gone;
    for (const Asset &asset : edit.assets.before) {
        if (!next.assets().find(asset.id))
            gone.emplace(asset.id, asset.title);
    }
    if (gone.empty() || !status)
        return status;
    for (const Plan &plan : next.plans()) {
        next.schedule().forEach(plan.id, [&](const ScheduledEvent &event) {
            if (const auto found = gone.find(event.asset); found != gone.end())
                check(event.asset, event.title.isEmpty() ? found->second : event.title);
        });
    }
    for (const Recurrence &recurrence : next.recurrences())
        check(recurrence.asset, recurrence.name);
    return status;
}

} // namespace

Status Station::apply(const StationEdit &edit)
{
    Station next = *this;
    Status status;
    const auto step = [&](auto apply) {
        if (status)
            status = apply();
    };
    step([&] { return applyTo(next.m_channels, edit.channels); });
    step([&] { return applyTo(next.m_plans, edit.plans); });
    step([&] { return applyTo(next.m_rules, edit.rules); });
    step([&] { return applyTo(next.m_templates, edit.templates); });
    step([&] { return applyTo(next.m_recurrences, edit.recurrences); });
    step([&] { return edit.assets.isEmpty() ? Status() : next.m_assets.apply(edit.assets); });
    step([&] { return edit.events.isEmpty() ? Status() : next.m_schedule.apply(edit.events); });
    step([&]() -> Status {
        if (edit.plays.isEmpty())
            return {};
        auto plays = std::make_shared<std::vector<Play>>(next.plays());
        const Status applied = applyTo(*plays, edit.plays);
        sortByStart(*plays);
        next.m_plays = std::move(plays);
        return applied;
    });
    step([&] { return checkMedia(next, edit); });
    if (status)
        *this = std::move(next);
    return status;
}

bool holdSame(const Station &a, const Station &b)
{
    if (!sameObjects(a.channels(), b.channels()) || !sameObjects(a.plans(), b.plans()) ||
        !sameObjects(a.rules(), b.rules()) || !sameObjects(a.templates(), b.templates()) ||
        !sameObjects(a.recurrences(), b.recurrences()) || !sameObjects(a.plays(), b.plays()))
        return false;
    const auto assetsA = a.assets().sorted();
    const auto assetsB = b.assets().sorted();
    if (!std::equal(assetsA.begin(), assetsA.end(), assetsB.begin(), assetsB.end(),
                    [](const Asset *x, const Asset *y) { return *x == *y; }))
        return false;
    if (a.schedule().size() != b.schedule().size())
        return false;
    bool same = true;
    for (const Plan &plan : a.plans()) {
        a.schedule().forEach(plan.id, [&](const ScheduledEvent &event) {
            const ScheduledEvent *other = b.schedule().find(event.id);
            same = same && other && *other == event;
        });
    }
    return same;
}

} // namespace sf

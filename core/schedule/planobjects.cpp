// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/schedule/planobjects.h"

#include <algorithm>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

const std::vector<Rule> &listOf(const Station &station, const Rule *) { return station.rules(); }
const std::vector<WeekTemplate> &listOf(const Station &station, const WeekTemplate *)
{
    return station.templates();
}
const std::vector<Recurrence> &listOf(const Station &station, const Recurrence *)
{
    return station.recurrences();
}
Changes<Rule> &changesOf(StationEdit &edit, const Rule *) { return edit.rules; }
Changes<WeekTemplate> &changesOf(StationEdit &edit, const WeekTemplate *) { return edit.templates; }
Changes<Recurrence> &changesOf(StationEdit &edit, const Recurrence *) { return edit.recurrences; }
QString kindOf(const Rule *) { return u"rule"_s; }
QString kindOf(const WeekTemplate *) { return u"template"_s; }
QString kindOf(const Recurrence *) { return u"recurrence"_s; }

template <class T>
const T *known(const Station &station, decltype(T::id) id)
{
    const auto &list = listOf(station, static_cast<const T *>(nullptr));
    const auto found = std::find_if(list.begin(), list.end(), [&](const T &one) { return one.id == id; });
    return found == list.end() ? nullptr : &*found;
}

} // namespace

template <class T>
Result<StationEdit> setObjects(const Station &station, const std::vector<T> &objects, const EditStamp &stamp)
{
    constexpr const T *none = nullptr;
    const QString name = objects.size() == 1 ? u"Set %1 “%2”"_s.arg(kindOf(none), objects.front().name)
                                             : u"Set %1 %2s"_s.arg(objects.size()).arg(kindOf(none));
    StationEdit edit = makeEdit(stamp, name);
    Changes<T> &changes = changesOf(edit, none);
    for (const T &object : objects) {
        const T *before = known<T>(station, object.id);
        if (before && *before == object)
            continue;
        if (before)
            changes.before.push_back(*before);
        changes.after.push_back(object);
    }
    return edit;
}

template <class T>
Result<StationEdit> removeObjects(const Station &station, std::span<const decltype(T::id)> ids,
                                  const EditStamp &stamp)
{
    constexpr const T *none = nullptr;
    StationEdit edit = makeEdit(stamp, u"Remove %1 %2"_s.arg(ids.size()).arg(kindOf(none)));
    for (const auto &id : ids) {
        const T *object = known<T>(station, id);
        if (!object)
            return fail(ErrorCode::UnknownObject, {kindOf(none), id.toString()});
        changesOf(edit, none).before.push_back(*object);
    }
    return edit;
}

template Result<StationEdit> setObjects(const Station &, const std::vector<Rule> &, const EditStamp &);
template Result<StationEdit> setObjects(const Station &, const std::vector<WeekTemplate> &,
                                        const EditStamp &);
template Result<StationEdit> setObjects(const Station &, const std::vector<Recurrence> &, const EditStamp &);
template Result<StationEdit> removeObjects<Rule>(const Station &, std::span<const RuleId>, const EditStamp &);
template Result<StationEdit> removeObjects<WeekTemplate>(const Station &, std::span<const TemplateId>,
                                                         const EditStamp &);
template Result<StationEdit> removeObjects<Recurrence>(const Station &, std::span<const RecurrenceId>,
                                                       const EditStamp &);

} // namespace sf

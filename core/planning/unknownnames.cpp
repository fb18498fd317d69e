// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/unknownnames.h"

#include "core/base/fillin.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <array>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

/// What the assets are called by, folded.
struct KnownNames
{
    explicit KnownNames(const AssetTable &assets)
    {
        assets.forEach([this](const Asset &asset) {
            of(NameField::Category).insert(asset.category.toCaseFolded());
            of(NameField::Series).insert(asset.series.toCaseFolded());
            for (const QString &tag : asset.tags)
                of(NameField::Tag).insert(tag.toCaseFolded());
        });
    }

    QSet<QString> &of(NameField field) { return names[static_cast<std::size_t>(field)]; }

    std::array<QSet<QString>, 3> names;
};

} // namespace

std::vector<UnknownName> unknownNames(const Recurrence &recurrence, const AssetTable &assets)
{
    if (recurrence.asset || recurrence.series.isEmpty())
        return {};
    bool isKnown = false;
    assets.forEach([&](const Asset &asset) {
        isKnown = isKnown || asset.series.compare(recurrence.series, Qt::CaseInsensitive) == 0;
    });
    if (isKnown)
        return {};
    return {{NameField::Series, recurrence.series, {}}};
}

std::vector<UnknownName> unknownNames(const WeekTemplate &week, const AssetTable &assets)
{
    KnownNames known(assets);
    std::vector<UnknownName> unknown;
    for (const Daypart &daypart : week.dayparts) {
        const auto look = [&](NameField field, const QStringList &names) {
            for (const QString &name : names) {
                const UnknownName one{field, name, daypart.name};
                if (!name.isEmpty() && !known.of(field).contains(name.toCaseFolded()) &&
                    std::find(unknown.begin(), unknown.end(), one) == unknown.end())
                    unknown.push_back(one);
            }
        };
        look(NameField::Category, daypart.filter.categories);
        look(NameField::Tag, daypart.filter.tags);
        look(NameField::Series, {daypart.filter.series});
        look(NameField::Category, daypart.fallbackCategories);
    }
    return unknown;
}

QString sentence(const UnknownName &unknown)
{
    static constexpr std::array texts{
        QT_TRANSLATE_NOOP("UnknownName", "No asset of the library has the category “%1” yet."),
        QT_TRANSLATE_NOOP("UnknownName", "No asset of the library has the tag “%1” yet."),
        QT_TRANSLATE_NOOP("UnknownName", "No asset of the library is of the series “%1” yet.")};
    static constexpr std::array textsOfDayparts{
        QT_TRANSLATE_NOOP("UnknownName", "“%2”: no asset of the library has the category “%1” yet."),
        QT_TRANSLATE_NOOP("UnknownName", "“%2”: no asset of the library has the tag “%1” yet."),
        QT_TRANSLATE_NOOP("UnknownName", "“%2”: no asset of the library is of the series “%1” yet.")};
    const auto field = static_cast<std::size_t>(unknown.field);
    const char *text = unknown.daypart.isEmpty() ? texts[field] : textsOfDayparts[field];
    return fillIn(QCoreApplication::translate("UnknownName", text), {unknown.name, unknown.daypart});
}

template <>
std::span<const QLatin1StringView> namesOf<NameField>()
{
    static constexpr std::array names{"category"_L1, "tag"_L1, "series"_L1};
    return names;
}

} // namespace sf

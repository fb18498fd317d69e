// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/planning/stationwords.h"

#include <QHash>

namespace sf {

namespace {

/// Names by their folded form, so that "Kids" and "kids" are offered once.
class Names
{
public:
    void add(const QString &name)
    {
        const QString trimmed = name.trimmed();
        if (trimmed.isEmpty() || trimmed == m_last)
            return;
        m_last = trimmed;
        const QString folded = trimmed.toCaseFolded();
        if (!m_byFolded.contains(folded))
            m_byFolded.insert(folded, trimmed);
    }
    QStringList sorted() const
    {
        QStringList names = m_byFolded.values();
        names.sort(Qt::CaseInsensitive);
        return names;
    }

private:
    QHash<QString, QString> m_byFolded;
    QString m_last;
};

} // namespace

StationWords wordsOf(const Station &station)
{
    Names categories;
    Names tags;
    Names series;
    Names ratings;
    Names dayparts;
    station.assets().forEach([&](const Asset &asset) {
        categories.add(asset.category);
        series.add(asset.series);
        ratings.add(asset.rating);
        for (const QString &tag : asset.tags)
            tags.add(tag);
    });
    for (const WeekTemplate &week : station.templates()) {
        for (const Daypart &daypart : week.dayparts)
            dayparts.add(daypart.name);
    }
    return {categories.sorted(), tags.sorted(), series.sorted(), ratings.sorted(), dayparts.sorted()};
}

} // namespace sf

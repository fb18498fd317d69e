// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/document/document.h"
#include "core/schedule/operations.h"
#include "ui/session/englishplurals.h"
#include "ui/session/stationeditor.h"

#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

namespace sf::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// 2026-03-23 12:00 UTC, a Monday.
inline TimePoint noon() { return timePointFromMs(1'774'267'200'000); }

/// A folder of its own for stations, files and settings.
class Workspace
{
public:
    Workspace()
    {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_dir.path());
        useReadableNumbers();
        static EnglishPlurals plurals;
        static const bool isInstalled = QApplication::installTranslator(&plurals);
        Q_UNUSED(isInstalled)
    }
    QString path(const QString &name) const { return m_dir.filePath(name); }
    QString write(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("the test's file can't be written");
        return file.fileName();
    }

private:
    QTemporaryDir m_dir;
};

/// Opens a station at `location` in `editor`, with a channel in UTC where it has none.
inline void openStation(StationEditor &editor, const QString &location)
{
    const Job job;
    auto document = Document::open(location, u"tester"_s, SaveCheck::Rows, job);
    if (!document)
        qFatal("%s", qPrintable(sentence(document.error())));
    editor.setDocument(std::move(*document));
    if (!editor.channel()) {
        Channel channel;
        channel.name = u"One"_s;
        editor.addChannel(std::move(channel));
    }
}

inline Asset makeAsset(IdSource &ids, const QString &title, std::chrono::seconds duration)
{
    Asset asset;
    asset.id = ids.next<AssetId>();
    asset.title = title;
    asset.url = u"/media/"_s + title + u".mp4"_s;
    asset.duration = duration;
    asset.durationSource = DurationSource::Probed;
    asset.status = AssetStatus::Ready;
    return asset;
}

inline void addAssets(StationEditor &editor, std::vector<Asset> assets)
{
    StationEdit edit = makeEdit(editor.stamp(), u"Add assets"_s);
    edit.assets.after = std::move(assets);
    if (!editor.apply(std::move(edit)))
        qFatal("the test's assets can't be added");
}

/// A placeholder on the current channel.
inline EventId addEvent(StationEditor &editor, const QString &title, TimePoint start, Millis duration)
{
    ScheduledEvent event;
    event.id = editor.document()->ids().next<EventId>();
    event.plan = editor.plan();
    event.title = title;
    event.range = {start, duration};
    const EventId id = event.id;
    if (!editor.apply(insertEvents(editor.station(), {event}, editor.stamp())))
        qFatal("the test's event can't be added");
    return id;
}

inline const ScheduledEvent &eventOf(const StationEditor &editor, EventId id)
{
    const ScheduledEvent *event = editor.station().schedule().find(id);
    if (!event)
        qFatal("the test's event is gone");
    return *event;
}

} // namespace sf::test

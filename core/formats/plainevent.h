// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/asset.h"
#include "core/model/scheduledevent.h"

#include <QString>
#include <QStringList>

namespace sf {

/// What the plain fields of ScheduleFlow XML and JSON, which every program knows, say of an event and its media.
/// The readers start from what they give; the writers add to the extension whatever differs from that.
struct PlainEvent
{
    EventId id;
    QString title;
    TimeRange range;
    QString url; ///< as written
    QString category;
    QString description;
    QStringList tags;
};

/// The event without its asset. Category, tags and description are the media's; where there are no media, they
/// become the event's note.
ScheduledEvent eventFrom(const PlainEvent &plain, bool hasAsset);

/// What a note says in place of media, see eventFrom().
QString noteFrom(const PlainEvent &plain);

/// The media, without id and duration.
Asset assetFrom(const PlainEvent &plain);

/// The plain fields of an event as the writers write them: texts are trimmed, on Unix line ends and without
/// control characters. `isExact` is set to false where a text lost characters that no file can carry. Those that are
/// the media's are left to addMedia().
PlainEvent plainEvent(const ScheduledEvent &event, const Asset *asset, bool &isExact);

/// The plain fields that are the media's, as plainEvent() has the event's: the same for all events that play it.
void addMedia(PlainEvent &plain, const Asset &asset, bool &isExact);

/// A text as far as a file can carry it, see plainEvent().
QString writableText(const QString &text, bool &isExact);

} // namespace sf

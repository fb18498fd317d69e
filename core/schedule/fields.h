// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/model/asset.h"
#include "core/model/channel.h"
#include "core/model/scheduledevent.h"

#include <QString>
#include <QStringList>

namespace sf {

/// The fields that an operator may set by name, as the command line and the inspector name them.
QStringList assetFieldNames();
QStringList eventFieldNames();

/// Sets one field from text: durations as parseDuration reads them, lists separated by commas, yes or no,
/// names of enumerations, an empty text for "none". Errors: UnknownField, BadFieldValue.
Status setField(Asset &asset, const QString &field, const QString &value);
/// Only what does not move the event; its time is changed by moveEvents and trimEvent.
Status setField(ScheduledEvent &event, const QString &field, const QString &value);

/// A channel's start of the day and frame rate. Errors: BadDayStart, BadFrameRate.
Status setClock(Channel &channel, const QString &dayStart, const QString &rate);

/// Whether the fields of an asset go together: rights, points in the media, hours. Errors: BadFieldValue.
Status checkAsset(const Asset &asset);

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QLatin1StringView>
#include <QString>
#include <QStringList>

namespace sf {

/// Who can mend it. The command line derives its exit code from this.
enum class ErrorKind {
    Usage,     ///< the request itself is wrong (exit 2)
    Input,     ///< what was given to read can't be used (exit 3)
    Storage,   ///< the station could not be read or written (exit 4)
    Cancelled, ///< the operator stopped it (exit 5)
};

/// Every way something can fail, one line each in error.cpp: its code name, kind and sentence.
enum class ErrorCode {
    // usage
    UnknownChannel,
    NoChannel,
    ChannelNeeded,
    ChannelExists,
    UnknownZone,
    BadDayStart,
    BadFrameRate,
    BadArgument,
    UnknownObject,
    EventLocked,
    EventStarted,
    EmptyRange,
    NothingToUndo,
    NothingToRedo,
    UndoConflict,
    UnknownField,
    BadFieldValue,
    // time
    BadTime,
    ImpossibleDate,
    TimeDoesNotExist,
    EndNotAfterStart,
    MissingStart,
    MissingEnd,
    TimeOutOfRange,
    // input
    FileNotFound,
    FileNotReadable,
    FileEmpty,
    FileNotWritable,
    UnknownFormat,
    FormatNotImportable,
    FormatNotExportable,
    NotWellFormed,
    ForbiddenEntities,
    LimitExceeded,
    NoUsableEntry,
    MissingTitle,
    NotAnEvent,
    LineNotUnderstood,
    UrlNotAllowed,
    NotText,
    DateNeeded,
    StartNeeded,
    BadMapping,
    // media
    MediaMissing,
    MediaNotRegularFile,
    MediaEmpty,
    MediaUnreadable,
    MediaNoDuration,
    MediaNoStreams,
    MediaTruncated,
    MediaNotMedia,
    MediaIsPlaylist,
    MediaBadName,
    MediaTimedOut,
    MediaWorkerDied,
    MediaWorkerMissing,
    // storage
    StationNotOpened,
    StationReadOnly,
    StationLocked,
    StationDamaged,
    StationTooNew,
    StationChanged,
    EditConflict,
    DiskFull,
    StorageFailed,
    // cancelled
    Cancelled,
};

/// What went wrong as a value: the code, its arguments in the order of the sentence, and a detail for the log
/// (the library's own words) that no sentence shows.
struct Error
{
    ErrorCode code = ErrorCode::StorageFailed;
    QStringList args;
    QString detail;

    bool operator==(const Error &) const = default;
};

ErrorKind kindOf(ErrorCode code);

/// Stable, lower case, hyphenated: "file-not-found".
QLatin1StringView codeName(ErrorCode code);

/// The sentence for the operator: what happened, where, and what to do. Translated where a translator is
/// installed.
QString sentence(const Error &error);

} // namespace sf

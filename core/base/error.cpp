// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/base/error.h"

#include "core/base/fillin.h"

#include <QCoreApplication>

#include <array>

namespace sf {

namespace {

struct Entry
{
    ErrorCode code;
    ErrorKind kind;
    const char *name;
    const char *text;
};

using enum ErrorCode;

constexpr ErrorKind Usage = ErrorKind::Usage;
constexpr ErrorKind Input = ErrorKind::Input;
constexpr ErrorKind Storage = ErrorKind::Storage;

// clang-format off
constexpr std::array entries{
    Entry{UnknownChannel, Usage, "unknown-channel", QT_TRANSLATE_NOOP("Error", "There is no channel named “%1”. The station has: %2.")},
    Entry{NoChannel, Usage, "no-channel", QT_TRANSLATE_NOOP("Error", "The station has no channel yet. Add one first: channel add NAME --zone Europe/Rome.")},
    Entry{ChannelNeeded, Usage, "channel-needed", QT_TRANSLATE_NOOP("Error", "The station has several channels (%1). Say which one with --channel.")},
    Entry{ChannelExists, Usage, "channel-exists", QT_TRANSLATE_NOOP("Error", "A channel named “%1” is there already. Choose another name.")},
    Entry{UnknownZone, Usage, "unknown-zone", QT_TRANSLATE_NOOP("Error", "“%1” is not a time zone known here. Use an IANA name such as Europe/Rome.")},
    Entry{BadDayStart, Usage, "bad-day-start", QT_TRANSLATE_NOOP("Error", "“%1” is not a time of day. Write the start of the broadcast day as HH:MM, 00:00 to 23:59.")},
    Entry{BadFrameRate, Usage, "bad-frame-rate", QT_TRANSLATE_NOOP("Error", "“%1” is not a frame rate. Use 25, 29.97 or a fraction such as 30000/1001.")},
    Entry{BadArgument, Usage, "bad-argument", QT_TRANSLATE_NOOP("Error", "“%1” can't be used for %2. %3")},
    Entry{UnknownObject, Usage, "unknown-object", QT_TRANSLATE_NOOP("Error", "The station has no %1 with the id “%2”. It may have been removed since.")},
    Entry{EventLocked, Usage, "event-locked", QT_TRANSLATE_NOOP("Error", "“%1” at %2 is locked. Unlock it first.")},
    Entry{EventStarted, Usage, "event-started", QT_TRANSLATE_NOOP("Error", "“%1” at %2 has started and can't be changed any more.")},
    Entry{EmptyRange, Usage, "empty-range", QT_TRANSLATE_NOOP("Error", "The range from %1 to %2 is empty. Its end must lie after its start.")},
    Entry{NothingToUndo, Usage, "nothing-to-undo", QT_TRANSLATE_NOOP("Error", "There is nothing to undo.")},
    Entry{NothingToRedo, Usage, "nothing-to-redo", QT_TRANSLATE_NOOP("Error", "There is nothing to redo.")},
    Entry{UndoConflict, Usage, "undo-conflict", QT_TRANSLATE_NOOP("Error", "“%1” can't be taken back: %2 has been changed since. Undo that change first.")},
    Entry{UnknownField, Usage, "unknown-field", QT_TRANSLATE_NOOP("Error", "There is no field “%1”. The fields are: %2.")},
    Entry{BadFieldValue, Usage, "bad-field-value", QT_TRANSLATE_NOOP("Error", "“%1” is no value for %2. %3")},

    Entry{BadTime, Input, "bad-time", QT_TRANSLATE_NOOP("Error", "“%1” is not a time. Use ISO 8601, such as 2026-03-28T20:00:00Z.")},
    Entry{ImpossibleDate, Input, "impossible-date", QT_TRANSLATE_NOOP("Error", "“%1” names a date or time that does not exist.")},
    Entry{TimeDoesNotExist, Input, "time-does-not-exist", QT_TRANSLATE_NOOP("Error", "%1 does not exist in %2: the clock skips it when summer time begins.")},
    Entry{EndNotAfterStart, Input, "end-not-after-start", QT_TRANSLATE_NOOP("Error", "The end (%2) is not after the start (%1).")},
    Entry{MissingStart, Input, "missing-start", QT_TRANSLATE_NOOP("Error", "The event has no start time.")},
    Entry{MissingEnd, Input, "missing-end", QT_TRANSLATE_NOOP("Error", "The event has neither an end nor a duration.")},
    Entry{TimeOutOfRange, Input, "time-out-of-range", QT_TRANSLATE_NOOP("Error", "“%1” lies outside the years 1900 to 2199.")},

    Entry{FileNotFound, Input, "file-not-found", QT_TRANSLATE_NOOP("Error", "%1 does not exist. Check the path.")},
    Entry{FileNotReadable, Input, "file-not-readable", QT_TRANSLATE_NOOP("Error", "%1 can't be read: %2. Check its permissions.")},
    Entry{FileEmpty, Input, "file-empty", QT_TRANSLATE_NOOP("Error", "%1 is empty.")},
    Entry{FileNotWritable, Storage, "file-not-writable", QT_TRANSLATE_NOOP("Error", "%1 could not be written: %2. The old file, if there was one, is unchanged.")},
    Entry{UnknownFormat, Input, "unknown-format", QT_TRANSLATE_NOOP("Error", "%1 is in no known format. Known are: %2.")},
    Entry{FormatNotImportable, Input, "format-not-importable", QT_TRANSLATE_NOOP("Error", "%1 is %2, which can't be imported here. %3")},
    Entry{FormatNotExportable, Usage, "format-not-exportable", QT_TRANSLATE_NOOP("Error", "“%1” is no export format. Known are: %2.")},
    Entry{NotWellFormed, Input, "not-well-formed", QT_TRANSLATE_NOOP("Error", "%1 is not well formed at line %2, column %3: %4. %5 complete events stand before it; --partial takes those.")},
    Entry{ForbiddenEntities, Input, "forbidden-entities", QT_TRANSLATE_NOOP("Error", "%1 declares XML entities (line %2), which are refused because they can be used for attacks.")},
    Entry{LimitExceeded, Input, "limit-exceeded", QT_TRANSLATE_NOOP("Error", "%1 exceeds a limit at line %2: %3. It was probably not made by a scheduling program.")},
    Entry{NoUsableEntry, Input, "no-usable-entry", QT_TRANSLATE_NOOP("Error", "%1 holds no usable entry. Rejected: %2, the first in line %3.")},
    Entry{MissingTitle, Input, "missing-title", QT_TRANSLATE_NOOP("Error", "The event has neither a title nor media to take one from.")},
    Entry{NotAnEvent, Input, "not-an-event", QT_TRANSLATE_NOOP("Error", "Item %1 of the list is not an event.")},
    Entry{LineNotUnderstood, Input, "line-not-understood", QT_TRANSLATE_NOOP("Error", "“%1” is no address, path or comment.")},
    Entry{UrlNotAllowed, Input, "url-not-allowed", QT_TRANSLATE_NOOP("Error", "Addresses that begin with “%1:” are not accepted.")},
    Entry{NotText, Input, "not-text", QT_TRANSLATE_NOOP("Error", "%1 is not a text file.")},
    Entry{DateNeeded, Input, "date-needed", QT_TRANSLATE_NOOP("Error", "%1 has times but no dates. Say which broadcast day it is for (--date 2026-03-28).")},
    Entry{StartNeeded, Input, "start-needed", QT_TRANSLATE_NOOP("Error", "%1 is %2, a list without times. Say when its first entry starts (--start 2026-03-28T06:00).")},
    Entry{BadMapping, Input, "bad-mapping", QT_TRANSLATE_NOOP("Error", "The columns of %1 are not understood: %2. Say what they mean with a mapping (--mapping FILE or --preset NAME).")},

    Entry{MediaMissing, Input, "media-missing", QT_TRANSLATE_NOOP("Error", "The file does not exist.")},
    Entry{MediaNotRegularFile, Input, "media-not-regular-file", QT_TRANSLATE_NOOP("Error", "It is not a regular file (%1).")},
    Entry{MediaEmpty, Input, "media-empty", QT_TRANSLATE_NOOP("Error", "The file is empty.")},
    Entry{MediaUnreadable, Input, "media-unreadable", QT_TRANSLATE_NOOP("Error", "It can't be read as audio or video: %1.")},
    Entry{MediaNoDuration, Input, "media-no-duration", QT_TRANSLATE_NOOP("Error", "It has no duration: the file is cut off, or is not a finished recording.")},
    Entry{MediaNoStreams, Input, "media-no-streams", QT_TRANSLATE_NOOP("Error", "It holds neither picture nor sound.")},
    Entry{MediaTruncated, Input, "media-truncated", QT_TRANSLATE_NOOP("Error", "The file is cut off: it ends before its media does. Copy it again.")},
    Entry{MediaNotMedia, Input, "media-not-media", QT_TRANSLATE_NOOP("Error", "It is no audio or video file (%1).")},
    Entry{MediaIsPlaylist, Input, "media-is-playlist", QT_TRANSLATE_NOOP("Error", "It is a playlist (%1), which is not followed. Import it as a playlist instead.")},
    Entry{MediaBadName, Input, "media-bad-name", QT_TRANSLATE_NOOP("Error", "Its name is not valid UTF-8, so that no playlist or station could hold it. Rename it.")},
    Entry{MediaTimedOut, Input, "media-timed-out", QT_TRANSLATE_NOOP("Error", "Reading it took longer than %1 s and was given up.")},
    Entry{MediaWorkerDied, Input, "media-worker-died", QT_TRANSLATE_NOOP("Error", "Reading it brought the media reader down (%1). The file is probably damaged.")},
    Entry{MediaWorkerMissing, Storage, "media-worker-missing", QT_TRANSLATE_NOOP("Error", "The media reader scheduleflow-probe can't be started (%1). Install it beside the program.")},

    Entry{StationNotOpened, Storage, "station-not-opened", QT_TRANSLATE_NOOP("Error", "The station %1 can't be opened: %2.")},
    Entry{StationReadOnly, Storage, "station-read-only", QT_TRANSLATE_NOOP("Error", "The station %1 is read-only. Nothing was changed.")},
    Entry{StationLocked, Storage, "station-locked", QT_TRANSLATE_NOOP("Error", "The station %1 is in use by another program that does not let go. Nothing was changed; try again.")},
    Entry{StationDamaged, Storage, "station-damaged", QT_TRANSLATE_NOOP("Error", "%1 can't be read as a station: %2.")},
    Entry{StationTooNew, Storage, "station-too-new", QT_TRANSLATE_NOOP("Error", "The station %1 was made by a newer version of ScheduleFlow (schema %2, this one knows %3). Update the program.")},
    Entry{StationChanged, Storage, "station-changed", QT_TRANSLATE_NOOP("Error", "The station was changed by someone else meanwhile. Nothing was changed; try again.")},
    Entry{EditConflict, Storage, "edit-conflict", QT_TRANSLATE_NOOP("Error", "%1 was changed by someone else meanwhile. Nothing was changed; look at it and try again.")},
    Entry{DiskFull, Storage, "disk-full", QT_TRANSLATE_NOOP("Error", "The disk that holds %1 is full. Nothing was changed; free some space and try again.")},
    Entry{StorageFailed, Storage, "storage-failed", QT_TRANSLATE_NOOP("Error", "The station %1 could not be written: %2. Nothing was changed.")},

    Entry{Cancelled, ErrorKind::Cancelled, "cancelled", QT_TRANSLATE_NOOP("Error", "Cancelled. Nothing was changed.")},
};
// clang-format on

static_assert(entries.size() == static_cast<std::size_t>(ErrorCode::Cancelled) + 1, "one entry a code");

constexpr bool entriesInOrder()
{
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (entries[i].code != static_cast<ErrorCode>(i))
            return false;
    }
    return true;
}
static_assert(entriesInOrder(), "entries stand in the order of the enumeration");

const Entry &entryOf(ErrorCode code) { return entries[static_cast<std::size_t>(code)]; }

} // namespace

ErrorKind kindOf(ErrorCode code) { return entryOf(code).kind; }

QLatin1StringView codeName(ErrorCode code) { return QLatin1StringView(entryOf(code).name); }

QString sentence(const Error &error)
{
    // Where none stands before the fault, or it is taken whole or not at all, there is nothing to take.
    constexpr const char *wholeText = QT_TRANSLATE_NOOP(
        "Error",
        "%1 is not well formed at line %2, column %3: %4. Nothing was changed; correct it and try again.");
    const bool isBroken = error.code == ErrorCode::NotWellFormed;
    const bool isWhole = isBroken && (error.args.size() < 5 || error.args[4] == u"0");
    constexpr const char *linksText = QT_TRANSLATE_NOOP(
        "Error",
        "%1 holds no usable entry. Rejected: %2, the first in line %3. They hold %4 addresses; --links "
        "takes those.");
    constexpr const char *mediaText = QT_TRANSLATE_NOOP(
        "Error",
        "How long “%1” is, neither the list nor the library knows. Add it to the library, let its files be "
        "probed, and import it again.");
    const bool isOfMedia = error.code == ErrorCode::MissingEnd && !error.args.isEmpty();
    const bool hasLinks = error.code == ErrorCode::NoUsableEntry && error.args.size() > 3;
    const char *text = isWhole     ? wholeText
                       : hasLinks  ? linksText
                       : isOfMedia ? mediaText
                                   : entryOf(error.code).text;
    return fillIn(QCoreApplication::translate("Error", text), error.args);
}

} // namespace sf

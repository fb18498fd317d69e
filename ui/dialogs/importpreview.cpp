// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/importpreview.h"

#include "core/document/transfer.h"
#include "core/formats/asrunlog.h"
#include "core/formats/textinput.h"
#include "core/schedule/libraryindex.h"
#include "core/schedule/merge.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QUrl>

#include <utility>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 headBytes = 64 * 1024;

QString formatName(const QString &id)
{
    if (id == "ffplayout-log"_L1)
        return QCoreApplication::translate("sf::ImportDialog", "ffplayout log");
    if (id == "caspar-log"_L1)
        return QCoreApplication::translate("sf::ImportDialog", "CasparCG server log");
    const FormatInfo *format = findFormat(id);
    return format ? QString(format->name) : id;
}

/// What the content of a file suggests. A file that can't be read says so when it is.
struct Guess
{
    ImportUse use = ImportUse::Plan;
    bool isList = false;
};

Guess guessOf(const ImportRequest &request)
{
    Guess guess;
    QFile file;
    if (!openForReading(file, request.path))
        return guess;
    const QByteArray head = file.peek(headBytes);
    const FormatInfo *format = request.reading.format;
    if (!format && isText(head) && !isPlayoutLog(head))
        format = detectFormat(head, request.path);
    guess.isList = format && format->importsPlaylist;
    if (guess.isList)
        guess.use = ImportUse::Library;
    else if (!request.reading.format && isText(head) && isPlayoutLog(head))
        guess.use = ImportUse::AsRun;
    return guess;
}

class ImportJob
{
public:
    ImportJob(const Station &station, const ImportRequest &request, const EditStamp &stamp,
              std::uint64_t seed, const Job &job)
        : m_station(station)
        , m_request(request)
        , m_stamp(stamp)
        , m_ids(toMs(stamp.now), seed)
        , m_job(job)
    {
    }

    Status run()
    {
        const Guess guess = guessOf(m_request);
        preview.use = m_request.use.value_or(guess.use);
        preview.isList = guess.isList;
        const bool hasChannel = m_station.findChannel(m_request.channel) != nullptr;
        if (!m_request.use && !hasChannel && preview.use == ImportUse::AsRun)
            return fail(ErrorCode::NoChannel);
        Status done;
        switch (preview.use) {
        case ImportUse::Library:
            done = library();
            break;
        case ImportUse::Plan:
            done = plan();
            break;
        case ImportUse::AsRun:
            done = asRun();
            break;
        }
        for (std::size_t i = 0; done && i < preview.rejected.size(); ++i)
            preview.rejectedBy[preview.rejected[i].reason.code].push_back(i);
        return done;
    }

    ImportPreview preview;
    StationEdit edit;

private:
    ReadOptions reading(const Channel *channel) const
    {
        ReadOptions options = m_request.reading;
        if (channel) {
            options.channel = channel->clock();
            options.rate = channel->rate;
        }
        return options;
    }

    void takeRemarks(std::vector<ImportRemark> rejected, std::vector<ImportRemark> warnings)
    {
        preview.rejected = std::move(rejected);
        preview.warnings = std::move(warnings);
    }

    static void takeLinks(ImportedPlaylist &playlist)
    {
        for (const QString &link : std::exchange(playlist.links, {})) {
            PlaylistEntry entry;
            entry.url = link;
            entry.title = QUrl(link).fileName();
            if (entry.title.isEmpty())
                entry.title = link;
            playlist.entries.push_back(entry);
        }
    }

    Status library()
    {
        auto playlist =
            readPlaylistFile(m_request.path, reading(m_station.findChannel(m_request.channel)), m_job);
        if (!playlist)
            return fail(playlist.error());
        if (m_request.takesLinks)
            takeLinks(*playlist);
        auto merge = mergePlaylist(m_station, *playlist, m_ids, m_stamp, m_job);
        if (!merge)
            return fail(merge.error());
        preview.formatId = playlist->format;
        edit = std::move(merge->edit);
        preview.total = merge->entries;
        preview.added = merge->added;
        preview.duplicates = merge->duplicates;
        preview.repeated = merge->repeated;
        preview.knownDuration = merge->knownDuration;
        takeRemarks(std::move(playlist->rejected), std::move(playlist->warnings));
        preview.links = playlist->links;
        return findMissing();
    }

    Status plan()
    {
        const bool isNew = m_request.mode == ImportMode::NewChannel;
        const Channel *channel = isNew ? &m_request.made : m_station.findChannel(m_request.channel);
        const Plan *onAir = isNew ? nullptr : m_station.onAirPlan(m_request.channel);
        if (!channel || (!isNew && !onAir))
            return fail(ErrorCode::NoChannel);
        ReadOptions options = reading(channel);
        options.knownLength = knownLengths(m_station.assets());
        auto schedule = readScheduleFile(m_request.path, std::move(options), m_ids, m_job);
        if (!schedule)
            return fail(schedule.error());
        takeFacts(*schedule);
        ImportTarget target{m_request.mode, {}, m_request.range, m_request.made};
        target.plan = isNew ? m_ids.next<PlanId>() : onAir->id;
        preview.plan = target.plan;
        auto planned = planImport(m_station, target, std::move(*schedule), m_ids, m_stamp, m_job);
        if (!planned)
            return fail(planned.error());
        preview.removed = planned->removed;
        preview.kept = planned->kept;
        ScheduleMerge &merge = planned->merge;
        preview.added = merge.imported;
        preview.duplicates = merge.duplicates;
        preview.duplicateEvents = std::move(merge.duplicateEvents);
        preview.conflicts = std::move(merge.conflicts);
        edit = std::move(merge.edit);
        findKnown();
        return findMissing();
    }

    void takeFacts(ImportedSchedule &schedule)
    {
        preview.formatId = schedule.format;
        preview.total = schedule.total;
        preview.channels = schedule.channels;
        preview.channelName = schedule.channelName;
        preview.assumedZone = schedule.assumedZone;
        preview.extent = schedule.events.extent();
        takeRemarks(std::move(schedule.rejected), std::move(schedule.warnings));
    }

    Status asRun()
    {
        const Channel *channel = m_station.findChannel(m_request.channel);
        if (!channel)
            return fail(ErrorCode::NoChannel);
        auto log = readAsRunFile(m_request.path, reading(channel), m_ids, m_job);
        if (!log)
            return fail(log.error());
        preview.formatId = log->format;
        preview.assumedZone = log->assumedZone;
        preview.total = std::ssize(log->entries) + std::ssize(log->rejected);
        takeRemarks(std::move(log->rejected), std::move(log->warnings));
        auto match = matchAsRun(m_station, m_request.channel, std::move(log->entries), m_ids, m_stamp, m_job);
        if (!match)
            return fail(match.error());
        preview.added = match->plays;
        preview.matched = match->matched;
        preview.duplicates = match->duplicates;
        edit = std::move(match->edit);
        return {};
    }

    /// Media of the events that the library has already, and the events that have none.
    void findKnown()
    {
        QSet<AssetId> seen;
        const auto &events = std::as_const(edit.events.after);
        for (std::size_t i = 0; i < events.size(); ++i) {
            const ScheduledEvent &event = events[i];
            if (!event.asset)
                preview.placeholders.push_back(i);
            if (!event.asset || seen.contains(event.asset) || !m_station.assets().find(event.asset))
                continue;
            seen.insert(event.asset);
            preview.knownMedia.push_back(event.asset);
        }
    }

    /// New media whose file is not there, and known ones that are marked so.
    Status findMissing()
    {
        for (const AssetId id : preview.knownMedia) {
            if (m_station.assets().find(id)->status == AssetStatus::Missing)
                preview.missingMedia.push_back(id);
        }
        for (const Asset &asset : edit.assets.after) {
            if (m_job.isCancelled())
                return fail(ErrorCode::Cancelled);
            if (asset.url.startsWith(u'/') && !QFileInfo::exists(asset.url))
                preview.missingMedia.push_back(asset.id);
        }
        return {};
    }

    const Station &m_station;
    const ImportRequest &m_request;
    const EditStamp &m_stamp;
    IdSource m_ids;
    const Job &m_job;
};

} // namespace

Result<ImportPreview> prepareImport(const Snapshot &snapshot, const ImportRequest &request,
                                    const EditStamp &stamp, std::uint64_t seed, const Job &job)
{
    ImportJob import(snapshot.station, request, stamp, seed, job);
    if (const Status done = import.run(); !done)
        return fail(done.error());
    auto prepared = prepare(snapshot, std::move(import.edit));
    if (!prepared)
        return fail(prepared.error());
    import.preview.format = formatName(import.preview.formatId);
    import.preview.edit = std::move(*prepared);
    return std::move(import.preview);
}

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "app/cli/commands.h"
#include "app/cli/jsonview.h"
#include "app/cli/mediascan.h"
#include "app/cli/readingoptions.h"
#include "core/document/transfer.h"
#include "core/formats/address.h"
#include "core/model/names.h"
#include "core/schedule/fields.h"
#include "core/schedule/issuetext.h"
#include "core/schedule/merge.h"
#include "core/schedule/operations.h"
#include "core/time/iso8601.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace sf::cli {

using namespace Qt::StringLiterals;

namespace {

struct MediaOptions
{
    std::vector<std::string> files;
    std::string search;
    std::string status;
    std::string id;
    std::vector<std::string> assignments;
    ReadingArguments reading;
    bool takeLinks = false;
    bool isPartial = false;
    int jobs = 4;
    bool isAll = false;
};
using OptionsPtr = std::shared_ptr<MediaOptions>;

constexpr std::size_t listedRemarks = 20;

/// A playlist file as read, with the path it was named by.
struct NamedPlaylist
{
    QString file;
    ImportedPlaylist playlist;
};

Result<std::vector<NamedPlaylist>> readAll(const MediaOptions &options, const Job &job)
{
    std::vector<NamedPlaylist> playlists;
    auto reading = readOptions(options.reading, Channel());
    if (!reading)
        return fail(reading.error());
    reading->isPartial = options.isPartial;
    for (const std::string &file : options.files) {
        auto playlist = readPlaylistFile(textOf(file), *reading, job);
        if (!playlist)
            return fail(playlist.error());
        if (options.takeLinks) {
            for (const QString &link : playlist->links) {
                PlaylistEntry entry;
                entry.title = titleFromAddress(link);
                entry.url = link;
                playlist->entries.push_back(entry);
            }
        }
        playlists.push_back({textOf(file), std::move(*playlist)});
    }
    return playlists;
}

QJsonArray remarksOf(const std::vector<NamedPlaylist> &playlists,
                     std::vector<ImportRemark> ImportedPlaylist::*remarks)
{
    QJsonArray array;
    for (const NamedPlaylist &named : playlists) {
        for (const ImportRemark &remark : named.playlist.*remarks)
            array.append(toJson(remark, named.file));
    }
    return array;
}

QString remarkLines(const std::vector<NamedPlaylist> &playlists,
                    std::vector<ImportRemark> ImportedPlaylist::*remarks)
{
    QString text;
    std::size_t listed = 0;
    for (const NamedPlaylist &named : playlists) {
        for (const ImportRemark &remark : named.playlist.*remarks) {
            if (++listed > listedRemarks)
                continue;
            text +=
                u"  %1, line %2: %3\n"_s.arg(named.file, QString::number(remark.line),
                                             remark.text.isEmpty() ? sentence(remark.reason) : remark.text);
        }
    }
    if (listed > listedRemarks)
        text += u"  … and %1 more; --json lists them all\n"_s.arg(listed - listedRemarks);
    return text;
}

/// What was read, before anything is compared with the library.
Outcome describe(const std::vector<NamedPlaylist> &playlists)
{
    QStringList links;
    for (const NamedPlaylist &named : playlists)
        links += named.playlist.links;
    const QJsonArray rejected = remarksOf(playlists, &ImportedPlaylist::rejected);
    Outcome outcome;
    outcome.json = {{u"entries"_s, 0},
                    {u"added"_s, 0},
                    {u"duplicates"_s, 0},
                    {u"knownDuration"_s, 0},
                    {u"rejected"_s, rejected},
                    {u"warnings"_s, remarksOf(playlists, &ImportedPlaylist::warnings)},
                    {u"links"_s, QJsonArray::fromStringList(links)}};
    outcome.needsAttention = !rejected.isEmpty();
    outcome.text = remarkLines(playlists, &ImportedPlaylist::rejected) +
                   remarkLines(playlists, &ImportedPlaylist::warnings);
    if (!links.isEmpty())
        outcome.text += u"  The rejected lines hold %1; --links takes them too.\n"_s.arg(
            counted(links.size(), "address", "addresses"));
    return outcome;
}

/// All playlists of one command become one edit: one undo takes them back.
Result<Change> computeImport(Document &document, const std::vector<NamedPlaylist> &playlists,
                             Invocation &invocation)
{
    ImportedPlaylist all;
    for (const NamedPlaylist &named : playlists)
        all.entries.append(named.playlist.entries);
    auto merge = mergePlaylist(document.station(), all, document.ids(), document.stamp(invocation.now),
                               *invocation.job);
    if (!merge)
        return fail(merge.error());
    Outcome outcome = describe(playlists);
    outcome.json["entries"_L1] = static_cast<double>(merge->entries);
    outcome.json["added"_L1] = static_cast<double>(merge->added);
    outcome.json["duplicates"_L1] = static_cast<double>(merge->duplicates);
    outcome.json["knownDuration"_L1] = static_cast<double>(merge->knownDuration);
    outcome.text.prepend(u"%1: %2 added, %3%4, %5 with a duration\n"_s.arg(
        counted(merge->entries, "entry", "entries"), QString::number(merge->added),
        counted(merge->duplicates, "duplicate", "duplicates"),
        merge->repeated > 0 ? u" (%1 inside the list)"_s.arg(merge->repeated) : QString(),
        QString::number(merge->knownDuration)));
    return Change{std::move(merge->edit), std::move(outcome)};
}

Result<Outcome> runImport(Invocation &invocation, const MediaOptions &options)
{
    const auto playlists = readAll(options, *invocation.job);
    if (!playlists)
        return fail(playlists.error());
    const bool hasEntry = std::any_of(playlists->begin(), playlists->end(), [](const NamedPlaylist &named) {
        return !named.playlist.entries.empty();
    });
    if (!hasEntry) {
        const auto &rejected = playlists->front().playlist.rejected;
        Outcome outcome = describe(*playlists);
        QStringList args{playlists->front().file, QString::number(rejected.size()),
                         QString::number(rejected.empty() ? 0 : rejected.front().line)};
        if (const auto links = outcome.json["links"_L1].toArray().size(); links > 0)
            args += QString::number(links);
        outcome.error = Error{ErrorCode::NoUsableEntry, args, {}};
        return outcome;
    }
    return changeStation(invocation,
                         [&](Document &document) { return computeImport(document, *playlists, invocation); });
}

bool matches(const Asset &asset, const QString &search, std::optional<AssetStatus> status)
{
    if (status && asset.status != *status)
        return false;
    if (search.isEmpty())
        return true;
    const auto holds = [&](const QString &text) { return text.contains(search, Qt::CaseInsensitive); };
    return holds(asset.title) || holds(asset.url) || holds(asset.series) || holds(asset.category) ||
           holds(asset.houseNumber) || holds(asset.tags.join(u' '));
}

Result<Outcome> runList(Invocation &invocation, const MediaOptions &options)
{
    const auto document = openStation(invocation);
    if (!document)
        return fail(document.error());
    const auto status = fromName<AssetStatus>(textOf(options.status));
    if (!options.status.empty() && !status) {
        return fail(ErrorCode::BadArgument, {textOf(options.status), u"--status"_s,
                                             u"Use unprobed, ready, missing, unreadable or changed."_s});
    }
    Outcome outcome;
    QJsonArray assets;
    for (const Asset *asset : (*document)->station().assets().sorted()) {
        if (!matches(*asset, textOf(options.search), status))
            continue;
        if (invocation.isJson) {
            assets.append(toJson(*asset));
            continue;
        }
        const Millis length = std::chrono::round<std::chrono::seconds>(asset->duration);
        const QString time = asset->duration <= Micros::zero()
                                 ? u"?"_s
                                 : (asset->durationSource == DurationSource::Declared ? u"~"_s : QString()) +
                                       toClockText(length);
        outcome.text +=
            u"%1  %2  %3  %4\n"_s.arg(asset->id.toString(), time.rightJustified(9),
                                      QString(nameOf(asset->status)).leftJustified(10), asset->title);
    }
    outcome.json["assets"_L1] = assets;
    if (outcome.text.isEmpty())
        outcome.text = u"No asset matches.\n"_s;
    return outcome;
}

/// A time without offset is channel time, as in every argument; the library belongs to all channels, so with several
/// of them it needs its offset. Other values as they are.
Result<QString> withOffset(const Station &station, const QString &field, const QString &value)
{
    const bool isTime = field.startsWith(u"rights"_s, Qt::CaseInsensitive) && !value.isEmpty();
    const auto time = isTime ? parseIso8601(value) : fail(ErrorCode::BadTime);
    if (!time || time->offset)
        return value;
    if (station.channels().size() != 1)
        return fail(ErrorCode::BadArgument,
                    {value, field, u"Write its offset, such as 2027-03-22T06:00:00+01:00."_s});
    const auto instant = readTime(station.channels().front().clock(), value, field);
    if (!instant)
        return fail(instant.error());
    return toIso8601(*instant);
}

Result<Change> computeSet(Document &document, const MediaOptions &options, Invocation &invocation)
{
    const auto id = AssetId::fromString(textOf(options.id));
    const Asset *asset = id ? document.station().assets().find(*id) : nullptr;
    if (!asset)
        return fail(ErrorCode::UnknownObject, {u"asset"_s, textOf(options.id)});
    Asset changed = *asset;
    for (const std::string &text : options.assignments) {
        const QString assignment = textOf(text);
        const qsizetype equals = assignment.indexOf(u'=');
        if (equals <= 0)
            return fail(ErrorCode::BadArgument, {assignment, u"a field"_s, u"Write FIELD=VALUE."_s});
        const QString field = assignment.left(equals).trimmed();
        const auto value = withOffset(document.station(), field, assignment.sliced(equals + 1));
        if (!value)
            return fail(value.error());
        if (const Status set = setField(changed, field, *value); !set)
            return fail(set.error());
    }
    if (const Status status = checkAsset(changed); !status)
        return fail(status.error());
    auto edit =
        changeAssets(document.station(), {changed}, u"Change asset"_s, document.stamp(invocation.now));
    if (!edit)
        return fail(edit.error());
    Outcome outcome;
    outcome.json["asset"_L1] = toJson(changed);
    outcome.text = u"“%1” changed\n"_s.arg(changed.title);
    return Change{std::move(*edit), std::move(outcome)};
}

Result<Change> computeRemove(Document &document, const MediaOptions &options, Invocation &invocation)
{
    std::vector<AssetId> ids;
    for (const std::string &text : options.files) {
        const auto id = AssetId::fromString(textOf(text));
        if (!id)
            return fail(ErrorCode::UnknownObject, {u"asset"_s, textOf(text)});
        ids.push_back(*id);
    }
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    auto edit = removeAssets(document.station(), ids, document.stamp(invocation.now));
    if (!edit)
        return fail(edit.error());
    const std::size_t removed = edit->assets.before.size();
    Outcome outcome;
    outcome.needsAttention = removed < ids.size();
    outcome.json["removed"_L1] = static_cast<qint64>(removed);
    outcome.json["inUse"_L1] = static_cast<qint64>(ids.size() - removed);
    outcome.text =
        u"%1 removed, %2 in use kept\n"_s.arg(counted(static_cast<std::int64_t>(removed), "asset", "assets"))
            .arg(ids.size() - removed);
    return Change{std::move(*edit), std::move(outcome)};
}

void addScanCommands(CLI::App *family, Command &command)
{
    const auto options = std::make_shared<MediaOptions>();
    CLI::App *scan =
        family->add_subcommand("scan", "Add media files, or all in a folder, and read their durations");
    scan->add_option("PATH", options->files, "Files and folders")->required();
    CLI::App *probe = family->add_subcommand("probe", "Read the durations of what the library knows");
    probe->add_flag("--all", options->isAll, "Also what was read before");
    for (CLI::App *app : {scan, probe})
        app->add_option("--jobs", options->jobs, "Files read at once")
            ->check(CLI::Range(1, 4))
            ->capture_default_str();
    scan->callback([options, &command] {
        command = [options](Invocation &invocation) {
            return runScan(invocation, options->files, options->jobs);
        };
    });
    probe->callback([options, &command] {
        command = [options](Invocation &invocation) {
            return runProbe(invocation, options->isAll, options->jobs);
        };
    });
}

} // namespace

void addMediaCommands(CLI::App &app, Command &command)
{
    CLI::App *family = app.add_subcommand("media", "The library")->require_subcommand(1);
    const auto options = std::make_shared<MediaOptions>();
    CLI::App *importing = family->add_subcommand("import", "Import playlists into the library");
    importing->add_option("FILE", options->files, "Playlists")->required();
    addReadingArguments(*importing, options->reading);
    importing->add_flag("--links", options->takeLinks,
                        "Also take addresses found in lines that are no playlist entries");
    importing->add_flag("--partial", options->isPartial,
                        "Of a file that is cut off, take the complete entries");
    importing->callback([options, &command] {
        command = [options](Invocation &invocation) { return runImport(invocation, *options); };
    });
    addScanCommands(family, command);

    CLI::App *list = family->add_subcommand("list", "List the library");
    list->add_option("--search", options->search, "Text in title, address, series, category, number or tags");
    list->add_option("--status", options->status, "unprobed, ready, missing, unreadable or changed");
    list->callback([options, &command] {
        command = [options](Invocation &invocation) { return runList(invocation, *options); };
    });

    CLI::App *remove =
        family->add_subcommand("remove", "Take assets out of the library; what is planned stays");
    remove->add_option("ID", options->files, "Assets")->required();
    remove->callback([options, &command] {
        command = [options](Invocation &invocation) {
            return changeStation(invocation, [&](Document &document) {
                return computeRemove(document, *options, invocation);
            });
        };
    });

    CLI::App *set = family->add_subcommand("set", "Change fields of an asset");
    set->add_option("ID", options->id, "Asset")->required();
    set->add_option("FIELD=VALUE", options->assignments, assetFieldNames().join(u", "_s).toStdString())
        ->required();
    set->callback([options, &command] {
        command = [options](Invocation &invocation) {
            return changeStation(
                invocation, [&](Document &document) { return computeSet(document, *options, invocation); });
        };
    });
}

} // namespace sf::cli

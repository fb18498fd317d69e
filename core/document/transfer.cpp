// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/document/transfer.h"

#include "core/formats/airedtable.h"
#include "core/formats/textinput.h"
#include "core/store/database.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStorageInfo>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include <unistd.h>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

constexpr auto standardStream = "-"_L1;

QString tr(const char *text) { return QCoreApplication::translate("Transfer", text); }

/// Whether the reason was a lack of room: what the system said, or, as some layers lose that, the disk
/// itself.
bool isDiskFull(const QString &path, const QString &reason)
{
    if (reason == QString::fromLocal8Bit(std::strerror(ENOSPC)) ||
        reason == QString::fromLocal8Bit(std::strerror(EDQUOT)))
        return true;
    constexpr qint64 next = 4096;
    const QStorageInfo disk(QFileInfo(path).absolutePath());
    return disk.isValid() && disk.bytesAvailable() < next;
}

Error writeError(const QString &path, const QString &reason)
{
    if (isDiskFull(path, reason))
        return {ErrorCode::DiskFull, {path}, reason};
    return {ErrorCode::FileNotWritable, {path, reason}, {}};
}

/// Puts what was written on the disk, which is where some file systems first say that there was no room. Empty
/// when that went well, or where the file system has nothing to put.
QString syncFailure(const QFileDevice &file)
{
    if (fsync(file.handle()) == 0 || errno == EINVAL || errno == ENOTSUP)
        return {};
    return QString::fromLocal8Bit(std::strerror(errno));
}

class StandardOutput : public ExportFile
{
public:
    Result<WriteReport> write(const FormatInfo &format, const ScheduleExport &schedule,
                              const Job &job) override
    {
        QFile file;
        if (!file.open(stdout, QIODevice::WriteOnly))
            return fail(ErrorCode::FileNotWritable, {tr("The standard output"), file.errorString()});
        auto report = writeSchedule(file, format, schedule, job);
        if (report && !file.flush())
            return fail(ErrorCode::FileNotWritable, {tr("The standard output"), file.errorString()});
        return report;
    }
    Status commit() override { return {}; }
};

bool isDatabase(const QString &path)
{
    if (Database::hasOpen(path))
        return true;
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(16) == QByteArrayView("SQLite format 3\0", 16);
}

class SavedFile : public ExportFile
{
public:
    explicit SavedFile(const QString &path)
        : m_path(path)
        , m_file(path)
    {
    }

    /// Unbuffered: the formats write in blocks, and what QSaveFile held back itself it would lose without a word
    /// when commit() finds the disk full.
    Status open()
    {
        if (const QString reason = whyNotReplaced(m_path); !reason.isEmpty())
            return fail(ErrorCode::FileNotWritable, {m_path, reason});
        if (!m_file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            return fail(writeError(m_path, m_file.errorString()));
        return {};
    }

    Result<WriteReport> write(const FormatInfo &format, const ScheduleExport &schedule,
                              const Job &job) override
    {
        auto report = writeSchedule(m_file, format, schedule, job);
        if (report) {
            const QString reason = syncFailure(m_file);
            if (reason.isEmpty())
                return report;
            report = fail(writeError(m_path, reason));
        }
        m_file.cancelWriting();
        const Error &error = report.error();
        const bool isUnnamed = error.code == ErrorCode::FileNotWritable && error.args.value(0).isEmpty();
        return fail(isUnnamed ? writeError(m_path, error.args.value(1)) : error);
    }

    Status commit() override
    {
        if (!m_file.commit())
            return fail(writeError(m_path, m_file.errorString()));
        return {};
    }

private:
    QString m_path;
    QSaveFile m_file;
};

/// Relative paths of a playlist start from its folder; those of schedules are names in a media folder.
bool isPlayersList(QFile &file, const ReadOptions &options)
{
    constexpr qint64 headBytes = 8192;
    const FormatInfo *format =
        options.format ? options.format : detectFormat(file.peek(headBytes), options.label);
    return format && format->importsPlaylist;
}

/// Day files and their like: what the names of the files say is their order.
QStringList dayFilesIn(const QString &folder)
{
    constexpr qsizetype most = 4000; // ten years
    QStringList paths;
    QDirIterator files(folder, {u"*.json"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext() && paths.size() < most) {
        const QString path = files.next();
        if (QDate::fromString(QFileInfo(path).completeBaseName(), Qt::ISODate).isValid())
            paths += path;
    }
    std::sort(paths.begin(), paths.end(), [](const QString &a, const QString &b) {
        return QFileInfo(a).fileName() < QFileInfo(b).fileName();
    });
    return paths;
}

/// Whether a day's first event is the rest of the one that the day before ended with.
bool isRest(const ImportedSchedule &all, const ImportedSchedule &day)
{
    if (all.events.empty() || day.events.empty())
        return false;
    const ScheduledEvent last = all.events.back();
    const ScheduledEvent first = day.events.front();
    const auto urlOf = [](const ImportedSchedule &schedule, AssetId id) {
        const auto found = std::find_if(schedule.assets.begin(), schedule.assets.end(),
                                        [id](const Asset &asset) { return asset.id == id; });
        return found == schedule.assets.end() ? QString() : found->url;
    };
    const auto goesOn = std::chrono::abs(first.mediaIn - last.mediaIn - last.range.duration) <= Millis(1);
    return last.range.end() == first.range.start && last.title == first.title && last.asset && goesOn &&
           first.mediaIn > Micros::zero() && urlOf(all, last.asset) == urlOf(day, first.asset);
}

void addDay(ImportedSchedule &all, ImportedSchedule day)
{
    const bool goesOn = isRest(all, day);
    if (goesOn) {
        all.events.extendLast(day.events.front().range.duration);
        --day.total;
    }
    all.format = day.format;
    all.channelName = day.channelName;
    all.assumedZone = day.assumedZone;
    all.total += day.total;
    all.events.append(day.events, goesOn ? 1 : 0);
    all.assets.insert(all.assets.end(), std::make_move_iterator(day.assets.begin()),
                      std::make_move_iterator(day.assets.end()));
    all.rejected.insert(all.rejected.end(), day.rejected.begin(), day.rejected.end());
    all.warnings.insert(all.warnings.end(), day.warnings.begin(), day.warnings.end());
}

Result<ImportedSchedule> readScheduleFolder(const QString &folder, const ReadOptions &options, IdSource &ids,
                                            const Job &job)
{
    const QStringList paths = dayFilesIn(folder);
    if (paths.isEmpty())
        return fail(ErrorCode::FileNotReadable, {folder, tr("it is a folder without day files")});
    ImportedSchedule all;
    for (const QString &path : paths) {
        ReadOptions ofDay = options;
        ofDay.label = path;
        auto day = readScheduleFile(path, ofDay, ids, job);
        if (!day)
            return fail(day.error());
        addDay(all, std::move(*day));
    }
    return all;
}

/// Whether day files stand below a folder; a look at so many entries must do.
bool holdsDayFiles(const QString &folder)
{
    constexpr int most = 2000;
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    for (int i = 0; i < most && files.hasNext(); ++i) {
        const QFileInfo file(files.next());
        if (file.suffix() == "json"_L1 && QDate::fromString(file.completeBaseName(), Qt::ISODate).isValid())
            return true;
    }
    return false;
}

bool isNamedLikeAList(const QString &path)
{
    const QString extension = QFileInfo(path).suffix().toLower();
    const auto known = formats();
    return std::any_of(known.begin(), known.end(), [&](const FormatInfo &format) {
        const auto &names = format.extensions;
        return (format.importsPlaylist || format.importsSchedule) &&
               std::find(names.begin(), names.end(), extension) != names.end();
    });
}

} // namespace

QString whyNotReplaced(const QString &path)
{
    const QFileInfo info(path);
    if (info.isDir())
        return tr("it is a folder");
    if (info.exists() && !info.isFile())
        return tr("it is not a regular file");
    if (isDatabase(path))
        return tr("it is a station, or another database");
    for (const QLatin1StringView beside : {"-wal"_L1, "-shm"_L1, "-journal"_L1}) {
        if (path.endsWith(beside) && isDatabase(path.chopped(beside.size())))
            return tr("it belongs to the station beside it");
    }
    return {};
}

Status openForReading(QFile &file, const QString &path)
{
    if (path == standardStream) {
        if (!file.open(stdin, QIODevice::ReadOnly))
            return fail(ErrorCode::FileNotReadable, {tr("The standard input"), file.errorString()});
        return {};
    }
    const QFileInfo info(path);
    if (!info.exists())
        return fail(ErrorCode::FileNotFound, {path});
    if (info.isDir())
        return fail(ErrorCode::FileNotReadable, {path, tr("it is a folder")});
    if (!info.isFile())
        return fail(ErrorCode::FileNotReadable, {path, tr("it is not a regular file")});
    if (Database::hasOpen(path))
        return fail(ErrorCode::FileNotReadable, {path, tr("it is the station that is open")});
    file.setFileName(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileNotReadable, {path, file.errorString()});
    if (file.size() == 0)
        return fail(ErrorCode::FileEmpty, {path});
    return {};
}

FileNature natureOf(const QString &path)
{
    constexpr qint64 headBytes = 64 * 1024;
    if (QFileInfo(path).isDir())
        return holdsDayFiles(path) ? FileNature::List : FileNature::Media;
    QFile file;
    if (openForReading(file, path)) {
        const QByteArray head = file.read(headBytes);
        if (isText(head) && (detectFormat(head, path) || isPlayoutLog(head)))
            return FileNature::List;
    }
    return isNamedLikeAList(path) ? FileNature::List : FileNature::Media;
}

Result<ImportedSchedule> readScheduleFile(const QString &path, ReadOptions options, IdSource &ids,
                                          const Job &job)
{
    if (path != standardStream && QFileInfo(path).isDir())
        return readScheduleFolder(path, options, ids, job);
    QFile file;
    if (const Status opened = openForReading(file, path); !opened)
        return fail(opened.error());
    if (options.label.isEmpty())
        options.label = path;
    if (options.baseDir.isEmpty() && path != standardStream && isPlayersList(file, options))
        options.baseDir = QFileInfo(path).absolutePath();
    return readSchedule(file, options, ids, job);
}

Result<AsRunLog> readAsRunFile(const QString &path, ReadOptions options, IdSource &ids, const Job &job)
{
    QFile file;
    if (const Status opened = openForReading(file, path); !opened)
        return fail(opened.error());
    if (options.label.isEmpty())
        options.label = path;
    return readAsRun(file, options, ids, job);
}

Result<ImportedPlaylist> readPlaylistFile(const QString &path, ReadOptions options, const Job &job)
{
    QFile file;
    if (const Status opened = openForReading(file, path); !opened)
        return fail(opened.error());
    if (options.label.isEmpty())
        options.label = path;
    if (options.baseDir.isEmpty() && path != standardStream)
        options.baseDir = QFileInfo(path).absolutePath();
    return readPlaylist(file, options, job);
}

Status writeAiredFile(const QString &path, const std::vector<AiredLine> &lines, const Station &station,
                      const ChannelClock &clock)
{
    if (const QString reason = whyNotReplaced(path); !reason.isEmpty())
        return fail(ErrorCode::FileNotWritable, {path, reason});
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(writeError(path, file.errorString()));
    if (const Status written = writeAired(file, lines, station, clock); !written)
        return fail(writeError(path, written.error().args.value(1)));
    if (!file.commit())
        return fail(writeError(path, file.errorString()));
    return {};
}

Result<WriteReport> exportFile(const QString &path, const FormatInfo &format, const Station &station,
                               PlanId plan, TimeRange range, TimePoint generated, const Job &job)
{
    const Plan *found = station.findPlan(plan);
    const Channel *channel = station.channelOf(plan);
    if (!found || !channel)
        return fail(ErrorCode::UnknownObject, {u"plan"_s, plan.toString()});
    const auto events = station.schedule().eventsIn(plan, range);
    const ScheduleExport schedule{*channel, *found, range, events, station.assets(), generated};
    return exportFile(path, format, schedule, job);
}

Result<WriteReport> exportFile(const QString &path, const FormatInfo &format, const ScheduleExport &schedule,
                               const Job &job)
{
    auto file = ExportFile::open(path);
    if (!file)
        return fail(file.error());
    auto report = (*file)->write(format, schedule, job);
    if (!report)
        return report;
    if (const Status committed = (*file)->commit(); !committed)
        return fail(committed.error());
    return report;
}

Result<std::unique_ptr<ExportFile>> ExportFile::open(const QString &path)
{
    if (path == standardStream)
        return std::make_unique<StandardOutput>();
    auto file = std::make_unique<SavedFile>(path);
    if (const Status opened = file->open(); !opened)
        return fail(opened.error());
    return file;
}

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/document/transfer.h"

#include <QCoreApplication>
#include <QDir>
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
    file.setFileName(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileNotReadable, {path, file.errorString()});
    if (file.size() == 0)
        return fail(ErrorCode::FileEmpty, {path});
    return {};
}

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

Result<WriteReport> exportToStandardOutput(const FormatInfo &format, const ScheduleExport &schedule,
                                           const Job &job)
{
    QFile file;
    if (!file.open(stdout, QIODevice::WriteOnly))
        return fail(ErrorCode::FileNotWritable, {tr("The standard output"), file.errorString()});
    auto report = writeSchedule(file, format, schedule, job);
    if (report && !file.flush())
        return fail(ErrorCode::FileNotWritable, {tr("The standard output"), file.errorString()});
    return report;
}

} // namespace

Result<ImportedSchedule> readScheduleFile(const QString &path, ReadOptions options, IdSource &ids,
                                          const Job &job)
{
    QFile file;
    if (const Status opened = openForReading(file, path); !opened)
        return fail(opened.error());
    if (options.label.isEmpty())
        options.label = path;
    return readSchedule(file, options, ids, job);
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
    if (path == standardStream)
        return exportToStandardOutput(format, schedule, job);
    QSaveFile file(path);
    if (QFileInfo(path).isDir())
        return fail(ErrorCode::FileNotWritable, {path, tr("it is a folder")});
    // Unbuffered: the formats write in blocks, and what QSaveFile held back itself it would lose without a word
    // when commit() finds the disk full.
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return fail(writeError(path, file.errorString()));
    auto report = writeSchedule(file, format, schedule, job);
    if (!report) {
        Error error = report.error();
        file.cancelWriting();
        return fail(error.code == ErrorCode::FileNotWritable ? writeError(path, error.args.value(1)) : error);
    }
    if (const QString reason = syncFailure(file); !reason.isEmpty()) {
        file.cancelWriting();
        return fail(writeError(path, reason));
    }
    if (!file.commit())
        return fail(writeError(path, file.errorString()));
    return report;
}

} // namespace sf

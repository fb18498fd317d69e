// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "app/cli/doctor.h"

#include "app/cli/jsonview.h"
#include "core/media/probepool.h"
#include "core/media/scanner.h"
#include "core/store/stationstore.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

#include <libical/ical.h>
#include <sqlite3.h>
#include <unistd.h>

namespace sf::cli {

using namespace Qt::StringLiterals;

namespace {

/// Resident memory of this process; 0 where the system does not tell.
qint64 residentBytes()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArrayList fields = file.readAll().split(' ');
    return fields.size() > 1 ? fields[1].toLongLong() * sysconf(_SC_PAGESIZE) : 0;
}

QJsonObject libraryVersions()
{
    const auto ffmpeg = probeLibraryVersion(defaultProbeProgram(QCoreApplication::applicationDirPath()));
    return {{u"scheduleflow"_s, QStringLiteral(SF_VERSION)},
            {u"qt"_s, QString::fromLatin1(qVersion())},
            {u"ffmpeg"_s, ffmpeg ? *ffmpeg : sentence(ffmpeg.error())},
            {u"sqlite"_s, QString::fromLatin1(sqlite3_libversion())},
            {u"ical"_s, QStringLiteral(ICAL_VERSION)}};
}

QString describe(const StationHealth &health, const QString &location, qint64 freeBytes,
                 const QJsonObject &libraries)
{
    QString text = u"Station %1: %2\n"_s.arg(location, health.isSound ? u"sound"_s : health.problem);
    text += u"  schema %1, commit %2, %3, %4, %L5 bytes; %L6 bytes free on its disk\n"_s
                .arg(QString::number(health.schema), QString::number(health.commit),
                     counted(health.events, "event", "events"), counted(health.assets, "asset", "assets"))
                .arg(health.bytes)
                .arg(freeBytes);
    for (auto library = libraries.begin(); library != libraries.end(); ++library)
        text += u"  %1 %2\n"_s.arg(library.key(), library.value().toString());
    return text;
}

} // namespace

Result<Outcome> runDoctor(Invocation &invocation)
{
    // A station that is not there yet is made, as by any other command.
    if (const auto document = openStation(invocation); !document)
        return fail(document.error());
    const auto health = readHealth(invocation.location);
    if (!health)
        return fail(health.error());
    const QString location = QFileInfo(invocation.location).absoluteFilePath();
    const qint64 freeBytes = QStorageInfo(QFileInfo(location).absolutePath()).bytesAvailable();
    QueueStats idle;
    idle.maxConcurrency = mostProbeWorkers;
    Outcome outcome;
    QJsonObject database{{u"ok"_s, health->isSound},
                         {u"location"_s, location},
                         {u"schema"_s, health->schema},
                         {u"events"_s, static_cast<double>(health->events)},
                         {u"assets"_s, static_cast<double>(health->assets)},
                         {u"commit"_s, static_cast<double>(health->commit)},
                         {u"bytes"_s, static_cast<double>(health->bytes)}};
    if (!health->isSound)
        database["problem"_L1] = health->problem;
    const QJsonObject libraries = libraryVersions();
    outcome.json = {{u"database"_s, database},
                    {u"disk"_s, QJsonObject{{u"freeBytes"_s, static_cast<double>(freeBytes)}}},
                    {u"memory"_s, QJsonObject{{u"rssBytes"_s, static_cast<double>(residentBytes())}}},
                    {u"libraries"_s, libraries},
                    {u"queue"_s, toJson(idle)}};
    outcome.text = describe(*health, location, freeBytes, libraries);
    outcome.needsAttention = !health->isSound;
    return outcome;
}

} // namespace sf::cli

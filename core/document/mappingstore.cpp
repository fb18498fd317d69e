// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/document/mappingstore.h"

#include "core/document/transfer.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

/// The file that holds the mapping of that name: what no file system refuses, and still readable. A name that had to be
/// changed for it is told from others by its digest.
QString pathOf(const QString &folder, const QString &name)
{
    const QString trimmed = name.trimmed();
    QString file;
    for (const QChar c : trimmed.left(100))
        file += c.isLetterOrNumber() || c == u'-' || c == u'_' || c == u' ' ? c : u'_';
    if (file != trimmed) {
        const QByteArray digest = QCryptographicHash::hash(trimmed.toUtf8(), QCryptographicHash::Sha256);
        file += u'-' + QString::fromLatin1(digest.toHex().left(8));
    }
    return QDir(folder).filePath(file + u".json"_s);
}

} // namespace

QString mappingFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           "/scheduleflow/mappings"_L1;
}

Result<ColumnMapping> readMapping(const QString &path)
{
    constexpr qint64 most = 1 << 20;
    QFile file;
    if (const Status opened = openForReading(file, path); !opened)
        return fail(opened.error());
    auto mapping = columnMappingFromJson(file.read(most), path);
    if (mapping && mapping->name.isEmpty())
        mapping->name = QFileInfo(path).completeBaseName();
    return mapping;
}

Status writeMapping(const QString &path, const ColumnMapping &mapping)
{
    if (const QString reason = whyNotReplaced(path); !reason.isEmpty())
        return fail(ErrorCode::FileNotWritable, {path, reason});
    QSaveFile file(path);
    const QByteArray json = toJson(mapping);
    const bool isWritten =
        file.open(QIODevice::WriteOnly) && file.write(json) == json.size() && file.commit();
    if (!isWritten)
        return fail(ErrorCode::FileNotWritable, {path, file.errorString()});
    return {};
}

std::vector<ColumnMapping> savedMappings(const QString &folder)
{
    std::vector<ColumnMapping> mappings;
    const QDir dir(folder);
    for (const QString &name : dir.entryList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        if (auto mapping = readMapping(dir.filePath(name)))
            mappings.push_back(std::move(*mapping));
    }
    std::sort(mappings.begin(), mappings.end(), [](const ColumnMapping &a, const ColumnMapping &b) {
        return a.name.compare(b.name, Qt::CaseInsensitive) < 0;
    });
    return mappings;
}

Status saveMapping(const QString &folder, const ColumnMapping &mapping)
{
    if (mapping.name.trimmed().isEmpty()) {
        return fail(ErrorCode::BadMapping,
                    {folder, QCoreApplication::translate("Import", "the mapping has no name")});
    }
    QDir().mkpath(folder); // where that fails, writing says why
    return writeMapping(pathOf(folder, mapping.name), mapping);
}

Result<ColumnMapping> adoptMapping(const QString &folder, const QString &path)
{
    auto mapping = readMapping(path);
    if (!mapping)
        return fail(mapping.error());
    const QString name = mapping->name;
    for (int number = 2;; ++number) {
        const auto known = mappingNamed(mapping->name, folder);
        if (known && *known == *mapping)
            return mapping;
        if (!known)
            break;
        mapping->name = u"%1 %2"_s.arg(name).arg(number);
    }
    if (const Status saved = saveMapping(folder, *mapping); !saved)
        return fail(saved.error());
    return mapping;
}

Status removeMapping(const QString &folder, const QString &name)
{
    QFile file(pathOf(folder, name));
    if (!file.exists())
        return fail(ErrorCode::FileNotFound, {file.fileName()});
    if (!file.remove())
        return fail(ErrorCode::FileNotWritable, {file.fileName(), file.errorString()});
    return {};
}

std::optional<ColumnMapping> mappingNamed(QStringView name, const QString &folder)
{
    if (const ColumnMapping *preset = columnPreset(name))
        return *preset;
    for (ColumnMapping &saved : savedMappings(folder)) {
        if (name.compare(saved.name, Qt::CaseInsensitive) == 0)
            return std::move(saved);
    }
    return std::nullopt;
}

} // namespace sf

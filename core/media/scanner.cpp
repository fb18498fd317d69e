// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/media/scanner.h"

#include "core/media/naturalorder.h"
#include "core/schedule/merge.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>
#include <QStandardPaths>
#include <QStringDecoder>

#include <array>
#include <filesystem>

#include <sys/stat.h>

namespace sf {

using namespace Qt::StringLiterals;
namespace fs = std::filesystem;

namespace {

// What stations have, as long as scheduleflow-probe reads it.
constexpr std::array extensions{
    "3gp"_L1, "aac"_L1,  "ac3"_L1, "aif"_L1,  "aiff"_L1, "asf"_L1, "avi"_L1,  "caf"_L1,  "divx"_L1,
    "dv"_L1,  "eac3"_L1, "f4v"_L1, "flac"_L1, "flv"_L1,  "gxf"_L1, "m2t"_L1,  "m2ts"_L1, "m4a"_L1,
    "m4v"_L1, "mka"_L1,  "mkv"_L1, "mov"_L1,  "mp2"_L1,  "mp3"_L1, "mp4"_L1,  "mpeg"_L1, "mpg"_L1,
    "mts"_L1, "mxf"_L1,  "nut"_L1, "oga"_L1,  "ogg"_L1,  "ogv"_L1, "opus"_L1, "qt"_L1,   "ts"_L1,
    "vob"_L1, "w64"_L1,  "wav"_L1, "webm"_L1, "wma"_L1,  "wmv"_L1,
};

/// A folder, the same whatever links lead to it.
struct FolderIdentity
{
    dev_t device;
    ino_t inode;

    bool operator==(const FolderIdentity &) const = default;
    friend size_t qHash(const FolderIdentity &folder, size_t seed)
    {
        return qHashMulti(seed, folder.device, folder.inode);
    }
};

/// None where the bytes are not UTF-8: a QString could not name the file again.
std::optional<QString> textOf(const std::string &name)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(QByteArrayView(name.data(), static_cast<qsizetype>(name.size())));
    return decoder.hasError() ? std::nullopt : std::optional<QString>(text);
}

class Scan
{
public:
    explicit Scan(const Job &job)
        : m_job(job)
    {
    }

    void addPath(const QString &path);
    Result<ScannedFiles> finish();

private:
    void addFolder(const fs::path &folder);
    void addEntry(const fs::directory_entry &entry);
    void reject(const fs::path &path, ErrorCode code, const QString &why);

    const Job &m_job;
    ScannedFiles m_found;
    QSet<FolderIdentity> m_entered;
    /// Folders: a list, as recursion would be as deep as the disk's owner likes. Links come last, so that a file has
    /// the same path whichever folder above it was scanned.
    std::vector<fs::path> m_waiting;
    std::vector<fs::path> m_links;
};

void Scan::addPath(const QString &path)
{
    const QString plain = comparableUrl(path);
    if (plain.contains("://"_L1)) {
        ++m_found.remote;
        return;
    }
    const QString absolute = QDir::cleanPath(QFileInfo(plain).absoluteFilePath());
    const fs::path native(QFile::encodeName(absolute).toStdString());
    std::error_code error;
    if (!fs::is_directory(native, error)) {
        m_found.files.append(absolute);
        return;
    }
    m_found.roots.append(absolute);
    m_waiting.push_back(native);
    while ((!m_waiting.empty() || !m_links.empty()) && !m_job.isCancelled()) {
        std::vector<fs::path> &next = m_waiting.empty() ? m_links : m_waiting;
        const fs::path folder = std::move(next.back());
        next.pop_back();
        addFolder(folder);
    }
}

void Scan::addFolder(const fs::path &folder)
{
    struct stat status
    {
    };
    if (::stat(folder.c_str(), &status) == 0) {
        const FolderIdentity identity{status.st_dev, status.st_ino};
        if (m_entered.contains(identity))
            return;
        m_entered.insert(identity);
    }
    std::error_code error;
    fs::directory_iterator entry(folder, error);
    for (; !error && entry != fs::directory_iterator() && !m_job.isCancelled(); entry.increment(error))
        addEntry(*entry);
    if (error)
        reject(folder, ErrorCode::FileNotReadable, QString::fromStdString(error.message()));
}

void Scan::addEntry(const fs::directory_entry &entry)
{
    const std::string name = entry.path().filename().native();
    if (name.starts_with('.'))
        return;
    std::error_code error; // a link that leads nowhere is no folder
    const bool isFolder = entry.is_directory(error);
    const auto path = textOf(entry.path().native());
    if (!path) {
        if (isFolder || isMediaName(QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()))))
            reject(entry.path(), ErrorCode::MediaBadName, {});
    } else if (isFolder) {
        (entry.is_symlink(error) ? m_links : m_waiting).push_back(entry.path());
    } else if (isMediaName(*path)) {
        m_found.files.append(*path);
    }
}

void Scan::reject(const fs::path &path, ErrorCode code, const QString &why)
{
    const std::string &native = path.native();
    const QString shown = QString::fromUtf8(native.data(), static_cast<qsizetype>(native.size()));
    const QStringList args = why.isEmpty() ? QStringList() : QStringList{shown, why};
    m_found.rejected.push_back({shown, Error{code, args, {}}});
}

Result<ScannedFiles> Scan::finish()
{
    if (m_job.isCancelled())
        return fail(ErrorCode::Cancelled);
    std::sort(m_found.files.begin(), m_found.files.end(),
              [](const QString &a, const QString &b) { return isNaturallyBefore(a, b); });
    m_found.files.removeDuplicates();
    std::sort(
        m_found.rejected.begin(), m_found.rejected.end(),
        [](const ScanRejection &a, const ScanRejection &b) { return isNaturallyBefore(a.path, b.path); });
    return std::move(m_found);
}

} // namespace

bool isMediaName(QStringView fileName)
{
    const qsizetype dot = fileName.lastIndexOf(u'.');
    const QStringView extension = fileName.sliced(dot + 1);
    return dot > 0 && std::any_of(extensions.begin(), extensions.end(), [&](QLatin1StringView known) {
               return extension.compare(known, Qt::CaseInsensitive) == 0;
           });
}

Result<ScannedFiles> scanForMedia(const QStringList &paths, const Job &job)
{
    Scan scan(job);
    for (const QString &path : paths)
        scan.addPath(path);
    return scan.finish();
}

QString defaultProbeProgram(const QString &applicationDirPath)
{
    const QString name = u"scheduleflow-probe"_s;
    const QString beside = QStandardPaths::findExecutable(name, {applicationDirPath});
    return beside.isEmpty() ? QStandardPaths::findExecutable(name) : beside;
}

} // namespace sf

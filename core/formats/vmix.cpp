// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT

// Fills a list input of vMix: as requests to its web interface (https://www.vmix.com/help/ShortcutFunctionReference),
// or as an M3U with Windows paths.

#include "core/formats/format.h"
#include "core/formats/sequence.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("Export", text); }

constexpr QLatin1StringView extensions[]{"txt"_L1, "m3u"_L1};
constexpr QLatin1StringView kinds[]{"api"_L1, "m3u"_L1};

Likeness likeness(QByteArrayView head)
{
    return head.startsWith("http") &&
                   head.first(std::min(head.size(), qsizetype(200))).contains("/api/?Function=")
               ? Likeness::Certain
               : Likeness::None;
}

/// What QUrl::toPercentEncoding() leaves.
constexpr AsciiSet unreserved("-._~");

/// The media folder here, and as the machine that runs vMix sees it.
class WindowsPaths
{
public:
    WindowsPaths(QString folder, QString windowsFolder)
        : m_windowsFolder(std::move(windowsFolder))
    {
        while (folder.endsWith(u'/'))
            folder.chop(1);
        while (m_windowsFolder.endsWith(u'\\') || m_windowsFolder.endsWith(u'/'))
            m_windowsFolder.chop(1);
        m_folder = folder + u'/';
    }

    /// Valid until the next call.
    const QString &of(const QString &address)
    {
        const QString path = plainPath(address);
        const bool isMoved = !m_windowsFolder.isEmpty() && path.startsWith(m_folder);
        m_path.resize(0); // keeps its memory
        if (isMoved)
            m_path += m_windowsFolder;
        m_path += isMoved ? QStringView(path).sliced(m_folder.size() - 1) : QStringView(path);
        const bool isUrl = !path.startsWith(u'/') && path.contains("://"_L1);
        if (!isUrl)
            std::replace(m_path.begin(), m_path.end(), QChar(u'/'), QChar(u'\\'));
        return m_path;
    }

private:
    QString m_folder;
    QString m_windowsFolder;
    QString m_path;
};

Result<WriteReport> writeVmix(QIODevice &device, const ScheduleExport &schedule, const Job &job)
{
    ExportRun run(device, schedule, job);
    Output &out = run.out();
    const bool isApi = run.option("kind"_L1, "api"_L1) == "api"_L1;
    const QByteArray api = run.option("server"_L1, "http://127.0.0.1:8088"_L1).toUtf8() + "/api/?Function=";
    const QByteArray input = "&Input=" + QUrl::toPercentEncoding(run.option("input"_L1, "ScheduleFlow"_L1));
    const QByteArray add = api + "ListAdd" + input + "&Value=";
    WindowsPaths paths(run.option("media-folder"_L1), run.option("windows-folder"_L1));
    run.loseAll(LossKind::Time, tr("start times, ids and notes: the list plays one after the other"),
                std::ssize(schedule.events));
    out.put(isApi ? api + "ListRemoveAll" + input + "\n" : QByteArray("#EXTM3U\r\n"));
    for (const SequenceItem &item : playSequence(run, SequenceTiming::BackToBack, u"\n\r")) {
        if (!run.goesOn())
            break;
        const QString &path = paths.of(item.asset->url);
        if (item.isTrimmed())
            run.lose(LossKind::Trim, *item.event, run.phrases().trim);
        if (isApi) {
            out.put(add);
            out.putPercentEncoded(path, unreserved);
            out.put("\n");
        } else {
            out.put("#EXTINF:");
            out.putNumber(std::chrono::round<std::chrono::seconds>(item.range.duration).count());
            out.put(",");
            out.putText(run.title(*item.event));
            out.put("\r\n");
            out.putText(path);
            out.put("\r\n");
        }
        run.written();
    }
    return run.finish();
}

constexpr FormatOption options[]{
    {.id = "kind"_L1,
     .label = QT_TRANSLATE_NOOP("Export", "Requests to the web interface, or an M3U with Windows paths"),
     .kind = FormatOption::Kind::Choice,
     .usual = "api"_L1,
     .choices = kinds},
    {.id = "input"_L1,
     .label = QT_TRANSLATE_NOOP("Export", "The name of the list input"),
     .kind = FormatOption::Kind::Text,
     .usual = "ScheduleFlow"_L1},
    {.id = "server"_L1,
     .label = QT_TRANSLATE_NOOP("Export", "The address of the web interface"),
     .kind = FormatOption::Kind::Text,
     .usual = "http://127.0.0.1:8088"_L1},
    {.id = "media-folder"_L1,
     .label = QT_TRANSLATE_NOOP("Export", "The media folder here"),
     .kind = FormatOption::Kind::Folder},
    {.id = "windows-folder"_L1,
     .label = QT_TRANSLATE_NOOP("Export", "The same folder as vMix sees it, such as C:\\Media"),
     .kind = FormatOption::Kind::Text},
};

} // namespace

constinit const Format vmixFormat{
    .id = "vmix"_L1,
    .name = "vMix list (experimental)"_L1,
    .extensions = extensions,
    .likeness = likeness,
    .writeSchedule = writeVmix,
    .cannotCarry =
        QT_TRANSLATE_NOOP("Export", "A vMix list has no start times, gaps, titles or parts of files."),
    .options = options,
    .isExperimental = true,
};

} // namespace sf

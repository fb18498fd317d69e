// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/window/stationopener.h"

#include "core/schedule/operations.h"
#include "ui/dialogs/channelfields.h"
#include "ui/dialogs/noticestack.h"
#include "ui/session/stationeditor.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>

namespace sf {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int mostRecent = 8;
constexpr auto retryPause = 3s;

/// What the core says of a refused commit ends with "nothing was changed": here the change stands in the window
/// and only the file lacks it.
QString saveSentence(const Error &error)
{
    const QString where = QDir::toNativeSeparators(error.args.value(0));
    switch (error.code) {
    case ErrorCode::DiskFull:
        return StationOpener::tr(
                   "The disk that holds %1 is full, so your last changes are not saved yet. They are "
                   "kept here: free some space, then save again.")
            .arg(where);
    case ErrorCode::StationLocked:
        return StationOpener::tr(
                   "Another program holds %1, so your last changes are not saved yet. They are kept "
                   "here and saved once it lets go.")
            .arg(where);
    case ErrorCode::EditConflict:
        return sentence(error);
    default:
        return StationOpener::tr("%1 Your changes are kept here until they can be saved.")
            .arg(sentence(error));
    }
}

} // namespace

QString authorName()
{
    for (const char *name : {"USER", "USERNAME", "LOGNAME"}) {
        const QString value = qEnvironmentVariable(name);
        if (!value.isEmpty())
            return value;
    }
    return u"operator"_s;
}

StationOpener::StationOpener(StationEditor &editor, NoticeStack &notices, QObject *parent)
    : QObject(parent)
    , m_editor(editor)
    , m_notices(notices)
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(retryPause);
    connect(&m_retry, &QTimer::timeout, this, &StationOpener::saveAgain);
    connect(&editor, &StationEditor::saveFailed, this, &StationOpener::explainSave);
    connect(&editor, &StationEditor::documentChanged, &m_retry, &QTimer::stop);
    connect(&editor, &StationEditor::edited, this, [this] { m_notices.remove(u"made"_s); });
    connect(&editor, &StationEditor::savingChanged, this, [this] {
        if (m_editor.document() && m_editor.document()->isSaved())
            m_notices.remove(u"save"_s);
    });
}

void StationOpener::open(const QString &location, IfMissing ifMissing)
{
    if (m_job)
        m_job->cancel();
    for (const QString &key : {u"open"_s, u"made"_s})
        m_notices.remove(key);
    const QString path = location.contains(u"://"_s) ? location : QFileInfo(location).absoluteFilePath();
    auto current = std::make_shared<std::shared_ptr<Job>>();
    m_job = m_editor.jobs().run<Opened>(
        tr("Opening %1").arg(QFileInfo(path).fileName()), this,
        [path, ifMissing](Job &job) { return openFile(path, ifMissing, job); },
        [this, path, ifMissing, current](Result<Opened> opened) {
            const bool isWanted = m_job == *current;
            if (isWanted)
                m_job.reset();
            if (!opened) {
                if (isWanted) {
                    explain(path, ifMissing, opened.error());
                    Q_EMIT refused();
                }
                return JobOutcome{sentence(opened.error()), false};
            }
            if (isWanted)
                take(path, std::move(*opened));
            return JobOutcome{tr("Opened %1.").arg(QDir::toNativeSeparators(path)), true};
        });
    *current = m_job;
}

Result<StationOpener::Opened> StationOpener::openFile(const QString &path, IfMissing ifMissing,
                                                      const Job &job)
{
    const QFileInfo file(path);
    const QFileInfo folder(file.absolutePath());
    const bool isAddress = path.contains(u"://"_s);
    const bool isNew = !isAddress && !file.exists();
    if (isNew && ifMissing == IfMissing::Refuse)
        return fail(ErrorCode::StationNotOpened,
                    {path, tr("it is not there any more; its disk may not be connected")});
    if (isNew && ifMissing == IfMissing::Make && !folder.exists())
        return fail(ErrorCode::StationNotOpened,
                    {path, tr("there is no folder %1; its disk may not be connected")
                               .arg(QDir::toNativeSeparators(folder.filePath()))});
    auto document = Document::open(path, authorName(), SaveCheck::Rows, job);
    if (!document)
        return fail(document.error());
    const bool mayWrite = isAddress || isNew || (file.isWritable() && folder.isWritable());
    return Opened{std::move(*document), isNew, mayWrite};
}

void StationOpener::take(const QString &location, Opened opened)
{
    const auto whyReadOnly = opened.document->whyReadOnly();
    m_editor.setDocument(std::move(opened.document));
    remember(location);
    if (whyReadOnly)
        explainReadOnly(location, whyReadOnly->code, opened.mayWrite);
    else if (m_editor.station().channels().empty())
        addFirstChannel();
    if (opened.isNew)
        m_notices.add({u"made"_s,
                       Severity::Info,
                       tr("New station made at %1.").arg(QDir::toNativeSeparators(location)),
                       {{tr("Open another…"), [this] { Q_EMIT chooseRequested(false); }}}});
    Q_EMIT this->opened();
}

void StationOpener::explainReadOnly(const QString &location, ErrorCode why, bool mayWrite)
{
    QString text;
    if (why == ErrorCode::DiskFull)
        text = tr("The disk that holds %1 is full. You can look at everything and export it to "
                  "another disk; to change something, free some space and try again.");
    else if (mayWrite)
        text = tr("%1 is read-only, because it is open in another window. You can look at everything and "
                  "export it; to change something, close it there and try again.");
    else
        text =
            tr("%1 is read-only, because its file or folder can't be written to. You can look at everything "
               "and export it.");
    m_notices.add({u"open"_s,
                   Severity::Info,
                   text.arg(QDir::toNativeSeparators(location)),
                   {{tr("Try again"), [this, location] { open(location, IfMissing::Refuse); }},
                    {tr("Open another…"), [this] { Q_EMIT chooseRequested(false); }}}});
}

void StationOpener::addFirstChannel()
{
    // Nobody asked for it, so it is not the operator's to take back.
    Document &document = *m_editor.document();
    EditStamp stamp = m_editor.stamp();
    stamp.author = u"ScheduleFlow"_s;
    Channel channel = usualChannel(tr("Channel 1"));
    channel.id = document.ids().next<ChannelId>();
    m_editor.apply(addChannel(m_editor.station(), std::move(channel), document.ids().next<PlanId>(), stamp));
}

void StationOpener::explain(const QString &location, IfMissing ifMissing, const Error &error)
{
    if (error.code == ErrorCode::Cancelled)
        return;
    std::vector<NoticeAction> actions;
    if (error.code != ErrorCode::StationDamaged) // which it stays
        actions.push_back({tr("Try again"), [this, location, ifMissing] { open(location, ifMissing); }});
    actions.push_back({tr("Open another…"), [this] { Q_EMIT chooseRequested(false); }});
    if (error.code == ErrorCode::StationDamaged)
        actions.push_back({tr("New station…"), [this] { Q_EMIT chooseRequested(true); }});
    m_notices.add({u"open"_s, Severity::Error, sentence(error), std::move(actions)});
}

void StationOpener::saveAgain()
{
    m_retry.stop();
    if (m_editor.document())
        m_editor.document()->retrySaving();
}

void StationOpener::explainSave(const Error &error)
{
    // EditConflict: somebody else's change came first, and theirs is shown now. There is nothing to retry.
    std::vector<NoticeAction> actions;
    if (error.code != ErrorCode::EditConflict) {
        actions.push_back({tr("Save again"), [this] { saveAgain(); }});
    }
    if (error.code == ErrorCode::StationLocked)
        m_retry.start();
    m_notices.add({u"save"_s, Severity::Error, saveSentence(error), std::move(actions)});
}

QStringList StationOpener::recent()
{
    QStringList stations = QSettings().value(u"recent"_s).toStringList();
    stations.removeIf([](const QString &path) { return path.isEmpty(); });
    return stations;
}

void StationOpener::remember(const QString &location)
{
    QStringList stations = recent();
    stations.removeAll(location);
    stations.prepend(location);
    QSettings().setValue(u"recent"_s, QStringList(stations.mid(0, mostRecent)));
}

} // namespace sf

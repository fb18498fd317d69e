// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/window/stationopener.h"

#include "ui/dialogs/channelfields.h"
#include "ui/dialogs/noticestack.h"
#include "ui/session/stationeditor.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRecent = 8;

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
                   "here: save again once it lets go.")
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
    connect(&editor, &StationEditor::saveFailed, this, &StationOpener::explainSave);
    connect(&editor, &StationEditor::savingChanged, this, [this] {
        if (m_editor.document() && m_editor.document()->isSaved())
            m_notices.remove(u"save"_s);
    });
}

void StationOpener::open(const QString &location, bool mustExist)
{
    if (m_job)
        m_job->cancel();
    m_notices.remove(u"open"_s);
    const QString path = location.contains(u"://"_s) ? location : QFileInfo(location).absoluteFilePath();
    using Opened = std::unique_ptr<Document>;
    auto current = std::make_shared<std::shared_ptr<Job>>();
    m_job = m_editor.jobs().run<Opened>(
        tr("Opening %1").arg(QFileInfo(path).fileName()), this,
        [path, mustExist](Job &job) -> Result<Opened> {
            if (mustExist && !path.contains(u"://"_s) && !QFileInfo::exists(path))
                return fail(ErrorCode::StationNotOpened,
                            {path, tr("it is not there any more; its disk may not be connected")});
            return Document::open(path, authorName(), SaveCheck::Rows, job);
        },
        [this, path, mustExist, current](Result<Opened> opened) {
            const bool isWanted = m_job == *current;
            if (isWanted)
                m_job.reset();
            if (!opened) {
                if (isWanted) {
                    explain(path, mustExist, opened.error());
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

void StationOpener::take(const QString &location, std::unique_ptr<Document> document)
{
    const auto whyReadOnly = document->whyReadOnly();
    m_editor.setDocument(std::move(document));
    remember(location);
    if (whyReadOnly) {
        const QString text =
            whyReadOnly->code == ErrorCode::DiskFull
                ? tr("The disk that holds %1 is full. You can look at everything and export it to "
                     "another disk; to change something, free some space and try again.")
                : tr("%1 is read-only: it is open in another window, or its file can't be written. "
                     "You can look at everything and export it.");
        m_notices.add({u"open"_s,
                       Severity::Info,
                       text.arg(QDir::toNativeSeparators(location)),
                       {{tr("Try again"), [this, location] { open(location); }},
                        {tr("Open another…"), [this] { Q_EMIT chooseRequested(); }}}});
    } else if (m_editor.station().channels().empty()) {
        addFirstChannel();
    }
    Q_EMIT opened();
}

void StationOpener::addFirstChannel() { m_editor.addChannel(usualChannel(tr("Channel 1"))); }

void StationOpener::explain(const QString &location, bool mustExist, const Error &error)
{
    if (error.code == ErrorCode::Cancelled)
        return;
    m_notices.add({u"open"_s,
                   Severity::Error,
                   sentence(error),
                   {{tr("Try again"), [this, location, mustExist] { open(location, mustExist); }},
                    {tr("Open another…"), [this] { Q_EMIT chooseRequested(); }}}});
}

void StationOpener::explainSave(const Error &error)
{
    // EditConflict: somebody else's change came first, and theirs is shown now. There is nothing to retry.
    std::vector<NoticeAction> actions;
    if (error.code != ErrorCode::EditConflict) {
        actions.push_back({tr("Save again"), [this] {
                               if (m_editor.document())
                                   m_editor.document()->retrySaving();
                           }});
    }
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

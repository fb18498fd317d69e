// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/document/document.h"

#include "core/document/storethread.h"
#include "core/document/storewatcher.h"

#include <QCoreApplication>
#include <QLockFile>
#include <QLoggingCategory>
#include <QThread>

namespace sf {

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(documentLog, "sf.document")

namespace {

/// The lock of the one window that may write. Null where another has it.
std::unique_ptr<QLockFile> lockForWindow(const QString &location)
{
    auto lock = std::make_unique<QLockFile>(location + u".window"_s);
    lock->setStaleLockTime(0);
    // In a folder that can't be written to the station opens read-only anyway.
    const bool isTaken = !lock->tryLock(0) && lock->error() == QLockFile::LockFailedError;
    return isTaken ? nullptr : std::move(lock);
}

} // namespace

Result<std::unique_ptr<Document>> Document::open(const QString &location, const QString &author,
                                                 SaveCheck check, const Job &job)
{
    auto store = std::make_unique<StoreThread>(author, check, nullptr);
    auto state = store->open(location, OpenMode::ReadWrite, job);
    if (!state)
        return fail(state.error());
    std::unique_ptr<QLockFile> lock;
    if (check == SaveCheck::Rows) {
        lock = lockForWindow(store->location());
        if (!lock && !store->whyReadOnly()) {
            store = std::make_unique<StoreThread>(author, check, nullptr);
            state = store->open(location, OpenMode::ReadOnly, job);
            if (!state)
                return fail(state.error());
        }
    }
    std::unique_ptr<Document> document(new Document(author, std::move(*state), std::move(store)));
    document->m_windowLock = std::move(lock);
    if (const auto *app = QCoreApplication::instance(); app && app->thread() != QThread::currentThread())
        document->moveToThread(app->thread());
    document->watch();
    return document;
}

Document::Document(QString author, StoreState state, std::unique_ptr<StoreThread> store)
    : m_station(std::move(state.loaded.station))
    , m_author(std::move(author))
    , m_ids(store->seed().first, store->seed().second)
    , m_store(std::move(store))
{
    m_history.reset(state.undoSteps, state.redoSteps);
}

Document::~Document()
{
    m_watcher.reset();
    // Whoever wants to hear of an error calls flush() first; nobody is left to tell now.
    if (const Status saved = m_store->flush(); !saved)
        qCWarning(documentLog, "not everything was saved: %s", qPrintable(sentence(saved.error())));
}

void Document::watch()
{
    m_store->setNotify(
        [this] { QMetaObject::invokeMethod(this, &Document::deliverNotices, Qt::QueuedConnection); });
    if (m_store->check() != SaveCheck::Rows)
        return;
    StoreWatcher::Listener listener;
    listener.committed = [this](std::int64_t commit) {
        QMetaObject::invokeMethod(
            this, [this, commit] { noticeCommit(commit); }, Qt::QueuedConnection);
    };
    listener.loaded = [this](Result<StoreState> state) {
        auto shared = std::make_shared<Result<StoreState>>(std::move(state));
        QMetaObject::invokeMethod(
            this, [this, shared] { takeReloaded(std::move(*shared)); }, Qt::QueuedConnection);
    };
    listener.failed = [this](const Error &error) {
        QMetaObject::invokeMethod(
            this, [this, error] { Q_EMIT reloadFailed(error); }, Qt::QueuedConnection);
    };
    m_watcher = std::make_unique<StoreWatcher>(m_store->location(), m_author, std::move(listener));
}

QString Document::location() const { return m_store->location(); }

const std::optional<Error> &Document::whyReadOnly() const { return m_store->whyReadOnly(); }

std::int64_t Document::savedCommit() const { return m_store->savedCommit(); }

bool Document::isSaved() const { return m_store->isIdle(); }

EditStamp Document::stamp(TimePoint now) { return {m_ids.next<EditId>(), m_author, now}; }

Status Document::apply(StationEdit edit)
{
    if (edit.isEmpty())
        return {};
    if (edit.id.isNull())
        edit.id = m_ids.next<EditId>();
    if (edit.author.isEmpty())
        edit.author = m_author;
    const auto shared = std::make_shared<const StationEdit>(std::move(edit));
    if (const Status applied = applyAndQueue(shared); !applied)
        return applied;
    announce(shared);
    return {};
}

Status Document::apply(PreparedEdit prepared)
{
    if (prepared.edit->isEmpty())
        return {};
    if (prepared.edit->kind != EditKind::Edit && prepared.state != state())
        return fail(ErrorCode::UndoConflict,
                    {prepared.edit->name, location()}); // it may not be the last any more
    if (prepared.state != state() || isReadOnly()) {
        if (const Status applied = applyAndQueue(prepared.edit); !applied)
            return applied;
    } else {
        m_station = std::move(prepared.after);
        ++m_editsApplied;
        m_store->enqueue(prepared.edit);
    }
    announce(prepared.edit);
    return {};
}

void Document::announce(const std::shared_ptr<const StationEdit> &edit)
{
    if (edit->kind == EditKind::Undo)
        m_history.didUndo();
    else if (edit->kind == EditKind::Redo)
        m_history.didRedo();
    else if (edit->author == m_author)
        m_history.didEdit(edit);
    Q_EMIT edited(*edit);
    Q_EMIT undoChanged();
}

Status Document::applyAndQueue(const std::shared_ptr<const StationEdit> &edit)
{
    if (const auto &why = whyReadOnly())
        return fail(*why);
    if (const Status applied = m_station.apply(*edit); !applied)
        return applied;
    ++m_editsApplied;
    m_store->enqueue(edit);
    return {};
}

std::optional<UndoPlan> Document::bigStep(EditKind kind, TimePoint now)
{
    const UndoHistory::Step *step = kind == EditKind::Undo ? m_history.nextUndo() : m_history.nextRedo();
    if (!step || step->kept)
        return std::nullopt;
    return UndoPlan{*step, kind, stamp(now), location(), m_station, state()};
}

Result<StationEdit> Document::nextStep(EditKind kind, TimePoint now)
{
    const UndoHistory::Step *step = kind == EditKind::Undo ? m_history.nextUndo() : m_history.nextRedo();
    if (!step)
        return fail(kind == EditKind::Undo ? ErrorCode::NothingToUndo : ErrorCode::NothingToRedo);
    auto body = bodyOf(*step);
    if (!body)
        return fail(body.error());
    return stepEdit(*step, kind, std::move(*body), stamp(now));
}

Result<StationEdit> Document::undo(TimePoint now)
{
    const UndoHistory::Step *step = m_history.nextUndo();
    if (!step)
        return fail(ErrorCode::NothingToUndo);
    const auto edit = takeStep(*step, EditKind::Undo, now);
    if (!edit)
        return fail(edit.error());
    m_history.didUndo();
    Q_EMIT edited(**edit);
    Q_EMIT undoChanged();
    return **edit;
}

Result<StationEdit> Document::redo(TimePoint now)
{
    const UndoHistory::Step *step = m_history.nextRedo();
    if (!step)
        return fail(ErrorCode::NothingToRedo);
    const auto edit = takeStep(*step, EditKind::Redo, now);
    if (!edit)
        return fail(edit.error());
    m_history.didRedo();
    Q_EMIT edited(**edit);
    Q_EMIT undoChanged();
    return **edit;
}

Result<StationEdit> Document::bodyOf(const UndoHistory::Step &step)
{
    if (const auto body = step.body.lock())
        return *body;
    return m_store->readEdit(step.edit);
}

Result<std::shared_ptr<const StationEdit>> Document::takeStep(const UndoHistory::Step &step, EditKind kind,
                                                              TimePoint now)
{
    auto body = bodyOf(step);
    if (!body)
        return fail(body.error());
    const auto shared =
        std::make_shared<const StationEdit>(stepEdit(step, kind, std::move(*body), stamp(now)));
    const Status applied = applyAndQueue(shared);
    if (!applied && applied.error().code == ErrorCode::EditConflict)
        return fail(ErrorCode::UndoConflict, {step.name, applied.error().args.value(0)});
    if (!applied)
        return fail(applied.error());
    return shared;
}

QString Document::undoName() const
{
    const UndoHistory::Step *step = m_history.nextUndo();
    return step ? step->name : QString();
}

QString Document::redoName() const
{
    const UndoHistory::Step *step = m_history.nextRedo();
    return step ? step->name : QString();
}

Status Document::flush()
{
    const Status flushed = m_store->flush();
    deliverNotices();
    return flushed;
}

void Document::cancelSavesWith(const Job &job) { m_store->setSaveJob(job); }

void Document::retrySaving() { m_store->retry(); }

void Document::deliverNotices()
{
    for (const StoreNotice &notice : m_store->takeNotices()) {
        m_needsReload = m_needsReload || notice.metOthers;
        if (notice.error)
            Q_EMIT saveFailed(*notice.error);
        else
            Q_EMIT saved(notice.commit);
    }
    reloadWhenIdle();
}

void Document::noticeCommit(std::int64_t commit)
{
    // While saves are queued, the commit may be one's own; the notice of the last save then tells.
    if (m_store->isIdle() && commit > m_store->savedCommit())
        m_needsReload = true;
    reloadWhenIdle();
}

void Document::reloadWhenIdle()
{
    if (!m_needsReload || m_isReloading || !m_watcher || !m_store->isIdle())
        return;
    m_isReloading = true;
    m_editsAtReload = m_editsApplied;
    m_watcher->load();
}

void Document::takeReloaded(Result<StoreState> state)
{
    m_isReloading = false;
    if (!state) {
        Q_EMIT reloadFailed(state.error());
        return;
    }
    if (m_editsApplied != m_editsAtReload) { // too late: it lacks what was done meanwhile
        reloadWhenIdle();
        return;
    }
    m_needsReload = false;
    m_store->setLoadedCommit(state->loaded.commit);
    m_station = std::move(state->loaded.station);
    ++m_reloads;
    m_history.reset(state->undoSteps, state->redoSteps);
    Q_EMIT reloaded();
    Q_EMIT undoChanged();
}

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "app/cli/console.h"

#include "app/cli/jsonview.h"

#include <QJsonDocument>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <poll.h>
#include <unistd.h>
#include <utility>

namespace sf::cli {

using namespace Qt::StringLiterals;

namespace {

enum ExitCode {
    Done = 0,
    LookAtIt = 1,
    WrongUsage = 2,
    UnusableInput = 3,
    StorageFailed = 4,
    WasCancelled = 5
};

int exitCodeOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Usage:
        return WrongUsage;
    case ErrorKind::Input:
        return UnusableInput;
    case ErrorKind::Storage:
        return StorageFailed;
    case ErrorKind::Cancelled:
        return WasCancelled;
    }
    return StorageFailed;
}

/// Whether all of it was written: a full disk behind the shell's redirection is an error too.
bool print(std::FILE *stream, const QByteArray &bytes)
{
    return std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream) ==
               static_cast<std::size_t>(bytes.size()) &&
           std::fflush(stream) == 0;
}

QByteArray compact(const QJsonObject &json) { return QJsonDocument(json).toJson(QJsonDocument::Compact); }

bool printJson(const QJsonObject &json) { return print(stdout, compact(json) + '\n'); }

/// The fields, then the rows, written in blocks.
bool printJson(const QJsonObject &fields, const JsonRows &rows)
{
    constexpr qsizetype blockBytes = 64 * 1024;
    QByteArray block = compact(fields);
    block.chop(1); // the brace; there is always the field "ok" before it
    block += ",\"" + rows.key.toUtf8() + "\":[";
    bool isWritten = true;
    bool isFirst = true;
    rows.visit([&](const QJsonObject &row) {
        if (!std::exchange(isFirst, false))
            block += ',';
        block += compact(row);
        if (block.size() < blockBytes)
            return;
        isWritten = isWritten && print(stdout, block);
        block.resize(0);
    });
    return isWritten && print(stdout, block + "]}\n");
}

} // namespace

int Console::answer(const Result<Outcome> &result) const
{
    Outcome outcome = result ? *result : Outcome();
    if (!result)
        outcome.error = result.error();
    outcome.json["ok"_L1] = !outcome.error;
    if (outcome.error) {
        outcome.json["error"_L1] = toJson(*outcome.error);
        if (!m_isJson)
            print(stderr, (sentence(*outcome.error) + u'\n').toUtf8());
    }
    if (!outcome.remark.isEmpty())
        print(stderr, outcome.remark.toUtf8());
    const auto show = [&] {
        if (outcome.isSilent && !outcome.error)
            return true;
        if (!m_isJson)
            return print(stdout, outcome.text.toUtf8());
        return outcome.rows ? printJson(outcome.json, *outcome.rows) : printJson(outcome.json);
    };
    if (!show()) {
        print(stderr, outcome.hasChanged
                          ? "Done and saved, but the answer could not be written to standard output.\n"
                          : "The answer could not be written to standard output.\n");
        return outcome.hasChanged ? LookAtIt : StorageFailed;
    }
    if (outcome.error)
        return exitCodeOf(kindOf(outcome.error->code));
    return outcome.needsAttention ? LookAtIt : Done;
}

int Console::usageError(const QString &message) const
{
    if (m_isJson)
        printJson(
            {{u"ok"_s, false}, {u"error"_s, QJsonObject{{u"code"_s, u"usage"_s}, {u"message"_s, message}}}});
    else
        print(stderr, (message + u"\nRun with --help for the commands and their options.\n"_s).toUtf8());
    return WrongUsage;
}

Result<QByteArray> readStandardInput(const Job &job)
{
    constexpr int patienceMs = 100; // between two looks at the job, while nothing comes
    QByteArray text;
    std::array<char, 16 * 1024> block{};
    for (;;) {
        if (job.isCancelled())
            return fail(ErrorCode::Cancelled);
        pollfd input{STDIN_FILENO, POLLIN, 0};
        const int ready = poll(&input, 1, patienceMs);
        if (ready == 0 || (ready < 0 && errno == EINTR))
            continue;
        const ssize_t count = ready < 0 ? -1 : ::read(STDIN_FILENO, block.data(), block.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return fail(ErrorCode::FileNotReadable,
                        {u"standard input"_s, QString::fromLocal8Bit(std::strerror(errno))});
        if (count == 0)
            return text;
        text.append(block.data(), count);
    }
}

ProgressLine::ProgressLine(const Job &job, bool isWanted)
    : m_job(job)
{
    if (isWanted && isatty(STDERR_FILENO) != 0)
        m_thread = std::thread([this] { run(); });
}

ProgressLine::~ProgressLine() { clear(); }

void ProgressLine::run() const
{
    using namespace std::chrono_literals;
    constexpr auto quiet = 5; // what is done within half a second needs no progress
    for (int tick = 0; !m_stopped.load(); ++tick) {
        std::this_thread::sleep_for(100ms);
        const qint64 total = m_job.total();
        if (tick < quiet || total <= 0)
            continue;
        const QString line =
            u"\r%L1 of %L2 (%3 %)\033[K"_s.arg(m_job.done()).arg(total).arg(m_job.done() * 100 / total);
        print(stderr, line.toUtf8());
    }
}

void ProgressLine::clear() const
{
    if (!m_thread.joinable())
        return;
    m_stopped.store(true);
    m_thread.join();
    print(stderr, "\r\033[K");
}

} // namespace sf::cli

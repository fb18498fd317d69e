// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/media/workerprocess.h"

#include <QFile>

#include <array>
#include <chrono>
#include <csignal>
#include <cstring>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

namespace sf {

using namespace Qt::StringLiterals;

namespace {

/// How long a killed process may take to go. One that waits for a dead network disk can't be killed; it is
/// then left to the system.
constexpr std::chrono::milliseconds longestDeath{2000};

/// Its standard input and output are `socket`, its standard error is dropped, its signals are as new.
struct SpawnSetup
{
    posix_spawn_file_actions_t files{};
    posix_spawnattr_t attributes{};

    explicit SpawnSetup(int socket)
    {
        posix_spawn_file_actions_init(&files);
        posix_spawn_file_actions_adddup2(&files, socket, STDIN_FILENO);
        posix_spawn_file_actions_adddup2(&files, socket, STDOUT_FILENO);
        posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
        posix_spawnattr_init(&attributes);
        sigset_t none;
        sigset_t all;
        sigemptyset(&none);
        sigfillset(&all);
        posix_spawnattr_setsigmask(&attributes, &none);
        posix_spawnattr_setsigdefault(&attributes, &all);
        posix_spawnattr_setpgroup(&attributes, 0);
        posix_spawnattr_setflags(&attributes,
                                 POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
    }
    ~SpawnSetup()
    {
        posix_spawn_file_actions_destroy(&files);
        posix_spawnattr_destroy(&attributes);
    }
    SpawnSetup(const SpawnSetup &) = delete;
    SpawnSetup &operator=(const SpawnSetup &) = delete;
};

tl::unexpected<Error> failToStart(const QString &program, int error)
{
    const QString said = QString::fromLocal8Bit(std::strerror(error));
    return fail(ErrorCode::MediaWorkerMissing, {said}, program);
}

} // namespace

Result<std::unique_ptr<WorkerProcess>> WorkerProcess::start(const QString &program,
                                                            const QStringList &arguments)
{
    std::array<int, 2> sockets{};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets.data()) != 0)
        return failToStart(program, errno);
    std::vector<QByteArray> words{QFile::encodeName(program)};
    for (const QString &argument : arguments)
        words.push_back(argument.toUtf8());
    std::vector<char *> argv;
    for (QByteArray &word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);

    const SpawnSetup setup(sockets[1]);
    pid_t process = 0;
    const int error = posix_spawn(&process, argv[0], &setup.files, &setup.attributes, argv.data(), environ);
    ::close(sockets[1]);
    if (error != 0) {
        ::close(sockets[0]);
        return failToStart(program, error);
    }
    return std::unique_ptr<WorkerProcess>(new WorkerProcess(process, sockets[0]));
}

WorkerProcess::WorkerProcess(int process, int socket)
    : m_process(process)
    , m_socket(socket)
{
}

WorkerProcess::~WorkerProcess()
{
    kill();
    reap();
    ::close(m_socket);
}

bool WorkerProcess::send(QByteArrayView bytes)
{
    m_unsent.append(bytes);
    while (!m_unsent.isEmpty()) {
        const ssize_t sent = ::send(m_socket, m_unsent.constData(), static_cast<std::size_t>(m_unsent.size()),
                                    MSG_DONTWAIT | MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent < 0)
            return errno == EAGAIN || errno == EWOULDBLOCK;
        m_unsent.remove(0, sent);
    }
    return true;
}

bool WorkerProcess::receive()
{
    m_received.remove(0, m_taken);
    m_taken = 0;
    std::array<char, 64 * 1024> block;
    while (true) {
        const ssize_t got = ::recv(m_socket, block.data(), block.size(), MSG_DONTWAIT);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return errno == EAGAIN || errno == EWOULDBLOCK;
        if (got > 0)
            m_received.append(block.data(), got);
        return got > 0;
    }
}

std::optional<QByteArray> WorkerProcess::takeLine()
{
    const qsizetype end = m_received.indexOf('\n', m_taken);
    if (end < 0)
        return std::nullopt;
    const QByteArray line = m_received.sliced(m_taken, end - m_taken);
    m_taken = end + 1;
    return line;
}

void WorkerProcess::kill()
{
    if (!m_status)
        ::kill(-m_process, SIGKILL);
}

void WorkerProcess::reap()
{
    using Clock = std::chrono::steady_clock;
    const auto until = Clock::now() + longestDeath;
    while (!m_status) {
        int status = 0;
        const pid_t reaped = waitpid(m_process, &status, WNOHANG);
        if (reaped == m_process)
            m_status = status;
        else if ((reaped < 0 && errno != EINTR) || Clock::now() > until)
            return;
        else
            std::this_thread::sleep_for(std::chrono::microseconds(200));
    }
}

QString WorkerProcess::endingOf()
{
    const int signal = endingSignal();
    if (signal != 0)
        return u"signal %1"_s.arg(signal);
    return m_status ? u"exit code %1"_s.arg(WEXITSTATUS(*m_status)) : u"unknown"_s;
}

int WorkerProcess::endingSignal()
{
    // A process that closed its end is about to exit: let it, so that its own ending is seen, not our kill.
    if (!m_status) {
        for (int tries = 0; tries < 100 && !m_status; ++tries) {
            int status = 0;
            if (waitpid(m_process, &status, WNOHANG) == m_process)
                m_status = status;
            else
                std::this_thread::sleep_for(std::chrono::microseconds(200));
        }
    }
    kill();
    reap();
    return m_status && WIFSIGNALED(*m_status) ? WTERMSIG(*m_status) : 0;
}

} // namespace sf

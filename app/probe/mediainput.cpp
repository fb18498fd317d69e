// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "app/probe/mediainput.h"

extern "C" {
#include <libavformat/avformat.h>
}

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sf::probe {

namespace {

constexpr int bufferBytes = 32 * 1024; // what libavformat's own file protocol takes

const char *kindOfFile(mode_t mode)
{
    if (S_ISDIR(mode))
        return "folder";
    if (S_ISFIFO(mode))
        return "pipe";
    if (S_ISSOCK(mode))
        return "socket";
    return "device";
}

Reason reasonFor(int error)
{
    if (error == ENOENT || error == ENOTDIR)
        return {"media-missing", {}, std::strerror(error)};
    return {"file-not-readable", std::strerror(error), {}};
}

Reason whyUnusable(const struct stat &status)
{
    if (!S_ISREG(status.st_mode))
        return {"media-not-regular-file", kindOfFile(status.st_mode), {}};
    if (status.st_size == 0)
        return {"media-empty", {}, {}};
    return {};
}

} // namespace

MediaInput::~MediaInput()
{
    if (m_io) {
        av_freep(&m_io->buffer);
        avio_context_free(&m_io);
    }
    if (m_file >= 0)
        ::close(m_file);
}

Reason MediaInput::open(const char *path, MediaFacts &facts)
{
    // Looked at before it is opened, as opening a device may do something; and after, as it may have become
    // another file. A pipe does not block with O_NONBLOCK.
    struct stat status
    {
    };
    if (::stat(path, &status) != 0)
        return reasonFor(errno);
    if (Reason reason = whyUnusable(status))
        return reason;
    m_file = ::open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (m_file < 0 || ::fstat(m_file, &status) != 0)
        return reasonFor(errno);
    if (Reason reason = whyUnusable(status))
        return reason;
    m_bytes = status.st_size;
    facts.bytes = status.st_size;
    facts.modifiedMs = status.st_mtim.tv_sec * 1000 + status.st_mtim.tv_nsec / 1'000'000;

    auto *buffer = static_cast<unsigned char *>(av_malloc(bufferBytes));
    m_io = buffer ? avio_alloc_context(buffer, bufferBytes, 0, this, &read, nullptr, &seek) : nullptr;
    if (!m_io) {
        av_free(buffer);
        return reasonFor(ENOMEM);
    }
    return {};
}

int MediaInput::read(void *self, std::uint8_t *buffer, int size)
{
    const auto *input = static_cast<MediaInput *>(self);
    if (input->isLate())
        return AVERROR_EXIT;
    ssize_t got = 0;
    do {
        got = ::read(input->m_file, buffer, static_cast<std::size_t>(size));
    } while (got < 0 && errno == EINTR);
    if (got < 0)
        return AVERROR(errno);
    return got == 0 ? AVERROR_EOF : static_cast<int>(got);
}

std::int64_t MediaInput::seek(void *self, std::int64_t offset, int whence)
{
    const auto *input = static_cast<MediaInput *>(self);
    if (whence & AVSEEK_SIZE)
        return input->m_bytes;
    const off_t at = ::lseek(input->m_file, offset, whence & ~AVSEEK_FORCE);
    return at < 0 ? AVERROR(errno) : at;
}

} // namespace sf::probe

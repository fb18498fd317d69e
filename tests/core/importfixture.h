// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/formats/registry.h"

#include <QBuffer>
#include <QByteArray>

namespace sf::test {

/// Reads bytes as a file called `label`.
inline Result<ImportedSchedule> scheduleOf(const QByteArray &bytes, ReadOptions options = {})
{
    QBuffer device;
    device.setData(bytes);
    device.open(QIODevice::ReadOnly);
    if (options.label.isEmpty())
        options.label = QStringLiteral("schedule");
    IdSource ids(1'000, 7);
    return readSchedule(device, options, ids, Job());
}

inline Result<ImportedPlaylist> playlistOf(const QByteArray &bytes, ReadOptions options = {})
{
    QBuffer device;
    device.setData(bytes);
    device.open(QIODevice::ReadOnly);
    if (options.label.isEmpty())
        options.label = QStringLiteral("list.m3u");
    return readPlaylist(device, options, Job());
}

/// Never ends and never fails: only a limit stops who reads it. `head` comes first, `body` again and again.
class EndlessDevice : public QIODevice
{
public:
    EndlessDevice(QByteArray head, QByteArray body)
        : m_pending(std::move(head))
        , m_body(std::move(body))
    {
        open(QIODevice::ReadOnly);
    }
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 size) override
    {
        while (m_pending.size() < size)
            m_pending += m_body;
        memcpy(data, m_pending.constData(), static_cast<std::size_t>(size));
        m_pending.remove(0, static_cast<qsizetype>(size));
        return size;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_pending;
    QByteArray m_body;
};

} // namespace sf::test

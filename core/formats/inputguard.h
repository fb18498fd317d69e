// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"

#include <QIODevice>

#include <optional>

namespace sf {

/// Stands between a device and QXmlStreamReader, which cannot be stopped inside a token: ends the input when the
/// job is cancelled, when a single token grows beyond all reason, and when the file is too large.
class InputGuard : public QIODevice
{
    Q_OBJECT

public:
    InputGuard(QIODevice &device, const Job &job);

    bool isSequential() const override { return true; }
    /// The parser has finished a token.
    void tokenEnded() { m_sinceToken = 0; }

    bool isCancelled() const { return m_isCancelled; }
    bool isTooLarge() const { return m_isTooLarge; }
    /// What the device said when it could not be read.
    const std::optional<QString> &failure() const { return m_failure; }

protected:
    qint64 readData(char *data, qint64 size) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QIODevice &m_device;
    const Job &m_job;
    qint64 m_total;
    qint64 m_bytes = 0;
    qint64 m_sinceToken = 0;
    bool m_isCancelled = false;
    bool m_isTooLarge = false;
    std::optional<QString> m_failure;
};

} // namespace sf

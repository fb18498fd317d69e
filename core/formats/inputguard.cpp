// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/inputguard.h"

#include "core/base/vectorstate.h"
#include "core/formats/limits.h"

namespace sf {

InputGuard::InputGuard(QIODevice &device, const Job &job)
    : m_device(device)
    , m_job(job)
    , m_total(device.isSequential() ? 0 : device.size())
{
    open(QIODevice::ReadOnly);
}

qint64 InputGuard::readData(char *data, qint64 size)
{
    m_isCancelled = m_isCancelled || m_job.isCancelled();
    m_isTooLarge = m_isTooLarge || m_sinceToken > limits::tokenBytes || m_bytes > limits::fileBytes;
    if (m_isCancelled || m_isTooLarge || m_failure)
        return 0;
    const qint64 got = m_device.read(data, size);
    if (got < 0)
        m_failure = m_device.errorString();
    if (got > 0) {
        m_bytes += got;
        m_sinceToken += got;
        m_job.setProgress(m_bytes, m_total);
        releaseUpperVectors();
    }
    return std::max(got, qint64(0));
}

} // namespace sf

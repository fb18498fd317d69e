// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QtEndian>

#include <cstdint>

namespace sf::testing {

/// A WAV file of silence: mono, 16 bits, `rate` samples a second, the 44 bytes of the classic header before
/// them. `declaredFrames` is what the header promises, `frames` what is there.
inline QByteArray wavFile(std::uint32_t frames, std::uint32_t rate, std::uint32_t declaredFrames)
{
    QByteArray bytes;
    const auto add32 = [&](std::uint32_t value) {
        value = qToLittleEndian(value);
        bytes.append(reinterpret_cast<const char *>(&value), sizeof value);
    };
    bytes.append("RIFF");
    add32(36 + declaredFrames * 2);
    bytes.append("WAVEfmt ");
    add32(16);
    add32(1 << 16 | 1); // one channel, PCM
    add32(rate);
    add32(rate * 2);
    add32(16 << 16 | 2); // 16 bits, 2 bytes a frame
    bytes.append("data");
    add32(declaredFrames * 2);
    bytes.append(static_cast<qsizetype>(frames) * 2, '\0');
    return bytes;
}

inline QByteArray wavFile(std::uint32_t frames, std::uint32_t rate = 8000)
{
    return wavFile(frames, rate, frames);
}

} // namespace sf::testing

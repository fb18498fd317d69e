// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT

// The importers under libFuzzer: the environment's SF_FUZZ_FORMAT names the format, "asrun" a playout's logs. A file from outside may be refused
// or taken, but it never crashes, hangs or takes memory without bound, and what is taken is sound.

#include "tests/core/importcheck.h"

#include <cstdlib>

namespace {

[[noreturn]] void stop(const QString &why)
{
    std::fprintf(stderr, "%s\n", qPrintable(why));
    std::abort();
}

/// The format whose reader is tried; null: what was played, in whatever form.
const sf::FormatInfo *chosenFormat()
{
    const QString id = qEnvironmentVariable("SF_FUZZ_FORMAT");
    const sf::FormatInfo *format = sf::findFormat(id);
    if (!format && id != QLatin1String("asrun"))
        stop(QStringLiteral("SF_FUZZ_FORMAT names no format: %1").arg(id));
    return format;
}

} // namespace

/// So that the first file is not blamed for what is made once.
extern "C" int LLVMFuzzerInitialize(int *, char ***)
{
    (void)sf::test::hostileOptions(chosenFormat(), false);
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const sf::FormatInfo *format = chosenFormat();
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    if (size % 16 == 0)
        (void)sf::detectFormat(bytes.first(std::min(bytes.size(), qsizetype(8192))), u"file");
    const bool isPartial = size % 2 == 0;
    const QString fault =
        format ? sf::test::importFault(*format, bytes, isPartial) : sf::test::asRunFault(bytes, isPartial);
    if (!fault.isEmpty())
        stop(QStringLiteral("broken: %1").arg(fault));
    return 0;
}

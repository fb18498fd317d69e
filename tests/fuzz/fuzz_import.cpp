// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT

// One importer under libFuzzer: SF_FUZZ_FORMAT names it. A file from outside may be refused or taken, but it never
// crashes, hangs or takes memory without bound, and what is taken is sound.

#include "core/formats/registry.h"

#include <QBuffer>
#include <QCoreApplication>

#include <cstdlib>

namespace {

using namespace sf;

[[noreturn]] void broken(const char *what)
{
    std::fprintf(stderr, "broken: %s\n", what);
    std::abort();
}

ReadOptions optionsFor(const FormatInfo &format, bool isPartial)
{
    ReadOptions options;
    options.label = QStringLiteral("fuzz");
    options.format = &format;
    options.isPartial = isPartial;
    options.channel = ChannelClock::create(QStringLiteral("Europe/Rome"), std::chrono::hours(6)).value();
    options.rate = {30000, 1001};
    options.date = QDate(2026, 3, 28);
    options.start = timePointFromMs(1'774'674'000'000);
    return options;
}

void check(const Result<ImportedSchedule> &read)
{
    if (!read) {
        if (sentence(read.error()).isEmpty())
            broken("an error without a sentence");
        return;
    }
    for (const ScheduledEvent &event : read->events) {
        if (event.range.isEmpty() || event.title.isEmpty())
            broken("an event without length or title");
    }
    for (const ImportRemark &remark : read->rejected) {
        if (sentence(remark.reason).isEmpty())
            broken("a rejection without a sentence");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const FormatInfo *format = findFormat(QStringLiteral(SF_FUZZ_FORMAT));
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    (void)detectFormat(bytes.first(std::min(bytes.size(), qsizetype(8192))), u"fuzz");
    QBuffer device;
    device.setData(bytes);
    device.open(QIODevice::ReadOnly);
    IdSource ids(1, 1);
    check(readSchedule(device, optionsFor(*format, size % 2 == 0), ids, Job()));
    device.seek(0);
    if (const auto playlist = readPlaylist(device, optionsFor(*format, false), Job())) {
        for (const PlaylistEntry &entry : playlist->entries) {
            if (entry.url.isEmpty() || entry.title.isEmpty())
                broken("an entry without address or title");
        }
    }
    return 0;
}

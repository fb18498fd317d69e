// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT

// The script of FFmpeg's concat demuxer, https://ffmpeg.org/ffmpeg-formats.html#concat

#include "core/formats/format.h"
#include "core/formats/sequence.h"

#include <QCoreApplication>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("Export", text); }

constexpr QLatin1StringView extensions[]{"ffconcat"_L1};

Likeness likeness(QByteArrayView head)
{
    return head.startsWith("ffconcat version") ? Likeness::Certain : Likeness::None;
}

/// In single quotes; one inside ends them, is escaped, and begins them again.
void putQuoted(Output &out, QStringView text)
{
    out.put("'");
    for (qsizetype at = 0;;) {
        const qsizetype quote = text.indexOf(u'\'', at);
        out.putText(text.sliced(at, (quote < 0 ? text.size() : quote) - at));
        if (quote < 0)
            break;
        out.put("'\\''");
        at = quote + 1;
    }
    out.put("'");
}

void putSeconds(Output &out, QByteArrayView name, Micros length)
{
    out.put(name);
    out.putNumber(length.count() / 1'000'000);
    out.put(".");
    out.putPadded(length.count() % 1'000'000, 6);
    out.put("\n");
}

Result<WriteReport> writeFfconcat(QIODevice &device, const ScheduleExport &schedule, const Job &job)
{
    ExportRun run(device, schedule, job);
    Output &out = run.out();
    run.loseAll(LossKind::Time, tr("start times, ids and notes: the files are played one after the other"),
                std::ssize(schedule.events));
    out.put("ffconcat version 1.0\n# ");
    out.putText(run.listName());
    out.put("\n");
    for (const SequenceItem &item : playSequence(run, SequenceTiming::BackToBack, u"\n\r")) {
        if (!run.goesOn())
            break;
        out.put("file ");
        putQuoted(out, plainPath(item.asset->url));
        out.put("\n");
        if (item.isTrimmed()) {
            putSeconds(out, "inpoint ", item.mediaIn);
            putSeconds(out, "outpoint ", item.mediaOut());
        }
        putSeconds(out, "duration ", item.range.duration);
        out.put("file_packet_meta title ");
        putQuoted(out, run.title(*item.event));
        out.put("\n");
        run.written();
    }
    return run.finish();
}

} // namespace

constinit const Format ffconcatFormat{
    .id = "ffconcat"_L1,
    .name = "FFmpeg concat script"_L1,
    .extensions = extensions,
    .likeness = likeness,
    .writeSchedule = writeFfconcat,
    .cannotCarry = QT_TRANSLATE_NOOP("Export", "A concat script has no start times and no gaps."),
};

} // namespace sf

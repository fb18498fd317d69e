// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/m3uwriter.h"

#include "core/formats/address.h"
#include "core/formats/sequence.h"

#include <QCoreApplication>

namespace sf {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("Export", text); }

/// VLC and mpv end the attributes at the first comma, even inside quotes.
void putAttribute(Output &out, QByteArrayView name, const QString &value)
{
    if (value.isEmpty())
        return;
    bool isExact = true;
    const QString text = cleanLine(value, u",\"", isExact);
    if (text.isEmpty())
        return;
    out.put(" ");
    out.put(name);
    out.put("=\"");
    out.putText(text);
    out.put("\"");
}

void putOption(Output &out, QByteArrayView name, Micros time)
{
    out.put("#EXTVLCOPT:");
    out.put(name);
    out.putSeconds(time);
    out.put("\n");
}

void putItem(ExportRun &run, const SequenceItem &item)
{
    Output &out = run.out();
    bool isExact = true;
    const QString group = cleanLine(item.asset->category, {}, isExact);
    out.put("#EXTINF:");
    out.putSeconds(item.range.duration);
    putAttribute(out, "tvg-name", item.asset->title);
    putAttribute(out, "tvg-logo", item.asset->logo);
    putAttribute(out, "group-title", group);
    out.put(",");
    out.putText(run.title(*item.event));
    out.put("\n");
    if (!group.isEmpty()) {
        out.put("#EXTGRP:");
        out.putText(group);
        out.put("\n");
    }
    if (item.mediaIn > Micros::zero())
        putOption(out, "start-time=", item.mediaIn);
    if (item.isTrimmed())
        putOption(out, "stop-time=", item.mediaOut());
    putAddress(out, item.asset->url);
    out.put("\n");
    run.written();
}

} // namespace

Result<WriteReport> writeM3u(QIODevice &device, const ScheduleExport &schedule, const Job &job)
{
    ExportRun run(device, schedule, job);
    run.loseAll(LossKind::Time,
                tr("start times, ids and notes: players play the entries one after the other"),
                std::ssize(schedule.events));
    run.out().put("#EXTM3U\n#PLAYLIST:");
    run.out().putText(run.listName());
    run.out().put("\n");
    for (const SequenceItem &item : playSequence(run, SequenceTiming::BackToBack)) {
        if (!run.goesOn())
            break;
        putItem(run, item);
    }
    return run.finish();
}

} // namespace sf

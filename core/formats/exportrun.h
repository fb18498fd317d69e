// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/formats/output.h"
#include "core/formats/registry.h"

namespace sf {

/// What all writers have in common: the output, cancellation, progress, and the account of what was lost.
class ExportRun
{
public:
    ExportRun(QIODevice &device, const ScheduleExport &schedule, const Job &job);

    const ScheduleExport &schedule() const { return m_schedule; }
    Output &out() { return m_out; }
    const Job &job() const { return m_job; }

    /// False where the work is to stop: cancelled, or the device failed. Counts progress.
    bool goesOn();
    void written() { ++m_report.events; }

    const Asset *assetOf(const ScheduledEvent &event) const { return m_schedule.assets.find(event.asset); }
    /// The event's title, else its asset's, else "Untitled"; on one line, trimmed. Reported where it had to be
    /// cleaned of control characters, halves of surrogate pairs, or of one of `refused`.
    QString title(const ScheduledEvent &event, QStringView refused = {});

    /// For the whole file.
    void loseAll(LossKind kind, const QString &what, std::int64_t count);
    void lose(LossKind kind, const ScheduledEvent &event, const QString &what);

    /// Sentences that many writers say, translated once.
    struct Phrases
    {
        QString layer, media, startMode, name, gap, overlap, trim, cut, precision, untitled;
    };
    const Phrases &phrases() const { return m_phrases; }

    QString option(QLatin1StringView id, QLatin1StringView usual = {}) const
    {
        return m_schedule.options.value(id, usual);
    }
    bool flag(QLatin1StringView id, bool usual = false) const
    {
        const QString value = option(id);
        return value.isEmpty() ? usual : value == QLatin1StringView("true");
    }
    /// "Channel One 2026-03-28": what a list calls itself.
    QString listName() const;

    /// Errors: Cancelled, FileNotWritable.
    Result<WriteReport> finish();

private:
    const ScheduleExport &m_schedule;
    const Job &m_job;
    Output m_out;
    WriteReport m_report;
    Phrases m_phrases;
    qint64 m_done = 0;
};

/// On one line and without what files can't carry. `isExact` is set to false where something beside blanks went.
QString cleanLine(const QString &text, QStringView refused, bool &isExact);

/// As a path of this machine where it is one: what programs take that know no file: addresses.
QString plainPath(const QString &address);

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/exportoutline.h"

#include "ui/session/walltext.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLocale>

#include <utility>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("sf::ExportDialog", text, nullptr, n);
}

QString startOf(const Station &station, const ChannelClock &clock, EventId id)
{
    const ScheduledEvent *event = id ? station.schedule().find(id) : nullptr;
    return event ? wallText(clock, event->range.start) : QString();
}

void addTo(std::vector<WriteLoss> &all, const std::vector<WriteLoss> &more)
{
    all.insert(all.end(), more.begin(), more.end());
}

std::vector<OutlineGroup> groupsOf(std::vector<WriteLoss> losses, const Station &station,
                                   const ChannelClock &clock)
{
    const auto lost = std::make_shared<const std::vector<WriteLoss>>(std::move(losses));
    std::vector<OutlineGroup> groups;
    for (LossSummary &summary : summarise(*lost)) {
        OutlineGroup group;
        const bool isCleaned = summary.kind == LossKind::Name;
        group.title =
            isCleaned ? tr("Cleaned: %1").arg(summary.what) : tr("Not carried: %1").arg(summary.what);
        group.sign = summary.kind == LossKind::Event ? Sign::Warning : Sign::Info;
        group.tone = summary.kind == LossKind::Event ? Tone::Warning : Tone::Accent;
        group.count = static_cast<qsizetype>(summary.count);
        const auto places = std::make_shared<const std::vector<std::size_t>>(std::move(summary.places));
        const bool isOne = places->size() == 1 && !(*lost)[places->front()].event;
        group.rows = isOne ? 0 : std::ssize(*places);
        group.text = [lost, places, station, clock](qsizetype row, int column) {
            const WriteLoss &loss = (*lost)[(*places)[static_cast<std::size_t>(row)]];
            if (column > 0)
                return startOf(station, clock, loss.event);
            return loss.title.isEmpty() ? loss.what : u"%1: %2"_s.arg(loss.title, loss.what);
        };
        groups.push_back(std::move(group));
    }
    return groups;
}

OutlineGroup group(const QString &title, Sign sign, Tone tone, QStringList lines)
{
    OutlineGroup made;
    made.title = title;
    made.sign = sign;
    made.tone = tone;
    made.count = made.rows = lines.size();
    made.text = [lines](qsizetype row, int column) { return column == 0 ? lines.value(row) : QString(); };
    made.isOpen = lines.size() <= 8;
    return made;
}

QString writtenText(const ExportTaskOutcome &outcome)
{
    const QString size = QLocale().formattedDataSize(outcome.written.report.bytes);
    return u"%1: %2, %3"_s.arg(QDir::toNativeSeparators(outcome.task.request.path),
                               eventCountText(outcome.written.report), size);
}

/// "Sat 5 Dec", "Sat 5 Dec to Fri 11 Dec": what follows each other is one.
QStringList stretchesOf(const std::vector<QDate> &days)
{
    const auto text = [](QDate day) { return QLocale().toString(day, u"ddd d MMM"_s); };
    QStringList stretches;
    for (std::size_t first = 0; first < days.size();) {
        std::size_t last = first;
        while (last + 1 < days.size() && days[last].addDays(1) == days[last + 1])
            ++last;
        if (last < first + 2) { // two are named
            stretches << text(days[first]);
            ++first;
            continue;
        }
        stretches << tr("%1 to %2").arg(text(days[first]), text(days[last]));
        first = last + 1;
    }
    return stretches;
}

QString emptyDaysSentence(const std::vector<QDate> &days)
{
    QStringList stretches = stretchesOf(days);
    const QString last = stretches.takeLast();
    const QString named = stretches.isEmpty() ? last : tr("%1 and %2").arg(stretches.join(u", "_s), last);
    return tr("%1 {has|have} nothing planned.", static_cast<int>(days.size())).arg(named);
}

} // namespace

QString eventCountText(const ExportReport &report)
{
    const QString events = tr("%n event(s)", static_cast<int>(report.planEvents()));
    return report.continued > 0
               ? tr("%1 in %2").arg(events, tr("%n {entry|entries}", static_cast<int>(report.events)))
               : events;
}

QString emptyDaysText(const std::vector<ExportReport> &reports, const QStringList &channels)
{
    QStringList lines;
    for (std::size_t i = 0; i < reports.size(); ++i) {
        if (reports[i].emptyDays.empty())
            continue;
        const QString sentence = emptyDaysSentence(reports[i].emptyDays);
        lines << (reports.size() == 1 ? sentence
                                      : u"%1: %2"_s.arg(channels.value(static_cast<qsizetype>(i)), sentence));
    }
    return lines.join(u'\n');
}

QString proofText(const RoundTrip &trip)
{
    if (!trip.hasReader)
        return tr("The format is not one that is read here, so nothing could be compared.");
    const QLocale locale;
    return tr("Round trip proved: %1 of %2.")
        .arg(locale.toString(qlonglong(trip.proved)), locale.toString(qlonglong(trip.compared)));
}

QString unrecordedText(const Error &error)
{
    // The sentences of the core end with "nothing was changed"; here a file was written.
    QString why = sentence(error);
    if (error.code == ErrorCode::StationReadOnly)
        why = tr("the station is read-only.");
    else if (error.code == ErrorCode::StationLocked)
        why = tr("another program holds the station.");
    else if (error.code == ErrorCode::DiskFull)
        why = tr("the station's disk is full.");
    return tr("The file is written; it can't be marked as published: %1").arg(why);
}

std::vector<OutlineGroup> lossOutline(const std::vector<ExportReport> &reports, const Station &station,
                                      const ChannelClock &clock)
{
    std::vector<WriteLoss> lost;
    for (const ExportReport &report : reports)
        addTo(lost, report.lost);
    return groupsOf(std::move(lost), station, clock);
}

std::vector<OutlineGroup> outcomeOutline(const std::vector<ExportTaskOutcome> &outcomes,
                                         const Station &station, const ChannelClock &clock)
{
    QStringList failed;
    QStringList differing;
    QStringList written;
    QStringList unrecorded;
    std::vector<WriteLoss> lost;
    for (const ExportTaskOutcome &outcome : outcomes) {
        if (outcome.failure) {
            failed << u"%1: %2"_s.arg(outcome.task.channel, sentence(*outcome.failure));
            continue;
        }
        written << writtenText(outcome);
        if (outcome.notRecorded)
            unrecorded << u"%1: %2"_s.arg(outcome.task.channel, unrecordedText(*outcome.notRecorded));
        for (const RoundTrip::Difference &difference : outcome.written.roundTrip.differences)
            differing << (difference.title.isEmpty() ? difference.what
                                                     : u"%1: %2"_s.arg(difference.title, difference.what));
        addTo(lost, outcome.written.report.lost);
    }
    std::vector<OutlineGroup> groups;
    if (!failed.isEmpty())
        groups.push_back(group(tr("Not written"), Sign::Error, Tone::Error, failed));
    if (!differing.isEmpty())
        groups.push_back(group(tr("Read again, it differs"), Sign::Error, Tone::Error, differing));
    if (!unrecorded.isEmpty())
        groups.push_back(
            group(tr("Written, but not kept as published"), Sign::Warning, Tone::Warning, unrecorded));
    if (!written.isEmpty())
        groups.push_back(group(tr("Written"), Sign::Good, Tone::Good, written));
    for (OutlineGroup &one : groupsOf(std::move(lost), station, clock))
        groups.push_back(std::move(one));
    return groups;
}

} // namespace sf

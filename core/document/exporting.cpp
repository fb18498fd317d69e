// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/document/exporting.h"

#include "core/document/transfer.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <unordered_set>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("Transfer", text); }

/// Takes everything and keeps nothing.
class NullDevice : public QIODevice
{
public:
    NullDevice() { open(QIODevice::WriteOnly | QIODevice::Unbuffered); }
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *, qint64 size) override { return size; }
};

/// One file of an export, with its events.
struct Part
{
    QString path;
    TimeRange range;
};

bool hasExtension(const FormatInfo &format, const QString &path)
{
    return std::any_of(format.extensions.begin(), format.extensions.end(), [&](QLatin1StringView extension) {
        return path.endsWith(u'.' + QString(extension), Qt::CaseInsensitive);
    });
}

Result<std::vector<Part>> partsOf(const ExportRequest &request, const Channel &channel)
{
    std::vector<Part> parts;
    if (!request.format->writesFolder) {
        parts.push_back({request.path, request.range});
        return parts;
    }
    const auto days = exportParts(*request.format, channel, request.range);
    const bool isFile = request.path == "-"_L1 ||
                        (hasExtension(*request.format, request.path) && !QFileInfo(request.path).isDir());
    if (isFile && days.size() > 1) {
        return fail(ErrorCode::BadArgument,
                    {request.path, request.format->name,
                     tr("It is one file, and the range has %1 days: name a folder.").arg(days.size())});
    }
    for (const ExportPart &day : days)
        parts.push_back({isFile ? request.path : QDir(request.path).filePath(day.path), day.range});
    return parts;
}

void append(ExportReport &all, ExportReport part)
{
    all.continued += part.continued;
    all.emptyDays.insert(all.emptyDays.end(), part.emptyDays.begin(), part.emptyDays.end());
    all.events += part.events;
    all.bytes += part.bytes;
    all.lost.insert(all.lost.end(), std::make_move_iterator(part.lost.begin()),
                    std::make_move_iterator(part.lost.end()));
}

class Exporter
{
public:
    Exporter(const ExportRequest &request, const Station &station, const Job &job)
        : m_request(request)
        , m_station(station)
        , m_job(job)
    {
    }

    Result<ExportOutcome> write()
    {
        const auto parts = prepare();
        if (!parts)
            return fail(parts.error());
        std::vector<std::unique_ptr<ExportFile>> files;
        std::vector<ExportReport> reports;
        for (const Part &part : *parts) {
            if (part.path != m_request.path)
                QDir().mkpath(QFileInfo(part.path).absolutePath());
            auto file = ExportFile::open(part.path);
            if (!file)
                return fail(file.error());
            auto report = (*file)->write(*m_request.format, exportOf(part), m_job);
            if (!report)
                return fail(report.error());
            files.push_back(std::move(*file));
            reports.push_back(told(part, std::move(*report)));
        }
        for (const auto &file : files) {
            if (const Status committed = file->commit(); !committed)
                return fail(committed.error());
        }
        return prove(*parts, std::move(reports));
    }

    Result<ExportReport> preview()
    {
        const auto parts = prepare();
        if (!parts)
            return fail(parts.error());
        ExportReport all;
        for (const Part &part : *parts) {
            NullDevice device;
            auto report = writeSchedule(device, *m_request.format, exportOf(part), m_job);
            if (!report)
                return fail(report.error());
            append(all, told(part, std::move(*report)));
        }
        return all;
    }

private:
    Result<std::vector<Part>> prepare()
    {
        m_plan = m_station.findPlan(m_request.plan);
        m_channel = m_station.channelOf(m_request.plan);
        if (!m_plan || !m_channel)
            return fail(ErrorCode::UnknownObject, {u"plan"_s, m_request.plan.toString()});
        return partsOf(m_request, *m_channel);
    }

    /// Valid until the next call: it refers to the events.
    ScheduleExport exportOf(const Part &part)
    {
        m_events = m_station.schedule().eventsIn(m_request.plan, part.range);
        return {*m_channel,          *m_plan,          part.range, m_events, m_station.assets(),
                m_request.generated, m_request.options};
    }

    /// With what the writer of one file can't know; exportOf() was for the same part.
    ExportReport told(const Part &part, WriteReport written)
    {
        ExportReport report{std::move(written), 0, {}};
        if (!m_request.format->writesFolder)
            return report;
        if (m_events.empty())
            report.emptyDays.push_back(m_channel->clock().broadcastDate(part.range.start));
        std::unordered_set<EventId> left;
        for (const WriteLoss &loss : report.lost) {
            if (loss.kind == LossKind::Event)
                left.insert(loss.event);
        }
        report.continued = std::count_if(m_events.begin(), m_events.end(), [&](const ScheduledEvent *event) {
            return m_request.range.start < part.range.start && event->range.start < part.range.start &&
                   !left.contains(event->id);
        });
        return report;
    }

    Result<ExportOutcome> prove(const std::vector<Part> &parts, std::vector<ExportReport> reports)
    {
        ExportOutcome outcome;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const bool isReadable = m_request.isProved && parts[i].path != "-"_L1;
            QFile file(parts[i].path);
            if (isReadable && file.open(QIODevice::ReadOnly)) {
                const auto trip =
                    proveRoundTrip(file, *m_request.format, exportOf(parts[i]), reports[i], m_job);
                if (trip)
                    outcome.roundTrip.add(*trip);
                else if (trip.error().code == ErrorCode::Cancelled)
                    return fail(trip.error());
                else
                    outcome.roundTrip.add(unreadable(reports[i], trip.error()));
            }
            outcome.files += parts[i].path;
            append(outcome.report, std::move(reports[i]));
        }
        return outcome;
    }

    /// What we wrote and can't read is proved wrong.
    static RoundTrip unreadable(const WriteReport &report, const Error &error)
    {
        RoundTrip trip;
        trip.hasReader = true;
        trip.compared = report.events;
        trip.differences.push_back({{}, {}, sentence(error)});
        return trip;
    }

    const ExportRequest &m_request;
    const Station &m_station;
    const Job &m_job;
    const Plan *m_plan = nullptr;
    const Channel *m_channel = nullptr;
    std::vector<const ScheduledEvent *> m_events;
};

} // namespace

Result<ExportOutcome> exportTo(const ExportRequest &request, const Station &station, const Job &job)
{
    return Exporter(request, station, job).write();
}

Result<ExportReport> previewExport(const ExportRequest &request, const Station &station, const Job &job)
{
    return Exporter(request, station, job).preview();
}

} // namespace sf

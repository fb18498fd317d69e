// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/asrunlog.h"

#include "core/formats/address.h"
#include "core/formats/limits.h"
#include "core/formats/localtimes.h"
#include "core/formats/textinput.h"
#include "core/time/iso8601.h"

namespace sf {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 logHeadBytes = 64 * 1024; ///< a program says a lot before it plays

enum class LogKind : std::uint8_t { None, Ffplayout, Caspar };

/// "[2026-03-28 06:00:00.123] …": the text between the first brackets, and what follows.
struct LogLine
{
    QString time;
    QString rest;
};

std::optional<LogLine> splitLine(const QString &line)
{
    if (!line.startsWith(u'['))
        return std::nullopt;
    const qsizetype close = line.indexOf(u']');
    if (close < 11 || close > 40)
        return std::nullopt;
    QString time = line.sliced(1, close - 1).trimmed();
    time.replace(u',', u'.');
    return LogLine{time, line.sliced(close + 1)};
}

/// What stands between quotes from `from` on, the last of which may be cut off; without quotes, up to the next blank.
QString quoted(const QString &text, qsizetype from)
{
    const QString rest = text.sliced(from).trimmed();
    const qsizetype open = rest.indexOf(u'"');
    if (open == 0) {
        const qsizetype close = rest.indexOf(u'"', 1);
        return close < 0 ? rest.sliced(1) : rest.sliced(1, close - 1); // a line that was cut off
    }
    const qsizetype blank = rest.indexOf(u' ');
    return blank < 0 ? rest : rest.first(blank);
}

/// "… Play 00:02:29.24: "/media/a.mp4"", "… Play: "/media/a.mp4"".
std::optional<AsRunEntry> ffplayoutEntry(const QString &rest)
{
    const qsizetype at =
        rest.indexOf("] Play"_L1) >= 0 ? rest.indexOf("] Play"_L1) + 2 : rest.indexOf("]  Play"_L1) + 3;
    if (at < 3 || rest.size() < at + 5)
        return std::nullopt;
    const qsizetype quote = rest.indexOf(u'"', at);
    const qsizetype colon = quote < 0 ? -1 : rest.lastIndexOf(u':', quote);
    if (colon < at + 4)
        return std::nullopt;
    AsRunEntry entry;
    entry.url = quoted(rest, quote);
    const QString length = rest.sliced(at + 4, colon - at - 4).trimmed();
    if (const auto duration = parseDuration(length);
        !length.isEmpty() && duration && *duration > Millis::zero())
        entry.duration = *duration;
    return entry;
}

/// "… Received message from 127.0.0.1: PLAY 1-10 "NAME" …". A PLAY without a name starts what was loaded.
class CasparLog
{
public:
    std::optional<AsRunEntry> entry(const QString &rest)
    {
        const qsizetype message = rest.indexOf("Received message from"_L1);
        const qsizetype colon = message < 0 ? -1 : rest.indexOf(u": "_s, message);
        if (colon < 0)
            return std::nullopt;
        QString command = rest.sliced(colon + 2).trimmed();
        command.remove("\\r\\n"_L1);
        const QString verb = command.section(u' ', 0, 0).toUpper();
        const QString layer = command.section(u' ', 1, 1);
        const qsizetype nameAt = verb.size() + layer.size() + 2;
        const QString name = command.size() > nameAt ? quoted(command, nameAt) : QString();
        if (verb == "LOADBG"_L1 || verb == "LOAD"_L1) {
            m_loaded.insert(layer, name);
            return std::nullopt;
        }
        if (verb != "PLAY"_L1)
            return std::nullopt;
        AsRunEntry played;
        played.url = name.isEmpty() ? m_loaded.take(layer) : name;
        return played.url.isEmpty() || played.url.startsWith(u'#') ? std::nullopt : std::optional(played);
    }

private:
    QHash<QString, QString> m_loaded; ///< by channel and layer
};

LogKind logKindOf(QByteArrayView head)
{
    if (!head.startsWith('['))
        return LogKind::None;
    if (head.contains("Received message from") || head.contains("CasparCG"))
        return LogKind::Caspar;
    return head.contains("] Play") || head.contains("]  Play") ? LogKind::Ffplayout : LogKind::None;
}

class LogReader
{
public:
    LogReader(QIODevice &device, const ReadOptions &options, const Job &job, LogKind kind)
        : m_label(options.label)
        , m_kind(kind)
        , m_times(options)
        , m_lines(device, options.label, job)
    {
    }

    Result<AsRunLog> read()
    {
        m_log.format = m_kind == LogKind::Caspar ? u"caspar-log"_s : u"ffplayout-log"_s;
        QByteArrayView bytes;
        while (m_lines.next(bytes)) {
            bool isUtf8 = true;
            if (const auto line = splitLine(decodeText(bytes.trimmed(), isUtf8)))
                take(*line);
            if (static_cast<qint64>(m_log.entries.size()) > limits::items)
                break;
        }
        if (m_lines.error())
            return fail(*m_lines.error());
        if (m_log.entries.empty()) {
            const auto line = m_log.rejected.empty() ? 0 : m_log.rejected.front().line;
            return fail(ErrorCode::NoUsableEntry,
                        {m_label, QString::number(m_log.rejected.size()), QString::number(line)});
        }
        return std::move(m_log);
    }

private:
    void take(const LogLine &line)
    {
        auto entry = m_kind == LogKind::Caspar ? m_caspar.entry(line.rest) : ffplayoutEntry(line.rest);
        if (!entry)
            return;
        entry->line = m_lines.number();
        if (entry->url.isEmpty()) {
            m_log.rejected.push_back({0, entry->line, Error{ErrorCode::MissingTitle, {}, {}}, {}});
            return;
        }
        entry->title = titleFromAddress(entry->url);
        const auto time = timeOf(line.time);
        if (!time) {
            m_log.rejected.push_back({0, entry->line, time.error(), {}});
            return;
        }
        entry->start = *time;
        m_last = *time;
        m_log.entries.push_back(std::move(*entry));
    }

    Result<TimePoint> timeOf(const QString &text)
    {
        const auto time = parseIso8601(text);
        if (!time)
            return fail(time.error());
        if (time->offset)
            return time->asUtc();
        m_log.assumedZone = m_times.clock().zoneName();
        return m_times.resolve(time->local, m_last);
    }

    QString m_label;
    LogKind m_kind;
    LocalTimes m_times;
    LineReader m_lines;
    CasparLog m_caspar;
    AsRunLog m_log;
    std::optional<TimePoint> m_last;
};

AsRunLog logFrom(ImportedSchedule schedule)
{
    AsRunLog log;
    log.format = schedule.format;
    log.rejected = std::move(schedule.rejected);
    log.warnings = std::move(schedule.warnings);
    log.assumedZone = schedule.assumedZone;
    QHash<AssetId, const Asset *> assets;
    for (const Asset &asset : schedule.assets)
        assets.insert(asset.id, &asset);
    log.entries.reserve(schedule.events.size());
    for (const ScheduledEvent &event : schedule.events) {
        AsRunEntry entry;
        entry.start = event.range.start;
        entry.duration = event.range.duration;
        entry.title = event.title;
        entry.event = event.id;
        if (const Asset *asset = assets.value(event.asset)) {
            entry.url = asset->url;
            entry.houseNumber = asset->houseNumber;
        }
        log.entries.push_back(std::move(entry));
    }
    return log;
}

} // namespace

bool isPlayoutLog(QByteArrayView head) { return logKindOf(headAsUtf8(head)) != LogKind::None; }

Result<AsRunLog> readAsRun(QIODevice &device, const ReadOptions &options, IdSource &ids, const Job &job)
{
    const LogKind kind = logKindOf(headAsUtf8(device.peek(logHeadBytes)));
    if (kind != LogKind::None && !options.format && !options.mapping)
        return LogReader(device, options, job, kind).read();
    auto schedule = readSchedule(device, options, ids, job);
    if (!schedule)
        return fail(schedule.error());
    return logFrom(std::move(*schedule));
}

} // namespace sf

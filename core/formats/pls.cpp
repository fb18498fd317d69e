// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT

// PLS, as Winamp and SHOUTcast made it: https://en.wikipedia.org/wiki/PLS_(file_format)

#include "core/formats/address.h"
#include "core/formats/format.h"
#include "core/formats/limits.h"
#include "core/formats/playlistbuilder.h"
#include "core/formats/sequence.h"
#include "core/formats/textinput.h"

#include <QCoreApplication>

#include <charconv>
#include <map>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("Export", text); }

constexpr QLatin1StringView extensions[]{"pls"_L1};

Likeness likeness(QByteArrayView head)
{
    constexpr QByteArrayView mark("[playlist]");
    return head.size() >= mark.size() && qstrnicmp(head.data(), mark.size(), mark.data(), mark.size()) == 0
               ? Likeness::Certain
               : Likeness::None;
}

struct Draft
{
    QString address;
    QString title;
    QByteArray length;
    std::int64_t line = 0;
};

/// "File12" is 12 with the key "file"; 0 where it is something else.
int numberOf(QByteArrayView key, QByteArrayView name)
{
    if (key.size() <= name.size() || qstrnicmp(key.data(), name.size(), name.data(), name.size()) != 0)
        return 0;
    int number = 0;
    const char *end = key.data() + key.size();
    const auto parsed = std::from_chars(key.data() + name.size(), end, number);
    return parsed.ec == std::errc() && parsed.ptr == end && number > 0 ? number : 0;
}

class PlsReader
{
public:
    PlsReader(QIODevice &device, const ReadOptions &options, const Job &job)
        : m_label(options.label)
        , m_lines(device, options.label, job)
        , m_builder(options)
    {
    }

    Result<ImportedPlaylist> read()
    {
        QByteArrayView line;
        while (m_lines.next(line) && !m_error)
            readLine(line.trimmed());
        if (m_lines.error())
            return fail(*m_lines.error());
        if (m_error)
            return fail(*m_error);
        for (const auto &draft : m_drafts)
            add(draft.second);
        return m_builder.take();
    }

private:
    void readLine(QByteArrayView line)
    {
        const qsizetype sign = line.indexOf('=');
        if (sign < 0)
            return;
        const QByteArrayView key = line.first(sign).trimmed();
        const QByteArrayView value = line.sliced(sign + 1).trimmed();
        if (const int file = numberOf(key, "file")) {
            Draft &draft = m_drafts[file];
            draft.address = m_builder.decode(value, m_lines.number());
            draft.line = m_lines.number();
        } else if (const int titled = numberOf(key, "title")) {
            m_drafts[titled].title = m_builder.decode(value, m_lines.number());
        } else if (const int timed = numberOf(key, "length")) {
            m_drafts[timed].length = value.first(std::min(value.size(), qsizetype(40))).toByteArray();
        }
        if (static_cast<qint64>(m_drafts.size()) > limits::items) {
            m_error = Error{ErrorCode::LimitExceeded,
                            {m_label, QString::number(m_lines.number()),
                             QCoreApplication::translate("Import", "it has more than 5,000,000 entries")},
                            {}};
        }
    }

    void add(const Draft &draft)
    {
        if (draft.line == 0)
            return; // a title without a file
        PlaylistEntry entry;
        entry.title = draft.title;
        entry.duration = secondsFrom(draft.length);
        entry.line = draft.line;
        m_builder.add(std::move(entry), draft.address);
    }

    QString m_label;
    LineReader m_lines;
    PlaylistBuilder m_builder;
    std::map<int, Draft> m_drafts; ///< by number: files are not always in order
    std::optional<Error> m_error;
};

Result<ImportedPlaylist> readPls(QIODevice &device, const ReadOptions &options, const Job &job)
{
    return PlsReader(device, options, job).read();
}

Result<WriteReport> writePls(QIODevice &device, const ScheduleExport &schedule, const Job &job)
{
    ExportRun run(device, schedule, job);
    Output &out = run.out();
    run.loseAll(LossKind::Time,
                tr("start times, ids and notes: players play the entries one after the other"),
                std::ssize(schedule.events));
    out.put("[playlist]\n");
    std::int64_t number = 0;
    for (const SequenceItem &item : playSequence(run, SequenceTiming::BackToBack)) {
        if (!run.goesOn())
            break;
        const auto key = [&](QByteArrayView name) {
            out.put(name);
            out.putNumber(number);
            out.put("=");
        };
        ++number;
        if (item.isTrimmed())
            run.lose(LossKind::Trim, *item.event, run.phrases().trim);
        key("File");
        putAddress(out, item.asset->url);
        out.put("\n");
        key("Title");
        out.putText(run.title(*item.event));
        out.put("\n");
        key("Length");
        out.putNumber(std::chrono::round<std::chrono::seconds>(item.range.duration).count());
        out.put("\n");
        run.written();
    }
    out.put("NumberOfEntries=");
    out.putNumber(number);
    out.put("\nVersion=2\n");
    return run.finish();
}

} // namespace

constinit const Format plsFormat{
    .id = "pls"_L1,
    .name = "PLS playlist"_L1,
    .extensions = extensions,
    .likeness = likeness,
    .readPlaylist = readPls,
    .writeSchedule = writePls,
    .cannotCarry =
        QT_TRANSLATE_NOOP("Export", "PLS has no start times, gaps, parts of files or parts of seconds."),
    .precision = TimePrecision::Second,
};

} // namespace sf

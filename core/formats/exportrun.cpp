// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/exportrun.h"

#include "core/formats/address.h"
#include "core/formats/textblock.h"
#include "core/schedule/merge.h"

#include <QCoreApplication>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("Export", text); }

/// Whether these are letters of the usual scripts and single blanks: most titles, told block by block.
bool isUsualLine(QStringView text)
{
    constexpr auto isUnusual = [](auto c) {
        return (c < 0x20) | ((c >= 0x80) & (c <= 0xA0)) | (c >= 0x1680);
    };
    if (countPlain(text, isUnusual) < text.size())
        return false;
    const char16_t *units = text.utf16();
    qsizetype i = 0;
    for (; i + blockUnits < text.size(); i += blockUnits) {
        if (isAny((textBlock(units + i) == ' ') & (textBlock(units + i + 1) == ' ')))
            return false;
    }
    for (; i + 1 < text.size(); ++i) {
        if (units[i] == u' ' && units[i + 1] == u' ')
            return false;
    }
    return true;
}

bool isLine(QStringView text)
{
    bool wasBlank = false;
    for (const QChar c : text) {
        const char16_t code = c.unicode();
        const bool isBlank = code == u' ';
        const bool isUsual = code > 0x20 && (code < 0x80 || (code < 0xD800 && !c.isSpace()));
        if (!isUsual && (!isBlank || wasBlank))
            return false;
        wasBlank = isBlank;
    }
    return true;
}

/// Whether a text can stay as it is: no blanks but single ones between words, nothing that cleanText() takes away, and
/// nothing refused. Every title of a list comes by here.
bool isPlainLine(QStringView text, QStringView refused)
{
    if (text.isEmpty())
        return true;
    if (text.front() == u' ' || text.back() == u' ' || !(isUsualLine(text) || isLine(text)))
        return false;
    for (const QChar c : refused) {
        if (text.contains(c))
            return false;
    }
    return true;
}

} // namespace

QString cleanLine(const QString &text, QStringView refused, bool &isExact)
{
    if (isPlainLine(text, refused))
        return text;
    QString clean = cleanText(text, &isExact);
    if (!refused.isEmpty()) {
        const qsizetype before = clean.size();
        clean.removeIf([refused](QChar c) { return refused.contains(c); });
        isExact = isExact && clean.size() == before;
    }
    return clean.simplified();
}

QString plainPath(const QString &address)
{
    return address.startsWith("file:"_L1, Qt::CaseInsensitive) ? comparableUrl(address) : address;
}

ExportRun::ExportRun(QIODevice &device, const ScheduleExport &schedule, const Job &job)
    : m_schedule(schedule)
    , m_job(job)
    , m_out(device)
    , m_phrases{tr("the event: only the main layer is written"),
                tr("the event: it has no media"),
                tr("its start mode"),
                tr("characters of its name that the format refuses"),
                tr("the gap of %1 before it"),
                tr("its overlap of %1"),
                tr("where in the file it begins and ends"),
                tr("its last %1: the next event begins before it ends"),
                tr("parts of a second of its times"),
                tr("Untitled")}
{
}

bool ExportRun::goesOn()
{
    m_job.setProgress(++m_done, static_cast<qint64>(m_schedule.events.size()));
    return !m_job.isCancelled() && !m_out.hasFailed();
}

QString ExportRun::title(const ScheduledEvent &event, QStringView refused)
{
    const Asset *asset = event.title.isEmpty() ? assetOf(event) : nullptr;
    bool isExact = true;
    QString title = cleanLine(asset ? asset->title : event.title, refused, isExact);
    if (!isExact)
        lose(LossKind::Name, event, m_phrases.name);
    return title.isEmpty() ? m_phrases.untitled : title;
}

void ExportRun::loseAll(LossKind kind, const QString &what, std::int64_t count)
{
    if (count > 0)
        m_report.lost.push_back({{}, {}, what, kind, count});
}

void ExportRun::lose(LossKind kind, const ScheduledEvent &event, const QString &what)
{
    const Asset *asset = event.title.isEmpty() ? assetOf(event) : nullptr;
    m_report.lost.push_back({event.id, asset ? asset->title : event.title, what, kind, 1});
}

QString ExportRun::listName() const
{
    bool isExact = true;
    const QString day =
        m_schedule.channel.clock().broadcastDate(m_schedule.range.start).toString(Qt::ISODate);
    return cleanLine(m_schedule.channel.name + u' ' + day, {}, isExact);
}

Result<WriteReport> ExportRun::finish()
{
    if (m_job.isCancelled())
        return fail(ErrorCode::Cancelled);
    if (const Status finished = m_out.finish(); !finished)
        return fail(finished.error());
    m_report.bytes = m_out.bytes();
    return std::move(m_report);
}

} // namespace sf

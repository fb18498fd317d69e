// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/importoutline.h"

#include "core/schedule/issuetext.h"
#include "ui/session/walltext.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

using Shared = std::shared_ptr<const ImportPreview>;

constexpr qsizetype fewRows = 8; ///< a group of so many is open at first

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("sf::ImportDialog", text, nullptr, n);
}

QString placeOf(const ImportRemark &remark)
{
    if (remark.line > 0)
        return tr("line %1").arg(remark.line);
    return remark.index > 0 ? tr("entry %1").arg(remark.index) : QString();
}

/// A whole kind of refusals in a few words; each one below it says the rest.
QString kindOfRefusal(ErrorCode code)
{
    switch (code) {
    case ErrorCode::LineNotUnderstood:
        return tr("Refused: no address, path or comment");
    case ErrorCode::UrlNotAllowed:
        return tr("Refused: an address of a kind that is not accepted");
    case ErrorCode::MissingTitle:
        return tr("Refused: neither a title nor media");
    case ErrorCode::MissingStart:
        return tr("Refused: no start time");
    case ErrorCode::MissingEnd:
        return tr("Refused: neither an end nor a duration");
    case ErrorCode::EndNotAfterStart:
        return tr("Refused: the end is not after the start");
    case ErrorCode::BadTime:
    case ErrorCode::ImpossibleDate:
    case ErrorCode::TimeOutOfRange:
        return tr("Refused: a time that is none");
    case ErrorCode::TimeDoesNotExist:
        return tr("Refused: a time that the clock skips");
    case ErrorCode::NotAnEvent:
        return tr("Refused: no event");
    default:
        return tr("Refused");
    }
}

class Outline
{
public:
    Outline(const Shared &preview, const Station &before)
        : m_p(preview)
        , m_edit(preview->edit.edit)
        , m_before(before)
        , m_after(preview->edit.after)
    {
        const Channel *channel = m_after.channelOf(preview->plan);
        m_clock = channel ? channel->clock() : ChannelClock();
    }

    std::vector<OutlineGroup> take()
    {
        addRefusals();
        addOverlaps();
        addWarnings();
        addMissing();
        addPlaceholders();
        addEvents();
        addPlays();
        addDuplicates();
        addMedia();
        return std::move(m_groups);
    }

private:
    void add(const QString &title, Sign sign, Tone tone, std::int64_t count, std::size_t rows,
             std::function<QString(qsizetype, int)> text, bool isOpen)
    {
        if (count > 0)
            m_groups.push_back({title, sign, tone, static_cast<qsizetype>(count),
                                static_cast<qsizetype>(rows), std::move(text),
                                isOpen && static_cast<qsizetype>(rows) <= fewRows});
    }

    void addRefusals()
    {
        for (const auto &[code, places] : m_p->rejectedBy) {
            add(
                kindOfRefusal(code), Sign::Error, Tone::Error, std::ssize(places), places.size(),
                [p = m_p, code = code](qsizetype row, int column) {
                    const std::size_t at = p->rejectedBy.at(code)[static_cast<std::size_t>(row)];
                    const ImportRemark &remark = p->rejected[at];
                    return column == 0 ? sentence(remark.reason) : placeOf(remark);
                },
                true);
        }
    }

    void addOverlaps()
    {
        const auto &pairs = m_p->conflicts.pairs;
        add(
            tr("Overlaps to be settled"), Sign::Warning, Tone::Warning, m_p->conflicts.total, pairs.size(),
            [p = m_p, after = m_after, clock = m_clock](qsizetype row, int column) {
                const Overlap &pair = p->conflicts.pairs[static_cast<std::size_t>(row)];
                if (column > 0)
                    return wallText(clock, pair.shared.start) + u"   "_s + spokenLength(pair.shared.duration);
                const auto titleOf = [&](EventId id) {
                    const ScheduledEvent *event = after.schedule().find(id);
                    return event ? after.titleOf(*event) : QString();
                };
                return tr("“%1” and “%2”").arg(titleOf(pair.a), titleOf(pair.b));
            },
            true);
    }

    void addWarnings()
    {
        const auto &warnings = m_p->warnings;
        add(
            tr("Taken with a remark"), Sign::Info, Tone::Accent, std::ssize(warnings), warnings.size(),
            [p = m_p](qsizetype row, int column) {
                const ImportRemark &remark = p->warnings[static_cast<std::size_t>(row)];
                return column == 0 ? remark.text : placeOf(remark);
            },
            true);
    }

    void addMissing()
    {
        const auto &missing = m_p->missingMedia;
        add(tr("Media whose file is not there"), Sign::Missing, Tone::Warning, std::ssize(missing),
            missing.size(),
            mediaText([p = m_p](qsizetype row) { return p->missingMedia[static_cast<std::size_t>(row)]; }),
            false);
    }

    std::function<QString(qsizetype, int)> mediaText(std::function<AssetId(qsizetype)> idAt) const
    {
        return [after = m_after, idAt = std::move(idAt)](qsizetype row, int column) {
            const Asset *asset = after.assets().find(idAt(row));
            if (!asset)
                return QString();
            return column == 0 ? asset->title : QFileInfo(asset->url).fileName();
        };
    }

    std::function<QString(qsizetype, int)> eventText(bool isAfter) const
    {
        return [edit = m_edit, station = isAfter ? m_after : m_before, clock = m_clock,
                isAfter](qsizetype row, int column) {
            const auto &events = isAfter ? edit->events.after : edit->events.before;
            const ScheduledEvent &event = events[static_cast<std::size_t>(row)];
            if (column == 0)
                return station.titleOf(event);
            return wallText(clock, event.range.start) + u"   "_s + spokenLength(event.range.duration);
        };
    }

    void addEvents()
    {
        if (m_p->use != ImportUse::Plan)
            return;
        const auto &events = m_edit->events;
        add(tr("To be placed"), Sign::Add, Tone::Good, std::ssize(events.after), events.after.size(),
            eventText(true), m_groups.empty());
        add(tr("To be removed, to make room"), Sign::Remove, Tone::Warning, m_p->removed,
            events.before.size(), eventText(false), false);
        add(tr("Locked, so that they stay"), Sign::Lock, Tone::Dim, m_p->kept, 0, {}, false);
    }

    void addPlaceholders()
    {
        const auto &places = m_p->placeholders;
        add(
            tr("Placeholders: the file names no media for them"), Sign::Info, Tone::Accent,
            std::ssize(places), places.size(),
            [p = m_p, text = eventText(true)](qsizetype row, int column) {
                const std::size_t at = p->placeholders[static_cast<std::size_t>(row)];
                return text(static_cast<qsizetype>(at), column);
            },
            false);
    }

    void addPlays()
    {
        if (m_p->use != ImportUse::AsRun)
            return;
        add(
            tr("Played, and taken as what has aired"), Sign::Add, Tone::Good, m_p->added,
            m_edit->plays.after.size(),
            [edit = m_edit, clock = clockOfPlays()](qsizetype row, int column) {
                const Play &play = edit->plays.after[static_cast<std::size_t>(row)];
                if (column > 0)
                    return wallText(clock, play.range.start) + u"   "_s + spokenLength(play.range.duration);
                return play.event ? play.title : tr("%1 (was not planned)").arg(play.title);
            },
            m_groups.empty());
    }

    ChannelClock clockOfPlays() const
    {
        const auto &plays = m_edit->plays.after;
        const Channel *channel = plays.empty() ? nullptr : m_after.findChannel(plays.front().channel);
        return channel ? channel->clock() : ChannelClock();
    }

    void addDuplicates()
    {
        const auto &listed = m_p->duplicateEvents;
        const QString title =
            m_p->use == ImportUse::Plan ? tr("Duplicates, which are left out") : tr("Known already");
        add(tr("Repeated in the list"), Sign::Good, Tone::Dim, m_p->repeated, 0, {}, false);
        add(
            title, Sign::Good, Tone::Dim, m_p->duplicates - m_p->repeated, listed.size(),
            [p = m_p, clock = m_clock](qsizetype row, int column) {
                const LeftOutEvent &event = p->duplicateEvents[static_cast<std::size_t>(row)];
                return column == 0 ? event.title : wallText(clock, event.start);
            },
            false);
    }

    void addMedia()
    {
        const auto &assets = m_edit->assets;
        const auto fresh = std::ssize(assets.after) - std::ssize(assets.before);
        add(tr("Media new to the library"), Sign::Film, Tone::Good, fresh, assets.after.size(),
            mediaText([edit = m_edit](qsizetype row) {
                return edit->assets.after[static_cast<std::size_t>(row)].id;
            }),
            m_p->use == ImportUse::Library && m_groups.empty());
        add(tr("Media that the library learns the length of"), Sign::Film, Tone::Dim,
            std::ssize(assets.before), assets.before.size(), mediaText([edit = m_edit](qsizetype row) {
                return edit->assets.before[static_cast<std::size_t>(row)].id;
            }),
            false);
        const auto &known = m_p->knownMedia;
        add(tr("Media that the library has"), Sign::Film, Tone::Dim, std::ssize(known), known.size(),
            mediaText([p = m_p](qsizetype row) { return p->knownMedia[static_cast<std::size_t>(row)]; }),
            false);
    }

    Shared m_p;
    std::shared_ptr<const StationEdit> m_edit;
    Station m_before;
    Station m_after;
    ChannelClock m_clock;
    std::vector<OutlineGroup> m_groups;
};

} // namespace

std::vector<OutlineGroup> importOutline(const std::shared_ptr<const ImportPreview> &preview,
                                        const Station &before)
{
    return Outline(preview, before).take();
}

} // namespace sf

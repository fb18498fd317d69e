// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/timeline/eventtext.h"

#include "core/time/iso8601.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

namespace sf {

using namespace std::chrono;
using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("sf::EventText", text); }

/// A shorter beginning with its dots tells nothing.
constexpr qsizetype shortestCut = 3;

const QRegularExpression &episodePattern()
{
    static const QRegularExpression pattern(uR"(\b(S\d+\s?E\d+|\d+x\d{2,}|E(p(isode)?)?\.?\s?\d+)\b|#\d+)"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    return pattern;
}

QString two(std::int64_t value) { return u"%1"_s.arg(value, 2, 10, '0'_L1); }

/// The names cut so that the episode number stays: first what follows it, then what stands before it.
QString elidedAround(const QString &title, const QRegularExpressionMatch &episode, qreal width,
                     const QFontMetricsF &metrics)
{
    const QString number = episode.captured();
    const QString head = title.left(episode.capturedStart());
    const qreal numberWidth = metrics.horizontalAdvance(number);
    if (numberWidth > width)
        return {};
    const qreal headWidth = metrics.horizontalAdvance(head);
    if (headWidth + numberWidth <= width) {
        const QString tail = title.mid(episode.capturedEnd());
        return head + number + metrics.elidedText(tail, Qt::ElideRight, width - headWidth - numberWidth);
    }
    const QString shortHead = metrics.elidedText(head.trimmed(), Qt::ElideRight, width - numberWidth);
    return shortHead == u"…"_s ? number : shortHead + number;
}

} // namespace

QString eventTitle(const Station &station, const ScheduledEvent &event)
{
    const QString title = station.titleOf(event);
    const Asset *asset = event.asset ? station.assets().find(event.asset) : nullptr;
    if (!asset || asset->episode <= 0 || episodePattern().match(title).hasMatch())
        return title;
    const QString season = asset->season > 0 ? 'S'_L1 + two(asset->season) : QString();
    return title + ' '_L1 + season + 'E'_L1 + two(asset->episode);
}

QString elidedTitle(const QString &title, qreal width, const QFontMetricsF &metrics)
{
    if (metrics.horizontalAdvance(title) <= width)
        return title;
    const auto episode = episodePattern().match(title);
    if (episode.hasMatch())
        return elidedAround(title, episode, width, metrics);
    // Two ends of a few letters each tell less than one beginning.
    const bool isShort = width < 14 * metrics.averageCharWidth();
    const QString elided = metrics.elidedText(title, isShort ? Qt::ElideRight : Qt::ElideMiddle, width);
    return elided.size() >= shortestCut ? elided : QString();
}

QString wrappedTitle(const QString &title, qreal width, int mostLines, const QFontMetricsF &metrics)
{
    QStringList lines;
    QString rest = title;
    while (lines.size() + 1 < mostLines && metrics.horizontalAdvance(rest) > width) {
        qsizetype end = -1; // of the words that fit
        for (qsizetype space = rest.indexOf(u' '); space >= 0; space = rest.indexOf(u' ', space + 1)) {
            if (metrics.horizontalAdvance(rest.left(space)) > width)
                break;
            end = space;
        }
        if (end > 0) {
            lines << rest.left(end);
        } else { // a word longer than the line
            end = rest.indexOf(u' ');
            const QString cut = metrics.elidedText(rest.left(end), Qt::ElideRight, width);
            if (end <= 0 || cut.size() < shortestCut)
                break;
            lines << cut;
        }
        rest = rest.mid(end + 1);
    }
    const QString tail = elidedTitle(rest, width, metrics);
    if (!tail.isEmpty() || lines.isEmpty())
        lines << tail;
    else if (metrics.horizontalAdvance(lines.last() + u'…') <= width)
        lines.last() += u'…'; // there is more
    return lines.join(u'\n');
}

QString wallClockText(LocalTime t, bool withMillis)
{
    const hh_mm_ss clock(t - floor<days>(t));
    QString out = two(clock.hours().count()) + ':'_L1 + two(clock.minutes().count()) + ':'_L1 +
                  two(clock.seconds().count());
    if (withMillis && clock.subseconds().count() != 0)
        out += u".%1"_s.arg(clock.subseconds().count(), 3, 10, '0'_L1);
    return out;
}

QString wallClockShort(LocalTime t)
{
    const hh_mm_ss clock(t - floor<days>(t));
    return two(clock.hours().count()) + ':'_L1 + two(clock.minutes().count());
}

QString lengthText(Millis length)
{
    const auto value = std::abs(length.count());
    if (value < 1000)
        return tr("%1 ms").arg(value);
    struct Unit
    {
        std::int64_t ms;
        const char *text;
    };
    static constexpr Unit units[] = {
        {Millis(days(1)).count(), QT_TRANSLATE_NOOP("sf::EventText", "%1 d")},
        {Millis(hours(1)).count(), QT_TRANSLATE_NOOP("sf::EventText", "%1 h")},
        {Millis(minutes(1)).count(), QT_TRANSLATE_NOOP("sf::EventText", "%1 min")},
        {Millis(seconds(1)).count(), QT_TRANSLATE_NOOP("sf::EventText", "%1 s")},
    };
    for (std::size_t i = 0; i < std::size(units); ++i) {
        if (value < units[i].ms)
            continue;
        QString out = tr(units[i].text).arg(value / units[i].ms);
        const bool hasNext = i + 1 < std::size(units);
        const auto rest = hasNext ? value % units[i].ms / units[i + 1].ms : 0;
        return rest > 0 ? out + ' '_L1 + tr(units[i + 1].text).arg(rest) : out;
    }
    return {};
}

QString deltaText(Millis delta)
{
    const QString clock = toClockText(std::chrono::abs(delta));
    return (delta < Millis::zero() ? u"−"_s : u"+"_s) + clock;
}

QString eventDescription(const Station &station, const ScheduledEvent &event)
{
    const Channel *channel = station.channelOf(event.plan);
    const ChannelClock clock = channel ? channel->clock() : ChannelClock();
    const QString end = wallClockText(clock.toLocal(event.range.end()));
    QStringList parts{tr("%1, %2 to %3, length %4, channel %5")
                          .arg(eventTitle(station, event), wallClockText(clock.toLocal(event.range.start)),
                               end, lengthText(event.range.duration), channel ? channel->name : QString())};
    const Asset *asset = event.asset ? station.assets().find(event.asset) : nullptr;
    if (event.isLocked)
        parts << tr("locked");
    if (!asset)
        parts << tr("placeholder");
    else if (asset->status == AssetStatus::Missing)
        parts << tr("media missing");
    else if (asset->status == AssetStatus::Unreadable)
        parts << tr("media unreadable");
    else if (asset->durationSource != DurationSource::Probed)
        parts << tr("length not verified");
    return parts.join(u", "_s);
}

QString gapDescription(const Station &station, PlanId plan, TimeRange gap)
{
    const Channel *channel = station.channelOf(plan);
    const ChannelClock clock = channel ? channel->clock() : ChannelClock();
    return tr("Gap, %1 to %2, length %3, channel %4")
        .arg(wallClockText(clock.toLocal(gap.start)), wallClockText(clock.toLocal(gap.end())),
             lengthText(gap.duration), channel ? channel->name : QString());
}

} // namespace sf

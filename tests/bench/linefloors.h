// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/formats/registry.h"

#include <array>
#include <charconv>

// Bare writers of the formats that are lines: they format numbers by hand and append them, and texts that are ready, to
// a block. Nothing is looked up, converted, cleaned or accounted for.

namespace sf::bench {

using namespace Qt::StringLiterals;

/// What a bare writer of lines is given of an event.
struct Item
{
    QString id, title, mediaTitle, category, houseNumber, path, address, windowsAddress;
    std::chrono::local_days date; ///< of the start
    std::int64_t start, end;      ///< seconds of the wall clock's day
    std::int64_t utc, seconds;    ///< start and length
    std::int64_t offset;          ///< in minutes
};

inline std::vector<Item> itemsOf(const ScheduleExport &schedule)
{
    std::vector<Item> items;
    const ChannelClock clock = schedule.channel.clock();
    for (const ScheduledEvent *event : schedule.events) {
        const Asset &asset = *schedule.assets.find(event->asset);
        const QString encoded = QString(asset.url).replace(u' ', "%20"_L1);
        const LocalTime start = clock.toLocal(event->range.start);
        const LocalTime end = clock.toLocal(event->range.end());
        const auto date = std::chrono::floor<std::chrono::days>(start);
        const auto endDate = std::chrono::floor<std::chrono::days>(end);
        items.push_back({event->id.toString(), event->title, asset.title, asset.category, asset.houseNumber,
                         asset.url, u"file://"_s + encoded, QString(encoded).replace(u'/', "%5C"_L1), date,
                         (start - date).count() / 1000, (end - endDate).count() / 1000,
                         toMs(event->range.start) / 1000, event->range.duration.count() / 1000,
                         clock.offsetAt(event->range.start).count()});
    }
    return items;
}

template <std::size_t size>
void add(QByteArray &to, const char (&text)[size])
{
    to.append(text, size - 1);
}
inline void add(QByteArray &to, QByteArrayView text) { to.append(text.data(), text.size()); }
inline void add(QByteArray &to, const QString &text) { to.append(text.toUtf8()); }
inline void add(QByteArray &to, std::int64_t number)
{
    std::array<char, 24> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    to.append(digits.data(), end - digits.data());
}

template <class... Parts>
inline void addAll(QByteArray &to, const Parts &...parts)
{
    (add(to, parts), ...);
}

inline void putTwo(char *to, std::int64_t value)
{
    to[0] = static_cast<char>('0' + value / 10);
    to[1] = static_cast<char>('0' + value % 10);
}

struct Timecode
{
    std::int64_t seconds;
};
inline void add(QByteArray &to, Timecode time)
{
    char text[] = "00:00:00:00";
    putTwo(text, time.seconds / 3600);
    putTwo(text + 3, time.seconds / 60 % 60);
    putTwo(text + 6, time.seconds % 60);
    to.append(text, 11);
}

struct Date
{
    std::chrono::local_days days;
};
inline void add(QByteArray &to, Date date)
{
    const std::chrono::year_month_day ymd(date.days);
    char text[] = "0000-00-00";
    putTwo(text, int(ymd.year()) / 100);
    putTwo(text + 2, int(ymd.year()) % 100);
    putTwo(text + 5, unsigned(ymd.month()));
    putTwo(text + 8, unsigned(ymd.day()));
    to.append(text, 10);
}

struct Offset
{
    std::int64_t minutes;
};
inline void add(QByteArray &to, Offset offset)
{
    char text[] = "+00:00";
    putTwo(text + 1, offset.minutes / 60);
    putTwo(text + 4, offset.minutes % 60);
    to.append(text, 6);
}

struct UtcTime
{
    std::int64_t seconds;
};
inline void add(QByteArray &to, UtcTime time)
{
    const std::int64_t day = time.seconds / (24 * 3600);
    const std::int64_t rest = time.seconds % (24 * 3600);
    const std::chrono::year_month_day ymd{std::chrono::local_days(std::chrono::days(day))};
    char text[] = "00000000T000000Z\r\n";
    putTwo(text, int(ymd.year()) / 100);
    putTwo(text + 2, int(ymd.year()) % 100);
    putTwo(text + 4, unsigned(ymd.month()));
    putTwo(text + 6, unsigned(ymd.day()));
    putTwo(text + 9, rest / 3600);
    putTwo(text + 11, rest / 60 % 60);
    putTwo(text + 13, rest % 60);
    to.append(text, 18);
}

using WriteItem = void (*)(QByteArray &, const Item &, std::int64_t number);

inline void m3uItem(QByteArray &to, const Item &item, std::int64_t)
{
    addAll(to, "#EXTINF:", item.seconds, " tvg-name=\"", item.mediaTitle, "\" group-title=\"", item.category,
           "\",", item.title, "\n#EXTGRP:", item.category, "\n", item.address, "\n");
}

inline void plsItem(QByteArray &to, const Item &item, std::int64_t number)
{
    addAll(to, "File", number, "=", item.address, "\nTitle", number, "=", item.title, "\nLength", number, "=",
           item.seconds, "\n");
}

inline void csvItem(QByteArray &to, const Item &item, std::int64_t)
{
    addAll(to, Date{item.date}, ",", Timecode{item.start}, ",", Timecode{item.seconds}, ",",
           Timecode{item.end}, ",", item.title, ",,", item.category, ",PGM,", item.houseNumber, ",",
           item.path, ",", Timecode{0}, ",", Timecode{item.seconds}, ",N,,UTC", Offset{item.offset}, "\r\n");
}

inline void fixedItem(QByteArray &to, const Item &item, std::int64_t)
{
    addAll(to, Date{item.date}, " ", Timecode{item.start}, " ", Timecode{item.seconds}, "   PGM ",
           item.houseNumber.leftJustified(17), item.title.leftJustified(41), Timecode{0}, " ",
           Offset{item.offset}, " ", item.path, "\r\n");
}

/// Of the export: the start of the year's first day.
constexpr std::int64_t stamp = 1'767'243'600;

inline void icsItem(QByteArray &to, const Item &item, std::int64_t)
{
    addAll(to, "BEGIN:VEVENT\r\nUID:", item.id, "@scheduleflow\r\nDTSTAMP:", UtcTime{stamp},
           "DTSTART:", UtcTime{item.utc}, "DURATION:PT", item.seconds, "S\r\nSUMMARY:", item.title,
           "\r\nCATEGORIES:", item.category, "\r\nX-SCHEDULEFLOW-MEDIA:", item.address, "\r\nEND:VEVENT\r\n");
}

inline void ffconcatItem(QByteArray &to, const Item &item, std::int64_t)
{
    addAll(to, "file '", item.path, "'\nduration ", item.seconds, ".000000\nfile_packet_meta title '",
           item.title, "'\n");
}

inline void vmixItem(QByteArray &to, const Item &item, std::int64_t)
{
    addAll(to, "http://127.0.0.1:8088/api/?Function=ListAdd&Input=ScheduleFlow&Value=", item.windowsAddress,
           "\n");
}

/// Null for what is XML or JSON.
inline WriteItem writeItemFor(QLatin1StringView format)
{
    const std::pair<QLatin1StringView, WriteItem> known[]{
        {"m3u"_L1, m3uItem}, {"pls"_L1, plsItem},           {"csv"_L1, csvItem},  {"fixed"_L1, fixedItem},
        {"ics"_L1, icsItem}, {"ffconcat"_L1, ffconcatItem}, {"vmix"_L1, vmixItem}};
    for (const auto &one : known) {
        if (one.first == format)
            return one.second;
    }
    return nullptr;
}

inline void writeLines(QIODevice &device, const std::vector<Item> &items, WriteItem write)
{
    constexpr qsizetype blockBytes = 64 * 1024;
    QByteArray block;
    block.reserve(blockBytes * 2);
    std::int64_t number = 0;
    for (const Item &item : items) {
        write(block, item, ++number);
        if (block.size() >= blockBytes) {
            device.write(block);
            block.resize(0);
        }
    }
    device.write(block);
}

} // namespace sf::bench

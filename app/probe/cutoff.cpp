// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "app/probe/cutoff.h"

#include "app/probe/containers.h"

extern "C" {
#include <libavformat/avformat.h>
}

#include <algorithm>

namespace sf::probe {

namespace {

/// Whether an index that came with the header points behind the end.
bool isIndexCutOff(const AVFormatContext &context, std::int64_t bytes)
{
    bool isCut = false;
    for (unsigned stream = 0; stream < context.nb_streams; ++stream) {
        const int count = avformat_index_get_entries_count(context.streams[stream]);
        for (int i = std::max(0, count - 2); i < count; ++i) {
            const AVIndexEntry *entry = avformat_index_get_entry(context.streams[stream], i);
            isCut = isCut || entry->pos + entry->size > bytes;
        }
    }
    return isCut;
}

/// A stream of unknown length has 0, or a size near one of the two largest. Some encoders count the eight bytes of the
/// header too, or a padding byte that is not there.
bool isRiffCutOff(AVIOContext &io, std::int64_t bytes)
{
    constexpr std::int64_t leastUnknown = 0x7FFF'0000;
    const bool isRiff = avio_rl32(&io) == MKTAG('R', 'I', 'F', 'F');
    const std::int64_t declared = avio_rl32(&io);
    return isRiff && declared < leastUnknown && declared > bytes;
}

/// A size of EBML (RFC 8794, section 6): the leading zeros tell how many bytes follow. -1 where it is unknown
/// (all ones) or not valid.
std::int64_t readEbmlSize(AVIOContext &io)
{
    const int first = avio_r8(&io);
    int length = 1;
    while (length <= 8 && !(first & (0x100 >> length)))
        ++length;
    if (length > 8)
        return -1;
    std::int64_t size = first & ((0x100 >> length) - 1);
    for (int i = 1; i < length; ++i)
        size = size << 8 | avio_r8(&io);
    return size == (std::int64_t(1) << 7 * length) - 1 ? -1 : size;
}

bool isMatroskaCutOff(AVIOContext &io, std::int64_t bytes)
{
    constexpr unsigned headerId = 0x1A45DFA3;
    constexpr unsigned segmentId = 0x18538067;
    if (avio_rb32(&io) != headerId)
        return false;
    const std::int64_t headerSize = readEbmlSize(io);
    if (headerSize < 0 || avio_skip(&io, headerSize) < 0 || avio_rb32(&io) != segmentId)
        return false;
    const std::int64_t size = readEbmlSize(io);
    return size >= 0 && size > bytes - avio_tell(&io);
}

} // namespace

bool isCutOff(const AVFormatContext &context, const MediaInput &input)
{
    if (isIndexCutOff(context, input.bytes()))
        return true;
    const std::string name = shortName(*context.iformat);
    const bool isRiff = name == "wav" || name == "avi";
    if ((!isRiff && name != "matroska") || avio_seek(input.io(), 0, SEEK_SET) != 0)
        return false;
    return isRiff ? isRiffCutOff(*input.io(), input.bytes()) : isMatroskaCutOff(*input.io(), input.bytes());
}

} // namespace sf::probe

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "app/probe/inspect.h"

#include "app/probe/containers.h"
#include "app/probe/cutoff.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

#include <algorithm>
#include <memory>

namespace sf::probe {

namespace {

constexpr int probeBytes = 1 << 20;
constexpr AVRational microseconds{1, AV_TIME_BASE};

struct CloseContext
{
    void operator()(AVFormatContext *context) const { avformat_close_input(&context); }
};
using ContextPtr = std::unique_ptr<AVFormatContext, CloseContext>;

struct FreePacket
{
    void operator()(AVPacket *packet) const { av_packet_free(&packet); }
};

int isInterrupted(void *input) { return static_cast<const MediaInput *>(input)->isLate() ? 1 : 0; }

int refuseToOpen(AVFormatContext *, AVIOContext **, const char *, int, AVDictionary **)
{
    return AVERROR(EPERM); // other files and addresses that this one names
}

Reason reasonFor(int error, const MediaInput &input)
{
    if (input.isLate())
        return {"media-timed-out", {}, {}};
    char text[AV_ERROR_MAX_STRING_SIZE] = "";
    av_strerror(error, text, sizeof text);
    return {"media-unreadable", text, {}};
}

bool isPlayed(const AVStream &stream)
{
    const AVMediaType type = stream.codecpar->codec_type;
    return type == AVMEDIA_TYPE_AUDIO ||
           (type == AVMEDIA_TYPE_VIDEO && !(stream.disposition & AV_DISPOSITION_ATTACHED_PIC));
}

template <class F>
void forEachPlayed(const AVFormatContext &context, F &&visit)
{
    for (unsigned i = 0; i < context.nb_streams; ++i) {
        if (isPlayed(*context.streams[i]))
            visit(*context.streams[i]);
    }
}

/// When its media begin and end, from the streams where they say so, exactly; else from the container.
struct Extent
{
    std::int64_t startUs = INT64_MAX;
    std::int64_t endUs = INT64_MIN;

    std::int64_t duration() const { return endUs > startUs ? endUs - startUs : 0; }
};

Extent extentOf(const AVFormatContext &context)
{
    Extent extent;
    forEachPlayed(context, [&](const AVStream &stream) {
        if (stream.duration == AV_NOPTS_VALUE || stream.duration <= 0)
            return;
        const std::int64_t start = stream.start_time == AV_NOPTS_VALUE ? 0 : stream.start_time;
        extent.startUs = std::min(extent.startUs, av_rescale_q(start, stream.time_base, microseconds));
        extent.endUs =
            std::max(extent.endUs, av_rescale_q(start + stream.duration, stream.time_base, microseconds));
    });
    if (extent.duration() == 0 && context.duration != AV_NOPTS_VALUE) {
        extent.startUs = context.start_time == AV_NOPTS_VALUE ? 0 : context.start_time;
        extent.endUs = extent.startUs + context.duration;
    }
    return extent;
}

/// Whether the header alone told all: FLV and MPEG streams show theirs only in their packets.
bool isHeaderEnough(const AVFormatContext &context)
{
    if ((context.ctx_flags & AVFMTCTX_NOHEADER) || extentOf(context).duration() == 0)
        return false;
    bool isEnough = context.nb_streams > 0;
    forEachPlayed(context, [&](const AVStream &stream) {
        const AVCodecParameters &codec = *stream.codecpar;
        const bool isVideo = codec.codec_type == AVMEDIA_TYPE_VIDEO;
        isEnough = isEnough && codec.codec_id != AV_CODEC_ID_NONE &&
                   (isVideo ? codec.width > 0 && stream.avg_frame_rate.num > 0 : codec.sample_rate > 0);
    });
    return isEnough;
}

/// A stream without any index (AAC, MP3 without a Xing header) has its duration guessed from the bit rate,
/// which is percents off where that varies: count its packets instead, if that ends in time.
void countPackets(AVFormatContext &context, const MediaInput &input, Extent &extent)
{
    if (context.duration_estimation_method != AVFMT_DURATION_FROM_BITRATE || context.nb_streams != 1 ||
        av_seek_frame(&context, -1, 0, AVSEEK_FLAG_BYTE) < 0)
        return;
    const std::unique_ptr<AVPacket, FreePacket> packet(av_packet_alloc());
    std::int64_t total = 0;
    while (packet && !input.isLate()) {
        const int result = av_read_frame(&context, packet.get());
        if (result == AVERROR_EOF && total > 0) {
            extent.startUs = 0;
            extent.endUs = av_rescale_q(total, context.streams[0]->time_base, microseconds);
        }
        if (result < 0)
            return;
        total += std::max<std::int64_t>(packet->duration, 0);
        av_packet_unref(packet.get());
    }
}

void describe(const AVFormatContext &context, MediaFacts &facts)
{
    facts.container = shortName(*context.iformat);
    forEachPlayed(context, [&](const AVStream &stream) {
        const AVCodecParameters &codec = *stream.codecpar;
        if (codec.codec_type == AVMEDIA_TYPE_VIDEO && facts.videoCodec.empty()) {
            const bool hasAverage = stream.avg_frame_rate.num > 0 && stream.avg_frame_rate.den > 0;
            const AVRational rate = hasAverage ? stream.avg_frame_rate : stream.r_frame_rate;
            facts.videoCodec = avcodec_get_name(codec.codec_id);
            facts.width = codec.width;
            facts.height = codec.height;
            facts.frameRateNumerator = rate.num;
            facts.frameRateDenominator = rate.den;
        } else if (codec.codec_type == AVMEDIA_TYPE_AUDIO && facts.audioCodec.empty()) {
            facts.audioCodec = avcodec_get_name(codec.codec_id);
            facts.audioChannels = codec.ch_layout.nb_channels;
            facts.sampleRate = codec.sample_rate;
        }
    });
    const AVDictionaryEntry *title = av_dict_get(context.metadata, "title", nullptr, 0);
    if (!title && context.nb_streams == 1) // Ogg has its tags there
        title = av_dict_get(context.streams[0]->metadata, "title", nullptr, 0);
    if (title)
        facts.title = title->value;
}

Reason openContext(const char *path, MediaInput &input, ContextPtr &opened)
{
    const AVInputFormat *format = containerBySignature(*input.io());
    if (!format) {
        const int score = av_probe_input_buffer2(input.io(), &format, path, nullptr, 0, probeBytes);
        if (score < 0 && (score != AVERROR_INVALIDDATA || input.isLate()))
            return reasonFor(score, input);
    }
    if (Reason reason = whyNotAContainer(format))
        return reason;
    AVFormatContext *context = avformat_alloc_context();
    if (!context)
        return reasonFor(AVERROR(ENOMEM), input);
    context->pb = input.io();
    context->io_open = &refuseToOpen;
    context->interrupt_callback = {&isInterrupted, &input};
    context->probesize = probeBytes;
    const int result = avformat_open_input(&context, path, format, nullptr); // frees the context if it fails
    if (result < 0)
        return reasonFor(result, input);
    opened.reset(context);
    return {};
}

} // namespace

Reason inspectFile(const char *path, Deadline deadline, MediaFacts &facts)
{
    MediaInput input(deadline);
    if (Reason reason = input.open(path, facts))
        return reason;
    ContextPtr context;
    if (Reason reason = openContext(path, input, context))
        return reason;
    if (!isHeaderEnough(*context)) {
        const int result = avformat_find_stream_info(context.get(), nullptr);
        if (result < 0 || input.isLate())
            return reasonFor(result, input);
    }
    describe(*context, facts);
    if (facts.videoCodec.empty() && facts.audioCodec.empty())
        return {"media-no-streams", {}, {}};
    Extent extent = extentOf(*context);
    countPackets(*context, input, extent);
    if (isCutOff(*context, input))
        return {"media-truncated", {}, {}};
    if (extent.duration() == 0)
        return {"media-no-duration", {}, {}};
    facts.durationUs = extent.duration();
    facts.startUs = extent.startUs;
    return {};
}

} // namespace sf::probe

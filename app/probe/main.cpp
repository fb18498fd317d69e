// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT

// scheduleflow-probe: reads paths from standard input, each ended by a NUL byte (the one byte that no path
// holds), and answers each with one line of JSON on standard output, in order. It ends with its input.
//
//     printf '%s\0' film.mp4 | scheduleflow-probe
//
// The first line says who speaks; "n" counts the requests from 1. A file that is of no use has a "reason",
// the code name of an sf::Error.

#include "app/probe/inspect.h"
#include "app/probe/jsonline.h"
#include "app/probe/limits.h"

extern "C" {
#include <libavformat/avformat.h>
#include <libavutil/avutil.h>
}

#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstring>

#include <unistd.h>

namespace {

using namespace sf::probe;
using std::chrono::milliseconds;

constexpr int protocolVersion = 1;
constexpr std::size_t longestPath = 64 * 1024;
constexpr std::size_t largestAllocation = 256u << 20;
constexpr std::int64_t memoryBytes = 512LL << 20;
constexpr milliseconds defaultDeadline{2000};
constexpr milliseconds watchdogMargin{1000};

bool writeAll(std::string_view text)
{
    while (!text.empty()) {
        const ssize_t written = ::write(STDOUT_FILENO, text.data(), text.size());
        if (written < 0 && errno != EINTR)
            return false;
        text.remove_prefix(static_cast<std::size_t>(written < 0 ? 0 : written));
    }
    return true;
}

bool sayHello()
{
    JsonLine line;
    line.add("program", "scheduleflow-probe");
    line.add("protocol", protocolVersion);
    line.add("ffmpeg", av_version_info());
    return writeAll(line.finish());
}

std::string answer(std::int64_t number, const char *path, milliseconds deadline)
{
    MediaFacts facts;
    armWatchdog(deadline + watchdogMargin);
    const Reason reason = inspectFile(path, std::chrono::steady_clock::now() + deadline, facts);
    disarmWatchdog();
    JsonLine line;
    line.add("n", number);
    line.add("reason", reason.code);
    line.add("argument", reason.argument);
    line.add("detail", reason.detail);
    line.add("bytes", facts.bytes);
    line.add("modifiedMs", facts.modifiedMs);
    line.add("durationUs", facts.durationUs);
    line.add("startUs", facts.startUs);
    line.add("container", facts.container);
    line.add("videoCodec", facts.videoCodec);
    line.add("width", facts.width);
    line.add("height", facts.height);
    line.add("frameRateNumerator", facts.frameRateNumerator);
    line.add("frameRateDenominator", facts.frameRateDenominator);
    line.add("audioCodec", facts.audioCodec);
    line.add("audioChannels", facts.audioChannels);
    line.add("sampleRate", facts.sampleRate);
    line.add("title", facts.title);
    return line.finish();
}

/// Answers the complete requests in `input` and takes them out of it.
bool answerRequests(std::string &input, std::int64_t &number, milliseconds deadline)
{
    std::size_t start = 0;
    for (std::size_t end = 0; (end = input.find('\0', start)) != std::string::npos; start = end + 1) {
        if (!writeAll(answer(++number, input.c_str() + start, deadline)))
            return false;
    }
    input.erase(0, start);
    return input.size() <= longestPath;
}

int serve(milliseconds deadline)
{
    std::string input;
    std::int64_t number = 0;
    char block[16 * 1024];
    while (true) {
        const ssize_t got = ::read(STDIN_FILENO, block, sizeof block);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return 1;
        if (got == 0)
            break;
        input.append(block, static_cast<std::size_t>(got));
        if (!answerRequests(input, number, deadline))
            return 1;
    }
    if (!input.empty())
        input += '\0'; // the last path may go without
    return answerRequests(input, number, deadline) ? 0 : 1;
}

/// The one option: --deadline MS, 1 to 600,000.
bool parseArguments(int count, char **values, milliseconds &deadline)
{
    if (count == 1)
        return true;
    if (count != 3 || std::strcmp(values[1], "--deadline") != 0)
        return false;
    int ms = 0;
    const char *end = values[2] + std::strlen(values[2]);
    const auto [rest, error] = std::from_chars(values[2], end, ms);
    deadline = milliseconds(ms);
    return error == std::errc() && rest == end && ms > 0 && ms <= 600'000;
}

} // namespace

int main(int count, char **values)
{
    milliseconds deadline = defaultDeadline;
    if (!parseArguments(count, values, deadline)) {
        std::fputs("usage: scheduleflow-probe [--deadline MS]\n"
                   "Reads paths, each ended by a NUL byte, and answers each with a line of JSON.\n",
                   stderr);
        return 2;
    }
    if (!confineProcess(memoryBytes)) {
        std::perror("scheduleflow-probe: can't lower its limits");
        return 1;
    }
    av_log_set_level(AV_LOG_QUIET);
    av_max_alloc(largestAllocation);
    return sayHello() ? serve(deadline) : 1;
}

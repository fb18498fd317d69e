// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/formats/registry.h"

#include <string>

namespace CLI {
class App;
}

namespace sf::cli {

/// What a command can say about a file that it reads.
struct ReadingArguments
{
    std::string format;
    std::string zone;
    std::string date;
    std::string start;
    std::string mapping;
    std::string preset;
    std::string sourceChannel;
};

void addReadingArguments(CLI::App &command, ReadingArguments &arguments);

/// For a file that is meant for `channel`. Errors: UnknownZone, BadTime, BadArgument, BadMapping, FileNotFound.
Result<ReadOptions> readOptions(const ReadingArguments &arguments, const Channel &channel);

/// The first remarks, a line each.
QString remarkLines(const std::vector<ImportRemark> &remarks);

} // namespace sf::cli

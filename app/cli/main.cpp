// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/invocation.h"
#include "app/cli/plancommands.h"
#include "core/document/location.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QLoggingCategory>

#include <chrono>
#include <csignal>

namespace {

using namespace sf;
using namespace sf::cli;
using namespace Qt::StringLiterals;

Job *interruptible = nullptr;

/// Ctrl+C asks the running work to stop; the command then ends without having changed anything. A second one
/// kills.
extern "C" void onInterrupt(int signal)
{
    interruptible->cancel();
    std::signal(signal, SIG_DFL);
}

TimePoint currentTime() { return std::chrono::floor<Millis>(std::chrono::system_clock::now()); }

bool wantsJson(int argc, char **argv)
{
    return std::any_of(argv + 1, argv + argc,
                       [](const char *argument) { return qstrcmp(argument, "--json") == 0; });
}

/// Help and usage errors, in the form that was asked for.
int answerParseError(const CLI::App &app, const CLI::ParseError &error, const Console &console)
{
    if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success))
        return app.exit(error);
    // What was not understood says more than what is missing because of it.
    const std::vector<std::string> rest = app.remaining(true);
    if (dynamic_cast<const CLI::RequiredError *>(&error) && !rest.empty())
        return console.usageError(u"“%1” is not understood here."_s.arg(sf::cli::textOf(rest.front())));
    return console.usageError(QString::fromStdString(error.what()));
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"scheduleflow-cli"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(SF_VERSION));
    // A save that fails is the command's own answer; the document's remark on it would say it twice.
    QLoggingCategory::setFilterRules(u"sf.document.warning=false"_s);
    const Console console(wantsJson(argc, argv));

    CLI::App app("Plans what a TV channel plays. Exit codes: 0 done, 1 done but look at it, 2 wrong usage, "
                 "3 unusable input, 4 storage failed, 5 cancelled.",
                 "scheduleflow-cli");
    app.set_version_flag("--version", "ScheduleFlow " SF_VERSION);
    app.require_subcommand(1);
    app.fallthrough();
    std::string station;
    bool isJson = false;
    app.add_option("--station", station,
                   "Station file; default: $SCHEDULEFLOW_STATION, else the user's data folder");
    app.add_flag("--json", isJson, "Print exactly one JSON object");

    Command command;
    addChannelCommands(app, command);
    addMediaCommands(app, command);
    addScheduleCommands(app, command);
    addPlanCommands(app, command);
    addPublishCommands(app, command);
    addAsRunCommands(app, command);
    addStationCommands(app, command);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return answerParseError(app, error, console);
    }

    Job job;
    interruptible = &job;
    std::signal(SIGINT, onInterrupt);
    std::signal(SIGTERM, onInterrupt);
    Invocation invocation{station.empty() ? defaultStationLocation()
                                          : QString::fromLocal8Bit(station.c_str()),
                          isJson, &job, currentTime()};
    const ProgressLine progress(job, !isJson);
    const Result<Outcome> outcome = command(invocation);
    progress.clear();
    return console.answer(outcome);
}

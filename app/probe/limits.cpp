// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "app/probe/limits.h"

#include <csignal>
#include <cstdio>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>

namespace sf::probe {

namespace {

/// Address space in use, in bytes: 135 libraries come with libavformat, and differ from system to system.
std::int64_t addressSpaceInUse()
{
    std::FILE *statm = std::fopen("/proc/self/statm", "re");
    if (!statm)
        return 0;
    long long pages = 0;
    const bool isRead = std::fscanf(statm, "%lld", &pages) == 1;
    std::fclose(statm);
    return isRead ? pages * sysconf(_SC_PAGESIZE) : 0;
}

bool lowerLimit(__rlimit_resource resource, rlim_t value)
{
    rlimit limit{};
    if (getrlimit(resource, &limit) != 0)
        return false;
    if (limit.rlim_max != RLIM_INFINITY && limit.rlim_max < value)
        value = limit.rlim_max;
    limit = {value, value};
    return setrlimit(resource, &limit) == 0;
}

} // namespace

bool confineProcess(std::int64_t memoryBytes)
{
    const auto space = static_cast<rlim_t>(addressSpaceInUse() + memoryBytes);
    return prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
           lowerLimit(RLIMIT_CORE, 0) && lowerLimit(RLIMIT_AS, space);
}

void armWatchdog(std::chrono::milliseconds limit)
{
    itimerval timer{};
    timer.it_value.tv_sec = limit.count() / 1000;
    timer.it_value.tv_usec = limit.count() % 1000 * 1000;
    setitimer(ITIMER_REAL, &timer, nullptr);
}

void disarmWatchdog() { armWatchdog(std::chrono::milliseconds::zero()); }

} // namespace sf::probe

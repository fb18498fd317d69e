// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/base/vectorstate.h"

#ifdef __x86_64__
#include <immintrin.h>
#endif

namespace sf {

#ifdef __x86_64__

namespace {

__attribute__((target("avx"))) void zeroUpper() { _mm256_zeroupper(); }

} // namespace

void releaseUpperVectors()
{
    static const bool hasAvx = __builtin_cpu_supports("avx") != 0;
    if (hasAvx)
        zeroUpper();
}

#else

void releaseUpperVectors() {}

#endif

} // namespace sf

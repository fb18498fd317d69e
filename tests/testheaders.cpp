// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
// Holds nothing: the precompiled header of the test programs needs a file to be compiled with.

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

namespace sf {

/// Tells the processor that the upper halves of its vector registers hold nothing. Code that used them may have left
/// them marked (Qt 6.4 hashes a text so where there is VAES), and then all that is compiled for the base instruction
/// set waits for them: copying and scanning texts took twice as long. For a loop over a large file, once a block.
void releaseUpperVectors();

} // namespace sf

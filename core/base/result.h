// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/error.h"

#include <tl/expected.hpp>

#include <utility>

namespace sf {

/// What a function returns that can fail. Handle or return every error.
template <class T>
using Result = tl::expected<T, Error>;

/// Success, or why not.
using Status = Result<void>;

/// `return fail(ErrorCode::FileNotFound, {path});`
inline tl::unexpected<Error> fail(ErrorCode code, QStringList args = {}, QString detail = {})
{
    return tl::unexpected<Error>(Error{code, std::move(args), std::move(detail)});
}

inline tl::unexpected<Error> fail(Error error) { return tl::unexpected<Error>(std::move(error)); }

} // namespace sf

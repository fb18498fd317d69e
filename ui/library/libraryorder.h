// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/schedule/assettable.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace sf {

enum class LibraryColumn : std::uint8_t { Title, Duration, Category, State };
constexpr int libraryColumnCount = 4;

/// What the library shows. An empty field lets everything through.
struct LibraryFilter
{
    QString
        text; ///< words that must all occur in title, series, category, tags or house number; case ignored
    std::optional<QString> category; ///< an empty name means the assets that have none
    std::optional<AssetStatus> status;

    bool isEmpty() const { return text.isEmpty() && !category && !status; }
    bool operator==(const LibraryFilter &) const = default;
};

/// By which column, and which way; equal ones by title, then id, so that the order is always the same.
struct LibrarySort
{
    LibraryColumn column = LibraryColumn::Title;
    bool isDescending = false;

    bool operator()(const Asset &a, const Asset &b) const;
    bool operator==(const LibrarySort &) const = default;
};

/// A filter made ready for asking many times.
class LibraryMatcher
{
public:
    explicit LibraryMatcher(const LibraryFilter &filter);
    bool operator()(const Asset &asset) const;

private:
    bool holdsWord(const Asset &asset, const QString &word) const;

    LibraryFilter m_filter;
    QStringList m_words;
};

/// Rows in order, and what is said about the whole library beside them. The pointers live as long as
/// `assets`.
struct LibraryRows
{
    AssetTable assets;
    std::vector<const Asset *> rows;
    QStringList categories; ///< every one in use, in order
    Micros playable{0};     ///< of the whole library
};

/// Errors: Cancelled.
Result<LibraryRows> arrangeLibrary(AssetTable assets, const LibraryFilter &filter, LibrarySort sort,
                                   const Job &job);

/// Compares as people do: case ignored, and a run of digits as the number it is, so that "Part 2" comes
/// before "Part 10". Negative, 0 or positive.
int naturalCompare(QStringView a, QStringView b);

} // namespace sf

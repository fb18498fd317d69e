// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/library/libraryorder.h"

#include <QSet>

#include <algorithm>

namespace sf {

namespace {

QStringView takeDigits(QStringView text, qsizetype from)
{
    qsizetype end = from;
    while (end < text.size() && text[end].isDigit())
        ++end;
    return text.sliced(from, end - from);
}

QStringView withoutLeadingZeros(QStringView digits)
{
    while (digits.size() > 1 && digits.front() == u'0')
        digits = digits.sliced(1);
    return digits;
}

int compareNumbers(QStringView a, QStringView b)
{
    a = withoutLeadingZeros(a);
    b = withoutLeadingZeros(b);
    if (a.size() != b.size())
        return a.size() < b.size() ? -1 : 1;
    return a.compare(b);
}

int compareBy(LibraryColumn column, const Asset &a, const Asset &b)
{
    switch (column) {
    case LibraryColumn::Title:
        return 0;
    case LibraryColumn::Duration:
        return a.playable() < b.playable() ? -1 : a.playable() > b.playable() ? 1 : 0;
    case LibraryColumn::Category:
        return naturalCompare(a.category, b.category);
    case LibraryColumn::State:
        return static_cast<int>(a.status) - static_cast<int>(b.status);
    }
    return 0;
}

} // namespace

int naturalCompare(QStringView a, QStringView b)
{
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < a.size() && j < b.size()) {
        if (a[i].isDigit() && b[j].isDigit()) {
            const QStringView left = takeDigits(a, i);
            const QStringView right = takeDigits(b, j);
            if (const int order = compareNumbers(left, right))
                return order;
            i += left.size();
            j += right.size();
            continue;
        }
        const QChar left = a[i++].toCaseFolded();
        const QChar right = b[j++].toCaseFolded();
        if (left != right)
            return left < right ? -1 : 1;
    }
    const qsizetype rest = (a.size() - i) - (b.size() - j);
    return rest < 0 ? -1 : rest > 0 ? 1 : 0;
}

bool LibrarySort::operator()(const Asset &a, const Asset &b) const
{
    if (const int order = compareBy(column, a, b))
        return isDescending ? order > 0 : order < 0;
    if (const int order = naturalCompare(a.title, b.title))
        return isDescending && column == LibraryColumn::Title ? order > 0 : order < 0;
    return a.id < b.id;
}

LibraryMatcher::LibraryMatcher(const LibraryFilter &filter)
    : m_filter(filter)
    , m_words(filter.text.split(u' ', Qt::SkipEmptyParts))
{
}

bool LibraryMatcher::operator()(const Asset &asset) const
{
    if (m_filter.status && asset.status != *m_filter.status)
        return false;
    if (m_filter.category && asset.category.compare(*m_filter.category, Qt::CaseInsensitive) != 0)
        return false;
    return std::all_of(m_words.begin(), m_words.end(),
                       [&](const QString &word) { return holdsWord(asset, word); });
}

bool LibraryMatcher::holdsWord(const Asset &asset, const QString &word) const
{
    const auto holds = [&](const QString &text) { return text.contains(word, Qt::CaseInsensitive); };
    return holds(asset.title) || holds(asset.series) || holds(asset.category) || holds(asset.houseNumber) ||
           std::any_of(asset.tags.begin(), asset.tags.end(), holds);
}

Result<LibraryRows> arrangeLibrary(AssetTable assets, const LibraryFilter &filter, LibrarySort sort,
                                   const Job &job)
{
    LibraryRows out;
    out.assets = std::move(assets);
    out.rows.reserve(static_cast<std::size_t>(out.assets.size()));
    const LibraryMatcher matches(filter);
    QSet<QString> categories;
    out.assets.forEach([&](const Asset &asset) {
        if (job.isCancelled())
            return;
        out.playable += asset.playable();
        if (!asset.category.isEmpty())
            categories.insert(asset.category);
        if (matches(asset))
            out.rows.push_back(&asset);
    });
    if (job.isCancelled())
        return fail(ErrorCode::Cancelled);
    std::sort(out.rows.begin(), out.rows.end(), [&](const Asset *a, const Asset *b) { return sort(*a, *b); });
    out.categories = QStringList(categories.begin(), categories.end());
    std::sort(out.categories.begin(), out.categories.end(),
              [](const QString &a, const QString &b) { return naturalCompare(a, b) < 0; });
    return out;
}

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/theme/tokens.h"

#include "core/base/mix.h"
#include "core/model/names.h"

#include <cmath>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

QColor rgb(QRgb value) { return QColor(QRgb(0xff000000U | value)); }

std::array<QColor, categoryFillCount> fills(const std::array<QRgb, categoryFillCount> &values)
{
    std::array<QColor, categoryFillCount> out;
    for (std::size_t i = 0; i < values.size(); ++i)
        out[i] = rgb(values[i]);
    return out;
}

Tokens darkTokens()
{
    Tokens t;
    t.theme = Theme::Dark;
    t.background = rgb(0x15171c);
    t.panel = rgb(0x1c1f26);
    t.lane = rgb(0x20242c);
    t.line = rgb(0x2b303a);
    t.text = rgb(0xe6e9ef);
    t.dimText = rgb(0x9aa3b2);
    t.accent = rgb(0x4da3ff);
    t.accentText = rgb(0x0b1420);
    t.nowLine = rgb(0xff5c5c);
    t.warning = rgb(0xffb454);
    t.good = rgb(0x5fd38d);
    t.error = rgb(0xff6b6b);
    t.neutral = rgb(0x4a5160);
    t.categoryText = rgb(0xffffff);
    t.categories = fills({0x3f6ea8, 0x9f5f27, 0x2e7b5c, 0x8a5a9e, 0xa34a5b, 0x59782d, 0x2e7884, 0x7a6a3a,
                          0x5a63b8, 0x8f5030, 0x4f6b7a, 0x9a4a86});
    return t;
}

Tokens lightTokens()
{
    Tokens t;
    t.theme = Theme::Light;
    t.background = rgb(0xf4f5f7);
    t.panel = rgb(0xffffff);
    t.lane = rgb(0xeceef2);
    t.line = rgb(0xcfd5df);
    t.text = rgb(0x1b1f27);
    t.dimText = rgb(0x566072);
    t.accent = rgb(0x1565c0);
    t.accentText = rgb(0xffffff);
    t.nowLine = rgb(0xd32f2f);
    t.warning = rgb(0x8a5300);
    t.good = rgb(0x1b7340);
    t.error = rgb(0xb3261e);
    t.neutral = rgb(0xd5dae3);
    t.categoryText = rgb(0x1b1f27);
    t.categories = fills({0xb9d2f2, 0xf3cfae, 0xb7e0cc, 0xdcc6e8, 0xf2c1c9, 0xd3e3b4, 0xb5dfe4, 0xe6dcb6,
                          0xc6cbf2, 0xe8c6b2, 0xc9d6de, 0xeec4e2});
    return t;
}

double relativeLuminance(const QColor &colour)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

/// The same in every process, unlike qHash(), which is seeded.
std::uint64_t stableHash(const QString &text)
{
    std::uint64_t hash = 0;
    for (const QChar c : text)
        hash = mix64(hash, c.unicode());
    return hash;
}

} // namespace

const Tokens &tokens(Theme theme)
{
    static const Tokens dark = darkTokens();
    static const Tokens light = lightTokens();
    return theme == Theme::Dark ? dark : light;
}

QFont uiFont(int pixels)
{
    QFont font;
    font.setFamilies({u"Inter"_s, font.family()});
    font.setPixelSize(pixels);
    return font;
}

QColor mixed(const QColor &under, const QColor &over, double share)
{
    const auto channel = [share](int from, int to) {
        return static_cast<int>(std::lround(from + (to - from) * share));
    };
    return QColor(channel(under.red(), over.red()), channel(under.green(), over.green()),
                  channel(under.blue(), over.blue()));
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const double one = relativeLuminance(a);
    const double two = relativeLuminance(b);
    return (std::max(one, two) + 0.05) / (std::min(one, two) + 0.05);
}

QString categoryName(const Asset &asset)
{
    const QString category = asset.category.trimmed();
    return category.isEmpty() ? QString(nameOf(asset.kind)) : category;
}

int CategoryFills::indexOf(const QString &category)
{
    const QString folded = category.trimmed().toCaseFolded();
    if (const auto known = m_known.constFind(folded); known != m_known.cend())
        return *known;
    const auto preferred = static_cast<std::size_t>(stableHash(folded) % categoryFillCount);
    std::size_t chosen = preferred;
    for (std::size_t i = 0; i < m_isTaken.size(); ++i) {
        const std::size_t candidate = (preferred + i) % m_isTaken.size();
        if (!m_isTaken[candidate]) {
            chosen = candidate;
            break;
        }
    }
    m_isTaken[chosen] = true;
    return *m_known.insert(folded, static_cast<int>(chosen));
}

} // namespace sf

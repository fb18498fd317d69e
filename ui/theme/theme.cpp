// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/theme/theme.h"

#include "ui/theme/stylesheet.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QPalette>
#include <QStyleFactory>
#include <QToolTip>

#include <optional>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

Theme &applied()
{
    static Theme theme = Theme::Dark;
    return theme;
}

std::optional<Theme> &prepared()
{
    static std::optional<Theme> theme;
    return theme;
}

QPalette paletteOf(const Tokens &t)
{
    QPalette palette;
    palette.setColor(QPalette::Window, t.panel);
    palette.setColor(QPalette::WindowText, t.text);
    palette.setColor(QPalette::Base, t.lane);
    palette.setColor(QPalette::AlternateBase, t.panel);
    palette.setColor(QPalette::Text, t.text);
    palette.setColor(QPalette::PlaceholderText, t.dimText);
    palette.setColor(QPalette::Button, t.lane);
    palette.setColor(QPalette::ButtonText, t.text);
    palette.setColor(QPalette::BrightText, t.error);
    palette.setColor(QPalette::ToolTipBase, t.background);
    palette.setColor(QPalette::ToolTipText, t.text);
    palette.setColor(QPalette::Highlight, t.accent);
    palette.setColor(QPalette::HighlightedText, t.accentText);
    palette.setColor(QPalette::Link, t.accent);
    palette.setColor(QPalette::LinkVisited, t.accent);
    palette.setColor(QPalette::Light, mixed(t.lane, t.text, 0.15));
    palette.setColor(QPalette::Midlight, mixed(t.lane, t.text, 0.08));
    palette.setColor(QPalette::Mid, t.line);
    palette.setColor(QPalette::Dark, t.background);
    palette.setColor(QPalette::Shadow, t.background);
    const QColor faded = mixed(t.panel, t.dimText, 0.6);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, faded);
    return palette;
}

bool hasTabularDigits(const QFont &font)
{
    const QFontMetricsF metrics(font);
    const qreal width = metrics.horizontalAdvance(u'0');
    for (char16_t digit = u'1'; digit <= u'9'; ++digit) {
        if (std::abs(metrics.horizontalAdvance(digit) - width) > 0.01)
            return false;
    }
    return true;
}

} // namespace

void prepareTheme(Theme theme)
{
    prepared() = theme;
    applied() = theme;
    const Tokens &t = tokens(theme);
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    QApplication::setFont(uiFont());
    QApplication::setPalette(paletteOf(t));
}

void applyTheme(QApplication &application, Theme theme)
{
    if (prepared() != theme) // a style set twice would be a second polish of every widget
        prepareTheme(theme);
    application.setStyleSheet(styleSheet(tokens(theme)));
}

Theme currentTheme() { return applied(); }

const Tokens &tokens() { return tokens(applied()); }

QColor toneColour(Tone tone)
{
    const Tokens &t = tokens();
    switch (tone) {
    case Tone::Text:
        return t.text;
    case Tone::Dim:
        return t.dimText;
    case Tone::Accent:
        return t.accent;
    case Tone::OnAccent:
        return t.accentText;
    case Tone::Warning:
        return t.warning;
    case Tone::Good:
        return t.good;
    case Tone::Error:
        return t.error;
    }
    return t.text;
}

QFont figureFont()
{
    // Qt learns to ask for a font's tabular figures in 6.7; until then, a font that has no others.
    static const QFont font = [] {
        QFont candidate = uiFont();
        for (const auto &family : {candidate.families().constFirst(), u"Noto Sans"_s, u"DejaVu Sans"_s}) {
            candidate.setFamilies({family});
            if (hasTabularDigits(candidate))
                return candidate;
        }
        candidate.setFamilies({u"monospace"_s});
        candidate.setStyleHint(QFont::Monospace);
        return candidate;
    }();
    return font;
}

} // namespace sf

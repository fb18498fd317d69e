// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QFont>
#include <QHash>
#include <QPointF>
#include <QRawFont>
#include <QStringView>

class QPainter;

namespace sf {

/// Draws times so that they align in columns: every digit takes the width of the widest. (Inter's digits are
/// proportional, and Qt before 6.7 can't ask the font for its tabular ones.)
class TabularFont
{
public:
    TabularFont() = default;
    explicit TabularFont(const QFont &font);

    qreal width(QStringView text) const;
    /// `baseline` is the left end of the base line; the painter's pen gives the colour.
    void draw(QPainter &painter, QPointF baseline, QStringView text) const;
    qreal ascent() const { return m_raw.ascent(); }

private:
    struct Glyph
    {
        quint32 index = 0;
        qreal advance = 0;
        qreal shift = 0; ///< that centres a digit in its cell
    };
    Glyph glyphOf(QChar c) const;

    QRawFont m_raw;
    qreal m_digitWidth = 0;
    mutable QHash<QChar, Glyph> m_glyphs;
};

} // namespace sf

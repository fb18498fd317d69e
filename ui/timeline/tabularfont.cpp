// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/timeline/tabularfont.h"

#include <QGlyphRun>
#include <QPainter>

namespace sf {

TabularFont::TabularFont(const QFont &font)
    : m_raw(QRawFont::fromFont(font))
{
    for (char16_t digit = u'0'; digit <= u'9'; ++digit) {
        const auto indexes = m_raw.glyphIndexesForString(QString(QChar(digit)));
        const auto advances = m_raw.advancesForGlyphIndexes(indexes);
        m_digitWidth = std::max(m_digitWidth, advances.isEmpty() ? 0.0 : advances.first().x());
    }
}

TabularFont::Glyph TabularFont::glyphOf(QChar c) const
{
    if (const auto known = m_glyphs.constFind(c); known != m_glyphs.cend())
        return *known;
    Glyph glyph;
    const auto indexes = m_raw.glyphIndexesForString(QString(c));
    const auto advances = m_raw.advancesForGlyphIndexes(indexes);
    if (!indexes.isEmpty()) {
        glyph.index = indexes.first();
        glyph.advance = advances.first().x();
    }
    if (c >= u'0' && c <= u'9') {
        glyph.shift = (m_digitWidth - glyph.advance) / 2;
        glyph.advance = m_digitWidth;
    }
    return *m_glyphs.insert(c, glyph);
}

qreal TabularFont::width(QStringView text) const
{
    qreal width = 0;
    for (const QChar c : text)
        width += glyphOf(c).advance;
    return width;
}

void TabularFont::draw(QPainter &painter, QPointF baseline, QStringView text) const
{
    QList<quint32> indexes;
    QList<QPointF> positions;
    indexes.reserve(text.size());
    positions.reserve(text.size());
    qreal x = 0;
    for (const QChar c : text) {
        const Glyph glyph = glyphOf(c);
        indexes.push_back(glyph.index);
        positions.push_back({x + glyph.shift, 0});
        x += glyph.advance;
    }
    QGlyphRun run;
    run.setRawFont(m_raw);
    run.setGlyphIndexes(indexes);
    run.setPositions(positions);
    painter.drawGlyphRun(baseline, run);
}

} // namespace sf

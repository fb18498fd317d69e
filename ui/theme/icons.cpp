// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/theme/icons.h"

#include "ui/theme/theme.h"

#include <QGuiApplication>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>
#include <QPixmap>

#include <array>
#include <charconv>
#include <cstring>

namespace sf {

namespace {

/// One sign on a grid of 16 by 16: outlines are stroked 1.5 wide, solids filled. The letters are those of SVG
/// paths (absolute M, L, C, Z) and O for a circle: centre, radius.
struct Drawing
{
    const char *outline;
    const char *solid;
};

// In the order of Sign.
constexpr std::array<Drawing, static_cast<std::size_t>(Sign::Count)> drawings{{
    {"M6 3L2.5 6.5L6 10M3 6.5L9.5 6.5C12 6.5 13.5 8 13.5 10C13.5 12 12 13.5 9.5 13.5L6 13.5", ""},
    {"M10 3L13.5 6.5L10 10M13 6.5L6.5 6.5C4 6.5 2.5 8 2.5 10C2.5 12 4 13.5 6.5 13.5L10 13.5", ""},
    {"M2.5 4L7 4L7 12L2.5 12ZM11.5 2.5L11.5 6.5M9.5 4.5L13.5 4.5M9.5 12L13.5 12", ""},
    {"M2.5 8.5L6.5 12.5L13.5 4", ""},
    {"M8 10L8 2.5M5 5.5L8 2.5L11 5.5M2.5 9.5L2.5 13.5L13.5 13.5L13.5 9.5", ""},
    {"M8 2.5L8 10M5 7L8 10L11 7M2.5 9.5L2.5 13.5L13.5 13.5L13.5 9.5", ""},
    {"M2 4L6 4L7.5 5.5L14 5.5L14 13L2 13Z", ""},
    {"M8 7.5L5 14M8 7.5L11 14M6.5 11L9.5 11M4.5 8.5C3 6.5 3 4 4.5 2M11.5 8.5C13 6.5 13 4 11.5 2",
     "O8 5.5 1.5"},
    {"M8 3L8 13M3 8L13 8", ""},
    {"M3 8L13 8", ""},
    {"M10 3L5 8L10 13", ""},
    {"M6 3L11 8L6 13", ""},
    {"O7 7 4.5M10.5 10.5L14 14M7 5L7 9M5 7L9 7", ""},
    {"O7 7 4.5M10.5 10.5L14 14M5 7L9 7", ""},
    {"O7 7 4.5M10.5 10.5L14 14", ""},
    {"M4 4L12 12M12 4L4 12", ""},
    {"M5 7.5L5 5C5 1.5 11 1.5 11 5L11 7.5", "M3.5 7.5L12.5 7.5L12.5 14L3.5 14Z"},
    {"O8 8 6M8 4.5L8 8L10.5 9.5", ""},
    {"M2 3L14 3L14 13L2 13ZM5 3L5 13M11 3L11 13M2 6.3L5 6.3M2 9.7L5 9.7M11 6.3L14 6.3M11 9.7L14 9.7", ""},
    {"", "M5 1L11 1L15 5L15 11L11 15L5 15L1 11L1 5ZM7 4L7 9L9 9L9 4ZM7 10.5L7 12.3L9 12.3L9 10.5Z"},
    {"", "M8 1.5L15.5 14.5L0.5 14.5ZM7.2 6L7.2 10.5L8.8 10.5L8.8 6ZM7.2 11.6L7.2 13L8.8 13L8.8 11.6Z"},
    {"O8 8 6M8 7.5L8 11.5", "O8 5 1"},
    {"O8 8 6M5 8.2L7.2 10.4L11 6", ""},
    {"M3.5 10L3.5 2L9 2L12.5 5.5L12.5 10M3.5 13L5 11.5L6.5 13.5L8 11.5L9.5 13.5L11 11.5L12.5 13", ""},
    {"O8 8 6M6 6.3C6 3.8 10 3.8 10 6.3C10 7.8 8 7.8 8 9.3", "O8 11.5 0.9"},
    {"M13 8C13 5.2 10.8 3 8 3C6 3 4.4 4 3.5 5.7M3 8C3 10.8 5.2 13 8 13C10 13 11.6 12 12.5 10.3M3.2 2.7L3.2 "
     "6L6.5 6M12.8 13.3L12.8 10L9.5 10",
     ""},
    {"O8 8 6M3.8 12.2L12.2 3.8", ""},
    {"", "M8 2L14 8L8 14L2 8Z"},
}};

class PathReader
{
public:
    explicit PathReader(const char *text)
        : m_at(text)
    {
    }

    QPainterPath read()
    {
        while (*m_at) {
            const char command = *m_at++;
            if (command == 'M')
                m_path.moveTo(point());
            else if (command == 'L')
                m_path.lineTo(point());
            else if (command == 'C')
                curve();
            else if (command == 'O')
                circle();
            else
                m_path.closeSubpath();
        }
        return m_path;
    }

private:
    void curve()
    {
        const QPointF first = point();
        const QPointF second = point();
        m_path.cubicTo(first, second, point());
    }
    void circle()
    {
        const QPointF centre = point();
        const qreal radius = number();
        m_path.addEllipse(centre, radius, radius);
    }
    QPointF point()
    {
        const qreal x = number();
        return {x, number()};
    }
    qreal number()
    {
        while (*m_at == ' ')
            ++m_at;
        double value = 0; // from_chars, because strtod would read a comma in half of Europe
        m_at = std::from_chars(m_at, m_at + std::strlen(m_at), value).ptr;
        return value;
    }

    const char *m_at;
    QPainterPath m_path;
};

class SignEngine : public QIconEngine
{
public:
    SignEngine(Sign sign, Tone tone)
        : m_sign(sign)
        , m_tone(tone)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const Drawing &drawing = drawings[static_cast<std::size_t>(m_sign)];
        const QColor colour = mode == QIcon::Disabled
                                  ? QGuiApplication::palette().color(QPalette::Disabled, QPalette::ButtonText)
                                  : toneColour(m_tone);
        const int side = std::min(rect.width(), rect.height());
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->translate(rect.x() + (rect.width() - side) / 2.0, rect.y() + (rect.height() - side) / 2.0);
        painter->scale(side / 16.0, side / 16.0);
        QPainterPath solid = PathReader(drawing.solid).read();
        solid.setFillRule(Qt::OddEvenFill);
        painter->fillPath(solid, colour);
        painter->strokePath(PathReader(drawing.outline).read(),
                            QPen(colour, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->restore();
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }

    QIconEngine *clone() const override { return new SignEngine(m_sign, m_tone); }

private:
    Sign m_sign;
    Tone m_tone;
};

} // namespace

QIcon icon(Sign sign, Tone tone) { return QIcon(new SignEngine(sign, tone)); }

QIcon swatch(const QColor &fill)
{
    static QHash<std::pair<QRgb, QRgb>, QIcon> made;
    const QColor edge = mixed(fill, tokens().text, 0.55);
    QIcon &icon = made[{fill.rgb(), edge.rgb()}];
    if (icon.isNull()) {
        constexpr int side = 40; // scaled down
        constexpr int thick = 4;
        QPixmap pixmap(side, side);
        pixmap.fill(edge);
        QPainter(&pixmap).fillRect(thick, thick, side - 2 * thick, side - 2 * thick, fill);
        icon.addPixmap(pixmap);
    }
    return icon;
}

QIcon severityIcon(Severity severity, Tone told)
{
    switch (severity) {
    case Severity::Error:
        return icon(Sign::Error, Tone::Error);
    case Severity::Warning:
        return icon(Sign::Warning, Tone::Warning);
    case Severity::Info:
        return icon(Sign::Info, told);
    }
    return {};
}

} // namespace sf

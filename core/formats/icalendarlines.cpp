// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/icalendarlines.h"

#include "core/formats/limits.h"

#include <QCoreApplication>
#include <QTimeZone>

namespace sf {

QByteArray IcalLine::parameter(QByteArrayView wanted) const
{
    for (const auto &parameter : parameters) {
        if (parameter.first == wanted)
            return parameter.second;
    }
    return {};
}

IcalLines::IcalLines(QIODevice &device, const QString &label, const Job &job)
    : m_label(label)
    , m_lines(device, label, job)
{
}

bool IcalLines::next(IcalLine &line)
{
    QByteArrayView raw;
    while (!m_isAtEnd) {
        if (!m_lines.next(raw)) {
            m_error = m_lines.error();
            m_isAtEnd = true;
            break;
        }
        if (raw.startsWith("\xEF\xBB\xBF"))
            raw = raw.sliced(3);
        const bool isFolded = raw.startsWith(' ') || raw.startsWith('\t');
        if (isFolded && m_hasFolded) {
            m_folded.append(raw.data() + 1, raw.size() - 1);
            if (m_folded.size() > limits::tokenBytes) {
                const QString what = QCoreApplication::translate("Import", "one text is longer than 128 KiB");
                m_error = Error{ErrorCode::LimitExceeded, {m_label, QString::number(number()), what}, {}};
                return false;
            }
            continue;
        }
        const bool hadFolded = std::exchange(m_hasFolded, true);
        line.value = std::exchange(m_folded, raw.toByteArray());
        line.number = std::exchange(m_foldedNumber, m_lines.number());
        if (hadFolded && !line.value.isEmpty()) {
            split(line);
            return true;
        }
    }
    if (m_error || !std::exchange(m_hasFolded, false) || m_folded.isEmpty())
        return false;
    line.value = std::move(m_folded);
    line.number = m_foldedNumber;
    split(line);
    return true;
}

/// `line.value` is the whole line.
void IcalLines::split(IcalLine &line) const
{
    line.parameters.clear();
    line.name.clear();
    const QByteArray whole = std::move(line.value);
    bool isQuoted = false;
    std::vector<qsizetype> marks;
    qsizetype colon = -1;
    for (qsizetype i = 0; i < whole.size() && colon < 0; ++i) {
        const char c = whole[i];
        if (c == '"')
            isQuoted = !isQuoted;
        else if (!isQuoted && c == ';' && marks.size() < 100)
            marks.push_back(i);
        else if (!isQuoted && c == ':')
            colon = i;
    }
    if (colon < 0) {
        line.value = whole;
        return;
    }
    const qsizetype nameEnd = marks.empty() ? colon : marks.front();
    line.name = whole.first(nameEnd).toUpper();
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const qsizetype end = i + 1 < marks.size() ? marks[i + 1] : colon;
        const QByteArray parameter = whole.sliced(marks[i] + 1, end - marks[i] - 1);
        const qsizetype sign = parameter.indexOf('=');
        if (sign > 0)
            line.parameters.emplace_back(parameter.first(sign).toUpper(),
                                         parameter.sliced(sign + 1).replace('"', ""));
    }
    line.value = whole.sliced(colon + 1);
}

std::optional<ChannelClock> icalZone(const QString &zone)
{
    QStringList names{zone};
    const QStringList parts = zone.split(u'/', Qt::SkipEmptyParts);
    if (parts.size() >= 2)
        names += parts.mid(parts.size() - 2).join(u'/');
    if (parts.size() >= 3)
        names += parts.mid(parts.size() - 3).join(u'/');
    names += QString::fromLatin1(QTimeZone::windowsIdToDefaultIanaId(zone.toUtf8()));
    for (const QString &name : names) {
        if (const auto clock = ChannelClock::create(name, Millis::zero()))
            return *clock;
    }
    return std::nullopt;
}

QString icalText(QByteArrayView value)
{
    QByteArray plain;
    plain.reserve(value.size());
    for (qsizetype i = 0; i < value.size(); ++i) {
        if (value[i] != '\\' || i + 1 == value.size()) {
            plain += value[i];
            continue;
        }
        const char c = value[++i];
        plain += c == 'n' || c == 'N' ? '\n' : c;
    }
    bool isUtf8 = true;
    return decodeText(plain, isUtf8);
}

} // namespace sf

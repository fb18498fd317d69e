// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/formats/textinput.h"
#include "core/time/channelclock.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace sf {

/// A content line of RFC 5545 3.1: NAME;PARAMETER=VALUE:VALUE.
struct IcalLine
{
    QByteArray name;                                           ///< upper case
    std::vector<std::pair<QByteArray, QByteArray>> parameters; ///< names in upper case, values without quotes
    QByteArray value;
    std::int64_t number = 0;

    QByteArray parameter(QByteArrayView wanted) const;
};

/// Content lines, unfolded. A line without a colon has no name.
class IcalLines
{
public:
    IcalLines(QIODevice &device, const QString &label, const Job &job);

    bool next(IcalLine &line);
    const std::optional<Error> &error() const { return m_error; }
    std::int64_t number() const { return m_lines.number(); }

private:
    void split(IcalLine &line) const;

    QString m_label;
    LineReader m_lines;
    QByteArray m_folded;
    std::int64_t m_foldedNumber = 0;
    bool m_hasFolded = false;
    bool m_isAtEnd = false;
    std::optional<Error> m_error;
};

/// The clock of a TZID: an IANA name, one with a vendor's path before it, or what Windows calls it. None for others.
std::optional<ChannelClock> icalZone(const QString &zone);

/// TEXT of RFC 5545 3.3.11 without its backslashes.
QString icalText(QByteArrayView value);

} // namespace sf

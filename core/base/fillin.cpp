// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/base/fillin.h"

namespace sf {

QString fillIn(const QString &text, const QStringList &args)
{
    QString out;
    out.reserve(text.size() + 64);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPlace =
            text[i] == u'%' && i + 1 < text.size() && text[i + 1] >= u'1' && text[i + 1] <= u'9';
        if (isPlace)
            out += args.value(text[++i].unicode() - u'1');
        else
            out += text[i];
    }
    return out;
}

} // namespace sf

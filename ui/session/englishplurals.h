// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QTranslator>

namespace sf {

/// Makes the English of the sources agree with its numbers: "%n file(s) {is|are} missing" becomes "1 file is
/// missing" and "2 files are missing". Translators of other languages, installed after it, come first.
class EnglishPlurals : public QTranslator
{
    Q_OBJECT

public:
    using QTranslator::QTranslator;

    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *sourceText, const char *disambiguation,
                      int n) const override;
};

} // namespace sf

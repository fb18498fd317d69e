// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QTranslator>

namespace sf {

/// Where the system names no language, numbers are written as in English, with their digits in groups of three.
/// To be called before the first widget is made.
void useReadableNumbers();

/// Makes the English of the sources agree with its numbers: "%n file(s) {is|are} missing" becomes "1 file is
/// missing" and "2 files are missing"; numbers have their digits grouped. Translators of other languages, installed after it, come first.
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

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/base/utf8text.h"

#include "core/base/stringcache.h"

#include <QTest>

using namespace sf;
using namespace Qt::StringLiterals;

class Utf8TextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsAscii();
    void turnsBothWays_data();
    void turnsBothWays();
    void trimsAsQStringDoes_data();
    void trimsAsQStringDoes();
    void sharesEqualTexts();
};

void Utf8TextTest::tellsAscii()
{
    for (qsizetype size = 0; size < 40; ++size) {
        QByteArray bytes(size, 'a');
        QVERIFY(isAscii(bytes));
        for (qsizetype at = 0; at < size; ++at) {
            bytes[at] = '\x80';
            QVERIFY2(!isAscii(bytes), qPrintable(u"%1 of %2"_s.arg(at).arg(size)));
            bytes[at] = 'a';
        }
    }
}

void Utf8TextTest::turnsBothWays_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("ASCII") << u"News at ten"_s;
    QTest::newRow("a zero") << u"a\0b"_s;
    QTest::newRow("ASCII, then not") << u"a film of Čapek’s"_s;
    QTest::newRow("beyond the first plane") << u"\U0001F3AC"_s;
    QTest::newRow("marks at the start and inside") << u"\uFEFF\uFEFFa\uFEFF"_s;
    QTest::newRow("a mark alone") << u"\uFEFF"_s;
}

void Utf8TextTest::turnsBothWays()
{
    QFETCH(QString, text);
    std::string utf8 = "before";
    appendUtf8(utf8, text);
    const QByteArrayView added = viewOf(utf8).sliced(6);
    QCOMPARE(added.toByteArray(), text.toUtf8());
    QCOMPARE(fromUtf8(added), text);
    QCOMPARE(utf16Length(added), text.size());
}

void Utf8TextTest::trimsAsQStringDoes_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("nothing but blanks") << u" \t\u00A0\u3000\r\n"_s;
    QTest::newRow("blanks inside stay") << u"a \u00A0 b"_s;
    QTest::newRow("a letter that ends like a blank") << u"\u0160\u00E0\u20AF"_s;
    for (char32_t code = 1; code < 0x10000; ++code) { // whatever is a blank, and no other
        if (code < 0xD800 || code > 0xDFFF) {
            const QChar c(static_cast<char16_t>(code));
            if (c.isSpace() || code % 997 == 0)
                QTest::addRow("U+%04X", static_cast<unsigned>(code)) << QString(c + u"a b"_s + c + c);
        }
    }
}

void Utf8TextTest::trimsAsQStringDoes()
{
    QFETCH(QString, text);
    const QByteArray utf8 = text.toUtf8();
    QCOMPARE(trimmedUtf8(utf8).toByteArray(), text.trimmed().toUtf8());
}

void Utf8TextTest::sharesEqualTexts()
{
    StringCache cache;
    const QString ascii = cache.get(QByteArrayView("News"));
    QCOMPARE(ascii, u"News"_s);
    QCOMPARE(cache.get(u"News").constData(), ascii.constData());
    const QString other = cache.get(QByteArrayView("caf\xC3\xA9"));
    QCOMPARE(other, u"café"_s);
    QCOMPARE(cache.get(u"café").constData(), other.constData());
    QCOMPARE(cache.get(QByteArrayView("Ne")), u"Ne"_s);
    QVERIFY(cache.get(QByteArrayView()).isEmpty());
}

QTEST_GUILESS_MAIN(Utf8TextTest)
#include "tst_utf8text.moc"

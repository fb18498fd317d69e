// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/base/id.h"

#include "core/model/ids.h"

#include <QSet>
#include <QTest>
#include <QUuid>

#include <algorithm>
#include <random>
#include <unordered_set>
#include <vector>

using namespace sf;
using namespace Qt::StringLiterals;

class TestId : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textForms_data();
    void textForms();
    void badTexts_data();
    void badTexts();
    void randomIdsComeBack();
    void nullIsNone();
    void sourceIsReproducible();
    void aMillionAreUniqueAndInOrder();
    void areVersionSeven();
    void hashSpreadsForeignIds_data();
    void hashSpreadsForeignIds();
};

void TestId::textForms_data()
{
    QTest::addColumn<QString>("text");
    const QString plain = u"0190163d-8694-739b-aea5-966c26f8ad91"_s;
    QTest::newRow("plain") << plain;
    QTest::newRow("upper case") << plain.toUpper();
    QTest::newRow("mixed case") << u"0190163D-8694-739b-AEA5-966c26f8ad91"_s;
    QTest::newRow("braces") << QString(u'{' + plain + u'}');
}

void TestId::textForms()
{
    QFETCH(QString, text);
    const auto id = EventId::fromString(text);
    QVERIFY(id);
    QCOMPARE(id->toString(), u"0190163d-8694-739b-aea5-966c26f8ad91"_s);
    QVERIFY(*id == EventId::fromBits(0x0190163d8694739bULL, 0xaea5966c26f8ad91ULL));
    QVERIFY(idFromText(QByteArrayView(text.toLatin1())) == id->bits);
}

void TestId::badTexts_data()
{
    QTest::addColumn<QString>("text");
    const QString plain = u"0190163d-8694-739b-aea5-966c26f8ad91"_s;
    const auto row = [](const char *name, QString text) { QTest::newRow(name) << std::move(text); };
    row("empty", u""_s);
    row("too short", plain.chopped(1));
    row("too long", QString(plain + u'0'));
    row("without hyphens", QString(plain).remove(u'-'));
    row("hyphen at the wrong place", u"0190163d8-694-739b-aea5-966c26f8ad91"_s);
    row("no hexadecimal digit", QString(plain).replace(0, 1, u"g"_s));
    row("digit for a hyphen", QString(plain).replace(8, 1, u"0"_s));
    row("hyphen for a digit", QString(plain).replace(0, 1, u"-"_s));
    row("only the left brace", QString(u'{' + plain));
    row("only the right brace", QString(plain + u'}'));
    row("round brackets", QString(u'(' + plain + u')'));
    row("blank before", QString(u' ' + plain));
    row("full-width digit", QString(plain).replace(0, 1, u"\uFF10"_s));
    row("letter that looks like a", QString(plain).replace(35, 1, u"\u0430"_s));
}

void TestId::badTexts()
{
    QFETCH(QString, text);
    QVERIFY(!EventId::fromString(text));
    QVERIFY(!idFromText(QByteArrayView(text.toUtf8())));
}

void TestId::randomIdsComeBack()
{
    std::mt19937_64 random(4);
    for (int i = 0; i < 10'000; ++i) {
        const auto id = AssetId::fromBits(random(), random());
        QVERIFY(AssetId::fromString(id.toString()) == id);
        QCOMPARE(id.toString(), QUuid::fromString(id.toString()).toString(QUuid::WithoutBraces));
    }
}

void TestId::nullIsNone()
{
    QVERIFY(EventId().isNull() && !EventId());
    QCOMPARE(EventId().toString(), u"00000000-0000-0000-0000-000000000000"_s);
    QVERIFY(EventId::fromString(EventId().toString())->isNull());
    QVERIFY(EventId::fromBits(0, 1) && EventId::fromBits(1, 0));
}

void TestId::sourceIsReproducible()
{
    IdSource first(1774728000000, 5);
    IdSource same(1774728000000, 5);
    IdSource otherSeed(1774728000000, 6);
    for (int i = 0; i < 10'000; ++i) {
        const auto id = first.next<EventId>();
        QVERIFY(id == same.next<EventId>());
        QVERIFY(id != otherSeed.next<EventId>());
    }
}

void TestId::aMillionAreUniqueAndInOrder()
{
    // Two programs that start at the same millisecond share no id either.
    std::unordered_set<EventId> seen;
    seen.reserve(2'000'000);
    IdSource source(1774728000000, 5);
    IdSource other(1774728000000, 1);
    EventId last;
    for (int i = 0; i < 1'000'000; ++i) {
        const auto id = source.next<EventId>();
        QVERIFY(last < id);
        QVERIFY(seen.insert(id).second);
        QVERIFY(seen.insert(other.next<EventId>()).second);
        last = id;
    }
    IdSource later(1774728000000 + 1000, 5);
    QVERIFY(last < later.next<EventId>());
    QVERIFY(last.toString() < later.next<EventId>().toString());
}

void TestId::areVersionSeven()
{
    for (const std::int64_t now :
         {std::int64_t(0), std::int64_t(1774728000000), std::int64_t(0xFFFF'FFFF'FFFF)}) {
        IdSource source(now, 99);
        const auto id = source.next<EventId>();
        const QUuid uuid = QUuid::fromString(id.toString());
        QCOMPARE(uuid.variant(), QUuid::DCE);
        QCOMPARE(id.toString()[14], u'7'); // QUuid knows no version 7 yet
        QCOMPARE(static_cast<std::int64_t>(id.bits.high >> 16), now);
    }
}

void TestId::hashSpreadsForeignIds_data()
{
    QTest::addColumn<quint64>("highStep");
    QTest::addColumn<quint64>("lowStep");
    QTest::newRow("counted from one") << quint64(0) << quint64(1);
    QTest::newRow("version 1: only the time's low word differs") << (quint64(1) << 32) << quint64(0);
    QTest::newRow("only the top bits differ") << (quint64(1) << 48) << quint64(0);
    QTest::newRow("only the top of the low word differs") << quint64(0) << (quint64(1) << 48);
}

void TestId::hashSpreadsForeignIds()
{
    QFETCH(quint64, highStep);
    QFETCH(quint64, lowStep);
    // Hash tables look at the low bits alone: 16,384 ids in 1,024 places are about 16 in each.
    std::vector<int> places(1024);
    for (quint64 i = 0; i < 16'384; ++i)
        ++places[qHash(EventId::fromBits(0x11f0'0000 + i * highStep, 0x8000'0242'ac12'0002 + i * lowStep)) %
                 1024];
    QVERIFY(*std::max_element(places.begin(), places.end()) < 48);
    QVERIFY(*std::min_element(places.begin(), places.end()) > 0);
}

QTEST_GUILESS_MAIN(TestId)
#include "tst_id.moc"

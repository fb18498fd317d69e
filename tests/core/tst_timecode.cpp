// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/time/timecode.h"

#include <QTest>

using namespace sf;

namespace {

constexpr FrameRate pal{25, 1};
constexpr FrameRate ntsc{30000, 1001};
constexpr FrameRate ntscTwice{60000, 1001};
constexpr FrameRate film{24000, 1001};

} // namespace

class TimecodeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void labelsFrames_data();
    void labelsFrames();
    void refuses_data();
    void refuses();
    void givesEveryFrameOfADayBack();
    void readsDropFrameByItsMark();
};

void TimecodeTest::labelsFrames_data()
{
    QTest::addColumn<qlonglong>("frames");
    QTest::addColumn<int>("numerator");
    QTest::addColumn<int>("denominator");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *claim, qlonglong frames, FrameRate rate, const char *text) {
        QTest::newRow(claim) << frames << rate.numerator << rate.denominator << QByteArray(text);
    };
    row("the first frame", 0, pal, "00:00:00:00");
    row("25 frames are a second", 25, pal, "00:00:01:00");
    row("hours go on past a day", 25LL * 3600 * 30, pal, "30:00:00:00");
    row("the last label before the first drop", 1799, ntsc, "00:00:59;29");
    row("the first minute drops two labels", 1800, ntsc, "00:01:00;02");
    row("the tenth minute drops none", 17982, ntsc, "00:10:00;00");
    row("24 hours of drop-frame", 2'589'408, ntsc, "24:00:00;00");
    row("59.94 drops four", 3600, ntscTwice, "00:01:00;04");
    row("23.976 drops none", 24 * 60, film, "00:01:00:00");
}

void TimecodeTest::labelsFrames()
{
    QFETCH(qlonglong, frames);
    QFETCH(int, numerator);
    QFETCH(int, denominator);
    QFETCH(QByteArray, text);
    const TimecodeForm form = TimecodeForm::usualFor({numerator, denominator});
    QCOMPARE(timecodeText(frames, form), text);
    const auto read = parseTimecode(QString::fromLatin1(text), form);
    QVERIFY(read);
    QCOMPARE(*read, frames);
}

void TimecodeTest::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("a label that drop-frame leaves out") << QStringLiteral("00:01:00;01");
    QTest::newRow("a frame that the rate has not") << QStringLiteral("00:00:00;30");
    QTest::newRow("sixty seconds") << QStringLiteral("00:00:60;00");
    QTest::newRow("sixty minutes") << QStringLiteral("00:60:00;00");
    QTest::newRow("no frames") << QStringLiteral("00:00:00");
    QTest::newRow("nothing after the colon") << QStringLiteral("00:00:00:");
    QTest::newRow("too many parts") << QStringLiteral("00:00:00:00:00");
    QTest::newRow("letters") << QStringLiteral("aa:00:00:00");
    QTest::newRow("a sign") << QStringLiteral("-1:00:00:00");
    QTest::newRow("endless digits") << QStringLiteral("99999999999999999999:00:00:00");
    QTest::newRow("nothing") << QString();
}

void TimecodeTest::refuses()
{
    QFETCH(QString, text);
    const auto read = parseTimecode(text, TimecodeForm::usualFor(ntsc));
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::BadTime);
}

void TimecodeTest::givesEveryFrameOfADayBack()
{
    const TimecodeForm form = TimecodeForm::usualFor(ntsc);
    for (std::int64_t frame = 0; frame < 2'589'408; frame += 7) {
        const auto read = parseTimecode(QString::fromLatin1(timecodeText(frame, form)), form);
        QVERIFY(read);
        QCOMPARE(*read, frame);
    }
}

void TimecodeTest::readsDropFrameByItsMark()
{
    const TimecodeForm plain{ntsc, false};
    QCOMPARE(*parseTimecode(u"00:01:00:00", plain), 1800);
    QCOMPARE(*parseTimecode(u"00:01:00;02", plain), 1800);
    QCOMPARE(*parseTimecode(u"00:01:00.02", plain), 1800);
    const TimecodeForm palForm{pal, false};
    QCOMPARE(*parseTimecode(u"00:01:00;02", palForm), 1502); // no such thing at 25
}

QTEST_GUILESS_MAIN(TimecodeTest)
#include "tst_timecode.moc"

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "awkwardday.h"

#include "core/formats/roundtrip.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace sf;
using namespace sf::test;
using namespace Qt::StringLiterals;

/// Every format that is written, of one day: byte for byte as it was looked at and held against its consumer, what is
/// lost accounted for, and what can be read back proved.
class AwkwardDayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isWrittenAsBefore_data();
    void isWrittenAsBefore();
    void comesBack_data();
    void comesBack();
    void saysWhatIsLost_data();
    void saysWhatIsLost();
    void findsAFileThatWasChanged();
    void proofHoldsOnRandomDays_data();
    void proofHoldsOnRandomDays();
    void refusesOptionsItHasNot();
    void fitsInHoursThatExistTwice_data();
    void fitsInHoursThatExistTwice();
};

namespace {

void addExports()
{
    QTest::addColumn<QString>("format");
    for (const FormatInfo &format : formats()) {
        if (format.exports)
            QTest::newRow(format.id.data()) << QString(format.id);
    }
}

void addReadable()
{
    QTest::addColumn<QString>("format");
    for (const FormatInfo &format : formats()) {
        if (format.exports && (format.importsSchedule || format.importsPlaylist))
            QTest::newRow(format.id.data()) << QString(format.id);
    }
}

Result<RoundTrip> proof(const AwkwardDay &day, const QString &format, QByteArray bytes,
                        const WriteReport &report)
{
    QBuffer device(&bytes);
    device.open(QIODevice::ReadOnly);
    return proveRoundTrip(device, *findFormat(format), day.schedule(), report, Job());
}

} // namespace

void AwkwardDayTest::isWrittenAsBefore_data() { addExports(); }

/// Run it with SF_WRITE_GOLDEN=1 to take what is written now for right; then look at the difference.
void AwkwardDayTest::isWrittenAsBefore()
{
    QFETCH(QString, format);
    const AwkwardDay day;
    QByteArray bytes;
    const auto report = day.write(format, bytes);
    QVERIFY(report);
    QCOMPARE(report->bytes, std::int64_t(bytes.size()));
    QFile golden(
        QStringLiteral(SF_TEST_DATA "/formats/awkward-%1.%2").arg(format, findFormat(format)->extensions[0]));
    if (qEnvironmentVariableIsSet("SF_WRITE_GOLDEN")) {
        QVERIFY(golden.open(QIODevice::WriteOnly));
        golden.write(bytes);
        return;
    }
    QVERIFY2(golden.open(QIODevice::ReadOnly), qPrintable(golden.fileName()));
    const QByteArray wanted = golden.readAll();
    const auto difference = std::mismatch(wanted.begin(), wanted.end(), bytes.begin(), bytes.end());
    const auto at = difference.second - bytes.begin();
    QVERIFY2(wanted == bytes, "differs from: " + bytes.mid(std::max<qsizetype>(0, at - 80), 200));
}

void AwkwardDayTest::comesBack_data() { addReadable(); }

void AwkwardDayTest::comesBack()
{
    QFETCH(QString, format);
    const AwkwardDay day;
    QByteArray bytes;
    const auto report = day.write(format, bytes);
    QVERIFY(report);
    const FormatInfo *detected = detectFormat(bytes.first(std::min(bytes.size(), qsizetype(8192))), u"file");
    QVERIFY(detected);
    QCOMPARE(QString(detected->id), format);
    const auto trip = proof(day, format, bytes, *report);
    QVERIFY2(trip, trip ? "" : qPrintable(sentence(trip.error())));
    for (const RoundTrip::Difference &difference : trip->differences)
        qWarning("%s: %s", qPrintable(difference.title), qPrintable(difference.what));
    QVERIFY(trip->isProved());
    QCOMPARE(trip->compared, report->events);
    QVERIFY(trip->proved >= 8);
}

void AwkwardDayTest::saysWhatIsLost_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<int>("events"); // not written at all
    QTest::addColumn<int>("names");  // cleaned
    const auto row = [](const char *format, int events, int names) {
        QTest::newRow(format) << QString::fromLatin1(format) << events << names;
    };
    row("xml", 0, 0);
    row("json", 0, 0);
    row("m3u", 2, 1);
    row("pls", 2, 1);
    row("xspf", 2, 1);
    row("ffconcat", 2, 1);
    row("xmltv", 1, 1);
    row("ics", 1, 1);
    row("csv", 1, 2); // the formula too
    row("fixed", 1, 1);
    row("bxf", 1, 1);
    row("caspar", 2, 1);
    row("mlt", 2, 1);
    row("ffplayout", 2, 1);
    row("obs", 2, 0);
    row("vmix", 2, 0);
}

void AwkwardDayTest::saysWhatIsLost()
{
    QFETCH(QString, format);
    const AwkwardDay day;
    QByteArray bytes;
    const auto report = day.write(format, bytes);
    QVERIFY(report);
    int lostEvents = 0;
    int names = 0;
    for (const WriteLoss &loss : report->lost) {
        QVERIFY(!loss.what.isEmpty());
        lostEvents += loss.kind == LossKind::Event ? 1 : 0;
        names += loss.kind == LossKind::Name ? 1 : 0;
    }
    QTEST(lostEvents, "events");
    QTEST(names, "names");
    QCOMPARE(report->events, std::int64_t(day.events.size()) - lostEvents);
    std::int64_t all = 0;
    for (const LossSummary &summary : summarise(report->lost))
        all += summary.kind == LossKind::Event ? summary.count : 0;
    QCOMPARE(all, std::int64_t(lostEvents));
    const FormatInfo &info = *findFormat(format);
    QCOMPARE(info.cannotCarry == nullptr, format == u"xml"_s || format == u"json"_s);
}

void AwkwardDayTest::findsAFileThatWasChanged()
{
    const AwkwardDay day;
    QByteArray bytes;
    const auto report = day.write(u"xmltv", bytes);
    QVERIFY(report);
    QByteArray other = bytes;
    other.replace("Trimmed", "Trimmer");
    auto trip = proof(day, u"xmltv"_s, other, *report);
    QVERIFY(trip);
    QVERIFY(!trip->isProved());
    QCOMPARE(trip->differences.size(), std::size_t(1));
    QVERIFY(trip->differences.front().what.contains(u"Trimmer"_s));
    other = bytes;
    other.replace("start=\"20260328090000 +0100", "start=\"20260328090001 +0100");
    QVERIFY(other != bytes);
    trip = proof(day, u"xmltv"_s, other, *report);
    QVERIFY(trip && trip->proved < trip->compared);
}

void AwkwardDayTest::proofHoldsOnRandomDays_data() { addReadable(); }

/// Every frame rate, back to back or not, on days of 23, 24 and 25 hours.
void AwkwardDayTest::proofHoldsOnRandomDays()
{
    QFETCH(QString, format);
    const FrameRate rates[]{{25, 1}, {24000, 1001}, {30000, 1001}, {30, 1}, {50, 1}, {60000, 1001}};
    const QDate dates[]{QDate(2026, 3, 28), QDate(2026, 6, 1), QDate(2026, 10, 24)};
    std::uint64_t state = 5;
    const auto upTo = [&state](std::uint64_t end) { return mix64(++state) % end; };
    for (const FrameRate rate : rates) {
        for (const QDate date : dates) {
            AwkwardDay day;
            day.channel.rate = rate;
            day.range = day.channel.clock().broadcastDay(date);
            day.events.clear();
            day.pointers.clear();
            const FrameGrid grid(rate);
            std::int64_t at = grid.ceilIndex(day.range.start);
            while (grid.timeOf(at) < day.range.end() - std::chrono::minutes(40)) {
                const std::int64_t gap = upTo(3) == 0 ? static_cast<std::int64_t>(upTo(90'000)) + 100 : 0;
                const std::int64_t length = 60 + static_cast<std::int64_t>(upTo(40'000));
                ScheduledEvent event;
                event.id = EventId::fromBits(3, day.events.size() + 1);
                event.asset = day.media[upTo(3)].id;
                event.title = u"Event %1"_s.arg(day.events.size());
                event.range = TimeRange::between(grid.timeOf(at + gap), grid.timeOf(at + gap + length));
                at += gap + length;
                if (grid.timeOf(at) > day.range.end())
                    break;
                day.events.push_back(event);
            }
            for (const ScheduledEvent &event : day.events)
                day.pointers.push_back(&event);
            QByteArray bytes;
            const auto report = day.write(format, bytes);
            QVERIFY(report);
            const auto trip = proof(day, format, bytes, *report);
            QVERIFY2(trip, trip ? "" : qPrintable(sentence(trip.error())));
            for (const RoundTrip::Difference &difference : trip->differences)
                qWarning("%s %s %s: %s", qPrintable(rate.toString()), qPrintable(date.toString(Qt::ISODate)),
                         qPrintable(difference.title), qPrintable(difference.what));
            QVERIFY(trip->isProved());
            QCOMPARE(trip->compared, std::int64_t(day.events.size()));
        }
    }
}

void AwkwardDayTest::refusesOptionsItHasNot()
{
    const AwkwardDay day;
    QByteArray bytes;
    auto report = day.write(u"m3u", bytes, {{u"scenes"_s, u"true"_s}});
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::BadArgument);
    report = day.write(u"obs", bytes, {{u"scenes"_s, u"maybe"_s}});
    QVERIFY(!report);
    report = day.write(u"csv", bytes, {{u"separator"_s, u"colon"_s}});
    QVERIFY(!report);
    report = day.write(u"obs", bytes, {{u"width"_s, u"-5"_s}});
    QVERIFY(!report);
    QVERIFY(day.write(u"obs", bytes, {{u"scenes"_s, u"true"_s}}));
}

void AwkwardDayTest::fitsInHoursThatExistTwice_data() { addReadable(); }

/// Half an hour each, through the night in which the clock shows 02:00 to 03:00 twice.
void AwkwardDayTest::fitsInHoursThatExistTwice()
{
    QFETCH(QString, format);
    AwkwardDay day;
    day.channel.rate = {25, 1};
    day.range = day.channel.clock().broadcastDay(QDate(2026, 10, 24));
    day.events.clear();
    day.pointers.clear();
    for (TimePoint at = day.range.start; at < day.range.end(); at += std::chrono::minutes(30)) {
        ScheduledEvent event;
        event.id = EventId::fromBits(3, day.events.size() + 1);
        event.asset = day.media[0].id;
        event.title = u"Event %1"_s.arg(day.events.size());
        event.range = {at, std::chrono::minutes(30)};
        day.events.push_back(event);
    }
    QCOMPARE(day.events.size(), std::size_t(50));
    for (const ScheduledEvent &event : day.events)
        day.pointers.push_back(&event);
    QByteArray bytes;
    const auto report = day.write(format, bytes);
    QVERIFY(report);
    const auto trip = proof(day, format, bytes, *report);
    QVERIFY(trip);
    for (const RoundTrip::Difference &difference : trip->differences)
        qWarning("%s: %s", qPrintable(difference.title), qPrintable(difference.what));
    QCOMPARE(trip->proved, std::int64_t(50));
}

QTEST_GUILESS_MAIN(AwkwardDayTest)
#include "tst_awkwardday.moc"

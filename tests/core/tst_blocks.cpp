// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/blocks.h"

#include "plannerfixture.h"

using namespace sf;
using namespace sf::test;
using namespace std::chrono_literals;

namespace {

const TimePoint monday = at("2026-05-03T22:00:00Z"); // 4 May 2026, 00:00 in Rome

QStringList namesOf(const std::vector<Block> &blocks, TimePoint from)
{
    QStringList names;
    for (const Block &block : blocks)
        names.append(QStringLiteral("%1 %2").arg(block.name()).arg((block.range.start - from) / 30min));
    return names;
}

} // namespace

class TestBlocks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLastToStartIsOnTop_data();
    void theLastToStartIsOnTop();
    void whatTheClockSkipsIsGone();
    void aTemplateSaysWhatIsWrong_data();
    void aTemplateSaysWhatIsWrong();
};

void TestBlocks::theLastToStartIsOnTop_data()
{
    QTest::addColumn<std::vector<Daypart>>("dayparts");
    QTest::addColumn<QStringList>("shown");
    const auto part = [](const char *name, int from, int until) {
        return PlannerFixture::daypart(name, from * 30min, until * 30min);
    };
    using Parts = std::vector<Daypart>;
    using Shown = QStringList;
    QTest::newRow("none") << Parts{} << Shown{QStringLiteral(" 0")};
    QTest::newRow("one inside another") << Parts{part("Day", 0, 10), part("News", 2, 4)}
                                        << Shown{QStringLiteral("Day 0"), QStringLiteral("News 2"),
                                                 QStringLiteral("Day 4"), QStringLiteral(" 10")};
    QTest::newRow("one that reaches out of the one it cuts")
        << Parts{part("Day", 0, 10), part("News", 2, 4), part("Feast", 3, 8)}
        << Shown{QStringLiteral("Day 0"), QStringLiteral("News 2"), QStringLiteral("Feast 3"),
                 QStringLiteral("Day 8"), QStringLiteral(" 10")};
    QTest::newRow("two that start together: the later in the list")
        << Parts{part("Feast", 3, 8), part("Late", 3, 5)}
        << Shown{QStringLiteral(" 0"), QStringLiteral("Late 3"), QStringLiteral("Feast 5"),
                 QStringLiteral(" 8")};
    QTest::newRow("side by side") << Parts{part("A", 0, 4), part("A", 4, 6)}
                                  << Shown{QStringLiteral("A 0"), QStringLiteral("A 4"),
                                           QStringLiteral(" 6")};
}

void TestBlocks::theLastToStartIsOnTop()
{
    QFETCH(std::vector<Daypart>, dayparts);
    PlannerFixture fixture;
    const WeekTemplate week = fixture.addTemplate(dayparts);
    const auto blocks = blocksOf({&week, 1}, fixture.channel, {monday, 12h});
    QTEST(namesOf(blocks, monday), "shown");
    TimePoint covered = monday;
    for (const Block &block : blocks) {
        QCOMPARE(toMs(block.range.start), toMs(covered));
        covered = block.range.end();
        QCOMPARE(blockAt(blocks, block.range.start), &block);
    }
    QCOMPARE(toMs(covered), toMs(monday + 12h));
    QVERIFY(!blockAt(blocks, covered) && !blockAt(blocks, monday - 1ms));
}

void TestBlocks::whatTheClockSkipsIsGone()
{
    PlannerFixture fixture;
    const WeekTemplate week = fixture.addTemplate(
        {PlannerFixture::daypart("Skipped", 2h, 3h), PlannerFixture::daypart("Long", 1h, 4h)});
    // On 29 March 2026 the clock jumps from 2 to 3, on 25 October the hour from 2 to 3 comes twice.
    const TimePoint spring = at("2026-03-28T23:00:00Z");
    const QStringList jumped{QStringLiteral(" 0"), QStringLiteral("Long 2"), QStringLiteral(" 6")};
    QCOMPARE(namesOf(blocksOf({&week, 1}, fixture.channel, {spring, 8h}), spring), jumped);
    const TimePoint autumn = at("2026-10-24T22:00:00Z");
    const QStringList twice{QStringLiteral(" 0"), QStringLiteral("Long 2"), QStringLiteral("Skipped 4"),
                            QStringLiteral("Long 8"), QStringLiteral(" 10")};
    QCOMPARE(namesOf(blocksOf({&week, 1}, fixture.channel, {autumn, 8h}), autumn), twice);
}

void TestBlocks::aTemplateSaysWhatIsWrong_data()
{
    QTest::addColumn<std::function<void(WeekTemplate &)>>("change");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, std::function<void(WeekTemplate &)> change, const char *field) {
        QTest::newRow(name) << std::move(change) << QString::fromLatin1(field);
    };
    row(
        "nothing", [](WeekTemplate &) {}, "");
    row(
        "no name", [](WeekTemplate &week) { week.dayparts[0].name = QStringLiteral(" "); }, "name");
    row(
        "no day", [](WeekTemplate &week) { week.dayparts[0].dayMask = 0x80; }, "days");
    row(
        "no length", [](WeekTemplate &week) { week.dayparts[0].until = week.dayparts[0].from; }, "until");
    row(
        "beyond two days", [](WeekTemplate &week) { week.dayparts[0].until = 48h + 1ms; }, "until");
    row(
        "a negative tolerance", [](WeekTemplate &week) { week.dayparts[0].mayRunShort = -1ms; }, "Day");
    row(
        "a season that ends before it begins",
        [](WeekTemplate &week) {
            week.validFrom = QDate(2026, 5, 2);
            week.validUntil = QDate(2026, 5, 1);
        },
        "validUntil");
}

void TestBlocks::aTemplateSaysWhatIsWrong()
{
    QFETCH(std::function<void(WeekTemplate &)>, change);
    QFETCH(QString, field);
    PlannerFixture fixture;
    WeekTemplate week = fixture.addTemplate({PlannerFixture::daypart("Day", 6h, 9h)});
    change(week);
    const Status status = checkTemplate(week);
    QCOMPARE(status.has_value(), field.isEmpty());
    if (!status) {
        QCOMPARE(status.error().code, ErrorCode::BadFieldValue);
        QCOMPARE(status.error().args.at(1), field);
    }
}

QTEST_GUILESS_MAIN(TestBlocks)
#include "tst_blocks.moc"

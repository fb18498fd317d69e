// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/planning/rulecheck.h"

#include "core/planning/ruletext.h"
#include "core/time/timeofday.h"

#include <QTest>

using namespace sf;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(sf::RuleBody)

class TestRuleCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesWhatSaysNothing_data();
    void refusesWhatSaysNothing();
    void takesAndSaysWhatIsMeant_data();
    void takesAndSaysWhatIsMeant();
    void everyKindHasANameAndABody();
    void timesOfDay_data();
    void timesOfDay();
};

void TestRuleCheck::refusesWhatSaysNothing_data()
{
    QTest::addColumn<RuleBody>("body");
    QTest::addColumn<QString>("field");
    QTest::newRow("a cooldown without a value") << RuleBody(Cooldown{}) << "neverMs";
    QTest::newRow("a negative separation") << RuleBody(Separation{-1h, {}}) << "neverMs";
    QTest::newRow("preferred shorter than never") << RuleBody(Cooldown{48h, 24h}) << "preferredMs";
    QTest::newRow("preferred more than never") << RuleBody(MaxPerHour{2, 3}) << "preferred";
    QTest::newRow("a row without a number") << RuleBody(MaxInARow{}) << "never";
    QTest::newRow("a negative number") << RuleBody(MaxInARow{-1, {}}) << "never";
    QTest::newRow("plays in no time") << RuleBody(MaxPlays{0ms, 2, {}}) << "windowMs";
    QTest::newRow("nothing goes before")
        << RuleBody(Adjacency{{}, QStringLiteral("Kids"), true}) << "category";
    QTest::newRow("nothing follows") << RuleBody(Adjacency{QStringLiteral("Kids"), {}, true}) << "next";
    QTest::newRow("a watershed for nothing") << RuleBody(Watershed{{}, 22h, 6h, true}) << "rating";
    QTest::newRow("a watershed of no time")
        << RuleBody(Watershed{QStringLiteral("18"), 6h, 6h, true}) << "until";
    QTest::newRow("a watershed until tomorrow")
        << RuleBody(Watershed{QStringLiteral("18"), 22h, 30h, true}) << "until";
    QTest::newRow("reruns of nothing") << RuleBody(Exemption{}) << "series";
    QTest::newRow("more than all") << RuleBody(Quota{{}, 1.5}) << "preferred";
    QTest::newRow("less than nothing") << RuleBody(Quota{-0.1, 0}) << "never";
}

void TestRuleCheck::refusesWhatSaysNothing()
{
    QFETCH(RuleBody, body);
    QFETCH(QString, field);
    Rule rule;
    rule.body = body;
    const Status status = checkRule(rule);
    QVERIFY(!status);
    QCOMPARE(status.error().code, ErrorCode::BadFieldValue);
    QCOMPARE(status.error().args.at(1), field);
}

void TestRuleCheck::takesAndSaysWhatIsMeant_data()
{
    QTest::addColumn<RuleBody>("body");
    QTest::addColumn<QString>("text");
    QTest::newRow("cooldown") << RuleBody(Cooldown{48h, 72h})
                              << "The same programme never again within 48 h; preferably not within 72 h.";
    QTest::newRow("only preferred") << RuleBody(Separation{{}, 3h})
                                    << "Episodes of one series preferably not within 3 h.";
    QTest::newRow("adjacency") << RuleBody(Adjacency{QStringLiteral("Horror"), QStringLiteral("Kids"), true})
                               << QStringLiteral("“Kids” never directly after “Horror”.");
    QTest::newRow("none in an hour") << RuleBody(MaxPerHour{0, {}})
                                     << "Never more than 0 starting in a clock hour.";
    QTest::newRow("plays")
        << RuleBody(MaxPlays{168h, 3, 2})
        << "The same programme never more than 3 times within 168 h; preferably at most 2 times.";
    QTest::newRow("same hour") << RuleBody(NoSameHour{})
                               << "Preferably not at the hour it was shown at the day before.";
    QTest::newRow("watershed") << RuleBody(Watershed{QStringLiteral("18"), 22h, 6h, true})
                               << QStringLiteral("Rated “18” only from 22:00 to 06:00.");
    QTest::newRow("until midnight") << RuleBody(Watershed{QStringLiteral("12"), 20h, 24h, false})
                                    << QStringLiteral("Rated “12” preferably from 20:00 to 24:00.");
    QTest::newRow("share") << RuleBody(Quota{0.25, 0.3})
                           << "Never less than 25 % of airtime; preferably 30 %.";
    QTest::newRow("no share at all") << RuleBody(Quota{}) << "Preferably 0 % of airtime.";
    QTest::newRow("reruns") << RuleBody(Exemption{QStringLiteral("X")})
                            << QStringLiteral("Reruns of “X” are intended: no cooldown counts them.");
    QTest::newRow("in a row") << RuleBody(MaxInARow{{}, 2}) << "Preferably at most 2 in a row.";
}

void TestRuleCheck::takesAndSaysWhatIsMeant()
{
    QFETCH(RuleBody, body);
    QFETCH(QString, text);
    Rule rule;
    rule.body = body;
    QVERIFY(checkRule(rule));
    QCOMPARE(sentence(rule), text);
}

void TestRuleCheck::everyKindHasANameAndABody()
{
    QStringList names;
    for (std::size_t kind = 0; kind < std::variant_size_v<RuleBody>; ++kind) {
        QCOMPARE(emptyRuleBody(kind).index(), kind);
        names << ruleKindName(kind);
    }
    QCOMPARE(names.removeDuplicates(), 0);
    RuleScope scope;
    QCOMPARE(scopeText(scope), QStringLiteral("everything"));
    scope.category = QStringLiteral("Music");
    scope.kind = AssetKind::Ident;
    scope.tag = QStringLiteral("live");
    scope.daypart = QStringLiteral("Night");
    QCOMPARE(scopeText(scope), QStringLiteral("Music, kind ident, tag live, daypart Night"));
}

void TestRuleCheck::timesOfDay_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("ms"); // -1: refused
    QTest::newRow("a time") << "06:30" << qint64(23'400'000);
    QTest::newRow("with seconds") << "20:15:30" << qint64(72'930'000);
    QTest::newRow("past midnight") << "26:30" << qint64(95'400'000);
    QTest::newRow("the last one") << "48:00" << qint64(172'800'000);
    QTest::newRow("too late") << "48:01" << qint64(-1);
    QTest::newRow("no minute") << "06:60" << qint64(-1);
    QTest::newRow("a number") << "6" << qint64(-1);
    QTest::newRow("negative") << "-1:00" << qint64(-1);
    QTest::newRow("nothing") << "" << qint64(-1);
}

void TestRuleCheck::timesOfDay()
{
    QFETCH(QString, text);
    QFETCH(qint64, ms);
    const auto read = parseTimeOfDay(text);
    QCOMPARE(read.has_value(), ms >= 0);
    if (read) {
        QCOMPARE(read->count(), ms);
        QCOMPARE(timeOfDayText(*read), text);
    }
}

QTEST_GUILESS_MAIN(TestRuleCheck)
#include "tst_rulecheck.moc"

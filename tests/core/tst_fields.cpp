// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/schedule/fields.h"

#include <QTest>

using namespace sf;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestFields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesWhatDoesNotGoTogether_data();
    void refusesWhatDoesNotGoTogether();
};

void TestFields::refusesWhatDoesNotGoTogether_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("wrong"); ///< the field that the error names; empty: none
    const auto row = [](const char *claim, const QString &field, const QString &value, const QString &wrong) {
        QTest::newRow(claim) << field << value << wrong;
    };
    row("as it was", u"year"_s, u"1931"_s, {});
    row("no title", u"title"_s, u"  "_s, u"title"_s);
    row("rights that end as they begin", u"rightsUntil"_s, u"2026-03-01T00:00:00Z"_s, u"rightsUntil"_s);
    row("rights of a millisecond", u"rightsUntil"_s, u"2026-03-01T00:00:00.001Z"_s, {});
    row("open rights", u"rightsUntil"_s, {}, {});
    row("no hour", u"hours"_s, QString(168, u'0'), u"hours"_s);
    row("one hour", u"hours"_s, QString(167, u'0') + u'1', {});
    row("an end at the start", u"eom"_s, u"60"_s, u"eom"_s);
    row("an end after the start", u"eom"_s, u"61"_s, {});
    row("a start at the end", u"som"_s, u"3600"_s, u"som"_s);
    row("a split point at the end", u"breaks"_s, u"1800,3600"_s, u"breaks"_s);
    row("a split point at the beginning", u"breaks"_s, u"0"_s, u"breaks"_s);
    row("two split points", u"breaks"_s, u"1200,2400"_s, {});
}

void TestFields::refusesWhatDoesNotGoTogether()
{
    QFETCH(QString, field);
    QFETCH(QString, value);
    QFETCH(QString, wrong);
    Asset asset;
    asset.title = u"Heat"_s;
    asset.duration = 1h;
    asset.som = 1min;
    QVERIFY(setField(asset, u"rightsFrom"_s, u"2026-03-01T00:00:00Z"_s));
    QVERIFY(checkAsset(asset));
    QVERIFY(setField(asset, field, value));
    const Status status = checkAsset(asset);
    QCOMPARE(status ? QString() : status.error().args.value(1), wrong);
    QVERIFY(status || status.error().code == ErrorCode::BadFieldValue);
}

QTEST_GUILESS_MAIN(TestFields)
#include "tst_fields.moc"

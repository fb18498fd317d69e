// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/schedule/stationedit.h"

#include "stationfixture.h"

using namespace sf;
using namespace sf::fixture;
using namespace std::chrono;

class TestStationEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changedCountCountsEachObjectOnce();
    void invertedTwiceIsTheSame();
    void everyListIsVisited();
    void makeEditIsEmptyAndStamped();
};

void TestStationEdit::changedCountCountsEachObjectOnce()
{
    StationEdit edit;
    QVERIFY(edit.isEmpty());
    QCOMPARE(edit.changedCount(), 0);
    QCOMPARE(oneOfEach().changedCount(), 8);
    QCOMPARE(inverted(oneOfEach()).changedCount(), 8);
    edit.events.before = {eventAt(1, u"2026-03-28"_s, 1h),
                          eventAt(2, u"2026-03-28"_s, 1h)}; // 1 changed, 2 removed
    edit.events.after = {eventAt(1, u"2026-03-29"_s, 1h), eventAt(3, u"2026-03-28"_s, 1h)}; // 3 inserted
    QCOMPARE(edit.changedCount(), 3);
    // The same bits in another type are another object.
    edit.rules.after = {Rule{RuleId{eventId(1).bits}, {}, {}, {}, 1.0, true}};
    QCOMPARE(edit.changedCount(), 4);
    QVERIFY(!edit.isEmpty());
}

void TestStationEdit::invertedTwiceIsTheSame()
{
    StationEdit edit = oneOfEach();
    edit.events.before = {eventAt(1, u"2026-03-28"_s, 1h)};
    QVERIFY(inverted(edit) != edit);
    QVERIFY(inverted(inverted(edit)) == edit);
    QVERIFY(inverted(edit).plays.before == edit.plays.after);
}

void TestStationEdit::everyListIsVisited()
{
    const StationEdit edit = oneOfEach();
    int lists = 0;
    forEachChanges(edit, [&](const auto &changes) { lists += changes.isEmpty() ? 0 : 1; });
    QCOMPARE(lists, 8);
}

void TestStationEdit::makeEditIsEmptyAndStamped()
{
    const StationEdit edit = makeEdit(stamp, u"Nothing"_s);
    QVERIFY(edit.isEmpty());
    QVERIFY(edit.id == stamp.id && edit.time == stamp.now && edit.kind == EditKind::Edit);
    QCOMPARE(edit.name, u"Nothing"_s);
    QCOMPARE(edit.author, stamp.author);
}

QTEST_GUILESS_MAIN(TestStationEdit)
#include "tst_stationedit.moc"

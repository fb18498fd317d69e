// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "filldialogfixture.h"

#include <QComboBox>
#include <QLabel>

using namespace sf;
using namespace sf::test;

class TestReplanDialog : public QObject, FillDialogFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { openFresh(); }
    void cleanup() { close(); }
    void plansOnlyThePickedEventsAnew();
    void plansOnlyWhatIsBrokenAnew();
    void saysThatTheSameMixGivesTheSamePlan();
    void saysThatWhatIsFrozenStays();
    void keepsTheTrialWhereNothingItReliedOnChanged();
    void triesAnewWhereItReliedOnWhatChanged_data();
    void triesAnewWhereItReliedOnWhatChanged();
    void stopsAndTriesAgain();
    void changesTheCooldownOnlyWhenItFills();
};

void TestReplanDialog::plansOnlyThePickedEventsAnew()
{
    addFilms(60);
    fill({noon(), 24h});
    const std::vector<EventId> before = planned();
    const std::vector<EventId> picked{before[4], before[5]};
    const Station start = editor->station();
    FillDialog &dialog = open({{noon() + 4h, 2h}, ReplanScope::Selection, picked});
    QTRY_VERIFY(dialog.isReady());
    QSpinBox &mix = dialog.form().seedField();
    mix.setFocus();
    mix.selectAll();
    QTest::keyClicks(&mix, u"11"_s);
    QTRY_VERIFY(dialog.isReady() && dialog.fillButton().isEnabled());
    QVERIFY2(dialog.fillButton().text().startsWith(u"Apply "_s), qPrintable(dialog.fillButton().text()));
    const int changes = dialog.result().difference().rowCount();
    QTest::mouseClick(&dialog.fillButton(), Qt::LeftButton);
    const std::vector<EventId> after = planned();
    QCOMPARE(after.size(), before.size());
    for (std::size_t i = 0; i < before.size(); ++i)
        QCOMPARE(after[i] == before[i], i != 4 && i != 5);
    QCOMPARE(changes, 4); // two out, two in
    QCOMPARE(editor->document()->undoName(), u"Re-plan"_s);
    QVERIFY(editor->undo());
    QVERIFY(holdSame(editor->station(), start));
}

void TestReplanDialog::plansOnlyWhatIsBrokenAnew()
{
    addFilms(60);
    fill({noon(), 24h});
    const std::vector<EventId> before = planned();
    Asset gone = *editor->station().assets().find(eventOf(*editor, before[3]).asset);
    StationEdit edit = makeEdit(editor->stamp(), u"Lose a file"_s);
    edit.assets.before = {gone};
    gone.status = AssetStatus::Missing;
    edit.assets.after = {gone};
    QVERIFY(editor->apply(std::move(edit)));
    FillDialog &dialog = open({{noon(), 24h}, ReplanScope::Broken, {}});
    QTRY_VERIFY(dialog.isReady());
    QCOMPARE(dialog.form().scopeBox().currentText(), u"Only what is broken"_s);
    QCOMPARE(dialog.result().difference().rowCount(), 2);
    QTest::mouseClick(&dialog.fillButton(), Qt::LeftButton);
    const std::vector<EventId> after = planned();
    QCOMPARE(after.size(), before.size());
    for (std::size_t i = 0; i < before.size(); ++i)
        QCOMPARE(after[i] == before[i], i != 3);
}

void TestReplanDialog::saysThatTheSameMixGivesTheSamePlan()
{
    addFilms(60);
    fill({noon(), 24h});
    FillDialog &dialog = open({{noon(), 24h}, ReplanScope::Range, {}});
    QTRY_VERIFY(dialog.isReady());
    QVERIFY(!dialog.fillButton().isEnabled());
    QCOMPARE(dialog.summary(), u"Nothing would change. The same mix gives the same plan: try another mix."_s);
    QCOMPARE(dialog.fillButton().text(), u"Apply"_s);
}

void TestReplanDialog::saysThatWhatIsFrozenStays()
{
    addFilms(10);
    const EventId manual = addEvent(*editor, u"By hand"_s, noon(), 1h);
    FillDialog &dialog = open({{noon(), 1h}, ReplanScope::Selection, {manual}});
    QTRY_VERIFY(dialog.isReady());
    QVERIFY(!dialog.fillButton().isEnabled());
    QVERIFY2(dialog.summary().startsWith(u"Nothing would change. Only what auto-fill placed"_s),
             qPrintable(dialog.summary()));
}

void TestReplanDialog::keepsTheTrialWhereNothingItReliedOnChanged()
{
    addFilms(30);
    FillDialog &dialog = open({{noon(), 24h}, std::nullopt, {}});
    QTRY_VERIFY(dialog.isReady());
    const PlanLine first = dialog.result().difference().lineAt(0);
    addEvent(*editor, u"A month later"_s, noon() + 720h, 1h);
    QVERIFY(!dialog.isReady());
    QTest::mouseClick(&dialog.fillButton(), Qt::LeftButton); // it waits for the second look, then applies
    QTRY_VERIFY(!dialog.isVisible());
    QCOMPARE(editor->station().schedule().size(), 25);
    QCOMPARE(editor->station().titleOf(eventOf(*editor, planned().front())), first.text);
}

void TestReplanDialog::triesAnewWhereItReliedOnWhatChanged_data()
{
    QTest::addColumn<int>("what");
    QTest::addColumn<QString>("note");
    QTest::newRow("the plan") << 0 << u"Tried anew, because the plan around it has changed meanwhile."_s;
    QTest::newRow("the rules") << 1 << u"Tried anew, because the rules have changed meanwhile."_s;
    QTest::newRow("the library") << 2 << u"Tried anew, because the library has changed meanwhile."_s;
}

void TestReplanDialog::triesAnewWhereItReliedOnWhatChanged()
{
    QFETCH(int, what);
    QFETCH(QString, note);
    addFilms(30);
    FillDialog &dialog = open({{noon(), 24h}, std::nullopt, {}});
    QTRY_VERIFY(dialog.isReady());
    if (what == 0)
        addEvent(*editor, u"In the way"_s, noon() + 2h, 1h);
    else if (what == 1)
        addRule(Cooldown{96h, {}}, {});
    else
        addFilms(1);
    QTest::mouseClick(&dialog.fillButton(), Qt::LeftButton); // of a plan that no longer holds
    QTRY_VERIFY(dialog.isReady());
    QVERIFY(dialog.isVisible());
    QCOMPARE(editor->station().schedule().size(), what == 0 ? 1 : 0);
    const auto labels = dialog.findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(),
                        [&](const QLabel *label) { return label->isVisible() && label->text() == note; }));
    QCOMPARE(dialog.result().difference().rowCount(), what == 0 ? 23 : 24);
    QTest::mouseClick(&dialog.fillButton(), Qt::LeftButton);
    QTRY_VERIFY(!dialog.isVisible());
}

void TestReplanDialog::stopsAndTriesAgain()
{
    addFilms(200);
    FillDialog &dialog = open({{noon(), 24h * 365}, std::nullopt, {}});
    QVERIFY(dialog.result().stopButton().isVisible());
    QTest::mouseClick(&dialog.result().stopButton(), Qt::LeftButton);
    QTRY_VERIFY(dialog.isReady());
    QCOMPARE(dialog.summary(), u"The trial was stopped. Nothing has changed."_s);
    QVERIFY(!dialog.fillButton().isEnabled());
    QVERIFY(!dialog.result().stopButton().isVisible());
    QTest::mouseClick(&dialog.result().retryButton(), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(dialog.isReady(), 20'000);
    QVERIFY(dialog.fillButton().isEnabled());
}

void TestReplanDialog::changesTheCooldownOnlyWhenItFills()
{
    addFilms(30);
    FillDialog &dialog = open({{noon(), 24h}, std::nullopt, {}});
    dialog.form().cooldownField().setValue(24);
    QTRY_VERIFY(dialog.isReady());
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QCOMPARE(editor->planChoices().cooldown, Millis(48h));
    FillDialog &other = open({{noon(), 24h}, std::nullopt, {}});
    other.form().cooldownField().setValue(24);
    QTRY_VERIFY(other.isReady());
    other.accept();
    QCOMPARE(editor->planChoices().cooldown, Millis(24h));
}

QTEST_MAIN(TestReplanDialog)
#include "tst_replandialog.moc"

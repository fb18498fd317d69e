// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "uifixture.h"

#include "ui/planning/assetdialog.h"
#include "ui/planning/assetfields.h"
#include "ui/planning/fieldform.h"
#include "ui/planning/hoursgrid.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTabWidget>

Q_DECLARE_METATYPE(std::optional<sf::HoursMask>)

using namespace sf;
using namespace sf::test;

namespace {

enum Tab { About, Planning, Media };

HoursMask weekdays(int from, int until)
{
    HoursMask mask;
    for (std::size_t day = 0; day < 5; ++day) {
        for (int hour = from; hour < until; ++hour)
            mask.set(day * 24 + static_cast<std::size_t>(hour));
    }
    return mask;
}

} // namespace

class TestAssetDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void setsEveryFieldOfOne();
    void showsWhatIsThere();
    void keepsWhatItShowsRounded();
    void leavesAloneWhatSeveralDifferIn();
    void changesSeveralInOneStep();
    void emptiesAFieldOfSeveral();
    void numbersEpisodesInTheirOrder();
    void forgetsNumbersThatWereTypedAndTakenBack();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void keepsWhatAScanChangedMeanwhile();
    void aDayAloneCountsToItsEnd();
    void paintsHoursWithTheMouse();
    void paintsHoursWithTheKeys();
    void saysHoursShortly_data();
    void saysHoursShortly();
    void leavesAnAssetAsItIs();
    void givesALengthToWhatNobodyMeasured();
    void tabGoesFromTopToBottom();
    void makesALiveShowByHand();
    void asksNothingWhereNothingWasTyped();
    void anotherFileIsLookedAtAnew();

private:
    AssetDialog &open(const std::vector<AssetId> &assets);
    void type(const QString &key, const QString &text);
    void save() { QTest::mouseClick(&m_dialog->saveButton(), Qt::LeftButton); }
    const Asset &asset(AssetId id) const { return *m_editor->station().assets().find(id); }

    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<StationEditor> m_editor;
    std::unique_ptr<AssetDialog> m_dialog;
    AssetId m_a;
    AssetId m_b;
};

void TestAssetDialog::init()
{
    m_workspace = std::make_unique<Workspace>();
    m_editor = std::make_unique<StationEditor>([] { return noon(); });
    openStation(*m_editor, m_workspace->path(u"station.sqlite"_s));
    Asset a = makeAsset(m_editor->document()->ids(), u"Alpha"_s, 90min);
    Asset b = makeAsset(m_editor->document()->ids(), u"Beta"_s, 30min);
    a.category = u"Film"_s;
    b.category = u"Kids"_s;
    a.tags = QStringList{u"old"_s, u"blue"_s};
    b.tags = QStringList{u"old"_s};
    a.series = b.series = u"Both"_s;
    m_a = a.id;
    m_b = b.id;
    addAssets(*m_editor, {a, b});
}

void TestAssetDialog::cleanup()
{
    m_dialog.reset();
    m_editor.reset();
}

AssetDialog &TestAssetDialog::open(const std::vector<AssetId> &assets)
{
    m_dialog = std::make_unique<AssetDialog>(*m_editor, assets);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    m_dialog->show();
    return *m_dialog;
}

void TestAssetDialog::type(const QString &key, const QString &text)
{
    QLineEdit *field = m_dialog->fields().field(key);
    if (!field)
        qFatal("the test knows no field %s", qPrintable(key));
    field->setFocus();
    field->selectAll();
    QTest::keyClick(field, Qt::Key_Delete);
    QTest::keyClicks(field, text);
}

void TestAssetDialog::setsEveryFieldOfOne()
{
    const Asset before = asset(m_a);
    open({m_a});
    const std::vector<std::pair<QString, QString>> typed{{u"title"_s, u"Gamma"_s},
                                                         {u"houseNumber"_s, u"H-1"_s},
                                                         {u"category"_s, u"Music"_s},
                                                         {u"series"_s, u"Nights"_s},
                                                         {u"season"_s, u"2"_s},
                                                         {u"episode"_s, u"5"_s},
                                                         {u"tags"_s, u"new; red"_s},
                                                         {u"rating"_s, u"16"_s},
                                                         {u"language"_s, u"pt-BR"_s},
                                                         {u"year"_s, u"1931"_s},
                                                         {u"description"_s, u"A night."_s},
                                                         {u"rightsFrom"_s, u"2026-01-01"_s},
                                                         {u"rightsUntil"_s, u"2026-12-31 22:00"_s},
                                                         {u"cooldown"_s, u"36 h"_s},
                                                         {u"maxPlaysPerDay"_s, u"1"_s},
                                                         {u"maxPlaysPerWeek"_s, u"3"_s},
                                                         {u"maxPlays"_s, u"10"_s},
                                                         {u"weight"_s, u"2.5"_s},
                                                         {u"som"_s, u"10 s"_s},
                                                         {u"eom"_s, u"1:29:00"_s},
                                                         {u"breaks"_s, u"0:30:00, 1:00:00"_s}};
    for (const auto &[key, text] : typed)
        type(key, text);
    m_dialog->fields().kind().setCurrentIndex(static_cast<int>(AssetKind::Filler));
    m_dialog->fields().elastic().click();
    Asset expected = before;
    expected.title = u"Gamma"_s;
    expected.houseNumber = u"H-1"_s;
    expected.kind = AssetKind::Filler;
    expected.category = u"Music"_s;
    expected.series = u"Nights"_s;
    expected.season = 2;
    expected.episode = 5;
    expected.tags = QStringList{u"new"_s, u"red"_s};
    expected.rating = u"16"_s;
    expected.language = u"pt-BR"_s;
    expected.year = 1931;
    expected.description = u"A night."_s;
    expected.rightsFrom = *m_editor->clock().parse(u"2026-01-01T00:00:00");
    expected.rightsUntil = *m_editor->clock().parse(u"2026-12-31T22:00:00");
    expected.cooldown = 36h;
    expected.maxPlaysPerDay = 1;
    expected.maxPlaysPerWeek = 3;
    expected.maxPlays = 10;
    expected.weight = 2.5;
    expected.isElastic = true;
    expected.som = 10s;
    expected.eom = 89min;
    expected.breaks = {30min, 60min};
    save();
    QVERIFY(!m_dialog->isVisible());
    QVERIFY(asset(m_a) == expected);
    QCOMPARE(m_editor->document()->undoName(), u"Change “Gamma”"_s);
    QVERIFY(m_editor->undo());
    QVERIFY(asset(m_a) == before);
}

void TestAssetDialog::showsWhatIsThere()
{
    Asset full = asset(m_a);
    full.rightsUntil = noon();
    full.cooldown = 90min;
    full.hours = weekdays(6, 9);
    full.season = 3;
    QVERIFY(m_editor->apply(changeAssets(m_editor->station(), {full}, u"x"_s, m_editor->stamp())));
    const AssetFields &fields = open({m_a}).fields();
    QCOMPARE(fields.field(u"rightsUntil"_s)->text(), u"2026-03-23 12:00:00"_s);
    QCOMPARE(fields.field(u"rightsFrom"_s)->text(), QString());
    QCOMPARE(fields.field(u"cooldown"_s)->text(), u"1 h 30 min"_s);
    QCOMPARE(fields.field(u"season"_s)->text(), u"3"_s);
    QCOMPARE(fields.field(u"tags"_s)->text(), u"old; blue"_s);
    QCOMPARE(m_dialog->fields().hours().hours(), full.hours);
}

void TestAssetDialog::keepsWhatItShowsRounded()
{
    Asset exact = asset(m_a);
    exact.som = Micros(1'234'567);
    exact.weight = 1.0 / 3;
    exact.rightsFrom = noon() + Millis(1);
    QVERIFY(m_editor->apply(changeAssets(m_editor->station(), {exact}, u"x"_s, m_editor->stamp())));
    open({m_a});
    type(u"title"_s, u"Other"_s);
    save();
    exact.title = u"Other"_s;
    QVERIFY(asset(m_a) == exact);
}

void TestAssetDialog::leavesAloneWhatSeveralDifferIn()
{
    const Asset a = asset(m_a);
    const Asset b = asset(m_b);
    AssetFields &fields = open({m_a, m_b}).fields();
    QCOMPARE(fields.field(u"category"_s)->text(), QString());
    QCOMPARE(fields.field(u"category"_s)->placeholderText(), u"(several)"_s);
    QCOMPARE(fields.field(u"series"_s)->text(), u"Both"_s);
    QVERIFY(!fields.field(u"title"_s));
    QVERIFY(!fields.field(u"houseNumber"_s)); // one for both would make them the same programme
    save();
    QVERIFY(asset(m_a) == a);
    QVERIFY(asset(m_b) == b);
}

void TestAssetDialog::changesSeveralInOneStep()
{
    const Asset a = asset(m_a);
    open({m_a, m_b});
    type(u"category"_s, u"Night"_s);
    type(u"tags"_s, u"new; OLD"_s);
    type(u"tagsOff"_s, u"blue"_s);
    save();
    for (const AssetId id : {m_a, m_b}) {
        QCOMPARE(asset(id).category, u"Night"_s);
        QCOMPARE(asset(id).tags, (QStringList{u"old"_s, u"new"_s}));
    }
    QVERIFY(m_editor->undo());
    QVERIFY(asset(m_a) == a);
    QCOMPARE(asset(m_b).category, u"Kids"_s);
}

void TestAssetDialog::emptiesAFieldOfSeveral()
{
    open({m_a, m_b});
    type(u"category"_s, u"x"_s);
    type(u"category"_s, QString());
    QCOMPARE(m_dialog->fields().field(u"category"_s)->placeholderText(), u"none"_s);
    save();
    QCOMPARE(asset(m_a).category, QString());
    QCOMPARE(asset(m_b).category, QString());
}

void TestAssetDialog::numbersEpisodesInTheirOrder()
{
    open({m_b, m_a});
    type(u"firstEpisode"_s, u"7"_s);
    save();
    QCOMPARE(asset(m_b).episode, 7);
    QCOMPARE(asset(m_a).episode, 8);
}

void TestAssetDialog::forgetsNumbersThatWereTypedAndTakenBack()
{
    Asset a = asset(m_a);
    a.episode = 4;
    QVERIFY(m_editor->apply(changeAssets(m_editor->station(), {a}, u"x"_s, m_editor->stamp())));
    open({m_a, m_b});
    type(u"firstEpisode"_s, u"7"_s);
    type(u"firstEpisode"_s, QString());
    save();
    QCOMPARE(asset(m_a).episode, 4);
    QCOMPARE(asset(m_b).episode, 0);
}

void TestAssetDialog::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("tab");
    QTest::newRow("no title") << u"title"_s << QString() << int(About);
    QTest::newRow("an episode is a number") << u"episode"_s << u"five"_s << int(About);
    QTest::newRow("rights that end on no day") << u"rightsUntil"_s << u"2026-02-30"_s << int(Planning);
    QTest::newRow("rights that end before they begin")
        << u"rightsUntil"_s << u"2025-01-01"_s << int(Planning);
    QTest::newRow("a cooldown is a length") << u"cooldown"_s << u"two days"_s << int(Planning);
    QTest::newRow("a weight is not negative") << u"weight"_s << u"-1"_s << int(Planning);
    QTest::newRow("an end before the start") << u"eom"_s << u"0 s"_s << int(Media);
    QTest::newRow("a split point after the end") << u"breaks"_s << u"2:00:00"_s << int(Media);
}

void TestAssetDialog::saysWhatIsWrong()
{
    QFETCH(QString, key);
    QFETCH(QString, text);
    QFETCH(int, tab);
    Asset a = asset(m_a);
    a.rightsFrom = noon();
    QVERIFY(m_editor->apply(changeAssets(m_editor->station(), {a}, u"x"_s, m_editor->stamp())));
    open({m_a});
    m_dialog->tabs().setCurrentIndex(tab == About ? Media : About);
    type(key, text);
    save();
    QVERIFY(m_dialog->isVisible());
    QCOMPARE(m_dialog->tabs().currentIndex(), tab);
    QVERIFY(!m_dialog->form(tab).wrongText().isEmpty());
    QVERIFY(m_dialog->form(tab).wrongField());
    QVERIFY(asset(m_a) == a);
}

void TestAssetDialog::keepsWhatAScanChangedMeanwhile()
{
    open({m_a});
    type(u"title"_s, u"Other"_s);
    Asset scanned = asset(m_a);
    scanned.status = AssetStatus::Missing;
    QVERIFY(m_editor->apply(changeAssets(m_editor->station(), {scanned}, u"Scan"_s, m_editor->stamp())));
    save();
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(asset(m_a).title, u"Other"_s);
    QCOMPARE(asset(m_a).status, AssetStatus::Missing);
}

void TestAssetDialog::aDayAloneCountsToItsEnd()
{
    open({m_a});
    type(u"rightsUntil"_s, u"2026-12-31"_s);
    save();
    QCOMPARE(asset(m_a).rightsUntil, m_editor->clock().parse(u"2027-01-01T00:00:00").value());
}

void TestAssetDialog::paintsHoursWithTheMouse()
{
    open({m_a});
    m_dialog->tabs().setCurrentIndex(Planning);
    HoursGrid &grid = m_dialog->fields().hours();
    const auto middle = [&](int day, int hour) { return grid.cellRect(day, hour).center(); };
    const QPoint corner(2, 2);
    QTest::mouseClick(&grid, Qt::LeftButton, {}, corner); // none
    QVERIFY(grid.hours() && grid.hours()->none());
    QTest::mousePress(&grid, Qt::LeftButton, {}, middle(4, 8));
    QTest::mouseMove(&grid, middle(2, 7));
    QTest::mouseMove(&grid, middle(0, 6));
    QTest::mouseRelease(&grid, Qt::LeftButton, {}, middle(0, 6));
    QCOMPARE(grid.hours(), std::optional(weekdays(6, 9)));
    QTest::mouseClick(&grid, Qt::LeftButton, {}, middle(2, 7)); // and one off again
    HoursMask expected = weekdays(6, 9);
    expected.reset(2 * 24 + 7);
    QCOMPARE(grid.hours(), std::optional(expected));
    save();
    QCOMPARE(asset(m_a).hours, std::optional(expected));
}

void TestAssetDialog::paintsHoursWithTheKeys()
{
    HoursGrid grid;
    grid.setFocus();
    QTest::keyClick(&grid, Qt::Key_Space); // Monday 00:00 off
    QTest::keyClick(&grid, Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(&grid, Qt::Key_Down);
    QTest::keyClick(&grid, Qt::Key_Space);
    HoursMask expected = HoursMask().set();
    expected.reset(0).reset(1).reset(25);
    QCOMPARE(grid.hours(), std::optional(expected));
    QVERIFY(grid.accessibleDescription().startsWith(u"Tuesday 01:00: not allowed"_s));
}

void TestAssetDialog::saysHoursShortly_data()
{
    QTest::addColumn<std::optional<HoursMask>>("hours");
    QTest::addColumn<QString>("text");
    HoursMask weekend;
    for (const std::size_t day : {5, 6}) {
        for (std::size_t hour = 20; hour < 24; ++hour)
            weekend.set(day * 24 + hour);
    }
    HoursMask tuesday;
    tuesday.set(24);
    QTest::newRow("none said") << std::optional<HoursMask>() << u"any hour"_s;
    QTest::newRow("all said") << std::optional(HoursMask().set()) << u"any hour"_s;
    QTest::newRow("none allowed") << std::optional(HoursMask()) << u"no hour at all"_s;
    QTest::newRow("weekdays") << std::optional(weekdays(6, 9)) << u"Mon–Fri 06:00–09:00"_s;
    QTest::newRow("both") << std::optional(weekdays(6, 9) | weekend)
                          << u"Mon–Fri 06:00–09:00; Sat, Sun 20:00–24:00"_s;
    HoursMask noSunday = HoursMask().set();
    for (std::size_t hour = 0; hour < 24; ++hour)
        noSunday.reset(6 * 24 + hour);
    QTest::newRow("whole days") << std::optional(noSunday) << u"Mon–Sat all day"_s;
    QTest::newRow("one hour") << std::optional(tuesday) << u"Tue 00:00–01:00"_s;
}

void TestAssetDialog::saysHoursShortly()
{
    QFETCH(std::optional<HoursMask>, hours);
    QTEST(hoursText(hours), "text");
}

void TestAssetDialog::leavesAnAssetAsItIs()
{
    const Asset before = asset(m_a);
    const QString undo = m_editor->document()->undoName();
    open({m_a});
    save();
    QVERIFY(!m_dialog->isVisible());
    QVERIFY(asset(m_a) == before);
    QCOMPARE(m_editor->document()->undoName(), undo);
}

void TestAssetDialog::givesALengthToWhatNobodyMeasured()
{
    QVERIFY(!open({m_a}).fields().field(u"duration"_s)); // the file says it better
    std::vector<Asset> unknown{asset(m_a), asset(m_b)};
    for (Asset &one : unknown) {
        one.duration = Micros::zero();
        one.durationSource = DurationSource::Unknown;
        one.status = AssetStatus::Unprobed;
    }
    QVERIFY(m_editor->apply(changeAssets(m_editor->station(), unknown, u"x"_s, m_editor->stamp())));
    open({m_a, m_b});
    type(u"duration"_s, u"44 min"_s);
    save();
    for (const AssetId id : {m_a, m_b}) {
        QCOMPARE(asset(id).duration, Micros(44min));
        QCOMPARE(asset(id).durationSource, DurationSource::Declared);
    }
}

void TestAssetDialog::tabGoesFromTopToBottom()
{
    const AssetFields &fields = open({m_a}).fields();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
    QCOMPARE(m_dialog->focusWidget(), fields.field(u"title"_s));
    for (QWidget *next : {static_cast<QWidget *>(fields.field(u"houseNumber"_s)),
                          static_cast<QWidget *>(&m_dialog->fields().kind())}) {
        QTest::keyClick(m_dialog->focusWidget(), Qt::Key_Tab);
        QCOMPARE(m_dialog->focusWidget(), next);
    }
}

void TestAssetDialog::asksNothingWhereNothingWasTyped()
{
    Asset fresh;
    fresh.id = m_editor->document()->ids().next<AssetId>();
    fresh.kind = AssetKind::Live;
    fresh.status = AssetStatus::Ready;
    m_dialog = std::make_unique<AssetDialog>(*m_editor, fresh);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    m_dialog->show();
    type(u"title"_s, u"The evening news"_s);
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    auto *box = m_dialog->findChild<QMessageBox *>();
    QVERIFY(box);
    QVERIFY(box->iconPixmap().isNull());
    box->reject(); // as Keep editing does
    QTRY_VERIFY(!m_dialog->findChild<QMessageBox *>());
    QVERIFY(m_dialog->isVisible());
    type(u"title"_s, {});
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(!m_dialog->findChild<QMessageBox *>());
    QVERIFY(!m_dialog->isVisible());
}

void TestAssetDialog::makesALiveShowByHand()
{
    Asset fresh;
    fresh.id = m_editor->document()->ids().next<AssetId>();
    fresh.kind = AssetKind::Live;
    fresh.status = AssetStatus::Ready;
    m_dialog = std::make_unique<AssetDialog>(*m_editor, fresh);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    m_dialog->show();
    save();
    QVERIFY(m_dialog->isVisible()); // it has no title
    QVERIFY(!m_dialog->form(About).wrongText().isEmpty());
    type(u"title"_s, u"The evening news"_s);
    QVERIFY(m_dialog->form(About).hasRow(u"duration"_s)); // beside the title, where nobody misses it
    type(u"duration"_s, u"30 min"_s);
    save();
    QVERIFY(!m_dialog->isVisible());
    const Asset *news = m_editor->station().assets().find(fresh.id);
    QVERIFY(news);
    QCOMPARE(news->title, u"The evening news"_s);
    QCOMPARE(news->kind, AssetKind::Live);
    QCOMPARE(news->duration, Micros(30min));
    QVERIFY(m_editor->undo());
    QVERIFY(!m_editor->station().assets().find(fresh.id));
}

void TestAssetDialog::anotherFileIsLookedAtAnew()
{
    Asset lost = asset(m_a);
    lost.status = AssetStatus::Missing;
    lost.statusReason = u"It is not there."_s;
    QVERIFY(m_editor->apply(changeAssets(m_editor->station(), {lost}, u"x"_s, m_editor->stamp())));
    open({m_a});
    type(u"url"_s, u"/media/found.mp4"_s);
    save();
    QCOMPARE(asset(m_a).url, u"/media/found.mp4"_s);
    QCOMPARE(asset(m_a).status, AssetStatus::Unprobed);
    QVERIFY(asset(m_a).statusReason.isEmpty());
}

QTEST_MAIN(TestAssetDialog)
#include "tst_assetdialog.moc"

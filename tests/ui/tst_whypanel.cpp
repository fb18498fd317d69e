// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "uifixture.h"

#include "ui/panels/funnelchart.h"
#include "ui/panels/whypanel.h"

#include <QSignalSpy>

using namespace sf;
using namespace sf::test;

class TestWhyPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void saysWhyAnEventIsThere();
    void saysFirstThatItsFileIsMissing();
    void barsAreAsLongAsTheirNumbers();
    void saysWhatIsByHand();
    void saysWhatShutsOutOfAGap();
    void saysWhyAnAssetIsNotThere_data();
    void saysWhyAnAssetIsNotThere();
    void saysThatAnAssetMayStart();
    void asksForOneEvent();
    void neverShowsWhatWasAskedBefore();
    void forgetsAnAnswerAtAnEdit();
    void sleepsWhileNobodyLooks();

private:
    Asset addFilm(const QString &title, std::chrono::seconds length)
    {
        Asset film = makeAsset(m_editor->document()->ids(), title, length);
        addAssets(*m_editor, {film});
        return film;
    }
    EventId place(const Asset &asset, TimePoint start)
    {
        if (!m_editor->insertAssets(m_editor->plan(), std::array{asset.id}, start))
            qFatal("the test's event can't be placed");
        return m_editor->selection().events().front();
    }
    void fill(TimeRange range)
    {
        FillRequest request = requestFor(m_editor->plan(), m_editor->planChoices(), noon());
        request.range = range;
        Job job;
        auto outcome = sf::fill(m_editor->station(), request, m_editor->stamp(), job);
        QVERIFY(outcome && m_editor->apply(std::move(outcome->edit)));
    }
    void pick(EventId id) { m_editor->selection().setEvents({id}); }
    void pickSpot(TimePoint t)
    {
        m_editor->selection().clear();
        m_editor->selection().setSpot(PickedSpot{m_editor->plan(), t});
    }
    bool isAnswered() const { return m_panel->explainer().state() == Explainer::State::Answered; }
    QString shown() const { return m_panel->texts().join(u'\n'); }

    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<StationEditor> m_editor;
    std::unique_ptr<WhyPanel> m_panel;
};

void TestWhyPanel::init()
{
    m_workspace = std::make_unique<Workspace>();
    m_editor = std::make_unique<StationEditor>([] { return noon(); });
    openStation(*m_editor, m_workspace->path(u"station.sqlite"_s));
    m_panel = std::make_unique<WhyPanel>(*m_editor);
    m_panel->resize(280, 560);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
}

void TestWhyPanel::cleanup()
{
    m_panel.reset();
    m_editor.reset();
}

void TestWhyPanel::saysWhyAnEventIsThere()
{
    for (int i = 0; i < 8; ++i)
        addFilm(u"Film %1"_s.arg(i), 1h);
    addFilm(u"Too long"_s, 30h);
    fill({noon(), 4h});
    const auto events = m_editor->station().schedule().eventsIn(m_editor->plan(), {noon() + 1h, 1h});
    const QString title = events.front()->title;
    pick(events.front()->id);
    QTRY_VERIFY(isAnswered());
    const QStringList texts = m_panel->texts();
    QCOMPARE(texts.value(0), title);
    QCOMPARE(texts.value(1), u"2026-03-23 13:00:00 · 1 h · no daypart"_s);
    QCOMPARE(texts.value(2), u"Placed by auto-fill. All rules and preferences were kept."_s);
    const auto &funnel = m_panel->funnel().funnel();
    QCOMPARE(funnel.front().left, 9);
    QVERIFY(m_panel->funnel().accessibleDescription().startsWith(u"In the library: 9\n"_s));
    const auto left = [&](FunnelStep step) {
        return std::find_if(funnel.begin(), funnel.end(),
                            [step](const FunnelCount &c) { return c.step == step; })
            ->left;
    };
    QCOMPARE(left(FunnelStep::Fits), 8);
    QCOMPARE(left(FunnelStep::Cooldown), 5); // three others are planned around it
    QVERIFY2(shown().contains(u"Next in line\n“Film "_s), qPrintable(shown()));
}

void TestWhyPanel::saysFirstThatItsFileIsMissing()
{
    std::vector<Asset> films;
    for (int i = 0; i < 4; ++i)
        films.push_back(addFilm(u"Film %1"_s.arg(i), 1h));
    fill({noon(), 1h});
    const ScheduledEvent *event =
        m_editor->station().schedule().eventsIn(m_editor->plan(), {noon(), 1h}).front();
    const EventId id = event->id;
    StationEdit edit = makeEdit(m_editor->stamp(), u"Probe"_s);
    for (const Asset &film : films) {
        const Asset *known = m_editor->station().assets().find(film.id);
        edit.assets.before.push_back(*known);
        edit.assets.after.push_back(*known);
        edit.assets.after.back().url = u"/media/"_s + film.title;
        edit.assets.after.back().status = AssetStatus::Missing;
    }
    const QString title = event->title;
    QVERIFY(m_editor->apply(std::move(edit)));
    pick(id);
    QTRY_VERIFY(isAnswered());
    QCOMPARE(m_panel->texts().value(2), u"Its file is missing: /media/%1"_s.arg(title));
    const auto &funnel = m_panel->funnel().funnel();
    QCOMPARE(funnel[static_cast<std::size_t>(FunnelStep::Daypart)].left, 4);
    QCOMPARE(funnel[static_cast<std::size_t>(FunnelStep::Playable)].left,
             1); // it was there when it was planned
    QCOMPARE(funnel[static_cast<std::size_t>(FunnelStep::Rules)].left, 1);
}

void TestWhyPanel::barsAreAsLongAsTheirNumbers()
{
    FunnelChart chart;
    chart.setFunnel({{FunnelStep::Library, 248}, {FunnelStep::Daypart, 124}, {FunnelStep::Rules, 0}});
    QCOMPARE(chart.filledWidth(248, 100), 100);
    QCOMPARE(chart.filledWidth(124, 100), 50);
    QCOMPARE(chart.filledWidth(21, 100), 8);
    QCOMPARE(chart.filledWidth(1, 100), 1);
    QCOMPARE(chart.filledWidth(0, 100), 0);
}

void TestWhyPanel::saysWhatIsByHand()
{
    pick(addEvent(*m_editor, u"A placeholder"_s, noon(), 30min));
    QTRY_VERIFY(isAnswered());
    QCOMPARE(m_panel->texts().mid(0, 3),
             (QStringList{u"A placeholder"_s, u"2026-03-23 12:00:00 · 30 min · no daypart"_s,
                          u"Placed by hand."_s}));
}

void TestWhyPanel::saysWhatShutsOutOfAGap()
{
    const Asset film = addFilm(u"Film"_s, 1h);
    place(film, noon());
    addEvent(*m_editor, u"Later"_s, noon() + 3h, 1h);
    pickSpot(noon() + 1h);
    QTRY_VERIFY(isAnswered());
    QCOMPARE(m_panel->texts().value(0), u"Nothing for 2 h"_s);
    QVERIFY2(shown().contains(u"What would fit\nWith a cooldown of 1 h, 1 would fit"_s), qPrintable(shown()));
    QVERIFY2(shown().contains(u"Shut out\n“Film”: It airs too close to this"_s), qPrintable(shown()));
}

void TestWhyPanel::saysWhyAnAssetIsNotThere_data()
{
    QTest::addColumn<int>("hours");
    QTest::addColumn<bool>("isMissing");
    QTest::addColumn<QString>("why");
    QTest::newRow("it is too long") << 9 << false << u"It is longer than what is free."_s;
    QTest::newRow("its file is missing")
        << 1 << true << u"Its length is not known, or its file is not there."_s;
}

void TestWhyPanel::saysWhyAnAssetIsNotThere()
{
    QFETCH(int, hours);
    QFETCH(bool, isMissing);
    QFETCH(QString, why);
    const EventId event = addEvent(*m_editor, u"Here"_s, noon(), 1h);
    addEvent(*m_editor, u"Later"_s, noon() + 1h, 1h);
    Asset other = makeAsset(m_editor->document()->ids(), u"Other"_s, std::chrono::hours(hours));
    if (isMissing)
        other.status = AssetStatus::Missing;
    addAssets(*m_editor, {other});
    pick(event);
    QTRY_VERIFY(isAnswered());
    m_editor->selection().setAsset(other.id);
    QVERIFY(!m_panel->texts().isEmpty()); // what was said of the event stays
    QTRY_VERIFY(isAnswered());
    QVERIFY2(shown().contains(u"Why not “Other” here?\n"_s + why), qPrintable(shown()));
    m_editor->selection().setAsset({});
    QVERIFY(!shown().contains(u"Why not"_s));
}

void TestWhyPanel::saysThatAnAssetMayStart()
{
    const Asset film = addFilm(u"Film"_s, 30min);
    pick(addEvent(*m_editor, u"Here"_s, noon(), 1h));
    m_editor->selection().setAsset(film.id);
    QTRY_VERIFY(isAnswered());
    QVERIFY2(shown().contains(u"Why not “Film” here?\nNothing is in its way: it may start here."_s),
             qPrintable(shown()));
}

void TestWhyPanel::asksForOneEvent()
{
    QVERIFY(m_panel->note().startsWith(u"Pick an event or a gap"_s));
    const EventId a = addEvent(*m_editor, u"A"_s, noon(), 1h);
    const EventId b = addEvent(*m_editor, u"B"_s, noon() + 1h, 1h);
    m_editor->selection().setEvents({a, b});
    QVERIFY(m_panel->note().startsWith(u"Pick a single event"_s));
    QVERIFY(m_panel->texts().isEmpty());
}

void TestWhyPanel::neverShowsWhatWasAskedBefore()
{
    std::vector<EventId> events;
    for (int i = 0; i < 6; ++i)
        events.push_back(addEvent(*m_editor, u"Event %1"_s.arg(i), noon() + i * 1h, 1h));
    QStringList seen;
    connect(&m_panel->explainer(), &Explainer::changed, this, [&] {
        const auto &answer = m_panel->explainer().answer();
        if (answer)
            seen << answer->explanation.title;
    });
    for (const EventId id : events) {
        seen.clear();
        pick(id);
        QTest::qWait(id == events[2] ? 160 : 10); // one of them just gets to work
        for (const QString &title : seen)
            QCOMPARE(title, eventOf(*m_editor, id).title);
    }
    QTRY_VERIFY(isAnswered());
    QCOMPARE(m_panel->texts().value(0), u"Event 5"_s);
}

void TestWhyPanel::forgetsAnAnswerAtAnEdit()
{
    const EventId event = addEvent(*m_editor, u"Here"_s, noon(), 1h);
    pick(event);
    QTRY_VERIFY(isAnswered());
    QVERIFY(m_editor->moveEvents(std::array{event}, 1h));
    QVERIFY(m_panel->texts().isEmpty());
    QTRY_VERIFY(isAnswered());
    QVERIFY2(shown().contains(u"2026-03-23 13:00:00"_s), qPrintable(shown()));
    QVERIFY(m_editor->removeEvents(std::array{event}));
    QVERIFY(m_panel->texts().isEmpty());
    QCOMPARE(m_panel->explainer().state(), Explainer::State::NothingPicked);
}

void TestWhyPanel::sleepsWhileNobodyLooks()
{
    const EventId event = addEvent(*m_editor, u"Here"_s, noon(), 1h);
    m_panel->hide();
    pick(event);
    QVERIFY(m_panel->explainer().isSettled());
    m_panel->show();
    QTRY_VERIFY(isAnswered());
}

QTEST_MAIN(TestWhyPanel)
#include "tst_whypanel.moc"

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "uifixture.h"

#include "core/store/publications.h"
#include "ui/dialogs/onairbox.h"
#include "ui/session/publishwatch.h"

#include <QCheckBox>
#include <QPushButton>
#include <QSignalSpy>

using namespace sf;
using namespace sf::test;

/// What the playout was given, and the question before it is changed.
class TestPublishWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void marksWhatChanges();
    void passesOverWhatWasNeverPublished();
    void exportsAgainWithTheSameChoices();
    void asksBeforeWhatIsAboutToPlay_data();
    void asksBeforeWhatIsAboutToPlay();
    void anAnswerLetsTheEditGoAhead();
    void undoAsksToo();
    void restsForAWhile();
    void nobodyListensNobodyAsks();
    void keepsTheHorizon();
    void theBoxSaysWhatPlays();

private:
    void settle()
    {
        if (!QTest::qWaitFor([this] { return m_watch->isSettled() && m_editor->jobs().isIdle(); }))
            qFatal("the watch does not come to rest");
    }
    ExportTask task(const QString &name, const OptionValues &options = {}) const
    {
        ExportTask task;
        task.request.format = findFormat(u"csv");
        task.request.path = m_workspace->path(name);
        task.request.plan = m_editor->plan();
        task.request.range = m_editor->clock().broadcastDay(QDate(2026, 3, 23));
        task.request.generated = noon();
        task.request.options = options;
        return task;
    }
    void publish(const std::vector<ExportTask> &tasks)
    {
        const Job job;
        const auto outcomes =
            runExports(m_editor->station(), m_editor->document()->location(), 1, tasks, job);
        if (!outcomes || outcomes->front().failure || outcomes->front().notRecorded)
            qFatal("the export fails");
        m_watch->reload();
        settle();
    }
    ChannelId channel() const { return m_editor->channel()->id; }
    const PublishedDay &monday() const
    {
        for (const PublishedDay &day : m_watch->days(channel())) {
            if (day.date == QDate(2026, 3, 23))
                return day;
        }
        qFatal("Monday is not among the days");
    }

    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<StationEditor> m_editor;
    std::unique_ptr<PublishWatch> m_watch;
    EventId m_soon;
    EventId m_later;
};

void TestPublishWatch::init()
{
    m_workspace = std::make_unique<Workspace>();
    m_editor = std::make_unique<StationEditor>([] { return noon(); });
    openStation(*m_editor, m_workspace->path(u"station.sqlite"_s));
    m_soon = addEvent(*m_editor, u"Soon"_s, noon() + 5min, 30min);
    m_later = addEvent(*m_editor, u"Later"_s, noon() + 5h, 30min);
    QTRY_VERIFY(m_editor->document()->isSaved());
    m_watch = std::make_unique<PublishWatch>(*m_editor);
    settle();
}

void TestPublishWatch::cleanup()
{
    m_watch.reset();
    m_editor.reset();
}

void TestPublishWatch::marksWhatChanges()
{
    publish({task(u"a.csv"_s)});
    QVERIFY(monday().published);
    QVERIFY(monday().changes.empty());
    QCOMPARE(m_watch->changedCount(channel()), 0);
    QSignalSpy changed(m_watch.get(), &PublishWatch::changed);
    QVERIFY(m_editor->moveEvents(std::array{m_later}, 1min));
    QTRY_COMPARE(m_watch->changedCount(channel()), 1);
    QCOMPARE(monday().changes.front().event, m_later);
    QVERIFY(changed.size() > 0);
    QVERIFY(m_editor->undo());
    QTRY_COMPARE(m_watch->changedCount(channel()), 0);
    QVERIFY(m_watch->staleTasks(channel()).empty());
}

void TestPublishWatch::passesOverWhatWasNeverPublished()
{
    QSignalSpy changed(m_watch.get(), &PublishWatch::changed);
    QVERIFY(m_editor->moveEvents(std::array{m_later}, 1min));
    QVERIFY(m_watch->isSettled()); // there is nothing to compare, and no job for it
    QCOMPARE(changed.size(), 0);
    QCOMPARE(m_watch->changedCount(channel()), 0);
}

void TestPublishWatch::exportsAgainWithTheSameChoices()
{
    publish({task(u"a.csv"_s, {{u"separator"_s, u"semicolon"_s}})});
    QVERIFY(m_editor->moveEvents(std::array{m_later}, 1min));
    QTRY_COMPARE(m_watch->staleTasks(channel()).size(), 1U);
    const auto tasks = m_watch->staleTasks(channel());
    QCOMPARE(tasks.front().request.path, m_workspace->path(u"a.csv"_s));
    QCOMPARE(tasks.front().request.options.value(u"separator"_s), u"semicolon"_s);
    publish(tasks);
    QVERIFY(m_watch->staleTasks(channel()).empty());
    QCOMPARE(m_watch->changedCount(channel()), 0);
    QFile file(m_workspace->path(u"a.csv"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray written = file.readAll();
    QVERIFY2(written.contains("17:01:00:00;"), written.constData());
}

void TestPublishWatch::asksBeforeWhatIsAboutToPlay_data()
{
    QTest::addColumn<bool>("isSoon");
    QTest::addColumn<Millis>("by");
    QTest::addColumn<bool>("asks");
    QTest::newRow("what plays soon is moved") << true << Millis(1min) << true;
    QTest::newRow("what plays later is moved") << false << Millis(1min) << false;
    QTest::newRow("what plays later is moved there") << false << -Millis(5h - 10min) << true;
}

void TestPublishWatch::asksBeforeWhatIsAboutToPlay()
{
    QFETCH(bool, isSoon);
    QFETCH(Millis, by);
    QFETCH(bool, asks);
    m_watch->setHorizon(channel(), 15min);
    QSignalSpy asked(m_editor.get(), &StationEditor::onAirAsked);
    const EventId id = isSoon ? m_soon : m_later;
    const TimePoint before = eventOf(*m_editor, id).range.start;
    QCOMPARE(m_editor->moveEvents(std::array{id}, by), !asks);
    QCOMPARE(asked.size(), asks ? 1 : 0);
    QCOMPARE(m_editor->isAsking(), asks);
    QCOMPARE(eventOf(*m_editor, id).range.start, asks ? before : before + by);
}

void TestPublishWatch::anAnswerLetsTheEditGoAhead()
{
    m_watch->setHorizon(channel(), 15min);
    QSignalSpy asked(m_editor.get(), &StationEditor::onAirAsked);
    QSignalSpy answered(m_editor.get(), &StationEditor::onAirAnswered);
    QVERIFY(!m_editor->removeEvents(std::array{m_soon}));
    m_editor->answer(false);
    QVERIFY(m_editor->station().schedule().find(m_soon));
    QVERIFY(!m_editor->removeEvents(std::array{m_soon}));
    m_editor->answer(true);
    QVERIFY(!m_editor->station().schedule().find(m_soon));
    QCOMPARE(asked.size(), 2);
    QCOMPARE(answered.size(), 2);
    QCOMPARE(answered[0][0].toBool(), false);
    QCOMPARE(answered[1][0].toBool(), true);
    const auto question = asked[0][0].value<OnAirQuestion>();
    QCOMPARE(question.title, u"Soon"_s);
    QCOMPARE(question.startsIn, Millis(5min));
    QVERIFY(!question.isNew);
    ScheduledEvent event = eventOf(*m_editor, addEvent(*m_editor, u"Later"_s, noon() + 5h, 1min));
    event.id = m_editor->document()->ids().next<EventId>();
    event.range.start = noon();
    StationEdit edit = makeEdit(m_editor->stamp(), u"Place"_s);
    edit.events.after = {event};
    m_editor->apply(std::move(edit));
    QCOMPARE(asked.size(), 3);
    QVERIFY(asked[2][0].value<OnAirQuestion>().isNew);
    m_editor->answer(false);
}

void TestPublishWatch::undoAsksToo()
{
    QVERIFY(m_editor->moveEvents(std::array{m_soon}, 1min));
    m_watch->setHorizon(channel(), 15min);
    QSignalSpy asked(m_editor.get(), &StationEditor::onAirAsked);
    QVERIFY(!m_editor->undo());
    QCOMPARE(asked.size(), 1);
    QCOMPARE(eventOf(*m_editor, m_soon).range.start, noon() + 6min);
    m_editor->answer(true);
    QCOMPARE(eventOf(*m_editor, m_soon).range.start, noon() + 5min);
}

void TestPublishWatch::restsForAWhile()
{
    m_watch->setHorizon(channel(), 15min);
    QSignalSpy asked(m_editor.get(), &StationEditor::onAirAsked);
    m_editor->onAir().restUntil(noon() + 10min);
    QVERIFY(m_editor->moveEvents(std::array{m_soon}, 1min));
    QCOMPARE(asked.size(), 0);
    m_editor->onAir().restUntil(noon());
    QVERIFY(!m_editor->moveEvents(std::array{m_soon}, 1min));
    QCOMPARE(asked.size(), 1);
}

void TestPublishWatch::nobodyListensNobodyAsks()
{
    m_watch->setHorizon(channel(), 15min);
    QVERIFY(m_editor->moveEvents(std::array{m_soon}, 1min)); // else it would wait for ever
}

void TestPublishWatch::keepsTheHorizon()
{
    m_watch->setHorizon(channel(), 20min);
    settle();
    QCOMPARE(*loadOnAirHorizon(m_editor->document()->location(), channel()), Millis(20min));
    m_editor->onAir().clear();
    m_watch->reload();
    settle();
    QCOMPARE(m_editor->onAir().horizonOf(channel()), Millis(20min));
}

void TestPublishWatch::theBoxSaysWhatPlays()
{
    auto *box = new OnAirBox({u"Move 3 events"_s, u"One"_s, u"News"_s, 4min, 3, 15min});
    QSignalSpy answered(box, &OnAirBox::answered);
    box->open();
    QCOMPARE(box->text(), u"“News” plays on One in 4 min."_s);
    QVERIFY2(box->informativeText().contains(u"Move 3 events"_s), qPrintable(box->informativeText()));
    QVERIFY(box->informativeText().contains(u"2 more events are concerned."_s));
    QCOMPARE(box->defaultButton(), &box->leave()); // Enter does no harm
    box->restBox().setChecked(true);
    box->goAhead().click();
    QCOMPARE(answered.size(), 1);
    QCOMPARE(answered[0][0].toBool(), true);
    QCOMPARE(answered[0][1].toBool(), true);
}

QTEST_MAIN(TestPublishWatch)
#include "tst_publishwatch.moc"

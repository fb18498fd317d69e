// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "uifixture.h"

#include "ui/assetmime.h"
#include "ui/dialogs/filldialog.h"
#include "ui/dialogs/importdialog.h"
#include "ui/dialogs/noticestack.h"
#include "ui/library/librarypanel.h"
#include "ui/panels/issuespanel.h"
#include "ui/planning/planlistdialog.h"
#include "ui/timeline/timelineview.h"
#include "ui/window/flows.h"
#include "ui/window/mainwindow.h"
#include "ui/window/statusline.h"

#include <QAbstractScrollArea>
#include <QDockWidget>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTreeView>

using namespace sf;
using namespace sf::test;

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void anEmptyStationGetsAChannelAndAnOffer();
    void theSampleLibraryIsOneStep();
    void importsAPlaylistAndSearchesIt();
    void fillsAndUndoesByTheMenu();
    void goesToAnIssue();
    void goesFromProblemToProblem();
    void takesADropOfAssetsOnTheTimeline();
    void takesFilesDroppedAnywhere_data();
    void takesFilesDroppedAnywhere();
    void refusesADropOfTextAndWhereNothingCanBeChanged();
    void opensWhatPlanningKeepsTo();
    void locksAndRefusesAMove();
    void keepsEveryDockReachable();
    void saysWhyAStationCannotBeOpened_data();
    void saysWhyAStationCannotBeOpened();
    void aSecondWindowIsReadOnly();
    void whatWasDoneIsThereAgain();

private:
    void openFresh();
    static void dropOn(QWidget &target, const QStringList &paths);
    void settle() { QTRY_VERIFY_WITH_TIMEOUT(m_window->isSettled(), 20'000); }
    StationEditor &editor() { return m_window->editor(); }

    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<MainWindow> m_window;
};

void TestMainWindow::init()
{
    m_workspace = std::make_unique<Workspace>();
    m_window = std::make_unique<MainWindow>([] { return noon(); });
    m_window->resize(1400, 860);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestMainWindow::cleanup() { m_window.reset(); }

void TestMainWindow::openFresh()
{
    QSignalSpy opened(&editor(), &StationEditor::documentChanged);
    m_window->openStation(m_workspace->path(u"station.sqlite"_s));
    const auto labels = m_window->timeline().findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(),
                        [](const QLabel *label) { return label->text().contains(u"Opening"_s); }));
    QTRY_COMPARE(opened.size(), 1);
    settle();
}

void TestMainWindow::dropOn(QWidget &target, const QStringList &paths)
{
    QMimeData mime;
    QList<QUrl> urls;
    for (const QString &path : paths)
        urls << QUrl::fromLocalFile(path);
    mime.setUrls(urls);
    const QPoint at = target.rect().center();
    const Qt::DropActions offered = Qt::CopyAction | Qt::MoveAction;
    QDragEnterEvent enter(at, offered, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&target, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(at, offered, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&target, &drop);
    QVERIFY(drop.isAccepted());
    QCOMPARE(drop.dropAction(), Qt::CopyAction); // a move would delete what was dropped
}

void TestMainWindow::anEmptyStationGetsAChannelAndAnOffer()
{
    openFresh();
    QCOMPARE(editor().station().channels().size(), 1U);
    QCOMPARE(editor().channel()->zone, u"UTC"_s); // of the machine: TZ=UTC
    QVERIFY(!m_window->timeline().isVisible());
    bool isOffered = false;
    for (const QPushButton *button : m_window->findChildren<QPushButton *>())
        isOffered = isOffered || (button->isVisible() && button->text().contains(u"sample library"_s));
    QVERIFY(isOffered);
    QVERIFY(m_window->status().texts().contains(u"library empty"_s));
}

void TestMainWindow::theSampleLibraryIsOneStep()
{
    openFresh();
    m_window->flows().addSample();
    QTRY_VERIFY(editor().station().assets().size() > 200);
    settle();
    QVERIFY(m_window->timeline().isVisible());
    QCOMPARE(m_window->issues().model().rowCount(), 0); // absent files are no alarm until they are planned
    m_window->actions().undo->trigger();
    QCOMPARE(editor().station().assets().size(), 0);
}

void TestMainWindow::importsAPlaylistAndSearchesIt()
{
    openFresh();
    const QString file = m_workspace->write(u"list.m3u"_s, "#EXTINF:60,Morning news\n/m/a.mp4\n"
                                                           "#EXTINF:60,Evening news\n/m/b.mp4\n"
                                                           "#EXTINF:60,Cartoon\n/m/c.mp4\n");
    ImportDialog *dialog = m_window->flows().import(file);
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->importButton().isEnabled());
    QTest::mouseClick(&dialog->importButton(), Qt::LeftButton);
    QTRY_COMPARE(m_window->library().model().rowCount(), 3);
    m_window->actions().find->trigger();
    QTest::keyClicks(&m_window->library().searchField(), u"news even"_s);
    QTRY_COMPARE(m_window->library().model().rowCount(), 1);
    QCOMPARE(m_window->library().model().assetAt(0).title, u"Evening news"_s);
    QTest::keyClick(&m_window->library().searchField(), Qt::Key_Escape);
    QTRY_COMPARE(m_window->library().model().rowCount(), 3);
}

void TestMainWindow::fillsAndUndoesByTheMenu()
{
    openFresh();
    std::vector<Asset> assets;
    for (int i = 0; i < 30; ++i)
        assets.push_back(makeAsset(editor().document()->ids(), u"Film %1"_s.arg(i), 1h));
    addAssets(editor(), std::move(assets));
    FillDialog *dialog = m_window->flows().fill({noon(), 24h});
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->fillButton().isEnabled());
    QTest::mouseClick(&dialog->fillButton(), Qt::LeftButton);
    QCOMPARE(editor().station().schedule().size(), 24);
    QVERIFY2(m_window->actions().undo->text().contains(u':'), qPrintable(m_window->actions().undo->text()));
    QVERIFY(!m_window->findChild<NoticeStack *>()->texts().isEmpty());
    m_window->actions().undo->trigger();
    QCOMPARE(editor().station().schedule().size(), 0);
    QVERIFY(m_window->findChild<NoticeStack *>()->texts().isEmpty()); // nor a word of what is gone
    m_window->actions().redo->trigger();
    QCOMPARE(editor().station().schedule().size(), 24);
    settle();
    m_window->timeline().showRange({noon() + 1h, 12h});
    const QString day = m_window->status().texts().filter(u"filled"_s).value(0);
    QVERIFY2(day.contains(u"75 % filled"_s), qPrintable(day)); // noon to 06:00, when the next day begins
}

void TestMainWindow::goesToAnIssue()
{
    openFresh();
    addEvent(editor(), u"A"_s, noon(), 30min);
    const TimePoint later = noon() + 240h;
    addEvent(editor(), u"B"_s, later, 30min);
    const EventId c = addEvent(editor(), u"C"_s, later + 20min, 30min);
    settle();
    IssuesPanel &issues = m_window->issues();
    QCOMPARE(issues.model().rowCount(), 2); // an overlap and the gap of ten days
    QTreeView &view = issues.view();
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {},
                      view.visualRect(issues.model().index(0, 0)).center());
    QVERIFY(m_window->timeline().visibleRange().contains(later + 20min));
    const auto &selected = editor().selection().events();
    QCOMPARE(selected.size(), 1U);
    QVERIFY(editor().moveEvents(std::array{c}, 10min));
    settle();
    QCOMPARE(issues.model().rowCount(), 1);
}

void TestMainWindow::goesFromProblemToProblem()
{
    openFresh();
    for (const Millis start : {0min, 40min, 80min, 200min}) // a gap after each but the last
        addEvent(editor(), u"A"_s, noon() + start, 30min);
    settle();
    m_window->timeline().showRange({noon() - 1h, 8h}); // all of them are in view
    std::vector<TimePoint> starts;
    for (int i = 0; i < 4; ++i) {
        m_window->actions().nextProblem->trigger();
        QVERIFY(m_window->shownProblem());
        starts.push_back(m_window->shownProblem()->start);
        QVERIFY(m_window->timeline().accessibleDescription().startsWith(u"Gap"_s)); // Enter fills it
    }
    QCOMPARE(starts,
             (std::vector<TimePoint>{noon() + 30min, noon() + 70min, noon() + 110min, noon() + 30min}));
}

void TestMainWindow::takesADropOfAssetsOnTheTimeline()
{
    openFresh();
    const Asset film = makeAsset(editor().document()->ids(), u"Film"_s, 90min);
    addAssets(editor(), {film});
    settle();
    TimelineView &timeline = m_window->timeline();
    timeline.showRange({noon(), 12h});
    const auto &layout = timeline.layout();
    const QPoint pos(timeline.viewport()->width() / 2, layout.laneRect(0).center().y());
    QMimeData mime;
    mime.setData(assetMimeType(), toAssetMime({film.id}));
    // A hand comes from the library, over the lane's name: refused there, no move would ever arrive.
    QDragEnterEvent enter(QPoint(2, pos.y()), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(timeline.viewport(), &enter);
    QVERIFY(enter.isAccepted());
    QDragMoveEvent over(QPoint(2, pos.y()), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(timeline.viewport(), &over);
    QVERIFY(!over.isAccepted());
    QDragMoveEvent move(pos, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(timeline.viewport(), &move);
    QVERIFY(move.isAccepted());
    QDropEvent drop(pos, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(timeline.viewport(), &drop);
    QCOMPARE(editor().station().schedule().size(), 1);
    const auto &selected = editor().selection().events();
    QCOMPARE(selected.size(), 1U);
    QCOMPARE(eventOf(editor(), selected.front()).range.duration, Millis(90min));
    QCOMPARE(eventOf(editor(), selected.front()).asset, film.id);
}

void TestMainWindow::takesFilesDroppedAnywhere_data()
{
    QTest::addColumn<bool>("isPlanned");
    QTest::addColumn<QString>("place");
    QTest::newRow("on the timeline") << true << u"sf::TimelineView"_s;
    QTest::newRow("on the welcome") << false << u"sf::WelcomePanel"_s;
    QTest::newRow("on the library") << true << u"sf::LibraryPanel"_s;
    QTest::newRow("on the inspector") << true << u"sf::InspectorPanel"_s;
    QTest::newRow("on the issues") << true << u"sf::IssuesPanel"_s;
}

void TestMainWindow::takesFilesDroppedAnywhere()
{
    QFETCH(bool, isPlanned);
    QFETCH(QString, place);
    openFresh();
    if (isPlanned)
        addEvent(editor(), u"A"_s, noon(), 30min);
    QWidget *target = nullptr;
    for (QWidget *widget : m_window->findChildren<QWidget *>()) {
        if (place == QLatin1StringView(widget->metaObject()->className()))
            target = widget;
    }
    QVERIFY(target && target->isVisible());
    if (const auto *area = qobject_cast<QAbstractScrollArea *>(target))
        target = area->viewport();
    dropOn(*target, {m_workspace->write(u"one.m3u"_s, "#EXTINF:60,One\n/m/a.mp4\n"),
                     m_workspace->write(u"two.json"_s, "{\"events\":[]}"),
                     m_workspace->write(u"film.mp4"_s, "no film")});
    const auto shown = [this](const QString &name) {
        const auto dialogs = m_window->findChildren<ImportDialog *>();
        const auto labels = dialogs.size() == 1 // one after the other
                                ? dialogs.constFirst()->findChildren<QLabel *>()
                                : QList<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel *label) { return label->text() == u"Import "_s + name; });
    };
    QTRY_VERIFY(shown(u"one.m3u"_s));
    m_window->findChild<ImportDialog *>()->reject();
    QTRY_VERIFY(shown(u"two.json"_s));
    const auto &jobs = editor().jobs().entries();
    QVERIFY(std::any_of(jobs.begin(), jobs.end(),
                        [](const JobEntry &job) { return job.title == u"Scanning film.mp4"_s; }));
}

void TestMainWindow::refusesADropOfTextAndWhereNothingCanBeChanged()
{
    openFresh();
    QMimeData text;
    text.setText(u"just words"_s);
    QDragEnterEvent words(QPoint(10, 10), Qt::CopyAction, &text, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&m_window->library(), &words);
    QVERIFY(!words.isAccepted());
    editor().setDocument(nullptr);
    QMimeData files;
    files.setUrls({QUrl::fromLocalFile(u"/m/a.mp4"_s)});
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&m_window->library(), &enter);
    QVERIFY(!enter.isAccepted());
}

void TestMainWindow::opensWhatPlanningKeepsTo()
{
    const Actions &actions = m_window->actions();
    const std::array all{actions.rules, actions.templates, actions.recurrences};
    for (const QAction *action : all)
        QVERIFY(!action->isEnabled()); // there is no channel yet
    openFresh();
    for (QAction *action : all) {
        QVERIFY(action->isEnabled());
        action->trigger();
        auto *list = m_window->findChild<PlanListDialog *>();
        QVERIFY(list);
        QVERIFY(list->isVisible());
        QCOMPARE(list->model().rowCount(), 0);
        QTest::keyClick(list, Qt::Key_Escape);
        QTRY_VERIFY(!m_window->findChild<PlanListDialog *>());
    }
}

void TestMainWindow::locksAndRefusesAMove()
{
    openFresh();
    const EventId a = addEvent(editor(), u"A"_s, noon(), 30min);
    editor().selection().setEvents({a});
    m_window->actions().lock->trigger();
    QVERIFY(eventOf(editor(), a).isLocked);
    Q_EMIT m_window->timeline().moveRequested({a}, Millis(5min));
    QCOMPARE(eventOf(editor(), a).range.start, noon());
    QVERIFY(m_window->notices().texts().join(u' ').contains(u"is locked"_s));
    m_window->actions().lock->trigger();
    QVERIFY(!eventOf(editor(), a).isLocked);
    QVERIFY(m_window->notices().texts().isEmpty()); // the next edit clears what was refused
}

void TestMainWindow::keepsEveryDockReachable()
{
    const auto docks = m_window->findChildren<QDockWidget *>();
    QCOMPARE(docks.size(), 7);
    for (QDockWidget *dock : docks) {
        dock->close();
        QVERIFY(!dock->isVisible());
    }
    for (const Qt::Key key : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4, Qt::Key_5, Qt::Key_6, Qt::Key_7})
        QTest::keyClick(m_window.get(), key, Qt::AltModifier);
    for (const QDockWidget *dock : docks)
        QVERIFY2(!dock->isHidden(), qPrintable(dock->windowTitle()));
}

void TestMainWindow::saysWhyAStationCannotBeOpened_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("words");
    QTest::newRow("a file of another kind is no station") << QByteArray(4096, 'x') << u"not a station"_s;
    QTest::newRow("a text file is no station") << QByteArray("just a note\n") << u"not a station"_s;
}

void TestMainWindow::saysWhyAStationCannotBeOpened()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, words);
    const QString file = m_workspace->write(u"other.sqlite"_s, content);
    m_window->openStation(file);
    QTRY_VERIFY(!m_window->notices().texts().isEmpty());
    const QString text = m_window->notices().texts().constFirst();
    QVERIFY2(text.contains(words), qPrintable(text));
    QVERIFY2(text.contains(u"other.sqlite"_s), qPrintable(text));
    QFile untouched(file);
    QVERIFY(untouched.open(QIODevice::ReadOnly));
    QCOMPARE(untouched.readAll(), content);
}

void TestMainWindow::aSecondWindowIsReadOnly()
{
    openFresh();
    addEvent(editor(), u"A"_s, noon(), 30min);
    QTRY_VERIFY(editor().document()->isSaved());
    MainWindow second([] { return noon(); });
    second.show();
    second.openStation(m_workspace->path(u"station.sqlite"_s));
    QTRY_VERIFY(second.editor().document());
    QVERIFY(!second.editor().canEdit());
    QVERIFY(second.notices().texts().join(u' ').contains(u"open in another window"_s));
    QVERIFY(!second.actions().fill->isEnabled());
    QVERIFY(second.actions().exportPlan->isEnabled());
    QCOMPARE(second.editor().station().schedule().size(), 1);
}

void TestMainWindow::whatWasDoneIsThereAgain()
{
    openFresh();
    addEvent(editor(), u"A"_s, noon(), 30min);
    m_window->close();
    QTRY_VERIFY(!m_window->isVisible());
    m_window.reset();
    m_window = std::make_unique<MainWindow>([] { return noon(); });
    m_window->show();
    openFresh();
    QCOMPARE(editor().station().schedule().size(), 1);
    QVERIFY(m_window->actions().undo->isEnabled()); // the history came along
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"

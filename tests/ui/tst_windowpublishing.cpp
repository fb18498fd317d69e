// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "uifixture.h"

#include "ui/dialogs/exportdialog.h"
#include "ui/dialogs/noticestack.h"
#include "ui/dialogs/onairbox.h"
#include "ui/session/publishwatch.h"
#include "ui/timeline/timelineview.h"
#include "ui/window/flows.h"
#include "ui/window/mainwindow.h"
#include "ui/window/statusline.h"

#include <QCheckBox>
#include <QPushButton>

using namespace sf;
using namespace sf::test;

class TestWindowPublishing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }
    void exportsAgainWhatChangedSincePublished();
    void asksOnceBeforeWhatIsAboutToPlay();

private:
    void settle() { QTRY_VERIFY_WITH_TIMEOUT(m_window->isSettled(), 20'000); }
    StationEditor &editor() { return m_window->editor(); }

    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<MainWindow> m_window;
};

void TestWindowPublishing::init()
{
    m_workspace = std::make_unique<Workspace>();
    m_window = std::make_unique<MainWindow>([] { return noon(); });
    m_window->resize(1400, 860);
    m_window->show();
    m_window->openStation(m_workspace->path(u"station.sqlite"_s));
    QTRY_VERIFY(editor().document());
    settle();
}

void TestWindowPublishing::exportsAgainWhatChangedSincePublished()
{
    const EventId a = addEvent(editor(), u"A"_s, noon() + 3h, 30min);
    settle();
    const ChannelClock clock = editor().clock();
    ExportDialog *dialog = m_window->flows().exportPlan(clock.broadcastDay(clock.broadcastDate(noon())));
    QVERIFY(dialog);
    dialog->setFormat(u"csv"_s);
    dialog->setPath(m_workspace->path(u"day.csv"_s));
    QTRY_VERIFY(dialog->isReady() && dialog->exportButton().isEnabled());
    dialog->accept();
    QTRY_VERIFY(dialog->isDone());
    dialog->reject();
    settle();
    const auto marks = [this] {
        return m_window->status().texts().filter(u"Changed since published"_s).value(0);
    };
    QVERIFY2(marks().isEmpty(), qPrintable(marks()));
    const QDateTime written = QFileInfo(m_workspace->path(u"day.csv"_s)).lastModified();
    QVERIFY(editor().moveEvents(std::array{a}, 1min));
    QTRY_VERIFY2(marks().contains(u"1 event"_s), qPrintable(marks()));
    for (auto *button : m_window->findChildren<QPushButton *>()) {
        if (button->text().startsWith(u"Changed since published"_s))
            button->click();
    }
    QTRY_VERIFY(m_window->notices().texts().join(u' ').contains(u"Exported again: day.csv."_s));
    QTRY_VERIFY(marks().isEmpty());
    QVERIFY(QFileInfo(m_workspace->path(u"day.csv"_s)).lastModified() >= written);
    QFile file(m_workspace->path(u"day.csv"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("15:01:00"));
}

void TestWindowPublishing::asksOnceBeforeWhatIsAboutToPlay()
{
    const EventId a = addEvent(editor(), u"A"_s, noon() + 5min, 30min);
    settle();
    m_window->publishing().setHorizon(editor().channel()->id, 15min);
    Q_EMIT m_window->timeline().moveRequested({a}, Millis(1min));
    QCOMPARE(eventOf(editor(), a).range.start, noon() + 5min);
    auto *box = m_window->findChild<OnAirBox *>();
    QVERIFY(box && box->isVisible());
    box->restBox().setChecked(true);
    box->goAhead().click();
    QCOMPARE(eventOf(editor(), a).range.start, noon() + 6min);
    m_window->actions().undo->trigger(); // not asked again for a while
    QCOMPARE(eventOf(editor(), a).range.start, noon() + 5min);
}

QTEST_MAIN(TestWindowPublishing)
#include "tst_windowpublishing.moc"

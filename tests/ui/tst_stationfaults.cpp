// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
// What the window says and offers when the station's file is not as it should be.
#include "uifixture.h"

#include "core/store/database.h"
#include "core/store/migrations.h"
#include "tests/core/storefixture.h"
#include "ui/dialogs/noticestack.h"
#include "ui/window/mainwindow.h"
#include "ui/window/statusline.h"

#include <QFileDialog>
#include <QMenu>
#include <QPushButton>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace sf;
using namespace sf::test;

class TestStationFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aNewerStationIsNamedAndLeftAlone();
    void withoutAStationThereIsAWayToOne();
    void aDamagedStationOffersAnother();
    void aFileOfAnotherKindIsNotCalledDamaged();
    void aNewStationIsNamedAndNothingIsToBeUndone();
    void aMissingFolderIsNotMade();
    void theFileDialogKnowsStations();
    void aRecentStationThatIsGoneIsNotMadeAnew();
    void aFullDiskKeepsTheWork();
    void anotherProgramsLockKeepsTheWork();
    void closingWaitsForTheSaveAndSaysWhenItFails();
    void aFileThatCannotBeWrittenIsShown();

private:
    void openFresh();
    std::unique_ptr<Database> raw() const
    {
        return std::move(*Database::open(m_station, OpenMode::ReadWrite));
    }
    QString noticeText() const { return m_window->notices().texts().join(u' '); }
    QPushButton *offer(const QString &label) const { return buttonIn(m_window->notices(), label); }
    QPushButton *shown(const QString &label) const { return buttonIn(*m_window, label); }
    static QPushButton *buttonIn(const QWidget &widget, const QString &label);
    bool isSaved() const { return m_window->editor().document()->isSaved(); }

    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<MainWindow> m_window;
    QString m_station;
};

void TestStationFaults::init()
{
    m_workspace = std::make_unique<Workspace>();
    m_station = m_workspace->path(u"station.sqlite"_s);
    m_window = std::make_unique<MainWindow>([] { return noon(); });
    m_window->show();
}

void TestStationFaults::cleanup() { m_window.reset(); }

void TestStationFaults::openFresh()
{
    m_window->openStation(m_station);
    QTRY_VERIFY(m_window->editor().channel() && m_window->isSettled() && isSaved());
}

QPushButton *TestStationFaults::buttonIn(const QWidget &widget, const QString &label)
{
    for (QPushButton *button : widget.findChildren<QPushButton *>()) {
        if (button->text() == label && button->isVisible())
            return button;
    }
    return nullptr;
}

void TestStationFaults::aNewerStationIsNamedAndLeftAlone()
{
    openFresh();
    m_window->editor().setDocument(nullptr);
    QVERIFY(raw()->run(u"PRAGMA user_version = 99"_s));
    m_window->openStation(m_station);
    QTRY_VERIFY2(noticeText().contains(u"newer version of ScheduleFlow"_s), qPrintable(noticeText()));
    QVERIFY(noticeText().contains(u"station.sqlite"_s));
    QVERIFY(!m_window->editor().document());
    QVERIFY(!m_window->actions().fill->isEnabled());
    QVERIFY(raw()->run(u"PRAGMA user_version = %1"_s.arg(latestSchema())));
    QPushButton *again = offer(u"Try again"_s);
    QVERIFY(again);
    QTest::mouseClick(again, Qt::LeftButton);
    QTRY_VERIFY(m_window->editor().document());
    QVERIFY2(noticeText().isEmpty(), qPrintable(noticeText()));
}

void TestStationFaults::withoutAStationThereIsAWayToOne()
{
    openFresh();
    QVERIFY(!shown(u"New station…"_s));
    m_window->editor().setDocument(nullptr);
    QTRY_VERIFY(m_window->isSettled());
    for (const QString &label : {u"Open station…"_s, u"New station…"_s})
        QVERIFY2(shown(label), qPrintable(label));
    for (const QString &label : {u"Import playlist…"_s, u"Scan folder…"_s, u"Add channel"_s})
        QVERIFY2(!shown(label), qPrintable(label));
    const Actions &can = m_window->actions();
    for (const QAction *action : {can.replanDay, can.nextProblem, can.goToNow, can.goTo, can.nextDay,
                                  can.zoomIn, can.zoomFit, can.selectAll, can.find, can.addAsset})
        QVERIFY2(!action->isEnabled(), qPrintable(action->text()));
    QVERIFY2(m_window->status().texts().isEmpty(), qPrintable(m_window->status().texts().join(u' ')));
    QTest::mouseClick(shown(u"Open station…"_s), Qt::LeftButton);
    auto *dialog = m_window->findChild<QFileDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    dialog->reject();
}

void TestStationFaults::aDamagedStationOffersAnother()
{
    openFresh();
    m_window->editor().setDocument(nullptr);
    QVERIFY(raw()->run(u"PRAGMA wal_checkpoint(TRUNCATE)"_s));
    QFile file(m_station);
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(4096));
    QVERIFY(file.write(QByteArray(static_cast<int>(file.size()) - 4096, '\0')) > 0);
    file.close();
    m_window->openStation(m_station);
    QTRY_VERIFY2(noticeText().contains(u"it is damaged"_s), qPrintable(noticeText()));
    QVERIFY2(noticeText().contains(u"restore a backup"_s), qPrintable(noticeText()));
    QVERIFY(offer(u"New station…"_s));
    QPushButton *another = offer(u"Open another…"_s);
    QVERIFY(another);
    QTest::mouseClick(another, Qt::LeftButton);
    auto *dialog = m_window->findChild<QFileDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    dialog->reject();
}

void TestStationFaults::aFileOfAnotherKindIsNotCalledDamaged()
{
    for (const QByteArray &content : {QByteArray("just a note\n"), QByteArray(8192, 'x')}) {
        QVERIFY(!m_workspace->write(u"station.sqlite"_s, content).isEmpty());
        m_window->openStation(m_station);
        QTRY_VERIFY2(noticeText().contains(u"it is not a station file"_s), qPrintable(noticeText()));
        QVERIFY2(!noticeText().contains(u"damaged"_s), qPrintable(noticeText()));
        QVERIFY(offer(u"New station…"_s) && offer(u"Open another…"_s) && !offer(u"Try again"_s));
    }
}

void TestStationFaults::aNewStationIsNamedAndNothingIsToBeUndone()
{
    openFresh();
    QVERIFY2(noticeText().contains(u"New station made at "_s + m_station), qPrintable(noticeText()));
    QVERIFY2(!m_window->actions().undo->isEnabled(), qPrintable(m_window->actions().undo->text()));
    m_window->editor().setDocument(nullptr);
    m_window->openStation(m_station);
    QTRY_VERIFY(m_window->editor().channel() && m_window->isSettled());
    QVERIFY2(noticeText().isEmpty(), qPrintable(noticeText()));
    QVERIFY(!m_window->actions().undo->isEnabled()); // nor in a later run
}

void TestStationFaults::aMissingFolderIsNotMade()
{
    const QString folder = m_workspace->path(u"gone"_s);
    m_window->openStation(folder + u"/station.sqlite"_s);
    QTRY_VERIFY2(noticeText().contains(u"there is no folder "_s + folder), qPrintable(noticeText()));
    QVERIFY(!QFileInfo::exists(folder));
    QVERIFY(!m_window->editor().document());
    QVERIFY(offer(u"Open another…"_s));
    QVERIFY(QDir().mkdir(folder)); // the share is there again
    QTest::mouseClick(offer(u"Try again"_s), Qt::LeftButton);
    QTRY_VERIFY(m_window->editor().document());
}

void TestStationFaults::theFileDialogKnowsStations()
{
    m_window->actions().openStation->trigger();
    auto *dialog = m_window->findChild<QFileDialog *>();
    QVERIFY(dialog);
    const QStringList filters = dialog->nameFilters();
    QVERIFY2(filters.value(0).startsWith(u"Stations"_s), qPrintable(filters.join(u'|')));
    QCOMPARE(filters.size(), 2);
    dialog->setDirectory(QFileInfo(m_station).path());
    QVERIFY(!m_workspace->write(u"mine.scheduleflow"_s, {}).isEmpty());
    dialog->selectFile(u"mine.scheduleflow"_s);
    QMetaObject::invokeMethod(dialog, "accept");
    QTRY_VERIFY(m_window->editor().document());
    QVERIFY(m_window->editor().document()->location().endsWith(u"mine.scheduleflow"_s));
    QTRY_VERIFY(!m_window->findChild<QFileDialog *>());
    m_window->actions().openStation->trigger();
    QCOMPARE(m_window->findChild<QFileDialog *>()->directory().canonicalPath(),
             QFileInfo(QFileInfo(m_station).path()).canonicalFilePath());
}

void TestStationFaults::aRecentStationThatIsGoneIsNotMadeAnew()
{
    openFresh();
    m_window->editor().setDocument(nullptr);
    const QString kept = m_station + u".kept"_s;
    QVERIFY(QFile::rename(m_station, kept));
    const auto menus = m_window->findChildren<QMenu *>();
    const auto isRecent = [](const QMenu *menu) { return menu->title().contains(u"recent"_s); };
    QMenu *recent = *std::find_if(menus.begin(), menus.end(), isRecent);
    Q_EMIT recent->aboutToShow();
    recent->actions().constFirst()->trigger();
    QTRY_VERIFY2(noticeText().contains(u"not there any more"_s), qPrintable(noticeText()));
    QVERIFY(!QFile::exists(m_station));
    QVERIFY(QFile::rename(kept, m_station));
    QTest::mouseClick(offer(u"Try again"_s), Qt::LeftButton);
    QTRY_VERIFY(m_window->editor().document());
}

void TestStationFaults::aFullDiskKeepsTheWork()
{
#ifdef Q_OS_UNIX
    openFresh();
    EventId id;
    {
        const FullDisk full;
        id = addEvent(m_window->editor(), u"News"_s, noon(), 30min);
        QTRY_VERIFY2(noticeText().contains(u"disk"_s) && noticeText().contains(u"is full"_s),
                     qPrintable(noticeText()));
        QVERIFY(m_window->status().texts().contains(u"not saved"_s));
    }
    QCOMPARE(eventOf(m_window->editor(), id).title, u"News"_s);
    QPushButton *again = offer(u"Save again"_s);
    QVERIFY(again);
    QTest::mouseClick(again, Qt::LeftButton);
    QTRY_VERIFY(isSaved());
    QVERIFY2(noticeText().isEmpty(), qPrintable(noticeText()));
#else
    QSKIP("there is no limit on file sizes here");
#endif
}

void TestStationFaults::anotherProgramsLockKeepsTheWork()
{
    openFresh();
    const auto other = raw();
    QVERIFY(other->run(u"BEGIN IMMEDIATE"_s));
    const EventId id = addEvent(m_window->editor(), u"News"_s, noon(), 30min);
    QTRY_VERIFY_WITH_TIMEOUT(noticeText().contains(u"Another program holds"_s), 30'000);
    QCOMPARE(eventOf(m_window->editor(), id).title, u"News"_s);
    QVERIFY(other->run(u"ROLLBACK"_s));
    QVERIFY(offer(u"Save again"_s));
    QTRY_VERIFY_WITH_TIMEOUT(isSaved(), 30'000); // by itself
    QTRY_VERIFY2(noticeText().isEmpty(), qPrintable(noticeText()));
}

void TestStationFaults::closingWaitsForTheSaveAndSaysWhenItFails()
{
    openFresh();
    const auto other = raw();
    QVERIFY(other->run(u"BEGIN IMMEDIATE"_s));
    addEvent(m_window->editor(), u"News"_s, noon(), 30min);
    m_window->close();
    QVERIFY(m_window->isVisible());
    QVERIFY2(noticeText().contains(u"Saving before the window closes"_s), qPrintable(noticeText()));
    QTRY_VERIFY_WITH_TIMEOUT(noticeText().contains(u"The window stays open"_s), 30'000);
    QVERIFY2(!noticeText().contains(u"Saving before"_s), qPrintable(noticeText()));
    QVERIFY(offer(u"Close without saving"_s));
    QVERIFY(other->run(u"ROLLBACK"_s));
    QTRY_VERIFY_WITH_TIMEOUT(isSaved(), 30'000);
    QTRY_VERIFY2(noticeText().isEmpty(), qPrintable(noticeText()));
    QVERIFY(m_window->isVisible()); // closing was given up
}

void TestStationFaults::aFileThatCannotBeWrittenIsShown()
{
#ifdef Q_OS_UNIX
    openFresh();
    addEvent(m_window->editor(), u"News"_s, noon(), 30min);
    QTRY_VERIFY(isSaved());
    m_window->editor().setDocument(nullptr);
    const QFileInfo file(m_station);
    constexpr auto mayRead = QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther;
    constexpr auto mayEnter = mayRead | QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther;
    QVERIFY(QFile::setPermissions(m_station, mayRead));
    QVERIFY(QFile::setPermissions(file.path(), mayEnter));
    const bool isRoot = getuid() == 0; // to whom permissions mean nothing, so it becomes nobody for a moment
    QVERIFY(!isRoot || setresuid(65'534, 65'534, 0) == 0);
    m_window->openStation(m_station);
    const bool isShown = QTest::qWaitFor([this] { return m_window->editor().document() != nullptr; }, 20'000);
    QVERIFY(!isRoot || setresuid(0, 0, 0) == 0);
    QVERIFY(QFile::setPermissions(file.path(), mayEnter | QFile::WriteOwner));
    QVERIFY2(isShown, qPrintable(noticeText()));
    QVERIFY2(noticeText().contains(u"file or folder can't be written to"_s), qPrintable(noticeText()));
    QCOMPARE(m_window->editor().station().schedule().size(), 1);
    QVERIFY(!m_window->editor().canEdit());
    QVERIFY(m_window->actions().exportPlan->isEnabled());
#else
    QSKIP("permissions are another matter here");
#endif
}

QTEST_MAIN(TestStationFaults)
#include "tst_stationfaults.moc"

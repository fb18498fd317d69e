// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "uifixture.h"

#include "core/store/database.h"
#include "core/store/publications.h"
#include "ui/dialogs/cronlinedialog.h"
#include "ui/dialogs/exportchoices.h"
#include "ui/dialogs/exportdialog.h"
#include "ui/dialogs/outlineview.h"
#include "ui/dialogs/rangechoice.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>

using namespace sf;
using namespace sf::test;

class TestExportDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void writesAndProves();
    void staysOpenWhenThePlaceIsNone();
    void saysBeforehandWhatIsLost();
    void saysWhichNamesWereCleaned();
    void keepsWhatWasPublished();
    void aReadOnlyStationPublishesNothing();
    void saysWhenAFileIsNotMarked();
    void tellsDaysWithoutAPlan();
    void writesSeveralChannels();
    void saysInFullWhatCouldNotBeWritten();
    void offersTheOptionsThatAFormatHas_data();
    void offersTheOptionsThatAFormatHas();
    void remembersTheLastChoices();
    void namesTheFileAfterChannelAndDay();
    void tellsTheLineForCron();
    void ranges_data();
    void ranges();

private:
    ExportDialog *opened()
    {
        m_dialog = std::make_unique<ExportDialog>(*m_editor, day());
        m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        m_dialog->open();
        settle();
        return m_dialog.get();
    }
    TimeRange day() const
    {
        const ChannelClock clock = m_editor->clock();
        return clock.broadcastDay(clock.broadcastDate(noon()));
    }
    void settle()
    {
        if (!QTest::qWaitFor([this] { return m_dialog->isReady(); }))
            qFatal("the dialog does not come to rest");
    }
    QStringList groups(const OutlineView &view) const
    {
        QStringList titles;
        for (int row = 0; row < view.outline().rowCount(); ++row)
            titles << view.outline().index(row, 0).data().toString();
        return titles;
    }
    void write()
    {
        settle();
        m_dialog->accept();
        if (!QTest::qWaitFor([this] { return m_dialog->isReady(); }))
            qFatal("nothing is written");
    }

    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<StationEditor> m_editor;
    std::unique_ptr<ExportDialog> m_dialog;
};

void TestExportDialog::init()
{
    m_workspace = std::make_unique<Workspace>();
    m_editor = std::make_unique<StationEditor>([] { return noon(); });
    openStation(*m_editor, m_workspace->path(u"station.sqlite"_s));
    addEvent(*m_editor, u"Alpha"_s, noon(), 30min);
    addEvent(*m_editor, u"Beta"_s, noon() + 30min, 30min);
}

void TestExportDialog::cleanup()
{
    m_dialog.reset();
    m_editor.reset();
}

void TestExportDialog::writesAndProves()
{
    ExportDialog *dialog = opened();
    const QString path = m_workspace->path(u"out.xml"_s);
    dialog->setFormat(u"xml"_s);
    dialog->setPath(path);
    QSignalSpy exported(dialog, &ExportDialog::exported);
    settle();
    QVERIFY2(dialog->summary().contains(u"Nothing is lost."_s), qPrintable(dialog->summary()));
    QCOMPARE(dialog->exportButton().text(), u"Export 2 events"_s);
    QVERIFY(!QFileInfo::exists(path)); // nothing before the button
    write();
    QVERIFY(dialog->isDone());
    QCOMPARE(exported.size(), 1);
    QVERIFY2(dialog->summary().contains(u"Round trip proved: 2 of 2."_s), qPrintable(dialog->summary()));
    QVERIFY(QFileInfo(path).size() > 0);
    QVERIFY(dialog->isVisible()); // to be read
}

void TestExportDialog::staysOpenWhenThePlaceIsNone()
{
    ExportDialog *dialog = opened();
    dialog->setPath(m_workspace->path(u"no/such/folder/out.m3u"_s));
    write();
    QVERIFY(!dialog->isDone());
    QVERIFY2(dialog->summary().contains(u"could not be written"_s), qPrintable(dialog->summary()));
    QVERIFY(dialog->exportButton().isEnabled());
}

void TestExportDialog::saysBeforehandWhatIsLost()
{
    ExportDialog *dialog = opened();
    dialog->setFormat(u"m3u"_s);
    settle();
    const QStringList lost = groups(dialog->losses());
    QVERIFY2(lost.join(u'|').contains(u"start times"_s), qPrintable(lost.join(u'|')));
    QVERIFY(lost.join(u'|').contains(u"(2)"_s));
}

void TestExportDialog::saysWhichNamesWereCleaned()
{
    addEvent(*m_editor, u"=cmd()"_s, noon() + 60min, 30min);
    ExportDialog *dialog = opened();
    dialog->setFormat(u"csv"_s);
    dialog->setPath(m_workspace->path(u"out.csv"_s));
    settle();
    QVERIFY2(groups(dialog->losses()).join(u'|').contains(u"Cleaned: "_s),
             qPrintable(groups(dialog->losses()).join(u'|')));
    write();
    QVERIFY(groups(dialog->results()).join(u'|').contains(u"Cleaned: "_s));
    QVERIFY2(dialog->summary().contains(u"Round trip proved: 3 of 3."_s), qPrintable(dialog->summary()));
}

void TestExportDialog::keepsWhatWasPublished()
{
    QTRY_VERIFY(m_editor->document()->isSaved());
    ExportDialog *dialog = opened();
    dialog->setFormat(u"csv"_s);
    auto combos = dialog->findChildren<QComboBox *>();
    for (QComboBox *combo : combos) {
        if (const int row = combo->findText(u"semicolon"_s); row >= 0) {
            combo->setCurrentIndex(row);
            Q_EMIT combo->activated(row);
        }
    }
    dialog->setPath(m_workspace->path(u"out.csv"_s));
    write();
    const auto publications = loadPublications(m_editor->document()->location(), m_editor->channel()->id);
    QVERIFY(publications);
    QCOMPARE(publications->size(), 1U);
    QCOMPARE(publications->front().format, u"csv"_s);
    QCOMPARE(publications->front().range, day());
    QCOMPARE(publications->front().options.value(u"separator"_s), u"semicolon"_s);
    QCOMPARE(publications->front().events.size(), 2U);
    dialog = opened();
    dialog->choices().setPublished(false);
    dialog->setPath(m_workspace->path(u"other.csv"_s));
    write();
    QCOMPARE(loadPublications(m_editor->document()->location(), m_editor->channel()->id)->size(), 1U);
}

void TestExportDialog::aReadOnlyStationPublishesNothing()
{
    QTRY_VERIFY(m_editor->document()->isSaved());
    StationEditor other([] { return noon(); });
    openStation(other, m_editor->document()->location());
    QVERIFY(!other.canEdit());
    ExportDialog dialog(other, day());
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    const QCheckBox *published = nullptr;
    for (const QCheckBox *box : dialog.findChildren<QCheckBox *>()) {
        if (box->text().startsWith(u"Counts as published"_s))
            published = box;
    }
    QVERIFY(published && !published->isEnabled() && !published->isChecked());
    QVERIFY2(published->text().contains(u"read-only"_s), qPrintable(published->text()));
    dialog.setFormat(u"csv"_s);
    dialog.setPath(m_workspace->path(u"out.csv"_s));
    QTRY_VERIFY(dialog.isReady());
    dialog.accept();
    QTRY_VERIFY(dialog.isDone());
    QVERIFY2(!dialog.summary().contains(u"read-only"_s), qPrintable(dialog.summary()));
}

void TestExportDialog::saysWhenAFileIsNotMarked()
{
    QTRY_VERIFY(m_editor->document()->isSaved());
    ExportDialog *dialog = opened();
    dialog->setFormat(u"csv"_s);
    dialog->setPath(m_workspace->path(u"out.csv"_s));
    settle();
    const auto holder = std::move(*Database::open(m_editor->document()->location(), OpenMode::ReadWrite));
    QVERIFY(holder->run(u"BEGIN IMMEDIATE"_s));
    dialog->accept();
    QTRY_VERIFY_WITH_TIMEOUT(dialog->isDone(), 30'000);
    QVERIFY(holder->run(u"ROLLBACK"_s));
    const QString told = dialog->summary();
    QVERIFY2(told.contains(u"The file is written; it can't be marked as published: another program"_s),
             qPrintable(told));
    QVERIFY2(!told.contains(u"Nothing was changed"_s), qPrintable(told));
}

void TestExportDialog::tellsDaysWithoutAPlan()
{
    Asset film = makeAsset(m_editor->document()->ids(), u"Night film"_s, 2h);
    film.url = u"/media/film.mp4"_s;
    addAssets(*m_editor, {film});
    QVERIFY(m_editor->insertAssets(m_editor->plan(), std::array{film.id}, day().end() - 1h));
    const QString folder = m_workspace->path(u"days"_s);
    ExportDialog *dialog = opened();
    dialog->setFormat(u"ffplayout"_s);
    dialog->setPath(folder);
    dialog->choices().range().setPreset(1); // from Monday, the one that has a plan
    settle();
    QVERIFY2(dialog->summary().startsWith(u"Wed 25 Mar to Sun 29 Mar have nothing planned.\n"_s),
             qPrintable(dialog->summary()));
    QVERIFY2(dialog->summary().contains(u"1 event in 2 entries, "_s), qPrintable(dialog->summary()));
    QCOMPARE(dialog->exportButton().text(), u"Export 1 event"_s);
    write();
    QVERIFY2(dialog->summary().contains(u"7 files with 1 event in 2 entries.\nWed 25 Mar to Sun 29 Mar have "
                                        u"nothing planned."_s),
             qPrintable(dialog->summary()));
    QVERIFY(QFileInfo::exists(folder + u"/2026/03/2026-03-29.json"_s)); // the playout wants one a day
}

void TestExportDialog::writesSeveralChannels()
{
    Channel second;
    second.name = u"Two/B"_s;
    QVERIFY(m_editor->addChannel(second));
    addEvent(*m_editor, u"Gamma"_s, noon(), 30min);
    ExportDialog *dialog = opened();
    dialog->setFormat(u"xml"_s);
    auto *channels = dialog->findChild<QListWidget *>();
    QVERIFY(channels && channels->isVisible());
    for (int row = 0; row < channels->count(); ++row)
        channels->item(row)->setCheckState(Qt::Checked);
    dialog->setPath(m_workspace->path(u""_s));
    write();
    QVERIFY2(dialog->isDone(), qPrintable(dialog->summary()));
    QVERIFY2(dialog->summary().contains(u"2 files with 3 events."_s), qPrintable(dialog->summary()));
    QVERIFY(QFileInfo::exists(m_workspace->path(u"One 2026-03-23.xml"_s)));
    QVERIFY(QFileInfo::exists(m_workspace->path(u"Two_B 2026-03-23.xml"_s)));
}

void TestExportDialog::saysInFullWhatCouldNotBeWritten()
{
    Channel second;
    second.name = u"Two"_s;
    QVERIFY(m_editor->addChannel(second));
    ExportDialog *dialog = opened();
    dialog->setFormat(u"xml"_s);
    auto *channels = dialog->findChild<QListWidget *>();
    for (int row = 0; row < channels->count(); ++row)
        channels->item(row)->setCheckState(Qt::Checked);
    dialog->setPath(m_workspace->path(u""_s));
    QVERIFY(QDir().mkpath(m_workspace->path(u"Two 2026-03-23.xml"_s))); // a folder stands in its place
    write();
    QVERIFY2(dialog->summary().contains(u"Two: "_s), qPrintable(dialog->summary()));
    QVERIFY2(dialog->summary().contains(m_workspace->path(u"Two 2026-03-23.xml"_s)),
             qPrintable(dialog->summary()));
}

void TestExportDialog::offersTheOptionsThatAFormatHas_data()
{
    QTest::addColumn<QString>("id");
    for (const FormatInfo &format : formats()) {
        if (format.exports && !format.options.empty())
            QTest::newRow(format.id.data()) << QString(format.id);
    }
}

void TestExportDialog::offersTheOptionsThatAFormatHas()
{
    QFETCH(QString, id);
    ExportDialog *dialog = opened();
    dialog->setFormat(id);
    settle();
    for (const FormatOption &option : findFormat(id)->options) {
        bool isShown = false;
        for (const auto *label : dialog->findChildren<QLabel *>())
            isShown = isShown || (label->text() == option.labelText() && label->isVisible());
        for (const auto *box : dialog->findChildren<QCheckBox *>())
            isShown = isShown || (box->text() == option.labelText() && box->isVisible());
        QVERIFY2(isShown, option.label);
    }
    const auto tasks = dialog->choices().tasks();
    QVERIFY(tasks);
    QVERIFY(tasks->front().request.options.isEmpty()); // as usual until somebody chooses
}

void TestExportDialog::remembersTheLastChoices()
{
    ExportDialog *dialog = opened();
    dialog->setFormat(u"obs"_s);
    for (auto *spin : dialog->findChildren<QSpinBox *>()) {
        if (spin->value() == 1920)
            spin->setValue(1280);
    }
    dialog->choices().range().setPreset(2);
    dialog->setPath(m_workspace->path(u"scenes.json"_s));
    write();
    QVERIFY2(dialog->isDone(), qPrintable(dialog->summary()));
    dialog = opened();
    QCOMPARE(dialog->choices().format()->id, "obs"_L1);
    const auto tasks = dialog->choices().tasks();
    QVERIFY(tasks);
    QCOMPARE(tasks->front().request.options.value(u"width"_s), u"1280"_s);
    QCOMPARE(dialog->choices().range().preset(), 2);
    QCOMPARE(QFileInfo(dialog->choices().path()).absolutePath(), m_workspace->path(u""_s));
}

void TestExportDialog::namesTheFileAfterChannelAndDay()
{
    ExportDialog *dialog = opened();
    dialog->setFormat(u"xml"_s);
    QCOMPARE(QFileInfo(dialog->choices().path()).fileName(), u"One 2026-03-23.xml"_s);
    dialog->setFormat(u"ffplayout"_s);
    QVERIFY(QFileInfo(dialog->choices().path()).suffix().isEmpty()); // a folder
    dialog->setFormat(u"m3u"_s);
    QVERIFY2(dialog->choices().path().endsWith(u"/One 2026-03-23.m3u8"_s) ||
                 dialog->choices().path().endsWith(u"/One 2026-03-23.m3u"_s),
             qPrintable(dialog->choices().path()));
    dialog->setPath(u"/srv/mine.m3u"_s);
    dialog->setFormat(u"xspf"_s);
    QCOMPARE(dialog->choices().path(), u"/srv/mine.xspf"_s); // the name is the operator's
}

void TestExportDialog::tellsTheLineForCron()
{
    ExportDialog *dialog = opened();
    dialog->setFormat(u"csv"_s);
    dialog->setPath(u"/srv/one/plan-2026-03-23.csv"_s);
    dialog->choices().range().setPreset(2);
    const auto lines = dialog->choices().cronLines();
    QVERIFY(lines);
    QVERIFY2(
        lines->contains(
            u" --json schedule export --channel One --next-days 7 --format csv /srv/one/plan-{date}.csv >>/srv/one/export.log 2>&1"_s),
        qPrintable(*lines));
    QVERIFY(lines->startsWith(u"15 3 * * * "_s));
    for (auto *button : dialog->findChildren<QPushButton *>()) {
        if (button->text() == u"Every night…"_s)
            button->click();
    }
    auto *cron = dialog->findChild<CronLineDialog *>();
    QVERIFY(cron && cron->isVisible());
    QCOMPARE(cron->text(), *lines);
    cron->reject();
}

void TestExportDialog::ranges_data()
{
    QTest::addColumn<int>("preset");
    QTest::addColumn<QDate>("first");
    QTest::addColumn<int>("days");
    QTest::newRow("the day in view") << 0 << QDate(2026, 3, 25) << 1;
    QTest::newRow("its week, from Monday") << 1 << QDate(2026, 3, 23) << 7;
    QTest::newRow("the next seven days, from today") << 2 << QDate(2026, 3, 24) << 7;
}

void TestExportDialog::ranges()
{
    QFETCH(int, preset);
    QFETCH(QDate, first);
    QFETCH(int, days);
    const ChannelClock rome = *ChannelClock::create(u"Europe/Rome"_s, 6h);
    RangeChoice choice(rome, rome.broadcastDay(QDate(2026, 3, 25)), *rome.parse(u"2026-03-24T12:00"));
    choice.setPreset(preset);
    const auto range = choice.range();
    QVERIFY(range);
    QCOMPARE(*range, rome.broadcastDays(first, days)); // also over the 23 hours of the 28th
    QCOMPARE(choice.days(), days);
}

QTEST_MAIN(TestExportDialog)
#include "tst_exportdialog.moc"

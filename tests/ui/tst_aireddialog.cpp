// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "uifixture.h"

#include "ui/dialogs/aireddialog.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QTableView>

using namespace sf;
using namespace sf::test;

class TestAiredDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theModelIsWhole();
    void setsPlannedAgainstAired();
    void filtersByVerdict();
    void sortsByWhatIsMeant();
    void saysThatNothingIsKnown();
    void writesCsv();

private:
    void addPlay(const QString &title, TimePoint start, Millis duration, EventId event = {})
    {
        Play play;
        play.id = m_editor->document()->ids().next<PlayId>();
        play.channel = m_editor->channel()->id;
        play.title = title;
        play.range = {start, duration};
        play.event = event;
        StationEdit edit = makeEdit(m_editor->stamp(), u"Play"_s);
        edit.plays.after.push_back(play);
        if (!m_editor->apply(std::move(edit)))
            qFatal("the play can't be added");
    }
    AiredDialog *opened()
    {
        const ChannelClock clock = m_editor->clock();
        m_dialog = std::make_unique<AiredDialog>(*m_editor, clock.broadcastDay(clock.broadcastDate(noon())));
        m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        m_dialog->open();
        if (!QTest::qWaitFor([this] { return m_dialog->isReady(); }))
            qFatal("nothing is compared");
        return m_dialog.get();
    }
    QStringList column(int at) const
    {
        QStringList texts;
        const QAbstractItemModel &model = *m_dialog->table().model();
        for (int row = 0; row < model.rowCount(); ++row)
            texts << model.index(row, at).data().toString();
        return texts;
    }
    void play()
    {
        addPlay(u"A"_s, noon(), 30min, m_a);
        addPlay(u"B"_s, noon() + 35min, 30min, m_b);
        addPlay(u"=X"_s, noon() + 65min, 5min);
    }

    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<StationEditor> m_editor;
    std::unique_ptr<AiredDialog> m_dialog;
    EventId m_a;
    EventId m_b;
};

void TestAiredDialog::init()
{
    m_workspace = std::make_unique<Workspace>();
    m_editor = std::make_unique<StationEditor>([] { return noon() + 12h; });
    openStation(*m_editor, m_workspace->path(u"station.sqlite"_s));
    m_a = addEvent(*m_editor, u"A"_s, noon(), 30min);
    m_b = addEvent(*m_editor, u"B"_s, noon() + 30min, 30min);
    addEvent(*m_editor, u"C"_s, noon() + 2h, 30min);
}

void TestAiredDialog::cleanup()
{
    m_dialog.reset();
    m_editor.reset();
}

void TestAiredDialog::theModelIsWhole()
{
    AiredModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    AiredModel::Row row;
    row.title = u"A"_s;
    row.planned = TimeRange(noon(), 30min);
    model.setRows({row, row}, ChannelClock());
    QCOMPARE(model.rowCount(), 2);
    model.setRows({}, ChannelClock());
    QCOMPARE(model.rowCount(), 0);
}

void TestAiredDialog::setsPlannedAgainstAired()
{
    play();
    opened();
    QCOMPARE(column(AiredModel::Title), (QStringList{u"A"_s, u"B"_s, u"=X"_s, u"C"_s}));
    QCOMPARE(column(AiredModel::Verdict),
             (QStringList{u"As planned"_s, u"Late"_s, u"Not planned"_s, u"Not aired"_s}));
    QCOMPARE(column(AiredModel::Late), (QStringList{QString(), u"+ 5 min"_s, QString(), QString()}));
    QCOMPARE(m_dialog->summary(), u"1 of 4 as planned."_s);
}

void TestAiredDialog::filtersByVerdict()
{
    play();
    AiredDialog *dialog = opened();
    const auto choose = [&](const QString &text) {
        const int row = dialog->filter().findText(text);
        QVERIFY2(row >= 0, qPrintable(text));
        dialog->filter().setCurrentIndex(row);
        Q_EMIT dialog->filter().activated(row);
    };
    choose(u"What is not as planned (3)"_s);
    QCOMPARE(column(AiredModel::Title), (QStringList{u"B"_s, u"=X"_s, u"C"_s}));
    choose(u"Not aired (1)"_s);
    QCOMPARE(column(AiredModel::Title), QStringList{u"C"_s});
    addPlay(u"C"_s, noon() + 3h, 30min); // what is shown follows, and stays what it was
    QTRY_VERIFY(dialog->isReady());
    QCOMPARE(column(AiredModel::Title), QStringList{u"C"_s});
}

void TestAiredDialog::sortsByWhatIsMeant()
{
    play();
    AiredDialog *dialog = opened();
    dialog->table().sortByColumn(AiredModel::Late, Qt::DescendingOrder);
    QCOMPARE(column(AiredModel::Title).constFirst(), u"B"_s);
    dialog->table().sortByColumn(AiredModel::Title, Qt::AscendingOrder);
    QCOMPARE(column(AiredModel::Title), (QStringList{u"=X"_s, u"A"_s, u"B"_s, u"C"_s}));
}

void TestAiredDialog::saysThatNothingIsKnown()
{
    opened();
    QVERIFY2(m_dialog->summary().contains(u"import the playout's log"_s), qPrintable(m_dialog->summary()));
}

void TestAiredDialog::writesCsv()
{
    play();
    AiredDialog *dialog = opened();
    const QString path = m_workspace->path(u"report.csv"_s);
    dialog->writeTo(path);
    QTRY_VERIFY(m_editor->jobs().isIdle());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray csv = file.readAll();
    QVERIFY2(csv.contains("late,\"B\",2026-03-23 12:30:00,1800.000,2026-03-23 12:35:00,1800.000,300.000\r\n"),
             csv.constData());
    QVERIFY2(csv.contains("not-planned,\"'=X\",,,2026-03-23 13:05:00,300.000,\r\n"), csv.constData());
    dialog->writeTo(m_workspace->path(u"no/such/report.csv"_s));
    QTRY_VERIFY2(dialog->summary().contains(u"could not be written"_s), qPrintable(dialog->summary()));
}

QTEST_MAIN(TestAiredDialog)
#include "tst_aireddialog.moc"

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "uifixture.h"

#include "core/document/mappingstore.h"
#include "ui/dialogs/fixedcolumns.h"
#include "ui/dialogs/fixedfields.h"
#include "ui/dialogs/mappingdialog.h"
#include "ui/dialogs/mappinglayouts.h"
#include "ui/dialogs/mappingtable.h"

#include <QComboBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTreeWidget>

using namespace sf;
using namespace sf::test;

class TestMappingDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void readsAHeaderByItself();
    void columnsAreGivenAMeaning();
    void aFieldIsInOneColumn();
    void anEdgeIsDragged();
    void charactersAreDrawnOver();
    void isSavedAndFoundAgain();
    void saysWhatIsMissing();

private:
    MappingDialog *opened(const QString &name, const QByteArray &content)
    {
        ReadOptions reading;
        const QString path = m_workspace->write(name, content);
        reading.label = path;
        reading.date = QDate(2026, 3, 24);
        m_dialog = std::make_unique<MappingDialog>(m_jobs, path, reading);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        m_dialog->open();
        settle();
        return m_dialog.get();
    }
    void settle()
    {
        if (!QTest::qWaitFor([this] { return m_dialog->isReady(); }))
            qFatal("the preview does not come");
    }
    void mean(int column, ColumnField field)
    {
        QComboBox *combo = m_dialog->table().meaningOf(column);
        combo->setCurrentIndex(combo->findData(int(field)));
        Q_EMIT combo->activated(combo->currentIndex());
        settle();
    }
    QString eventText(int row, int column) const
    {
        const QTreeWidgetItem *item = m_dialog->events().topLevelItem(row);
        return item ? item->text(column) : QString();
    }

    std::unique_ptr<Workspace> m_workspace;
    JobList m_jobs;
    std::unique_ptr<MappingDialog> m_dialog;
};

void TestMappingDialog::init()
{
    m_workspace = std::make_unique<Workspace>();
    qputenv("XDG_CONFIG_HOME", m_workspace->path(u"config"_s).toUtf8());
}

void TestMappingDialog::cleanup() { m_dialog.reset(); }

void TestMappingDialog::readsAHeaderByItself()
{
    MappingDialog *dialog =
        opened(u"a.csv"_s, "Date;Start;Duration;Title\n2026-03-24;06:00:00;00:30:00;News\n");
    QCOMPARE(dialog->table().meaningOf(0)->currentText(), u"Date"_s);
    QCOMPARE(dialog->table().meaningOf(3)->currentText(), u"Title"_s);
    QCOMPARE(eventText(0, 0), u"2026-03-24 06:00:00"_s);
    QCOMPARE(eventText(0, 2), u"News"_s);
    QVERIFY(dialog->useButton().isEnabled());
}

void TestMappingDialog::columnsAreGivenAMeaning()
{
    MappingDialog *dialog = opened(u"a.csv"_s, "Tag;Beginn;Dauer;Sendung\n24.03.2026;06:00:00;00:30:00;"
                                               "Nachrichten\n25.03.2026;07:00:00;00:10:00;Wetter\n");
    QVERIFY(!dialog->useButton().isEnabled());
    mean(0, ColumnField::Date);
    mean(1, ColumnField::Start);
    mean(2, ColumnField::Duration);
    mean(3, ColumnField::Title);
    QVERIFY2(dialog->useButton().isEnabled(), qPrintable(dialog->note()));
    QCOMPARE(eventText(0, 0), u"2026-03-24 06:00:00"_s);
    QCOMPARE(eventText(1, 2), u"Wetter"_s);
    QSignalSpy chosen(dialog, &MappingDialog::chosen);
    dialog->accept();
    QCOMPARE(chosen.size(), 1);
    const auto mapping = chosen[0][0].value<std::optional<ColumnMapping>>();
    QCOMPARE(mapping->places.value(ColumnField::Start).header, u"Beginn"_s); // by name: columns may move
}

void TestMappingDialog::aFieldIsInOneColumn()
{
    MappingDialog *dialog = opened(u"a.csv"_s, "Start,Title,Name\n06:00,A,B\n07:00,C,D\n");
    mean(2, ColumnField::Title);
    QVERIFY(dialog->table().meaningOf(1)->currentData().toInt() < 0);
    QCOMPARE(dialog->mapping().places.value(ColumnField::Title).header, u"Name"_s);
}

void TestMappingDialog::anEdgeIsDragged()
{
    MappingDialog *dialog = opened(u"a.log"_s, "06:00:00:00 00:30:00:00 AB1234           Morning news\n"
                                               "06:30:00:00 00:10:00:00 AB1235           Weather\n");
    FixedColumns &drawing = dialog->fields().drawing();
    QVERIFY2(dialog->mapping().isFixed, qPrintable(dialog->note()));
    QCOMPARE(eventText(0, 2), u"Morning news"_s);
    QCOMPARE(dialog->mapping().places.value(ColumnField::Title).at, 42);
    // Eight characters later: the word "news" alone.
    const QPoint from = drawing.edgeBefore(42);
    const QPoint to = drawing.edgeBefore(50);
    QTest::mousePress(drawing.viewport(), Qt::LeftButton, {}, from);
    QTest::mouseMove(drawing.viewport(), (from + to) / 2);
    QMouseEvent move(QEvent::MouseMove, to, drawing.viewport()->mapToGlobal(to), Qt::NoButton, Qt::LeftButton,
                     {});
    QApplication::sendEvent(drawing.viewport(), &move);
    QTest::mouseRelease(drawing.viewport(), Qt::LeftButton, {}, to);
    settle();
    QCOMPARE(dialog->mapping().places.value(ColumnField::Title).at, 50);
    QCOMPARE(eventText(0, 2), u"news"_s);
    bool isTyped = false;
    for (const QSpinBox *spin : dialog->fields().findChildren<QSpinBox *>())
        isTyped = isTyped || (spin->value() == 50 && spin->accessibleName().startsWith(u"Title"_s));
    QVERIFY(isTyped); // the number beside it went along
}

void TestMappingDialog::charactersAreDrawnOver()
{
    MappingDialog *dialog = opened(u"a.log"_s, "Log of 24 March\n0600 News 0030\n0630 Talk 0010\n");
    QComboBox *kind = nullptr;
    for (auto *combo : dialog->findChildren<QComboBox *>()) {
        if (combo->findText(u"by their place in the line"_s) >= 0)
            kind = combo;
    }
    QVERIFY(kind);
    kind->setCurrentIndex(kind->count() - 1);
    Q_EMIT kind->activated(kind->currentIndex());
    settle();
    FixedColumns &drawing = dialog->fields().drawing();
    const QPoint from = drawing.posOf(1);
    const QPoint to = drawing.posOf(4);
    QTest::mousePress(drawing.viewport(), Qt::LeftButton, {}, from);
    QMouseEvent move(QEvent::MouseMove, to, drawing.viewport()->mapToGlobal(to), Qt::NoButton, Qt::LeftButton,
                     {});
    QApplication::sendEvent(drawing.viewport(), &move);
    QTest::mouseRelease(drawing.viewport(), Qt::LeftButton, {}, to);
    settle();
    const ColumnPlace start = dialog->mapping().places.value(ColumnField::Start);
    QCOMPARE(start.at, 1);
    QCOMPARE(start.length, 4);
}

void TestMappingDialog::isSavedAndFoundAgain()
{
    const QByteArray table = "Beginn;Dauer;Sendung\n06:00:00;00:30:00;Nachrichten\n";
    MappingDialog *dialog = opened(u"a.csv"_s, table);
    mean(0, ColumnField::Start);
    mean(1, ColumnField::Duration);
    mean(2, ColumnField::Title);
    dialog->layouts().save(u"Our traffic: 2"_s);
    QTRY_VERIFY(m_jobs.isIdle());
    QVERIFY2(dialog->note().contains(u"Saved as"_s), qPrintable(dialog->note()));
    const auto saved = mappingNamed(u"our traffic: 2", mappingFolder());
    QVERIFY(saved);
    QCOMPARE(saved->places, dialog->mapping().places);
    dialog = opened(u"b.csv"_s, table);
    QTRY_VERIFY(dialog->layouts().list().findText(u"Our traffic: 2"_s) > 0);
    QComboBox &list = dialog->layouts().list();
    list.setCurrentIndex(list.findText(u"Our traffic: 2"_s));
    Q_EMIT list.activated(list.currentIndex());
    settle();
    QCOMPARE(eventText(0, 2), u"Nachrichten"_s);
}

void TestMappingDialog::saysWhatIsMissing()
{
    MappingDialog *dialog = opened(u"a.csv"_s, "Beginn,Sendung\n06:00,A\n");
    QVERIFY2(dialog->note().contains(u"no column is a start time"_s), qPrintable(dialog->note()));
    QVERIFY(!dialog->useButton().isEnabled());
}

QTEST_MAIN(TestMappingDialog)
#include "tst_mappingdialog.moc"

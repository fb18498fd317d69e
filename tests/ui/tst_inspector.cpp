// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "uifixture.h"

#include "ui/panels/inspectorfields.h"
#include "ui/panels/inspectorpanel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QStackedWidget>

using namespace sf;
using namespace sf::test;

namespace {

/// As an operator does: click into the field, select all, type, Enter.
void typeInto(QLineEdit *field, const QString &text)
{
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, text);
    QTest::keyClick(field, Qt::Key_Return);
}

} // namespace

class TestInspector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void saysWhatToDoWithoutSelection();
    void showsOneEvent();
    void movesByTypingATime();
    void keepsWhatCannotBeRead();
    void trimsToTheFrame();
    void renamesSeveralAtOnce();
    void showsMixedValues();
    void locksAndRefusesTimes();
    void takesNotesWhenTheFocusLeaves();
    void followsUndo();

private:
    const InspectorFields &fields() const { return m_panel->fields(); }

    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<StationEditor> m_editor;
    std::unique_ptr<InspectorPanel> m_panel;
    EventId m_a;
    EventId m_b;
};

void TestInspector::init()
{
    m_workspace = std::make_unique<Workspace>();
    m_editor = std::make_unique<StationEditor>([] { return noon(); });
    openStation(*m_editor, m_workspace->path(u"station.sqlite"_s));
    m_a = addEvent(*m_editor, u"Alpha"_s, noon(), 30min);
    m_b = addEvent(*m_editor, u"Beta"_s, noon() + 30min, 45min);
    m_panel = std::make_unique<InspectorPanel>(*m_editor);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
}

void TestInspector::cleanup()
{
    m_panel.reset();
    m_editor.reset();
}

void TestInspector::saysWhatToDoWithoutSelection() { QCOMPARE(fields().pages->currentIndex(), 0); }

void TestInspector::showsOneEvent()
{
    m_editor->selection().setEvents({m_a});
    QCOMPARE(fields().pages->currentIndex(), 1);
    QCOMPARE(fields().title->text(), u"Alpha"_s);
    QCOMPARE(fields().start->text(), u"2026-03-23 12:00:00"_s);
    QCOMPARE(fields().duration->text(), u"0:30:00"_s);
    QCOMPARE(fields().end->text(), u"2026-03-23 12:30:00"_s);
}

void TestInspector::movesByTypingATime()
{
    m_editor->selection().setEvents({m_a});
    typeInto(fields().start, u"2026-03-23 09:00"_s);
    QCOMPARE(eventOf(*m_editor, m_a).range, (TimeRange{noon() - 3h, 30min}));
    QCOMPARE(fields().start->text(), u"2026-03-23 09:00:00"_s);
}

void TestInspector::keepsWhatCannotBeRead()
{
    m_editor->selection().setEvents({m_a});
    typeInto(fields().start, u"soon"_s);
    QCOMPARE(eventOf(*m_editor, m_a).range.start, noon());
    QCOMPARE(fields().start->text(), u"soon"_s);
    QVERIFY(fields().start->property("isWrong").toBool());
    QVERIFY(fields().wrong->isVisible());
    QVERIFY(fields().wrong->text().contains(u"soon"_s));
}

void TestInspector::trimsToTheFrame()
{
    m_editor->selection().setEvents({m_a});
    typeInto(fields().duration, u"0:10:00.010"_s); // a quarter of a frame at 25 a second
    QCOMPARE(eventOf(*m_editor, m_a).range, (TimeRange{noon(), 10min}));
}

void TestInspector::renamesSeveralAtOnce()
{
    m_editor->selection().setEvents({m_a, m_b});
    QSignalSpy edits(m_editor.get(), &StationEditor::edited);
    typeInto(fields().title, u"Same"_s);
    QCOMPARE(edits.size(), 1);
    QCOMPARE(eventOf(*m_editor, m_a).title, u"Same"_s);
    QCOMPARE(eventOf(*m_editor, m_b).title, u"Same"_s);
}

void TestInspector::showsMixedValues()
{
    QVERIFY(m_editor->setLocked(std::array{m_a}, true));
    m_editor->selection().setEvents({m_a, m_b});
    QCOMPARE(fields().heading->text(), u"2 events"_s);
    QVERIFY(fields().title->text().isEmpty());
    QCOMPARE(fields().title->placeholderText(), u"(several)"_s);
    QCOMPARE(fields().locked->checkState(), Qt::PartiallyChecked);
    QVERIFY(!fields().start->isEnabled());
    QVERIFY(fields().extent->text().contains(u"1 h 15 min"_s));
}

void TestInspector::locksAndRefusesTimes()
{
    m_editor->selection().setEvents({m_a});
    QTest::mouseClick(fields().locked, Qt::LeftButton, {}, QPoint(8, fields().locked->height() / 2));
    QVERIFY(eventOf(*m_editor, m_a).isLocked);
    QVERIFY(!fields().start->isEnabled());
    QVERIFY(fields().title->isEnabled());
}

void TestInspector::takesNotesWhenTheFocusLeaves()
{
    m_editor->selection().setEvents({m_a});
    fields().note->setFocus();
    QTest::keyClicks(fields().note, u"live from the studio"_s);
    fields().title->setFocus();
    QCOMPARE(eventOf(*m_editor, m_a).note, u"live from the studio"_s);
}

void TestInspector::followsUndo()
{
    m_editor->selection().setEvents({m_a});
    typeInto(fields().title, u"Other"_s);
    QVERIFY(m_editor->undo());
    QCOMPARE(fields().title->text(), u"Alpha"_s);
    QCOMPARE(fields().heading->text(), u"Alpha"_s);
}

QTEST_MAIN(TestInspector)
#include "tst_inspector.moc"

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "uifixture.h"

#include "ui/planning/fieldform.h"
#include "ui/planning/lengthedit.h"
#include "ui/planning/ruledialog.h"
#include "ui/planning/rulefields.h"
#include "ui/planning/rulesdialog.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSpinBox>
#include <QTreeView>

using namespace sf;
using namespace sf::test;

class TestRulesDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void addsARuleByHand();
    void enterPressesTheButtonWithTheFocus();
    void listsWhatBindsTheChannel();
    void switchesARuleOffWithTheMouse();
    void duplicatesAndRemoves();
    void editsWithEnter();
    void keepsWhatItDoesNotShow_data();
    void keepsWhatItDoesNotShow();
    void saysBesideTheFieldWhatIsWrong_data();
    void saysBesideTheFieldWhatIsWrong();
    void aShareOfNothingIsNoRule();
    void leavingAsksWhereSomethingChanged();
    void offersWhatTheStationHas();
    void refusesToOverwriteWhatChangedElsewhere();
    void lengthsComeBackTheSame_data();
    void lengthsComeBackTheSame();

private:
    Rule addRule(const QString &name, RuleBody body, ChannelId channel = {});
    RuleDialog *openEditor() const { return m_dialog->findChild<RuleDialog *>(); }
    const std::vector<Rule> &rules() const { return m_editor->station().rules(); }

    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<StationEditor> m_editor;
    std::unique_ptr<RulesDialog> m_dialog;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestRulesDialog::init()
{
    m_workspace = std::make_unique<Workspace>();
    m_editor = std::make_unique<StationEditor>([] { return noon(); });
    openStation(*m_editor, m_workspace->path(u"station.sqlite"_s));
    m_dialog = std::make_unique<RulesDialog>(*m_editor);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    m_tester = std::make_unique<QAbstractItemModelTester>(
        &m_dialog->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
}

void TestRulesDialog::cleanup()
{
    m_tester.reset();
    m_dialog.reset();
    m_editor.reset();
}

Rule TestRulesDialog::addRule(const QString &name, RuleBody body, ChannelId channel)
{
    Rule rule;
    rule.id = m_editor->document()->ids().next<RuleId>();
    rule.name = name;
    rule.body = std::move(body);
    rule.scope.channel = channel;
    StationEdit edit = makeEdit(m_editor->stamp(), u"Add rule"_s);
    edit.rules.after = {rule};
    if (!m_editor->apply(std::move(edit)))
        qFatal("the test's rule can't be added");
    return rule;
}

void TestRulesDialog::addsARuleByHand()
{
    QVERIFY(!m_dialog->editButton().isEnabled());
    QTest::mouseClick(&m_dialog->addButton(), Qt::LeftButton);
    RuleDialog *rule = openEditor();
    QVERIFY(rule);
    QTest::keyClicks(&rule->fields().name(), u"Music twice a day"_s);
    QTest::keyClicks(&rule->fields().neverLength(), u"4h"_s);
    QTest::keyClicks(&rule->fields().preferredLength(), u"6 h 30 min"_s);
    QTest::keyClicks(&rule->fields().category(), u"Music"_s);
    QCOMPARE(rule->says(), u"The same programme never again within 4 h; preferably not within 6 h 30 min. "
                           u"For Music."_s);
    QTest::mouseClick(&rule->saveButton(), Qt::LeftButton);
    QCOMPARE(rules().size(), 1U);
    QCOMPARE(rules().front().name, u"Music twice a day"_s);
    const Cooldown expected{4h, 6h + 30min};
    QCOMPARE(std::get<Cooldown>(rules().front().body), expected);
    QCOMPARE(rules().front().scope.category, u"Music"_s);
    QCOMPARE(rules().front().scope.channel, m_editor->channel()->id);
    QCOMPARE(m_dialog->model().rowCount(), 1);
    QCOMPARE(m_dialog->list().currentIndex().row(), 0);
    QVERIFY(m_editor->undo());
    QVERIFY(rules().empty());
    QCOMPARE(m_dialog->model().rowCount(), 0);
}

void TestRulesDialog::listsWhatBindsTheChannel()
{
    const ChannelId first = m_editor->channel()->id;
    Channel other;
    other.name = u"Two"_s;
    QVERIFY(m_editor->addChannel(std::move(other))); // and goes to it
    const ChannelId second = m_editor->channel()->id;
    addRule(u"For all"_s, NoSameHour{true});
    addRule(u"For one"_s, NoSameHour{}, first);
    addRule(u"For two"_s, NoSameHour{}, second);
    const auto names = [this] {
        QStringList out;
        for (const PlanListRow &row : m_dialog->model().rows())
            out << row.cells.front();
        return out;
    };
    QCOMPARE(names(), (QStringList{u"For all"_s, u"For two"_s}));
    m_editor->setChannel(first);
    QCOMPARE(names(), (QStringList{u"For all"_s, u"For one"_s}));
    QCOMPARE(m_dialog->model().rows().front().cells.at(1),
             u"Never at the hour it was shown at the day before."_s);
}

void TestRulesDialog::switchesARuleOffWithTheMouse()
{
    addRule(u"Hour"_s, NoSameHour{});
    QTreeView &list = m_dialog->list();
    const QRect cell = list.visualRect(m_dialog->model().index(0, 0));
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, QPoint(cell.left() + 14, cell.center().y()));
    QTRY_VERIFY(!rules().front().isEnabled);
    list.setFocus();
    QTest::keyClick(&list, Qt::Key_Space);
    QTRY_VERIFY(rules().front().isEnabled);
    QVERIFY(m_editor->undo());
    QVERIFY(!rules().front().isEnabled);
}

void TestRulesDialog::duplicatesAndRemoves()
{
    const Rule rule = addRule(u"Hour"_s, MaxPerHour{2, 1});
    QTest::mouseClick(&m_dialog->duplicateButton(), Qt::LeftButton);
    QCOMPARE(rules().size(), 2U);
    QCOMPARE(rules().back().name, u"Hour (copy)"_s);
    QVERIFY(rules().back().id != rule.id);
    QVERIFY(rules().back().body == rule.body);
    QCOMPARE(m_dialog->list().currentIndex().row(), 1);
    m_dialog->list().selectAll();
    QVERIFY(!m_dialog->editButton().isEnabled());
    QTest::keyClick(&m_dialog->list(), Qt::Key_Delete);
    QVERIFY(rules().empty());
    QVERIFY(m_editor->undo()); // one step for both
    QCOMPARE(rules().size(), 2U);
}

void TestRulesDialog::editsWithEnter()
{
    addRule(u"Hour"_s, MaxPerHour{2, {}});
    m_dialog->list().setFocus();
    QTest::keyClick(&m_dialog->list(), Qt::Key_Return);
    RuleDialog *rule = openEditor();
    QVERIFY(rule);
    QCOMPARE(rule->fields().kind().currentIndex(), 3);
    QTest::keyClick(&rule->fields().kind(), Qt::Key_End); // a rule may become another
    QTest::keyClick(&rule->fields().kind(), Qt::Key_Up);
    QCOMPARE(rule->fields().kind().currentIndex(), 8);
    QTest::keyClick(&rule->fields().name(), Qt::Key_Return);
    QVERIFY2(!rule->isVisible(), qPrintable(rule->form().wrongText() + rule->says()));
    const MaxInARow expected{2, {}};
    QCOMPARE(std::get<MaxInARow>(rules().front().body), expected);
    QCOMPARE(rules().size(), 1U);
}

void TestRulesDialog::keepsWhatItDoesNotShow_data()
{
    QTest::addColumn<int>("kind");
    for (int kind = 0; kind < int(std::variant_size_v<RuleBody>); ++kind)
        QTest::addRow("kind %d", kind) << kind;
}

void TestRulesDialog::keepsWhatItDoesNotShow()
{
    QFETCH(int, kind);
    const std::array<RuleBody, std::variant_size_v<RuleBody>> bodies{Cooldown{48h, {}},
                                                                     Separation{90s, 100ms + 2min},
                                                                     Adjacency{u"A"_s, u"B"_s, true},
                                                                     MaxPerHour{3, {}},
                                                                     MaxPlays{168h, {}, 2},
                                                                     NoSameHour{true},
                                                                     Watershed{u"18"_s, 22h + 30s, 6h, false},
                                                                     Quota{1.0 / 3, 0.5},
                                                                     MaxInARow{{}, 0},
                                                                     Exemption{u"X"_s}};
    Rule rule = addRule(u"Rule"_s, bodies.at(std::size_t(kind)));
    RuleDialog dialog(*m_editor, rule, false);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    QTest::mouseClick(&dialog.saveButton(), Qt::LeftButton);
    QVERIFY(!dialog.isVisible());
    QVERIFY(rules().front() == rule);
}

void TestRulesDialog::saysBesideTheFieldWhatIsWrong_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("said");
    QTest::newRow("a cooldown of nothing") << 0 << ""
                                           << "Give the time within which it must not";
    QTest::newRow("a length that is none") << 0 << "soon"
                                           << "Write a length such as";
    QTest::newRow("a negative length") << 1 << "-4h"
                                       << "Write a length such as";
    QTest::newRow("nothing goes before") << 2 << ""
                                         << "Name the category that goes before.";
    QTest::newRow("no number in an hour") << 3 << ""
                                          << "Give the number that must not";
    QTest::newRow("plays within no time") << 4 << ""
                                          << "It must be more than 0.";
    QTest::newRow("no series") << 9 << ""
                               << "Name the series";
    QTest::newRow("no rating") << 6 << ""
                               << "Name the rating";
}

void TestRulesDialog::enterPressesTheButtonWithTheFocus()
{
    m_dialog->addButton().setFocus();
    QTest::keyClick(&m_dialog->addButton(), Qt::Key_Return);
    QVERIFY(openEditor());
}

void TestRulesDialog::saysBesideTheFieldWhatIsWrong()
{
    QFETCH(int, kind);
    QFETCH(QString, typed);
    QFETCH(QString, said);
    QTest::mouseClick(&m_dialog->addButton(), Qt::LeftButton);
    RuleDialog *rule = openEditor();
    QVERIFY(rule);
    rule->fields().kind().setCurrentIndex(kind);
    if (kind == 6) { // else the times come first
        for (QLineEdit *field : rule->form().findChildren<QLineEdit *>()) {
            if (field->placeholderText() == u"22:00"_s)
                field->setText(field->text().isEmpty() ? u"22:00"_s : field->text());
        }
    }
    QTest::keyClicks(&rule->fields().neverLength(), typed);
    QTest::mouseClick(&rule->saveButton(), Qt::LeftButton);
    QVERIFY(rule->isVisible());
    QVERIFY2(rule->form().wrongText().startsWith(said), qPrintable(rule->form().wrongText()));
    QVERIFY(rule->form().wrongField());
    QVERIFY(rule->form().wrongField()->isVisible());
    for (const QLabel *label : rule->form().findChildren<QLabel *>()) {
        if (label->isVisible() && label->property("tone").toString() == u"error"_s)
            QTRY_VERIFY(label->height() >= label->heightForWidth(label->width()));
    }
    QVERIFY(rules().empty());
    rule->fields().kind().setCurrentIndex(5); // a kind that needs nothing
    QVERIFY(rule->form().wrongText().isEmpty());
    QTest::mouseClick(&rule->saveButton(), Qt::LeftButton);
    QCOMPARE(rules().size(), 1U);
}

void TestRulesDialog::aShareOfNothingIsNoRule()
{
    Rule rule;
    rule.id = m_editor->document()->ids().next<RuleId>();
    RuleDialog dialog(*m_editor, rule, true);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.open();
    QComboBox *kind = &dialog.fields().kind();
    kind->setFocus();
    QTest::keyClicks(kind, u"Share"_s);
    QCOMPARE(kind->currentText(), u"Share of airtime"_s);
    QCOMPARE(dialog.says(), u"Give the share of airtime that is wanted."_s);
    QTest::mouseClick(&dialog.saveButton(), Qt::LeftButton);
    QVERIFY(dialog.isVisible());
    QVERIFY(rules().empty());
    auto *share = qobject_cast<QDoubleSpinBox *>(dialog.focusWidget()); // what is wrong has the focus
    QVERIFY(share);
    share->setValue(10);
    QCOMPARE(dialog.says(), u"Preferably 10 % of airtime. For everything."_s);
    QTest::mouseClick(&dialog.saveButton(), Qt::LeftButton);
    QVERIFY(!dialog.isVisible());
    QCOMPARE(rules().size(), 1U);
}

void TestRulesDialog::leavingAsksWhereSomethingChanged()
{
    addRule(u"Hour"_s, NoSameHour{});
    QTest::mouseClick(&m_dialog->editButton(), Qt::LeftButton);
    RuleDialog *rule = openEditor();
    QVERIFY(rule);
    QTest::keyClicks(&rule->fields().name(), u"!"_s);
    QTest::keyClick(rule, Qt::Key_Escape);
    auto *question = rule->findChild<QMessageBox *>();
    QVERIFY(question);
    QTest::keyClick(question, Qt::Key_Escape); // keeps editing
    QTRY_VERIFY(!rule->findChild<QMessageBox *>());
    QVERIFY(rule->isVisible());
    QTest::keyClick(rule, Qt::Key_Escape);
    question = rule->findChild<QMessageBox *>();
    QVERIFY(question);
    for (QAbstractButton *button : question->buttons()) {
        if (button->text() == u"Discard"_s)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QTRY_VERIFY(!openEditor());
    QCOMPARE(rules().front().name, u"Hour"_s);
    QTest::mouseClick(&m_dialog->editButton(), Qt::LeftButton);
    rule = openEditor();
    QVERIFY(rule);
    QTest::keyClick(rule, Qt::Key_Escape); // nothing to ask about
    QTRY_VERIFY(!openEditor());
}

void TestRulesDialog::offersWhatTheStationHas()
{
    std::vector<Asset> assets{makeAsset(m_editor->document()->ids(), u"A"_s, 60s),
                              makeAsset(m_editor->document()->ids(), u"B"_s, 60s)};
    assets[0].category = u"Music"_s;
    assets[1].category = u"kids"_s;
    addAssets(*m_editor, std::move(assets));
    QTest::mouseClick(&m_dialog->addButton(), Qt::LeftButton);
    RuleDialog *rule = openEditor();
    QVERIFY(rule);
    QTest::keyClicks(&rule->fields().category(), u"M"_s); // before the names are there
    QTRY_COMPARE(rule->fields().category().count(), 2);
    QCOMPARE(rule->fields().category().itemText(0), u"kids"_s);
    QCOMPARE(rule->fields().category().currentText(), u"M"_s);
}

void TestRulesDialog::refusesToOverwriteWhatChangedElsewhere()
{
    const Rule rule = addRule(u"Hour"_s, NoSameHour{});
    QTest::mouseClick(&m_dialog->editButton(), Qt::LeftButton);
    RuleDialog *dialog = openEditor();
    QVERIFY(dialog);
    StationEdit edit = makeEdit(m_editor->stamp(), u"Elsewhere"_s);
    edit.rules.before = {rule};
    edit.rules.after = {rule};
    edit.rules.after.front().name = u"Another name"_s;
    QVERIFY(m_editor->apply(std::move(edit)));
    QTest::keyClicks(&dialog->fields().name(), u"!"_s);
    QTest::mouseClick(&dialog->saveButton(), Qt::LeftButton);
    QVERIFY(dialog->isVisible());
    QVERIFY(dialog->form().wrongText().contains(u"changed elsewhere"_s));
    QCOMPARE(rules().front().name, u"Another name"_s);
}

void TestRulesDialog::lengthsComeBackTheSame_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << qint64(0) << "0 s";
    QTest::newRow("hours") << qint64(48 * 3'600'000LL) << "48 h";
    QTest::newRow("all of them") << qint64(3'723'000) << "1 h 2 min 3 s";
    QTest::newRow("a part of a second") << qint64(90'040) << "0:01:30.040";
}

void TestRulesDialog::lengthsComeBackTheSame()
{
    QFETCH(qint64, ms);
    QFETCH(QString, text);
    LengthEdit edit{QString()};
    QVERIFY(!edit.length()->has_value());
    edit.setLength(Millis(ms));
    QCOMPARE(edit.text(), text);
    QCOMPARE((*edit.length())->count(), ms);
}

QTEST_MAIN(TestRulesDialog)
#include "tst_rulesdialog.moc"

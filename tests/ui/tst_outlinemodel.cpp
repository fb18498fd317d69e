// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "uifixture.h"

#include "ui/dialogs/outlinemodel.h"

#include <QAbstractItemModelTester>

using namespace sf;
using namespace sf::test;

class TestOutlineModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsOnlyWhatIsLookedAt();
    void aGroupWithoutRowsDoesNotExpand();
    void anotherOutlineForgetsTheFirst();
};

namespace {

OutlineGroup group(const QString &title, qsizetype rows, int *asked = nullptr)
{
    OutlineGroup made;
    made.title = title;
    made.count = made.rows = rows;
    made.text = [asked](qsizetype row, int column) {
        if (asked)
            ++*asked;
        return column == 0 ? u"row %1"_s.arg(row) : u"line %1"_s.arg(row + 1);
    };
    return made;
}

} // namespace

void TestOutlineModel::wordsOnlyWhatIsLookedAt()
{
    OutlineModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    tester.setUseFetchMore(false); // else it asks for all of it
    int asked = 0;
    model.setGroups({group(u"Refused"_s, 1'000'000, &asked)});
    const QModelIndex top = model.index(0, 0);
    QCOMPARE(top.data().toString(), u"Refused (1,000,000)"_s);
    QVERIFY(model.hasChildren(top));
    QVERIFY2(asked < 10, qPrintable(QString::number(asked)));
    QVERIFY(model.canFetchMore(top));
    model.fetchMore(top);
    QVERIFY(model.rowCount(top) < 2000);
    QCOMPARE(model.index(7, 0, top).data().toString(), u"row 7"_s);
    QCOMPARE(model.index(7, 1, top).data().toString(), u"line 8"_s);
}

void TestOutlineModel::aGroupWithoutRowsDoesNotExpand()
{
    OutlineModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    tester.setUseFetchMore(false); // else it asks for all of it
    OutlineGroup counted = group(u"Locked"_s, 0);
    counted.count = 3;
    model.setGroups({counted});
    QCOMPARE(model.index(0, 0).data().toString(), u"Locked (3)"_s);
    QVERIFY(!model.hasChildren(model.index(0, 0)));
    QVERIFY(!model.canFetchMore(model.index(0, 0)));
}

void TestOutlineModel::anotherOutlineForgetsTheFirst()
{
    OutlineModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    tester.setUseFetchMore(false); // else it asks for all of it
    model.setGroups({group(u"One"_s, 10), group(u"Two"_s, 1200)});
    model.fetchMore(model.index(1, 0));
    model.fetchMore(model.index(1, 0));
    model.fetchMore(model.index(1, 0));
    QCOMPARE(model.rowCount(model.index(1, 0)), 1200);
    QVERIFY(!model.canFetchMore(model.index(1, 0)));
    model.setGroups({group(u"Three"_s, 2)});
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.rowCount(model.index(0, 0)), 0);
}

QTEST_MAIN(TestOutlineModel)
#include "tst_outlinemodel.moc"

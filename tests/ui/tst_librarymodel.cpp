// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/assetmime.h"
#include "ui/library/librarymodel.h"
#include "ui/session/joblist.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace sf;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Library
{
    IdSource ids{1'774'267'200'000, 7};
    AssetTable table;

    AssetId add(const QString &title, const QString &category = {}, std::chrono::seconds duration = 60s)
    {
        Asset asset;
        asset.id = ids.next<AssetId>();
        asset.title = title;
        asset.category = category;
        asset.duration = duration;
        asset.durationSource = DurationSource::Declared;
        const AssetId id = asset.id;
        apply({{}, {asset}});
        return id;
    }
    Changes<Asset> apply(Changes<Asset> changes)
    {
        if (!table.apply(changes))
            qFatal("the test's change does not apply");
        return changes;
    }
    Changes<Asset> change(AssetId id, const std::function<void(Asset &)> &how)
    {
        Asset after = *table.find(id);
        how(after);
        return apply({{*table.find(id)}, {after}});
    }
    Changes<Asset> remove(AssetId id) { return apply({{*table.find(id)}, {}}); }
};

QStringList titles(const LibraryModel &model)
{
    QStringList out;
    for (int row = 0; row < model.rowCount(); ++row)
        out << model.index(row, 0).data().toString();
    return out;
}

} // namespace

class TestLibraryModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comparesAsPeopleDo_data();
    void comparesAsPeopleDo();
    void findsByWords_data();
    void findsByWords();
    void sortsByColumn();
    void followsEdits();
    void followsWhileFiltered();
    void followsAnEditDuringAnArrangement();
    void marksDeclaredDurations();
    void dragsIdsInRowOrder();
    void holdsAHundredThousand();
};

void TestLibraryModel::comparesAsPeopleDo_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<int>("order");
    QTest::newRow("numbers count, not digits") << u"Part 2"_s << u"Part 10"_s << -1;
    QTest::newRow("case is ignored") << u"alpha"_s << u"Alpha"_s << 0;
    QTest::newRow("leading zeros are ignored") << u"E007"_s << u"E8"_s << -1;
    QTest::newRow("a beginning comes before the whole") << u"News"_s << u"News at ten"_s << -1;
    QTest::newRow("beyond 64 bits") << u"99999999999999999999"_s << u"100000000000000000000"_s << -1;
    QTest::newRow("both empty") << QString() << QString() << 0;
}

void TestLibraryModel::comparesAsPeopleDo()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(int, order);
    const auto sign = [](int value) { return value < 0 ? -1 : value > 0 ? 1 : 0; };
    QCOMPARE(sign(naturalCompare(a, b)), order);
    QCOMPARE(sign(naturalCompare(b, a)), -order);
}

void TestLibraryModel::findsByWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isFound");
    QTest::newRow("nothing asked") << QString() << true;
    QTest::newRow("part of the title") << u"cent"_s << true;
    QTest::newRow("case is ignored") << u"ENCORE"_s << true;
    QTest::newRow("words in any order and field") << u"kids encore"_s << true;
    QTest::newRow("a tag") << u"summer"_s << true;
    QTest::newRow("the series") << u"travels"_s << true;
    QTest::newRow("the house number") << u"H-100"_s << true;
    QTest::newRow("one word is nowhere") << u"encore winter"_s << false;
}

void TestLibraryModel::findsByWords()
{
    QFETCH(QString, text);
    QFETCH(bool, isFound);
    Asset asset;
    asset.title = u"Encore: the centre"_s;
    asset.series = u"Travels"_s;
    asset.category = u"Kids"_s;
    asset.tags = {u"Summer"_s};
    asset.houseNumber = u"H-100"_s;
    LibraryFilter filter;
    filter.text = text;
    QCOMPARE(LibraryMatcher(filter)(asset), isFound);
}

void TestLibraryModel::sortsByColumn()
{
    Library library;
    library.add(u"Beta"_s, u"News"_s, 10s);
    library.add(u"Alpha 10"_s, u"Kids"_s, 30s);
    library.add(u"Alpha 2"_s, u"News"_s, 20s);
    JobList jobs;
    LibraryModel model(jobs);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setAssets(library.table);
    QTRY_COMPARE(titles(model), QStringList({u"Alpha 2"_s, u"Alpha 10"_s, u"Beta"_s}));
    model.sort(1, Qt::DescendingOrder);
    QTRY_COMPARE(titles(model), QStringList({u"Alpha 10"_s, u"Alpha 2"_s, u"Beta"_s}));
    model.sort(2, Qt::AscendingOrder);
    QTRY_COMPARE(titles(model), QStringList({u"Alpha 10"_s, u"Alpha 2"_s, u"Beta"_s}));
    QCOMPARE(model.categories(), QStringList({u"Kids"_s, u"News"_s}));
    QCOMPARE(model.totalPlayable(), Micros(60s));
}

void TestLibraryModel::followsEdits()
{
    Library library;
    const AssetId b = library.add(u"B"_s);
    JobList jobs;
    LibraryModel model(jobs);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setAssets(library.table);
    QTRY_COMPARE(model.rowCount(), 1);
    QTRY_VERIFY(jobs.isIdle());
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);

    const AssetId a = library.add(u"A"_s, u"New"_s);
    model.follow({{}, {*library.table.find(a)}}, library.table);
    QCOMPARE(titles(model), QStringList({u"A"_s, u"B"_s}));
    QCOMPARE(model.categories(), QStringList({u"New"_s}));
    QCOMPARE(model.rowOf(b), 1);

    model.follow(library.change(a, [](Asset &asset) { asset.title = u"C"_s; }), library.table);
    QCOMPARE(titles(model), QStringList({u"B"_s, u"C"_s}));

    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.follow(library.change(b, [](Asset &asset) { asset.status = AssetStatus::Missing; }), library.table);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(model.assetAt(0).status, AssetStatus::Missing);

    model.follow(library.remove(b), library.table);
    QCOMPARE(titles(model), QStringList({u"C"_s}));
    QCOMPARE(model.totalCount(), 1);
    QCOMPARE(model.totalPlayable(), Micros(60s));
    QCOMPARE(reset.size(), 0); // the selection and the scroll position were kept
}

void TestLibraryModel::followsWhileFiltered()
{
    Library library;
    const AssetId news = library.add(u"Tonight"_s, u"News"_s);
    library.add(u"Puppets"_s, u"Kids"_s);
    JobList jobs;
    LibraryModel model(jobs);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setAssets(library.table);
    LibraryFilter filter;
    filter.category = u"News"_s;
    model.setFilter(filter);
    QTRY_COMPARE(titles(model), QStringList({u"Tonight"_s}));
    QTRY_VERIFY(jobs.isIdle());
    model.follow(library.change(news, [](Asset &asset) { asset.category = u"Kids"_s; }), library.table);
    QCOMPARE(model.rowCount(), 0);
    model.follow(library.change(news, [](Asset &asset) { asset.category = u"News"_s; }), library.table);
    QCOMPARE(titles(model), QStringList({u"Tonight"_s}));
    QCOMPARE(model.totalCount(), 2);
}

void TestLibraryModel::followsAnEditDuringAnArrangement()
{
    Library library;
    library.add(u"A"_s);
    JobList jobs;
    LibraryModel model(jobs);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setAssets(library.table); // its job has not ended when the edit comes
    const AssetId b = library.add(u"B"_s);
    model.follow({{}, {*library.table.find(b)}}, library.table);
    QTRY_COMPARE(titles(model), QStringList({u"A"_s, u"B"_s}));
}

void TestLibraryModel::marksDeclaredDurations()
{
    Asset asset;
    QCOMPARE(durationText(asset), u"–"_s);
    asset.duration = 3'661'400ms;
    asset.durationSource = DurationSource::Declared;
    QCOMPARE(durationText(asset), u"~1:01:01"_s);
    asset.durationSource = DurationSource::Probed;
    QCOMPARE(durationText(asset), u"1:01:01"_s);
}

void TestLibraryModel::dragsIdsInRowOrder()
{
    Library library;
    const AssetId b = library.add(u"B"_s);
    const AssetId a = library.add(u"A"_s);
    JobList jobs;
    LibraryModel model(jobs);
    model.setAssets(library.table);
    QTRY_COMPARE(model.rowCount(), 2);
    const std::unique_ptr<QMimeData> mime(
        model.mimeData({model.index(1, 0), model.index(1, 1), model.index(0, 0)}));
    QCOMPARE(fromAssetMime(*mime), std::vector({a, b}));
}

void TestLibraryModel::holdsAHundredThousand()
{
    Library library;
    Changes<Asset> changes;
    for (int i = 0; i < 100'000; ++i) {
        Asset asset;
        asset.id = library.ids.next<AssetId>();
        asset.title = u"Title %1"_s.arg((i * 7919) % 100'000);
        changes.after.push_back(std::move(asset));
    }
    library.apply(changes);
    JobList jobs;
    LibraryModel model(jobs);
    model.setAssets(library.table);
    QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 100'000, 60'000);
    QCOMPARE(model.index(99'999, 0).data().toString(), u"Title 99999"_s);
    LibraryFilter filter;
    filter.text = u"title 4242"_s;
    model.setFilter(filter);
    QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 20, 60'000); // 4242, 42420 to 42429, 14242 to 94242
}

QTEST_MAIN(TestLibraryModel)
#include "tst_librarymodel.moc"

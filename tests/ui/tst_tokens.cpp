// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/theme/categoryorder.h"
#include "ui/theme/tokens.h"

#include <QSet>
#include <QTest>

using namespace sf;
using namespace Qt::StringLiterals;

class TestTokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contrastIsThatOfTheStandard()
    {
        QCOMPARE(contrastRatio(Qt::white, Qt::black), 21.0);
        QCOMPARE(contrastRatio(Qt::red, Qt::red), 1.0);
        QCOMPARE(qRound(contrastRatio(QColor(0x76, 0x76, 0x76), Qt::white) * 100), 454);
    }

    void colours_data()
    {
        QTest::addColumn<Theme>("theme");
        QTest::addColumn<double>("textAtLeast");
        QTest::addColumn<double>("onFillsAtLeast");
        QTest::newRow("dark") << Theme::Dark << 12.0 << 5.0;
        QTest::newRow("light") << Theme::Light << 12.0 << 10.0;
    }
    void colours()
    {
        QFETCH(Theme, theme);
        QFETCH(double, textAtLeast);
        QFETCH(double, onFillsAtLeast);
        const Tokens &t = tokens(theme);
        QCOMPARE(t.theme, theme);
        for (const QColor &surface : {t.background, t.panel, t.lane}) {
            const auto atLeast = [&](const QColor &colour, double wanted) {
                const double ratio = contrastRatio(colour, surface);
                if (ratio < wanted)
                    qWarning("%s on %s: %.2f, wanted %.1f", qPrintable(colour.name()),
                             qPrintable(surface.name()), ratio, wanted);
                return ratio >= wanted;
            };
            QVERIFY(atLeast(t.text, textAtLeast));
            QVERIFY(atLeast(t.dimText, 5.0));
            QVERIFY(atLeast(t.accent, 4.5));
            QVERIFY(atLeast(t.warning, 4.5));
            QVERIFY(atLeast(t.good, 4.5));
            QVERIFY(atLeast(t.error, 4.5));
            QVERIFY(atLeast(t.nowLine, 3.0));
        }
        for (const QColor &fill : t.categories)
            QVERIFY2(contrastRatio(t.categoryText, fill) >= onFillsAtLeast, qPrintable(fill.name()));
        QVERIFY(contrastRatio(t.categoryText, t.neutral) >= 5.0);
        QVERIFY(contrastRatio(t.accentText, t.accent) >= 4.5);
    }

    void mixedStaysOpaqueBetweenItsEnds()
    {
        QCOMPARE(mixed(Qt::black, Qt::white, 0), QColor(0, 0, 0));
        QCOMPARE(mixed(Qt::black, Qt::white, 1), QColor(255, 255, 255));
        QCOMPARE(mixed(QColor(0, 100, 200), QColor(100, 200, 0), 0.5), QColor(50, 150, 100));
        QCOMPARE(mixed(QColor(1, 2, 3, 4), QColor(5, 6, 7, 8), 0.5).alpha(), 255);
    }

    void aCategoryKeepsItsFill()
    {
        CategoryFills one;
        CategoryFills two;
        const int news = one.indexOf(u"News"_s);
        one.indexOf(u"Film"_s);
        QCOMPARE(one.indexOf(u"News"_s), news);
        QCOMPARE(one.indexOf(u"  nEWS "_s), news);
        QCOMPARE(two.indexOf(u"News"_s), news); // whoever asks, whenever
    }

    void twelveCategoriesHaveTwelveFills()
    {
        CategoryFills fills;
        QSet<int> seen;
        for (int i = 0; i < categoryFillCount; ++i)
            seen.insert(fills.indexOf(u"category %1"_s.arg(i)));
        QCOMPARE(seen.size(), categoryFillCount);
        const int shared = fills.indexOf(u"one too many"_s);
        QVERIFY(shared >= 0 && shared < categoryFillCount);
        QCOMPARE(fills.indexOf(u"one too many"_s), shared);
    }

    void aCategoryHasTheSameFillWhenTheStationIsOpenedAgain()
    {
        AssetTable library;
        CategoryOrder order;
        CategoryFills fills;
        const auto change = [&](std::uint64_t id, const QString &category) {
            Changes<Asset> changes;
            if (const Asset *before = library.find(AssetId::fromBits(0, id)))
                changes.before = {*before};
            Asset asset;
            asset.id = AssetId::fromBits(0, id);
            asset.category = category;
            if (!category.isEmpty())
                changes.after = {asset};
            const bool isApplied = library.apply(changes).has_value();
            if (order.follow(library, changes))
                fills = order.fills();
            return isApplied;
        };
        for (std::uint64_t i = 1; i <= 10; ++i)
            QVERIFY(change(i, u"Category %1"_s.arg(20 - i)));
        const int first = fills.indexOf(u"Category 19"_s);
        QVERIFY(change(11, u"A name before them all"_s));
        QCOMPARE(fills.indexOf(u"Category 19"_s), first);
        QVERIFY(change(12, u"category 12"_s) && change(3, u"Renamed"_s)); // 17 loses its only asset
        QVERIFY(change(1, {}) && change(13, u"Category 19"_s));           // 19 goes and comes back
        QCOMPARE(order.names().first(), u"category 18"_s);
        CategoryFills opened = CategoryOrder(library).fills();
        QCOMPARE(order.names(), CategoryOrder(library).names());
        for (const QString &name : order.names())
            QCOMPARE(fills.indexOf(name), opened.indexOf(name));
    }

    void anAssetWithoutCategoryIsNamedByItsKind()
    {
        Asset asset;
        asset.kind = AssetKind::Ident;
        QCOMPARE(categoryName(asset), u"ident"_s);
        asset.category = u" Kids "_s;
        QCOMPARE(categoryName(asset), u"Kids"_s);
    }
};

QTEST_MAIN(TestTokens)
#include "tst_tokens.moc"

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/schedule/namefacts.h"

#include <QTest>

using namespace sf;
using namespace Qt::StringLiterals;

/// What the entries of playlists say about their content.
class TestNameFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEntryTellsItsEpisode_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("series");
        QTest::addColumn<int>("season");
        QTest::addColumn<int>("episode");
        QTest::addColumn<int>("year");
        QTest::newRow("the title numbers it")
            << u"Night Watch S02E05 - Chariots, Gods and Beyond"_s << u"https://example.com/a.mkv"_s
            << u"Night Watch"_s << 2 << 5 << 0;
        QTest::newRow("only the address does")
            << u"Channel 7"_s << u"https://example.com/x/The%20Odd%20Pair%20S01E03%20Felix.mp4"_s
            << u"The Odd Pair"_s << 1 << 3 << 0;
        QTest::newRow("the series is a folder")
            << u"One"_s << u"https://example.com/Night%20Watch/Season%201/S01E09.mp4"_s << u"Night Watch"_s
            << 1 << 9 << 0;
        QTest::newRow("a film has a year")
            << u"Detour (1945)"_s << u"media/detour.mp4"_s << QString() << 0 << 0 << 1945;
        QTest::newRow("a picture size is no episode")
            << u"Live 720p"_s << u"https://example.com/1920x1080/index.m3u8"_s << QString() << 0 << 0 << 0;
    }
    void anEntryTellsItsEpisode()
    {
        QFETCH(QString, title);
        QFETCH(QString, address);
        const NameFacts facts = factsFromEntry(title, address, QString());
        QTEST(facts.series, "series");
        QTEST(int(facts.season), "season");
        QTEST(int(facts.episode), "episode");
        QTEST(int(facts.year), "year");
        QCOMPARE(facts.title, title);
    }

    void theGroupTellsTheKind()
    {
        QCOMPARE(factsFromEntry(u"A"_s, u"a.mp4"_s, u"Station idents"_s).kind, AssetKind::Ident);
        QCOMPARE(factsFromEntry(u"A"_s, u"a.mp4"_s, u"Film noir"_s).kind, AssetKind::Program);
        QCOMPARE(factsFromEntry(u"A"_s, u"a.mp4"_s, u"Promos"_s).kind, AssetKind::Promo);
    }
};

QTEST_GUILESS_MAIN(TestNameFacts)
#include "tst_namefacts.moc"

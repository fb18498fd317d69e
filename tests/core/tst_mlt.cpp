// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "importfixture.h"

#include <QTest>

using namespace sf;
using namespace sf::test;
using namespace Qt::StringLiterals;

/// MLT XML as editors and players write it.
class MltTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEntries_data();
    void readsEntries();
    void findsTheMainPlaylist();
    void takesWhatThePlayerMakesForNoFile();
};

void MltTest::readsEntries_data()
{
    QTest::addColumn<QByteArray>("in");
    QTest::addColumn<QByteArray>("out");
    QTest::addColumn<int>("frames");
    QTest::newRow("frames") << QByteArray("0") << QByteArray("74") << 75;
    QTest::newRow("a clock") << QByteArray("00:00:00.000") << QByteArray("00:00:02.960") << 75;
    QTest::newRow("a time code") << QByteArray("00:00:00:00") << QByteArray("00:00:02:24") << 75;
    QTest::newRow("from the middle") << QByteArray("50") << QByteArray("74") << 25;
    QTest::newRow("the producer's own") << QByteArray() << QByteArray() << 100;
    QTest::newRow("an end before its start") << QByteArray("74") << QByteArray("10") << 0;
    QTest::newRow("nonsense") << QByteArray("x") << QByteArray("y") << 0;
}

void MltTest::readsEntries()
{
    QFETCH(QByteArray, in);
    QFETCH(QByteArray, out);
    QFETCH(int, frames);
    const auto attribute = [](const char *name, const QByteArray &value) {
        return value.isEmpty() ? QByteArray() : QByteArray(" ") + name + "=\"" + value + "\"";
    };
    ReadOptions options;
    options.start = timePointFromMs(1'774'674'000'000);
    const auto read =
        scheduleOf("<mlt><profile frame_rate_num=\"25\" frame_rate_den=\"1\"/><producer id=\"p\" in=\"0\" "
                   "out=\"99\"><property name=\"resource\">/a b.mp4</property></producer>"
                   "<playlist id=\"l\"><blank length=\"25\"/><entry producer=\"p\"" +
                       attribute("in", in) + attribute("out", out) +
                       "><filter><property name=\"resource\">/no.mp4</property></filter></entry>"
                       "</playlist></mlt>",
                   options);
    QVERIFY(read);
    QCOMPARE(read->events.size(), std::size_t(frames > 0 ? 1 : 0));
    QCOMPARE(read->rejected.size(), std::size_t(frames > 0 ? 0 : 1));
    if (frames == 0)
        return;
    QCOMPARE(read->events.front().range.start, *options.start + Millis(1000));
    QCOMPARE(read->events.front().range.duration, Millis(40 * frames));
    QCOMPARE(read->assets.front().url, u"/a b.mp4"_s);
    QCOMPARE(read->events.front().title, u"a b"_s);
}

void MltTest::findsTheMainPlaylist()
{
    const QByteArray lists =
        "<producer id=\"p\"><property name=\"resource\">/a.mp4</property></producer>"
        "<playlist id=\"main_bin\"><entry producer=\"p\" in=\"0\" out=\"9\"/><entry producer=\"p\" "
        "in=\"0\" out=\"9\"/><entry producer=\"p\" in=\"0\" out=\"9\"/></playlist>"
        "<playlist id=\"one\"><entry producer=\"p\" in=\"0\" out=\"9\"/></playlist>"
        "<playlist id=\"two\"><entry producer=\"p\" in=\"0\" out=\"9\"/><entry producer=\"p\" "
        "in=\"0\" out=\"9\"/></playlist></mlt>";
    ReadOptions options;
    options.start = timePointFromMs(1'774'674'000'000);
    auto read = scheduleOf("<mlt producer=\"one\">" + lists, options);
    QVERIFY(read);
    QCOMPARE(read->events.size(), std::size_t(1));
    QVERIFY(read->warnings.empty());
    read = scheduleOf("<mlt>" + lists, options);
    QVERIFY(read);
    QCOMPARE(read->events.size(), std::size_t(2)); // a bin is no programme
    QCOMPARE(read->warnings.size(), std::size_t(1));
    read = scheduleOf("<mlt producer=\"main_bin\">" + lists, options); // nor where an editor made it the root
    QVERIFY(read);
    QCOMPARE(read->events.size(), std::size_t(2));
    const QByteArray binAlone = lists.left(lists.indexOf("<playlist id=\"one\"")) + "</mlt>";
    read = scheduleOf("<mlt producer=\"main_bin\">" + binAlone, options);
    QVERIFY(read);
    QCOMPARE(read->events.size(), std::size_t(3)); // which is all that it has
}

void MltTest::takesWhatThePlayerMakesForNoFile()
{
    const auto producer = [](const char *id, const QByteArray &properties) {
        QByteArray text = "<producer id=\"" + QByteArray(id) + "\">";
        for (const QByteArray &property : properties.split('|')) {
            const auto parts = property.split('=');
            text += "<property name=\"" + parts[0] + "\">" + parts[1] + "</property>";
        }
        return text + "</producer>";
    };
    QByteArray file = "<mlt>" + producer("a", "resource=0|mlt_service=color") +
                      producer("b", "resource=|mlt_service=kdenlivetitle|kdenlive:clipname=Good night") +
                      producer("c", "resource=2:/m/fast.mp4|warp_resource=/m/fast.mp4|mlt_service=timewarp") +
                      producer("d", "resource=/m/card.png|mlt_service=qimage") + "<playlist id=\"t\">";
    for (const char *id : {"a", "b", "c", "d"})
        file += "<entry producer=\"" + QByteArray(id) + "\" in=\"0\" out=\"9\"/>";
    ReadOptions options;
    options.start = timePointFromMs(1'774'674'000'000);
    const auto read = scheduleOf(file + "</playlist></mlt>", options);
    QVERIFY(read);
    QCOMPARE(read->events.size(), std::size_t(4));
    QStringList found;
    for (const ScheduledEvent &event : read->events)
        found += event.title;
    QCOMPARE(found, QStringList({u"color"_s, u"Good night"_s, u"fast"_s, u"card"_s}));
    found.clear();
    for (const Asset &asset : read->assets)
        found += asset.url;
    QCOMPARE(found, QStringList({u"/m/fast.mp4"_s, u"/m/card.png"_s}));
}

QTEST_GUILESS_MAIN(MltTest)
#include "tst_mlt.moc"

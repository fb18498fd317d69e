// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/schedule/importedentries.h"

#include <QTest>

#include <random>

using namespace sf;
using namespace Qt::StringLiterals;

namespace {

std::vector<PlaylistEntry> randomEntries(int count, std::uint64_t seed)
{
    std::mt19937_64 random(seed);
    const std::array texts{QString(), u"Films"_s, u"Čapek’s “R.U.R.”"_s, u"\uFEFF映画"_s,
                           QString(3'000, u'x')};
    const auto text = [&] { return texts[random() % texts.size()]; };
    const auto length = [&] { return Micros(random() % 3 * 1'234'567); };
    std::vector<PlaylistEntry> entries;
    for (int i = 0; i < count; ++i) {
        PlaylistEntry entry;
        entry.title = text() + QString::number(i);
        entry.url = text();
        entry.duration = length();
        entry.group = text();
        entry.logo = text();
        entry.guideId = text();
        entry.guideName = text();
        entry.mediaIn = length();
        entry.mediaOut = length();
        entry.line = i;
        entries.push_back(entry);
    }
    return entries;
}

} // namespace

class ImportedEntriesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesBackWhatWasPutIn_data();
    void givesBackWhatWasPutIn();
    void takesBytes();
    void appendsAnother();
};

void ImportedEntriesTest::givesBackWhatWasPutIn_data()
{
    QTest::addColumn<int>("count");
    QTest::newRow("none") << 0;
    QTest::newRow("one") << 1;
    QTest::newRow("a chunk") << 512;
    QTest::newRow("several chunks") << 1'700;
}

void ImportedEntriesTest::givesBackWhatWasPutIn()
{
    QFETCH(int, count);
    const auto entries = randomEntries(count, 21);
    const ImportedEntries list(entries);
    QCOMPARE(list.size(), entries.size());
    QCOMPARE(list.empty(), entries.empty());
    QVERIFY(std::equal(list.begin(), list.end(), entries.begin(), entries.end()));
    if (count > 0) {
        QVERIFY(list.front() == entries.front());
        QVERIFY(list.back() == entries.back());
    }
}

void ImportedEntriesTest::takesBytes()
{
    Utf8PlaylistEntry bytes;
    bytes.title = "caf\xC3\xA9";
    bytes.url = "/a.mp4";
    bytes.group = "group";
    bytes.logo = "logo";
    bytes.guideId = "id";
    bytes.guideName = "name";
    bytes.duration = Micros(5);
    bytes.mediaIn = Micros(1);
    bytes.mediaOut = Micros(2);
    bytes.line = 9;
    ImportedEntries list;
    list.push_back(bytes);
    const PlaylistEntry expected{u"café"_s, u"/a.mp4"_s, Micros(5), u"group"_s, u"logo"_s,
                                 u"id"_s,   u"name"_s,   Micros(1), Micros(2),  9};
    QVERIFY(list.front() == expected);
}

void ImportedEntriesTest::appendsAnother()
{
    auto entries = randomEntries(600, 22);
    const auto more = randomEntries(700, 23);
    ImportedEntries list(entries);
    list.append(ImportedEntries(more));
    entries.insert(entries.end(), more.begin(), more.end());
    QVERIFY(std::equal(list.begin(), list.end(), entries.begin(), entries.end()));
}

QTEST_GUILESS_MAIN(ImportedEntriesTest)
#include "tst_importedentries.moc"

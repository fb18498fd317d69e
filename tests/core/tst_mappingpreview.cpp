// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/mappingpreview.h"

#include <QTest>

using namespace sf;
using namespace Qt::StringLiterals;

class MappingPreviewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheBeginning();
};

void MappingPreviewTest::readsTheBeginning()
{
    const Job job;
    ReadOptions options;
    options.channel = *ChannelClock::create(u"Europe/Rome"_s, std::chrono::hours(6));
    options.label = u"a.csv"_s;
    const QByteArray csv = "Tag;Beginn;Dauer;Titel\n2026-03-28;06:00;00:30:00;A\n"
                           "2026-03-28;06:30;00:30:00;B\n";
    auto preview = previewMapping(csv, options, job);
    QVERIFY(preview);
    QVERIFY(preview->fault); // nothing says which is the start
    QCOMPARE(preview->table.rows.size(), 2);
    ColumnMapping mapping;
    mapping.places = {{ColumnField::Date, {u"Tag"_s, -1, 0}},
                      {ColumnField::Start, {u"Beginn"_s, -1, 0}},
                      {ColumnField::Duration, {u"Dauer"_s, -1, 0}},
                      {ColumnField::Title, {{}, 4, 0}}};
    options.mapping = mapping;
    preview = previewMapping(csv, options, job);
    QVERIFY(preview && !preview->fault);
    QCOMPARE(preview->mapping, mapping);
    QCOMPARE(preview->read.events.size(), 2U);
    // The end of a beginning is no line.
    QByteArray large = csv;
    while (large.size() < mappingHeadBytes)
        large += "2026-03-28;07:00;00:30:00;C\n";
    large.truncate(mappingHeadBytes);
    large.back() = 'x';
    preview = previewMapping(large, options, job);
    QVERIFY(preview && !preview->fault);
    QVERIFY(preview->read.rejected.empty());
    // A log in fixed columns is known by its layout.
    options.mapping.reset();
    options.label = u"a.log"_s;
    options.date = QDate(2026, 3, 28);
    preview = previewMapping("06:00:00:00 00:30:00:00 AB1234           Morning news\n", options, job);
    QVERIFY(preview && !preview->fault);
    QVERIFY(preview->mapping.isFixed);
    QCOMPARE(preview->mapping.name, u"traffic-time-only"_s);
    QCOMPARE(preview->read.events.front().title, u"Morning news"_s);
}

QTEST_GUILESS_MAIN(MappingPreviewTest)
#include "tst_mappingpreview.moc"

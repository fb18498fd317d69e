// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/schedule/importedevents.h"

#include "randomstation.h"

#include <QTest>

using namespace sf;
using namespace Qt::StringLiterals;

namespace {

/// Every event has some fields of its own; the others are as they are by default.
std::vector<ScheduledEvent> randomEvents(std::size_t count, std::uint64_t seed)
{
    test::RandomStation random(seed);
    std::mt19937_64 which(seed);
    std::vector<ScheduledEvent> events;
    for (std::size_t i = 0; i < count; ++i) {
        ScheduledEvent full = random.event(PlanId::fromBits(1, 1));
        if (which() % 4 == 0) { // as readers give nearly all
            ScheduledEvent plain;
            plain.id = full.id;
            plain.asset = full.asset;
            plain.range = full.range;
            plain.title = full.title;
            full = plain;
        }
        const ScheduledEvent none;
        const auto drop = [&](auto field) {
            if (which() % 3 == 0)
                full.*field = none.*field;
        };
        drop(&ScheduledEvent::id);
        drop(&ScheduledEvent::plan);
        drop(&ScheduledEvent::parent);
        drop(&ScheduledEvent::asset);
        drop(&ScheduledEvent::airing);
        drop(&ScheduledEvent::recurrence);
        drop(&ScheduledEvent::run);
        drop(&ScheduledEvent::parentOffset);
        drop(&ScheduledEvent::mediaIn);
        drop(&ScheduledEvent::occurrence);
        drop(&ScheduledEvent::title);
        drop(&ScheduledEvent::note);
        drop(&ScheduledEvent::colour);
        drop(&ScheduledEvent::layer);
        drop(&ScheduledEvent::startMode);
        drop(&ScheduledEvent::origin);
        drop(&ScheduledEvent::tier);
        drop(&ScheduledEvent::isLocked);
        drop(&ScheduledEvent::isExempt);
        events.push_back(full);
    }
    return events;
}

ScheduledEvent titled(const QString &title)
{
    ScheduledEvent event;
    event.title = title;
    event.range = {TimePoint(), Millis(1)};
    return event;
}

} // namespace

class ImportedEventsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesBackWhatWasPutIn_data();
    void givesBackWhatWasPutIn();
    void keepsTexts_data();
    void keepsTexts();
    void takesATitleOfBytes();
    void sharesTitlesWhenTaken();
    void appendsTheRestOfAnother();
    void knowsItsExtent();
};

void ImportedEventsTest::givesBackWhatWasPutIn_data()
{
    QTest::addColumn<int>("count");
    QTest::newRow("none") << 0;
    QTest::newRow("one") << 1;
    QTest::newRow("one less than a chunk") << 511;
    QTest::newRow("a chunk") << 512;
    QTest::newRow("one more than a chunk") << 513;
    QTest::newRow("several chunks") << 3'000;
}

void ImportedEventsTest::givesBackWhatWasPutIn()
{
    QFETCH(int, count);
    const auto events = randomEvents(static_cast<std::size_t>(count), 11);
    ImportedEvents list(events);
    QCOMPARE(list.size(), events.size());
    QCOMPARE(list.empty(), events.empty());
    std::size_t at = 0;
    for (const ScheduledEvent &event : list) {
        QVERIFY2(event == events[at], qPrintable(QString::number(at)));
        ++at;
    }
    QCOMPARE(at, events.size());
    if (count > 0) {
        QVERIFY(list.front() == events.front());
        QVERIFY(list.back() == events.back());
    }
    const ImportedEvents copy = list;
    QVERIFY(list.take() == events);
    QVERIFY(list.empty());
    QVERIFY(list.begin() == list.end());
    list.push_back(titled(u"again"_s));
    QCOMPARE(list.back().title, u"again"_s);
    QVERIFY(std::equal(copy.begin(), copy.end(), events.begin(), events.end()));
}

void ImportedEventsTest::keepsTexts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("kept");
    const auto same = [](const char *name, const QString &text) { QTest::newRow(name) << text << text; };
    same("no text", {});
    same("ASCII", u"News at ten"_s);
    same("Latin", u"Čapek’s “R.U.R.”"_s);
    same("beyond the first plane", u"\U0001F3AC film"_s);
    same("a mark that belongs to the text", u"\uFEFF\uFEFFfilm"_s);
    same("a zero", u"a\0b"_s);
    same("a text longer than a chunk's others", QString(200'000, u'日'));
    QTest::newRow("half a pair means nothing") << u"a"_s + QChar(0xD83C) + u"b"_s << u"a?b"_s;
}

void ImportedEventsTest::keepsTexts()
{
    QFETCH(QString, text);
    ScheduledEvent event = titled(text);
    event.note = text;
    ImportedEvents list;
    list.push_back(titled(u"before"_s));
    list.push_back(event);
    list.push_back(titled(u"after"_s));
    QTEST(list[1].title, "kept");
    QTEST(list[1].note, "kept");
    QCOMPARE(list[2].title, u"after"_s);
    const auto taken = list.take();
    QTEST(taken[1].title, "kept");
    QTEST(taken[1].note, "kept");
}

void ImportedEventsTest::takesATitleOfBytes()
{
    ScheduledEvent event = titled(u"not this"_s);
    event.note = u"a note"_s;
    ImportedEvents list;
    list.push_back(event, QByteArrayView("caf\xC3\xA9"));
    QCOMPARE(list.front().title, u"café"_s);
    QCOMPARE(list.front().note, u"a note"_s);
}

void ImportedEventsTest::sharesTitlesWhenTaken()
{
    ImportedEvents list;
    for (int i = 0; i < 2'000; ++i)
        list.push_back(titled(i % 2 ? u"Odd"_s : u"Événement"_s));
    const auto events = list.take();
    for (std::size_t i = 2; i < events.size(); ++i)
        QCOMPARE(events[i].title.constData(), events[i % 2].title.constData());
}

void ImportedEventsTest::appendsTheRestOfAnother()
{
    auto events = randomEvents(700, 12);
    const auto more = randomEvents(600, 13);
    ImportedEvents list(events);
    list.append(ImportedEvents(more), 2);
    list.extendLast(Millis(5));
    events.insert(events.end(), more.begin() + 2, more.end());
    events.back().range.duration += Millis(5);
    QVERIFY(list.take() == events);
}

void ImportedEventsTest::knowsItsExtent()
{
    const auto at = [](std::int64_t ms, std::int64_t length) {
        ScheduledEvent event;
        event.range = {timePointFromMs(ms), Millis(length)};
        return event;
    };
    QVERIFY(!ImportedEvents().extent());
    const ImportedEvents list(std::vector{at(50, 100), at(-20, 10), at(60, 20)});
    QCOMPARE(*list.extent(), (TimeRange{timePointFromMs(-20), Millis(170)}));
}

QTEST_GUILESS_MAIN(ImportedEventsTest)
#include "tst_importedevents.moc"

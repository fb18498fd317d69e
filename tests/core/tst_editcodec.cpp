// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/store/editcodec.h"
#include "randomstation.h"
#include "storefixture.h"

#include <QTest>

using namespace sf;
using namespace sf::test;

class TestEditCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTripIsExact_data();
    void roundTripIsExact();
    void everyFieldCounts();
    void idsStandAsSixteenBytes();
    void cutBytesAreRefused();
    void changedBytesNeverCrash();
    void hostileBytesAreRefused_data();
    void hostileBytesAreRefused();
    void anotherVersionIsNamed();
};

void TestEditCodec::roundTripIsExact_data()
{
    QTest::addColumn<StationEdit>("edit");
    StationMaker maker;
    StationEdit empty;
    empty.id = maker.ids().next<EditId>();
    QTest::newRow("an edit of nothing") << empty;
    QTest::newRow("a channel with its plan") << maker.channelEdit(u"Kanał «ä» \U0001F4FA"_s);
    StationEdit undo = inverted(maker.channelEdit());
    undo.kind = EditKind::Undo;
    undo.target = maker.ids().next<EditId>();
    undo.time = timePointFromMs(-1);
    QTest::newRow("an undo before the epoch") << undo;
    StationEdit defaults = makeEdit(maker.stamp(), QString());
    defaults.assets.after.resize(1);
    defaults.assets.after[0].id = maker.ids().next<AssetId>();
    defaults.events.after.resize(1);
    defaults.events.after[0].id = maker.ids().next<EventId>();
    defaults.rules.after.resize(1);
    defaults.rules.after[0].id = maker.ids().next<RuleId>();
    defaults.templates.after.resize(1);
    defaults.templates.after[0].id = maker.ids().next<TemplateId>();
    defaults.recurrences.after.resize(1);
    defaults.recurrences.after[0].id = maker.ids().next<RecurrenceId>();
    QTest::newRow("objects with nothing but an id") << defaults;
    for (std::uint64_t seed = 1; seed <= 50; ++seed)
        QTest::addRow("random edit %d", int(seed)) << RandomStation(seed).editOfEverything();
}

void TestEditCodec::roundTripIsExact()
{
    QFETCH(StationEdit, edit);
    const auto back = decodeEdit(encodeEdit(edit), u"here"_s);
    SF_VERIFY(back);
    QVERIFY(*back == edit);
}

/// Zeroes one field after the other: the bytes must differ each time, so none is forgotten.
void TestEditCodec::everyFieldCounts()
{
    StationEdit edit = RandomStation(7).editOfEverything();
    const QByteArray whole = encodeEdit(edit);
    const auto differs = [&](auto &field) {
        auto kept = std::exchange(field, std::remove_cvref_t<decltype(field)>{});
        const bool wasSet = !(kept == field);
        const bool isDifferent = encodeEdit(edit) != whole;
        field = std::move(kept);
        return wasSet && isDifferent;
    };
    ScheduledEvent &event = edit.events.after.front();
    QVERIFY(differs(event.plan) && differs(event.parent) && differs(event.asset) && differs(event.airing));
    QVERIFY(differs(event.recurrence) && differs(event.run) && differs(event.range.start));
    QVERIFY(differs(event.range.duration) && differs(event.parentOffset) && differs(event.mediaIn));
    QVERIFY(differs(event.occurrence) && differs(event.title) && differs(event.note));
    QVERIFY(differs(event.colour) && differs(event.layer) && differs(event.startMode));
    QVERIFY(differs(event.origin) && differs(event.tier) && differs(event.isLocked));
    QVERIFY(differs(event.isExempt));
    Asset &asset = edit.assets.after.front();
    QVERIFY(differs(asset.houseNumber) && differs(asset.title) && differs(asset.kind) && differs(asset.url));
    QVERIFY(differs(asset.duration) && differs(asset.durationSource) && differs(asset.status));
    QVERIFY(differs(asset.statusReason) && differs(asset.som) && differs(asset.eom));
    QVERIFY(differs(asset.breaks) && differs(asset.series) && differs(asset.season));
    QVERIFY(differs(asset.episode) && differs(asset.category) && differs(asset.tags));
    QVERIFY(differs(asset.description) && differs(asset.year) && differs(asset.language));
    QVERIFY(differs(asset.rating) && differs(asset.rightsFrom) && differs(asset.rightsUntil));
    QVERIFY(differs(asset.hours) && differs(asset.maxPlaysPerDay) && differs(asset.maxPlaysPerWeek));
    QVERIFY(differs(asset.maxPlays) && differs(asset.cooldown) && differs(asset.weight));
    QVERIFY(differs(asset.isElastic) && differs(asset.logo));
    TechnicalInfo &info = asset.technical;
    QVERIFY(differs(info.container) && differs(info.videoCodec) && differs(info.audioCodec));
    QVERIFY(differs(info.width) && differs(info.height) && differs(info.frameRateNumerator));
    QVERIFY(differs(info.frameRateDenominator) && differs(info.audioChannels));
    QVERIFY(differs(info.sampleRate) && differs(info.fileBytes) && differs(info.modifiedMs));
}

void TestEditCodec::idsStandAsSixteenBytes()
{
    StationMaker maker;
    ScheduledEvent event = maker.event(u"News"_s, 0);
    event.id = EventId::fromBits(0x0102030405060708, 0x090A0B0C0D0E0F10);
    QVERIFY(encodeEdit(maker.insertion({event}))
                .contains(QByteArray::fromHex("0102030405060708090a0b0c0d0e0f10")));
}

void TestEditCodec::cutBytesAreRefused()
{
    const QByteArray bytes = encodeEdit(RandomStation(3).editOfEverything());
    for (qsizetype length = 0; length < bytes.size(); ++length)
        SF_FAILS(decodeEdit(bytes.first(length), u"here"_s), StationDamaged);
    SF_FAILS(decodeEdit(QByteArray(bytes).append('\0'), u"here"_s), StationDamaged);
}

void TestEditCodec::changedBytesNeverCrash()
{
    const QByteArray bytes = encodeEdit(RandomStation(4).editOfEverything());
    int refused = 0;
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        QByteArray changed = bytes;
        changed[at] = static_cast<char>(changed[at] ^ (1 << (at % 8)));
        const auto edit = decodeEdit(changed, u"here"_s);
        refused += edit ? 0 : 1;
        QVERIFY(!edit || encodeEdit(*edit).size() > 0);
    }
    QVERIFY(refused > 0);
}

void TestEditCodec::hostileBytesAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("text") << QByteArray("hello, station");
    QTest::newRow("an array without end") << QByteArray::fromHex("9f01");
    QTest::newRow("a list longer than the bytes") << QByteArray::fromHex("8201a10b9bffffffffffffffff");
    QTest::newRow("a name longer than the bytes") << QByteArray::fromHex("8201a1047bffffffffffffffff");
    QTest::newRow("a map longer than the bytes") << QByteArray::fromHex("8201bbffffffffffffffff");
    QTest::newRow("fields out of order")
        << QByteArray::fromHex("8201a20461610150000000000000000000000000000001ff");
    QTest::newRow("an unknown field") << QByteArray::fromHex("8201a1186361");
    QTest::newRow("an unknown kind") << QByteArray::fromHex("8201a10209");
    QTest::newRow("an edit without id") << QByteArray::fromHex("8201a0");
    QTest::newRow("nested arrays") << QByteArray(100'000, '\x81');
}

void TestEditCodec::hostileBytesAreRefused()
{
    QFETCH(QByteArray, bytes);
    SF_FAILS(decodeEdit(bytes, u"here"_s), StationDamaged);
}

void TestEditCodec::anotherVersionIsNamed()
{
    const auto edit = decodeEdit(QByteArray::fromHex("8202a0"), u"here"_s);
    SF_FAILS(edit, StationTooNew);
    QCOMPARE(edit.error().args, (QStringList{u"here"_s, u"2"_s, u"1"_s}));
}

QTEST_GUILESS_MAIN(TestEditCodec)
#include "tst_editcodec.moc"

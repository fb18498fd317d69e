// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "importfixture.h"

#include "core/schedule/merge.h"
#include "core/schedule/operations.h"

#include <QRandomGenerator>
#include <QTest>

using namespace sf;
using namespace sf::test;
using namespace Qt::StringLiterals;

/// An export that is read back is what was written, field by field.
class RoundTripTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsBackWhatItWrote_data();
    void readsBackWhatItWrote();
    void comesBackIntoAnEmptyStation_data();
    void comesBackIntoAnEmptyStation();
    void comesBackAsDuplicatesWhereItIs();
    void leavesOutControlCharactersAndSaysSo_data();
    void leavesOutControlCharactersAndSaysSo();
    void cutsTextsThatNoReaderTakes();
    void stopsWhenCancelled();
    void saysWhenTheDeviceFails_data();
    void saysWhenTheDeviceFails();
};

namespace {

constexpr int eventCount = 400;

/// Random events and assets from a seed; every field takes values of every sort.
class Generator
{
public:
    explicit Generator(quint32 seed)
        : m_random(seed)
        , m_ids(1'700'000'000'000, seed)
    {
    }

    Asset asset()
    {
        Asset asset;
        asset.id = m_ids.next<AssetId>();
        asset.houseNumber = text();
        asset.title = text();
        asset.kind = static_cast<AssetKind>(upTo(6));
        asset.url = address();
        asset.duration = Micros(upTo(2) * wide(10'000'000'000));
        asset.durationSource = static_cast<DurationSource>(upTo(3));
        asset.status = static_cast<AssetStatus>(upTo(5));
        asset.statusReason = text();
        asset.som = Micros(upTo(2) * wide(60'000'000));
        if (upTo(2))
            asset.eom = Micros(wide(10'000'000'000));
        for (int i = upTo(4); i > 0; --i)
            asset.breaks.push_back(Micros(wide(10'000'000'000)));
        asset.series = text();
        asset.season = upTo(3) * 7;
        asset.episode = upTo(3) * 11;
        asset.category = text();
        for (int i = upTo(4); i > 0; --i)
            asset.tags += text();
        asset.description = text();
        asset.year = upTo(2) * 1985;
        asset.language = text();
        asset.rating = text();
        if (upTo(2))
            asset.rightsFrom = time();
        if (upTo(2))
            asset.rightsUntil = time();
        if (upTo(2)) {
            asset.hours.emplace();
            for (std::size_t i = 0; i < asset.hours->size(); ++i)
                (*asset.hours)[i] = upTo(2) == 1;
        }
        asset.maxPlaysPerDay = upTo(5);
        asset.maxPlaysPerWeek = upTo(5);
        asset.maxPlays = upTo(5);
        if (upTo(2))
            asset.cooldown = Millis(wide(1'000'000'000));
        asset.weight = upTo(2) ? 1.0 : m_random.generateDouble() * 10;
        asset.isElastic = upTo(2);
        asset.logo = text();
        describeMedia(asset.technical);
        return asset;
    }

    ScheduledEvent event(const std::vector<Asset> &assets, const std::vector<ScheduledEvent> &before)
    {
        ScheduledEvent event;
        event.id = m_ids.next<EventId>();
        if (upTo(5) && !assets.empty())
            event.asset = assets[static_cast<std::size_t>(upTo(static_cast<int>(assets.size())))].id;
        if (!upTo(4) && !before.empty()) {
            event.parent = before[static_cast<std::size_t>(upTo(static_cast<int>(before.size())))].id;
            event.parentOffset = Millis(upTo(20'000) - 10'000);
            event.layer = upTo(4);
        }
        if (upTo(2))
            event.airing = m_ids.next<AiringId>();
        if (upTo(2)) {
            event.recurrence = m_ids.next<RecurrenceId>();
            event.occurrence = LocalTime(time().time_since_epoch());
        }
        if (upTo(2))
            event.run = m_ids.next<RunId>();
        event.range = {time(), Millis(1 + wide(20'000'000))};
        event.mediaIn = Micros(upTo(2) * wide(5'000'000));
        event.title = text();
        event.note = text();
        if (upTo(2))
            event.colour = static_cast<std::uint32_t>(wide(0x1000000));
        event.startMode = static_cast<StartMode>(upTo(3));
        event.origin = static_cast<EventOrigin>(upTo(4));
        event.tier = static_cast<RelaxationTier>(upTo(6));
        event.isLocked = upTo(2);
        event.isExempt = upTo(2);
        return event;
    }

    int upTo(int end) { return m_random.bounded(end); }

private:
    qint64 wide(qint64 end) { return static_cast<qint64>(m_random.generate64() % static_cast<quint64>(end)); }

    /// Around the days when clocks change in Europe and America, 2026.
    TimePoint time()
    {
        static constexpr std::int64_t days[]{1'774'746'000'000, 1'793'062'800'000, 1'772'956'800'000,
                                             1'793'512'800'000};
        return timePointFromMs(days[upTo(4)] + wide(14'400'000) - 7'200'000);
    }

    QString text()
    {
        static const QStringList texts{u""_s,
                                       u"Morning News"_s,
                                       u"  blanks around  "_s,
                                       u"two\nlines\tand a tab\r\nand CR\rend"_s,
                                       u"\"quotes\" & <tags> ' ]]> , ; \\ \\n / %41 &amp;"_s,
                                       u"Ж 日本語 العربية \u202Eעברית"_s,
                                       u"👩‍👩‍👧‍👦 🎬 𝐁"_s,
                                       u"\uFEFFmark"_s,
                                       u"null"_s,
                                       u"\u0085\u2028\u00A0"_s,
                                       u"é e\u0301"_s};
        return texts[upTo(static_cast<int>(texts.size()))];
    }

    QString address()
    {
        const QString number = QString::number(m_count++);
        switch (upTo(5)) {
        case 0:
            return u"https://example.com/a?b="_s + number + u"&c=<d>%20\"e\""_s;
        case 1:
            return u"/media/café & crème #"_s + number + u"?%41 😀.mp4"_s;
        case 2:
            return u"C:\\Films\\"_s + number + u".mp4"_s;
        case 3:
            return u"clips/"_s + number + u" x.mp4"_s;
        default:
            return {}; // an asset without media: a live feed
        }
    }

    void describeMedia(TechnicalInfo &media)
    {
        media.container = text();
        media.videoCodec = text();
        media.audioCodec = text();
        media.width = upTo(2) * 1920;
        media.height = upTo(2) * 1080;
        media.frameRateNumerator = upTo(2) * 30'000;
        media.frameRateDenominator = upTo(2) * 1'001;
        media.audioChannels = upTo(3);
        media.sampleRate = upTo(2) * 48'000;
        media.fileBytes = wide(1'000'000'000'000);
        media.modifiedMs = wide(1'700'000'000'000);
    }

    QRandomGenerator m_random;
    IdSource m_ids;
    int m_count = 0;
};

struct Contents
{
    std::vector<Asset> assets;
    std::vector<ScheduledEvent> events;
};

Contents randomContents(quint32 seed)
{
    Generator generator(seed);
    Contents contents;
    for (int i = 0; i < eventCount / 4; ++i)
        contents.assets.push_back(generator.asset());
    for (int i = 0; i < eventCount; ++i)
        contents.events.push_back(generator.event(contents.assets, contents.events));
    std::sort(contents.events.begin(), contents.events.end(), startsBefore);
    return contents;
}

Channel channel()
{
    Channel channel;
    channel.id = ChannelId::fromBits(1, 1);
    channel.name = u"One & \"only\""_s;
    channel.zone = u"Europe/Rome"_s;
    return channel;
}

Result<WriteReport> writeTo(QIODevice &device, QStringView format, const Contents &contents,
                            const Job &job = Job())
{
    AssetTable assets;
    Changes<Asset> changes;
    changes.after = contents.assets;
    if (const Status applied = assets.apply(changes); !applied)
        return fail(applied.error());
    std::vector<const ScheduledEvent *> events;
    for (const ScheduledEvent &event : contents.events)
        events.push_back(&event);
    Plan plan;
    plan.id = PlanId::fromBits(1, 2);
    const Channel one = channel();
    const ScheduleExport schedule{one,    plan,   {timePointFromMs(1'772'000'000'000), Millis(1)},
                                  events, assets, timePointFromMs(1'772'000'000'000)};
    return writeSchedule(device, *findFormat(format), schedule, job);
}

QByteArray written(QStringView format, const Contents &contents, WriteReport *report = nullptr)
{
    QBuffer device;
    device.open(QIODevice::WriteOnly);
    const auto made = writeTo(device, format, contents);
    if (made && report)
        *report = *made;
    return made ? device.data() : QByteArray();
}

/// Assets that an event names, by id.
std::vector<Asset> usedAssets(const Contents &contents)
{
    QSet<AssetId> used;
    for (const ScheduledEvent &event : contents.events)
        used.insert(event.asset);
    std::vector<Asset> assets;
    for (const Asset &asset : contents.assets) {
        if (used.contains(asset.id))
            assets.push_back(asset);
    }
    return assets;
}

void sortById(std::vector<Asset> &assets)
{
    std::sort(assets.begin(), assets.end(), [](const Asset &a, const Asset &b) { return a.id < b.id; });
}

void addFormatsAndSeeds()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 4; ++seed) {
        QTest::addRow("XML, seed %u", seed) << u"xml"_s << seed;
        QTest::addRow("JSON, seed %u", seed) << u"json"_s << seed;
    }
}

Station stationWithChannel(PlanId plan)
{
    Station station;
    const auto edit = addChannel(station, channel(), plan, {EditId::fromBits(1, 1), u"test"_s, {}});
    if (!edit || !station.apply(*edit))
        qFatal("the channel can't be added");
    return station;
}

} // namespace

void RoundTripTest::readsBackWhatItWrote_data() { addFormatsAndSeeds(); }

void RoundTripTest::readsBackWhatItWrote()
{
    QFETCH(QString, format);
    QFETCH(quint32, seed);
    const Contents contents = randomContents(seed);
    WriteReport report;
    const QByteArray file = written(format, contents, &report);
    QCOMPARE(report.events, std::int64_t(eventCount));
    QCOMPARE(report.bytes, static_cast<std::int64_t>(file.size()));
    QVERIFY(report.lost.empty());
    auto read = scheduleOf(file);
    QVERIFY2(read, read ? "" : qPrintable(sentence(read.error())));
    QCOMPARE(read->channelName, channel().name);
    QCOMPARE(read->zone, channel().zone);
    QVERIFY(read->rejected.empty());
    QVERIFY(read->warnings.empty());
    QCOMPARE(read->events.size(), contents.events.size());
    for (std::size_t i = 0; i < contents.events.size(); ++i)
        QVERIFY2(read->events[i] == contents.events[i], qPrintable(contents.events[i].title));
    std::vector<Asset> expected = usedAssets(contents);
    sortById(expected);
    sortById(read->assets);
    QCOMPARE(read->assets.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i)
        QVERIFY2(read->assets[i] == expected[i], qPrintable(expected[i].title));
}

void RoundTripTest::comesBackIntoAnEmptyStation_data() { addFormatsAndSeeds(); }

void RoundTripTest::comesBackIntoAnEmptyStation()
{
    QFETCH(QString, format);
    QFETCH(quint32, seed);
    const Contents contents = randomContents(seed);
    auto read = scheduleOf(written(format, contents));
    QVERIFY(read);
    const PlanId plan = PlanId::fromBits(9, 9);
    const Station station = stationWithChannel(plan);
    IdSource ids(5, 5);
    const auto merge = mergeSchedule(station, plan, std::move(*read), ids, EditStamp(), Job());
    QVERIFY(merge);
    QCOMPARE(merge->imported, std::int64_t(eventCount));
    for (std::size_t i = 0; i < contents.events.size(); ++i) {
        ScheduledEvent expected = contents.events[i];
        expected.plan = plan;
        QVERIFY(merge->edit.events.after[i] == expected);
    }
    std::vector<Asset> expected = usedAssets(contents);
    std::vector<Asset> assets = merge->edit.assets.after;
    sortById(expected);
    sortById(assets);
    QVERIFY(assets == expected);
}

void RoundTripTest::comesBackAsDuplicatesWhereItIs()
{
    const Contents contents = randomContents(11);
    const PlanId plan = PlanId::fromBits(9, 9);
    Station station = stationWithChannel(plan);
    IdSource ids(5, 5);
    for (const bool isFirst : {true, false}) {
        auto read = scheduleOf(written(u"json", contents));
        QVERIFY(read);
        const auto merge = mergeSchedule(station, plan, std::move(*read), ids, EditStamp(), Job());
        QVERIFY(merge);
        QCOMPARE(merge->imported, std::int64_t(isFirst ? eventCount : 0));
        QCOMPARE(merge->duplicates, std::int64_t(isFirst ? 0 : eventCount));
        QVERIFY(isFirst || merge->edit.isEmpty());
        QVERIFY(station.apply(merge->edit));
    }
}

void RoundTripTest::leavesOutControlCharactersAndSaysSo_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("title");
    for (const QString &format : {u"xml"_s, u"json"_s}) {
        QTest::addRow("%s, a control character", qPrintable(format)) << format << u"a\u0001b\u001Bc"_s;
        QTest::addRow("%s, half a pair", qPrintable(format))
            << format << u"a"_s + QChar(0xD83C) + u"b"_s + QChar(0xDFAC) + u"c"_s;
        QTest::addRow("%s, a zero", qPrintable(format))
            << format << u"a"_s + QChar(0) + u"b"_s + QChar(0xFFFF) + u"c"_s;
    }
}

void RoundTripTest::leavesOutControlCharactersAndSaysSo()
{
    QFETCH(QString, format);
    QFETCH(QString, title);
    Contents contents = randomContents(3);
    contents.events.resize(1);
    contents.events.front().title = title;
    contents.events.front().note = title;
    WriteReport report;
    const auto read = scheduleOf(written(format, contents, &report));
    QVERIFY(read);
    QCOMPARE(read->events.front().title, u"abc"_s);
    QCOMPARE(read->events.front().note, u"abc"_s);
    QCOMPARE(report.lost.size(), std::size_t(1));
    QCOMPARE(report.lost.front().event, contents.events.front().id);
}

void RoundTripTest::cutsTextsThatNoReaderTakes()
{
    Contents contents = randomContents(3);
    contents.events.resize(1);
    contents.events.front().note = QString(100'000, u'日');
    for (const QStringView format : {u"xml", u"json"}) {
        WriteReport report;
        const auto read = scheduleOf(written(format, contents, &report));
        QVERIFY(read);
        QVERIFY(read->events.front().note.size() > 10'000);
        QCOMPARE(report.lost.size(), std::size_t(1));
    }
}

void RoundTripTest::stopsWhenCancelled()
{
    Job job;
    job.cancel();
    for (const QStringView format : {u"xml", u"json", u"m3u"}) {
        QBuffer device;
        device.open(QIODevice::WriteOnly);
        const auto report = writeTo(device, format, randomContents(1), job);
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::Cancelled);
    }
}

void RoundTripTest::saysWhenTheDeviceFails_data()
{
    QTest::addColumn<QString>("format");
    for (const FormatInfo &format : formats()) {
        if (format.exports)
            QTest::newRow(format.id.data()) << QString(format.id);
    }
}

namespace {

/// Takes the first hundred bytes.
class FullDevice : public QIODevice
{
public:
    FullDevice() { open(QIODevice::WriteOnly); }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *, qint64 size) override
    {
        m_left -= size;
        if (m_left >= 0)
            return size;
        setErrorString(u"no room"_s);
        return -1;
    }

private:
    qint64 m_left = 100;
};

} // namespace

void RoundTripTest::saysWhenTheDeviceFails()
{
    QFETCH(QString, format);
    FullDevice device;
    const auto report = writeTo(device, format, randomContents(1));
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::FileNotWritable);
    QCOMPARE(report.error().args.value(1), u"no room"_s);
}

QTEST_GUILESS_MAIN(RoundTripTest)
#include "tst_roundtrip.moc"

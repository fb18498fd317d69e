// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "importfixture.h"

#include <QStringEncoder>
#include <QTest>

using namespace sf;
using namespace sf::test;
using namespace Qt::StringLiterals;

class RegistryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsFormats();
    void tellsFormats_data();
    void tellsFormats();
    void refusesTheWrongKind();
    void obeysAFormatThatIsGiven();
    void namesWhatItKnows();
    void fitsItsSentences_data();
    void fitsItsSentences();
};

void RegistryTest::listsFormats()
{
    QSet<QString> ids;
    for (const FormatInfo &format : formats()) {
        QVERIFY(!format.name.isEmpty());
        QVERIFY(!format.extensions.empty());
        QVERIFY(format.importsPlaylist || format.importsSchedule || format.exports);
        QCOMPARE(findFormat(QString(format.id).toUpper()), &format);
        ids += QString(format.id);
    }
    QCOMPARE(static_cast<std::size_t>(ids.size()), formats().size());
    QVERIFY(findFormat(u"m3u")->importsPlaylist && findFormat(u"m3u")->exports &&
            !findFormat(u"m3u")->importsSchedule);
    QVERIFY(findFormat(u"xml")->importsSchedule && findFormat(u"xml")->exports);
    QVERIFY(findFormat(u"json")->importsSchedule && findFormat(u"json")->exports);
    QCOMPARE(findFormat(u"doc"), nullptr);
}

void RegistryTest::tellsFormats_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("id"); // empty: unknown
    const auto utf16 = [](const QString &text, QStringConverter::Encoding encoding, bool hasMark) {
        QStringEncoder encode(encoding,
                              hasMark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
        return QByteArray(encode(text));
    };
    const auto row = [](const char *claim, const QByteArray &head, const char *name, const char *id) {
        QTest::newRow(claim) << head << QString::fromLatin1(name) << QString::fromLatin1(id);
    };
    row("JSON named .xml is JSON", "{\"schedule\":[]}", "a.xml", "json");
    row("XML named .json is XML", "<schedule/>", "a.json", "xml");
    row("a list with blanks", " \r\n[ {\"a\":1}", "a", "json");
    row("XML behind a comment", "<?xml version=\"1.0\"?><!-- c --><tvguide>", "a", "xml");
    row("XML whose root is far away", "<?xml version=\"1.0\"?><!-- c", "a.xml", "xml");
    row("another XML", "<?xml version=\"1.0\"?><rss>", "a.xml", "");
    row("XSPF is not ours", "<playlist xmlns=\"http://xspf.org/ns/0/\">", "a.xml", "");
    row("M3U by its header", "#EXTM3U\n", "a.txt", "m3u");
    row("M3U behind a mark", "\xEF\xBB\xBF#EXTM3U8\n", "a", "m3u");
    row("a conflict marker is not XML", "<<<<<<< HEAD\n### T", "taxi.m3u", "m3u");
    row("addresses alone", "https://x/a.mp4\n", "a.txt", "m3u");
    row("any text, if it is named so", "hello\n", "a.M3U", "m3u");
    row("any text", "hello\n", "a.txt", "");
    row("PLS begins like a JSON list", "[playlist]\n", "a.pls", "");
    row("nothing", "", "a.m3u", "");
    row("blanks alone", " \n ", "a.json", "");
    QTest::newRow("UTF-16 JSON") << utf16(u"{}"_s, QStringConverter::Utf16LE, true) << u"a"_s << u"json"_s;
    QTest::newRow("UTF-16 XML without a mark")
        << utf16(u"<schedule/>"_s, QStringConverter::Utf16BE, false) << u"a.m3u"_s << u"xml"_s;
}

void RegistryTest::tellsFormats()
{
    QFETCH(QByteArray, head);
    QFETCH(QString, name);
    const FormatInfo *format = detectFormat(head, name);
    QTEST(format ? QString(format->id) : QString(), "id");
}

void RegistryTest::refusesTheWrongKind()
{
    ReadOptions options;
    options.label = u"list.m3u"_s;
    const auto schedule = scheduleOf("#EXTM3U\nhttp://x/a\n", options);
    QVERIFY(!schedule);
    QCOMPARE(schedule.error().code, ErrorCode::FormatNotImportable);
    const auto playlist = playlistOf("{\"schedule\":[]}", options);
    QVERIFY(!playlist);
    QCOMPARE(playlist.error().code, ErrorCode::FormatNotImportable);
    const QString text = sentence(playlist.error());
    QVERIFY(text.contains(u"ScheduleFlow JSON"_s) && text.contains(u"M3U"_s));
}

void RegistryTest::obeysAFormatThatIsGiven()
{
    ReadOptions options;
    options.format = findFormat(u"m3u");
    const auto read = playlistOf("{\"a\":1}\nhttp://x/a.mp4\n", options);
    QVERIFY(read);
    QCOMPARE(read->entries.size(), std::size_t(1));
    QCOMPARE(read->rejected.size(), std::size_t(1));
}

void RegistryTest::namesWhatItKnows()
{
    ReadOptions options;
    options.label = u"notes.txt"_s;
    const auto read = playlistOf("hello\n", options);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::UnknownFormat);
    QVERIFY(sentence(read.error()).contains(u"M3U playlist"_s));
}

void RegistryTest::fitsItsSentences_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("unknown") << QByteArray("hello");
    QTest::newRow("not text") << QByteArray("hello\0there", 11);
    QTest::newRow("not a schedule") << QByteArray("#EXTM3U");
    QTest::newRow("not well formed") << QByteArray("<schedule>");
    QTest::newRow("entities") << QByteArray("<!DOCTYPE a [<!ENTITY x 'y'>]><schedule/>");
    QTest::newRow("too deep") << "<schedule>" + QByteArray("<a>").repeated(100);
}

void RegistryTest::fitsItsSentences()
{
    QFETCH(QByteArray, file);
    ReadOptions options;
    options.label = u"the file"_s;
    const auto read = scheduleOf(file, options);
    QVERIFY(!read);
    const QString text = sentence(read.error());
    QVERIFY(text.contains(u"the file"_s));
    for (const QLatin1StringView hole : {"  "_L1, " ."_L1, " ,"_L1}) // an argument that is missing
        QVERIFY2(!text.contains(hole), qPrintable(text));
}

QTEST_GUILESS_MAIN(RegistryTest)
#include "tst_registry.moc"

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "awkwardday.h"
#include "importcheck.h"

#include <QTest>

using namespace sf;
using namespace sf::test;
using namespace Qt::StringLiterals;

/// Good files with random damage: every importer ends with an error that says something, or takes sound events and
/// rejects the others with a reason. The fuzzers look deeper; this runs with every build.
class MutationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void survivesDamage_data();
    void survivesDamage();
    void survivesEveryCut_data();
    void survivesEveryCut();
    void survivesRepetition_data();
    void survivesRepetition();
};

namespace {

QByteArray sampleOf(const FormatInfo &format)
{
    if (format.id == "asx"_L1)
        return "<ASX version=\"3.0\"><TITLE>List</TITLE><Entry><Title>A & B</Title><Ref href=\"http://x/a\"/>"
               "<Duration value=\"00:01:30\"/></Entry><EntryRef href='b.asx'/></ASX>";
    if (format.id == "wpl"_L1)
        return "<?wpl version=\"1.0\"?><smil><head><title>L</title></head><body><seq><media src=\"/a.mp3\" "
               "duration=\"2000\"/><media src=\"C:\\b.mp3\"/></seq></body></smil>";
    QByteArray bytes;
    AwkwardDay day;
    (void)day.write(QString(format.id), bytes);
    if (format.id == "ics"_L1)
        bytes.replace("END:VCALENDAR",
                      "BEGIN:VEVENT\r\nUID:r\r\nDTSTART;TZID=Europe/Rome:20260327T200000\r\n"
                      "DURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=4\r\nEXDATE:20260328T190000Z\r\n"
                      "SUMMARY:R\r\nEND:VEVENT\r\nEND:VCALENDAR");
    return bytes;
}

void addImporters()
{
    QTest::addColumn<QString>("format");
    for (const FormatInfo &format : formats()) {
        if (format.importsSchedule || format.importsPlaylist)
            QTest::newRow(format.id.data()) << QString(format.id);
    }
}

class Damage
{
public:
    explicit Damage(std::uint64_t seed)
        : m_state(seed)
    {
    }

    QByteArray of(QByteArray bytes)
    {
        for (std::uint64_t i = 1 + upTo(6); i > 0 && !bytes.isEmpty(); --i)
            damage(bytes);
        return bytes;
    }

private:
    std::uint64_t upTo(std::uint64_t end) { return mix64(++m_state) % end; }

    void damage(QByteArray &bytes)
    {
        static const QByteArrayList words{"\"",
                                          "<",
                                          ">",
                                          "&",
                                          "\xFF",
                                          "\r\n",
                                          "]]>",
                                          "{",
                                          "[",
                                          "}",
                                          ",",
                                          ":",
                                          "\\u",
                                          "\\",
                                          "-1",
                                          "1e999",
                                          "99999999999999999999",
                                          "\x00",
                                          "<![CDATA[",
                                          "<!--",
                                          "0x",
                                          ";",
                                          "T",
                                          "Z",
                                          "=",
                                          "\xEF\xBB\xBF",
                                          "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29\r\n",
                                          "BEGIN:VEVENT\r\n",
                                          "#EXTINF:",
                                          "file:///",
                                          "javascript:"};
        const auto size = static_cast<std::uint64_t>(bytes.size());
        const auto at = static_cast<qsizetype>(upTo(size));
        const auto length = static_cast<qsizetype>(1 + upTo(40));
        switch (upTo(6)) {
        case 0:
            bytes[at] = static_cast<char>(upTo(256));
            break;
        case 1:
            bytes.remove(at, length);
            break;
        case 2:
            bytes.insert(at, bytes.mid(static_cast<qsizetype>(upTo(size)), length));
            break;
        case 3:
            bytes.insert(at, words[static_cast<qsizetype>(upTo(static_cast<std::uint64_t>(words.size())))]);
            break;
        case 4:
            bytes.replace(at, length, QByteArray(length, static_cast<char>('0' + upTo(10))));
            break;
        default:
            bytes.truncate(at + 1);
            break;
        }
    }

    std::uint64_t m_state;
};

} // namespace

void MutationsTest::survivesDamage_data() { addImporters(); }

void MutationsTest::survivesDamage()
{
    QFETCH(QString, format);
    const FormatInfo &info = *findFormat(format);
    const QByteArray sample = sampleOf(info);
    QVERIFY(importFault(info, sample, false).isEmpty());
    Damage damage(17);
    for (int i = 0; i < 500; ++i) {
        const QByteArray bytes = damage.of(sample);
        const QString fault = importFault(info, bytes, i % 2 == 0);
        QVERIFY2(fault.isEmpty(), qPrintable(fault + u"\n"_s + QString::fromLatin1(bytes.left(2000))));
    }
}

void MutationsTest::survivesEveryCut_data() { addImporters(); }

void MutationsTest::survivesEveryCut()
{
    QFETCH(QString, format);
    const FormatInfo &info = *findFormat(format);
    const QByteArray sample = sampleOf(info).left(4000);
    for (qsizetype size = 0; size < sample.size(); size += 3) {
        const QString fault = importFault(info, sample.first(size), size % 2 == 0);
        QVERIFY2(fault.isEmpty(), qPrintable(fault));
    }
}

void MutationsTest::survivesRepetition_data() { addImporters(); }

/// Much of one and the same thing. (A megabyte, its time and its memory are the matter of tst_hostile.)
void MutationsTest::survivesRepetition()
{
    QFETCH(QString, format);
    const FormatInfo &info = *findFormat(format);
    const QByteArray sample = sampleOf(info);
    const QByteArray head = sample.left(sample.indexOf('\n') + 1);
    for (const QByteArray &piece :
         {QByteArray("<a>"), QByteArray("["), QByteArray("{\"a\":"), QByteArray("\""), QByteArray("&amp;"),
          QByteArray("\n"), QByteArray(" "), QByteArray("x"), QByteArray("<a b=\"c\"/>"),
          QByteArray("BEGIN:VEVENT\r\n"), QByteArray("File1=/a\n"), QByteArray(",,,,"),
          QByteArray("<entry><ref href=x>"), QByteArray("a=\"b\" "), QByteArray("1,"), QByteArray("\\")}) {
        const QByteArray bytes = head + piece.repeated((1 << 17) / piece.size());
        const QString fault = importFault(info, bytes, false);
        QVERIFY2(fault.isEmpty(), qPrintable(fault + QString::fromLatin1(piece)));
        const QString rest = importFault(info, sample.left(sample.size() / 2) + bytes, true);
        QVERIFY2(rest.isEmpty(), qPrintable(rest));
    }
}

QTEST_GUILESS_MAIN(MutationsTest)
#include "tst_mutations.moc"

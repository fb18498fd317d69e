// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "importcheck.h"

#include <QTest>

using namespace sf;
using namespace sf::test;
using namespace Qt::StringLiterals;

/// The files that the fuzzers start from and those that they found: what was once wrong with an importer stays mended,
/// also where no fuzzer can be built.
class CorpusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTakenSoundly_data();
    void isTakenSoundly();
    void isTakenSoundlyForAnother_data() { isTakenSoundly_data(); }
    void isTakenSoundlyForAnother();
    void isTakenSoundlyAsWhatWasPlayed();
};

namespace {

QFileInfoList corpusOf(const QString &format)
{
    return QDir(u"" SF_TEST_DATA "/fuzz/"_s + format).entryInfoList(QDir::Files, QDir::Name);
}

QByteArray contentOf(const QFileInfo &info)
{
    QFile file(info.filePath());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void CorpusTest::isTakenSoundly_data()
{
    QTest::addColumn<QString>("format");
    for (const FormatInfo &format : formats()) {
        if (format.importsSchedule || format.importsPlaylist)
            QTest::newRow(format.id.data()) << QString(format.id);
    }
}

void CorpusTest::isTakenSoundly()
{
    QFETCH(QString, format);
    std::size_t all = 0;
    const QFileInfoList files = corpusOf(format);
    QVERIFY(files.size() >= 3);
    for (const QFileInfo &info : files) {
        const QByteArray bytes = contentOf(info);
        QVERIFY2(!bytes.isEmpty(), qPrintable(info.filePath()));
        (void)detectFormat(bytes.first(std::min(bytes.size(), qsizetype(8192))), u"file");
        for (const bool isPartial : {false, true}) {
            std::size_t events = 0;
            const QString fault = importFault(*findFormat(format), bytes, isPartial, &events);
            QVERIFY2(fault.isEmpty(), qPrintable(info.fileName() + u": "_s + fault));
            all += events;
        }
    }
    QVERIFY2(all >= 2, "no file of the corpus reaches behind the reader's first lines");
}

/// What is hostile to one reader may be worse to another: the operator picks the format.
void CorpusTest::isTakenSoundlyForAnother()
{
    QFETCH(QString, format);
    for (const FormatInfo &other : formats()) {
        if (other.id == format || !(other.importsSchedule || other.importsPlaylist))
            continue;
        for (const QFileInfo &info : corpusOf(QString(other.id))) {
            const QString fault = importFault(*findFormat(format), contentOf(info), false);
            QVERIFY2(fault.isEmpty(), qPrintable(info.filePath() + u": "_s + fault));
        }
    }
}

void CorpusTest::isTakenSoundlyAsWhatWasPlayed()
{
    QVERIFY(corpusOf(u"asrun"_s).size() >= 3);
    std::size_t all = 0;
    for (const QFileInfo &folder :
         QDir(u"" SF_TEST_DATA "/fuzz"_s).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        for (const QFileInfo &info : corpusOf(folder.fileName())) {
            std::size_t plays = 0;
            const QString fault = asRunFault(contentOf(info), false, &plays);
            QVERIFY2(fault.isEmpty(), qPrintable(info.filePath() + u": "_s + fault));
            all += folder.fileName() == u"asrun" ? plays : 0;
        }
    }
    QVERIFY2(all >= 6, "no log of the corpus reaches behind the reader's first lines");
}

QTEST_GUILESS_MAIN(CorpusTest)
#include "tst_corpus.moc"

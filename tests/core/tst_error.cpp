// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/base/error.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace sf;
using namespace Qt::StringLiterals;

class TestError : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCodeHasItsOwnName();
    void everyCodeHasASentence();
    void sentencesNumberTheirArgumentsFromOne();
    void argumentsAreNotReadAgain();
    void missingArgumentsLeaveNoPlaceholder();
    void nothingIsOfferedWhereNothingStands();
    void kindsAreRight();
};

namespace {

constexpr int codeCount = static_cast<int>(ErrorCode::Cancelled) + 1;

} // namespace

void TestError::everyCodeHasItsOwnName()
{
    QSet<QString> names;
    for (int i = 0; i < codeCount; ++i) {
        const QString name = codeName(static_cast<ErrorCode>(i));
        QVERIFY2(QRegularExpression(u"^[a-z]+(-[a-z]+)*$"_s).match(name).hasMatch(), name.toUtf8());
        QVERIFY2(!names.contains(name), name.toUtf8());
        names.insert(name);
    }
}

void TestError::everyCodeHasASentence()
{
    QSet<QString> sentences;
    for (int i = 0; i < codeCount; ++i) {
        const QString text =
            sentence(Error{static_cast<ErrorCode>(i), {u"A"_s, u"B"_s, u"C"_s, u"D"_s, u"E"_s}, {}});
        QVERIFY2(text.size() > 10, text.toUtf8());
        QVERIFY2(text[0].isUpper() || text[0] == u'“', text.toUtf8());
        // A sentence may end in an argument that is one itself.
        QVERIFY2(text.endsWith(u'.') || text.endsWith(u" C"_s), text.toUtf8());
        QVERIFY2(!sentences.contains(text), text.toUtf8());
        sentences.insert(text);
    }
}

void TestError::sentencesNumberTheirArgumentsFromOne()
{
    for (int i = 0; i < codeCount; ++i) {
        QStringList marks;
        for (int n = 1; n <= 9; ++n)
            marks.append(u"<%1>"_s.arg(n));
        const QString text = sentence(Error{static_cast<ErrorCode>(i), marks, {}});
        bool ended = false;
        for (const QString &mark : marks) {
            QVERIFY2(!(ended && text.contains(mark)), text.toUtf8());
            ended = !text.contains(mark);
        }
        QVERIFY2(!text.contains(u'%'), text.toUtf8());
    }
}

void TestError::argumentsAreNotReadAgain()
{
    const QString text = sentence(Error{ErrorCode::UnknownChannel, {u"100%1 %2 News"_s, u"%1"_s}, {}});
    QVERIFY2(text.contains(u"“100%1 %2 News”"_s), text.toUtf8());
    QVERIFY2(text.endsWith(u"The station has: %1."_s), text.toUtf8());
}

void TestError::missingArgumentsLeaveNoPlaceholder()
{
    QCOMPARE(sentence(Error{ErrorCode::FileNotFound, {}, u"errno 2"_s}),
             u" does not exist. Check the path."_s);
}

void TestError::nothingIsOfferedWhereNothingStands()
{
    const auto brokenAfter = [](const QString &complete) {
        return sentence(Error{ErrorCode::NotWellFormed, {u"a.xml"_s, u"1"_s, u"9"_s, u"no"_s, complete}, {}});
    };
    QVERIFY(brokenAfter(u"3"_s).contains(u"3 complete events stand before it; --partial takes those."_s));
    QVERIFY(!brokenAfter(u"0"_s).contains(u"--partial"_s));
    const auto unusable = [](const QStringList &args) {
        return sentence(Error{ErrorCode::NoUsableEntry, args, {}});
    };
    QVERIFY(!unusable({u"a.m3u"_s, u"2"_s, u"1"_s}).contains(u"--links"_s));
    QVERIFY(unusable({u"a.m3u"_s, u"2"_s, u"1"_s, u"7"_s})
                .contains(u"They hold 7 addresses; --links takes those."_s));
}

void TestError::kindsAreRight()
{
    QCOMPARE(kindOf(ErrorCode::UnknownChannel), ErrorKind::Usage);
    QCOMPARE(kindOf(ErrorCode::ImpossibleDate), ErrorKind::Input);
    QCOMPARE(kindOf(ErrorCode::FileNotWritable), ErrorKind::Storage);
    QCOMPARE(kindOf(ErrorCode::DiskFull), ErrorKind::Storage);
    QCOMPARE(kindOf(ErrorCode::Cancelled), ErrorKind::Cancelled);
}

QTEST_GUILESS_MAIN(TestError)
#include "tst_error.moc"

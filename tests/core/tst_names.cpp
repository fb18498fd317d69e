// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/model/names.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace sf;
using namespace Qt::StringLiterals;

namespace {

template <class E>
void check(E last)
{
    const auto names = namesOf<E>();
    QCOMPARE(names.size(), static_cast<std::size_t>(last) + 1);
    QSet<QString> seen;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const QString name = names[i];
        QVERIFY2(QRegularExpression(u"^[a-z]+(-[a-z]+)*$"_s).match(name).hasMatch(), name.toUtf8());
        QVERIFY2(!seen.contains(name), name.toUtf8());
        seen.insert(name);
        const auto value = static_cast<E>(i);
        QCOMPARE(QString(nameOf(value)), name);
        QVERIFY(fromName<E>(name) == value);
        QVERIFY(fromName<E>(name.toUpper()) == value);
        QVERIFY(!fromName<E>(QString(name + u' ')));
    }
    QVERIFY(!fromName<E>(u""));
    QVERIFY(!fromName<E>(u"no such name"));
}

} // namespace

class TestNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void assetKind() { check(AssetKind::Live); }
    void assetStatus() { check(AssetStatus::Changed); }
    void durationSource() { check(DurationSource::Probed); }
    void startMode() { check(StartMode::Manual); }
    void eventOrigin() { check(EventOrigin::Recurrence); }
    void relaxationTier() { check(RelaxationTier::ElasticSlate); }
    void playResult() { check(PlayResult::Failed); }
    void pickOrder() { check(PickOrder::Sequential); }
    void issueCode() { check(IssueCode::QuotaShort); }
    void severity() { check(Severity::Error); }
    void someByName()
    {
        QCOMPARE(QString(nameOf(EventOrigin::AutoFill)), u"auto-fill"_s);
        QCOMPARE(QString(nameOf(IssueCode::CooldownBreak)), u"cooldown"_s);
        QCOMPARE(QString(nameOf(IssueCode::MediaUnprobed)), u"media-unprobed"_s);
        QCOMPARE(QString(nameOf(RelaxationTier::FallbackCategory)), u"fallback-category"_s);
    }
};

QTEST_GUILESS_MAIN(TestNames)
#include "tst_names.moc"

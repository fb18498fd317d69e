// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "clirunner.h"

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 hour = 3'600'000;

/// A channel in Rome, and programmes of half an hour, the first ten of them for children.
struct Station
{
    CliRunner cli;

    explicit Station(int programmes = 200)
    {
        const auto added = cli.run(
            {u"channel"_s, u"add"_s, u"One"_s, u"--zone"_s, u"Europe/Rome"_s, u"--day-start"_s, u"06:00"_s});
        if (added.exitCode != 0)
            qFatal("no channel");
        QByteArray text = "#EXTM3U\n";
        for (int i = 1; i <= programmes; ++i) {
            const QByteArray number = QByteArray::number(i);
            text += "#EXTINF:1800,Programme " + number + "\nhttps://example.com/p" + number + ".mp4\n";
        }
        cli.run({u"media"_s, u"import"_s, cli.write(u"in.m3u"_s, text)});
    }
    QStringList assets() const
    {
        QStringList ids;
        const QJsonArray listed = cli.run({u"media"_s, u"list"_s}).list("assets");
        for (const QJsonValue &asset : listed)
            ids.append(asset["id"_L1].toString());
        return ids;
    }
    CliRunner::Answer set(const QString &family, const QByteArray &input) const
    {
        return cli.run({family, u"set"_s}, input);
    }
    CliRunner::Answer schedule(const QString &command, const QStringList &more = {}) const
    {
        return cli.run(QStringList{u"schedule"_s, command, u"--from"_s, u"2046-11-23"_s} + more);
    }
};

QJsonObject firstOf(const CliRunner::Answer &answer, const char *list)
{
    return answer.list(list).first().toObject();
}

} // namespace

/// The planning commands, as scripts meet them.
class TestPlanCli : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rulesAreSetListedAndRemoved();
    void whatIsReadBackIsTheSame_data();
    void whatIsReadBackIsTheSame();
    void wrongInputChangesNothing_data();
    void wrongInputChangesNothing();
    void wrongValuesAreShownAsTheyStand();
    void templatesAndRecurrencesPlan();
    void namesThatNoAssetHasAreSaid();
    void anotherTemplateForOneFill();
    void feasibilityNamesWhatIsShort();
    void anExportTellsDaysWithoutAPlan();
    void aReplanShowsTheDifference();
    void explainsWhatIsThereAndWhatIsNot();
    void wrongQuestionsAreWrongUsage();
};

void TestPlanCli::rulesAreSetListedAndRemoved()
{
    const Station station(4);
    QVERIFY(station.cli.run({u"rule"_s, u"list"_s}).json["rules"_L1].isArray());
    const auto made = station.set(
        u"rule"_s,
        R"({"type":"cooldown","name":"Music","scope":{"category":"Music"},"neverMs":"4h","preferredMs":21600000})");
    QCOMPARE(made.exitCode, 0);
    QVERIFY(made.json["ok"_L1].toBool());
    const QJsonObject rule = firstOf(made, "rules");
    QCOMPARE(rule["type"_L1].toString(), u"cooldown"_s);
    QCOMPARE(rule["neverMs"_L1].toInteger(), 4 * hour);
    QCOMPARE(rule["preferredMs"_L1].toInteger(), 6 * hour);
    QCOMPARE(rule["scope"_L1].toObject()["category"_L1].toString(), u"Music"_s);
    QVERIFY(rule["enabled"_L1].toBool());

    // By its id it is changed, and what is not named stays.
    const QByteArray id = rule["id"_L1].toString().toLatin1();
    QCOMPARE(station.set(u"rule"_s, R"({"id":")" + id + R"(","neverMs":null,"enabled":false})").exitCode, 0);
    const auto listed = station.cli.run({u"rule"_s, u"list"_s});
    QCOMPARE(listed.list("rules").size(), 1);
    const QJsonObject changed = firstOf(listed, "rules");
    QVERIFY(!changed.contains("neverMs"_L1) && !changed["enabled"_L1].toBool());
    QCOMPARE(changed["name"_L1].toString(), u"Music"_s);

    const auto gone = station.cli.run({u"rule"_s, u"remove"_s, QString::fromLatin1(id)});
    QCOMPARE(gone.exitCode, 0);
    QVERIFY(gone.list("rules").isEmpty());
    const auto again = station.cli.run({u"rule"_s, u"remove"_s, QString::fromLatin1(id)});
    QCOMPARE(again.exitCode, 2);
    QCOMPARE(again.errorCode(), u"unknown-object"_s);
    QCOMPARE(station.cli.run({u"schedule"_s, u"undo"_s}).exitCode, 0);
    QCOMPARE(station.cli.run({u"rule"_s, u"list"_s}).list("rules").size(), 1);
}

void TestPlanCli::whatIsReadBackIsTheSame_data()
{
    QTest::addColumn<QString>("family");
    QTest::addColumn<QByteArray>("input");
    QTest::newRow("every kind of rule") << u"rule"_s << QByteArray(R"([
{"type":"separation","neverMs":"3h"},{"type":"adjacency","category":"News","next":"News","isNever":true},
{"type":"maxPerHour","never":2,"scope":{"kind":"promo"}},{"type":"maxPlays","windowMs":"7d","preferred":3},
{"type":"noSameHour","isNever":false,"weight":2.5},{"type":"watershed","rating":"18","from":"22:30","until":"05:00"},
{"type":"quota","preferred":0.3,"scope":{"category":"Music","tag":"live","daypart":"Night"}},
{"type":"maxInARow","never":3,"enabled":false},{"type":"exemption","series":"Strip"}])");
    QTest::newRow("a template with all there is") << u"template"_s << QByteArray(R"({"name":"Winter",
"validFrom":"2046-12-01","validUntil":"2047-02-28","dayparts":[{"name":"Kids","days":["mon","fri"],"from":"06:00",
"until":"09:00","filter":{"categories":["Kids"],"tags":["t"],"series":"S","kind":"program"},"order":"sequential",
"hardStart":false,"startToleranceMs":60000,"mayRunShortMs":"2m","mayRunOverMs":"3m","identAfterEach":true,
"promoEveryMs":"30m","breakLengthMs":"2m","padToMs":"30m","fallbackCategories":["Film"]},
{"name":"Night","from":"22:00","until":"02:00"}]})");
    QTest::newRow("a recurrence with changes") << u"recurrence"_s << QByteArray(R"({"name":"News",
"start":"2046-11-23T20:00","rrule":"FREQ=DAILY;UNTIL=20470101T000000Z","series":"News","durationMs":"30m","locked":true,
"exceptions":["2046-12-24T20:00"],"changes":[{"original":"2046-12-25T20:00","movedTo":"2046-12-25T21:00"}]})");
}

void TestPlanCli::whatIsReadBackIsTheSame()
{
    QFETCH(QString, family);
    QFETCH(QByteArray, input);
    const Station station(1);
    const auto made = station.set(family, input);
    QVERIFY2(made.exitCode == 0, made.out);
    const QByteArray list = family.toLatin1() + 's';
    const QJsonArray objects = made.list(list.constData());
    QVERIFY(!objects.isEmpty());
    QCOMPARE(station.cli.run({family, u"list"_s}).list(list.constData()), objects);
    // What it prints it takes back, and nothing changes by that.
    const auto edits = [&] { return station.cli.run({u"history"_s}).list("edits").size(); };
    const qsizetype before = edits();
    const auto again = station.set(family, QJsonDocument(objects).toJson());
    QCOMPARE(again.exitCode, 0);
    QCOMPARE(edits(), before);
    QCOMPARE(again.list(list.constData()), objects);
}

void TestPlanCli::wrongInputChangesNothing_data()
{
    QTest::addColumn<QString>("family");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const QString &family, const char *input, int exitCode,
                        const QString &code) {
        QTest::newRow(name) << family << QByteArray(input) << exitCode << code;
    };
    row("nothing at all", u"rule"_s, "", 3, u"file-empty"_s);
    row("cut off", u"rule"_s, R"({"type":"cooldown",)", 3, u"not-well-formed"_s);
    row("no object", u"rule"_s, "[1,2]", 2, u"bad-field-value"_s);
    row("a rule that does not say what it is", u"rule"_s, "{}", 2, u"bad-field-value"_s);
    row("a type that is none", u"rule"_s, R"({"type":"cooldowns"})", 2, u"bad-field-value"_s);
    row("a field that is none", u"rule"_s, R"({"type":"cooldown","never":1})", 2, u"unknown-field"_s);
    row("a negative length", u"rule"_s, R"({"type":"cooldown","neverMs":-1})", 2, u"bad-field-value"_s);
    row("a scope that is none", u"rule"_s, R"({"type":"cooldown","scope":"Music"})", 2, u"bad-field-value"_s);
    row("a rule that asks for nothing", u"rule"_s, R"({"type":"cooldown"})", 2, u"bad-field-value"_s);
    row("preferred less than never", u"rule"_s, R"({"type":"cooldown","neverMs":"4h","preferredMs":"2h"})", 2,
        u"bad-field-value"_s);
    row("a watershed until tomorrow", u"rule"_s,
        R"({"type":"watershed","rating":"18","from":"22:00","until":"30:00"})", 2, u"bad-field-value"_s);
    row("a share of two", u"rule"_s, R"({"type":"quota","preferred":2})", 2, u"bad-field-value"_s);
    row("one wrong of two", u"rule"_s, R"([{"type":"separation"},{"type":"nothing"}])", 2,
        u"bad-field-value"_s);
    row("a daypart without a name", u"template"_s, R"({"dayparts":[{"from":"06:00","until":"09:00"}]})", 2,
        u"bad-field-value"_s);
    row("a time that is none", u"template"_s, R"({"dayparts":[{"name":"A","from":"6am","until":"09:00"}]})",
        2, u"bad-field-value"_s);
    row("dayparts that are none", u"template"_s, R"({"dayparts":["A"]})", 2, u"bad-field-value"_s);
    row("a rule that libical does not know", u"recurrence"_s,
        R"({"series":"X","start":"2046-11-23T20:00","rrule":"FREQ=SOMETIMES"})", 2, u"bad-field-value"_s);
    row("neither an asset nor a series", u"recurrence"_s,
        R"({"start":"2046-11-23T20:00","rrule":"FREQ=DAILY"})", 2, u"bad-field-value"_s);
    row("a start with an offset", u"recurrence"_s,
        R"({"series":"X","start":"2046-11-23T20:00Z","rrule":"FREQ=DAILY"})", 2, u"bad-field-value"_s);
}

void TestPlanCli::wrongInputChangesNothing()
{
    QFETCH(QString, family);
    QFETCH(QByteArray, input);
    QFETCH(QString, code);
    const Station station(1);
    const auto answer = station.set(family, input);
    QTEST(answer.exitCode, "exitCode");
    QVERIFY(!answer.json["ok"_L1].toBool(true));
    QCOMPARE(answer.errorCode(), code);
    const QString message = answer.json["error"_L1].toObject()["message"_L1].toString();
    QVERIFY(!message.isEmpty());
    QVERIFY2(!message.contains("--partial"_L1), qPrintable(message)); // these commands do not have it
    const QByteArray list = family.toLatin1() + 's';
    QVERIFY(station.cli.run({family, u"list"_s}).list(list.constData()).isEmpty());
}

void TestPlanCli::wrongValuesAreShownAsTheyStand()
{
    const Station station(0);
    const auto shown = [&](const QByteArray &input) {
        return station.set(u"rule"_s, input).json["error"_L1]["args"_L1][0].toString();
    };
    QCOMPARE(shown(R"({"type":"quota","preferred":2})"), u"2"_s);
    QCOMPARE(shown(R"({"type":"quota","preferred":true})"), u"true"_s);
    QCOMPARE(shown(R"({"type":"cooldown","scope":["Music"]})"), u"[\"Music\"]"_s);
    QCOMPARE(shown(R"({"type":"cooldown","neverMs":"soon"})"), u"soon"_s);
}

void TestPlanCli::templatesAndRecurrencesPlan()
{
    const Station station;
    const QStringList assets = station.assets();
    for (int i = 0; i < 30; ++i)
        station.cli.run({u"media"_s, u"set"_s, assets[i], u"category=Kids"_s});
    QCOMPARE(station
                 .set(u"template"_s, R"({"name":"Week","dayparts":[
{"name":"Kids","from":"06:00","until":"09:00","filter":{"categories":["Kids"]}}]})")
                 .exitCode,
             0);
    const QByteArray news = assets.last().toLatin1();
    QCOMPARE(station
                 .set(u"recurrence"_s,
                      R"({"name":"Late","start":"2046-11-23T23:00","rrule":"FREQ=DAILY;INTERVAL=2",
"assetId":")" + news + R"("})")
                 .exitCode,
             0);
    const auto filled = station.schedule(u"fill"_s, {u"--days"_s, u"3"_s});
    QVERIFY2(filled.exitCode == 0, filled.out);
    QCOMPARE(filled.number("gapMs"), 0);
    QCOMPARE(filled.number("recurring"), 2);
    QCOMPARE(filled.number("placed"), 3 * 48);
    QCOMPARE(filled.json["joins"_L1]["exact"_L1].toInteger(),
             filled.json["joins"_L1]["total"_L1].toInteger());
    int kids = 0;
    const QJsonArray events = station.cli.run({u"schedule"_s, u"list"_s}).list("events");
    for (const QJsonValue &event : events) {
        // 06:00 to 09:00 in Rome is 05:00 to 08:00 UTC.
        const QString start = event["start"_L1].toString();
        const QString time = start.mid(11, 5);
        if (time >= u"05:00"_s && time < u"08:00"_s) {
            QCOMPARE(event["category"_L1].toString(), u"Kids"_s);
            ++kids;
        }
        if (time == u"22:00"_s && !start.startsWith(u"2046-11-24"_s))
            QCOMPARE(event["origin"_L1].toString(), u"recurrence"_s);
    }
    QCOMPARE(kids, 3 * 6);
}

void TestPlanCli::namesThatNoAssetHasAreSaid()
{
    const Station station(2);
    station.cli.run({u"media"_s, u"set"_s, station.assets().first(), u"category=Kids"_s, u"series=Owls"_s});
    const auto recurring = [&](const QByteArray &series) {
        return station.set(u"recurrence"_s, R"({"name":"Late","start":"2046-11-23T23:00","rrule":"FREQ=DAILY",
"series":")" + series + R"("})");
    };
    QVERIFY(recurring("owls").list("warnings").isEmpty());
    const auto owls = recurring("Awls");
    QCOMPARE(owls.exitCode, 0); // its episodes may come later
    QCOMPARE(owls.list("warnings").size(), 1);
    const QJsonObject warning = firstOf(owls, "warnings");
    QCOMPARE(warning["field"_L1].toString(), u"series"_s);
    QCOMPARE(warning["name"_L1].toString(), u"Awls"_s);
    QCOMPARE(warning["message"_L1].toString(), u"No asset of the library is of the series “Awls” yet."_s);
    const auto week = station.set(u"template"_s, R"({"name":"Week","dayparts":[{"name":"Early","from":"06:00",
"until":"09:00","filter":{"categories":["kids","Kinds"],"tags":["t"]},"fallbackCategories":["Film"]}]})");
    QCOMPARE(week.exitCode, 0);
    QStringList messages;
    const QJsonArray warnings = week.list("warnings");
    for (const QJsonValue &one : warnings)
        messages << one["message"_L1].toString();
    QCOMPARE(messages, (QStringList{u"“Early”: no asset of the library has the category “Kinds” yet."_s,
                                    u"“Early”: no asset of the library has the tag “t” yet."_s,
                                    u"“Early”: no asset of the library has the category “Film” yet."_s}));
}

/// A template that the calendar keeps for another season.
void TestPlanCli::anotherTemplateForOneFill()
{
    const Station station;
    const QStringList assets = station.assets();
    for (int i = 0; i < 60; ++i)
        station.cli.run({u"media"_s, u"set"_s, assets[i], u"category=Kids"_s});
    const auto made = station.set(u"template"_s, R"([{"name":"Usual","dayparts":[
{"name":"All","from":"06:00","until":"30:00"}]},{"name":"Holidays","validFrom":"2046-12-20","validUntil":"2047-01-06",
"dayparts":[{"name":"Kids","from":"06:00","until":"30:00","filter":{"categories":["Kids"]}}]}])");
    QCOMPARE(made.exitCode, 0);
    const auto filled = [&](const QString &week) {
        const auto answer =
            station.schedule(u"fill"_s, {u"--days"_s, u"1"_s, u"--template"_s, week, u"--dry-run"_s});
        return answer;
    };
    QCOMPARE(filled(u"Usual"_s).number("placed"), 48);
    QCOMPARE(filled(u"Christmas"_s).errorCode(), u"unknown-object"_s);
    const QString id = made.list("templates").last().toObject()["id"_L1].toString();
    QCOMPARE(filled(id).number("gapMs"), 0);
    QCOMPARE(station.schedule(u"fill"_s, {u"--days"_s, u"1"_s, u"--template"_s, u"holidays"_s}).exitCode, 0);
    const QJsonArray events = station.cli.run({u"schedule"_s, u"list"_s}).list("events");
    QCOMPARE(events.size(), 48);
    for (const QJsonValue &event : events)
        QCOMPARE(event["category"_L1].toString(), u"Kids"_s);
}

void TestPlanCli::feasibilityNamesWhatIsShort()
{
    const Station station;
    station.cli.run({u"media"_s, u"set"_s, station.assets().first(), u"category=Kids"_s});
    station.set(u"template"_s, R"({"name":"Week","dayparts":[
{"name":"Kids","from":"06:00","until":"09:00","filter":{"categories":["Kids"]}}]})");
    const auto answer = station.schedule(u"feasibility"_s, {u"--days"_s, u"1"_s});
    QCOMPARE(answer.exitCode, 1);
    QCOMPARE(answer.json["light"_L1].toString(), u"red"_s);
    QCOMPARE(answer.json["feasibility"_L1]["neededMs"_L1].toInteger(), 24 * hour);
    const QJsonObject kids = firstOf(answer, "dayparts");
    QCOMPARE(kids["name"_L1].toString(), u"Kids"_s);
    QCOMPARE(kids["neededMs"_L1].toInteger(), 3 * hour);
    QCOMPARE(kids["shortageMs"_L1].toInteger(), 5 * hour / 2);
    QCOMPARE(answer.list("shortDayparts"), QJsonArray{u"Kids"_s});
    QCOMPARE(answer.number("daypartShortageMs"), 5 * hour / 2);
    QVERIFY(answer.json.contains("elapsedMs"_L1));
    QVERIFY(station.cli.run({u"schedule"_s, u"list"_s}).list("events").isEmpty()); // it only says
}

void TestPlanCli::anExportTellsDaysWithoutAPlan()
{
    const Station station;
    QCOMPARE(
        station.cli.run({u"schedule"_s, u"fill"_s, u"--from"_s, u"2046-11-23T06:15"_s, u"--hours"_s, u"24"_s})
            .number("placed"),
        48); // to 06:15 of the next day
    const auto written =
        station.schedule(u"export"_s, {u"--days"_s, u"4"_s, u"--format"_s, u"ffplayout"_s, u"--option"_s,
                                       u"filler=/media/slate.mp4"_s, station.cli.path(u"days"_s)});
    QCOMPARE(written.exitCode, 0);
    QCOMPARE(written.number("events"), 48);
    QCOMPARE(written.number("entries"), 49);
    QCOMPARE(written.list("files").size(), 4);
    QCOMPARE(written.list("emptyDays"), (QJsonArray{u"2046-11-25"_s, u"2046-11-26"_s}));
}

void TestPlanCli::aReplanShowsTheDifference()
{
    const Station station;
    QCOMPARE(station.schedule(u"fill"_s, {u"--days"_s, u"1"_s}).number("placed"), 48);
    const auto same = station.schedule(u"replan"_s, {u"--days"_s, u"1"_s});
    QCOMPARE(same.exitCode, 0);
    QCOMPARE(same.number("added") + same.number("moved") + same.number("removed"), 0);

    const QJsonArray before = station.cli.run({u"schedule"_s, u"list"_s}).list("events");
    const QString third = before[2]["id"_L1].toString();
    const auto dry = station.schedule(
        u"replan"_s, {u"--days"_s, u"1"_s, u"--event"_s, third, u"--seed"_s, u"9"_s, u"--dry-run"_s});
    QCOMPARE(dry.exitCode, 0);
    QVERIFY(dry.json["dryRun"_L1].toBool());
    QCOMPARE(dry.number("placed"), 1);
    QCOMPARE(station.cli.run({u"schedule"_s, u"list"_s}).list("events"), before);
    const auto other =
        station.schedule(u"replan"_s, {u"--days"_s, u"1"_s, u"--event"_s, third, u"--seed"_s, u"9"_s});
    QCOMPARE(other.number("added"), dry.number("added"));
    const QJsonArray after = station.cli.run({u"schedule"_s, u"list"_s}).list("events");
    int changed = 0;
    for (int i = 0; i < before.size(); ++i)
        changed += before[i] == after[i] ? 0 : 1;
    QVERIFY(changed <= 1);
    // Nothing is broken, so nothing of that is planned anew.
    QCOMPARE(station.schedule(u"replan"_s, {u"--days"_s, u"1"_s, u"--what"_s, u"broken"_s}).number("placed"),
             0);
    QCOMPARE(station.cli.run({u"schedule"_s, u"undo"_s}).exitCode, 0);
    QCOMPARE(station.schedule(u"replan"_s, {u"--days"_s, u"1"_s, u"--event"_s, u"nobody"_s}).errorCode(),
             u"unknown-object"_s);
}

void TestPlanCli::explainsWhatIsThereAndWhatIsNot()
{
    const Station station(60);
    station.schedule(u"fill"_s, {u"--hours"_s, u"3"_s});
    const QJsonArray events = station.cli.run({u"schedule"_s, u"list"_s}).list("events");
    QCOMPARE(events.size(), 6);
    const auto why = station.cli.run({u"schedule"_s, u"explain"_s, events[1]["id"_L1].toString()});
    QCOMPARE(why.exitCode, 0);
    QCOMPARE(why.json["chosen"_L1]["title"_L1].toString(), events[1]["title"_L1].toString());
    QCOMPARE(why.json["chosen"_L1]["tier"_L1].toString(), u"all-rules"_s);
    const QJsonArray funnel = why.list("funnel");
    QCOMPARE(funnel.first()["left"_L1].toInteger(), 60);
    QCOMPARE(funnel.last()["left"_L1].toInteger(), 55);
    QCOMPARE(why.list("runnersUp").size(), 3);
    QVERIFY(!firstOf(why, "runnersUp")["why"_L1].toString().isEmpty());

    const auto gap = station.cli.run({u"schedule"_s, u"explain"_s, u"--at"_s, u"2046-11-23T10:00"_s});
    QCOMPARE(gap.exitCode, 0);
    QVERIFY(gap.json["chosen"_L1].isNull());
    QCOMPARE(gap.json["where"_L1]["start"_L1].toString(), u"2046-11-23T08:00:00Z"_s);
    QCOMPARE(gap.list("shutOut").size(), 6);
    QCOMPARE(firstOf(gap, "shutOut")["obstacle"_L1].toString(), u"cooldown"_s);
    QVERIFY(!gap.list("whatIf").isEmpty());

    const QString aired = events[0]["assetId"_L1].toString();
    const auto barred =
        station.cli.run({u"schedule"_s, u"explain"_s, u"--at"_s, u"2046-11-23T10:00"_s, u"--asset"_s, aired});
    QVERIFY(!barred.json["mayStart"_L1].toBool(true));
    QCOMPARE(firstOf(barred, "objections")["until"_L1].toString(), u"2046-11-25T05:00:00Z"_s);
}

void TestPlanCli::wrongQuestionsAreWrongUsage()
{
    const Station station(1);
    const QList<QStringList> wrong{
        {u"rule"_s},
        {u"rule"_s, u"remove"_s},
        {u"schedule"_s, u"explain"_s},
        {u"schedule"_s, u"explain"_s, u"nobody"_s},
        {u"schedule"_s, u"feasibility"_s, u"--from"_s, u"2046-11-23"_s},
        {u"schedule"_s, u"replan"_s, u"--from"_s, u"2046-11-23"_s, u"--days"_s, u"1"_s, u"--what"_s,
         u"all"_s},
        {u"schedule"_s, u"fill"_s, u"--from"_s, u"2046-11-23"_s, u"--days"_s, u"1"_s, u"--cooldown"_s,
         u"-3h"_s},
        {u"template"_s, u"list"_s, u"--nonsense"_s},
    };
    for (const QStringList &command : wrong) {
        const auto answer = station.cli.run(command);
        QVERIFY2(answer.exitCode == 2, qPrintable(command.join(u' ')));
        QVERIFY(!answer.json["ok"_L1].toBool(true) && !answer.errorCode().isEmpty());
    }
}

QTEST_GUILESS_MAIN(TestPlanCli)
#include "tst_plancli.moc"

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "uifixture.h"

#include "ui/panels/historymodel.h"
#include "ui/panels/historypanel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace sf;
using namespace sf::test;

namespace {

StationEdit editOf(std::uint64_t number, const QString &name, TimePoint time)
{
    StationEdit edit;
    edit.id = EditId::fromBits(1, number);
    edit.name = name;
    edit.author = u"anna"_s;
    edit.time = time;
    edit.assets.after.resize(number);
    for (std::size_t i = 0; i < edit.assets.after.size(); ++i)
        edit.assets.after[i].id = AssetId::fromBits(number, i + 1);
    return edit;
}

QStringList rowOf(const HistoryModel &model, int row)
{
    QStringList texts;
    for (int column = 0; column < model.columnCount(); ++column)
        texts << model.index(row, column).data().toString();
    return texts;
}

} // namespace

class TestHistoryModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_model = std::make_unique<HistoryModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void theLatestEditComesFirst()
    {
        m_model->add(editOf(1, u"Move 1 event"_s, noon()));
        m_model->add(editOf(3, u"Import 3 assets"_s, noon() + 90s));
        QCOMPARE(m_model->rowCount(), 2);
        QCOMPARE(rowOf(*m_model, 0),
                 QStringList({u"2026-03-23 12:01:30"_s, u"Import 3 assets"_s, u"anna"_s, u"3"_s}));
        QCOMPARE(rowOf(*m_model, 1).at(1), u"Move 1 event"_s);
    }

    void timesAreTheChannels()
    {
        m_model->add(editOf(1, u"Move 1 event"_s, noon()));
        QSignalSpy changed(m_model.get(), &HistoryModel::dataChanged);
        m_model->setClock(*ChannelClock::create(u"Asia/Kolkata"_s, 6h));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(rowOf(*m_model, 0).constFirst(), u"2026-03-23 17:30:00"_s);
    }

    void whatWasReadFollowsWhatWasDoneAndStandsOnce()
    {
        const StationEdit known = editOf(2, u"Fill 2 h"_s, noon());
        m_model->add(known);
        const HistoryLine same{known.id, known.kind, known.name, known.author, known.time, 2};
        const HistoryLine older{
            EditId::fromBits(1, 9), EditKind::Edit, u"Add channel"_s, u"ben"_s, noon() - 24h, 1};
        m_model->setEarlier({same, older});
        QCOMPARE(m_model->rowCount(), 2);
        QCOMPARE(rowOf(*m_model, 1).at(1), u"Add channel"_s);
        m_model->setEarlier({same}); // nothing new in it
        QCOMPARE(m_model->rowCount(), 2);
        m_model->clear();
        QCOMPARE(m_model->rowCount(), 0);
    }

    void thePanelFollowsTheStation()
    {
        const Workspace workspace;
        StationEditor editor([] { return noon(); });
        HistoryPanel panel(editor);
        QAbstractItemModelTester tester(&panel.model(),
                                        QAbstractItemModelTester::FailureReportingMode::Fatal);
        openStation(editor, workspace.path(u"station.sqlite"_s));
        const int before = panel.model().rowCount();
        addEvent(editor, u"A"_s, noon(), 30min);
        QCOMPARE(panel.model().rowCount(), before + 1);
        QVERIFY(editor.undo());
        QCOMPARE(panel.model().rowCount(), before + 2); // taking back is an edit, too
        QVERIFY(rowOf(panel.model(), 0).at(1).startsWith(u"Undo"_s));
        editor.setDocument(nullptr);
        QCOMPARE(panel.model().rowCount(), 0);
    }

private:
    std::unique_ptr<HistoryModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_MAIN(TestHistoryModel)
#include "tst_historymodel.moc"

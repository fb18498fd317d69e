// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "uifixture.h"

#include "ui/dialogs/filldialog.h"
#include "ui/dialogs/fillresult.h"
#include "ui/dialogs/planlinesmodel.h"

#include <QPushButton>
#include <QSpinBox>

#include <memory>

namespace sf::test {

/// A station and its planning dialog.
class FillDialogFixture
{
protected:
    void openFresh()
    {
        workspace = std::make_unique<Workspace>();
        editor = std::make_unique<StationEditor>([] { return noon(); });
        openStation(*editor, workspace->path(u"station.sqlite"_s));
    }
    void close()
    {
        current.reset();
        editor.reset();
    }
    FillDialog &open(PlanAsk ask)
    {
        current = std::make_unique<FillDialog>(*editor, std::move(ask));
        current->setAttribute(Qt::WA_DeleteOnClose, false);
        current->open();
        return *current;
    }
    void addFilms(int count, const QString &category = {})
    {
        std::vector<Asset> assets;
        for (int i = 0; i < count; ++i) {
            assets.push_back(makeAsset(editor->document()->ids(), u"%1 %2"_s.arg(category).arg(i), 1h));
            assets.back().category = category;
        }
        addAssets(*editor, std::move(assets));
    }
    void fill(TimeRange range)
    {
        FillDialog &shown = open({range, std::nullopt, {}});
        QTRY_VERIFY(shown.isReady());
        shown.accept();
        QTRY_VERIFY(!shown.isVisible());
    }
    void addRule(RuleBody body, const QString &category)
    {
        Rule rule;
        rule.id = editor->document()->ids().next<RuleId>();
        rule.name = u"Rule for %1"_s.arg(category);
        rule.scope.category = category;
        rule.body = std::move(body);
        StationEdit edit = makeEdit(editor->stamp(), u"Add a rule"_s);
        edit.rules.after = {rule};
        QVERIFY(editor->apply(std::move(edit)));
    }
    void addTemplate(const QString &daypart, const QString &category, Millis from, Millis until)
    {
        WeekTemplate week;
        week.id = editor->document()->ids().next<TemplateId>();
        week.channel = editor->channel()->id;
        week.name = u"Spring"_s;
        week.dayparts.resize(1);
        week.dayparts[0].name = daypart;
        week.dayparts[0].from = from;
        week.dayparts[0].until = until;
        week.dayparts[0].filter.categories = {category};
        StationEdit edit = makeEdit(editor->stamp(), u"Add a template"_s);
        edit.templates.after = {week};
        QVERIFY(editor->apply(std::move(edit)));
    }
    std::vector<EventId> planned() const
    {
        std::vector<EventId> ids;
        editor->station().schedule().forEach(editor->plan(),
                                             [&](const ScheduledEvent &event) { ids.push_back(event.id); });
        return ids;
    }
    static int countOf(const PlanLinesModel &model, PlanLineKind kind)
    {
        int count = 0;
        for (int row = 0; row < model.rowCount(); ++row)
            count += model.lineAt(row).kind == kind ? 1 : 0;
        return count;
    }

    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<StationEditor> editor;
    std::unique_ptr<FillDialog> current;
};

} // namespace sf::test

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/fillresult.h"

#include "ui/dialogs/filltext.h"
#include "ui/dialogs/planlinesmodel.h"
#include "ui/panels/sharechart.h"
#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>
#include <QTimer>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

enum Tab { DifferenceTab, OpenTab, PartsTab, SharesTab };

QString counted(const QString &title, int count)
{
    return count > 0 ? u"%1 (%2)"_s.arg(title, QLocale().toString(count)) : title;
}

QIcon lightIcon(Light light)
{
    switch (light) {
    case Light::Green:
        return icon(Sign::Good, Tone::Good);
    case Light::Amber:
        return icon(Sign::Warning, Tone::Warning);
    case Light::Red:
        return icon(Sign::Error, Tone::Error);
    }
    return {};
}

void addPart(QTreeWidget &tree, const PartFeasibility &part, const QString &name)
{
    auto *item = new QTreeWidgetItem(&tree, partTexts(part, name));
    item->setIcon(1, lightIcon(part.light));
    for (int column = 2; column < tree.columnCount(); ++column)
        item->setFont(column, figureFont());
}

/// Where the pages of tabs go: a page that is made there is not polished once more when it moves in.
QWidget *pagesOf(const QTabWidget &tabs) { return tabs.findChild<QStackedWidget *>(); }

} // namespace

FillResult::FillResult(QWidget *parent)
    : QWidget(parent)
    , m_light(new QLabel(this))
    , m_lightText(new QLabel(this))
    , m_note(new QLabel(this))
    , m_summary(new QLabel(this))
    , m_tabs(new QTabWidget(this))
    , m_bar(new QProgressBar(this))
    , m_stop(new QPushButton(tr("Stop"), this))
    , m_retry(new QPushButton(tr("Try again"), this))
    , m_difference(new PlanLinesModel(tr("Programme"), this))
    , m_open(new PlanLinesModel(tr("Why"), this))
    , m_parts(new QTreeWidget(pagesOf(*m_tabs)))
    , m_scroll(new QScrollArea(pagesOf(*m_tabs)))
    , m_shares(new ShareChart(m_scroll->viewport()))
{
    build();
    connect(m_stop, &QPushButton::clicked, this, &FillResult::stopRequested);
    connect(m_retry, &QPushButton::clicked, this, &FillResult::retryRequested);
}

void FillResult::build()
{
    m_light->setFixedWidth(20);
    m_light->setAlignment(Qt::AlignTop);
    for (QLabel *label : {m_lightText, m_note, m_summary}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    // What comes and goes within a moment must not push the rest about.
    m_lightText->setMinimumHeight(2 * fontMetrics().lineSpacing());
    m_lightText->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    QSizePolicy kept = m_stop->sizePolicy();
    kept.setRetainSizeWhenHidden(true);
    m_stop->setSizePolicy(kept);
    m_note->setProperty("tone", u"warning"_s);
    m_note->hide();
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress of the trial"));
    for (QPushButton *button : {m_stop, m_retry})
        button->setAutoDefault(false);
    auto *light = new QHBoxLayout;
    light->setSpacing(space::unit);
    light->addWidget(m_light, 0, Qt::AlignTop);
    light->addWidget(m_lightText, 1);
    auto *progress = new QHBoxLayout;
    progress->setSpacing(space::small);
    progress->addWidget(m_bar, 1);
    progress->addWidget(m_stop);
    progress->addWidget(m_retry);
    for (QWidget *page : {static_cast<QWidget *>(m_parts), static_cast<QWidget *>(m_scroll)})
        page->hide(); // until they are in
    QTimer::singleShot(std::chrono::milliseconds(1), this,
                       &FillResult::addTabs); // they cost as much as all the rest of the dialog
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    layout->addLayout(light);
    layout->addWidget(m_note);
    layout->addWidget(m_summary);
    layout->addWidget(m_tabs, 1);
    layout->addLayout(progress);
    showProblem({});
}

void FillResult::addTabs()
{
    m_parts->setHeaderLabels({tr("Part"), tr("Light"), tr("Needed"), tr("At most there"), tr("Short")});
    m_parts->setRootIsDecorated(false);
    m_parts->setUniformRowHeights(true);
    m_parts->setAccessibleName(tr("Feasibility"));
    m_scroll->setWidget(m_shares);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    QTableView *open = makeTable(*m_open, tr("What stays open"));
    open->setWordWrap(true); // a reason is a sentence or two
    open->verticalHeader()->setDefaultSectionSize(2 * fontMetrics().lineSpacing() + space::unit);
    open->horizontalHeader()->moveSection(static_cast<int>(PlanColumn::Text),
                                          static_cast<int>(PlanColumn::Length)); // a reason comes last
    m_tabs->addTab(makeTable(*m_difference, tr("The difference")), QString());
    m_tabs->addTab(open, QString());
    m_tabs->addTab(m_parts, tr("Feasibility"));
    m_tabs->addTab(m_scroll, tr("Shares"));
    m_tabs->setTabEnabled(SharesTab, m_hasShares);
    nameTabs();
}

QTableView *FillResult::makeTable(PlanLinesModel &model, const QString &name)
{
    auto *view = new QTableView(pagesOf(*m_tabs));
    view->setModel(&model);
    view->setAccessibleName(name);
    view->setShowGrid(false);
    view->setWordWrap(false);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setTabKeyNavigation(false);
    view->setTextElideMode(Qt::ElideRight);
    view->setIconSize(QSize(14, 14));
    view->verticalHeader()->hide();
    view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view->verticalHeader()->setDefaultSectionSize(space::row);
    view->horizontalHeader()->setHighlightSections(false);
    view->horizontalHeader()->setStretchLastSection(false);
    view->horizontalHeader()->setSectionResizeMode(static_cast<int>(PlanColumn::Text), QHeaderView::Stretch);
    const int time = QFontMetrics(figureFont()).horizontalAdvance(u"2026-03-28 21:00:00"_s) + 20;
    view->setColumnWidth(static_cast<int>(PlanColumn::What), 96);
    view->setColumnWidth(static_cast<int>(PlanColumn::Start), time);
    view->setColumnWidth(static_cast<int>(PlanColumn::Was), time);
    view->setColumnWidth(static_cast<int>(PlanColumn::Length), 100);
    const auto showWas = [view, &model] { // a plain fill moves nothing, and titles need the room
        view->setColumnHidden(static_cast<int>(PlanColumn::Was), !model.hasMoved());
    };
    connect(&model, &QAbstractItemModel::modelReset, view, showWas);
    showWas();
    return view;
}

void FillResult::nameTabs()
{
    m_tabs->setTabText(DifferenceTab, counted(tr("Changes"), m_difference->rowCount()));
    m_tabs->setTabText(OpenTab, counted(tr("Stays open"), m_open->rowCount()));
}

void FillResult::clear()
{
    const PlanLines none = std::make_shared<const std::vector<PlanLine>>();
    m_difference->setLines(none, {});
    m_open->setLines(none, {});
    m_shares->setRows({});
    m_hasShares = false;
    m_tabs->setTabEnabled(SharesTab, m_hasShares);
    nameTabs();
}

void FillResult::showProgress(qint64 done, qint64 total)
{
    m_bar->setVisible(true);
    m_stop->setVisible(true);
    m_retry->setVisible(false);
    m_bar->setRange(0, total > 0 ? 1000 : 0);
    if (total > 0)
        m_bar->setValue(static_cast<int>(done * 1000 / total));
    m_summary->setText(tr("Trying it out…"));
}

void FillResult::clearOutlook()
{
    m_light->clear();
    m_lightText->clear();
    m_parts->clear();
}

void FillResult::showOutlook(const PlanOutlook &outlook)
{
    const FeasibilityReport &report = outlook.feasibility;
    m_light->setPixmap(lightIcon(report.light).pixmap(16));
    m_lightText->setText(lightSentence(report));
    m_parts->clear();
    PartFeasibility all;
    all.needed = report.channel.needed;
    all.library = report.channel.library;
    all.shortage = report.channel.shortage;
    all.light = lightOf(report.channelReason);
    addPart(*m_parts, all, tr("All that is free"));
    for (const PartFeasibility &part : report.dayparts)
        addPart(*m_parts, part, part.name.isEmpty() ? tr("Outside every daypart") : part.name);
    for (const PartFeasibility &part : report.categories)
        addPart(*m_parts, part, tr("Share of “%1”").arg(part.name));
    for (int column = 0; column < m_parts->columnCount(); ++column)
        m_parts->resizeColumnToContents(column);
}

void FillResult::showTrial(const PlanTrial &trial, const ChannelClock &clock)
{
    for (QWidget *part :
         {static_cast<QWidget *>(m_bar), static_cast<QWidget *>(m_stop), static_cast<QWidget *>(m_retry)})
        part->hide();
    m_summary->setText(trialSummary(trial));
    m_difference->setLines(trial.difference, clock);
    m_open->setLines(trial.open, clock);
    std::vector<ShareRow> rows;
    for (const QuotaShare &share : trial.outcome.shares)
        rows.push_back({share.category, share.planned, share.wanted, -1});
    m_shares->setRows(std::move(rows));
    m_hasShares = !trial.outcome.shares.empty();
    m_tabs->setTabEnabled(SharesTab, m_hasShares);
    nameTabs();
}

void FillResult::showProblem(const QString &text, bool offersRetry)
{
    m_bar->hide();
    m_stop->hide();
    m_retry->setVisible(offersRetry);
    m_summary->setText(text);
    clear();
}

void FillResult::setNote(const QString &text)
{
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
}

QString FillResult::summary() const { return m_summary->text(); }

QString FillResult::lightText() const { return m_lightText->text(); }

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/panels/whypanel.h"

#include "core/planning/explaintext.h"
#include "core/schedule/issuetext.h"
#include "ui/panels/funnelchart.h"
#include "ui/session/walltext.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t mostShutOut = 20;

QString originText(EventOrigin origin)
{
    switch (origin) {
    case EventOrigin::Manual:
        return WhyPanel::tr("Placed by hand.");
    case EventOrigin::Import:
        return WhyPanel::tr("Imported.");
    case EventOrigin::AutoFill:
        return WhyPanel::tr("Placed by auto-fill.");
    case EventOrigin::Recurrence:
        return WhyPanel::tr("A recurring event.");
    }
    return {};
}

QString tierText(RelaxationTier tier)
{
    switch (tier) {
    case RelaxationTier::AllRules:
        return WhyPanel::tr("All rules and preferences were kept.");
    case RelaxationTier::NoPreferences:
        return WhyPanel::tr("Preferences gave way for it.");
    case RelaxationTier::NeverValues:
        return WhyPanel::tr("Rules gave way down to their never values.");
    case RelaxationTier::FallbackCategory:
        return WhyPanel::tr("From a fallback category: its own had nothing.");
    case RelaxationTier::OperatorAllowed:
        return WhyPanel::tr("Only because the operator allowed a shorter cooldown.");
    case RelaxationTier::ElasticSlate:
        return WhyPanel::tr("A slate: nothing else fitted.");
    }
    return {};
}

bool isPlanned(EventOrigin origin)
{
    return origin == EventOrigin::AutoFill || origin == EventOrigin::Recurrence;
}

QLabel *makeLabel(const QString &tone = {})
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText); // titles are what they are
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (!tone.isEmpty())
        label->setProperty("tone", tone);
    return label;
}

QString titled(const QString &title, const QString &sentence)
{
    return WhyPanel::tr("“%1”: %2").arg(title, sentence);
}

} // namespace

WhyPanel::WhyPanel(StationEditor &editor, QWidget *parent)
    : QWidget(parent)
    , m_explainer(editor)
    , m_pages(new QStackedWidget(this))
    , m_note(makeLabel(u"dim"_s))
    , m_title(makeLabel())
    , m_where(makeLabel(u"dim"_s))
    , m_fault(makeLabel(u"error"_s))
    , m_tierIcon(new QLabel)
    , m_tier(makeLabel())
    , m_funnelHeading(makeLabel(u"section"_s))
    , m_funnel(new FunnelChart)
{
    build();
    m_explainer.setActive(false);
    connect(&m_explainer, &Explainer::changed, this, &WhyPanel::refresh);
    refresh();
}

void WhyPanel::build()
{
    m_note->setAlignment(Qt::AlignCenter);
    m_note->setMargin(space::large);
    auto *scroll = new QScrollArea;
    scroll->setWidget(makeContent());
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("Why?"));
    m_pages->addWidget(m_note);
    m_pages->addWidget(scroll);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_pages);
    setFocusProxy(scroll);
}

QWidget *WhyPanel::makeContent()
{
    QFont bold = m_title->font();
    bold.setPixelSize(15);
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_tierIcon->setFixedWidth(20);
    m_funnelHeading->setText(tr("How many were left"));
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(space::medium, space::small, space::medium, space::small);
    layout->setSpacing(space::unit);
    auto *tier = new QHBoxLayout;
    tier->setSpacing(0);
    tier->addWidget(m_tierIcon, 0, Qt::AlignTop);
    tier->addWidget(m_tier, 1);
    layout->addWidget(m_title);
    layout->addWidget(m_where);
    layout->addWidget(m_fault);
    layout->addLayout(tier);
    m_asset = addSection(*layout, {});
    m_whatIf = addSection(*layout, tr("What would fit"));
    layout->addSpacing(space::unit);
    layout->addWidget(m_funnelHeading);
    layout->addWidget(m_funnel);
    m_against = addSection(*layout, tr("Against it"));
    m_score = addSection(*layout, tr("Preferences it misses"));
    m_others = addSection(*layout, tr("Next in line"));
    m_shutOut = addSection(*layout, tr("Shut out"));
    layout->addStretch(1);
    return content;
}

WhyPanel::Section WhyPanel::addSection(QVBoxLayout &layout, const QString &heading)
{
    const Section section{makeLabel(u"section"_s), makeLabel()};
    section.heading->setText(heading);
    section.heading->setContentsMargins(0, space::small, 0, 0);
    layout.addWidget(section.heading);
    layout.addWidget(section.text);
    return section;
}

void WhyPanel::fill(const Section &section, const QStringList &lines)
{
    section.heading->setVisible(!lines.isEmpty());
    section.text->setVisible(!lines.isEmpty());
    section.text->setText(lines.join(u'\n'));
}

void WhyPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_explainer.setActive(true);
}

void WhyPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_explainer.setActive(false);
}

void WhyPanel::refresh()
{
    switch (m_explainer.state()) {
    case Explainer::State::NothingPicked:
        m_note->setText(tr("Pick an event or a gap on the timeline to see why it is there."));
        break;
    case Explainer::State::SeveralPicked:
        m_note->setText(tr("Pick a single event to see why it is there."));
        break;
    case Explainer::State::Thinking:
        m_note->setText(tr("Looking…"));
        break;
    case Explainer::State::Failed:
        m_note->setText(sentence(m_explainer.error()));
        break;
    case Explainer::State::Answered:
        showHead(*m_explainer.answer());
        showReasons(*m_explainer.answer());
        showAsset(*m_explainer.answer());
        break;
    }
    if (m_explainer.state() == Explainer::State::Thinking && m_explainer.answer())
        showAsset(*m_explainer.answer());
    m_pages->setCurrentIndex(m_explainer.answer() ? 1 : 0);
}

void WhyPanel::showHead(const Answer &answer)
{
    const Explanation &e = answer.explanation;
    const bool isGap = !e.event;
    m_title->setText(isGap ? tr("Nothing for %1").arg(spokenLength(e.where.duration)) : e.title);
    QStringList where{wallText(answer.clock, e.where.start)};
    if (!isGap)
        where << spokenLength(e.where.duration);
    where << (e.daypart.isEmpty() ? tr("no daypart") : tr("daypart %1").arg(e.daypart));
    m_where->setText(where.join(u" · "_s));
    const QString fault = fileFault(e);
    m_fault->setText(fault);
    m_fault->setVisible(!fault.isEmpty());
    const bool hasTier = !isGap && isPlanned(e.origin);
    m_tier->setText(isGap     ? QString()
                    : hasTier ? originText(e.origin) + u' ' + tierText(e.tier)
                              : originText(e.origin));
    m_tier->setVisible(!isGap);
    m_tierIcon->setVisible(hasTier && fault.isEmpty()); // a tick would belie it
    const bool isKept = e.tier == RelaxationTier::AllRules;
    m_tierIcon->setPixmap(
        (isKept ? icon(Sign::Good, Tone::Good) : icon(Sign::Warning, Tone::Warning)).pixmap(16));
    m_funnel->setFunnel(e.funnel);
}

void WhyPanel::showReasons(const Answer &answer)
{
    const Explanation &e = answer.explanation;
    const bool isGap = !e.event;
    QStringList score;
    for (const ScoreLine &line : e.score)
        score << tr("%1: costs %2").arg(line.ruleName, QLocale().toString(line.cost, 'f', 2));
    QStringList against;
    for (const Objection &objection : e.objections)
        against << sentence(objection, answer.clock);
    QStringList others;
    QStringList whatIf;
    for (const RunnerUp &other : e.runnersUp) {
        if (isGap)
            whatIf << tr("“%1” fits now.").arg(other.title);
        else
            others << titled(other.title, sentence(other));
    }
    for (const Counterfactual &one : e.whatIf)
        whatIf << sentence(one, answer.clock);
    QStringList shutOut;
    for (std::size_t i = 0; i < std::min(e.shutOut.size(), mostShutOut); ++i)
        shutOut << titled(e.shutOut[i].title, sentence(e.shutOut[i].first, answer.clock));
    if (e.shutOut.size() > mostShutOut)
        shutOut << tr("and %n more", nullptr, static_cast<int>(e.shutOut.size() - mostShutOut));
    fill(m_score, score);
    fill(m_against, against);
    fill(m_others, others);
    fill(m_whatIf, whatIf);
    fill(m_shutOut, shutOut);
}

void WhyPanel::showAsset(const Answer &answer)
{
    QStringList lines;
    if (answer.asset) {
        m_asset.heading->setText(tr("Why not “%1” here?").arg(answer.asset->title));
        for (const Objection &objection : answer.asset->objections)
            lines << sentence(objection, answer.clock);
        if (lines.isEmpty())
            lines << tr("Nothing is in its way: it may start here.");
    }
    fill(m_asset, lines);
}

QStringList WhyPanel::texts() const
{
    if (m_pages->currentIndex() == 0)
        return {};
    QStringList texts{m_title->text(), m_where->text(), m_fault->text(), m_tier->text()};
    for (const Section &section : {m_asset, m_whatIf, m_against, m_score, m_others, m_shutOut}) {
        if (!section.text->text().isEmpty())
            texts << section.heading->text() << section.text->text().split(u'\n');
    }
    texts.removeAll(QString());
    return texts;
}

QString WhyPanel::note() const { return m_note->text(); }

} // namespace sf

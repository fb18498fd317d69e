// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/filldialog.h"

#include "core/schedule/issuetext.h"
#include "ui/dialogs/walltimeedit.h"
#include "ui/session/stationeditor.h"
#include "ui/session/walltext.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <utility>

namespace sf {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto typingPause = 250ms;
constexpr std::size_t mostGaps = 500;

QString reasonText(GapReason reason)
{
    switch (reason) {
    case GapReason::LibraryEmpty:
        return FillDialog::tr("the library holds no programme");
    case GapReason::NoKnownDurations:
        return FillDialog::tr("no asset has a known duration; probe the library first");
    case GapReason::AllCooling:
        return FillDialog::tr("the cooldown of everything is still running");
    case GapReason::NotAllowed:
        return FillDialog::tr("rights, hours or play limits keep everything out");
    case GapReason::NothingShortEnough:
        return FillDialog::tr("nothing is short enough");
    case GapReason::TooManyEvents:
        return FillDialog::tr("one fill places no more events than it has; fill again from here");
    case GapReason::RulesForbid:
        return FillDialog::tr("the station's rules keep everything out");
    case GapReason::NothingInDaypart:
        return FillDialog::tr("the library has nothing for this daypart");
    case GapReason::RunsShort:
        return FillDialog::tr("the daypart may end early by so much");
    case GapReason::TakenBack:
        return FillDialog::tr("what was planned here would have broken a rule with what follows");
    }
    return {};
}

} // namespace

FillDialog::FillDialog(StationEditor &editor, TimeRange range, Millis cooldown, QWidget *parent)
    : QDialog(parent)
    , m_editor(editor)
    , m_from(new WallTimeEdit)
    , m_to(new WallTimeEdit)
    , m_preset(new QComboBox)
    , m_cooldown(new QSpinBox)
    , m_order(new QComboBox)
    , m_seed(new QSpinBox)
    , m_replace(new QCheckBox(tr("Plan anew what was auto-filled before")))
    , m_light(new QLabel)
    , m_feasibility(new QLabel)
    , m_summary(new QLabel)
    , m_gaps(new QTreeWidget)
    , m_fill(new QPushButton(tr("Fill")))
{
    build();
    m_cooldown->setValue(static_cast<int>(std::chrono::duration_cast<std::chrono::hours>(cooldown).count()));
    setRange(range);
    m_delay.setSingleShot(true);
    m_delay.setInterval(typingPause);
    connect(&m_delay, &QTimer::timeout, this, &FillDialog::tryOut);
    const auto soon = [this] { m_delay.start(); };
    connect(m_from, &QDateTimeEdit::dateTimeChanged, this, soon);
    connect(m_to, &QDateTimeEdit::dateTimeChanged, this, soon);
    connect(m_cooldown, &QSpinBox::valueChanged, this, [this](int hours) {
        m_delay.start();
        Q_EMIT cooldownChanged(std::chrono::hours(hours));
    });
    connect(m_seed, &QSpinBox::valueChanged, this, soon);
    connect(m_order, &QComboBox::currentIndexChanged, this, soon);
    connect(m_replace, &QCheckBox::toggled, this, soon);
    connect(m_preset, &QComboBox::activated, this, &FillDialog::choosePreset);
    connect(&editor, &StationEditor::edited, this, [this] {
        if (!m_isApplying)
            m_delay.start();
    });
    connect(this, &QDialog::finished, this, &FillDialog::forgetTrial);
    tryOut();
}

FillDialog::~FillDialog()
{
    if (m_job)
        m_job->cancel();
}

void FillDialog::build()
{
    setWindowTitle(tr("Auto-fill"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(620, 560);
    auto *heading = new QLabel(tr("Fill what is free"));
    heading->setProperty("tone", u"heading"_s);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(8);
    addRangeRows(*form);
    addRuleRows(*form);
    m_light->setFixedWidth(18);
    m_feasibility->setWordWrap(true);
    m_summary->setWordWrap(true);
    m_gaps->setHeaderHidden(true);
    m_gaps->setUniformRowHeights(true);
    m_gaps->setRootIsDecorated(false);
    m_gaps->setAccessibleName(tr("What stays empty"));
    auto *light = new QHBoxLayout;
    light->addWidget(m_light, 0, Qt::AlignTop);
    light->addWidget(m_feasibility, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->addButton(m_fill, QDialogButtonBox::AcceptRole);
    m_fill->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(heading);
    layout->addLayout(form);
    layout->addLayout(light);
    layout->addWidget(m_summary);
    layout->addWidget(m_gaps, 1);
    layout->addStretch(0);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &FillDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &FillDialog::reject);
}

void FillDialog::addRangeRows(QFormLayout &form)
{
    const Channel *channel = m_editor.channel();
    form.addRow(tr("Channel"), new QLabel(channel ? channel->name : QString()));
    m_preset->addItems({tr("What is given below"), tr("The rest of today"), tr("Tomorrow"),
                        tr("The next 7 days"), tr("The next 28 days")});
    form.addRow(tr("&What"), m_preset);
    auto *range = new QHBoxLayout;
    range->setSpacing(space::small);
    range->addWidget(m_from, 1);
    range->addWidget(new QLabel(tr("to")));
    range->addWidget(m_to, 1);
    auto *label = new QLabel(tr("&From"));
    label->setBuddy(m_from);
    form.addRow(label, range);
}

void FillDialog::addRuleRows(QFormLayout &form)
{
    m_cooldown->setRange(0, 24 * 365);
    m_cooldown->setSuffix(tr(" h"));
    m_cooldown->setToolTip(tr("From one start to the next of the same programme"));
    m_order->addItems({tr("Shuffled, everything once before anything again"),
                       tr("Least recently aired first"), tr("At random, by weight"),
                       tr("In order of series and episode")});
    m_seed->setRange(0, 999'999);
    m_seed->setToolTip(tr("Another number gives another mix; the same one gives the same plan again"));
    form.addRow(tr("&Cooldown"), m_cooldown);
    form.addRow(tr("&Order"), m_order);
    form.addRow(tr("&Mix"), m_seed);
    form.addRow(QString(), m_replace);
}

void FillDialog::setRange(TimeRange range)
{
    m_from->setInstant(m_editor.clock(), range.start);
    m_to->setInstant(m_editor.clock(), range.end());
}

void FillDialog::choosePreset(int index)
{
    const ChannelClock clock = m_editor.clock();
    const TimePoint now = m_editor.now();
    const QDate today = clock.broadcastDate(now);
    if (index == 1)
        setRange(TimeRange::between(now, clock.broadcastDay(today).end()));
    else if (index == 2)
        setRange(clock.broadcastDay(today.addDays(1)));
    else if (index == 3)
        setRange(TimeRange::between(now, clock.broadcastDays(today, 7).end()));
    else if (index == 4)
        setRange(TimeRange::between(now, clock.broadcastDays(today, 28).end()));
}

std::optional<FillRequest> FillDialog::request()
{
    const ChannelClock clock = m_editor.clock();
    const Result<TimePoint> from = m_from->instant(clock);
    const Result<TimePoint> to = m_to->instant(clock);
    if (!from || !to) {
        m_summary->setText(sentence(from ? to.error() : from.error()));
        return std::nullopt;
    }
    if (*to <= *from) {
        m_summary->setText(tr("The end must lie after the start."));
        return std::nullopt;
    }
    FillRequest request;
    request.plan = m_editor.plan();
    request.range = TimeRange::between(*from, *to);
    request.cooldown = std::chrono::hours(m_cooldown->value());
    request.order = static_cast<PickOrder>(m_order->currentIndex());
    request.seed = static_cast<std::uint64_t>(m_seed->value());
    request.replaceAuto = m_replace->isChecked();
    request.now = m_editor.now();
    return request;
}

void FillDialog::forgetTrial()
{
    if (m_trial)
        m_editor.jobs().discard(std::exchange(m_trial, std::nullopt)); // maybe 100,000 events
}

void FillDialog::tryOut()
{
    m_delay.stop();
    if (m_job)
        m_job->cancel();
    m_job.reset();
    forgetTrial();
    m_fill->setEnabled(false);
    const std::optional<FillRequest> wanted = m_editor.document() ? request() : std::nullopt;
    if (!wanted)
        return;
    m_summary->setText(tr("Trying it out…"));
    auto current = std::make_shared<std::shared_ptr<Job>>();
    m_job = m_editor.jobs().run<Trial>(
        tr("Trying a fill"), this,
        [snapshot = m_editor.snapshot(), request = *wanted,
         stamp = m_editor.stamp()](Job &job) -> Result<Trial> {
            Result<FillOutcome> outcome = fill(snapshot.station, request, stamp, job);
            if (!outcome)
                return fail(outcome.error());
            Result<PreparedEdit> edit = prepare(snapshot, std::move(outcome->edit));
            if (!edit)
                return fail(edit.error());
            return Trial{std::move(*outcome), std::move(*edit)};
        },
        [this, current](Result<Trial> trial) {
            if (m_job != *current)
                return JobOutcome{tr("Given up for another one."), true};
            show(std::move(trial));
            return JobOutcome{m_summary->text(), m_trial.has_value()};
        });
    *current = m_job;
}

void FillDialog::show(Result<Trial> trial)
{
    m_job.reset();
    m_gaps->clear();
    if (trial) {
        m_trial = std::move(*trial);
        showOutcome();
    } else {
        m_summary->setText(sentence(trial.error()));
    }
    m_gaps->setVisible(m_gaps->topLevelItemCount() > 0);
}

void FillDialog::showOutcome()
{
    const FillOutcome &o = m_trial->outcome;
    const Feasibility &f = o.feasibility;
    const bool isFree = f.needed > Millis::zero();
    const bool isEnough = f.shortage <= Millis::zero();
    m_light->setPixmap(
        (isEnough ? icon(Sign::Good, Tone::Good) : icon(Sign::Warning, Tone::Warning)).pixmap(16));
    m_feasibility->setText(
        !isFree ? tr("Nothing is free in this time.")
        : isEnough
            ? tr("The library can fill the %1 that are free.").arg(spokenLength(f.needed))
            : tr("The library can give at most %1 of the %2 that are free: %3 are short. Add programmes or "
                 "shorten the cooldown.")
                  .arg(spokenLength(f.library), spokenLength(f.needed), spokenLength(f.shortage)));
    QStringList lines;
    if (!isFree) {
        m_summary->clear();
        m_fill->setText(tr("Fill"));
        m_fill->setEnabled(false);
        return;
    }
    const QString placed = tr("Places %n event(s)", nullptr, static_cast<int>(o.placed));
    const QString removed = tr("takes out %n", nullptr, static_cast<int>(o.removed));
    lines << u"%1, %2%3."_s.arg(placed, spokenLength(o.filled),
                                o.removed > 0 ? u", "_s + removed : QString());
    if (!o.gaps.empty())
        lines << tr("%n gap(s) {stays|stay}, %1 in all.", nullptr, static_cast<int>(o.gaps.size()))
                     .arg(spokenLength(o.gap));
    if (o.unknownDuration > 0)
        lines << tr("%n asset(s) {was|were} left out because nobody knows {its|their} length.", nullptr,
                    static_cast<int>(o.unknownDuration));
    if (o.unavailable > 0)
        lines << tr("%n asset(s) {was|were} left out because {its file is|their files are} missing.", nullptr,
                    static_cast<int>(o.unavailable));
    m_summary->setText(lines.join(u'\n'));
    addGaps();
    m_fill->setText(o.placed > 0
                        ? tr("Fill %1").arg(spokenLength(std::chrono::round<std::chrono::minutes>(o.filled)))
                        : tr("Fill"));
    m_fill->setEnabled(!m_trial->edit.edit->isEmpty());
}

QString FillDialog::gapText(const FillGap &gap) const
{
    const ChannelClock clock = m_editor.clock();
    QString text = u"%1  %2: %3"_s.arg(wallText(clock, gap.range.start), spokenLength(gap.range.duration),
                                       reasonText(gap.reason));
    if (gap.freeAgain)
        text += tr("; something may play again at %1").arg(wallText(clock, *gap.freeAgain));
    return text;
}

void FillDialog::addGaps()
{
    const std::vector<FillGap> &gaps = m_trial->outcome.gaps;
    for (std::size_t i = 0; i < std::min(gaps.size(), mostGaps); ++i) {
        auto *item = new QTreeWidgetItem(m_gaps, {gapText(gaps[i])});
        item->setToolTip(0, item->text(0));
    }
    if (gaps.size() > mostGaps)
        new QTreeWidgetItem(m_gaps, {tr("and %1 more").arg(QLocale().toString(gaps.size() - mostGaps))});
}

QString FillDialog::summary() const { return m_summary->text(); }

void FillDialog::accept()
{
    if (!m_trial || m_trial->edit.edit->isEmpty())
        return;
    const QString outcome =
        tr("Filled %1 with %n event(s).", nullptr, static_cast<int>(m_trial->outcome.placed))
            .arg(spokenLength(m_trial->outcome.filled));
    m_isApplying = true;
    const bool isDone = m_editor.apply(std::move(m_trial->edit));
    m_isApplying = false;
    if (!isDone) {
        tryOut(); // the station is another than the trial was made for
        return;
    }
    Q_EMIT filled(outcome);
    QDialog::accept();
}

} // namespace sf

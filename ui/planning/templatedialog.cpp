// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/planning/templatedialog.h"

#include "core/planning/blocks.h"
#include "core/schedule/planobjects.h"
#include "core/time/timeofday.h"
#include "ui/planning/choices.h"
#include "ui/planning/daypartform.h"
#include "ui/planning/fieldform.h"
#include "ui/planning/ruledialog.h"
#include "ui/planning/weekgrid.h"
#include "ui/session/stationeditor.h"
#include "ui/theme/categoryorder.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

namespace sf {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

enum SeasonRow { Always, Season, SingleDay };

constexpr int inspectorWidth = 388;
constexpr std::size_t mostOverlapsTold = 2;

SeasonRow seasonOf(const WeekTemplate &week)
{
    if (!week.validFrom && !week.validUntil)
        return Always;
    return week.validFrom && week.validFrom == week.validUntil ? SingleDay : Season;
}

QString dateText(const std::optional<QDate> &date) { return date ? date->toString(Qt::ISODate) : QString(); }

} // namespace

TemplateDialog::TemplateDialog(StationEditor &editor, WeekTemplate week, bool isNew, QWidget *parent)
    : PlanDialog(editor, isNew ? tr("Add week template") : tr("Edit week template"),
                 isNew ? tr("Add template") : tr("Save template"), parent)
    , m_week(std::move(week))
    , m_isNew(isNew)
    , m_dayparts(m_week.dayparts)
    , m_form(new FieldForm)
    , m_name(new QLineEdit(m_week.name))
    , m_season(new QComboBox)
    , m_from(new QLineEdit(dateText(m_week.validFrom)))
    , m_until(new QLineEdit(dateText(m_week.validUntil)))
    , m_grid(new WeekGrid)
    , m_inspector(new DaypartForm)
    , m_overlaps(new QLabel)
{
    if (const Channel *channel = editor.station().findChannel(m_week.channel))
        m_dayStart = channel->dayStart;
    build();
    m_grid->setDayStart(m_dayStart);
    m_grid->setFills(CategoryOrder(editor.station().assets()).fills());
    m_grid->setEditable(editor.canEdit());
    m_inspector->setEditable(editor.canEdit());
    m_season->setCurrentIndex(seasonOf(m_week));
    showSeason();
    showDayparts();
    showRules();
    select(std::nullopt);
    watch();
    askForWords([this](const StationWords &words) { m_inspector->setWords(words); });
}

void TemplateDialog::build()
{
    m_season->addItems({tr("always"), tr("for a season"), tr("on a single day")});
    m_from->setPlaceholderText(tr("2027-06-01, or open"));
    m_until->setPlaceholderText(tr("2027-08-31, or open"));
    for (QLineEdit *field : {m_from, m_until})
        field->setFont(figureFont());
    m_form->addRow(u"name"_s, tr("Template"), m_name);
    m_form->addRow(u"season"_s, tr("Counts"), m_season);
    m_form->addRow(u"validFrom"_s, tr("First day"), m_from);
    m_form->addRow(u"validUntil"_s, tr("Last day"), m_until);
    auto *add = new QPushButton(icon(Sign::Add), tr("Add &block"));
    add->setAutoDefault(false);
    add->setEnabled(m_editor.canEdit());
    connect(add, &QPushButton::clicked, this, &TemplateDialog::addByButton);
    m_overlaps->setProperty("tone", u"warning"_s);
    m_overlaps->setWordWrap(true);
    auto *beside = new QWidget;
    beside->setFixedWidth(inspectorWidth);
    auto *column = new QVBoxLayout(beside);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::medium);
    column->addWidget(m_form);
    column->addWidget(add, 0, Qt::AlignLeft);
    column->addWidget(m_inspector, 1);
    auto *left = new QVBoxLayout;
    left->setSpacing(space::small);
    left->addWidget(m_grid, 1);
    left->addWidget(m_overlaps);
    auto *content = new QHBoxLayout;
    content->setSpacing(space::large);
    content->addLayout(left, 1);
    content->addWidget(beside);
    finishLayout(content);
    constexpr QSize frame(32, 80); // what a window manager draws around a window, and some air
    resize(QSize(1220, 780).boundedTo(screen()->availableSize() - frame));
}

void TemplateDialog::watch()
{
    connect(m_season, &QComboBox::currentIndexChanged, this, &TemplateDialog::showSeason);
    for (const QLineEdit *field : {m_from, m_until})
        connect(field, &QLineEdit::textChanged, this, &TemplateDialog::showDays);
    connect(m_grid, &WeekGrid::selected, this, &TemplateDialog::select);
    connect(m_grid, &WeekGrid::activated, m_inspector, &DaypartForm::focusName);
    connect(m_grid, &WeekGrid::removeRequested, this, &TemplateDialog::remove);
    connect(m_grid, &WeekGrid::addRequested, this, [this](const Daypart &painted) {
        add(painted);
        m_inspector->focusName();
    });
    connect(m_grid, &WeekGrid::changeRequested, this, [this](std::size_t place, const Daypart &changed) {
        m_dayparts[place] = changed;
        showDayparts();
        m_inspector->setDaypart(changed);
    });
    connect(m_inspector, &DaypartForm::changed, this, [this](const Daypart &changed) {
        if (!m_selected)
            return;
        m_dayparts[*m_selected] = changed;
        showDayparts();
    });
    connect(m_inspector, &DaypartForm::removeRequested, this, [this] {
        if (m_selected)
            remove(*m_selected);
    });
    connect(m_inspector, &DaypartForm::left, this, [this] { m_grid->setFocus(Qt::OtherFocusReason); });
    connect(m_inspector, &DaypartForm::detachRequested, this, &TemplateDialog::detach);
    connect(m_inspector, &DaypartForm::ruleRequested, this, &TemplateDialog::addRule);
    connect(&m_editor, &StationEditor::edited, this, &TemplateDialog::showRules);
    connect(&m_editor, &StationEditor::reloaded, this, &TemplateDialog::showRules);
}

void TemplateDialog::showSeason()
{
    const int season = m_season->currentIndex();
    m_form->setShown(u"validFrom"_s, season != Always);
    m_form->setShown(u"validUntil"_s, season == Season);
    m_form->setLabel(u"validFrom"_s, season == SingleDay ? tr("Day") : tr("First day"));
    showDays();
}

void TemplateDialog::showDays()
{
    std::vector<int> days;
    QStringList titles;
    const QDate date = QDate::fromString(m_from->text().trimmed(), Qt::ISODate);
    if (m_season->currentIndex() == SingleDay && date.isValid()) {
        days.push_back(date.dayOfWeek() - 1);
        titles << weekdayName(days.front()) + u' ' + date.toString(Qt::ISODate);
    } else {
        for (int day = 0; day < daysInWeek; ++day) {
            days.push_back(day);
            titles << shortWeekdayName(day);
        }
    }
    m_grid->setDays(std::move(days), std::move(titles));
    m_form->clearWrong();
    showOverlaps();
}

void TemplateDialog::showDayparts()
{
    m_grid->setDayparts(m_dayparts);
    showOverlaps();
}

void TemplateDialog::showOverlaps()
{
    std::vector<DaypartOverlap> overlaps = m_grid->scene().overlaps;
    std::erase_if(overlaps, [this](const DaypartOverlap &overlap) {
        return m_grid->scene().layout.columnOf(overlap.day) < 0;
    });
    QStringList lines;
    for (std::size_t i = 0; i < std::min(overlaps.size(), mostOverlapsTold); ++i) {
        const DaypartOverlap &one = overlaps[i];
        const auto wall = [this](Millis time) { return timeOfDayText((m_dayStart + time) % Millis(24h)); };
        lines << tr("“%1” and “%2” overlap on %3 from %4 to %5: what starts later counts there.")
                     .arg(m_dayparts[one.first].name, m_dayparts[one.second].name, weekdayName(one.day),
                          wall(one.from), wall(one.until));
    }
    if (overlaps.size() > mostOverlapsTold)
        lines << tr("and %n more {overlap|overlaps}.", nullptr,
                    static_cast<int>(overlaps.size() - mostOverlapsTold));
    m_overlaps->setText(lines.join(u'\n'));
    m_overlaps->setVisible(!lines.isEmpty());
}

QString TemplateDialog::overlaps() const { return m_overlaps->text(); }

void TemplateDialog::select(std::optional<std::size_t> daypart)
{
    m_selected = daypart;
    m_inspector->setDaypart(daypart ? std::optional(m_dayparts[*daypart]) : std::nullopt);
}

void TemplateDialog::add(Daypart daypart)
{
    if (daypart.name.isEmpty())
        daypart.name = tr("Block %1").arg(m_dayparts.size() + 1);
    m_dayparts.push_back(std::move(daypart));
    showDayparts();
    m_grid->select(m_dayparts.size() - 1);
    select(m_dayparts.size() - 1);
}

void TemplateDialog::addByButton()
{
    // An hour where the first shown day is free, on all that are shown.
    const auto &scene = m_grid->scene();
    Millis free{0};
    for (const WeekPiece &piece : scene.pieces) {
        if (piece.day == scene.layout.days.front() && piece.from < free + 1h)
            free = std::max(free, piece.until);
    }
    if (free > 23h)
        free = Millis::zero();
    Daypart daypart;
    daypart.dayMask = 0;
    for (const int day : scene.layout.days)
        daypart.dayMask |= 1 << day;
    daypart.from = m_dayStart + free;
    daypart.until = daypart.from + 1h;
    add(daypart);
    m_inspector->focusName();
}

void TemplateDialog::remove(std::size_t daypart)
{
    m_dayparts.erase(m_dayparts.begin() + static_cast<std::ptrdiff_t>(daypart));
    m_grid->select(std::nullopt);
    showDayparts();
    select(std::nullopt);
    m_grid->setFocus(Qt::OtherFocusReason);
}

void TemplateDialog::detach()
{
    if (!m_selected)
        return;
    Daypart &whole = m_dayparts[*m_selected];
    const std::int32_t first = whole.dayMask & -whole.dayMask;
    Daypart own = whole;
    own.dayMask = first;
    whole.dayMask &= ~first;
    add(std::move(own));
}

void TemplateDialog::showRules()
{
    std::vector<Rule> rules = m_editor.station().rules();
    std::erase_if(rules, [this](const Rule &rule) {
        return rule.scope.channel && rule.scope.channel != m_week.channel;
    });
    m_inspector->setRules(std::move(rules));
}

void TemplateDialog::addRule(const QString &daypart)
{
    Rule rule;
    rule.id = m_editor.document()->ids().next<RuleId>();
    rule.scope.channel = m_week.channel;
    rule.scope.daypart = daypart;
    (new RuleDialog(m_editor, std::move(rule), true, this))->open();
}

Result<std::optional<QDate>> TemplateDialog::dateIn(const QLineEdit &field) const
{
    const QString text = field.text().trimmed();
    if (text.isEmpty())
        return std::optional<QDate>();
    const QDate date = QDate::fromString(text, Qt::ISODate);
    if (!date.isValid())
        return fail(ErrorCode::BadFieldValue, {text, &field == m_from ? u"validFrom"_s : u"validUntil"_s,
                                               tr("Write a date such as “2027-06-01”.")});
    return std::optional(date);
}

Result<WeekTemplate> TemplateDialog::read() const
{
    WeekTemplate read = m_week;
    read.name = m_name->text().trimmed();
    read.dayparts = m_dayparts;
    read.validFrom.reset();
    read.validUntil.reset();
    const int season = m_season->currentIndex();
    const auto from = season == Always ? Result<std::optional<QDate>>() : dateIn(*m_from);
    const auto until = season == Season ? dateIn(*m_until) : from;
    if (!from || !until)
        return fail(from ? until.error() : from.error());
    read.validFrom = *from;
    read.validUntil = *until;
    const auto refused = [](const QString &key, const QString &should) {
        return fail(ErrorCode::BadFieldValue, {QString(), key, should});
    };
    if (season == SingleDay && !read.validFrom)
        return refused(u"validFrom"_s, tr("Write the day that it is for, such as “2027-12-24”."));
    if (season == Season && !read.validFrom && !read.validUntil)
        return refused(u"validFrom"_s, tr("Write the first day, the last day, or both."));
    if (read.name.isEmpty())
        return refused(u"name"_s, tr("Give the template a name."));
    if (const Status status = checkTemplate(read); !status)
        return fail(status.error());
    return read;
}

bool TemplateDialog::isChanged() const
{
    const Result<WeekTemplate> week = read();
    if (m_inspector->isWrong())
        return true;
    if (week)
        return *week != m_week;
    return !m_isNew || m_dayparts != m_week.dayparts || m_name->text().trimmed() != m_week.name;
}

std::optional<Result<StationEdit>> TemplateDialog::edit()
{
    m_form->clearWrong();
    if (m_inspector->isWrong()) {
        showRefused(tr("A field of the selected block can't be read yet."));
        return std::nullopt;
    }
    const Result<WeekTemplate> week = read();
    if (!week) {
        m_form->showWrong(week.error().args.value(1), week.error().args.value(2));
        return std::nullopt;
    }
    if (!m_isNew && !isStillThere(m_editor.station().templates(), m_week)) {
        showRefused(tr("It was changed elsewhere meanwhile. Close this and open it again."));
        return std::nullopt;
    }
    return setObjects(m_editor.station(), std::vector{*week}, m_editor.stamp());
}

void TemplateDialog::showRefused(const QString &sentence) { m_form->showWrong({}, sentence); }

} // namespace sf

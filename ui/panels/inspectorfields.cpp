// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/panels/inspectorfields.h"

#include "core/schedule/issuetext.h"
#include "ui/panels/colourmenu.h"
#include "ui/session/walltext.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

QLabel *dimLabel()
{
    auto *label = new QLabel;
    label->setProperty("tone", u"dim"_s);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QLineEdit *timeField()
{
    auto *field = new QLineEdit;
    field->setFont(figureFont());
    return field;
}

void setWrong(QLineEdit *field, bool isWrong)
{
    if (field->property("isWrong").toBool() == isWrong)
        return;
    field->setProperty("isWrong", isWrong);
    field->style()->unpolish(field);
    field->style()->polish(field);
}

/// Leaves alone what is being typed.
void showText(QLineEdit *field, const std::optional<QString> &text)
{
    if (field->isModified() && field->hasFocus())
        return;
    setWrong(field, false);
    field->setText(text.value_or(QString()));
    field->setPlaceholderText(text ? QString() : InspectorFields::tr("(several)"));
    field->setCursorPosition(0);
}

void showCheck(QCheckBox *box, const Common<bool> &value)
{
    box->setTristate(!value);
    box->setCheckState(!value ? Qt::PartiallyChecked : *value ? Qt::Checked : Qt::Unchecked);
}

Millis toMillis(Micros time) { return std::chrono::round<Millis>(time); }

} // namespace

InspectorFields::InspectorFields(QWidget &panel)
    : pages(new QStackedWidget(&panel))
    , form(new QWidget)
    , heading(new QLabel)
    , extent(dimLabel())
    , title(new QLineEdit)
    , start(timeField())
    , duration(timeField())
    , end(dimLabel())
    , mediaIn(timeField())
    , mediaOut(dimLabel())
    , startMode(new QComboBox)
    , locked(new QCheckBox(tr("Locked")))
    , exempt(new QCheckBox(tr("Intended rerun")))
    , colour(new QToolButton)
    , colours(new ColourMenu(colour))
    , note(new QPlainTextEdit)
    , media(dimLabel())
    , editMedia(new QPushButton(tr("Edit asset…")))
    , wrong(new QLabel)
{
    for (QWidget *field :
         {static_cast<QWidget *>(title), static_cast<QWidget *>(start), static_cast<QWidget *>(duration),
          static_cast<QWidget *>(mediaIn), static_cast<QWidget *>(note)})
        field->setAcceptDrops(false); // files are for the window
    auto *nothing = new QLabel(tr("Select an event to see and change its fields."));
    nothing->setProperty("tone", u"dim"_s);
    nothing->setAlignment(Qt::AlignCenter);
    nothing->setWordWrap(true);
    nothing->setMargin(16);
    auto *scroll = new QScrollArea;
    scroll->setWidget(form);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    pages->addWidget(nothing);
    pages->addWidget(scroll);
    auto *outer = new QVBoxLayout(&panel);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(pages);
    auto *inner = new QVBoxLayout(form);
    arrange(*inner);
}

void InspectorFields::arrange(QVBoxLayout &layout)
{
    layout.setContentsMargins(12, 10, 12, 10);
    layout.setSpacing(8);
    heading->setWordWrap(true);
    QFont bold = heading->font();
    bold.setPixelSize(15);
    bold.setWeight(QFont::DemiBold);
    heading->setFont(bold);
    wrong->setProperty("tone", u"error"_s);
    wrong->setWordWrap(true);
    wrong->hide();
    startMode->addItems({tr("At its time"), tr("After the one before"), tr("By hand")});
    locked->setToolTip(tr("Nothing moves or replaces it"));
    exempt->setToolTip(tr("The cooldown does not count this airing"));
    colour->setText(tr("Colour"));
    colour->setMenu(colours);
    colour->setPopupMode(QToolButton::InstantPopup);
    colour->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    note->setFixedHeight(64);
    note->setTabChangesFocus(true);
    layout.addWidget(heading);
    layout.addWidget(extent);
    layout.addWidget(wrong);
    auto *rows = new QFormLayout;
    rows->setHorizontalSpacing(12);
    rows->setVerticalSpacing(6);
    rows->setLabelAlignment(Qt::AlignLeft);
    rows->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    addRows(*rows);
    layout.addLayout(rows);
    layout.addWidget(media);
    layout.addWidget(editMedia, 0, Qt::AlignLeft);
    layout.addStretch(1);
}

void InspectorFields::addRows(QFormLayout &layout)
{
    layout.addRow(tr("&Title"), title);
    layout.addRow(tr("&Start"), start);
    layout.addRow(tr("&Duration"), duration);
    layout.addRow(tr("End"), end);
    layout.addRow(tr("Starts"), startMode);
    layout.addRow(tr("Media &in"), mediaIn);
    layout.addRow(tr("Media out"), mediaOut);
    layout.addRow(QString(), locked);
    layout.addRow(QString(), exempt);
    layout.addRow(tr("Colour"), colour);
    layout.addRow(tr("&Note"), note);
    end->setFont(figureFont());
    mediaOut->setFont(figureFont());
    title->setAccessibleName(tr("Title"));
    start->setAccessibleName(tr("Start"));
    duration->setAccessibleName(tr("Duration"));
    mediaIn->setAccessibleName(tr("Media in"));
    note->setAccessibleName(tr("Note"));
    startMode->setAccessibleName(tr("Starts"));
}

void InspectorFields::show(const EventSummary &s, const ChannelClock &clock, bool canEdit)
{
    pages->setCurrentIndex(s.count == 0 ? 0 : 1);
    if (s.count == 0)
        return;
    const bool isOne = s.count == 1;
    wrong->hide();
    heading->setText(isOne ? s.title.value_or(QString())
                           : tr("%n event(s)", nullptr, static_cast<int>(s.count)));
    extent->setVisible(!isOne);
    extent->setText(
        tr("%1 in all, from %2 to %3")
            .arg(spokenLength(s.total), wallText(clock, s.extent.start), wallText(clock, s.extent.end())));
    showText(title, s.title);
    showText(start, s.start ? std::optional(wallText(clock, *s.start)) : std::nullopt);
    showText(duration, s.duration ? std::optional(toClockText(*s.duration)) : std::nullopt);
    end->setText(isOne ? wallText(clock, s.extent.end()) : u"–"_s);
    startMode->setCurrentIndex(s.startMode ? static_cast<int>(*s.startMode) : -1);
    startMode->setPlaceholderText(tr("(several)"));
    showChecks(s);
    if (!(note->hasFocus() && note->document()->isModified())) {
        note->setPlainText(s.note.value_or(QString()));
        note->setPlaceholderText(s.note ? QString() : tr("(several)"));
    }
    for (QWidget *field :
         {static_cast<QWidget *>(title), static_cast<QWidget *>(startMode), static_cast<QWidget *>(mediaIn),
          static_cast<QWidget *>(locked), static_cast<QWidget *>(exempt), static_cast<QWidget *>(colour),
          static_cast<QWidget *>(note)})
        field->setEnabled(canEdit);
    const bool canMove = canEdit && isOne && s.isLocked == false;
    start->setEnabled(canMove);
    duration->setEnabled(canMove);
}

void InspectorFields::showChecks(const EventSummary &s)
{
    showCheck(locked, s.isLocked);
    showCheck(exempt, s.isExempt);
    colours->setCurrent(s.colour.value_or(std::nullopt));
    colour->setIcon(ColourMenu::swatch(s.colour.value_or(std::nullopt)));
    colour->setText(!s.colour ? tr("(several)") : *s.colour ? tr("Its own") : tr("As its category"));
}

void InspectorFields::showMedia(const EventSummary &s, const Asset *asset)
{
    showText(mediaIn, s.mediaIn ? std::optional(toClockText(toMillis(*s.mediaIn))) : std::nullopt);
    editMedia->setVisible(!s.asset || asset);
    editMedia->setText(asset ? tr("Edit asset…") : tr("Edit their assets…"));
    mediaOut->setText(s.mediaIn && s.duration ? toClockText(toMillis(*s.mediaIn) + *s.duration) : u"–"_s);
    if (!s.asset) {
        media->setText(tr("Media: several"));
        return;
    }
    if (!asset) {
        media->setText(tr("A placeholder: no media is chosen yet."));
        return;
    }
    QStringList lines{tr("Media: %1").arg(asset->url)};
    if (!asset->statusReason.isEmpty())
        lines << asset->statusReason;
    if (!asset->category.isEmpty())
        lines << tr("Category: %1").arg(asset->category);
    if (asset->technical.width > 0)
        lines << u"%1 × %2, %3 %4"_s.arg(asset->technical.width)
                     .arg(asset->technical.height)
                     .arg(asset->technical.videoCodec, asset->technical.audioCodec);
    media->setText(lines.join(u'\n'));
}

void InspectorFields::markWrong(QLineEdit *field, const QString &why)
{
    setWrong(field, true);
    wrong->setText(why);
    wrong->show();
}

} // namespace sf

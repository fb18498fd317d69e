// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/window/welcomepanel.h"

#include "ui/theme/theme.h"

#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

QLabel *dimText(const QString &text)
{
    auto *label = new QLabel(text);
    label->setProperty("tone", u"dim"_s);
    label->setWordWrap(true);
    return label;
}

} // namespace

WelcomePanel::WelcomePanel(QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QWidget;
    column->setFixedWidth(520);
    auto *heading = new QLabel(tr("This station is empty"));
    heading->setProperty("tone", u"heading"_s);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(12);
    layout->addWidget(heading);
    layout->addWidget(
        dimText(tr("Put media into the library, then let auto-fill plan the days. Nothing repeats "
                   "within 48 hours unless you say so.")));
    const auto addChoice = [&](Sign sign, const QString &label, const QString &text, auto signal,
                               bool isFirst = false) {
        auto *button = new QPushButton(icon(sign, isFirst ? Tone::OnAccent : Tone::Text), label);
        button->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
        button->setAutoDefault(isFirst);
        connect(button, &QPushButton::clicked, this, signal);
        layout->addSpacing(4);
        layout->addWidget(button);
        layout->addWidget(dimText(text));
    };
    addChoice(Sign::Import, tr("Import playlist…"), tr("A list of what you have: M3U, PLS, XSPF and others."),
              &WelcomePanel::importPlaylistRequested, true);
    addChoice(Sign::Folder, tr("Scan folder…"), tr("Reads the length of every film and clip below a folder."),
              &WelcomePanel::scanFolderRequested);
    addChoice(Sign::Clock, tr("Import schedule…"),
              tr("A plan with times: XML, JSON, XMLTV, CSV, CasparCG, ffplayout and others."),
              &WelcomePanel::importScheduleRequested);
    addChoice(Sign::Film, tr("Try it with the sample library"),
              tr("About 250 hours of public-domain films, by title and length, to see how planning works."),
              &WelcomePanel::sampleRequested);
    auto *outer = new QVBoxLayout(this);
    outer->addStretch(2);
    auto *middle = new QHBoxLayout; // an alignment in its place would forget how high wrapped text is
    middle->addStretch();
    middle->addWidget(column);
    middle->addStretch();
    outer->addLayout(middle);
    outer->addStretch(3);
}

void WelcomePanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().background);
}

} // namespace sf

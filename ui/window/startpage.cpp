// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/window/startpage.h"

#include "ui/theme/theme.h"

#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

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

StartPage::StartPage(const QString &heading, const QString &text, QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QWidget;
    column->setFixedWidth(520);
    auto *title = new QLabel(heading);
    title->setProperty("tone", u"heading"_s);
    m_column = new QVBoxLayout(column);
    m_column->setContentsMargins(24, 24, 24, 24);
    m_column->setSpacing(12);
    m_column->addWidget(title);
    m_column->addWidget(dimText(text));
    auto *outer = new QVBoxLayout(this);
    outer->addStretch(2);
    auto *middle = new QHBoxLayout; // an alignment in its place would forget how high wrapped text is
    middle->addStretch();
    middle->addWidget(column);
    middle->addStretch();
    outer->addLayout(middle);
    outer->addStretch(3);
}

QPushButton *StartPage::addChoice(Sign sign, const QString &label, const QString &text)
{
    const bool isFirst = !std::exchange(m_hasChoice, true);
    auto *button = new QPushButton(icon(sign, isFirst ? Tone::OnAccent : Tone::Text), label);
    button->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    button->setAutoDefault(isFirst);
    button->setProperty("primary", isFirst); // outside a dialog no button stays the default one
    m_column->addSpacing(4);
    m_column->addWidget(button);
    m_column->addWidget(dimText(text));
    return button;
}

void StartPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().background);
}

} // namespace sf

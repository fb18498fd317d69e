// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/planning/choices.h"

#include <QComboBox>
#include <QCompleter>
#include <QCoreApplication>
#include <QLineEdit>
#include <QLocale>

namespace sf {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("sf::Choices", text); }

} // namespace

QComboBox *makeNameChoice(const QString &whenEmpty)
{
    auto *choice = new QComboBox;
    choice->setEditable(true);
    choice->setInsertPolicy(QComboBox::NoInsert);
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice->setMinimumContentsLength(12);
    choice->lineEdit()->setPlaceholderText(whenEmpty);
    choice->completer()->setFilterMode(Qt::MatchContains);
    choice->completer()->setCompletionMode(QCompleter::PopupCompletion);
    return choice;
}

void offer(QComboBox &choice, const QStringList &names)
{
    const QString typed = choice.currentText();
    const bool wasBlocked = choice.blockSignals(true);
    choice.clear();
    choice.addItems(names);
    choice.setEditText(typed);
    choice.blockSignals(wasBlocked);
}

QComboBox *makeKindChoice()
{
    auto *choice = new QComboBox;
    choice->addItems({tr("any kind"), tr("programmes"), tr("commercials"), tr("promos"), tr("idents"),
                      tr("fillers"), tr("live")});
    return choice;
}

void showKind(QComboBox &choice, std::optional<AssetKind> kind)
{
    choice.setCurrentIndex(kind ? static_cast<int>(*kind) + 1 : 0);
}

std::optional<AssetKind> kindIn(const QComboBox &choice)
{
    return choice.currentIndex() > 0 ? std::optional(static_cast<AssetKind>(choice.currentIndex() - 1))
                                     : std::nullopt;
}

QComboBox *makeKindOfOne()
{
    auto *choice = new QComboBox;
    choice->addItems({tr("programme"), tr("commercial"), tr("promo"), tr("ident"), tr("filler"), tr("live")});
    return choice;
}

QString weekdayName(int day) { return QLocale().standaloneDayName(day + 1, QLocale::LongFormat); }
QString shortWeekdayName(int day) { return QLocale().standaloneDayName(day + 1, QLocale::ShortFormat); }

} // namespace sf

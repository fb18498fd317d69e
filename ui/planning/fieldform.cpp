// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/planning/fieldform.h"

#include "ui/theme/tokens.h"

#include <QFormLayout>
#include <QLabel>
#include <QStyle>
#include <QVBoxLayout>
#include <QVariant>

#include <utility>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

QLabel *makeLabelBelow(const QString &tone)
{
    auto *label = new QLabel;
    label->setProperty("tone", tone);
    label->setWordWrap(true);
    label->hide();
    return label;
}

void setLook(QWidget &widget, const char *property, const QVariant &value)
{
    if (widget.property(property) == value)
        return;
    widget.setProperty(property, value);
    widget.style()->unpolish(&widget);
    widget.style()->polish(&widget);
}

void setWrong(QWidget *field, bool isWrong) { setLook(*field, "isWrong", isWrong); }

} // namespace

FieldForm::FieldForm(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QFormLayout)
    , m_other(makeLabelBelow(u"error"_s))
{
    m_layout->setHorizontalSpacing(space::large);
    m_layout->setVerticalSpacing(space::small);
    m_layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(space::small);
    outer->addLayout(m_layout);
    outer->addWidget(m_other);
}

void FieldForm::addRow(const QString &key, const QString &label, QWidget *field)
{
    Row row;
    row.field = field;
    row.box = new QWidget;
    row.label = new QLabel(label);
    row.label->setBuddy(field);
    row.wrong = makeLabelBelow(u"error"_s);
    row.remark = makeLabelBelow(u"warning"_s);
    auto *layout = new QVBoxLayout(row.box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::half);
    layout->addWidget(field);
    layout->addWidget(row.wrong);
    layout->addWidget(row.remark);
    m_layout->addRow(row.label, row.box);
    m_rows.insert(key, row);
    m_fields.push_back(field);
}

void FieldForm::addHeading(const QString &text)
{
    auto *heading = new QLabel(text);
    heading->setProperty("tone", u"section"_s);
    heading->setContentsMargins(0, space::small, 0, 0);
    m_layout->addRow(heading);
}

void FieldForm::setShown(const QString &key, bool isShown)
{
    m_layout->setRowVisible(m_rows.value(key).box, isShown);
}

void FieldForm::setLabel(const QString &key, const QString &text) { m_rows.value(key).label->setText(text); }

void FieldForm::showWrong(const QString &key, const QString &sentence)
{
    markWrong(key, sentence);
    if (m_wrongField)
        m_wrongField->setFocus(Qt::OtherFocusReason);
}

void FieldForm::markWrong(const QString &key, const QString &sentence)
{
    clearWrong();
    m_wrong = sentence;
    const auto row = m_rows.constFind(key);
    show(row == m_rows.cend() ? *m_other : *row->wrong, sentence);
    if (row == m_rows.cend())
        return;
    m_wrongField = row->field;
    setWrong(m_wrongField, true);
}

void FieldForm::setRemark(const QString &key, const QString &sentence)
{
    QLabel &label = *m_rows.value(key).remark;
    if (label.text() == sentence)
        return;
    if (!sentence.isEmpty()) {
        show(label, sentence);
        return;
    }
    label.clear();
    label.hide();
}

QString FieldForm::remarkText(const QString &key) const { return m_rows.value(key).remark->text(); }

void FieldForm::show(QLabel &label, const QString &sentence)
{
    label.setText(sentence);
    label.setMinimumHeight(0);
    label.show();
    label.setMinimumHeight(label.heightForWidth(widthFor(label))); // a form asks for one line alone
}

int FieldForm::widthFor(const QLabel &label) const
{
    const QWidget *around = label.parentWidget();
    layout()->activate();
    return around == this ? width() : around->width();
}

void FieldForm::clearWrong()
{
    m_wrong.clear();
    m_other->hide();
    for (const Row &row : std::as_const(m_rows))
        row.wrong->hide();
    if (QWidget *field = std::exchange(m_wrongField, nullptr))
        setWrong(field, false);
}

void setTone(QWidget &label, const QString &tone) { setLook(label, "tone", tone); }

QLabel *makeHint(const QString &text)
{
    auto *label = new QLabel(text);
    label->setProperty("tone", u"dim"_s);
    label->setWordWrap(true);
    return label;
}

} // namespace sf

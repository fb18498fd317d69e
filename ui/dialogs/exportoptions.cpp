// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/exportoptions.h"

#include "ui/dialogs/filechooser.h"
#include "ui/session/stationeditor.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace sf {

namespace {

constexpr int mostFillers = 200;

} // namespace

ExportOptions::ExportOptions(StationEditor &editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_form(new QFormLayout(this))
{
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(space::large);
    m_form->setVerticalSpacing(space::small);
}

void ExportOptions::setFormat(const FormatInfo *format, const OptionValues &values)
{
    while (m_form->rowCount() > 0)
        m_form->removeRow(0);
    m_fields.clear();
    setVisible(format && !format->options.empty());
    if (!format)
        return;
    for (const FormatOption &option : format->options) {
        const QString id(option.id);
        QWidget *field = makeField(option, values.value(id, QString(option.usual)));
        if (option.kind == FormatOption::Kind::Flag) {
            m_form->addRow(QString(), field); // its own text says what it is
            continue;
        }
        auto *label = new QLabel(option.labelText(), this);
        label->setWordWrap(true);
        label->setFixedWidth(labelWidth);
        label->ensurePolished();                                    // or it would be measured in another font
        label->setMinimumHeight(label->heightForWidth(labelWidth)); // a form asks for one line alone
        label->setBuddy(field->focusProxy() ? field->focusProxy() : field);
        m_form->addRow(label, field);
    }
}

OptionValues ExportOptions::values() const
{
    OptionValues values;
    for (const Field &field : m_fields) {
        const QString value = field.value();
        if (value != field.usual)
            values.insert(field.id, value);
    }
    return values;
}

QWidget *ExportOptions::makeField(const FormatOption &option, const QString &value)
{
    switch (option.kind) {
    case FormatOption::Kind::Text:
        return makeText(option, value);
    case FormatOption::Kind::Flag:
        return makeFlag(option, value);
    case FormatOption::Kind::Number:
        return makeNumber(option, value);
    case FormatOption::Kind::Choice:
        return makeChoice(option, value);
    case FormatOption::Kind::Folder:
    case FormatOption::Kind::Filler:
        break;
    }
    return makePath(option, value);
}

QWidget *ExportOptions::makeText(const FormatOption &option, const QString &value)
{
    auto *edit = new QLineEdit(value, this);
    connect(edit, &QLineEdit::textChanged, this, &ExportOptions::changed);
    m_fields.push_back(
        {QString(option.id), QString(option.usual), [edit] { return edit->text().trimmed(); }});
    return edit;
}

QWidget *ExportOptions::makeFlag(const FormatOption &option, const QString &value)
{
    const auto textOf = [](bool on) { return on ? QStringLiteral("true") : QStringLiteral("false"); };
    auto *box = new QCheckBox(option.labelText(), this);
    box->setChecked(value == textOf(true));
    connect(box, &QCheckBox::toggled, this, &ExportOptions::changed);
    const QString usual = option.usual.isEmpty() ? textOf(false) : QString(option.usual);
    m_fields.push_back({QString(option.id), usual, [box, textOf] { return textOf(box->isChecked()); }});
    return box;
}

QWidget *ExportOptions::makeNumber(const FormatOption &option, const QString &value)
{
    constexpr int most = 100000;
    auto *spin = new QSpinBox(this);
    spin->setRange(0, most);
    spin->setValue(value.toInt());
    connect(spin, &QSpinBox::valueChanged, this, &ExportOptions::changed);
    m_fields.push_back(
        {QString(option.id), QString(option.usual), [spin] { return QString::number(spin->value()); }});
    return spin;
}

QWidget *ExportOptions::makeChoice(const FormatOption &option, const QString &value)
{
    auto *combo = new QComboBox(this);
    for (const QLatin1StringView choice : option.choices)
        combo->addItem(QString(choice));
    combo->setCurrentText(value);
    connect(combo, &QComboBox::activated, this, &ExportOptions::changed);
    m_fields.push_back({QString(option.id), QString(option.usual), [combo] { return combo->currentText(); }});
    return combo;
}

QWidget *ExportOptions::makePath(const FormatOption &option, const QString &value)
{
    const bool isFolder = option.kind == FormatOption::Kind::Folder;
    auto *holder = new QWidget(this);
    auto *combo = new QComboBox(holder);
    combo->setEditable(true);
    combo->setInsertPolicy(QComboBox::NoInsert);
    combo->setMinimumContentsLength(24);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    if (!isFolder) { // what the library has for it; else any file
        m_editor.station().assets().forEach([combo](const Asset &asset) {
            if (asset.kind == AssetKind::Filler && combo->count() < mostFillers)
                combo->addItem(asset.title, asset.id.toString());
        });
    }
    const int known = combo->findData(value);
    combo->setCurrentIndex(known);
    if (known < 0)
        combo->setEditText(value);
    auto *choose = new QPushButton(tr("Choose…"), holder);
    choose->setAutoDefault(false);
    connect(choose, &QPushButton::clicked, this, [this, combo, isFolder] {
        auto *dialog =
            makeFileDialog(isFolder ? tr("Choose a folder") : tr("Choose a filler"), u"filler"_s, window());
        dialog->setFileMode(isFolder ? QFileDialog::Directory : QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, combo, &QComboBox::setEditText);
        dialog->open();
    });
    connect(combo, &QComboBox::editTextChanged, this, &ExportOptions::changed);
    m_fields.push_back({QString(option.id), QString(option.usual), [combo] {
                            const int index = combo->findText(combo->currentText());
                            return index >= 0 ? combo->itemData(index).toString()
                                              : combo->currentText().trimmed();
                        }});
    holder->setFocusProxy(combo);
    auto *layout = new QHBoxLayout(holder);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    layout->addWidget(combo, 1);
    layout->addWidget(choose);
    return holder;
}

} // namespace sf

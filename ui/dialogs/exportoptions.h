// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/formats/registry.h"

#include <QWidget>

#include <functional>
#include <vector>

class QFormLayout;

namespace sf {

class StationEditor;

/// What a format lets the operator choose, each with the field that suits it.
class ExportOptions : public QWidget
{
    Q_OBJECT

public:
    static constexpr int labelWidth = 152;

    explicit ExportOptions(StationEditor &editor, QWidget *parent = nullptr);

    void setFormat(const FormatInfo *format, const OptionValues &values);
    /// What is not as usual.
    OptionValues values() const;

Q_SIGNALS:
    void changed();

private:
    QWidget *makeField(const FormatOption &option, const QString &value);
    QWidget *makeText(const FormatOption &option, const QString &value);
    QWidget *makeFlag(const FormatOption &option, const QString &value);
    QWidget *makeNumber(const FormatOption &option, const QString &value);
    QWidget *makeChoice(const FormatOption &option, const QString &value);
    QWidget *makePath(const FormatOption &option, const QString &value);

    struct Field
    {
        QString id;
        QString usual;
        std::function<QString()> value;
    };
    StationEditor &m_editor;
    QFormLayout *m_form;
    std::vector<Field> m_fields;
};

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/model/rule.h"

#include <QObject>

class QComboBox;
class QDoubleSpinBox;
class QLineEdit;
class QSpinBox;

namespace sf {

class FieldForm;
class LengthEdit;
class Station;
struct StationWords;

/// The fields of a rule, those of its kind shown, in a form; rule <-> fields.
class RuleFields : public QObject
{
    Q_OBJECT

public:
    RuleFields(FieldForm &form, const Station &station, QObject *parent);

    void setWords(const StationWords &words);
    void show(const Rule &rule);
    /// `base` with what the fields say. Errors: BadFieldValue, whose field is one of the form's keys.
    Result<Rule> read(Rule base) const;

    QLineEdit &name() { return *m_name; }
    QComboBox &kind() { return *m_kind; }
    LengthEdit &neverLength() { return *m_neverLength; }
    LengthEdit &preferredLength() { return *m_preferredLength; }
    QComboBox &category() { return *m_category; }
    QComboBox &series() { return *m_series; }

    /// The form's key for a field of core, which has one name for numbers and shares.
    QString keyOf(const QString &field) const;

Q_SIGNALS:
    void changed();

private:
    struct Reader;

    void addScope(FieldForm &form, const Station &station);
    void addBody(FieldForm &form);
    void watch();
    void showKind();
    void showBody(const RuleBody &body);
    void showScope(const RuleScope &scope);
    RuleScope readScope(RuleScope scope) const;

    FieldForm &m_form;
    QLineEdit *m_name;
    QComboBox *m_kind;
    LengthEdit *m_window;
    LengthEdit *m_neverLength;
    LengthEdit *m_preferredLength;
    QSpinBox *m_neverCount;
    QSpinBox *m_preferredCount;
    QDoubleSpinBox *m_neverShare;
    QDoubleSpinBox *m_preferredShare;
    QComboBox *m_before;
    QComboBox *m_after;
    QComboBox *m_rating;
    QComboBox *m_series;
    QLineEdit *m_from;
    QLineEdit *m_until;
    QComboBox *m_strictness;
    QDoubleSpinBox *m_weight;
    QComboBox *m_channel;
    QComboBox *m_category;
    QComboBox *m_assetKind;
    QComboBox *m_tag;
    QComboBox *m_daypart;
};

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/weektemplate.h"
#include "ui/planning/plandialog.h"

class QComboBox;
class QLabel;
class QLineEdit;

namespace sf {

class DaypartForm;
class WeekGrid;

/// Makes or changes one week template: its blocks are painted on a week, their fields stand beside it.
class TemplateDialog : public PlanDialog
{
    Q_OBJECT

public:
    TemplateDialog(StationEditor &editor, WeekTemplate week, bool isNew, QWidget *parent = nullptr);

    WeekGrid &grid() { return *m_grid; }
    DaypartForm &inspector() { return *m_inspector; }
    FieldForm &form() { return *m_form; }
    QLineEdit &name() { return *m_name; }
    QComboBox &season() { return *m_season; }
    QLineEdit &validFrom() { return *m_from; }
    QLineEdit &validUntil() { return *m_until; }
    QString overlaps() const;

protected:
    bool isChanged() const override;
    std::optional<Result<StationEdit>> edit() override;
    void showRefused(const QString &sentence) override;

private:
    void build();
    void watch();
    void showSeason();
    void showDays();
    void showDayparts();
    void showOverlaps();
    void select(std::optional<std::size_t> daypart);
    void add(Daypart daypart);
    void addByButton();
    void remove(std::size_t daypart);
    void detach();
    void showRules();
    void addRule(const QString &daypart);
    /// Errors: BadFieldValue; BadTime where a date is none.
    Result<WeekTemplate> read() const;
    Result<std::optional<QDate>> dateIn(const QLineEdit &field) const;

    WeekTemplate m_week; ///< as it was
    bool m_isNew;
    Millis m_dayStart{0};
    std::vector<Daypart> m_dayparts;
    std::optional<std::size_t> m_selected;
    FieldForm *m_form;
    QLineEdit *m_name;
    QComboBox *m_season;
    QLineEdit *m_from;
    QLineEdit *m_until;
    WeekGrid *m_grid;
    DaypartForm *m_inspector;
    QLabel *m_overlaps;
};

} // namespace sf

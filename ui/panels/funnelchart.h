// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/planning/explain.h"

#include <QWidget>

namespace sf {

/// What is left after a step: "in the library", "of this daypart" …
QString stepText(FunnelStep step);

/// How many assets are left after each step, as bars with their numbers. The bars grow with the number's digits, so that
/// 37 of 10,000 is still seen.
class FunnelChart : public QWidget
{
    Q_OBJECT

public:
    explicit FunnelChart(QWidget *parent = nullptr);

    void setFunnel(std::vector<FunnelCount> funnel);
    const std::vector<FunnelCount> &funnel() const { return m_funnel; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<FunnelCount> m_funnel;
};

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/planning/explain.h"

#include <QWidget>

namespace sf {

/// What is left after a step: "in the library", "of this daypart" …
QString stepText(FunnelStep step);

/// How many assets are left after each step, as bars with their numbers.
class FunnelChart : public QWidget
{
    Q_OBJECT

public:
    explicit FunnelChart(QWidget *parent = nullptr);

    void setFunnel(std::vector<FunnelCount> funnel);
    const std::vector<FunnelCount> &funnel() const { return m_funnel; }
    /// The part of a bar of this width that stands for so many of the most.
    int filledWidth(std::int64_t left, int width) const;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<FunnelCount> m_funnel;
};

} // namespace sf

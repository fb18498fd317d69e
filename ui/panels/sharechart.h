// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

#include <optional>
#include <vector>

class QPainter;

namespace sf {

/// A part of the airtime.
struct ShareRow
{
    QString name;
    double planned = 0;           ///< 0 to 1
    std::optional<double> wanted; ///< of a quota: at least this much
    int fill = -1;                ///< in Tokens::categories; -1: the accent

    bool operator==(const ShareRow &) const = default;
};

/// "Kids: 32 % planned, 40 % wanted, 8 % short."
QString shareText(const ShareRow &row);

/// Shares as bars with their figures; a quota is a mark across its bar, and what is missing up to it an empty
/// frame. In as many columns as there is room for.
class ShareChart : public QWidget
{
    Q_OBJECT

public:
    explicit ShareChart(QWidget *parent = nullptr);

    void setRows(std::vector<ShareRow> rows);
    const std::vector<ShareRow> &rows() const { return m_rows; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    int columns() const;
    int rowsInColumn() const;
    QRect rowRect(int row) const;
    void paintRow(QPainter &painter, const QRect &rect, const ShareRow &row, double widest) const;
    void fitHeight();

    std::vector<ShareRow> m_rows;
};

} // namespace sf

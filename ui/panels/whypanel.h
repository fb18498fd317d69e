// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/session/explainer.h"

#include <QWidget>

class QLabel;
class QStackedWidget;
class QVBoxLayout;

namespace sf {

class FunnelChart;

/// Why the picked event is where it is, or why nothing is in the picked gap; and why the asset picked in the library is
/// not there.
class WhyPanel : public QWidget
{
    Q_OBJECT

public:
    explicit WhyPanel(StationEditor &editor, QWidget *parent = nullptr);

    const Explainer &explainer() const { return m_explainer; }
    const FunnelChart &funnel() const { return *m_funnel; }
    /// All that is shown, a line each; empty while there is only a note.
    QStringList texts() const;
    /// What stands where an explanation would.
    QString note() const;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    /// A heading and what stands below it; hidden where there is nothing.
    struct Section
    {
        QLabel *heading;
        QLabel *text;
    };
    Section addSection(QVBoxLayout &layout, const QString &heading);
    static void fill(const Section &section, const QStringList &lines);
    void build();
    QWidget *makeContent();
    void refresh();
    void showHead(const Answer &answer);
    void showReasons(const Answer &answer);
    void showAsset(const Answer &answer);

    Explainer m_explainer;
    QStackedWidget *m_pages;
    QLabel *m_note;
    QLabel *m_title;
    QLabel *m_where;
    QLabel *m_fault; ///< of its file
    QLabel *m_tierIcon;
    QLabel *m_tier;
    QLabel *m_funnelHeading;
    FunnelChart *m_funnel;
    Section m_asset{};
    Section m_score{};
    Section m_against{};
    Section m_others{};
    Section m_whatIf{};
    Section m_shutOut{};
};

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/panels/eventsummary.h"

#include <QWidget>

#include <functional>
#include <memory>
#include <vector>

namespace sf {

class InspectorFields;
class StationEditor;

/// The fields of the selected events. Where several are selected and differ, a field says so and changes all
/// of them once it is typed into. Every change is one edit that can be undone.
class InspectorPanel : public QWidget
{
    Q_OBJECT

public:
    explicit InspectorPanel(StationEditor &editor, QWidget *parent = nullptr);
    ~InspectorPanel() override;

    const InspectorFields &fields() const { return *m_fields; }

Q_SIGNALS:
    /// Those of the selected events, each once.
    void editAssetsRequested(const std::vector<sf::AssetId> &assets);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void connectFields();
    void refresh();
    void commitTitle();
    void commitStart();
    void commitDuration();
    void commitMediaIn();
    void commitStartMode(int index);
    void commitNote();
    bool change(const QString &name, const std::function<void(ScheduledEvent &)> &what);
    std::span<const EventId> selected() const;
    int count() const;
    const ScheduledEvent *single() const;

    StationEditor &m_editor;
    EventSummary m_summary;
    std::unique_ptr<InspectorFields> m_fields;
};

} // namespace sf

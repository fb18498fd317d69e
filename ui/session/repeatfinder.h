// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/session/latestjob.h"
#include "ui/session/repeats.h"
#include "ui/session/stationeditor.h"

#include <QTimer>

namespace sf {

/// Follows what was picked last, an event or an asset of the library, and says where else it airs.
class RepeatFinder : public QObject
{
    Q_OBJECT

public:
    explicit RepeatFinder(StationEditor &editor, QObject *parent = nullptr);

    /// Null where nothing is picked, or things of different content.
    const SharedRepeats &latest() const { return m_latest; }
    bool isSettled() const { return !m_delay.isActive() && !m_job.isRunning(); }
    void setActive(bool isActive);

Q_SIGNALS:
    void changed();

private:
    void follow(AssetId asset);
    AssetId selectedAsset() const;
    void find();
    void show(SharedRepeats repeats);

    StationEditor &m_editor;
    QTimer m_delay;
    LatestJob m_job;
    AssetId m_asset;
    SharedRepeats m_latest;
    bool m_isActive = true;
};

} // namespace sf

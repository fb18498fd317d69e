// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/ids.h"

#include <QLineEdit>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

class QStandardItemModel;

namespace sf {

class Job;
class StationEditor;

/// Picks one asset of the library by typing a part of its title or house number. The library is searched in a
/// job.
class AssetField : public QLineEdit
{
    Q_OBJECT

public:
    /// `whenEmpty` is what an empty field means.
    AssetField(StationEditor &editor, const QString &whenEmpty, QWidget *parent = nullptr);
    ~AssetField() override;

    void setAsset(AssetId asset);
    AssetId asset() const { return m_asset; }
    /// Something is typed, and nobody knows which asset it is.
    bool isOpen() const { return !m_asset && !text().trimmed().isEmpty(); }

Q_SIGNALS:
    void assetChanged();

private:
    struct Hit
    {
        AssetId id;
        QString title;
        QString text;
    };

    void search();
    void showHits(const std::vector<Hit> &hits);
    void choose(AssetId asset);

    StationEditor &m_editor;
    QStandardItemModel *m_hits;
    QTimer m_delay;
    std::shared_ptr<Job> m_job;
    AssetId m_asset;
};

} // namespace sf

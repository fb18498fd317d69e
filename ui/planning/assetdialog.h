// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/asset.h"
#include "ui/planning/plandialog.h"

#include <array>
#include <vector>

class QLabel;
class QTabWidget;

namespace sf {

class AssetFields;

/// Changes one asset, or several at once, in one edit: what they are, when and how often they may air, and where
/// they may be split. Or makes one by hand: a live show, or what has no file yet.
class AssetDialog : public PlanDialog
{
    Q_OBJECT

public:
    /// Those of the ids that the library has; there is at least one.
    AssetDialog(StationEditor &editor, const std::vector<AssetId> &assets, QWidget *parent = nullptr);
    /// For an asset that is not in the library yet.
    AssetDialog(StationEditor &editor, Asset fresh, QWidget *parent = nullptr);

    AssetFields &fields() { return *m_fields; }
    QTabWidget &tabs() { return *m_tabs; }
    FieldForm &form(int tab) { return *m_forms.at(static_cast<std::size_t>(tab)); }

protected:
    bool isChanged() const override;
    std::optional<Result<StationEdit>> edit() override;
    void showRefused(const QString &sentence) override;

private:
    AssetDialog(StationEditor &editor, std::vector<Asset> assets, bool isNew, QWidget *parent);
    void build();
    /// As the library has them now; none where one of them is gone.
    std::optional<std::vector<Asset>> current() const;
    void showWrong(const Error &error);
    QString headline() const;
    QString aboutMedia() const;

    std::vector<Asset> m_assets; ///< as they were
    bool m_isNew;
    std::array<FieldForm *, 3> m_forms;
    AssetFields *m_fields;
    QTabWidget *m_tabs;
};

} // namespace sf

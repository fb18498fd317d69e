// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/planning/assetdialog.h"

#include "core/schedule/issuetext.h"
#include "core/schedule/operations.h"
#include "ui/planning/assetfields.h"
#include "ui/planning/fieldform.h"
#include "ui/session/stationeditor.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QScreen>
#include <QScrollArea>
#include <QTabWidget>
#include <QVBoxLayout>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

std::vector<Asset> assetsOf(const Station &station, const std::vector<AssetId> &ids)
{
    std::vector<Asset> assets;
    for (const AssetId id : ids) {
        if (const Asset *asset = station.assets().find(id))
            assets.push_back(*asset);
    }
    return assets;
}

QString titleFor(std::size_t count, bool isNew)
{
    if (isNew)
        return AssetDialog::tr("Add asset");
    return count == 1 ? AssetDialog::tr("Edit asset")
                      : AssetDialog::tr("Edit %n assets", nullptr, static_cast<int>(count));
}

QString saveTextFor(std::size_t count, bool isNew)
{
    if (isNew)
        return AssetDialog::tr("Add asset");
    return count == 1 ? AssetDialog::tr("Save asset")
                      : AssetDialog::tr("Save %n assets", nullptr, static_cast<int>(count));
}

QScrollArea *makePage(QWidget *form, const QString &hint)
{
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, space::medium, space::small, 0);
    layout->setSpacing(space::medium);
    layout->addWidget(form);
    if (!hint.isEmpty())
        layout->addWidget(makeHint(hint));
    layout->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return scroll;
}

} // namespace

AssetDialog::AssetDialog(StationEditor &editor, const std::vector<AssetId> &assets, QWidget *parent)
    : AssetDialog(editor, assetsOf(editor.station(), assets), false, parent)
{
}

AssetDialog::AssetDialog(StationEditor &editor, Asset fresh, QWidget *parent)
    : AssetDialog(editor, std::vector{std::move(fresh)}, true, parent)
{
}

AssetDialog::AssetDialog(StationEditor &editor, std::vector<Asset> assets, bool isNew, QWidget *parent)
    : PlanDialog(editor, titleFor(assets.size(), isNew), saveTextFor(assets.size(), isNew), parent)
    , m_assets(std::move(assets))
    , m_isNew(isNew)
    , m_forms{new FieldForm, new FieldForm, new FieldForm}
    , m_fields(new AssetFields({m_forms[0], m_forms[1], m_forms[2]}, m_assets, editor.clock(), this))
    , m_tabs(new QTabWidget)
{
    build();
    askForWords([this](const StationWords &words) { m_fields->setWords(words); });
    connect(m_fields, &AssetFields::changed, this, [this] {
        for (FieldForm *form : m_forms)
            form->clearWrong();
    });
}

void AssetDialog::build()
{
    auto *heading = new QLabel(headline());
    heading->setTextFormat(Qt::PlainText);
    heading->setWordWrap(true);
    heading->setProperty("tone", u"heading"_s);
    m_tabs->addTab(makePage(m_forms[0], {}), tr("What it is"));
    m_tabs->addTab(makePage(m_forms[1], {}), tr("When it may air"));
    m_tabs->addTab(makePage(m_forms[2], aboutMedia()), tr("Media"));
    for (FieldForm *form : m_forms)
        form->setEnabled(m_editor.canEdit());
    auto *content = new QVBoxLayout;
    content->setSpacing(space::small);
    content->addWidget(heading);
    if (m_assets.size() > 1)
        content->addWidget(makeHint(tr("What you leave alone stays in each of them as it is.")));
    content->addWidget(m_tabs, 1);
    finishLayout(content);
    QWidget *before = nullptr; // fields are made in another order than they stand
    for (const FieldForm *form : m_forms) {
        for (QWidget *field : form->fields()) {
            if (before)
                setTabOrder(before, field);
            before = field;
        }
    }
    m_forms.front()->fields().front()->setFocus(Qt::OtherFocusReason);
    constexpr QSize frame(32, 80); // what a window manager draws around a window, and some air
    resize(QSize(640, 720).boundedTo(screen()->availableSize() - frame));
}

QString AssetDialog::headline() const
{
    if (m_isNew)
        return tr("A live show, or what has no file yet");
    if (m_assets.size() == 1)
        return m_assets.front().title;
    Micros total{0};
    for (const Asset &asset : m_assets)
        total += asset.playable();
    if (total == Micros::zero())
        return tr("%n asset(s) of unknown length", nullptr, static_cast<int>(m_assets.size()));
    return tr("%n asset(s), %1", nullptr, static_cast<int>(m_assets.size()))
        .arg(spokenLength(std::chrono::floor<std::chrono::minutes>(total)));
}

QString AssetDialog::aboutMedia() const
{
    if (m_assets.size() > 1)
        return {};
    const Asset &asset = m_assets.front();
    QStringList lines;
    if (asset.durationSource == DurationSource::Probed)
        lines << tr("%1 long, as measured.").arg(spokenLength(std::chrono::round<Millis>(asset.duration)));
    if (asset.technical.width > 0)
        lines << u"%1 × %2, %3 %4"_s.arg(asset.technical.width)
                     .arg(asset.technical.height)
                     .arg(asset.technical.videoCodec, asset.technical.audioCodec);
    if (!asset.statusReason.isEmpty())
        lines << asset.statusReason;
    return lines.join(u'\n');
}

bool AssetDialog::isChanged() const { return m_fields->isTouched(); }

std::optional<std::vector<Asset>> AssetDialog::current() const
{
    if (m_isNew)
        return m_assets;
    std::vector<AssetId> ids;
    for (const Asset &asset : m_assets)
        ids.push_back(asset.id);
    std::vector<Asset> assets = assetsOf(m_editor.station(), ids);
    return assets.size() == ids.size() ? std::optional(std::move(assets)) : std::nullopt;
}

std::optional<Result<StationEdit>> AssetDialog::edit()
{
    auto assets = current();
    if (!assets) {
        showRefused(tr("Some of them are not in the library any more. Close this and pick them again."));
        return std::nullopt;
    }
    Result<std::vector<Asset>> changed = m_fields->read(std::move(*assets));
    if (!changed) {
        showWrong(changed.error());
        return std::nullopt;
    }
    if (m_isNew) {
        StationEdit edit = makeEdit(m_editor.stamp(), tr("Add “%1”").arg(changed->front().title));
        edit.assets.after = std::move(*changed);
        return edit;
    }
    const QString name = m_assets.size() == 1
                             ? tr("Change “%1”").arg(changed->front().title)
                             : tr("Change %n asset(s)", nullptr, static_cast<int>(m_assets.size()));
    return changeAssets(m_editor.station(), std::move(*changed), name, m_editor.stamp());
}

void AssetDialog::showWrong(const Error &error)
{
    const QString key = error.args.value(1);
    for (std::size_t tab = 0; tab < m_forms.size(); ++tab) {
        if (!m_forms[tab]->hasRow(key))
            continue;
        m_tabs->setCurrentIndex(static_cast<int>(tab));
        m_forms[tab]->showWrong(key, error.args.value(2));
        return;
    }
    showRefused(error.args.value(2));
}

void AssetDialog::showRefused(const QString &sentence)
{
    m_forms.at(static_cast<std::size_t>(m_tabs->currentIndex()))->showWrong({}, sentence);
}

} // namespace sf

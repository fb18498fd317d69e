// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/session/repeatfinder.h"

#include <utility>

namespace sf {

using namespace std::chrono_literals;

namespace {

/// Walking through the plan with the arrow keys must not start a search at each event.
constexpr auto pause = 120ms;

} // namespace

RepeatFinder::RepeatFinder(StationEditor &editor, QObject *parent)
    : QObject(parent)
    , m_editor(editor)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(pause);
    connect(&m_delay, &QTimer::timeout, this, &RepeatFinder::find);
    const Selection &selection = editor.selection();
    connect(&selection, &Selection::changed, this, [this] { follow(selectedAsset()); });
    connect(&selection, &Selection::assetChanged, this, [this] {
        const AssetId picked = m_editor.selection().asset();
        follow(picked ? picked : selectedAsset());
    });
    const auto again = [this] {
        if (m_asset && m_isActive)
            m_delay.start();
    };
    connect(&editor, &StationEditor::edited, this, again);
    connect(&editor, &StationEditor::reloaded, this, again);
    connect(&editor, &StationEditor::planChoicesChanged, this, again);
    connect(&editor, &StationEditor::documentChanged, this, [this] { follow({}); });
}

void RepeatFinder::setActive(bool isActive)
{
    if (isActive == std::exchange(m_isActive, isActive))
        return;
    follow(std::exchange(m_asset, AssetId()));
}

AssetId RepeatFinder::selectedAsset() const
{
    AssetId common;
    for (const EventId id : m_editor.selection().events()) {
        const ScheduledEvent *event = m_editor.station().schedule().find(id);
        if (!event || !event->asset || (common && event->asset != common))
            return {};
        common = event->asset;
    }
    return common;
}

void RepeatFinder::follow(AssetId asset)
{
    if (asset == m_asset)
        return;
    m_asset = asset;
    m_delay.stop();
    m_job.cancel();
    show(nullptr); // what lit up for another title goes out at once
    if (m_asset && m_isActive)
        m_delay.start();
}

void RepeatFinder::find()
{
    m_job.ask<Repeats>(
        m_editor.jobs(), this,
        [station = m_editor.station(),
         query = RepeatQuery{m_asset, m_editor.planChoices().cooldown, m_editor.now()}](Job &job) {
            return findRepeats(station, query, job);
        },
        [this](Result<Repeats> repeats) {
            if (repeats)
                show(std::make_shared<const Repeats>(std::move(*repeats)));
        });
}

void RepeatFinder::show(SharedRepeats repeats)
{
    if (!repeats && !m_latest)
        return;
    m_latest = std::move(repeats);
    Q_EMIT changed();
}

} // namespace sf

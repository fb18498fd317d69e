// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/planning/assetfield.h"

#include "core/schedule/issuetext.h"
#include "ui/session/stationeditor.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QStandardItemModel>

#include <algorithm>

namespace sf {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto typingPause = 120ms;
constexpr std::size_t mostHits = 50;
constexpr int idRole = Qt::UserRole + 1;

QString describe(const Asset &asset)
{
    QStringList parts{asset.title};
    if (asset.episode > 0)
        parts << u"S%1E%2"_s.arg(asset.season, 2, 10, '0'_L1).arg(asset.episode, 2, 10, '0'_L1);
    if (asset.playable() > Micros::zero())
        parts << spokenLength(std::chrono::floor<std::chrono::seconds>(asset.playable()));
    if (!asset.houseNumber.isEmpty())
        parts << asset.houseNumber;
    return parts.join(u"  ·  "_s);
}

} // namespace

AssetField::AssetField(StationEditor &editor, const QString &whenEmpty, QWidget *parent)
    : QLineEdit(parent)
    , m_editor(editor)
    , m_hits(new QStandardItemModel(this))
{
    setPlaceholderText(whenEmpty);
    setAcceptDrops(false);
    auto *found = new QCompleter(m_hits, this);
    found->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    found->setMaxVisibleItems(12);
    setCompleter(found);
    m_delay.setSingleShot(true);
    m_delay.setInterval(typingPause);
    connect(&m_delay, &QTimer::timeout, this, &AssetField::search);
    connect(this, &QLineEdit::textEdited, this, [this] {
        m_delay.start();
        m_asset = {};
        Q_EMIT assetChanged();
    });
    connect(
        found, qOverload<const QModelIndex &>(&QCompleter::activated), this,
        [this](const QModelIndex &index) { choose(index.data(idRole).value<AssetId>()); },
        Qt::QueuedConnection); // after the completer has written its own text
}

AssetField::~AssetField()
{
    if (m_job)
        m_job->cancel();
}

void AssetField::setAsset(AssetId id)
{
    m_asset = id;
    const Asset *asset = m_editor.station().assets().find(id);
    setText(asset ? asset->title : id ? tr("(an asset that is gone)") : QString());
    setCursorPosition(0);
}

void AssetField::choose(AssetId asset)
{
    m_delay.stop();
    setAsset(asset);
    Q_EMIT assetChanged();
}

void AssetField::search()
{
    if (m_job)
        m_job->cancel();
    const QString wanted = text().trimmed();
    if (wanted.isEmpty())
        return;
    m_job = m_editor.jobs().runQuietly<std::vector<Hit>>(
        this,
        [assets = m_editor.station().assets(), wanted](Job &job) -> Result<std::vector<Hit>> {
            std::vector<const Asset *> found;
            assets.forEach([&](const Asset &asset) {
                if (asset.title.contains(wanted, Qt::CaseInsensitive) ||
                    asset.houseNumber.contains(wanted, Qt::CaseInsensitive))
                    found.push_back(&asset);
            });
            if (job.isCancelled())
                return fail(ErrorCode::Cancelled);
            const auto rank = [&](const Asset *asset) {
                return asset->title.startsWith(wanted, Qt::CaseInsensitive) ? 0 : 1;
            };
            const auto count = std::min(found.size(), mostHits);
            std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(count), found.end(),
                              [&](const Asset *a, const Asset *b) {
                                  if (rank(a) != rank(b))
                                      return rank(a) < rank(b);
                                  const int byTitle = a->title.compare(b->title, Qt::CaseInsensitive);
                                  return byTitle != 0 ? byTitle < 0 : a->id < b->id;
                              });
            std::vector<Hit> hits;
            for (std::size_t i = 0; i < count; ++i)
                hits.push_back({found[i]->id, found[i]->title, describe(*found[i])});
            return hits;
        },
        [this, wanted](const Result<std::vector<Hit>> &hits) {
            if (hits && text().trimmed() == wanted && !m_asset)
                showHits(*hits);
        });
}

void AssetField::showHits(const std::vector<Hit> &hits)
{
    m_hits->clear();
    const QString typed = text().trimmed();
    AssetId exact;
    int exactCount = 0;
    for (const Hit &hit : hits) {
        auto *item = new QStandardItem(hit.text);
        item->setData(QVariant::fromValue(hit.id), idRole);
        m_hits->appendRow(item);
        if (hit.title.compare(typed, Qt::CaseInsensitive) == 0) {
            exact = hit.id;
            ++exactCount;
        }
    }
    if (exactCount == 1) { // there is nothing left to choose
        m_asset = exact;
        Q_EMIT assetChanged();
    }
    if (hasFocus() && !hits.empty())
        completer()->complete();
}

} // namespace sf

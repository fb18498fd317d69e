// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/stationstore.h"
#include "storefixture.h"

#include <QDebug>
#include <QFile>
#include <QTemporaryDir>

namespace sf::test {

/// A folder of its own for one test, with a station in it.
class StoreFolder
{
public:
    QString folder() const { return m_folder.path(); }
    QString filePath(const QString &name) const { return m_folder.filePath(name); }
    QString station() const { return m_folder.filePath(u"station.sqlite"_s); }

    /// Null, with a warning, where it fails.
    std::unique_ptr<StationStore> open(OpenMode mode = OpenMode::ReadWrite) const
    {
        auto store = StationStore::open(station(), mode);
        if (store)
            return std::move(*store);
        qWarning().noquote() << sentence(store.error()) << store.error().detail;
        return nullptr;
    }
    /// The database beneath.
    std::unique_ptr<Database> raw() const
    {
        return std::move(*Database::open(station(), OpenMode::ReadWrite));
    }
    /// A station with a channel and one event, at commit 2. Null where it fails.
    std::unique_ptr<StationStore> openWithEvent()
    {
        auto store = open();
        event = maker.event(u"News"_s, 0);
        if (!store || store->commit(maker.channelEdit(), 0, SaveCheck::Station) != 1 ||
            store->commit(maker.insertion({event}), 1, SaveCheck::Station) != 2)
            return nullptr;
        return store;
    }
    QByteArray bytes() const
    {
        QFile file(station());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    bool write(const QByteArray &bytes) const
    {
        QFile file(station());
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }

    StationMaker maker;
    ScheduledEvent event;

private:
    QTemporaryDir m_folder;
};

} // namespace sf::test

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/plainevent.h"

#include "core/formats/address.h"
#include "core/formats/output.h"
#include "core/schedule/merge.h"

#include <QCoreApplication>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

/// Half of what the readers take, so that a tag with several such texts stays below their limit too.
constexpr qsizetype longestText = 16'384;

QString plainText(const QString &text, bool &isExact)
{
    QString plain = writableText(text, isExact);
    if (plain.contains(u'\r'))
        plain.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    return plain.trimmed();
}

} // namespace

QString noteFrom(const PlainEvent &plain)
{
    QStringList lines;
    if (!plain.category.isEmpty())
        lines += QCoreApplication::translate("Import", "Category: %1").arg(plain.category);
    if (!plain.tags.isEmpty())
        lines += QCoreApplication::translate("Import", "Tags: %1").arg(plain.tags.join(", "_L1));
    if (!plain.description.isEmpty())
        lines += plain.description;
    return lines.join(u'\n');
}

ScheduledEvent eventFrom(const PlainEvent &plain, bool hasAsset)
{
    ScheduledEvent event;
    event.id = plain.id;
    event.title = plain.title;
    event.range = plain.range;
    event.origin = EventOrigin::Import;
    if (!hasAsset)
        event.note = noteFrom(plain);
    return event;
}

Asset assetFrom(const PlainEvent &plain)
{
    Asset asset;
    asset.title = plain.title;
    asset.url = comparableUrl(plain.url);
    asset.category = plain.category;
    asset.description = plain.description;
    asset.tags = plain.tags;
    return asset;
}

PlainEvent plainEvent(const ScheduledEvent &event, const Asset *asset, bool &isExact)
{
    PlainEvent plain;
    plain.id = event.id;
    plain.range = event.range;
    plain.title = plainText(event.title.isEmpty() && asset ? asset->title : event.title, isExact);
    if (plain.title.isEmpty())
        plain.title = QCoreApplication::translate("Export", "Untitled");
    return plain;
}

void addMedia(PlainEvent &plain, const Asset &asset, bool &isExact)
{
    plain.url = plainText(writtenAddress(asset.url), isExact);
    plain.category = plainText(asset.category, isExact);
    plain.description = plainText(asset.description, isExact);
    for (const QString &tag : asset.tags) {
        if (const QString text = plainText(tag, isExact); !text.isEmpty())
            plain.tags += text;
    }
}

QString writableText(const QString &text, bool &isExact)
{
    if (text.size() <= longestText)
        return cleanText(text, &isExact);
    isExact = false;
    return cleanText(text.first(longestText));
}

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/document/publishing.h"

#include "core/document/document.h"
#include "core/store/publications.h"

#include <QFileInfo>

namespace sf {

Publication publicationOf(const ExportRequest &request, const Station &station, std::int64_t commit)
{
    Publication publication;
    if (const Channel *channel = station.channelOf(request.plan))
        publication.channel = channel->id;
    publication.range = request.range;
    publication.commit = commit;
    publication.time = request.generated;
    publication.format = request.format->id;
    publication.target = QFileInfo(request.path).absoluteFilePath();
    publication.options = request.options;
    publication.events = publishedEvents(station, request.plan, request.range);
    return publication;
}

Result<std::int64_t> recordPublication(const Document &document, const ExportRequest &request)
{
    const Publication publication = publicationOf(request, document.station(), document.savedCommit());
    if (const Status saved = savePublication(document.location(), publication); !saved)
        return fail(saved.error());
    return publication.commit;
}

} // namespace sf

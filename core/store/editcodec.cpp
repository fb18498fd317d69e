// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/store/editcodec.h"

#include "core/store/fieldcodec.h"

namespace sf {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t editVersion = 1;
constexpr std::size_t typicalObjectBytes = 96;

} // namespace

QByteArray encodeEdit(const StationEdit &edit)
{
    std::size_t objects = 4;
    forEachChanges(edit,
                   [&](const auto &changes) { objects += changes.before.size() + changes.after.size(); });
    CborWriter out;
    out.reserve(static_cast<qsizetype>(objects * typicalObjectBytes));
    out.array(2);
    out.integer(editVersion);
    writeValue(out, edit);
    return out.take();
}

Result<StationEdit> decodeEdit(QByteArrayView bytes, const QString &source)
{
    CborReader in(bytes);
    const bool isPair = in.array() == 2;
    const std::int64_t version = in.integer();
    if (isPair && !in.hasFailed() && version > editVersion)
        return fail(ErrorCode::StationTooNew,
                    {source, QString::number(version), QString::number(editVersion)}, u"edit version"_s);
    StationEdit edit;
    if (isPair && version == editVersion)
        readValue(in, edit);
    else
        in.setFailed();
    if (in.hasFailed() || !in.isAtEnd())
        return fail(ErrorCode::StationDamaged,
                    {source, u"it is damaged (an entry of its history can't be read); restore a backup"_s});
    return edit;
}

} // namespace sf

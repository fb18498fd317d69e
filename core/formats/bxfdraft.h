// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/formats/schedulebuilder.h"

namespace sf {

/// A time as it stands in a BXF file: a time code of a day, or a time of its own.
struct BxfTime
{
    std::optional<QDate> date;
    QString text;
    bool isUtc = false;
};

/// An event of a BXF file while it is read.
struct BxfDraft
{
    ImportedItem item;
    BxfTime start;
    BxfTime end;
    QString length;
    QString som;
    QString eventTitle;
    QString programName;
    QString adType;
    FrameRate rate;
    bool hasData = false;
    bool isPrimary = true;
    bool isHeader = false; ///< it may be the sum of what follows it

    /// The text of the element that ends; `path` leads from the root to it.
    void take(const QStringList &path, const QString &text);
    /// Chooses among the titles that an event has, and drops a path that leads to a folder.
    void complete();

private:
    bool takeTime(const QStringList &path, const QString &text);
    void takeKind(const QString &text);
};

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT

// export_awkward_day FOLDER MEDIA: writes the day to every format there is, as FOLDER/<format>.<extension>, with media
// in the folder MEDIA.

#include "tests/core/awkwardday.h"

#include <QCoreApplication>
#include <QFile>

using namespace sf;
using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3)
        return 2;
    const test::AwkwardDay day(arguments[2]);
    for (const FormatInfo &format : formats()) {
        if (!format.exports)
            continue;
        QFile file(u"%1/%2.%3"_s.arg(arguments[1], format.id, format.extensions[0]));
        if (!file.open(QIODevice::WriteOnly)) {
            qCritical("%s: %s", qPrintable(file.fileName()), qPrintable(file.errorString()));
            return 1;
        }
        const auto report = writeSchedule(file, format, day.schedule(), Job());
        if (!report || !file.flush()) {
            qCritical("%s: %s", qPrintable(file.fileName()),
                      qPrintable(report ? file.errorString() : sentence(report.error())));
            return 1;
        }
    }
    return 0;
}

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "app/desktop/screenshot.h"
#include "core/document/location.h"
#include "ui/session/englishplurals.h"
#include "ui/theme/theme.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QSettings>
#include <QStandardPaths>

#include <cstdio>
#include <optional>

namespace {

using namespace Qt::StringLiterals;

constexpr int usageError = 2;

/// What the command line asks for.
struct Options
{
    QString station;
    bool isUsual = false; ///< nobody named a station: the one of the user's data folder
    QString screenshot;
    QSize size;
    QString at;
    std::optional<sf::Theme> theme;
};

int refuse(const QString &why)
{
    std::fprintf(stderr, "%s\n", qPrintable(why));
    return usageError;
}

std::optional<QSize> sizeFrom(const QString &text)
{
    const QStringList parts = text.split(u'x');
    const QSize size(parts.value(0).toInt(), parts.value(1).toInt());
    constexpr int most = 16'384;
    const bool isUsable = parts.size() == 2 && size.width() > 0 && size.height() > 0 &&
                          size.width() <= most && size.height() <= most;
    return isUsable ? std::optional(size) : std::nullopt;
}

/// Fills `options`; returns the exit code where the command line is wrong.
std::optional<int> readOptions(const QApplication &application, Options &options)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Plans what a channel plays, weeks ahead."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption station(u"station"_s, u"The station to open: a file."_s, u"WHERE"_s);
    const QCommandLineOption screenshot(u"screenshot"_s, u"Writes a picture of the window and exits."_s,
                                        u"OUT.png"_s);
    const QCommandLineOption size(u"size"_s, u"Of the picture: 1920x1080."_s, u"WxH"_s, u"1920x1080"_s);
    const QCommandLineOption view(u"view"_s, u"Which view it shows: timeline."_s, u"VIEW"_s, u"timeline"_s);
    const QCommandLineOption at(u"at"_s, u"Which time it shows, in the channel's time."_s, u"T"_s);
    const QCommandLineOption theme(u"theme"_s, u"dark or light."_s, u"THEME"_s);
    parser.addOptions({station, screenshot, size, view, at, theme});
    parser.process(application);
    if (!parser.positionalArguments().isEmpty())
        return refuse(u"“%1” is no option. Name the station with --station."_s.arg(
            parser.positionalArguments().constFirst()));
    const std::optional<QSize> wantedSize = sizeFrom(parser.value(size));
    if (!wantedSize)
        return refuse(u"“%1” is no size. Write 1920x1080."_s.arg(parser.value(size)));
    if (parser.value(view) != u"timeline")
        return refuse(u"There is no view “%1”. There is: timeline."_s.arg(parser.value(view)));
    const QString themeName = parser.value(theme);
    if (!themeName.isEmpty() && themeName != u"dark" && themeName != u"light")
        return refuse(u"“%1” is no theme. Choose dark or light."_s.arg(themeName));
    options.station = parser.isSet(station) ? parser.value(station) : sf::defaultStationLocation();
    options.isUsual = !parser.isSet(station) && qEnvironmentVariableIsEmpty("SCHEDULEFLOW_STATION");
    options.screenshot = parser.value(screenshot);
    options.size = *wantedSize;
    options.at = parser.value(at);
    if (!themeName.isEmpty())
        options.theme = themeName == u"light" ? sf::Theme::Light : sf::Theme::Dark;
    return std::nullopt;
}

/// A picture needs no display, and neither do --help and --version.
void choosePlatform(int argc, char **argv)
{
    const bool hasDisplay =
        qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
    const bool isQuick = std::any_of(argv, argv + argc, [](const char *argument) {
        const QByteArrayView text(argument);
        return text.startsWith("--screenshot") || text == "--help" || text == "-h" || text == "--version" ||
               text == "-v";
    });
    if (!hasDisplay && isQuick && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
}

sf::Theme themeFrom(const Options &options)
{
    if (options.theme)
        return *options.theme;
    return QSettings().value(u"theme"_s).toString() == u"light" ? sf::Theme::Light : sf::Theme::Dark;
}

int runWindow(QApplication &application, const Options &options)
{
    const bool isPicture = !options.screenshot.isEmpty();
    if (isPicture) // the same picture everywhere, whatever was dragged about before
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, u":/none"_s);
    sf::prepareTheme(themeFrom(options));
    sf::MainWindow window;
    sf::applyTheme(application, themeFrom(options));
    if (isPicture) {
        window.resize(options.size);
        new sf::Screenshot(window, options.screenshot, options.at);
    }
    window.show();
    window.openStation(options.station,
                       options.isUsual ? sf::IfMissing::MakeWithFolder : sf::IfMissing::Make);
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    choosePlatform(argc, argv);
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"scheduleflow"_s);
    QApplication::setOrganizationName(u"scheduleflow"_s);
    QApplication::setApplicationDisplayName(u"ScheduleFlow"_s);
    QApplication::setApplicationVersion(QStringLiteral(SF_VERSION));
    QApplication::setDesktopFileName(u"scheduleflow"_s);
    sf::useReadableNumbers();
    sf::EnglishPlurals plurals;
    QApplication::installTranslator(&plurals);

    Options options;
    if (const std::optional<int> code = readOptions(application, options))
        return *code;
    return runWindow(application, options);
}

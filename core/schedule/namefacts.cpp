// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/schedule/namefacts.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>

#include <array>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

struct KindWord
{
    QLatin1StringView word; ///< singular, lower case
    AssetKind kind;
};

constexpr std::array kindWords{
    KindWord{"ident"_L1, AssetKind::Ident},           KindWord{"bumper"_L1, AssetKind::Ident},
    KindWord{"jingle"_L1, AssetKind::Ident},          KindWord{"sting"_L1, AssetKind::Ident},
    KindWord{"stationid"_L1, AssetKind::Ident},       KindWord{"promo"_L1, AssetKind::Promo},
    KindWord{"trailer"_L1, AssetKind::Promo},         KindWord{"teaser"_L1, AssetKind::Promo},
    KindWord{"commercial"_L1, AssetKind::Commercial}, KindWord{"advert"_L1, AssetKind::Commercial},
    KindWord{"ad"_L1, AssetKind::Commercial},         KindWord{"advertisement"_L1, AssetKind::Commercial},
    KindWord{"spot"_L1, AssetKind::Commercial},       KindWord{"filler"_L1, AssetKind::Filler},
    KindWord{"interstitial"_L1, AssetKind::Filler},   KindWord{"interlude"_L1, AssetKind::Filler},
};

/// The folders between the innermost root and the file, outermost first; with `root` that root's own path.
QStringList foldersBelowRoot(const QString &path, const QStringList &roots, QString &root)
{
    for (const QString &candidate : roots) {
        const QString prefix = candidate.endsWith(u'/') ? candidate : candidate + u'/';
        if (path.startsWith(prefix) && prefix.size() > root.size())
            root = prefix;
    }
    if (root.isEmpty())
        return {};
    QStringList folders = path.sliced(root.size()).split(u'/');
    folders.removeLast();
    return folders;
}

std::optional<AssetKind> kindOfFolder(const QString &folder)
{
    static const QRegularExpression separators(u"[\\s_.,-]+"_s);
    const QStringList words = folder.toLower().split(separators, Qt::SkipEmptyParts);
    for (const QString &word : words) {
        for (const KindWord &known : kindWords) {
            if (word == known.word ||
                (word.size() == known.word.size() + 1 && word.endsWith(u's') && word.startsWith(known.word)))
                return known.kind;
        }
    }
    return std::nullopt;
}

AssetKind kindOfFolders(const QStringList &folders)
{
    for (auto folder = folders.rbegin(); folder != folders.rend(); ++folder) { // the nearest knows best
        if (const auto kind = kindOfFolder(*folder))
            return *kind;
    }
    return AssetKind::Program;
}

/// Separators as blanks; dots only where no blank shows that they are meant.
QString cleaned(QString name)
{
    name.replace(u'_', u' ');
    if (!name.contains(u' '))
        name.replace(u'.', u' ');
    return name.simplified();
}

/// `text` without the dashes and brackets that separate it from what was cut off behind it.
QString withoutTail(QString text)
{
    while (!text.isEmpty() && u" -–—([{.,_"_s.contains(text.back()))
        text.chop(1);
    return text;
}

void readEpisode(const QString &name, const QStringList &folders, NameFacts &facts)
{
    // S02E05, s2.e5, 2x05; not 1920x1080, and not letters that go on.
    static const QRegularExpression marked(u"(?<![\\p{L}\\d])s(\\d{1,2})[ ._-]?e(\\d{1,4})(?!\\d)"_s,
                                           QRegularExpression::CaseInsensitiveOption |
                                               QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression crossed(u"(?<![\\p{L}\\d])(\\d{1,2})x(\\d{2,3})(?![\\p{L}\\d])"_s,
                                            QRegularExpression::CaseInsensitiveOption |
                                                QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression seasonFolder(u"^(season|series|staffel|s)\\s*\\d+$"_s,
                                                 QRegularExpression::CaseInsensitiveOption);
    QRegularExpressionMatch match = marked.match(name);
    if (!match.hasMatch())
        match = crossed.match(name);
    if (!match.hasMatch())
        return;
    facts.season = match.captured(1).toInt();
    facts.episode = match.captured(2).toInt();
    facts.series = withoutTail(cleaned(name.first(match.capturedStart())));
    for (auto folder = folders.rbegin(); facts.series.isEmpty() && folder != folders.rend(); ++folder) {
        if (!seasonFolder.match(cleaned(*folder)).hasMatch())
            facts.series = cleaned(*folder);
    }
}

void readYear(const QString &name, NameFacts &facts)
{
    static const QRegularExpression bracketed(u"[(\\[]((?:19|20)\\d{2})[)\\]]"_s);
    const auto match = bracketed.match(name);
    if (match.hasMatch())
        facts.year = match.captured(1).toInt();
}

} // namespace

NameFacts factsFromName(const QString &path, const QStringList &roots)
{
    QString root;
    const QStringList folders = foldersBelowRoot(path, roots, root);
    const QString fileName = QFileInfo(path).fileName();
    const qsizetype dot = fileName.lastIndexOf(u'.');
    const QString name = dot > 0 ? fileName.first(dot) : fileName;
    NameFacts facts;
    facts.title = cleaned(name);
    if (facts.title.isEmpty())
        facts.title = fileName;
    facts.category = folders.value(0);
    readEpisode(name, folders, facts);
    readYear(name, facts);
    QStringList placed = folders;
    placed.prepend(root.section(u'/', -2, -2));
    facts.kind = kindOfFolders(placed);
    return facts;
}

NameFacts factsFromEntry(const QString &title, const QString &address, const QString &group)
{
    const auto isDigit = [](QChar c) { return c.isDigit(); };
    NameFacts facts;
    facts.title = title;
    facts.category = group;
    if (!group.isEmpty())
        facts.kind = kindOfFolder(group).value_or(AssetKind::Program);
    if (std::any_of(title.begin(), title.end(), isDigit)) {
        readEpisode(title, {}, facts);
        readYear(title, facts);
    }
    const QStringView file = QStringView(address).sliced(address.lastIndexOf(u'/') + 1);
    if (facts.episode > 0 || !std::any_of(file.begin(), file.end(), isDigit))
        return facts;
    QStringList folders = QUrl::fromPercentEncoding(address.toUtf8()).split(u'/');
    const QString name = cleaned(folders.takeLast());
    readEpisode(name, folders, facts);
    if (facts.year == 0)
        readYear(name, facts);
    return facts;
}

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT

// ASX of Windows Media: tags in any case, ampersands that stand for themselves, elements that never end. It is no
// XML, so it is read as what it is: tags with attributes, and the text between a title's tags.

#include "core/formats/format.h"
#include "core/formats/playlistbuilder.h"
#include "core/formats/textinput.h"
#include "core/time/iso8601.h"

#include <QCoreApplication>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView extensions[]{"asx"_L1, "wax"_L1, "wvx"_L1};
/// Far more than any such list has: it is read as a whole.
constexpr qsizetype fileBytes = 64 << 20;

bool beginsWith(QByteArrayView text, QByteArrayView lowerCase)
{
    return text.size() >= lowerCase.size() &&
           qstrnicmp(text.data(), lowerCase.size(), lowerCase.data(), lowerCase.size()) == 0;
}

/// What may stand before the root: the declaration of XML, which some writers add, comments and blanks.
QByteArrayView withoutProlog(QByteArrayView head)
{
    for (head = head.trimmed(); head.startsWith("<?") || head.startsWith("<!--"); head = head.trimmed()) {
        const QByteArrayView close = head.startsWith("<?") ? "?>" : "-->";
        const qsizetype end = head.indexOf(close);
        if (end < 0)
            return {};
        head = head.sliced(end + close.size());
    }
    return head;
}

Likeness likeness(QByteArrayView head)
{
    head = withoutProlog(head);
    return beginsWith(head, "<asx") || beginsWith(head, "[reference]") ? Likeness::Certain : Likeness::None;
}

QString unescaped(QString text)
{
    if (text.contains(u'&')) {
        text.replace("&lt;"_L1, "<"_L1).replace("&gt;"_L1, ">"_L1).replace("&quot;"_L1, "\""_L1);
        text.replace("&apos;"_L1, "'"_L1).replace("&amp;"_L1, "&"_L1);
    }
    return text;
}

/// The value of an attribute in what stands between a tag's brackets; empty where there is none.
QByteArrayView attributeOf(QByteArrayView tag, QByteArrayView lowerCase)
{
    qsizetype at = 0;
    while (at < tag.size()) {
        const qsizetype sign = tag.indexOf('=', at);
        if (sign < 0)
            return {};
        qsizetype keyEnd = sign;
        while (keyEnd > at && QByteArrayView(" \t\r\n").contains(tag[keyEnd - 1]))
            --keyEnd;
        qsizetype key = keyEnd;
        while (key > at && !QByteArrayView(" \t\r\n\"'").contains(tag[key - 1]))
            --key;
        qsizetype value = sign + 1;
        while (value < tag.size() && QByteArrayView(" \t\r\n").contains(tag[value]))
            ++value;
        qsizetype end = value;
        if (value < tag.size() && (tag[value] == '"' || tag[value] == '\'')) {
            end = tag.indexOf(tag[value], value + 1);
            end = end < 0 ? tag.size() : end;
            ++value;
        } else {
            while (end < tag.size() && !QByteArrayView(" \t\r\n").contains(tag[end]))
                ++end;
        }
        if (keyEnd - key == lowerCase.size() && beginsWith(tag.sliced(key), lowerCase))
            return tag.sliced(std::min(value, end), std::max<qsizetype>(0, end - value));
        at = end + 1;
    }
    return {};
}

class AsxReader
{
public:
    AsxReader(QIODevice &device, const ReadOptions &options, const Job &job)
        : m_label(options.label)
        , m_job(job)
        , m_input(device, options.label, job)
        , m_builder(options)
    {
    }

    Result<ImportedPlaylist> read()
    {
        if (const Status loaded = load(); !loaded)
            return fail(loaded.error());
        if (beginsWith(QByteArrayView(m_text).trimmed(), "[reference]"))
            readReferences();
        else
            readTags();
        endEntry();
        if (m_job.isCancelled())
            return fail(ErrorCode::Cancelled);
        return m_builder.take();
    }

private:
    Status load()
    {
        QByteArray block(1 << 16, Qt::Uninitialized);
        for (qsizetype got = 0; (got = m_input.read(block.data(), block.size())) > 0;) {
            m_text.append(block.constData(), got);
            if (m_text.size() > fileBytes) {
                return fail(ErrorCode::LimitExceeded,
                            {m_label, u"1"_s,
                             QCoreApplication::translate("Import", "the file is larger than 64 MiB")});
            }
        }
        return m_input.error() ? Status(fail(*m_input.error())) : Status();
    }

    std::int64_t lineAt(qsizetype at)
    {
        m_line += std::count(m_text.cbegin() + m_counted, m_text.cbegin() + at, '\n');
        m_counted = at;
        return m_line;
    }

    QString text(QByteArrayView bytes, std::int64_t line)
    {
        return unescaped(m_builder.decode(bytes.trimmed(), line));
    }

    /// "Ref1=http://…", the form of NetShow servers.
    void readReferences()
    {
        qsizetype at = 0;
        while (at < m_text.size() && !m_job.isCancelled()) {
            qsizetype end = m_text.indexOf('\n', at);
            end = end < 0 ? m_text.size() : end;
            const QByteArrayView line = QByteArrayView(m_text).sliced(at, end - at).trimmed();
            const qsizetype sign = line.indexOf('=');
            if (beginsWith(line, "ref") && sign > 3) {
                PlaylistEntry entry;
                entry.line = lineAt(at);
                m_builder.add(std::move(entry), text(line.sliced(sign + 1), m_line));
            }
            at = end + 1;
        }
    }

    void readTags()
    {
        qsizetype at = 0;
        const QByteArrayView all(m_text);
        while ((at = all.indexOf('<', at)) >= 0 && !m_job.isCancelled()) {
            if (all.sliced(at).startsWith("<!--")) {
                const qsizetype end = all.indexOf("-->", at);
                at = end < 0 ? all.size() : end + 3;
                continue;
            }
            qsizetype end = all.indexOf('>', at);
            end = end < 0 ? all.size() : end;
            readTag(all.sliced(at + 1, end - at - 1), at, end);
            at = end;
        }
    }

    void readTag(QByteArrayView tag, qsizetype at, qsizetype end)
    {
        qsizetype nameEnd = 0;
        while (nameEnd < tag.size() && !QByteArrayView(" \t\r\n").contains(tag[nameEnd]) &&
               (nameEnd == 0 || tag[nameEnd] != '/'))
            ++nameEnd;
        const QByteArray name = tag.first(nameEnd).toByteArray().toLower();
        if (name == "entry") {
            endEntry();
            m_entry = PlaylistEntry();
            m_isInEntry = true;
        } else if (name == "/entry") {
            endEntry();
        } else if (name == "title") {
            const qsizetype close = m_text.indexOf('<', end);
            const QByteArrayView title = QByteArrayView(m_text).sliced(
                std::min(end + 1, m_text.size()),
                std::max<qsizetype>(0, (close < 0 ? m_text.size() : close) - end - 1));
            (m_isInEntry ? m_entry.title : m_builder.playlist().name) = text(title, lineAt(at)).simplified();
        } else if (name == "duration" && m_isInEntry) {
            m_entry.duration = lengthOf(attributeOf(tag, "value"));
        } else if (name == "starttime" && m_isInEntry) {
            m_entry.mediaIn = lengthOf(attributeOf(tag, "value"));
        } else if (name == "ref" || name == "entryref") {
            addReference(attributeOf(tag, "href"), at);
        }
    }

    static Micros lengthOf(QByteArrayView value)
    {
        const auto length =
            parseDuration(QString::fromLatin1(value.first(std::min(value.size(), qsizetype(40)))));
        return length && *length > Millis::zero() ? Micros(*length) : Micros::zero();
    }

    /// Several addresses of one entry are the same media in other places: the first counts.
    void addReference(QByteArrayView address, qsizetype at)
    {
        const std::int64_t line = lineAt(at);
        if (!m_isInEntry) {
            PlaylistEntry entry;
            entry.line = line;
            m_builder.add(std::move(entry), text(address, line));
        } else if (m_entry.line == 0) {
            m_entry.line = line;
            m_address = text(address, line);
        }
    }

    /// What it says of itself may stand behind its address.
    void endEntry()
    {
        if (m_isInEntry && m_entry.line > 0) {
            if (m_entry.duration > Micros::zero() && m_entry.mediaIn > Micros::zero())
                m_entry.mediaOut = m_entry.mediaIn + m_entry.duration;
            m_builder.add(std::move(m_entry), m_address);
        }
        m_isInEntry = false;
        m_entry = PlaylistEntry();
    }

    QString m_label;
    const Job &m_job;
    TextInput m_input;
    PlaylistBuilder m_builder;
    QByteArray m_text;
    PlaylistEntry m_entry;
    QString m_address; ///< of m_entry, where that has a line
    bool m_isInEntry = false;
    qsizetype m_counted = 0;
    std::int64_t m_line = 1;
};

Result<ImportedPlaylist> readAsx(QIODevice &device, const ReadOptions &options, const Job &job)
{
    return AsxReader(device, options, job).read();
}

} // namespace

constinit const Format asxFormat{
    .id = "asx"_L1,
    .name = "ASX playlist"_L1,
    .extensions = extensions,
    .likeness = likeness,
    .readPlaylist = readAsx,
};

} // namespace sf

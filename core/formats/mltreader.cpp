// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/mltreader.h"

#include "core/formats/address.h"
#include "core/formats/limits.h"
#include "core/formats/mltwriter.h"
#include "core/formats/schedulebuilder.h"
#include "core/formats/xmlinput.h"
#include "core/time/iso8601.h"
#include "core/time/timecode.h"

#include <QCoreApplication>
#include <QDir>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("Import", text); }

/// Frames beyond which nothing is scheduled: two years at 300 a second fit well.
constexpr std::int64_t mostFrames = 100'000'000'000;

struct Producer
{
    QString resource;
    QString warped; ///< what it plays at another speed
    QString service;
    QString title;
    QString in;
    QString out;
    QString length;
};

struct Entry
{
    std::int64_t line = 0;
    QString producer; ///< empty for a blank
    QString in;
    QString out;
    QString id;
    QString title;
};

struct Playlist
{
    QString id;
    std::vector<Entry> entries;
    std::int64_t media = 0;
    QString start;
    bool isSound = false; ///< an editor's track of sound alone
};

class MltReader
{
public:
    MltReader(QIODevice &device, const ReadOptions &options, IdSource &ids, const Job &job)
        : m_options(options)
        , m_xml(device, options, job)
        , m_builder(options, ids)
        , m_rate(options.rate)
    {
    }

    Result<ImportedSchedule> read()
    {
        while (m_xml.next()) {
            if (!m_xml.isStart())
                end();
            else if (m_xml.depth() >= 2)
                start();
            else
                startRoot();
            if (m_count > limits::items) {
                m_xml.stop({ErrorCode::LimitExceeded,
                            {m_options.label, QString::number(m_xml.line()),
                             tr("it has more than 5,000,000 events")},
                            {}});
            }
        }
        std::vector<ImportRemark> warnings;
        if (const Status status = m_xml.finish(m_count, warnings); !status)
            return fail(status.error());
        auto &all = m_builder.schedule().warnings;
        all.insert(all.end(), warnings.begin(), warnings.end());
        if (const Status placed = place(); !placed)
            return fail(placed.error());
        return m_builder.take();
    }

private:
    void startRoot()
    {
        m_main = m_xml.attribute("producer"_L1);
        m_folder = m_xml.attribute("root"_L1);
        if (addressKind(m_folder) != AddressKind::AbsolutePath)
            m_folder.clear();
    }

    /// Media lie in the folder that the file names, else where the file lies.
    QString addressOf(const QString &resource) const
    {
        const bool isInFolder = !m_folder.isEmpty() && addressKind(resource) == AddressKind::RelativePath;
        return isInFolder ? QDir::cleanPath(m_folder + u'/' + resource) : resource;
    }

    /// Empty for what the player makes itself, whose resource is a colour or a text.
    QString playedFile(const Producer &producer) const
    {
        if (!producer.warped.isEmpty())
            return addressOf(producer.warped);
        const AddressKind kind = addressKind(producer.resource);
        const bool isMedia = producer.service.isEmpty() || producer.service.startsWith("avformat"_L1);
        return isMedia || (kind != AddressKind::None && kind != AddressKind::RefusedScheme)
                   ? addressOf(producer.resource)
                   : QString();
    }

    void start()
    {
        if (m_xml.is("profile"_L1)) {
            const auto rate = FrameRate::fromString(m_xml.attribute("frame_rate_num"_L1) + u'/' +
                                                    m_xml.attribute("frame_rate_den"_L1));
            if (rate)
                m_rate = *rate;
        } else if (m_xml.is("producer"_L1) || m_xml.is("chain"_L1)) {
            m_producerId = m_xml.attribute("id"_L1);
            m_producer = Producer();
            m_producer.in = m_xml.attribute("in"_L1);
            m_producer.out = m_xml.attribute("out"_L1);
            m_owner = Owner::Producer;
        } else if (m_xml.is("playlist"_L1)) {
            m_playlists.push_back(Playlist());
            m_playlists.back().id = m_xml.attribute("id"_L1);
            m_owner = Owner::Playlist;
        } else if (m_xml.is("entry"_L1) && !m_playlists.empty()) {
            startEntry({m_xml.line(),
                        m_xml.attribute("producer"_L1),
                        m_xml.attribute("in"_L1),
                        m_xml.attribute("out"_L1),
                        {},
                        {}});
            ++m_playlists.back().media;
        } else if (m_xml.is("blank"_L1) && !m_playlists.empty()) {
            startEntry({m_xml.line(), {}, {}, m_xml.attribute("length"_L1), {}, {}});
        } else if (m_xml.is("property"_L1)) {
            m_property = m_xml.attribute("name"_L1);
        } else if (m_xml.is("filter"_L1) || m_xml.is("transition"_L1) || m_xml.is("tractor"_L1)) {
            m_owner = Owner::None; // what follows are its properties
        }
    }

    void startEntry(Entry entry)
    {
        ++m_count;
        m_playlists.back().entries.push_back(std::move(entry));
        m_owner = Owner::Entry;
    }

    void end()
    {
        if (m_xml.is("property"_L1))
            takeProperty(m_xml.text());
        else if (m_xml.is("producer"_L1) || m_xml.is("chain"_L1))
            m_producers.insert(m_producerId, m_producer);
        else if (m_xml.is("entry"_L1) || m_xml.is("blank"_L1))
            m_owner = m_playlists.empty() ? Owner::None : Owner::Playlist; // one may stand where none belongs
    }

    void takeProperty(const QString &text)
    {
        switch (m_owner) {
        case Owner::Producer:
            takeProducer(text);
            break;
        case Owner::Entry:
            if (m_property == mltIdProperty)
                m_playlists.back().entries.back().id = text.trimmed();
            else if (m_property == mltTitleProperty)
                m_playlists.back().entries.back().title = text;
            break;
        case Owner::Playlist:
            if (m_property == mltStartProperty)
                m_playlists.back().start = text.trimmed();
            else if (m_property == "kdenlive:audio_track"_L1 || m_property == "shotcut:audio"_L1)
                m_playlists.back().isSound = text.trimmed() == "1"_L1;
            break;
        case Owner::None:
            break;
        }
    }

    void takeProducer(const QString &text)
    {
        if (m_property == "resource"_L1)
            m_producer.resource = text.trimmed();
        else if (m_property == "warp_resource"_L1)
            m_producer.warped = text.trimmed();
        else if (m_property == "mlt_service"_L1)
            m_producer.service = text.trimmed();
        else if (m_property == mltTitleProperty)
            m_producer.title = text;
        else if ((m_property == "title"_L1 || m_property == "kdenlive:clipname"_L1) &&
                 m_producer.title.isEmpty())
            m_producer.title = text;
        else if (m_property == "length"_L1)
            m_producer.length = text.trimmed();
    }

    /// The root of an editor's project may be its bin, where clips wait; the timeline counts where it has any.
    const Playlist *chosen() const
    {
        const Playlist *longest = nullptr;
        const Playlist *bin = nullptr;
        for (const Playlist &playlist : m_playlists) {
            const bool isBin = playlist.id.contains("bin"_L1, Qt::CaseInsensitive);
            if (!m_main.isEmpty() && playlist.id == m_main && !isBin)
                return &playlist;
            const Playlist *&best = isBin ? bin : longest;
            const bool isMeant = playlist.id != "background"_L1 && !playlist.isSound;
            if (isMeant && (!best || playlist.media > best->media))
                best = &playlist;
        }
        const bool isTimelineEmpty = !longest || longest->media == 0;
        return isTimelineEmpty && bin && bin->media > 0 ? bin : longest;
    }

    /// Frames, "00:00:04.960", "00:00:04:24" or a drop-frame label; none where it is not understood.
    std::optional<std::int64_t> framesOf(const QString &text) const
    {
        bool ok = false;
        const qlonglong frames = text.toLongLong(&ok);
        if (ok)
            return std::clamp<std::int64_t>(frames, -1, mostFrames);
        if (const auto label = parseTimecode(text, {m_rate, false}); label && !text.contains(u'.'))
            return *label;
        const auto clock = parseDuration(text);
        return clock ? std::optional(FrameGrid(m_rate).framesNear(*clock)) : std::nullopt;
    }

    Status place()
    {
        const Playlist *playlist = chosen();
        if (!playlist)
            return {};
        std::optional<TimePoint> start = m_options.start;
        if (const auto written = parseIso8601(playlist->start); !start && written)
            start = written->asUtc();
        if (!start)
            return fail(ErrorCode::StartNeeded, {m_options.label, u"MLT XML"_s});
        if (m_playlists.size() > 1 && m_main != playlist->id)
            m_builder.warn(
                0, tr("The file has several playlists; the longest, “%1”, was read.").arg(playlist->id));
        const FrameGrid grid(m_rate);
        const std::int64_t first = grid.indexOf(*start);
        std::int64_t at = 0;
        for (const Entry &entry : playlist->entries) {
            const std::int64_t length = lengthOf(entry);
            if (!entry.producer.isEmpty()) {
                if (const Status added = add(entry, grid, first + at, length); !added)
                    return added;
            }
            at = std::min(at + std::max<std::int64_t>(length, 0), mostFrames);
        }
        return {};
    }

    /// In frames; -1 where it is not known. Out points are the last frame that is shown.
    std::int64_t lengthOf(const Entry &entry) const
    {
        if (entry.producer.isEmpty())
            return framesOf(entry.out).value_or(-1);
        const Producer producer = m_producers.value(entry.producer);
        const auto in = framesOf(entry.in).value_or(0);
        if (!entry.out.isEmpty()) {
            const auto out = framesOf(entry.out);
            return out ? *out - in + 1 : -1;
        }
        const auto begin = framesOf(producer.in).value_or(0);
        if (const auto out = framesOf(producer.out))
            return *out - begin - in + 1;
        const auto length = framesOf(producer.length);
        return length ? *length - begin - in : -1;
    }

    Status add(const Entry &entry, const FrameGrid &grid, std::int64_t at, std::int64_t length)
    {
        const auto producer = m_producers.constFind(entry.producer);
        ImportedItem item;
        item.line = entry.line;
        item.id = EventId::fromString(entry.id).value_or(EventId());
        if (producer != m_producers.constEnd()) {
            item.url = playedFile(*producer);
            item.title = entry.title.isEmpty() ? producer->title : entry.title;
            if (item.title.isEmpty() && item.url.isEmpty())
                item.title = producer->service; // a colour, a title, a test picture
            // An entry's frames count from where its producer begins, as melt plays them.
            const auto in = framesOf(producer->in).value_or(0) + framesOf(entry.in).value_or(0);
            item.mediaIn = grid.lengthOf(std::max<std::int64_t>(in, 0));
        }
        item.start = grid.timeOf(at);
        if (length > 0)
            item.end = grid.timeOf(at + length);
        return m_builder.add(std::move(item));
    }

    enum class Owner : std::uint8_t { None, Producer, Playlist, Entry };

    const ReadOptions &m_options;
    XmlInput m_xml;
    ScheduleBuilder m_builder;
    FrameRate m_rate;
    QString m_main;
    QString m_folder; ///< absolute, or empty
    QHash<QString, Producer> m_producers;
    std::vector<Playlist> m_playlists;
    Owner m_owner = Owner::None; ///< of the properties that are read
    QString m_producerId;
    Producer m_producer;
    QString m_property;
    std::int64_t m_count = 0;
};

} // namespace

Result<ImportedSchedule> readMlt(QIODevice &device, const ReadOptions &options, IdSource &ids, const Job &job)
{
    return MltReader(device, options, ids, job).read();
}

} // namespace sf

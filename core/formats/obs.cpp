// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT

// A scene collection of OBS Studio: one scene with a VLC source that plays the list; on request, a scene for each
// event too.

#include "core/formats/format.h"
#include "core/formats/sequence.h"

#include <QCoreApplication>
#include <QSet>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("Export", text); }

constexpr QLatin1StringView extensions[]{"json"_L1};

Likeness likeness(QByteArrayView head)
{
    return head.startsWith('{') && head.contains("\"current_scene\"") ? Likeness::Certain : Likeness::None;
}

/// More scenes than anybody wants in OBS.
constexpr std::int64_t mostScenes = 2000;

class ObsWriter
{
public:
    ObsWriter(QIODevice &device, const ScheduleExport &schedule, const Job &job)
        : m_run(device, schedule, job)
        , m_out(m_run.out())
    {
    }

    Result<WriteReport> write()
    {
        m_run.loseAll(LossKind::Time, tr("start times, ids and notes: the list plays one after the other"),
                      std::ssize(m_run.schedule().events));
        const std::vector<SequenceItem> items = playSequence(m_run, SequenceTiming::BackToBack);
        const bool hasScenes = m_run.flag("scenes"_L1) && std::ssize(items) <= mostScenes;
        const QString list = m_run.listName();
        const QString scene = unique(list);
        const QString source = unique(u"Playlist"_s);
        put("{\n  \"name\": ", list, ",\n  \"current_scene\": ");
        put("", scene, ",\n  \"current_program_scene\": ");
        put("", scene,
            ",\n  \"current_transition\": \"Cut\",\n  \"transition_duration\": 300,\n  \"sources\": [\n");
        writePlaylist(items, source);
        writeScene(scene, source);
        if (hasScenes)
            writeScenes(items);
        m_out.put("\n  ]\n}\n");
        return m_run.finish();
    }

private:
    /// Names of sources and scenes are unique in a collection.
    QString unique(const QString &name)
    {
        QString free = name;
        for (int i = 2; m_names.contains(free); ++i)
            free = u"%1 (%2)"_s.arg(name).arg(i);
        m_names.insert(free);
        return free;
    }

    void put(QByteArrayView before, const QString &text, QByteArrayView after)
    {
        m_out.put(before);
        m_out.putJson(cleanText(text));
        m_out.put(after);
    }

    void writePlaylist(const std::vector<SequenceItem> &items, const QString &name)
    {
        put("    {\"id\": \"vlc_source\", \"versioned_id\": \"vlc_source\", \"name\": ", name,
            ", \"enabled\": true, \"volume\": 1.0, \"mixers\": 255, \"settings\": {\"loop\": false, "
            "\"shuffle\": "
            "false, \"playback_behavior\": \"stop_restart\", \"network_caching\": 400, \"playlist\": [");
        bool isFirst = true;
        for (const SequenceItem &item : items) {
            if (!m_run.goesOn())
                break;
            if (item.isTrimmed())
                m_run.lose(LossKind::Trim, *item.event, m_run.phrases().trim);
            put(isFirst ? "\n      {\"value\": " : ",\n      {\"value\": ", plainPath(item.asset->url),
                ", \"hidden\": false, \"selected\": false}");
            isFirst = false;
            m_run.written();
        }
        m_out.put("\n    ]}}");
    }

    void writeScene(const QString &name, const QString &source)
    {
        put(",\n    {\"id\": \"scene\", \"versioned_id\": \"scene\", \"name\": ", name,
            ", \"enabled\": true, \"settings\": {\"custom_size\": false, \"id_counter\": 1, \"items\": "
            "[{\"id\": 1, "
            "\"name\": ");
        put("", source,
            ", \"visible\": true, \"locked\": false, \"rot\": 0.0, \"pos\": {\"x\": 0.0, \"y\": 0.0}, "
            "\"scale\": "
            "{\"x\": 1.0, \"y\": 1.0}, \"align\": 5, \"bounds_type\": 2, \"bounds_align\": 0, \"bounds\": ");
        m_out.put(m_bounds);
        m_out.put("}]}}");
    }

    void writeScenes(const std::vector<SequenceItem> &items)
    {
        std::int64_t number = 0;
        for (const SequenceItem &item : items) {
            const QString title = u"%1 %2"_s.arg(++number, 2, 10, QChar(u'0')).arg(m_run.title(*item.event));
            const QString media = unique(u"Media "_s + title);
            put(",\n    {\"id\": \"ffmpeg_source\", \"versioned_id\": \"ffmpeg_source\", \"name\": ", media,
                ", \"enabled\": true, \"volume\": 1.0, \"mixers\": 255, \"settings\": {\"is_local_file\": ");
            const QString path = plainPath(item.asset->url);
            const bool isLocal = !path.contains("://"_L1);
            put(isLocal ? "true, \"local_file\": " : "false, \"input\": ", path,
                ", \"looping\": false, \"restart_on_activate\": true, \"close_when_inactive\": true}}");
            writeScene(unique(title), media);
        }
    }

    ExportRun m_run;
    Output &m_out;
    QSet<QString> m_names;
    QByteArray m_bounds = "{\"x\": " + m_run.option("width"_L1, "1920"_L1).toLatin1() +
                          ".0, \"y\": " + m_run.option("height"_L1, "1080"_L1).toLatin1() + ".0}";
};

Result<WriteReport> writeObs(QIODevice &device, const ScheduleExport &schedule, const Job &job)
{
    return ObsWriter(device, schedule, job).write();
}

constexpr FormatOption options[]{
    {.id = "scenes"_L1,
     .label = QT_TRANSLATE_NOOP("Export", "A scene for each event too (at most 2,000)"),
     .kind = FormatOption::Kind::Flag,
     .usual = "false"_L1},
    {.id = "width"_L1,
     .label = QT_TRANSLATE_NOOP("Export", "The width of the canvas"),
     .kind = FormatOption::Kind::Number,
     .usual = "1920"_L1},
    {.id = "height"_L1,
     .label = QT_TRANSLATE_NOOP("Export", "The height of the canvas"),
     .kind = FormatOption::Kind::Number,
     .usual = "1080"_L1},
};

} // namespace

constinit const Format obsFormat{
    .id = "obs"_L1,
    .name = "OBS scene collection"_L1,
    .extensions = extensions,
    .likeness = likeness,
    .writeSchedule = writeObs,
    .cannotCarry = QT_TRANSLATE_NOOP(
        "Export", "OBS has no start times, no gaps and no parts of files: its VLC source plays whole files."),
    .options = options,
};

} // namespace sf

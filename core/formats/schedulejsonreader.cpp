// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/schedulejsonreader.h"

#include "core/formats/extension.h"

#include <QCoreApplication>

#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>

#include <array>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("Import", text); }

bool isContainerKey(QStringView key)
{
    static constexpr std::array names{"schedule"_L1, "events"_L1,  "items"_L1,   "event"_L1,
                                      "item"_L1,     "tvguide"_L1, "playlist"_L1};
    return std::any_of(names.begin(), names.end(),
                       [key](QLatin1StringView name) { return key.compare(name, Qt::CaseInsensitive) == 0; });
}

} // namespace

ScheduleJsonReader::ScheduleJsonReader(QIODevice &device, const ReadOptions &options, IdSource &ids,
                                       const Job &job)
    : m_options(options)
    , m_job(job)
    , m_input(device, options.label, job)
    , m_assembler(options, ids, job)
{
}

Result<ImportedSchedule> ScheduleJsonReader::read()
{
    // Iterative, since the default recurses and a deep file overflows the stack. Numbers as texts, so that 0.1 seconds
    // are not 0.1000000000000000055; one that is too big for a double is an error of the file to RapidJSON all the
    // same.
    constexpr unsigned flags = rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag;
    rapidjson::Reader reader;
    const rapidjson::ParseResult parsed = reader.Parse<flags>(m_input, *this);
    return finish(parsed.IsError() ? rapidjson::GetParseError_En(parsed.Code()) : nullptr);
}

Result<ImportedSchedule> ScheduleJsonReader::finish(const char *reason)
{
    if (m_job.isCancelled())
        return fail(ErrorCode::Cancelled);
    if (m_input.error())
        return fail(*m_input.error());
    const QString line = QString::number(m_input.line());
    if (m_input.isTooLarge())
        return fail(ErrorCode::LimitExceeded, {m_options.label, line, tr("one text is longer than 128 KiB")});
    if (m_error)
        return fail(*m_error);
    if (!reason)
        return m_assembler.take();
    const QString why = QString::fromLatin1(reason).remove(u'.');
    if (!m_options.isPartial) {
        return fail(ErrorCode::NotWellFormed, {m_options.label, line, QString::number(m_input.column()), why,
                                               QString::number(m_assembler.total())});
    }
    m_assembler.warn(0, m_input.line(),
                     tr("The file is not well formed here (%1); the %2 events before were taken.")
                         .arg(why)
                         .arg(m_assembler.total()));
    return m_assembler.take();
}

bool ScheduleJsonReader::stop(Error error)
{
    m_error = std::move(error);
    return false;
}

/// Valid until the next call.
QStringView ScheduleJsonReader::decode(QByteArrayView text)
{
    m_ascii.resize(std::max(m_ascii.size(), static_cast<std::size_t>(text.size())));
    if (widenAscii(text, m_ascii.data()))
        return QStringView(m_ascii.data(), text.size());
    bool isUtf8 = true;
    m_text = decodeText(text, isUtf8);
    if (!isUtf8 && !m_hasWarnedOfText) {
        m_hasWarnedOfText = true;
        m_assembler.warn(0, m_input.line(), tr("A text is not UTF-8; such texts were read as Windows-1252."));
    }
    return m_text;
}

ScheduleJsonReader::Place ScheduleJsonReader::placeOfObject() const
{
    if (m_places.empty())
        return Place::Container;
    switch (here()) {
    case Place::Container:
        if (m_key.compare("metadata"_L1, Qt::CaseInsensitive) == 0)
            return Place::Metadata;
        return isContainerKey(m_key) ? Place::Container : Place::Ignored;
    case Place::List:
        return Place::Event;
    case Place::Event:
        return m_key == extensionKey ? Place::Extension : Place::Ignored;
    case Place::Extension:
        return m_key == "asset"_L1 ? Place::AssetExtension : Place::Ignored;
    default:
        return Place::Ignored;
    }
}

ScheduleJsonReader::Place ScheduleJsonReader::placeOfArray() const
{
    if (m_places.empty())
        return Place::List;
    if (here() == Place::Container)
        return isContainerKey(m_key) ? Place::List : Place::Ignored;
    if (here() == Place::Event && m_field && m_field->field == EventField::Tags)
        return Place::Tags;
    return Place::Ignored;
}

bool ScheduleJsonReader::open(Place place)
{
    m_input.tokenEnded();
    if (m_places.size() >= static_cast<std::size_t>(limits::depth)) {
        return stop({ErrorCode::LimitExceeded,
                     {m_options.label, QString::number(m_input.line()),
                      tr("objects and lists are nested more than 64 deep")},
                     {}});
    }
    if (place == Place::Event)
        m_record.begin(m_input.line());
    m_places.push_back(place);
    return true;
}

bool ScheduleJsonReader::StartObject() { return open(placeOfObject()); }

bool ScheduleJsonReader::StartArray()
{
    if (here() == Place::List && !nonsenseInList())
        return false;
    return open(placeOfArray());
}

bool ScheduleJsonReader::end()
{
    m_input.tokenEnded();
    const Place place = here();
    m_places.pop_back();
    if (place != Place::Event)
        return true;
    const Status added = m_assembler.add(m_record);
    return added ? true : stop(added.error());
}

bool ScheduleJsonReader::nonsenseInList()
{
    const Status added = m_assembler.addNonsense(m_input.line());
    return added ? true : stop(added.error());
}

bool ScheduleJsonReader::Key(const char *text, unsigned length, bool)
{
    m_input.tokenEnded();
    if (here() == Place::Event) {
        m_field = eventFieldNamed(QLatin1StringView(text, length));
        if (m_field)
            return true;
    }
    if (here() != Place::Ignored) {
        m_key.resize(0);
        m_key += decode(QByteArrayView(text, length)).left(100);
    }
    return true;
}

bool ScheduleJsonReader::scalar(QStringView text)
{
    m_input.tokenEnded();
    switch (here()) {
    case Place::Event:
        if (m_field)
            m_record.set(*m_field, text);
        return true;
    case Place::Tags:
        m_record.addTag(text);
        return true;
    case Place::Extension:
        m_record.addExtension(m_key, text);
        return true;
    case Place::AssetExtension:
        m_record.addAssetExtension(m_key, text);
        return true;
    case Place::List:
        return nonsenseInList();
    case Place::Metadata:
        if (m_key == "channel"_L1)
            m_assembler.setChannelName(text.trimmed().toString());
        else if (m_key == "timezone"_L1)
            m_assembler.setZone(text.trimmed().toString());
        return true;
    default:
        return true;
    }
}

bool ScheduleJsonReader::Null() { return scalar({}); }

bool ScheduleJsonReader::Bool(bool value) { return scalar(value ? u"true" : u"false"); }

bool ScheduleJsonReader::String(const char *text, unsigned length, bool)
{
    return scalar(decode(QByteArrayView(text, length)));
}

bool ScheduleJsonReader::RawNumber(const char *text, unsigned length, bool)
{
    const QStringView number = decode(QByteArrayView(text, length));
    const bool isDuration = here() == Place::Event && m_field && m_field->field == EventField::Duration;
    if (isDuration && number.contains(u'e', Qt::CaseInsensitive)) {
        bool ok = false; // parseDuration() knows no powers of ten
        const double seconds = number.toDouble(&ok);
        if (ok && std::abs(seconds) < 1e12)
            return scalar(QString::number(seconds, 'f', 3));
    }
    return scalar(number);
}

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/schedulejsonreader.h"

#include "core/formats/extension.h"

#include <QCoreApplication>

#include <array>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("Import", text); }

constexpr qsizetype longestKey = 400;

bool isSame(QByteArrayView key, QLatin1StringView name)
{
    return key.size() == name.size() && qstrnicmp(key.data(), key.size(), name.data(), name.size()) == 0;
}

bool isContainerKey(QByteArrayView key)
{
    static constexpr std::array names{"schedule"_L1, "events"_L1,  "items"_L1,   "event"_L1,
                                      "item"_L1,     "tvguide"_L1, "playlist"_L1};
    return std::any_of(names.begin(), names.end(),
                       [key](QLatin1StringView name) { return isSame(key, name); });
}

} // namespace

ScheduleJsonReader::ScheduleJsonReader(QIODevice &device, const ReadOptions &options, IdSource &ids,
                                       const Job &job)
    : m_options(options)
    , m_job(job)
    , m_json(device, options.label, job)
    , m_assembler(options, ids)
{
}

Result<ImportedSchedule> ScheduleJsonReader::read()
{
    for (;;) {
        const JsonTokens::Token token = m_json.next();
        if (token == JsonTokens::Token::End || token == JsonTokens::Token::Failed)
            return finish(token == JsonTokens::Token::End);
        if (!take(token))
            return finish(false);
    }
}

bool ScheduleJsonReader::take(JsonTokens::Token token)
{
    switch (token) {
    case JsonTokens::Token::Key:
        return key(m_json.text());
    case JsonTokens::Token::String:
        return scalar(utf8Of(m_json.text()));
    case JsonTokens::Token::Number:
        return number(m_json.text());
    case JsonTokens::Token::StartObject:
        return open(placeOfObject());
    case JsonTokens::Token::StartArray:
        return startArray();
    case JsonTokens::Token::True:
        return scalar("true");
    case JsonTokens::Token::False:
        return scalar("false");
    case JsonTokens::Token::Null:
        return scalar({});
    default:
        return end();
    }
}

Result<ImportedSchedule> ScheduleJsonReader::finish(bool isWhole)
{
    if (m_job.isCancelled())
        return fail(ErrorCode::Cancelled);
    if (m_error)
        return fail(*m_error);
    if (isWhole)
        return m_assembler.take();
    const Error error = m_json.failure(m_assembler.total());
    if (error.code != ErrorCode::NotWellFormed || !m_options.isPartial)
        return fail(error);
    m_assembler.warn(0, m_json.line(),
                     tr("The file is not well formed here (%1); the %2 events before were taken.")
                         .arg(error.args.value(3))
                         .arg(m_assembler.total()));
    return m_assembler.take();
}

bool ScheduleJsonReader::stop(Error error)
{
    m_error = std::move(error);
    return false;
}

/// As it is, or Windows-1252 made UTF-8; valid until the next call.
QByteArrayView ScheduleJsonReader::utf8Of(QByteArrayView text)
{
    if (isAscii(text) || text.isValidUtf8())
        return text;
    if (!m_hasWarnedOfText) {
        m_hasWarnedOfText = true;
        m_assembler.warn(0, m_json.line(), tr("A text is not UTF-8; such texts were read as Windows-1252."));
    }
    bool isUtf8 = false;
    m_converted = decodeText(text, isUtf8).toUtf8();
    return m_converted;
}

ScheduleJsonReader::Place ScheduleJsonReader::placeOfObject() const
{
    if (m_places.empty())
        return Place::Container;
    switch (here()) {
    case Place::Container:
        if (isSame(viewOf(m_key), "metadata"_L1))
            return Place::Metadata;
        return isContainerKey(viewOf(m_key)) ? Place::Container : Place::Ignored;
    case Place::List:
        return Place::Event;
    case Place::Event:
        return viewOf(m_key) == extensionKey ? Place::Extension : Place::Ignored;
    case Place::Extension:
        return m_key == "asset" ? Place::AssetExtension : Place::Ignored;
    default:
        return Place::Ignored;
    }
}

ScheduleJsonReader::Place ScheduleJsonReader::placeOfArray() const
{
    if (m_places.empty())
        return Place::List;
    if (here() == Place::Container)
        return isContainerKey(viewOf(m_key)) ? Place::List : Place::Ignored;
    if (here() == Place::Event && m_field && m_field->field == EventField::Tags)
        return Place::Tags;
    return Place::Ignored;
}

bool ScheduleJsonReader::open(Place place)
{
    if (place == Place::Event) {
        m_record.begin(m_json.line());
        m_keyPlace = 0;
    }
    m_places.push_back(place);
    return true;
}

bool ScheduleJsonReader::startArray()
{
    if (here() == Place::List && !nonsenseInList())
        return false;
    return open(placeOfArray());
}

bool ScheduleJsonReader::end()
{
    const Place place = here();
    m_places.pop_back();
    if (place != Place::Event)
        return true;
    const Status added = m_assembler.add(m_record);
    return added ? true : stop(added.error());
}

bool ScheduleJsonReader::nonsenseInList()
{
    const Status added = m_assembler.addNonsense(m_json.line());
    return added ? true : stop(added.error());
}

std::optional<EventFieldName> ScheduleJsonReader::fieldNamed(QByteArrayView key)
{
    KnownKey &known = m_knownKeys[m_keyPlace++ % m_knownKeys.size()];
    const std::string_view text(key.data(), static_cast<std::size_t>(key.size()));
    if (known.text == text)
        return known.field;
    const auto field = eventFieldNamed(key);
    if (field)
        known = {std::string(text), field};
    return field;
}

bool ScheduleJsonReader::key(QByteArrayView text)
{
    if (here() == Place::Event) {
        m_field = fieldNamed(text);
        if (m_field) {
            m_key.clear(); // an object that stands here belongs to this field, not to the key before
            return true;
        }
    }
    if (here() != Place::Ignored) {
        const QByteArrayView utf8 = utf8Of(text);
        m_key.assign(utf8.data(), static_cast<std::size_t>(std::min(utf8.size(), longestKey)));
    }
    return true;
}

bool ScheduleJsonReader::scalar(QByteArrayView utf8)
{
    switch (here()) {
    case Place::Event:
        if (m_field)
            m_record.set(*m_field, utf8);
        return true;
    case Place::Tags:
        m_record.addTag(utf8);
        return true;
    case Place::Extension:
        m_record.addExtension(fromUtf8(viewOf(m_key)), fromUtf8(utf8));
        return true;
    case Place::AssetExtension:
        m_record.addAssetExtension(fromUtf8(viewOf(m_key)), fromUtf8(utf8));
        return true;
    case Place::List:
        return nonsenseInList();
    case Place::Metadata:
        if (m_key == "channel")
            m_assembler.setChannelName(fromUtf8(trimmedUtf8(utf8)));
        else if (m_key == "timezone")
            m_assembler.setZone(fromUtf8(trimmedUtf8(utf8)));
        return true;
    default:
        return true;
    }
}

bool ScheduleJsonReader::number(QByteArrayView text)
{
    const bool isDuration = here() == Place::Event && m_field && m_field->field == EventField::Duration;
    if (isDuration && (text.contains('e') || text.contains('E'))) {
        bool ok = false; // parseDuration() knows no powers of ten
        const double seconds = text.toDouble(&ok);
        if (ok && std::abs(seconds) < 1e12)
            return scalar(QByteArray::number(seconds, 'f', 3));
    }
    return scalar(text);
}

} // namespace sf

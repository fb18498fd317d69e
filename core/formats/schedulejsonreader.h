// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/formats/eventassembler.h"
#include "core/formats/jsoninput.h"
#include "core/formats/registry.h"

#include <QByteArrayView>

#include <optional>
#include <vector>

namespace sf {

/// Reads ScheduleFlow JSON as a stream of tokens: a list of events at the top, or below "schedule", "events" or
/// "items" at the top level or nested in one another. The public functions are what RapidJSON's SAX reader calls;
/// they return false to stop it.
class ScheduleJsonReader
{
public:
    using Ch = char;

    ScheduleJsonReader(QIODevice &device, const ReadOptions &options, IdSource &ids, const Job &job);

    Result<ImportedSchedule> read();

    bool Null();
    bool Bool(bool value);
    bool RawNumber(const char *text, unsigned length, bool);
    bool String(const char *text, unsigned length, bool);
    bool Key(const char *text, unsigned length, bool);
    bool StartObject();
    bool EndObject(unsigned) { return end(); }
    bool StartArray();
    bool EndArray(unsigned) { return end(); }
    // Numbers come as texts; these are not called.
    bool Int(int) { return false; }
    bool Uint(unsigned) { return false; }
    bool Int64(std::int64_t) { return false; }
    bool Uint64(std::uint64_t) { return false; }
    bool Double(double) { return false; }

private:
    /// What an object or list that is open means.
    enum class Place : std::uint8_t {
        Container, ///< an object that holds the list, or another one that does
        List,
        Event,
        Tags,
        Extension,
        AssetExtension,
        Metadata,
        Ignored,
    };

    Place here() const { return m_places.empty() ? Place::Ignored : m_places.back(); }
    Place placeOfObject() const;
    Place placeOfArray() const;
    bool open(Place place);
    bool end();
    bool scalar(QStringView text);
    bool nonsenseInList();
    bool stop(Error error);
    QStringView decode(QByteArrayView text);
    Result<ImportedSchedule> finish(const char *reason);

    const ReadOptions &m_options;
    const Job &m_job;
    JsonInput m_input;
    EventAssembler m_assembler;
    EventRecord m_record;
    std::vector<Place> m_places;
    std::optional<EventFieldName> m_field; ///< of the key in an event that a value follows
    QString m_key;                         ///< elsewhere
    std::vector<char16_t> m_ascii;
    QString m_text;
    bool m_hasWarnedOfText = false;
    std::optional<Error> m_error;
};

} // namespace sf

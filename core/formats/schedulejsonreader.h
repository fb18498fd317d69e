// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/formats/eventassembler.h"
#include "core/formats/jsontokens.h"
#include "core/formats/registry.h"

#include <QByteArrayView>

#include <array>
#include <optional>
#include <vector>

namespace sf {

/// Reads ScheduleFlow JSON as a stream of tokens: a list of events at the top, or below "schedule", "events" or
/// "items" at the top level or nested in one another.
class ScheduleJsonReader
{
public:
    ScheduleJsonReader(QIODevice &device, const ReadOptions &options, IdSource &ids, const Job &job);

    Result<ImportedSchedule> read();

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

    /// A key of the event before, where this one has its next key: most often the same.
    struct KnownKey
    {
        std::string text;
        std::optional<EventFieldName> field;
    };

    Place here() const { return m_places.empty() ? Place::Ignored : m_places.back(); }
    Place placeOfObject() const;
    Place placeOfArray() const;
    // These return false to stop reading.
    bool take(JsonTokens::Token token);
    bool open(Place place);
    bool startArray();
    bool end();
    bool key(QByteArrayView text);
    bool scalar(QByteArrayView utf8);
    bool number(QByteArrayView text);
    bool nonsenseInList();
    bool stop(Error error);
    QByteArrayView utf8Of(QByteArrayView text);
    std::optional<EventFieldName> fieldNamed(QByteArrayView key);
    Result<ImportedSchedule> finish(bool isWhole);

    const ReadOptions &m_options;
    const Job &m_job;
    JsonTokens m_json;
    EventAssembler m_assembler;
    EventRecord m_record;
    std::vector<Place> m_places;
    std::optional<EventFieldName> m_field; ///< of the key in an event that a value follows
    std::array<KnownKey, 16> m_knownKeys;  ///< by their place in an event
    std::size_t m_keyPlace = 0;
    std::string m_key; ///< elsewhere, UTF-8
    QByteArray m_converted;
    bool m_hasWarnedOfText = false;
    std::optional<Error> m_error;
};

} // namespace sf

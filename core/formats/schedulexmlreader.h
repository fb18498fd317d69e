// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/formats/eventassembler.h"
#include "core/formats/inputguard.h"
#include "core/formats/registry.h"

#include <QXmlStreamReader>

#include <optional>

namespace sf {

/// Whether this is the name of a root that ScheduleFlow XML may have.
bool isScheduleRoot(QStringView name, QStringView namespaceUri);

/// Reads ScheduleFlow XML: `event` or `item` at any depth below the root, their fields as elements or attributes.
class ScheduleXmlReader
{
public:
    ScheduleXmlReader(QIODevice &device, const ReadOptions &options, IdSource &ids, const Job &job);

    Result<ImportedSchedule> read();

private:
    Status readToken();
    Status startElement();
    void startField();
    Status endElement();
    void beginEvent();
    void addText();
    Result<ImportedSchedule> finish();
    Error inputError() const;
    Error limitError(const char *what) const;

    const ReadOptions &m_options;
    const Job &m_job;
    InputGuard m_input;
    QXmlStreamReader m_xml;
    EventAssembler m_assembler;
    EventRecord m_record;
    int m_depth = 0;
    int m_eventDepth = 0;    ///< of the event that is open; 0: none
    int m_metadataDepth = 0; ///< as m_eventDepth
    std::optional<EventFieldName> m_field;
    bool m_isTag = false;
    bool m_gathersText = false;
    QString m_text;
    QString m_metadataName;
};

} // namespace sf

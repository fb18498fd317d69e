// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/schedulexmlreader.h"

#include "core/formats/extension.h"
#include "core/formats/limits.h"
#include "core/formats/xmlinput.h"

#include <QCoreApplication>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("Import", text); }

bool isNamed(QStringView name, QLatin1StringView wanted)
{
    return name.size() == wanted.size() && name.compare(wanted, Qt::CaseInsensitive) == 0;
}

} // namespace

bool isScheduleRoot(QStringView name, QStringView namespaceUri)
{
    if (namespaceUri.contains("xspf.org"_L1))
        return false; // its root is a playlist too
    return isNamed(name, "schedule"_L1) || isNamed(name, "tvguide"_L1) || isNamed(name, "playlist"_L1);
}

ScheduleXmlReader::ScheduleXmlReader(QIODevice &device, const ReadOptions &options, IdSource &ids,
                                     const Job &job)
    : m_options(options)
    , m_job(job)
    , m_input(device, job)
    , m_xml(&m_input)
    , m_assembler(options, ids)
{
    m_xml.setEntityExpansionLimit(limits::entityExpansion);
}

Error ScheduleXmlReader::limitError(const char *what) const
{
    return {ErrorCode::LimitExceeded, {m_options.label, QString::number(m_xml.lineNumber()), tr(what)}, {}};
}

Result<ImportedSchedule> ScheduleXmlReader::read()
{
    while (!m_xml.atEnd()) {
        m_xml.readNext();
        m_input.tokenEnded();
        if (m_xml.hasError())
            break;
        if (const Status status = readToken(); !status)
            return fail(status.error());
    }
    return finish();
}

Status ScheduleXmlReader::readToken()
{
    switch (m_xml.tokenType()) {
    case QXmlStreamReader::DTD:
        if (!m_xml.entityDeclarations().isEmpty())
            return fail(ErrorCode::ForbiddenEntities, {m_options.label, QString::number(m_xml.lineNumber())});
        return {};
    case QXmlStreamReader::StartElement:
        return startElement();
    case QXmlStreamReader::EndElement:
        return endElement();
    case QXmlStreamReader::Characters:
        if (m_gathersText)
            addText();
        return {};
    default:
        return {};
    }
}

Status ScheduleXmlReader::startElement()
{
    if (++m_depth > limits::depth)
        return fail(limitError("elements are nested more than 64 deep"));
    const QStringView name = m_xml.name();
    if (m_depth == 1 && !isScheduleRoot(name, m_xml.namespaceUri())) {
        const QString roots = u"ScheduleFlow XML (schedule, tvguide, playlist)"_s;
        return fail(ErrorCode::UnknownFormat, {m_options.label, roots});
    }
    if (m_eventDepth > 0) {
        startField();
    } else if (m_depth > 1 && (isNamed(name, "event"_L1) || isNamed(name, "item"_L1))) {
        beginEvent();
    } else if (m_metadataDepth == 0 && isNamed(name, "metadata"_L1)) {
        m_metadataDepth = m_depth;
    } else if (m_metadataDepth > 0 && m_depth == m_metadataDepth + 1) {
        m_metadataName = name.toString();
        m_text.resize(0);
        m_gathersText = true;
    }
    return {};
}

void ScheduleXmlReader::beginEvent()
{
    m_eventDepth = m_depth;
    m_record.begin(m_xml.lineNumber());
    const QXmlStreamAttributes attributes = m_xml.attributes();
    for (const QXmlStreamAttribute &attribute : attributes) {
        if (const auto field = eventFieldNamed(attribute.name()))
            m_record.set(*field, attribute.value());
    }
}

/// An element inside an event.
void ScheduleXmlReader::startField()
{
    const QStringView name = m_xml.name();
    const bool isChild = m_depth == m_eventDepth + 1;
    m_text.resize(0);
    m_isTag = isNamed(name, "tag"_L1) && m_depth <= m_eventDepth + 2;
    m_field = isChild ? eventFieldNamed(name) : std::nullopt;
    m_gathersText = m_isTag || m_field.has_value();
    if (!isChild || m_xml.namespaceUri() != extensionNamespace)
        return;
    m_field.reset();
    m_gathersText = false;
    const bool isAsset = name == "asset"_L1;
    if (!isAsset && name != "ext"_L1)
        return;
    const QXmlStreamAttributes attributes = m_xml.attributes();
    for (const QXmlStreamAttribute &attribute : attributes) {
        if (isAsset)
            m_record.addAssetExtension(attribute.name().toString(), attribute.value().toString());
        else
            m_record.addExtension(attribute.name().toString(), attribute.value().toString());
    }
}

void ScheduleXmlReader::addText()
{
    if (m_text.size() <= limits::textLength)
        m_text += m_xml.text();
    else
        m_record.setTooLarge();
}

Status ScheduleXmlReader::endElement()
{
    const int depth = m_depth--;
    if (m_gathersText && m_eventDepth > 0) {
        if (m_isTag)
            m_record.addTag(m_text);
        else if (m_field)
            m_record.set(*m_field, m_text);
    } else if (m_gathersText && m_metadataDepth > 0) {
        if (isNamed(m_metadataName, "channel"_L1))
            m_assembler.setChannelName(m_text.trimmed());
        else if (isNamed(m_metadataName, "timezone"_L1))
            m_assembler.setZone(m_text.trimmed());
    }
    m_gathersText = false;
    m_isTag = false;
    m_field.reset();
    if (depth == m_metadataDepth)
        m_metadataDepth = 0;
    if (depth != m_eventDepth)
        return {};
    m_eventDepth = 0;
    return m_assembler.add(m_record);
}

Error ScheduleXmlReader::inputError() const
{
    if (m_input.isCancelled())
        return {ErrorCode::Cancelled, {}, {}};
    if (m_input.isTooLarge())
        return limitError("one tag or text is longer than 128 KiB, or the file than 4 GiB");
    if (m_input.failure())
        return {ErrorCode::FileNotReadable, {m_options.label, *m_input.failure()}, {}};
    return {ErrorCode::NotWellFormed,
            {m_options.label, QString::number(m_xml.lineNumber()), QString::number(m_xml.columnNumber()),
             faultOf(m_xml), QString::number(m_assembler.total())},
            {}};
}

Result<ImportedSchedule> ScheduleXmlReader::finish()
{
    if (m_job.isCancelled())
        return fail(ErrorCode::Cancelled);
    if (m_xml.hasError()) {
        const Error error = inputError();
        if (!m_options.isPartial || error.code != ErrorCode::NotWellFormed)
            return fail(error);
        m_assembler.warn(0, m_xml.lineNumber(),
                         tr("The file is not well formed here (%1); the %2 events before were taken.")
                             .arg(faultOf(m_xml))
                             .arg(m_assembler.total()));
    }
    return m_assembler.take();
}

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/xmlinput.h"

#include "core/formats/limits.h"

#include <QCoreApplication>

namespace sf {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("Import", text); }

} // namespace

XmlRoot xmlRootOf(QByteArrayView head)
{
    XmlRoot root;
    root.isXml = head.startsWith('<') && !head.startsWith("<<<<<<<");
    if (!root.isXml)
        return root;
    QXmlStreamReader xml(QString::fromUtf8(head));
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement) {
            root.name = xml.name().toString();
            root.space = xml.namespaceUri().toString();
            return root;
        }
    }
    root.isXml = xml.error() == QXmlStreamReader::PrematureEndOfDocumentError;
    return root;
}

QString faultOf(const QXmlStreamReader &xml)
{
    QString fault = xml.errorString();
    while (fault.endsWith(u'.'))
        fault.chop(1);
    return fault;
}

XmlInput::XmlInput(QIODevice &device, const ReadOptions &options, const Job &job)
    : m_options(options)
    , m_input(device, job)
    , m_xml(&m_input)
{
    m_xml.setEntityExpansionLimit(limits::entityExpansion);
}

bool XmlInput::limit(const char *what)
{
    m_error = Error{ErrorCode::LimitExceeded, {m_options.label, QString::number(line()), tr(what)}, {}};
    return false;
}

void XmlInput::stop(Error error) { m_error = std::move(error); }

bool XmlInput::next()
{
    m_text.resize(0);
    m_depth -= m_hasEnded ? 1 : 0;
    m_hasEnded = false;
    while (!m_error && !m_xml.atEnd()) {
        const auto token = m_xml.readNext();
        m_input.tokenEnded();
        switch (token) {
        case QXmlStreamReader::StartElement:
            m_isStart = true;
            return ++m_depth > limits::depth ? limit("elements are nested more than 64 deep") : true;
        case QXmlStreamReader::EndElement:
            m_isStart = false;
            m_hasEnded = true;
            return true;
        case QXmlStreamReader::Characters:
            if (m_text.size() > limits::textLength)
                return limit("a text is longer than 32,768 characters");
            m_text += m_xml.text();
            break;
        case QXmlStreamReader::DTD:
            if (!m_xml.entityDeclarations().isEmpty())
                m_error = Error{ErrorCode::ForbiddenEntities, {m_options.label, QString::number(line())}, {}};
            break;
        default:
            break;
        }
    }
    return false;
}

Status XmlInput::finish(std::int64_t complete, std::vector<ImportRemark> &warnings)
{
    if (m_input.isCancelled())
        return fail(ErrorCode::Cancelled);
    if (m_error)
        return fail(*m_error);
    if (m_input.isTooLarge()) {
        limit("one tag or text is longer than 128 KiB, or the file than 4 GiB");
        return fail(*m_error);
    }
    if (m_input.failure())
        return fail(ErrorCode::FileNotReadable, {m_options.label, *m_input.failure()});
    if (!m_xml.hasError())
        return {};
    if (!m_options.isPartial) {
        return fail(ErrorCode::NotWellFormed,
                    {m_options.label, QString::number(line()), QString::number(m_xml.columnNumber()),
                     faultOf(m_xml), QString::number(complete)});
    }
    const QString text = tr("The file is not well formed here (%1); the %2 events before were taken.");
    warnings.push_back({0, line(), {}, text.arg(faultOf(m_xml)).arg(complete)});
    return {};
}

} // namespace sf

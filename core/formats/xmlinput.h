// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/formats/inputguard.h"
#include "core/formats/registry.h"

#include <QXmlStreamReader>

#include <optional>

namespace sf {

/// The root of an XML file, as far as its head tells.
struct XmlRoot
{
    bool isXml = false; ///< it begins like XML
    QString name;       ///< without prefix; empty where the head does not reach the root
    QString space;      ///< its namespace
};
XmlRoot xmlRootOf(QByteArrayView head);

/// What is not well formed, as a part of a sentence: without the full stop that some of them have.
QString faultOf(const QXmlStreamReader &xml);

/// XML from outside, a tag at a time, inside the limits: depth, size of a tag or text, no entities of its own. Names
/// are without prefix.
class XmlInput
{
public:
    XmlInput(QIODevice &device, const ReadOptions &options, const Job &job);

    /// Goes to the next tag; false at the end, and where it can't go on: see finish().
    bool next();
    bool isStart() const { return m_isStart; }
    QStringView name() const { return m_xml.name(); }
    bool is(QLatin1StringView name) const { return m_xml.name() == name; }
    /// Of the tag that starts; empty where it has none of that name.
    QString attribute(QLatin1StringView name) const { return m_xml.attributes().value(name).toString(); }
    /// What stands between the tag before and this one, which for an element without children is its text.
    const QString &text() const { return m_text; }
    /// Elements that are open, the one that starts or ends included: the root has 1.
    int depth() const { return m_depth; }
    /// Where the parser is, from 1.
    std::int64_t line() const { return m_xml.lineNumber(); }

    /// Ends reading with this error.
    void stop(Error error);

    /// How it ended: success at the end of the file; else NotWellFormed (its last argument is `complete`),
    /// LimitExceeded, ForbiddenEntities, FileNotReadable, Cancelled or what stop() was given. Where the options want
    /// what stands before a fault, NotWellFormed becomes a warning.
    Status finish(std::int64_t complete, std::vector<ImportRemark> &warnings);

private:
    bool limit(const char *what);

    const ReadOptions &m_options;
    InputGuard m_input;
    QXmlStreamReader m_xml;
    QString m_text;
    int m_depth = 0;
    bool m_isStart = false;
    bool m_hasEnded = false; ///< the element that ended last is closed on the next step
    std::optional<Error> m_error;
};

} // namespace sf

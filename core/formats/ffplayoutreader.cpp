// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/formats/ffplayoutreader.h"

#include "core/formats/ffplayoutwriter.h"
#include "core/formats/jsontokens.h"
#include "core/formats/localtimes.h"
#include "core/formats/playlistbuilder.h"
#include "core/formats/schedulebuilder.h"

#include <QCoreApplication>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

using Token = JsonTokens::Token;

QString tr(const char *text) { return QCoreApplication::translate("Import", text); }

/// One item of "program".
struct DayItem
{
    ImportedItem item;
    Micros in{0};
    Micros out{0};
    Micros duration{0};
    bool isNumber = true; ///< its times were
};

class DayReader
{
public:
    DayReader(QIODevice &device, const ReadOptions &options, IdSource &ids, const Job &job)
        : m_options(options)
        , m_times(options)
        , m_json(device, options.label, job)
        , m_builder(options, ids)
    {
    }

    Result<ImportedSchedule> read()
    {
        Token token = Token::Null;
        while ((token = m_json.next()) != Token::End && token != Token::Failed) {
            if (const Status taken = take(token); !taken)
                return fail(taken.error());
        }
        if (token == Token::Failed) {
            const Error error = m_json.failure(m_builder.total());
            if (error.code != ErrorCode::NotWellFormed || !m_options.isPartial)
                return fail(error);
            m_builder.warn(m_json.line(),
                           tr("The file is not well formed here (%1); the %2 events before were taken.")
                               .arg(error.args.value(3))
                               .arg(m_builder.total()));
        }
        if (!m_date && m_items.empty())
            return fail(ErrorCode::UnknownFormat, {m_options.label, u"ffplayout day files"_s});
        if (const Status placed = place(); !placed)
            return fail(placed.error());
        m_builder.schedule().assumedZone = m_times.clock().zoneName();
        return m_builder.take();
    }

private:
    Status take(Token token)
    {
        switch (token) {
        case Token::Key:
            m_key = QString::fromUtf8(m_json.text().first(std::min(m_json.text().size(), qsizetype(40))));
            return {};
        case Token::StartArray:
            if (m_json.depth() == 2)
                m_isProgram = m_key == "program"_L1;
            return {};
        case Token::StartObject:
            if (m_json.depth() == 3 && m_isProgram) {
                m_item = DayItem();
                m_item.item.line = m_json.line();
            }
            return {};
        case Token::EndObject:
            return m_json.depth() == 2 && m_isProgram ? addItem() : Status();
        case Token::EndArray:
            m_isProgram = m_isProgram && m_json.depth() >= 2;
            return {};
        case Token::String:
        case Token::Number:
            scalar(token == Token::Number);
            return {};
        default:
            return {};
        }
    }

    void scalar(bool isNumber)
    {
        const QByteArrayView bytes = m_json.text();
        if (m_json.depth() == 1) {
            bool isUtf8 = true;
            const QString text = decodeText(bytes, isUtf8).left(1000);
            if (m_key == "date"_L1)
                m_date = QDate::fromString(text, Qt::ISODate);
            else if (m_key == "channel"_L1 && !isNumber)
                m_builder.schedule().channelName = text;
            return;
        }
        if (m_json.depth() != 3 || !m_isProgram)
            return;
        bool isUtf8 = true;
        if (m_key == "source"_L1)
            m_item.item.url = decodeText(bytes, isUtf8);
        else if (m_key == "title"_L1)
            m_item.item.title = decodeText(bytes, isUtf8);
        else if (m_key == "category"_L1)
            m_item.item.category = decodeText(bytes, isUtf8);
        else if (m_key == "in"_L1)
            seconds(m_item.in, isNumber);
        else if (m_key == "out"_L1)
            seconds(m_item.out, isNumber);
        else if (m_key == "duration"_L1)
            seconds(m_item.duration, isNumber);
    }

    void seconds(Micros &value, bool isNumber)
    {
        value = secondsFrom(m_json.text());
        m_item.isNumber = m_item.isNumber && isNumber;
    }

    Status addItem()
    {
        if (static_cast<qint64>(m_items.size()) >= limits::items) {
            return fail(ErrorCode::LimitExceeded, {m_options.label, QString::number(m_json.line()),
                                                   tr("it has more than 5,000,000 events")});
        }
        m_items.push_back(std::move(m_item));
        return {};
    }

    /// The date may stand behind the items, so they wait for it.
    Status place()
    {
        const std::optional<QDate> date = m_date && m_date->isValid() ? m_date : m_options.date;
        if (!date)
            return fail(ErrorCode::DateNeeded, {m_options.label});
        constexpr Micros longest = std::chrono::hours(24 * 366 * 300); // then it is out of every range
        const TimePoint at = m_times.clock().broadcastDay(*date).start;
        Micros exact{0};
        for (DayItem &day : m_items) {
            const Micros length = day.out - day.in;
            ImportedItem &item = day.item;
            item.start = at + std::chrono::round<Millis>(exact);
            if (!day.isNumber)
                item.fault = Error{ErrorCode::BadTime, {u"in, out, duration"_s}, {}};
            else if (length > Micros::zero())
                exact = std::min(exact + length, longest);
            item.end = at + std::chrono::round<Millis>(exact);
            item.mediaIn = day.in;
            item.mediaLength = day.duration;
            if (item.category == ffplayoutGapCategory)
                continue;
            if (const Status added = m_builder.add(std::move(item)); !added)
                return added;
        }
        return {};
    }

    const ReadOptions &m_options;
    LocalTimes m_times;
    JsonTokens m_json;
    ScheduleBuilder m_builder;
    QString m_key;
    bool m_isProgram = false;
    std::optional<QDate> m_date;
    DayItem m_item;
    std::vector<DayItem> m_items;
};

} // namespace

Result<ImportedSchedule> readFfplayout(QIODevice &device, const ReadOptions &options, IdSource &ids,
                                       const Job &job)
{
    return DayReader(device, options, ids, job).read();
}

} // namespace sf

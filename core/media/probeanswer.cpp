// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "core/media/probeanswer.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

constexpr int protocolVersion = 1;
constexpr std::int64_t longestDurationUs = Micros(std::chrono::hours(10'000)).count();

constexpr std::array reasons{
    ErrorCode::FileNotReadable, ErrorCode::MediaMissing,    ErrorCode::MediaNotRegularFile,
    ErrorCode::MediaEmpty,      ErrorCode::MediaUnreadable, ErrorCode::MediaNoDuration,
    ErrorCode::MediaNoStreams,  ErrorCode::MediaTruncated,  ErrorCode::MediaNotMedia,
    ErrorCode::MediaIsPlaylist, ErrorCode::MediaTimedOut,
};

std::optional<QJsonObject> parseObject(const QByteArray &line)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(line, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return std::nullopt;
    return document.object();
}

std::optional<ErrorCode> reasonNamed(const QString &name)
{
    for (const ErrorCode code : reasons) {
        if (name == codeName(code))
            return code;
    }
    return std::nullopt;
}

/// None where it is no whole number from 0 on that fits.
template <class Int>
bool readCount(const QJsonObject &object, QLatin1StringView key, Int &value,
               std::int64_t largest = std::numeric_limits<Int>::max())
{
    const QJsonValue field = object.value(key);
    if (field.isUndefined())
        return true;
    const qint64 read = field.toInteger(-1);
    value = static_cast<Int>(read);
    return read >= 0 && read <= largest;
}

bool readTechnical(const QJsonObject &object, TechnicalInfo &technical)
{
    technical.container = object.value("container"_L1).toString();
    technical.videoCodec = object.value("videoCodec"_L1).toString();
    technical.audioCodec = object.value("audioCodec"_L1).toString();
    technical.modifiedMs = object.value("modifiedMs"_L1).toInteger(); // negative before 1970
    return readCount(object, "bytes"_L1, technical.fileBytes) &&
           readCount(object, "width"_L1, technical.width) &&
           readCount(object, "height"_L1, technical.height) &&
           readCount(object, "frameRateNumerator"_L1, technical.frameRateNumerator) &&
           readCount(object, "frameRateDenominator"_L1, technical.frameRateDenominator) &&
           readCount(object, "audioChannels"_L1, technical.audioChannels) &&
           readCount(object, "sampleRate"_L1, technical.sampleRate);
}

QStringList argumentsOf(ErrorCode code, const QJsonObject &object, Millis deadline)
{
    const QString argument = object.value("argument"_L1).toString();
    if (code == ErrorCode::MediaTimedOut)
        return {QString::number(static_cast<double>(deadline.count()) / 1000)};
    if (code == ErrorCode::FileNotReadable)
        return {QString(), argument}; // the path is the pool's
    return argument.isEmpty() ? QStringList() : QStringList{argument};
}

} // namespace

std::optional<ProbeAnswer> parseProbeAnswer(const QByteArray &line, Millis deadline)
{
    const auto object = parseObject(line);
    ProbeAnswer answer;
    if (!object || !readCount(*object, "n"_L1, answer.number) || answer.number == 0)
        return std::nullopt;
    ProbeReport &report = answer.report;
    std::int64_t durationUs = 0;
    if (!readTechnical(*object, report.technical) ||
        !readCount(*object, "durationUs"_L1, durationUs, longestDurationUs))
        return std::nullopt;
    const QString reason = object->value("reason"_L1).toString();
    if (!reason.isEmpty()) {
        const auto code = reasonNamed(reason);
        if (!code)
            return std::nullopt;
        report.status = *code == ErrorCode::MediaMissing ? AssetStatus::Missing : AssetStatus::Unreadable;
        report.reason =
            Error{*code, argumentsOf(*code, *object, deadline), object->value("detail"_L1).toString()};
        return answer;
    }
    if (durationUs == 0 || report.technical.fileBytes == 0)
        return std::nullopt;
    report.status = AssetStatus::Ready;
    report.duration = Micros(durationUs);
    report.mediaStart = Micros(object->value("startUs"_L1).toInteger());
    report.title = object->value("title"_L1).toString().simplified();
    return answer;
}

std::optional<QString> parseProbeHello(const QByteArray &line)
{
    const auto object = parseObject(line);
    if (!object || object->value("program"_L1).toString() != "scheduleflow-probe"_L1 ||
        object->value("protocol"_L1).toInt() != protocolVersion)
        return std::nullopt;
    return object->value("ffmpeg"_L1).toString();
}

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

/// Runs the real program on a station of its own, as a script would.
class CliRunner
{
public:
    struct Answer
    {
        int exitCode = -1;
        QJsonObject json;
        QByteArray out;
        QByteArray errors;

        QString errorCode() const
        {
            return json[QLatin1StringView("error")].toObject()[QLatin1StringView("code")].toString();
        }
        qint64 number(const char *key) const { return json[QLatin1StringView(key)].toInteger(-1); }
        QJsonArray list(const char *key) const { return json[QLatin1StringView(key)].toArray(); }
    };

    QString path(const QString &name) const { return m_dir.filePath(name); }
    QString station() const { return path(QStringLiteral("station.scheduleflow")); }

    QString write(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("the fixture %s could not be written", qPrintable(name));
        return file.fileName();
    }
    QByteArray read(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QStringList arguments(const QStringList &command) const
    {
        return QStringList{QStringLiteral("--station"), station(), QStringLiteral("--json")} + command;
    }
    static QString program() { return QStringLiteral(SF_CLI); }

    Answer run(const QStringList &command, const QByteArray &input = {}) const
    {
        QProcess process;
        process.start(program(), arguments(command));
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(120'000))
            qFatal("scheduleflow-cli did not end");
        return answerOf(process);
    }
    static Answer answerOf(QProcess &process)
    {
        Answer answer;
        answer.exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
        answer.out = process.readAllStandardOutput();
        answer.errors = process.readAllStandardError();
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(answer.out, &error);
        if (error.error == QJsonParseError::NoError)
            answer.json = document.object();
        return answer;
    }

private:
    QTemporaryDir m_dir;
};

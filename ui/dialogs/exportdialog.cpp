// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/exportdialog.h"

#include "ui/dialogs/cronlinedialog.h"
#include "ui/dialogs/exportchoices.h"
#include "ui/dialogs/exportoutline.h"
#include "ui/dialogs/outlineview.h"
#include "ui/session/stationeditor.h"
#include "ui/theme/theme.h"

#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

namespace sf {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto exportPause = 250ms;

/// What several exports came to.
struct Sum
{
    ExportReport report; ///< events and entries alone
    QString emptyDays;
    RoundTrip trip;
    int written = 0;
    int failed = 0;
    int unrecorded = 0;
};

ExportReport countsOf(const std::vector<ExportReport> &reports)
{
    ExportReport all;
    for (const ExportReport &report : reports) {
        all.events += report.events;
        all.continued += report.continued;
        all.bytes += report.bytes;
    }
    return all;
}

Sum sumOf(const std::vector<ExportTaskOutcome> &outcomes)
{
    Sum sum;
    QStringList channels;
    std::vector<ExportReport> reports;
    for (const ExportTaskOutcome &outcome : outcomes) {
        if (outcome.failure) {
            ++sum.failed;
            continue;
        }
        sum.written += static_cast<int>(outcome.written.files.size());
        sum.unrecorded += outcome.notRecorded ? 1 : 0;
        channels << outcome.task.channel;
        reports.push_back(outcome.written.report);
        sum.trip.add(outcome.written.roundTrip);
    }
    sum.report = countsOf(reports);
    sum.emptyDays = emptyDaysText(reports, channels);
    return sum;
}

/// In full: the list below is cut where it is wide.
QStringList failuresOf(const std::vector<ExportTaskOutcome> &outcomes)
{
    constexpr qsizetype most = 3;
    QStringList told;
    for (const ExportTaskOutcome &outcome : outcomes) {
        if (told.size() >= most)
            break;
        if (outcome.failure)
            told << u"%1: %2"_s.arg(outcome.task.channel, sentence(*outcome.failure));
        else if (outcome.notRecorded)
            told << u"%1: %2"_s.arg(outcome.task.channel, unrecordedText(*outcome.notRecorded));
    }
    return told;
}

} // namespace

ExportDialog::ExportDialog(StationEditor &editor, TimeRange range, QWidget *parent)
    : QDialog(parent)
    , m_editor(editor)
    , m_pages(new QStackedWidget(this))
    , m_choicePage(new QWidget(m_pages))
    , m_choices(new ExportChoices(editor, range, m_choicePage))
    , m_summary(new QLabel(m_choicePage))
    , m_losses(new OutlineView(tr("What the format can't carry"), m_choicePage))
    , m_resultPage(new QWidget(m_pages))
    , m_resultSign(new QLabel(m_resultPage))
    , m_resultHeading(new QLabel(m_resultPage))
    , m_result(new QLabel(m_resultPage))
    , m_results(new OutlineView(tr("What was written"), m_resultPage))
    , m_cron(new QPushButton(tr("Every night…")))
    , m_open(new QPushButton(tr("Open folder")))
    , m_export(new QPushButton(tr("Export")))
    , m_close(new QPushButton(tr("Cancel")))
{
    build();
    m_delay.setSingleShot(true);
    m_delay.setInterval(exportPause);
    connect(&m_delay, &QTimer::timeout, this, &ExportDialog::tryOut);
    connect(m_choices, &ExportChoices::changed, this, &ExportDialog::followChoices);
    tryOut();
}

ExportDialog::~ExportDialog()
{
    if (m_job)
        m_job->cancel();
}

void ExportDialog::build()
{
    setWindowTitle(tr("Export"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(720, 600);
    buildChoicePage();
    buildResultPage();
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(m_cron, QDialogButtonBox::ActionRole);
    buttons->addButton(m_open, QDialogButtonBox::ActionRole);
    buttons->addButton(m_close, QDialogButtonBox::RejectRole);
    buttons->addButton(m_export, QDialogButtonBox::AcceptRole);
    m_cron->setToolTip(tr("The line for cron that exports the same every night"));
    m_cron->setAutoDefault(false);
    m_open->setAutoDefault(false);
    m_export->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::large, space::large, space::large, space::large);
    layout->setSpacing(space::medium);
    layout->addWidget(m_pages, 1);
    layout->addWidget(buttons);
    m_open->hide();
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ExportDialog::reject);
    connect(m_cron, &QPushButton::clicked, this, &ExportDialog::showCron);
    connect(m_open, &QPushButton::clicked, this, &ExportDialog::openFolder);
}

void ExportDialog::buildChoicePage()
{
    auto *heading = new QLabel(tr("Export the plan"), m_choicePage);
    heading->setProperty("tone", u"heading"_s);
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    auto *layout = new QVBoxLayout(m_choicePage);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::medium);
    layout->addWidget(heading);
    layout->addWidget(m_choices);
    layout->addWidget(m_summary);
    layout->addWidget(m_losses, 1);
    layout->addStretch(0);
    m_pages->addWidget(m_choicePage);
}

void ExportDialog::buildResultPage()
{
    m_resultHeading->setProperty("tone", u"heading"_s);
    m_result->setWordWrap(true);
    m_result->setTextFormat(Qt::PlainText);
    m_result->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::small);
    head->addWidget(m_resultSign);
    head->addWidget(m_resultHeading, 1);
    auto *layout = new QVBoxLayout(m_resultPage);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::medium);
    layout->addLayout(head);
    layout->addWidget(m_result);
    layout->addWidget(m_results, 1);
    m_pages->addWidget(m_resultPage);
}

bool ExportDialog::isDone() const { return m_hasWritten; }

QString ExportDialog::summary() const { return m_hasWritten ? m_result->text() : m_summary->text(); }

void ExportDialog::setPath(const QString &path) { m_choices->setPath(path); }

void ExportDialog::setFormat(const QString &id) { m_choices->setFormat(id); }

void ExportDialog::followChoices()
{
    if (m_job)
        m_job->cancel();
    m_job.reset();
    m_delay.start();
}

void ExportDialog::tryOut()
{
    m_delay.stop();
    if (m_job)
        m_job->cancel();
    m_job.reset();
    auto tasks = m_choices->tasks();
    m_export->setEnabled(tasks.has_value());
    m_cron->setEnabled(tasks.has_value());
    if (!tasks) {
        m_losses->hide();
        m_summary->setText(tasks.error().code == ErrorCode::NoChannel ? tr("Choose at least one channel.")
                                                                      : sentence(tasks.error()));
        return;
    }
    QStringList channels;
    for (const ExportTask &task : *tasks)
        channels << task.channel;
    auto current = std::make_shared<std::shared_ptr<Job>>();
    m_job = m_editor.jobs().runQuietly<std::vector<ExportReport>>(
        this,
        [station = m_editor.station(), tasks = std::move(*tasks)](Job &job) {
            return previewExports(station, tasks, job);
        },
        [this, current, channels](Result<std::vector<ExportReport>> reports) {
            if (m_job == *current)
                showTrial(reports, channels);
        });
    *current = m_job;
}

void ExportDialog::showTrial(const Result<std::vector<ExportReport>> &reports, const QStringList &channels)
{
    m_job.reset();
    if (!reports) {
        m_summary->setText(sentence(reports.error()));
        m_losses->hide();
        m_export->setEnabled(false);
        return;
    }
    const ExportReport all = countsOf(*reports);
    auto losses = lossOutline(*reports, m_editor.station(), m_editor.clock());
    QStringList lines{tr("%1, %2.").arg(eventCountText(all), QLocale().formattedDataSize(all.bytes)) + u' ' +
                      (losses.empty() ? tr("Nothing is lost.") : tr("This is not as it is in the plan:"))};
    if (const QString empty = emptyDaysText(*reports, channels); !empty.isEmpty())
        lines.prepend(empty);
    m_summary->setText(lines.join(u'\n'));
    m_losses->setVisible(!losses.empty());
    m_losses->setGroups(std::move(losses));
    m_export->setText(tr("Export %n event(s)", nullptr, static_cast<int>(all.planEvents())));
    m_export->setDefault(true); // a disabled one gives that away
}

void ExportDialog::accept()
{
    const auto tasks = m_choices->tasks();
    if (m_hasWritten || !tasks || !m_editor.document())
        return;
    if (m_job)
        m_job->cancel();
    m_delay.stop();
    m_choices->setEnabled(false);
    m_export->setEnabled(false);
    m_summary->setText(tr("Writing…"));
    const QString first = tasks->front().request.path;
    m_folder = m_choices->folder();
    m_job = m_editor.jobs().run<std::vector<ExportTaskOutcome>>(
        tr("Exporting %1").arg(QFileInfo(first).fileName()), this,
        [station = m_editor.station(), location = m_editor.document()->location(),
         commit = m_editor.document()->savedCommit(),
         tasks = *tasks](Job &job) { return runExports(station, location, commit, tasks, job); },
        [this](Result<std::vector<ExportTaskOutcome>> outcomes) { return finish(outcomes); });
}

JobOutcome ExportDialog::finish(const Result<std::vector<ExportTaskOutcome>> &outcomes)
{
    m_job.reset();
    m_choices->setEnabled(true);
    m_export->setEnabled(true);
    m_export->setDefault(true); // a disabled one gives that away
    // Where nothing was written the choices stay, to choose another place.
    const std::optional<Error> failure = !outcomes               ? std::optional(outcomes.error())
                                         : outcomes->size() == 1 ? outcomes->front().failure
                                                                 : std::nullopt;
    if (failure) {
        m_summary->setText(sentence(*failure));
        return {sentence(*failure), false};
    }
    m_choices->remember();
    showWritten(outcomes);
    const Sum sum = sumOf(*outcomes);
    const QString outcome = tr("%n event(s) exported.", nullptr, static_cast<int>(sum.report.planEvents())) +
                            u' ' + proofText(sum.trip);
    Q_EMIT exported(outcome);
    return {outcome, sum.failed == 0 && (!sum.trip.hasReader || sum.trip.isProved())};
}

void ExportDialog::showWritten(const Result<std::vector<ExportTaskOutcome>> &outcomes)
{
    m_hasWritten = true;
    const Sum sum = sumOf(*outcomes);
    const bool isProved = !sum.trip.hasReader || sum.trip.isProved();
    const bool isGood = sum.failed == 0 && isProved;
    const bool isEmpty = isGood && sum.report.events == 0;
    const bool isUnmarked = isGood && sum.unrecorded > 0;
    const bool needsAttention = isEmpty || isUnmarked || (isGood && !sum.emptyDays.isEmpty());
    m_resultSign->setPixmap(icon(needsAttention ? Sign::Warning
                                 : isGood       ? Sign::Good
                                                : Sign::Error,
                                 needsAttention ? Tone::Warning
                                 : isGood       ? Tone::Good
                                                : Tone::Error)
                                .pixmap(20));
    m_resultHeading->setText(isEmpty          ? tr("Exported, but without any event")
                             : isUnmarked     ? tr("Exported, but not marked as published")
                             : isGood         ? tr("Exported")
                             : sum.failed > 0 ? tr("Not everything could be written")
                                              : tr("What was written does not come back the same"));
    QStringList lines{tr("%n file(s) with", nullptr, sum.written) + u' ' +
                      tr("%1.").arg(eventCountText(sum.report))};
    if (!sum.emptyDays.isEmpty())
        lines << sum.emptyDays;
    lines << proofText(sum.trip);
    lines << failuresOf(*outcomes);
    m_result->setText(lines.join(u'\n'));
    m_results->setGroups(outcomeOutline(*outcomes, m_editor.station(), m_editor.clock()));
    m_pages->setCurrentIndex(1);
    m_open->show();
    m_export->hide();
    m_close->setText(tr("Close"));
    m_close->setDefault(true);
    m_close->setFocus(Qt::OtherFocusReason);
}

void ExportDialog::showCron()
{
    const auto lines = m_choices->cronLines();
    if (lines)
        (new CronLineDialog(*lines, this))->open();
}

void ExportDialog::openFolder() { QDesktopServices::openUrl(QUrl::fromLocalFile(m_folder)); }

} // namespace sf

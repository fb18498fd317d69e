// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/exportdialog.h"

#include "core/document/transfer.h"
#include "core/schedule/issuetext.h"
#include "ui/dialogs/walltimeedit.h"
#include "ui/session/stationeditor.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QStandardPaths>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace sf {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto exportPause = 250ms;
constexpr std::size_t mostLosses = 500;

/// Takes everything and keeps nothing: for learning what a format would lose.
class Discard : public QIODevice
{
public:
    Discard() { open(QIODevice::WriteOnly); }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *, qint64 size) override { return size; }
};

Result<WriteReport> tryExport(const Station &station, PlanId planId, TimeRange range,
                              const FormatInfo &format, TimePoint now, const Job &job)
{
    const Plan *plan = station.findPlan(planId);
    const Channel *channel = station.channelOf(planId);
    if (!plan || !channel)
        return fail(ErrorCode::NoChannel);
    const std::vector<const ScheduledEvent *> events = station.schedule().eventsIn(planId, range);
    Discard nowhere;
    return writeSchedule(nowhere, format, {*channel, *plan, range, events, station.assets(), now}, job);
}

} // namespace

ExportDialog::ExportDialog(StationEditor &editor, TimeRange range, QWidget *parent)
    : QDialog(parent)
    , m_editor(editor)
    , m_from(new WallTimeEdit)
    , m_to(new WallTimeEdit)
    , m_format(new QComboBox)
    , m_path(new QLineEdit)
    , m_summary(new QLabel)
    , m_losses(new QTreeWidget)
    , m_export(new QPushButton(tr("Export")))
{
    build();
    fillFormats();
    m_from->setInstant(editor.clock(), range.start);
    m_to->setInstant(editor.clock(), range.end());
    QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    if (!QFileInfo(folder).isDir()) // many a server has none
        folder = QDir::homePath();
    const QString day = editor.clock().broadcastDate(range.start).toString(Qt::ISODate);
    const QString channel = editor.channel() ? editor.channel()->name : tr("schedule");
    m_path->setText(QDir(folder).filePath(channel + u' ' + day));
    followFormat();
    m_delay.setSingleShot(true);
    m_delay.setInterval(exportPause);
    connect(&m_delay, &QTimer::timeout, this, &ExportDialog::tryOut);
    connect(m_from, &QDateTimeEdit::dateTimeChanged, this, &ExportDialog::followRange);
    connect(m_to, &QDateTimeEdit::dateTimeChanged, this, &ExportDialog::followRange);
    connect(m_format, &QComboBox::currentIndexChanged, this, [this] {
        followFormat();
        m_delay.start();
    });
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
    resize(620, 440);
    auto *heading = new QLabel(tr("Export the plan"));
    heading->setProperty("tone", u"heading"_s);
    auto *browse = new QPushButton(tr("Choose…"));
    browse->setAutoDefault(false);
    connect(browse, &QPushButton::clicked, this, &ExportDialog::choosePath);
    auto *range = new QHBoxLayout;
    range->setSpacing(space::small);
    range->addWidget(m_from, 1);
    range->addWidget(new QLabel(tr("to")));
    range->addWidget(m_to, 1);
    auto *file = new QHBoxLayout;
    file->addWidget(m_path, 1);
    file->addWidget(browse);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(8);
    form->addRow(tr("Channel"), new QLabel(m_editor.channel() ? m_editor.channel()->name : QString()));
    auto *fromLabel = new QLabel(tr("&From"));
    fromLabel->setBuddy(m_from);
    auto *fileLabel = new QLabel(tr("F&ile"));
    fileLabel->setBuddy(m_path);
    form->addRow(fromLabel, range);
    form->addRow(tr("For&mat"), m_format);
    form->addRow(fileLabel, file);
    m_summary->setWordWrap(true);
    m_losses->setHeaderHidden(true);
    m_losses->setRootIsDecorated(false);
    m_losses->setUniformRowHeights(true);
    m_losses->setAccessibleName(tr("What the format can't carry"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->addButton(m_export, QDialogButtonBox::AcceptRole);
    m_export->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(heading);
    layout->addLayout(form);
    layout->addWidget(m_summary);
    layout->addWidget(m_losses, 1);
    layout->addStretch(0);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ExportDialog::reject);
}

void ExportDialog::fillFormats()
{
    for (const FormatInfo &format : formats()) {
        if (format.exports)
            m_format->addItem(format.name, QString(format.id));
    }
}

const FormatInfo *ExportDialog::format() const { return findFormat(m_format->currentData().toString()); }

void ExportDialog::setFormat(const QString &id) { m_format->setCurrentIndex(m_format->findData(id)); }

void ExportDialog::setPath(const QString &path) { m_path->setText(path); }

void ExportDialog::followFormat()
{
    const FormatInfo *chosen = format();
    if (!chosen || chosen->extensions.empty())
        return;
    QString path = m_path->text();
    for (const FormatInfo &other : formats()) {
        for (const QLatin1StringView extension : other.extensions) {
            if (path.endsWith(u'.' + QString(extension), Qt::CaseInsensitive))
                path.chop(extension.size() + 1);
        }
    }
    m_path->setText(path + u'.' + QString(chosen->extensions.front()));
}

void ExportDialog::choosePath()
{
    const FormatInfo *chosen = format();
    auto *dialog = new QFileDialog(this, tr("Export to"), m_path->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite, false);
    if (chosen && !chosen->extensions.empty())
        dialog->setDefaultSuffix(chosen->extensions.front());
    connect(dialog, &QFileDialog::fileSelected, this, &ExportDialog::setPath);
    dialog->open();
}

Result<TimeRange> ExportDialog::range() const
{
    const ChannelClock clock = m_editor.clock();
    const Result<TimePoint> from = m_from->instant(clock);
    if (!from)
        return fail(from.error());
    const Result<TimePoint> to = m_to->instant(clock);
    if (!to)
        return fail(to.error());
    if (*to <= *from)
        return fail(ErrorCode::EmptyRange, {clock.format(*from), clock.format(*to)});
    return TimeRange::between(*from, *to);
}

void ExportDialog::followRange()
{
    // Enter says "changed" where nothing did; a trial then would sweep away what the export had to say.
    if (m_tried != std::pair(m_from->dateTime(), m_to->dateTime()))
        m_delay.start();
}

void ExportDialog::tryOut()
{
    m_delay.stop();
    m_tried = {m_from->dateTime(), m_to->dateTime()};
    if (m_job)
        m_job->cancel();
    m_job.reset();
    const Result<TimeRange> wanted = range();
    const FormatInfo *chosen = format();
    m_export->setEnabled(wanted && chosen);
    if (!wanted || !chosen) {
        m_summary->setText(wanted ? tr("There is no format to export to.") : sentence(wanted.error()));
        return;
    }
    auto current = std::make_shared<std::shared_ptr<Job>>();
    m_job = m_editor.jobs().runQuietly<WriteReport>(
        this,
        [station = m_editor.station(), plan = m_editor.plan(), range = *wanted, chosen,
         now = m_editor.now()](Job &job) { return tryExport(station, plan, range, *chosen, now, job); },
        [this, current](Result<WriteReport> report) {
            if (m_job == *current)
                showTrial(report);
        });
    *current = m_job;
}

void ExportDialog::showTrial(const Result<WriteReport> &report)
{
    m_job.reset();
    m_losses->clear();
    if (!report) {
        m_summary->setText(sentence(report.error()));
        m_losses->hide();
        return;
    }
    const int events = static_cast<int>(report->events);
    m_summary->setText(
        tr("%n event(s), %1.", nullptr, events).arg(QLocale().formattedDataSize(report->bytes)) + u'\n' +
        (report->lost.empty()
             ? tr("The format carries all of it.")
             : tr("The format can't carry %n thing(s):", nullptr, static_cast<int>(report->lost.size()))));
    for (std::size_t i = 0; i < std::min(report->lost.size(), mostLosses); ++i) {
        const WriteLoss &loss = report->lost[i];
        new QTreeWidgetItem(m_losses,
                            {loss.title.isEmpty() ? loss.what : u"%1: %2"_s.arg(loss.title, loss.what)});
    }
    if (report->lost.size() > mostLosses)
        new QTreeWidgetItem(m_losses,
                            {tr("and %1 more").arg(QLocale().toString(report->lost.size() - mostLosses))});
    m_losses->setVisible(!report->lost.empty());
    m_export->setText(tr("Export %n event(s)", nullptr, events));
}

QString ExportDialog::summary() const { return m_summary->text(); }

void ExportDialog::accept()
{
    const Result<TimeRange> wanted = range();
    const FormatInfo *chosen = format();
    if (!wanted || !chosen || m_path->text().isEmpty())
        return;
    if (m_job)
        m_job->cancel();
    m_export->setEnabled(false);
    m_summary->setText(tr("Writing…"));
    const QString path = m_path->text();
    m_job = m_editor.jobs().run<WriteReport>(
        tr("Exporting %1").arg(QFileInfo(path).fileName()), this,
        [station = m_editor.station(), plan = m_editor.plan(), range = *wanted, chosen, path,
         now = m_editor.now()](Job &job) {
            return exportFile(path, *chosen, station, plan, range, now, job);
        },
        [this](Result<WriteReport> report) {
            finish(report);
            return JobOutcome{m_summary->text(), report.has_value()};
        });
}

void ExportDialog::finish(const Result<WriteReport> &report)
{
    m_job.reset();
    m_export->setEnabled(true);
    m_export->setDefault(true); // a disabled one gives that away
    if (!report) {
        m_summary->setText(sentence(report.error())); // the dialog stays, to choose another place
        return;
    }
    const QString outcome = tr("%n event(s) written to %1.", nullptr, static_cast<int>(report->events))
                                .arg(QDir::toNativeSeparators(m_path->text()));
    m_summary->setText(outcome);
    Q_EMIT exported(outcome);
    QDialog::accept();
}

} // namespace sf

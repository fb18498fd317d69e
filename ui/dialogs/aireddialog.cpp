// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/aireddialog.h"

#include "core/document/transfer.h"
#include "ui/dialogs/filechooser.h"
#include "ui/dialogs/rangechoice.h"
#include "ui/session/stationeditor.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QSpinBox>
#include <QTableView>
#include <QVBoxLayout>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

/// What the filter lets through, beside single verdicts.
constexpr int everything = -1;
constexpr int notAsPlanned = -2;

std::vector<AiredModel::Row> rowsOf(const Station &station, ChannelId channel, TimeRange range,
                                    Millis tolerance, TimePoint now)
{
    std::vector<AiredModel::Row> rows;
    for (const AiredLine &line : compareAired(station, channel, range, tolerance, now)) {
        AiredModel::Row row;
        row.verdict = line.verdict;
        row.title = line.planned ? station.titleOf(*line.planned) : line.play->title;
        if (line.planned)
            row.planned = line.planned->range;
        if (line.play)
            row.aired = line.play->range;
        row.late = line.startsLate;
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace

class AiredFilter : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setShown(int verdict)
    {
        m_verdict = verdict;
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &) const override
    {
        const AiringVerdict verdict = static_cast<const AiredModel *>(sourceModel())->row(row).verdict;
        if (m_verdict == notAsPlanned)
            return verdict != AiringVerdict::AsPlanned && verdict != AiringVerdict::Awaited;
        return m_verdict == everything || int(verdict) == m_verdict;
    }

private:
    int m_verdict = everything;
};

AiredDialog::AiredDialog(StationEditor &editor, TimeRange range, QWidget *parent)
    : QDialog(parent)
    , m_editor(editor)
    , m_model(new AiredModel(this))
    , m_shown(new AiredFilter(this))
    , m_range(new RangeChoice(editor.clock(), range, editor.now()))
    , m_tolerance(new QSpinBox)
    , m_filter(new QComboBox)
    , m_summary(new QLabel)
    , m_table(new QTableView)
    , m_import(new QPushButton(tr("Import as-run log…")))
    , m_write(new QPushButton(tr("Export as CSV…")))
{
    build();
    connect(m_range, &RangeChoice::changed, this, &AiredDialog::compare);
    connect(m_tolerance, &QSpinBox::valueChanged, this, &AiredDialog::compare);
    connect(m_filter, &QComboBox::activated, this,
            [this] { m_shown->setShown(m_filter->currentData().toInt()); });
    connect(&editor, &StationEditor::edited, this, &AiredDialog::compare);
    connect(&editor, &StationEditor::reloaded, this, &AiredDialog::compare);
    compare();
}

AiredDialog::~AiredDialog()
{
    if (m_job)
        m_job->cancel();
}

void AiredDialog::build()
{
    setWindowTitle(tr("Planned against aired"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(1080, 600);
    auto *heading = new QLabel(
        tr("Planned against aired on %1").arg(m_editor.channel() ? m_editor.channel()->name : QString()));
    heading->setProperty("tone", u"heading"_s);
    heading->setTextFormat(Qt::PlainText);
    m_tolerance->setRange(0, 3600);
    m_tolerance->setValue(2);
    m_tolerance->setSuffix(tr(" s"));
    m_shown->setSourceModel(m_model);
    m_shown->setSortRole(Qt::UserRole);
    m_table->setModel(m_shown);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(AiredModel::Planned, Qt::AscendingOrder);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setAccessibleName(tr("Planned against aired"));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(space::row);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(AiredModel::Title, QHeaderView::Stretch);
    for (const auto &[column, width] : {std::pair(int(AiredModel::Verdict), 128),
                                        {AiredModel::Planned, 184},
                                        {AiredModel::PlannedLength, 96},
                                        {AiredModel::Aired, 184},
                                        {AiredModel::AiredLength, 96},
                                        {AiredModel::Late, 96}})
        m_table->setColumnWidth(column, width);
    auto *options = new QHBoxLayout;
    options->setSpacing(space::small);
    auto *toleranceLabel = new QLabel(tr("As planned within"));
    toleranceLabel->setBuddy(m_tolerance);
    m_filter->setAccessibleName(tr("Shown verdicts"));
    m_filter->setMinimumContentsLength(22);
    options->addWidget(m_range, 1);
    options->addWidget(toleranceLabel);
    options->addWidget(m_tolerance);
    options->addWidget(m_filter);
    auto *buttons = new QDialogButtonBox;
    auto *close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    buttons->addButton(m_import, QDialogButtonBox::ActionRole);
    buttons->addButton(m_write, QDialogButtonBox::ActionRole);
    m_import->setAutoDefault(false);
    m_write->setAutoDefault(false);
    close->setDefault(true);
    m_import->setEnabled(m_editor.canEdit());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::large, space::large, space::large, space::large);
    layout->setSpacing(space::medium);
    layout->addWidget(heading);
    layout->addLayout(options);
    layout->addWidget(m_summary);
    layout->addWidget(m_table, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &AiredDialog::reject);
    connect(m_import, &QPushButton::clicked, this, &AiredDialog::importRequested);
    connect(m_write, &QPushButton::clicked, this, &AiredDialog::chooseFile);
}

void AiredDialog::compare()
{
    if (m_job)
        m_job->cancel();
    m_job.reset();
    const auto range = m_range->range();
    const Channel *channel = m_editor.channel();
    m_write->setEnabled(range && channel);
    if (!range || !channel) {
        m_summary->setText(range ? tr("There is no channel.") : sentence(range.error()));
        return;
    }
    const Millis tolerance = std::chrono::seconds(m_tolerance->value());
    auto current = std::make_shared<std::shared_ptr<Job>>();
    m_job = m_editor.jobs().runQuietly<std::vector<AiredModel::Row>>(
        this,
        [station = m_editor.station(), id = channel->id, range = *range, tolerance,
         now = m_editor.now()](Job &) -> Result<std::vector<AiredModel::Row>> {
            return rowsOf(station, id, range, tolerance, now);
        },
        [this, current](Result<std::vector<AiredModel::Row>> rows) {
            if (m_job == *current && rows)
                show(std::move(*rows));
        });
    *current = m_job;
}

void AiredDialog::show(std::vector<AiredModel::Row> rows)
{
    m_job.reset();
    m_model->setRows(std::move(rows), m_editor.clock());
    showCounts();
}

void AiredDialog::showCounts()
{
    const int chosen = m_filter->count() > 0 ? m_filter->currentData().toInt() : everything;
    const int all = m_model->rowCount();
    const int good = static_cast<int>(m_model->count(AiringVerdict::AsPlanned));
    const QLocale locale;
    const auto counted = [&](const QString &text, std::int64_t count) {
        return u"%1 (%2)"_s.arg(text, locale.toString(qlonglong(count)));
    };
    m_filter->clear();
    m_filter->addItem(counted(tr("Everything"), all), everything);
    const auto awaited = static_cast<int>(m_model->count(AiringVerdict::Awaited));
    m_filter->addItem(counted(tr("What is not as planned"), all - good - awaited), notAsPlanned);
    for (int i = 0; i < static_cast<int>(verdictCount); ++i) {
        const auto verdict = static_cast<AiringVerdict>(i);
        if (m_model->count(verdict) > 0)
            m_filter->addItem(counted(verdictText(verdict), m_model->count(verdict)), i);
    }
    m_filter->setCurrentIndex(std::max(0, m_filter->findData(chosen)));
    m_shown->setShown(m_filter->currentData().toInt());
    const auto notAired = m_model->count(AiringVerdict::NotAired);
    if (all == 0)
        m_summary->setText(tr("Nothing was planned and nothing has aired in this time."));
    else if (awaited == all)
        m_summary->setText(tr("All of this is still to come."));
    else if (notAired + awaited == all)
        m_summary->setText(tr("Nothing is known to have aired in this time: import the playout's log."));
    else
        m_summary->setText(
            tr("%1 of %2 as planned.").arg(locale.toString(good), locale.toString(all - awaited)));
}

QString AiredDialog::summary() const { return m_summary->text(); }

void AiredDialog::chooseFile()
{
    auto *dialog = makeFileDialog(tr("Export the report"), u"report"_s, this);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Tables (*.csv)"));
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->selectFile(tr("aired"));
    connect(dialog, &QFileDialog::fileSelected, this, &AiredDialog::writeTo);
    dialog->open();
}

void AiredDialog::writeTo(const QString &path)
{
    const auto range = m_range->range();
    const Channel *channel = m_editor.channel();
    if (!range || !channel)
        return;
    const Millis tolerance = std::chrono::seconds(m_tolerance->value());
    m_editor.jobs().runQuietly<bool>(
        this,
        [station = m_editor.station(), channel = *channel, range = *range, tolerance, path,
         now = m_editor.now()](Job &) -> Result<bool> {
            const auto lines = compareAired(station, channel.id, range, tolerance, now);
            if (const Status written = writeAiredFile(path, lines, station, channel.clock()); !written)
                return fail(written.error());
            return true;
        },
        [this, path](const Result<bool> &written) {
            m_summary->setText(written ? tr("Written to %1.").arg(path) : sentence(written.error()));
        });
}

} // namespace sf

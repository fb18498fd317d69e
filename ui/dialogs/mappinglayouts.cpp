// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/mappinglayouts.h"

#include "core/document/mappingstore.h"
#include "ui/dialogs/filechooser.h"
#include "ui/session/joblist.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QPushButton>

#include <utility>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

QPushButton *plainButton(const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setAutoDefault(false);
    return button;
}

} // namespace

MappingLayouts::MappingLayouts(JobList &jobs, Extent extent, QWidget *parent)
    : QWidget(parent)
    , m_jobs(jobs)
    , m_list(new QComboBox(this))
    , m_remove(plainButton(tr("Remove"), this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    m_list->setAccessibleName(tr("Layout of the columns"));
    connect(m_list, &QComboBox::activated, this, &MappingLayouts::choose);
    if (extent == Extent::All)
        build();
    else
        layout->addWidget(m_list);
    m_remove->setVisible(extent == Extent::All);
    fill();
    loadSaved();
}

void MappingLayouts::build()
{
    auto *label = new QLabel(tr("&Layout"), this);
    label->setBuddy(m_list);
    m_list->setMinimumContentsLength(28);
    auto *save = plainButton(tr("Save as…"), this);
    auto *from = plainButton(tr("From a file…"), this);
    auto *to = plainButton(tr("To a file…"), this);
    from->setToolTip(tr("Takes a mapping that somebody shared"));
    to->setToolTip(tr("A JSON file to share; the command line takes it with --mapping"));
    auto *row = static_cast<QHBoxLayout *>(layout());
    row->addWidget(label);
    row->addWidget(m_list);
    for (QPushButton *button : {save, m_remove, from, to})
        row->addWidget(button);
    row->addStretch(1);
    connect(save, &QPushButton::clicked, this, &MappingLayouts::askName);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        const QString name = std::exchange(m_shown, QString());
        run([name] { return removeMapping(mappingFolder(), name); }, tr("“%1” is removed.").arg(name));
    });
    connect(from, &QPushButton::clicked, this, &MappingLayouts::shareFrom);
    connect(to, &QPushButton::clicked, this, &MappingLayouts::shareTo);
}

void MappingLayouts::goTo(const QString &name)
{
    m_shown = name;
    fill();
    loadSaved();
}

void MappingLayouts::loadSaved()
{
    m_jobs.runQuietly<std::vector<ColumnMapping>>(
        this, [](Job &) -> Result<std::vector<ColumnMapping>> { return savedMappings(mappingFolder()); },
        [this](Result<std::vector<ColumnMapping>> saved) {
            if (saved)
                m_saved = std::move(*saved);
            fill();
        });
}

void MappingLayouts::fill()
{
    m_list->clear();
    m_list->addItem(tr("As the file looks"));
    for (const ColumnMapping &saved : m_saved)
        m_list->addItem(saved.name, QVariant::fromValue(saved));
    m_list->insertSeparator(m_list->count());
    for (const ColumnMapping &preset : columnPresets())
        m_list->addItem(tr("%1 (built in)").arg(preset.name), QVariant::fromValue(preset));
    int shown = 0;
    for (int i = 1; i < m_list->count() && !m_shown.isEmpty(); ++i) {
        if (m_list->itemData(i).isValid() && m_list->itemData(i).value<ColumnMapping>().name == m_shown)
            shown = i;
    }
    m_list->setCurrentIndex(shown);
    m_remove->setEnabled(shown > 0 && shown <= static_cast<int>(m_saved.size()));
}

void MappingLayouts::choose()
{
    const QVariant layout = m_list->currentData();
    const int row = m_list->currentIndex();
    m_remove->setEnabled(row > 0 && row <= static_cast<int>(m_saved.size()));
    const auto mapping = layout.isValid() ? std::optional(layout.value<ColumnMapping>()) : std::nullopt;
    m_shown = mapping ? mapping->name : QString();
    Q_EMIT chosen(mapping);
}

void MappingLayouts::run(std::function<Status()> work, const QString &done)
{
    m_jobs.runQuietly<bool>(
        this,
        [work = std::move(work)](Job &) -> Result<bool> {
            if (const Status status = work(); !status)
                return fail(status.error());
            return true;
        },
        [this, done](const Result<bool> &result) {
            Q_EMIT told(result ? done : sentence(result.error()));
            loadSaved();
        });
}

void MappingLayouts::save(const QString &name)
{
    m_current.name = m_shown = name.trimmed();
    run([mapping = m_current] { return saveMapping(mappingFolder(), mapping); },
        tr("Saved as “%1”: choose it for the next file, or name it with --preset.").arg(m_current.name));
}

void MappingLayouts::askName()
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save the columns"));
    dialog->setLabelText(tr("Name, such as the system that writes these files"));
    dialog->setTextValue(m_current.name);
    dialog->setOkButtonText(tr("Save"));
    connect(dialog, &QInputDialog::textValueSelected, this, &MappingLayouts::save);
    dialog->open();
}

void MappingLayouts::shareTo()
{
    auto *dialog = makeFileDialog(tr("Share the columns"), u"columns"_s, this);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Column mappings (*.json)"));
    dialog->setDefaultSuffix(u"json"_s);
    dialog->selectFile(m_current.name.isEmpty() ? tr("columns") : m_current.name);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        run([path, mapping = m_current] { return writeMapping(path, mapping); },
            tr("Written to %1.").arg(path));
    });
    dialog->open();
}

void MappingLayouts::shareFrom()
{
    auto *dialog = makeFileDialog(tr("Take a mapping"), u"columns"_s, this);
    dialog->setNameFilters({tr("Column mappings (*.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_jobs.runQuietly<ColumnMapping>(
            this, [path](Job &) { return adoptMapping(mappingFolder(), path); },
            [this](Result<ColumnMapping> mapping) {
                if (!mapping) {
                    Q_EMIT told(sentence(mapping.error()));
                    return;
                }
                Q_EMIT chosen(*mapping);
                goTo(mapping->name);
            });
    });
    dialog->open();
}

} // namespace sf

// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "uifixture.h"

#include "ui/dialogs/importchoices.h"
#include "ui/dialogs/importdialog.h"
#include "ui/dialogs/outlineview.h"

#include <QComboBox>
#include <QPushButton>

namespace sf::test {

/// An import dialog on a station with one channel, and hands that use it.
class ImportDialogFixture
{
protected:
    void open()
    {
        m_workspace = std::make_unique<Workspace>();
        m_editor = std::make_unique<StationEditor>([] { return noon(); });
        openStation(*m_editor, m_workspace->path(QStringLiteral("station.sqlite")));
    }
    void close()
    {
        m_dialog.reset();
        m_editor.reset();
    }
    ImportDialog *opened(const QString &path, std::optional<ImportUse> use = std::nullopt)
    {
        m_dialog = std::make_unique<ImportDialog>(*m_editor, path, use);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        m_dialog->open();
        if (!QTest::qWaitFor([this] { return m_dialog->isReady(); }))
            qFatal("the file is not read");
        return m_dialog.get();
    }
    /// The choice whose list has an entry with these words; it is taken as a hand would.
    void choose(const QString &words)
    {
        for (auto *combo : m_dialog->findChildren<QComboBox *>()) {
            if (combo->isVisible()) { // some make their list when it is opened
                combo->showPopup();
                combo->hidePopup();
            }
            for (int i = 0; i < combo->count(); ++i) {
                if (!combo->itemText(i).contains(words) || !combo->isVisible())
                    continue;
                combo->setCurrentIndex(i);
                Q_EMIT combo->activated(i);
                if (!QTest::qWaitFor([this] { return m_dialog->isReady(); }))
                    qFatal("the file is not read again");
                return;
            }
        }
        qFatal("there is no such choice: %s", qPrintable(words));
    }
    void press(const QString &text)
    {
        for (auto *button : m_dialog->findChildren<QPushButton *>()) {
            if (button->text() == text && button->isVisible()) {
                button->click();
                QTRY_VERIFY(m_dialog->isReady());
                return;
            }
        }
        qFatal("there is no such button: %s", qPrintable(text));
    }
    /// The titles of the outline's groups, with their counts.
    QStringList groups() const
    {
        QStringList titles;
        const OutlineModel &model = m_dialog->outline().outline();
        for (int row = 0; row < model.rowCount(); ++row)
            titles << model.index(row, 0).data().toString();
        return titles;
    }
    QString rowOf(const QString &group, int row, int column = 0) const
    {
        for (const OutlineGroup &one : m_dialog->outline().outline().groups()) {
            if (one.title == group)
                return one.text(row, column);
        }
        return {};
    }

    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<StationEditor> m_editor;
    std::unique_ptr<ImportDialog> m_dialog;
};

} // namespace sf::test

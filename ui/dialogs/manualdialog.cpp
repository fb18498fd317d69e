// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/dialogs/manualdialog.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextCursor>
#include <QTextList>
#include <QTextTable>
#include <QVBoxLayout>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

/// Markdown says nothing of distances, and Qt sets none.
void spaceOut(QTextDocument &document)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        QTextBlockFormat format = block.blockFormat();
        const bool isHeading = format.headingLevel() > 0;
        const bool isInTable = cursor.currentTable();
        format.setTopMargin(isHeading ? 18 : 0);
        format.setBottomMargin(isHeading ? 8 : isInTable ? 0 : block.textList() ? 4 : 8);
        format.setLineHeight(120, QTextBlockFormat::ProportionalHeight);
        format.setNonBreakableLines(false); // no scrolling sideways for a long command
        cursor.setBlockFormat(format);
        if (isInTable) {
            QTextTableFormat table = cursor.currentTable()->format();
            table.setBorder(0);
            table.setCellPadding(4);
            table.setCellSpacing(0);
            table.setBottomMargin(8);
            cursor.currentTable()->setFormat(table);
        }
    }
}

} // namespace

ManualDialog::ManualDialog(QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Manual"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(820, 680);
    auto *text = new QTextBrowser;
    text->setOpenExternalLinks(true);
    text->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    text->setSource(QUrl(u"qrc:/manual/manual.md"_s));
    text->document()->setDocumentMargin(16);
    spaceOut(*text->document());
    text->moveCursor(QTextCursor::Start);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(text);
}

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("About ScheduleFlow"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *name = new QLabel(u"ScheduleFlow"_s);
    name->setProperty("tone", u"heading"_s);
    auto *text =
        new QLabel(tr("Version %1, with Qt %2.\n\nPlans what a channel plays, to the frame, weeks "
                      "ahead.\n\nFree software under the MIT licence. Qt and FFmpeg are used under the LGPL.")
                       .arg(QStringLiteral(SF_VERSION), QString::fromLatin1(qVersion())));
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(name);
    layout->addWidget(text);
    layout->addWidget(buttons);
    setMinimumWidth(420);
}

} // namespace sf

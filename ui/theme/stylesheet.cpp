// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/theme/stylesheet.h"

#include "ui/theme/tokens.h"

#include <array>
#include <utility>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

// Names in @ are replaced by the colours of the theme.
constexpr QStringView sheet = uR"(
QMainWindow, QDialog { background: @panel; }
QMainWindow::separator { background: @background; width: 5px; height: 5px; }
QMainWindow::separator:hover { background: @accent; }
QMenuBar { background: @panel; border-bottom: 1px solid @line; padding: 1px 4px; }
QMenuBar::item { padding: 4px 8px; border-radius: 3px; background: transparent; }
QMenuBar::item:selected { background: @hover; }
QMenu { background: @panel; border: 1px solid @line; padding: 4px 0; }
QMenu::item { padding: 5px 28px 5px 28px; }
QMenu::item:selected { background: @hover; }
QMenu::item:disabled { color: @faded; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }
QToolBar { background: @panel; border: 0; border-bottom: 1px solid @line; spacing: 2px; padding: 3px 6px; }
QToolBar::separator { background: @line; width: 1px; margin: 5px 6px; }
QToolButton { border: 1px solid transparent; border-radius: 3px; padding: 4px 7px; }
QToolButton:hover { background: @hover; }
QToolButton:pressed, QToolButton:checked { background: @pressed; }
QToolButton:focus { border-color: @accent; }
QToolButton:disabled { color: @faded; }
QToolButton[role="day"] { border-color: @line; padding: 3px 2px; }
QToolButton[role="day"]:checked { background: @selected; border-color: @accent; font-weight: 600; }
QToolButton[role="day"]:focus { border-color: @text; }
QDockWidget { color: @dim; titlebar-close-icon: none; titlebar-normal-icon: none; }
QDockWidget::title { background: @panel; padding: 7px 10px 5px 10px; text-align: left; }
QDockWidget::close-button, QDockWidget::float-button { width: 0; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: @dim; padding: 5px 12px; border: 0; border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:selected { color: @text; border-bottom: 2px solid @accent; }
QTabBar::tab:focus { background: @hover; }
QTabBar::tab:disabled { color: @faded; }
QTabWidget::pane { border: 0; border-top: 1px solid @line; }
QStatusBar { background: @panel; border-top: 1px solid @line; }
QStatusBar::item { border: 0; }
QStatusBar QLabel { padding: 2px 10px 3px 10px; }
QHeaderView { background: @panel; }
QHeaderView::section { background: @panel; color: @dim; border: 0; border-bottom: 1px solid @line; padding: 3px 6px; }
QHeaderView::section:hover { color: @text; }
QTableView, QTreeView, QListView { background: @lane; border: 0; selection-background-color: @selected; selection-color: @text; outline: 0; }
QTableView::item, QTreeView::item { border: 0; padding: 0 6px; }
QTreeView::item { min-height: 24px; }
QTableView::item:hover, QTreeView::item:hover { background: @hover; }
QTableView::item:selected, QTreeView::item:selected { background: @selected; color: @text; }
QTableView:focus, QTreeView:focus { border: 1px solid @accent; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @pressed; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 24px; }
QScrollBar::handle:horizontal { min-width: 24px; }
QScrollBar::handle:hover { background: @dim; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QLineEdit, QSpinBox, QDoubleSpinBox, QDateTimeEdit, QPlainTextEdit, QTextEdit {
    background: @background; border: 1px solid @line; border-radius: 3px; padding: 3px 6px;
    selection-background-color: @accent; selection-color: @accentText; }
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QDateTimeEdit:focus, QPlainTextEdit:focus, QTextEdit:focus,
QComboBox:focus { border-color: @accent; }
QLineEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled, QDateTimeEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { color: @faded; }
QLineEdit[isWrong="true"], QComboBox[isWrong="true"], QSpinBox[isWrong="true"], QDoubleSpinBox[isWrong="true"] { border-color: @error; }
QTextBrowser { border: 0; background: @panel; padding: 8px; }
QPushButton { background: @pressed; border: 1px solid @line; border-radius: 3px; padding: 5px 14px; min-height: 16px; }
QPushButton:hover { background: @selected; }
QPushButton:focus { border-color: @accent; }
QPushButton:default, QPushButton[primary="true"] { background: @accent; color: @accentText; border-color: @accent; }
QPushButton:default:hover, QPushButton[primary="true"]:hover { background: @accentHover; }
QPushButton[primary="true"]:focus { border-color: @text; }
QPushButton:disabled, QPushButton:default:disabled, QPushButton[primary="true"]:disabled { background: @lane; color: @faded; border-color: @line; }
QPushButton:flat { background: transparent; border-color: transparent; color: @accent; padding: 3px 6px; }
QPushButton:flat:hover { background: @hover; }
QPushButton:flat:focus { border-color: @accent; }
QComboBox { background: @background; border: 1px solid @line; border-radius: 3px; padding: 3px 6px; }
QComboBox::drop-down, QDateTimeEdit::drop-down { border: 0; width: 20px; }
QComboBox::down-arrow, QDateTimeEdit::down-arrow { image: url(:/icons/down-@theme.png); width: 12px; height: 12px; }
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button { border: 0; width: 18px; background: transparent; }
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow { image: url(:/icons/up-@theme.png); width: 12px; height: 12px; }
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow { image: url(:/icons/down-@theme.png); width: 12px; height: 12px; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QCheckBox { spacing: 7px; }
QCheckBox::indicator, QTreeView::indicator, QListView::indicator { width: 14px; height: 14px; border: 1px solid @dim; border-radius: 3px; background: @background; }
QCheckBox::indicator:hover, QTreeView::indicator:hover, QListView::indicator:hover, QCheckBox::indicator:focus { border-color: @accent; }
QCheckBox::indicator:checked, QTreeView::indicator:checked, QListView::indicator:checked { background: @accent; border-color: @accent; image: url(:/icons/check-@theme.png); }
QCheckBox::indicator:indeterminate { background: @accent; border-color: @accent; image: url(:/icons/dash-@theme.png); }
QCheckBox::indicator:disabled { border-color: @line; }
QCheckBox:disabled { color: @faded; }
QToolButton::menu-indicator { image: url(:/icons/down-@theme.png); width: 12px; subcontrol-origin: padding; subcontrol-position: right center; right: 4px; }
QToolButton[popupMode="2"] { padding-right: 20px; border-color: @line; }
QComboBox QAbstractItemView { background: @panel; border: 1px solid @line; selection-background-color: @selected; selection-color: @text; }
QProgressBar { background: @background; border: 1px solid @line; border-radius: 3px; text-align: center; max-height: 14px; }
QProgressBar::chunk { background: @accent; border-radius: 2px; }
QToolTip { background: @background; color: @text; border: 1px solid @line; padding: 4px 6px; }
QLabel[tone="dim"] { color: @dim; }
QLabel[tone="warning"] { color: @warning; }
QLabel[tone="error"] { color: @error; }
QLabel[tone="good"] { color: @good; }
QLabel[tone="heading"] { font-size: 18px; font-weight: 600; }
QLabel[tone="section"] { color: @dim; font-weight: 600; }
QFrame[role="bar"] { background: @selected; border: 0; border-bottom: 1px solid @line; }
QFrame[role="titlebar"] { background: @panel; border-bottom: 1px solid @line; }
QFrame[role="card"] { background: @lane; border: 1px solid @line; border-radius: 3px; }
QFrame[role="rule"] { background: @line; max-height: 1px; border: 0; }
)";

} // namespace

QString styleSheet(const Tokens &t)
{
    // Longer names first where one begins another.
    const std::array<std::pair<QStringView, QColor>, 16> names{{
        {u"@accentHover", mixed(t.accent, t.text, 0.2)},
        {u"@accentText", t.accentText},
        {u"@accent", t.accent},
        {u"@background", t.background},
        {u"@panel", t.panel},
        {u"@lane", t.lane},
        {u"@line", t.line},
        {u"@text", t.text},
        {u"@dim", t.dimText},
        {u"@faded", mixed(t.panel, t.dimText, 0.6)},
        {u"@hover", mixed(t.lane, t.text, 0.06)},
        {u"@pressed", mixed(t.lane, t.text, 0.12)},
        {u"@selected", mixed(t.lane, t.accent, 0.28)},
        {u"@warning", t.warning},
        {u"@good", t.good},
        {u"@error", t.error},
    }};
    QString out = sheet.toString();
    for (const auto &[name, colour] : names)
        out.replace(name.toString(), colour.name());
    return out.replace(u"@theme"_s, t.theme == Theme::Dark ? u"dark"_s : u"light"_s);
}

} // namespace sf

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/theme/look.hpp"

#include <QApplication>
#include <QStyle>
#include <QStyleFactory>
#include <QWidget>
#include <algorithm>
#include <vector>

namespace gui {
namespace {

Theme g_worn = Theme::Light;

constexpr const char* kSheet = R"(
* { font-size: 12pt; color: @text; }
QMainWindow, #ground { background: @ground; }
QLabel { background: transparent; }
QLabel[role="small"] { font-size: 10pt; color: @muted; }
QLabel[role="muted"] { color: @muted; }
QLabel[role="head"] { font-size: 16pt; font-weight: 600; }
QLabel[role="large"] { font-size: 22pt; font-weight: 600; }
QLabel[role="huge"] { font-size: 34pt; font-weight: 700; }
QLabel[role="key"] { font-size: 10pt; font-weight: 600; color: @muted; }
QFrame[role="card"] { background: @surface; border: 1px solid @border; border-radius: 8px; }
QFrame[role="card"] QFrame[role="card"] { border: none; }
QLineEdit, QSpinBox, QComboBox, QPlainTextEdit {
    background: @surface; border: 1px solid @border; border-radius: 6px; padding: 8px 10px; min-height: 28px;
    selection-background-color: @accent; selection-color: @on-accent; }
QLineEdit:focus, QSpinBox:focus, QComboBox:focus, QPlainTextEdit:focus { border: 3px solid @focus; padding: 6px 8px; }
QLineEdit:disabled, QSpinBox:disabled, QComboBox:disabled { color: @muted; background: @ground; }
QComboBox::drop-down { border: none; width: 28px; }
QComboBox::down-arrow { image: url(:/look/arrow.xpm); }
QComboBox QAbstractItemView { background: @surface; border: 1px solid @border; selection-background-color: @accent;
    selection-color: @on-accent; }
QPushButton, QToolButton {
    background: @raised; border: 1px solid @border; border-radius: 8px; padding: 8px 16px; text-align: center; }
QPushButton, QToolButton, QCheckBox, QLineEdit, QTableView, QListView { outline: none; }
QPushButton:hover { border: 1px solid @text; }
QPushButton:focus { border: 3px solid @focus; padding: 6px 14px; }
QPushButton:disabled { color: @muted; background: @ground; }
QPushButton[role="main"] { background: @accent; color: @on-accent; border: 1px solid @accent; font-weight: 600; }
QPushButton[role="main"]:focus { border: 3px solid @focus; }
QPushButton[role="main"]:disabled { background: @raised; color: @muted; border: 1px solid @border; }
QPushButton[role="plain"] { background: transparent; border: none; text-align: left; color: @accent; padding: 4px; }
QPushButton[role="plain"]:focus { border: 2px solid @focus; }
QCheckBox, QRadioButton { spacing: 10px; padding: 8px 6px; background: transparent; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid @focus; border-radius: 6px; padding: 6px 4px; }
QCheckBox::indicator, QRadioButton::indicator { width: 24px; height: 24px; }
QTableView { background: @surface; alternate-background-color: @ground; border: 2px solid @border; gridline-color: @raised;
    selection-background-color: @accent; selection-color: @on-accent; }
QTableView:focus { border: 2px solid @focus; }
QHeaderView, QTableCornerButton::section { background: @raised; border: none; }
QHeaderView::section { background: @raised; border: none; border-bottom: 1px solid @border; padding: 8px; font-weight: 600; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QScrollBar:vertical { background: @ground; border: none; width: 16px; margin: 0; }
QScrollBar:horizontal { background: @ground; border: none; height: 16px; margin: 0; }
QScrollBar::handle { background: @border; border-radius: 6px; margin: 2px; min-height: 40px; min-width: 40px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: @raised; border: 1px solid @border; border-radius: 6px; min-height: 14px; max-height: 14px; }
QProgressBar::chunk { background: @accent; border-radius: 5px; }
QFrame[role="done"] { background: @done-ground; border: 2px solid @done; border-radius: 8px; }
QFrame[role="caution"] { background: @caution-ground; border: 2px solid @caution; border-radius: 8px; }
QFrame[role="refused"] { background: @refused-ground; border: 2px solid @refused; border-radius: 8px; }
QFrame[role="training"] { background: @training-ground; border: none; }
QFrame[role="training"] QLabel { color: @on-training; font-weight: 600; }
QFrame[role="bar"] { background: @surface; border: none; border-top: 1px solid @border; }
QFrame[role="head-bar"] { background: @surface; border: none; border-bottom: 1px solid @border; }
QPushButton[role="tab"] { border-radius: 0; border: none; border-bottom: 4px solid transparent; background: transparent; }
QPushButton[role="tab"]:checked { border-bottom: 4px solid @accent; font-weight: 600; }
QPushButton[role="tab"]:focus { border: 3px solid @focus; }
QPushButton[role="choice"] { text-align: left; }
QPushButton[role="choice"]:checked { background: @accent; color: @on-accent; border: 1px solid @accent; font-weight: 600; }
QPushButton[role="choice"]:checked:focus { border: 3px solid @focus; }
QPushButton[role="choice"]:checked:disabled { background: @raised; color: @muted; border: 2px solid @border; }
QPushButton[role="tile"] { background: @surface; }
QPushButton[role="tile"]:checked { border: 3px solid @accent; }
QPushButton[role="tile"]:focus { border: 3px solid @focus; }
QListView { background: @surface; border: 1px solid @border; border-radius: 6px; padding: 4px; }
QListView:focus { border: 3px solid @focus; padding: 2px; }
QListView::item { padding: 8px; }
QListView::item:selected { background: @accent; color: @on-accent; }
QToolTip { background: @surface; color: @text; border: 1px solid @border; }
)";

QPalette paletteOf(Theme theme) {
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, Tone tone) { palette.setColor(role, colour(tone, theme)); };
    set(QPalette::Window, Tone::Ground);
    set(QPalette::WindowText, Tone::Text);
    set(QPalette::Base, Tone::Surface);
    set(QPalette::AlternateBase, Tone::Ground);
    set(QPalette::Text, Tone::Text);
    set(QPalette::Button, Tone::Raised);
    set(QPalette::ButtonText, Tone::Text);
    set(QPalette::Highlight, Tone::Accent);
    set(QPalette::HighlightedText, Tone::OnAccent);
    set(QPalette::PlaceholderText, Tone::Muted);
    set(QPalette::ToolTipBase, Tone::Surface);
    set(QPalette::ToolTipText, Tone::Text);
    return palette;
}

}  // namespace

QString styleSheet(Theme theme) {
    QString sheet = QString::fromUtf8(kSheet);
    // Longer names first: "@ground" is the beginning of none, but "@done" is of "@done-ground".
    std::vector<ToneEntry> entries{tones().begin(), tones().end()};
    std::ranges::sort(entries, [](const auto& one, const auto& other) {
        return QLatin1String{one.name}.size() > QLatin1String{other.name}.size();
    });
    for (const auto& entry : entries) sheet.replace(QLatin1String{entry.name}, colour(entry.tone, theme).name());
    return sheet;
}

void wear(QApplication& application, Theme theme) {
    g_worn = theme;
    application.setStyle(QStyleFactory::create("Fusion"));
    application.setPalette(paletteOf(theme));
    application.setStyleSheet(styleSheet(theme));
}

Theme themeWorn() { return g_worn; }

void setRole(QWidget& widget, const char* role) {
    widget.setProperty("role", role);
    widget.style()->unpolish(&widget);
    widget.style()->polish(&widget);
}

}  // namespace gui

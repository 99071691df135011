// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <iostream>

#include "gui/program.hpp"
#include "gui/shell/main_window.hpp"
#include "gui/text.hpp"

namespace {

constexpr int kWronglyUsed = 2, kBroken = 3;
constexpr int kWidth = 1280, kHeight = 800;

int run(int count, char** words) {
    // Help and complaints need no display.
    if (QByteArray{words[count - 1]} == "--help") qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application{count, words};
    QApplication::setApplicationName("troquel-desk");
    const auto arguments = QApplication::arguments().mid(1);
    gui::speak(application, gui::languageIn(arguments));
    QString complaint;
    const auto settings = gui::settingsIn(arguments, complaint);
    if (!settings) {
        std::cerr << gui::told(complaint) << '\n';
        return kWronglyUsed;
    }
    if (settings->helpWanted) {
        std::cout << gui::told(gui::helpText()) << '\n';
        return 0;
    }
    gui::Program program{application, *settings};
    program.window().resize(kWidth, kHeight);
    program.window().show();
    return QApplication::exec();
}

}  // namespace

int main(int count, char** words) {
    try {
        return run(count, words);
    } catch (const std::exception& error) {
        std::cerr << "troquel-desk: " << error.what() << '\n';
        return kBroken;
    }
}

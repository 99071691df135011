// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <iostream>

#include "gui/program.hpp"
#include "gui/shell/main_window.hpp"
#include "gui/text.hpp"

namespace {

constexpr int kWronglyUsed = 2, kBroken = 3;
constexpr int kWidth = 1280, kHeight = 800;

QStringList wordsOf(int count, char** words) {
    QStringList list;
    for (int at = 1; at < count; ++at) list << QString::fromLocal8Bit(words[at]);
    return list;
}

bool hasDisplay() {
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
           qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
}

int complain(const QString& complaint, int code) {
    std::cerr << gui::told(complaint) << '\n';
    return code;
}

/// What is said before there is a window, and needs no display; nothing where a window is wanted.
std::optional<int> answerWithoutWindow(int count, char** words, std::optional<gui::Settings>& settings) {
    QCoreApplication application{count, words};
    gui::speak(application, gui::languageIn(wordsOf(count, words)));
    QString complaint;
    settings = gui::settingsIn(wordsOf(count, words), complaint);
    if (!settings) return complain(complaint, kWronglyUsed);
    if (settings->helpWanted) {
        std::cout << gui::told(gui::helpText()) << '\n';
        return 0;
    }
    if (!hasDisplay()) return complain(gui::noDisplayText(), kBroken);
    return std::nullopt;
}

int run(int count, char** words) {
    std::optional<gui::Settings> settings;
    if (const auto answered = answerWithoutWindow(count, words, settings)) return *answered;
    QApplication application{count, words};
    QApplication::setApplicationName("troquel-desk");
    gui::speak(application, settings->language);
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

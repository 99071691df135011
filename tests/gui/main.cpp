// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QApplication>
#include <QSettings>
#include <iostream>

#include "gui/program.hpp"
#include "tests/support/paths.hpp"

namespace {

/// A window that nobody sees says of each of its changes that it cannot follow it.
void tellQtsWords(QtMsgType /*type*/, const QMessageLogContext& /*context*/, const QString& text) {
    if (!text.contains("propagateSizeHints")) std::cerr << text.toStdString() << std::endl;
}

}  // namespace

int main(int count, char** words) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    testing::InitGoogleTest(&count, words);
    // What a person keeps of the lists is kept here for the test, and no more.
    const support::ScratchFolder kept;
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, QString::fromStdString(kept.path().string()));
    qInstallMessageHandler(tellQtsWords);
    QApplication application{count, words};
    gui::speak(application, contract::Language::Spanish);
    return RUN_ALL_TESTS();
}

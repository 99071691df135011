// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QApplication>
#include <QSettings>
#include <algorithm>
#include <iostream>
#include <vector>

#include "gui/theme/look.hpp"
#include "tests/gui/album.hpp"
#include "tests/support/paths.hpp"

/// Takes the pictures of the manuals: pictures FOLDER ENDING light|dark [DESK…]. They are of the window itself, driven
/// by its keys, at the scale that QT_SCALE_FACTOR says; the ending tells theme and scale apart in the files' names.
namespace {

struct Part {
    std::string_view desk;
    void (*take)(support::Album& album);
};

constexpr Part kParts[] = {{"production", support::takeProduction}, {"supervision", support::takeSupervision},
                           {"stock", support::takeStock},           {"certificates", support::takeCertificates},
                           {"inspection", support::takeInspection}, {"security", support::takeSecurity}};

int take(int count, char** words) {
    if (count < 4) {
        std::cerr << "pictures FOLDER ENDING light|dark [DESK...]\n";
        return 2;
    }
    QApplication application{count, words};
    const support::ScratchFolder kept;
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, QString::fromStdString(kept.path().string()));
    gui::speak(application, contract::Language::Spanish);
    const auto theme = std::string_view{words[3]} == "dark" ? gui::Theme::Dark : gui::Theme::Light;
    support::Album album{words[1], words[2], theme};
    const std::vector<std::string_view> wanted(words + 4, words + count);
    for (const auto& part : kParts)
        if (wanted.empty() || std::ranges::find(wanted, part.desk) != wanted.end()) part.take(album);
    return testing::Test::HasFailure() ? 1 : 0;
}

}  // namespace

int main(int count, char** words) {
    try {
        return take(count, words);
    } catch (const std::exception& error) {
        std::cerr << "pictures: " << error.what() << '\n';
        return 1;
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/album.hpp"

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QPixmap>

namespace support {

gui::Settings Album::settingsFor(const std::filesystem::path& home) const {
    auto settings = DeskUnderTest::settingsFor(home);
    settings.theme = m_theme;
    return settings;
}

void Album::take(DeskUnderTest& desk, const QString& name) {
    if (testing::Test::HasFailure()) throw std::runtime_error{"what was to be seen did not come"};
    // What was just laid into the page is shown by events that come of events.
    for (int round = 0; round < 5; ++round) QCoreApplication::processEvents();
    const auto picture = desk.window().grab();
    const auto file = QString{"%1/%2-%3.png"}.arg(m_folder, name, m_ending);
    if (!picture.save(file, "PNG")) throw std::runtime_error{"cannot write " + file.toStdString()};
}

}  // namespace support

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "gui/settings.hpp"
#include "tests/gui/desk_under_test.hpp"

namespace support {

/// Pictures of the window for the manuals, in one theme and at one scale, which the files' names end with.
class Album {
   public:
    Album(QString folder, QString ending, gui::Theme theme)
        : m_folder(std::move(folder)), m_ending(std::move(ending)), m_theme(theme) {}

    [[nodiscard]] gui::Settings settingsFor(const std::filesystem::path& home) const;
    /// What the window shows now. Throws where an expectation before it failed.
    void take(DeskUnderTest& desk, const QString& name);

   private:
    QString m_folder, m_ending;
    gui::Theme m_theme;
};

/// Each desk's pictures, in its own institution.
void takeProduction(Album& album);
void takeCertificates(Album& album);
void takeSupervision(Album& album);
void takeStock(Album& album);
void takeInspection(Album& album);
void takeSecurity(Album& album);

}  // namespace support

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "gui/settings.hpp"

class QApplication;
class QCoreApplication;

namespace gui {

class MainWindow;

/// All that the window stands on, from the settings of a call. The application outlives it.
class Program {
   public:
    Program(QApplication& application, const Settings& settings);
    ~Program();
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    [[nodiscard]] MainWindow& window();
    [[nodiscard]] const Workplace& place() const;

   private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

/// Has the texts of the interface in the language, from then on.
void speak(QCoreApplication& application, contract::Language language);

}  // namespace gui

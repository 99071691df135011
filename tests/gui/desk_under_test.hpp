// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>
#include <functional>
#include <memory>

#include "gui/program.hpp"
#include "gui/shell/main_window.hpp"

namespace support {

inline constexpr const char* kTestPassword = "clave de prueba larga";

/// The program's own window over a home, without a display: a test presses its keys and reads what it shows. Nothing is
/// waited for longer than a bound.
class DeskUnderTest {
   public:
    explicit DeskUnderTest(const std::filesystem::path& home);
    explicit DeskUnderTest(const gui::Settings& settings);
    ~DeskUnderTest();
    DeskUnderTest(const DeskUnderTest&) = delete;
    DeskUnderTest& operator=(const DeskUnderTest&) = delete;

    static gui::Settings settingsFor(const std::filesystem::path& home);

    [[nodiscard]] gui::MainWindow& window() { return m_program->window(); }
    [[nodiscard]] const gui::Workplace& place() { return m_program->place(); }

    /// Keys as a keyboard sends them, to whoever has the focus.
    void press(int key, Qt::KeyboardModifiers with = Qt::NoModifier);
    void type(const QString& text);
    /// As a barcode reader types: fast, and with Enter at the end.
    void scan(const QString& text);

    /// Waits until it holds; a failed expectation says what was waited for and what the window shows.
    bool until(const std::function<bool()>& holds, const QString& what);
    /// Waits until some text of the window has these words.
    bool sees(const QString& words);
    /// What a person reads in the window, a line each: "[Empezar]" is a button, "(Empezar)" one that may not be
    /// pressed.
    [[nodiscard]] QString shown() const;

    /// Types user and password into the form that has the focus.
    void logIn(const QString& user, const QString& password = kTestPassword);
    /// Logs in from the first page, until the person's desk is there.
    void begin(const QString& user);
    /// Goes to the field of that name.
    void focus(const QString& name);
    /// Two custodians consent, one after the other.
    void consent(const QString& first, const QString& second, const QString& password = kTestPassword);
    /// Opens the shift with two custodians, with what is offered.
    void openShift();
    /// Waits until a thing of the type is seen, and gives it.
    template <class T>
    T* find(const QString& name = {}) {
        for (auto* each : window().template findChildren<T*>(name))
            if (each->isVisible()) return each;
        return nullptr;
    }

   private:
    std::unique_ptr<gui::Program> m_program;
};

}  // namespace support

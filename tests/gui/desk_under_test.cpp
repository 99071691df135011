// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/desk_under_test.hpp"

#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QWindow>

#include "gui/production/shift_opening.hpp"
#include "gui/production/work_page.hpp"
#include "gui/session/log_in_form.hpp"

namespace support {
namespace {

/// Longer than anything here takes, so that a test that fails ends.
constexpr std::chrono::seconds kBound{25};

}  // namespace

gui::Settings DeskUnderTest::settingsFor(const std::filesystem::path& home) {
    gui::Settings settings;
    settings.home = home;
    settings.machines.home = home;
    settings.muted = true;
    return settings;
}

DeskUnderTest::DeskUnderTest(const std::filesystem::path& home) : DeskUnderTest(settingsFor(home)) {}

DeskUnderTest::DeskUnderTest(const gui::Settings& settings)
    : m_program(std::make_unique<gui::Program>(*qApp, settings)) {
    window().resize(1280, 800);
    window().show();
    EXPECT_TRUE(QTest::qWaitForWindowActive(&window()));
}

DeskUnderTest::~DeskUnderTest() = default;

void DeskUnderTest::press(int key, Qt::KeyboardModifiers with) {
    QTest::keyClick(window().windowHandle(), static_cast<Qt::Key>(key), with);
}

void DeskUnderTest::type(const QString& text) {
    for (const auto letter : text) QTest::keyClick(window().windowHandle(), letter.toLatin1());
    // A person's keys come late to where they were meant; the next key that is no text brings them there.
    press(Qt::Key_End);
}

// Laid before the window all at once: how fast this machine is just now is no part of what is tested.
void DeskUnderTest::scan(const QString& text) {
    auto* reader = window().windowHandle();
    const auto send = [&](int key, const QString& letter) {
        for (const auto type : {QEvent::KeyPress, QEvent::KeyRelease})
            QCoreApplication::postEvent(reader, new QKeyEvent{type, key, Qt::NoModifier, letter});
    };
    for (const auto letter : text) send(letter.toUpper().unicode(), letter);
    send(Qt::Key_Return, "\r");
    QCoreApplication::processEvents();
}

bool DeskUnderTest::until(const std::function<bool()>& holds, const QString& what) {
    // One thing that did not come is enough to say; what was to follow will not come either.
    const bool waits = !testing::Test::HasFailure();
    const bool held = QTest::qWaitFor(holds, waits ? static_cast<int>(std::chrono::milliseconds{kBound}.count()) : 0);
    EXPECT_TRUE(held) << "waited for: " << what.toStdString() << "\nshown:\n" << shown().toStdString();
    return held;
}

bool DeskUnderTest::sees(const QString& words) {
    return until([&] { return shown().contains(words); }, words);
}

QString DeskUnderTest::shown() const {
    QStringList lines;
    for (auto* label : m_program->window().findChildren<QLabel*>())
        if (label->isVisible() && !label->text().isEmpty()) lines << label->text();
    for (auto* button : m_program->window().findChildren<QAbstractButton*>())
        if (button->isVisible()) lines << QString{button->isEnabled() ? "[%1]" : "(%1)"}.arg(button->text());
    return lines.join('\n');
}

void DeskUnderTest::focus(const QString& name) {
    auto* field = find<QWidget>(name);
    ASSERT_NE(field, nullptr) << name.toStdString();
    field->setFocus();
}

void DeskUnderTest::logIn(const QString& user, const QString& password) {
    until(
        [&] {
            auto* field = find<QLineEdit>("password");
            return field != nullptr && field->isEnabled() && field->text().isEmpty();
        },
        "an empty form");
    if (!user.isEmpty()) {
        focus("user");
        press(Qt::Key_A, Qt::ControlModifier);
        type(user);
        press(Qt::Key_Tab);
    }
    type(password);
    press(Qt::Key_Return);
}

void DeskUnderTest::begin(const QString& user) {
    logIn(user);
    until([&] { return window().desk() != nullptr; }, "a desk");
}

void DeskUnderTest::openShift() {
    sees("Abra el turno");
    press(Qt::Key_F2);
    until([&] { return find<gui::ShiftOpening>() != nullptr; }, "the page that opens a shift");
    press(Qt::Key_F5);
    consent("custodian", "custodian2");
    sees("El turno tiene piezas");
}

void DeskUnderTest::consent(const QString& first, const QString& second, const QString& password) {
    sees("Primer custodio");
    logIn(first, password);
    sees("Segundo custodio");
    logIn(second, password);
}

}  // namespace support

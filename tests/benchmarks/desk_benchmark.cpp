// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QSettings>
#include <QTableView>
#include <QTest>
#include <QTimer>
#include <iostream>

#include "gui/widgets/list_view.hpp"
#include "tests/benchmarks/order_past.hpp"
#include "tests/benchmarks/ratio.hpp"
#include "tests/gui/desk_under_test.hpp"
#include "tests/issuance/office/training_house.hpp"

/// The window over a house with a million orders: from its start to the log-in page, to the first rows of the list of
/// orders, and how long it ever keeps a person waiting while they scroll and type. The window is in a process of its
/// own, so that its memory is its own too.
namespace {

constexpr std::int64_t kOrders = 1'000'000, kWaiting = 5'000;
constexpr int kStarts = 5;
constexpr double kMostStart = 1000, kMostFirstRows = 100, kMostStall = 50, kMostMegabytes = 200;

double megabytesResident() {
    QFile status{"/proc/self/status"};
    if (!status.open(QIODevice::ReadOnly)) return 0;
    for (const auto& line : status.readAll().split('\n'))
        if (line.startsWith("VmRSS:")) return line.mid(6).trimmed().split(' ').value(0).toDouble() / 1024;
    return 0;
}

/// Beats in the interface's event loop, and keeps the longest pause between two beats.
class Pulse {
   public:
    Pulse() {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(1);
        QObject::connect(&m_timer, &QTimer::timeout, [this] { beat(); });
    }
    void begin() {
        m_longest = m_longestWork = 0;
        m_since.restart();
        m_work = benchmarks::secondsNow(benchmarks::Time::OfThread);
        m_timer.start();
    }
    /// Milliseconds that passed, and that the interface's own thread worked, at most.
    std::pair<double, double> end() {
        m_timer.stop();
        return {m_longest, m_longestWork};
    }

   private:
    void beat() {
        const double work = benchmarks::secondsNow(benchmarks::Time::OfThread);
        m_longest = std::max(m_longest, static_cast<double>(m_since.nsecsElapsed()) / 1e6);
        m_longestWork = std::max(m_longestWork, (work - m_work) * 1e3);
        m_since.restart();
        m_work = work;
    }
    QTimer m_timer;
    QElapsedTimer m_since;
    double m_work = 0, m_longest = 0, m_longestWork = 0;
};

bool told(const char* what, double measured, const char* unit, double most) {
    std::printf("%-44s %8.1f %s, goal at most %.0f  %s\n", what, measured, unit, most,
                measured <= most ? "reached" : "MISSED");
    return measured <= most;
}

/// Does what the program does, until its first page was painted.
int start(int count, char** words) {
    QApplication application{count, words};
    gui::speak(application, contract::Language::Spanish);
    gui::Program program{application, support::DeskUnderTest::settingsFor(words[2])};
    program.window().resize(1280, 800);
    program.window().show();
    QTimer::singleShot(0, &application, [&] {
        program.window().grab();
        QCoreApplication::quit();
    });
    return QApplication::exec();
}

/// A person's way through the list of orders.
bool walk(support::DeskUnderTest& desk) {
    Pulse pulse;
    QElapsedTimer clock;
    clock.start();
    pulse.begin();
    desk.press(Qt::Key_2, Qt::ControlModifier);
    const auto rows = [&] {
        auto* table = desk.find<QTableView>();
        return table != nullptr && table->model() != nullptr ? table->model()->rowCount() : 0;
    };
    desk.until([&] { return rows() > 0; }, "the first rows");
    QCoreApplication::processEvents();
    bool reached =
        told("first rows of a million", static_cast<double>(clock.nsecsElapsed()) / 1e6, "ms", kMostFirstRows);
    auto* table = desk.find<QTableView>();
    table->setFocus();
    for (int page = 0; page < 400; ++page) {
        desk.press(Qt::Key_PageDown);
        QTest::qWait(5);
    }
    const auto [scrolled, scrolledWork] = pulse.end();
    std::printf("%-44s %8d\n", "rows that were scrolled through", rows());
    reached &= told("longest stall while scrolling", scrolled, "ms", kMostStall);
    std::printf("%-44s %8.1f ms\n", "  of it work of the interface's thread", scrolledWork);
    pulse.begin();
    clock.restart();
    for (const auto letter : QStringLiteral("2025-123456")) {
        desk.press(letter.unicode());
        QTest::qWait(60);
    }
    clock.restart();
    desk.until([&] { return rows() == 1; }, "the order that was typed");
    const double found = static_cast<double>(clock.nsecsElapsed()) / 1e6;
    const auto [typed, typedWork] = pulse.end();
    reached &= told("longest stall while typing a filter", typed, "ms", kMostStall);
    std::printf("%-44s %8.1f ms\n", "  of it work of the interface's thread", typedWork);
    std::printf("%-44s %8.1f ms\n", "the order found after the last letter", found);
    return reached;
}

int drive(int count, char** words) {
    QApplication application{count, words};
    gui::speak(application, contract::Language::Spanish);
    support::DeskUnderTest desk{std::filesystem::path{words[2]}};
    bool reached = told("memory at the log-in page", megabytesResident(), "MB", kMostMegabytes);
    desk.begin("supervisor");
    desk.sees("Recibidas");
    reached &= walk(desk);
    reached &= told("memory after it", megabytesResident(), "MB", kMostMegabytes);
    return reached && !testing::Test::HasFailure() ? 0 : 1;
}

double startOnce(const QString& program, const QString& home) {
    QElapsedTimer clock;
    clock.start();
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedChannels);
    child.start(program, {"start", home});
    if (!child.waitForFinished(60'000) || child.exitCode() != 0) throw std::runtime_error{"the window did not start"};
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

bool measure(const QString& program) {
    support::TrainingHouse house;
    house.closeOffice();
    {
        auto owner = records::Database::open("sqlite:" + (house.home() / "troquel.db").string())->connect();
        benchmarks::writeOrders(*owner, kOrders, kWaiting);
    }
    const auto home = QString::fromStdString(house.home().string());
    std::vector<double> starts;
    startOnce(program, home);
    for (int at = 0; at < kStarts; ++at) starts.push_back(startOnce(program, home));
    bool reached = told("start to the painted log-in page, and its end", benchmarks::median(starts), "ms", kMostStart);
    std::fflush(stdout);
    return QProcess::execute(program, {"drive", home}) == 0 && reached;
}

}  // namespace

/// desk_benchmark; it calls itself for the window's own process.
int main(int count, char** words) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    try {
        const std::string_view part = count > 2 ? words[1] : "";
        const support::ScratchFolder kept;
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, QString::fromStdString(kept.path().string()));
        if (part == "start") return start(count, words);
        if (part == "drive") return drive(count, words);
        return measure(QString::fromLocal8Bit(words[0])) ? 0 : 1;
    } catch (const std::exception& error) {
        std::cerr << "desk_benchmark: " << error.what() << '\n';
        return 1;
    }
}

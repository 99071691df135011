// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

#include "contract/acts_of_line.hpp"
#include "contract/acts_of_orders.hpp"
#include "issuance/office/house.hpp"
#include "records/database/database.hpp"
#include "tests/issuance/office/training_house.hpp"

namespace support {

/// A point of the line at which a process is killed, and what must be found after it.
struct KillPoint {
    const char* point;
    int occurrence;
    bool leavesDoubt;  ///< a physical act had begun whose outcome was not written
};
void PrintTo(const KillPoint& point, std::ostream* out);

/// A line of a few ordinary passports and one visitor's card, ready to run, on one engine: a copy of a house that the
/// test program founds once for each engine and number of orders.
class LineUnderTest {
   public:
    explicit LineUnderTest(records::Engine engine, std::size_t orders = 3);
    ~LineUnderTest();
    LineUnderTest(const LineUnderTest&) = delete;
    LineUnderTest& operator=(const LineUnderTest&) = delete;

    /// Kills a process that works at this line at the n-th time that it reaches the point; what the line told is lost,
    /// and its leases are over.
    void killAt(const std::string& point, int occurrence, const std::string& wornOutOrder = {});
    contract::LineRan run();
    [[nodiscard]] std::vector<contract::OrderLine> doubts();
    void resolve(const std::string& verdict);

    /// Every order has its one released document, made of a blank of its own, and all books agree.
    void expectAllDone();
    void expectBooksAgree();

    [[nodiscard]] TrainingHouse& house() { return m_house; }
    [[nodiscard]] const std::vector<std::string>& orders() const { return m_orders; }

    /// Every lease is over, and every rest; while the office is closed.
    void letLeasesLapse();

   private:
    std::string m_database;  ///< its name, on PostgreSQL
    TrainingHouse m_house;
    std::vector<std::string> m_orders;
};

/// Works at the line of a home as one process of the operator does.
void workAtLine(const std::filesystem::path& home, const std::string& token, const std::string& wornOutOrder,
                issuance::StepWatch watch);
/// Runs the work in a process of its own.
pid_t inChild(const std::function<void()>& work);
/// Its wait status.
int waitFor(pid_t child);

}  // namespace support

// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/report/line_figures.hpp"

#include <gmock/gmock.h>

#include "contract/acts_of_line.hpp"
#include "tests/issuance/line/line_under_test.hpp"
#include "tests/support/engine_test.hpp"

namespace issuance {
namespace {

using namespace contract;

/// The value of one figure with exactly these labels; nothing where it is not told.
std::optional<double> valueOf(const std::vector<Figure>& figures, const std::string& name,
                              const std::vector<std::pair<std::string, std::string>>& labels = {}) {
    for (const auto& figure : figures)
        if (figure.name == name && figure.labels == labels) return figure.value;
    return std::nullopt;
}

class LineFiguresTest : public testing::TestWithParam<records::Engine> {
   protected:
    std::vector<Figure> figures() {
        m_line.house().reopenOffice();  // what was counted before is told for a while
        return m_line.house().officeInside().figures();
    }
    support::LineUnderTest m_line{GetParam()};
};
TROQUEL_ON_BOTH_ENGINES(LineFiguresTest);

TEST_P(LineFiguresTest, TellWhatWaitsAndWhatWasDone) {
    EXPECT_EQ(valueOf(figures(), "troquel_line_orders", {{"stage", "received"}, {"standing", "ready"}}), 3);
    m_line.run();
    auto told = figures();
    EXPECT_EQ(valueOf(told, "troquel_line_orders", {{"stage", "received"}, {"standing", "ready"}}), std::nullopt);
    EXPECT_EQ(valueOf(told, "troquel_line_orders", {{"stage", "inspected"}, {"standing", "ready"}}), 3);
    EXPECT_EQ(valueOf(told, "troquel_line_steps_today", {{"step", "print"}, {"end", "done"}}), 3);
    EXPECT_GT(valueOf(told, "troquel_line_step_seconds", {{"step", "print"}, {"quantile", "0.95"}}).value_or(0), 0);
    EXPECT_EQ(valueOf(told, "troquel_line_released_today"), 0);
    m_line.expectAllDone();
    told = figures();
    EXPECT_EQ(valueOf(told, "troquel_line_released_today"), 3);
    EXPECT_EQ(valueOf(told, "troquel_line_released_at_first_today"), 3);
    EXPECT_EQ(valueOf(told, "troquel_line_stations"), 0);
}

}  // namespace
}  // namespace issuance

// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "contract/acts_of_line.hpp"
#include "tests/cli/program.hpp"
#include "tests/issuance/office/training_house.hpp"

namespace cli {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// What a supervisor types to see and change what the line does next.
class PlanningProgram : public testing::Test {
   protected:
    void SetUp() override {
        m_house.stockAndOrders();
        m_orders = m_house.ask("operator", contract::OrderList{})->orders;
        m_house.keepSessionsForProgram();
    }
    [[nodiscard]] Ran supervisor(const std::string& words) const {
        return run(programPath() + " --home " + m_house.home().string() + " --as supervisor " + words + " 2>&1");
    }

    support::TrainingHouse m_house;
    std::vector<contract::OrderLine> m_orders;
};

TEST_F(PlanningProgram, SchedulesShowsBatchesAndForetellsOnceSomethingIsMeasured) {
    EXPECT_THAT(supervisor("line plan").output, HasSubstr("Todavía no se ha medido nada"));
    ASSERT_TRUE(m_house.ask("operator", contract::LineRun{"folder", "simulated", std::nullopt, 30}));

    const auto& order = m_orders.back();
    EXPECT_EQ(
        supervisor("order schedule " + order.order + " --due 2099-01-05 --priority urgente --reason Viaje").exitCode,
        0);
    EXPECT_THAT(supervisor("order show " + order.order).output,
                AllOf(HasSubstr("urgente"), HasSubstr("Vence: 2099-01-05")));
    EXPECT_THAT(supervisor("order schedule " + order.order + " --due 2001-01-05 --reason Viaje").output,
                HasSubstr("El 2001-01-05 ya pasó"));
    EXPECT_THAT(supervisor("line batches").output,
                AllOf(HasSubstr(order.kind), HasSubstr("2099-01-05"), HasSubstr("Liberadas: las del ")));

    const auto plan = supervisor("line plan --hours 10");
    EXPECT_EQ(plan.exitCode, 0);
    EXPECT_THAT(plan.output, AllOf(HasSubstr("Jornada de 10 horas"), HasSubstr("Ningún puesto está ahora en: "),
                                   HasSubstr("imprimir")));
    const auto manned = supervisor("line plan --stations print=2,encode=2,inspect=1");
    EXPECT_THAT(manned.output,
                AllOf(HasSubstr("Primera lista"), HasSubstr(order.kind), Not(HasSubstr("Ningún puesto"))));
    EXPECT_THAT(supervisor("--json line plan --stations print=2,encode=2,inspect=1").output,
                AllOf(HasSubstr("\"groups\""), HasSubstr("\"last_ready\"")));
    EXPECT_THAT(supervisor("line plan --stations paint=2").output, HasSubstr("paint"));
    EXPECT_THAT(supervisor("line plan --hours 25").output, HasSubstr("de 1 a 24 horas"));
}

TEST_F(PlanningProgram, SendsAnOrderBackAndListsItForIntake) {
    const auto& order = m_orders.front();
    EXPECT_EQ(supervisor("order send-back " + order.order + " --reason 'La fotografía es de otra persona'").exitCode,
              0);
    EXPECT_THAT(supervisor("order list --stage devuelta").output,
                AllOf(HasSubstr("devuelta a captura"), HasSubstr(order.reference),
                      HasSubstr("La fotografía es de otra persona"), Not(HasSubstr(m_orders.back().order))));
    EXPECT_THAT(supervisor("order send-back " + order.order + " --reason otra").output,
                HasSubstr("devolver a captura"));
}

}  // namespace
}  // namespace cli

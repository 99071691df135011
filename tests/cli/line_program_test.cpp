// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "contract/acts_of_stock.hpp"
#include "tests/cli/program.hpp"
#include "tests/issuance/office/training_house.hpp"

namespace cli {
namespace {

using testing::AllOf;
using testing::HasSubstr;

/// What a person at a barcode reader and a screen sees of `line run --scan`: the reader types a wrong serial again and
/// again, and then a right one.
TEST(LineProgram, AsksForABlankAndSaysWhatIsWrongWithTheOneThatWasRead) {
    support::TrainingHouse house;
    house.stockAndOrders();
    house.keepSessionsForProgram();
    house.closeOffice();
    const auto ran =
        run("(for i in 1 2 3 4 5 6 7 8; do echo A0000099; sleep 0.5; done; while echo A0000003; do sleep "
            "0.5; done) 2>/dev/null | " +
            programPath() + " --home " + house.home().string() +
            " --as operator line run --until-idle --does print --items booklet-ordinary --scan --steps 3 2>&1");
    EXPECT_THAT(
        ran.output,
        AllOf(HasSubstr("Lea el código de una libreta o tarjeta sin usar (booklet-ordinary) y póngala en la máquina."),
              HasSubstr("El número A0000099 no está en los libros."), HasSubstr("Pasos hechos: 3.")));
    house.reopenOffice();
    const auto history = house.ask("custodian", contract::StockHistory{"A0000003"});
    ASSERT_TRUE(history);
    EXPECT_EQ(history->state, "in_use");
}

}  // namespace
}  // namespace cli

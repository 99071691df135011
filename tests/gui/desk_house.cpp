// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/desk_house.hpp"

#include "base/failure.hpp"
#include "contract/acts_of_line.hpp"
#include "contract/acts_of_orders.hpp"
#include "contract/acts_of_stock.hpp"

namespace support {

void receiveAndImport(TrainingHouse& house) {
    house.enrol("operator2", "operator");
    base::expected(house.ask("custodian", contract::StockReceive{house.material("manifest.xml")}, "custodian2"),
                   "receipt");
    base::expected(house.ask("operator", contract::OrderImport{house.material("orders.xml"),
                                                               house.material("orders.xml.p7s"), std::nullopt}),
                   "orders");
}

std::unique_ptr<TrainingHouse> copyOfDeskHouse() {
    static const auto prepared = [] {
        auto house = std::make_unique<TrainingHouse>();
        receiveAndImport(*house);
        house->closeOffice();
        return house;
    }();
    return std::make_unique<TrainingHouse>(*prepared, std::string{});
}

}  // namespace support

// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/office/training_material.hpp"

#include <fmt/format.h>

#include "base/failure.hpp"
#include "contract/acts_of_line.hpp"
#include "issuance/order/order_file.hpp"
#include "issuance/training/training_orders.hpp"
#include "issuance/training/training_registers.hpp"
#include "signing/cms/detached_signature.hpp"

namespace issuance {
namespace {

using namespace base::literals;

constexpr std::uint32_t kSeed = 2026;
constexpr std::int64_t kBlanks = 200;

/// The same number of blanks of every item that documents are made of, from the first serial on.
std::string manifestOf(const inventory::ItemCatalogue& catalogue) {
    std::vector<const inventory::Item*> items;
    for (const auto& item : catalogue.items())
        if (!item.isCounted() && item.serial.documentNumber) items.push_back(&item);
    const auto each = kBlanks / static_cast<std::int64_t>(items.size());
    std::string ranges;
    for (const auto* item : items)
        ranges += fmt::format("  <range item=\"{}\" first=\"{}\" last=\"{}\" box=\"{}-1\"/>\n", item->id,
                              item->serial.serialOf(1), item->serial.serialOf(each), item->id);
    return fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<manifest supplier=\"Imprenta de Capacitación\" "
        "purchase=\"CAP-0001\">\n{}</manifest>\n",
        ranges);
}

}  // namespace

base::Result<contract::FilesGiven> makeTrainingMaterial(House& house) {
    if (!house.institution.training) return base::Fault{"office.not-for-training"_code};
    const auto today = base::dayOf(house.clock.now());
    auto orders = training::makeTrainingOrders(kSeed, {}, today);
    orders.push_back(training::makeFaultyOrder(kSeed, today));
    const auto file = base::bytesOf(writeOrderFile(StationId{"training"}, orders));
    const signing::SigningIdentity station{*house.keys, signing::KeyId{house.institution.trainingStationKey},
                                           house.stations.front()};
    contract::FilesGiven given{{{"manifest.xml", base::bytesOf(manifestOf(*house.items))},
                                {"orders.xml", file},
                                {"orders.xml.p7s", signing::signDetached(station, file, house.clock.now())}}};
    std::vector<Holder> holders;
    for (const auto& order : orders) holders.push_back(order.holder);
    holders.pop_back();  // of the faulty order
    for (const auto& each : training::makeTrainingRegisters(kSeed, holders, today))
        given.files.push_back({each.name + ".csv", base::bytesOf(each.csv)});
    return given;
}

}  // namespace issuance

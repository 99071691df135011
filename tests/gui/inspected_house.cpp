// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/inspected_house.hpp"

#include "base/files.hpp"
#include "contract/acts_of_line.hpp"
#include "contract/acts_of_orders.hpp"
#include "issuance/office/institution.hpp"
#include "tests/printing/page_scanner.hpp"

namespace support {
namespace {

void run(TrainingHouse& house, const std::vector<std::string>& duties, const std::string& camera) {
    contract::LineRun request{"folder", "simulated", std::nullopt, std::nullopt};
    request.patience = 0;
    request.duties = duties;
    request.camera = camera;
    base::expected(house.ask("operator", request), "line");
}

void scan(TrainingHouse& house, const std::string& blank, const samples::PageScanner& scanner) {
    const issuance::HomeFiles files{house.home()};
    const auto page = base::expected(base::readFile(files.pages() / (blank + "-page.pdf"), 1U << 24), blank);
    std::filesystem::create_directories(files.scans());
    base::writeFileDurably(files.scans() / (blank + "-page.png"),
                           printing::encodePng(samples::scannedPage(page, scanner)));
}

InspectedHouse found() {
    InspectedHouse made{std::make_unique<TrainingHouse>(), {}};
    auto& house = *made.house;
    house.stockAndOrders();
    run(house, {"print", "encode"}, "none");
    std::vector<std::string> blanks;
    for (const auto& order : base::expected(house.ask("inspector", contract::OrderList{}), "orders").orders)
        if (order.kind == "passport-ordinary" && order.stage == "encoded") blanks.push_back(order.blank);
    made.blanks = {blanks.at(0), blanks.at(1), blanks.at(2)};
    samples::PageScanner cropped;
    cropped.edges = false;
    scan(house, made.blanks.doubtful, cropped);
    scan(house, made.blanks.scanned, {});
    scan(house, blanks.at(3), {});
    samples::PageScanner streaked;
    streaked.streaks = {{122, 0.5, true}};
    scan(house, made.blanks.streaked, streaked);
    run(house, {"inspect"}, "folder");
    house.closeOffice();
    return made;
}

}  // namespace

InspectedHouse copyOfInspectedHouse() {
    static const auto prepared = found();
    return {std::make_unique<TrainingHouse>(*prepared.house, std::string{}), prepared.blanks};
}

}  // namespace support

// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "issuance/document/cui.hpp"
#include "issuance/document/holder_check.hpp"
#include "issuance/document/travel_document.hpp"
#include "issuance/document/validity.hpp"
#include "issuance/training/people.hpp"
#include "issuance/training/portraits.hpp"
#include "printing/image/image.hpp"
#include "tests/issuance/order/order_file_fixture.hpp"

namespace issuance::training {
namespace {

using namespace base::literals;

TEST(TrainingOrders, AreTakenWithoutFaultOrWarning) {
    for (const std::uint32_t seed : {1U, 2026U}) {
        const auto orders = makeTrainingOrders(seed, {}, today());
        ASSERT_GE(orders.size(), 12U);
        const auto reading = readOrders(writeOrderFile(StationId{"TRAINING"}, orders));
        ASSERT_TRUE(reading);
        EXPECT_EQ(reading->good.size(), orders.size());
        for (const auto& refused : reading->refused)
            ADD_FAILURE() << refused.id << " " << refused.faults[0].code.name();
        for (const auto& good : reading->good) EXPECT_TRUE(good.warnings.empty());
    }
}

TEST(TrainingOrders, AreOfAllKinds) {
    std::set<KindId> kinds;
    for (const auto& order : makeTrainingOrders(1, {}, today())) kinds.insert(order.kind);
    EXPECT_EQ(kinds.size(), catalogue().kinds().size());
}

TEST(TrainingOrders, AreTheSameForTheSameSeed) {
    const TrainingPlan plan{2, 0, 1, 0, 1};
    EXPECT_EQ(makeTrainingOrders(5, plan, today()), makeTrainingOrders(5, plan, today()));
    EXPECT_NE(makeTrainingOrders(5, plan, today()), makeTrainingOrders(6, plan, today()));
}

TEST(TrainingOrders, HoldANameThatTheMrzTruncates) {
    const auto orders = makeTrainingOrders(3, {}, today());
    const TravelDocument document{catalogue().find(orders[0].kind), orders[0].holder, DocumentNumber{"A00000001"},
                                  today(), today()};
    const auto mrz = composeMrz(document);
    ASSERT_TRUE(mrz);
    EXPECT_TRUE(mrz->nameTruncated);
}

TEST(TrainingOrders, HoldASmallChildWhoDoesNotSign) {
    for (std::uint32_t seed = 1; seed < 20; ++seed) {
        int children = 0;
        for (const auto& order : makeTrainingOrders(seed, {4, 0, 0, 0, 0}, today())) {
            const bool child = ageOn(today(), order.holder.dateOfBirth) < 7;
            children += child ? 1 : 0;
            EXPECT_EQ(order.signatureImage.empty(), child);
            EXPECT_EQ(order.signatureWaiver == SignatureWaiver::Minor, child);
        }
        EXPECT_EQ(children, 1) << seed;
    }
}

TEST(TrainingOrders, TheFaultyOneIsRefusedForAllItsReasons) {
    const auto reading = readOrders(writeOrderFile(StationId{"TRAINING"}, {makeFaultyOrder(1, today())}));
    ASSERT_TRUE(reading);
    ASSERT_EQ(reading->refused.size(), 1U);
    const base::Refusal refusal{reading->refused[0].faults};
    EXPECT_TRUE(refusal.has("holder.born-in-future"_code));
    EXPECT_TRUE(refusal.has("holder.nationality"_code));
    EXPECT_TRUE(refusal.has("picture.damaged"_code));
}

TEST(InventedPeople, AllFitTheirDocuments) {
    for (std::uint32_t seed = 0; seed < 500; ++seed) {
        for (const PersonKind kind : {PersonKind::Adult, PersonKind::Minor, PersonKind::SmallChild, PersonKind::Refugee,
                                      PersonKind::Neighbour}) {
            const Holder person = inventPerson(seed, kind, today());
            const char* document = kind == PersonKind::Refugee     ? "special-travel-document"
                                   : kind == PersonKind::Neighbour ? "border-worker-card"
                                                                   : "passport-ordinary";
            const int years = document == std::string{"passport-ordinary"} ? 5 : 1;
            const auto faults = faultsOf(person, *catalogue().find(KindId{document}), years, today());
            EXPECT_TRUE(faults.empty()) << seed << " " << person.surname << ", " << person.givenNames << ": "
                                        << faults[0].code.name();
            const bool child = kind == PersonKind::Minor || kind == PersonKind::SmallChild;
            EXPECT_EQ(ageOn(today(), person.dateOfBirth) < 18, child) << seed;
            if (kind == PersonKind::SmallChild) {
                EXPECT_LT(ageOn(today(), person.dateOfBirth), 7) << seed;
            }
            if (person.cui) {
                EXPECT_TRUE(odditiesOf(*person.cui).empty()) << *person.cui;
            }
        }
    }
}

TEST(DrawnPortraits, DifferByTheirSeed) {
    std::set<base::Bytes> pictures;
    for (std::uint32_t seed = 0; seed < 10; ++seed) pictures.insert(drawPortrait(seed));
    EXPECT_EQ(pictures.size(), 10U);
    const auto image = printing::decodeImage(drawPortrait(4));
    ASSERT_TRUE(image);
    EXPECT_EQ(image->width, 480U);
    EXPECT_EQ(image->height, 640U);
    const auto grid = printing::brightnessGrid(*image, 3, 4);
    EXPECT_GT(grid[0], grid[4] + 20) << "the ground is lighter than the face";
}

}  // namespace
}  // namespace issuance::training

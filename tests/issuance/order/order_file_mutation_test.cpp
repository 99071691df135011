// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <random>

#include "issuance/training/drawing.hpp"
#include "tests/issuance/order/order_file_fixture.hpp"

namespace issuance {
namespace {

/// A small valid file: its portrait is no larger than it must be.
std::string smallFile() {
    auto orders = training::makeTrainingOrders(11, {1, 0, 0, 0, 1}, today());
    training::Drawing drawing{413, 540, {240, 240, 240}};
    drawing.fillEllipse(206, 260, 100, 140, {160, 110, 78});
    for (auto& order : orders) {
        order.portrait = drawing.asJpeg(20);
        order.signatureImage.clear();
        order.signatureWaiver = SignatureWaiver::Unable;
    }
    return writeOrderFile(StationId{"CAP-01"}, orders);
}

/// One to four changes: octets flipped, removed, repeated or exchanged for what XML gives a meaning.
std::string mutated(std::string text, std::mt19937& random) {
    static const std::string kMarks = "<>&\"'/!?-[]= \n\x01\xC3\xFF";
    for (auto changes = random() % 4 + 1; changes > 0 && !text.empty(); --changes) {
        const std::size_t at = random() % text.size();
        switch (random() % 5) {
            case 0: text[at] = static_cast<char>(random() % 256); break;
            case 1: text.erase(at, random() % 40 + 1); break;
            case 2: text.insert(at, text.substr(at, random() % 200 + 1)); break;
            case 3: text[at] = kMarks[random() % kMarks.size()]; break;
            default: text.resize(random() % 50 == 0 ? at : text.size()); break;
        }
    }
    return text;
}

TEST(OrderFileMutation, NoChangeOfAValidFileBreaksTheReader) {
    const std::string whole = smallFile();
    ASSERT_EQ(readOrders(whole)->good.size(), 2U);
    std::mt19937 random{20261123};
    int taken = 0;
    int refused = 0;
    for (int round = 0; round < 300; ++round) {
        const auto reading = readOrders(mutated(whole, random));
        if (!reading) {
            EXPECT_FALSE(reading.refusal().faults().empty());
            continue;
        }
        EXPECT_LE(reading->good.size() + reading->refused.size(), 4U);
        for (const auto& order : reading->refused) EXPECT_FALSE(order.faults.empty());
        taken += static_cast<int>(reading->good.size());
        refused += static_cast<int>(reading->refused.size());
    }
    EXPECT_GT(taken, 0);
    EXPECT_GT(refused, 0);
}

/// The text part only, where changes hit structure and fields rather than the picture.
TEST(OrderFileMutation, NoChangeOfTheFieldsBreaksTheReader) {
    std::string whole = smallFile();
    for (std::size_t at = whole.find("<portrait>"); at != std::string::npos; at = whole.find("<portrait>", at + 10))
        whole.erase(at + 10, whole.find("</portrait>", at) - at - 10);
    std::mt19937 random{42};
    for (int round = 0; round < 2000; ++round) {
        const auto reading = readOrders(mutated(whole, random));
        if (reading) {
            EXPECT_TRUE(reading->good.empty());
        }
    }
}

}  // namespace
}  // namespace issuance

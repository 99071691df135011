// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/apdu/apdu.hpp"

#include <gtest/gtest.h>

#include "base/failure.hpp"
#include "chip/apdu/status.hpp"

namespace chip {
namespace {

struct Case {
    const char* name;
    Command command;
    std::size_t size;
    base::Bytes lengths;  ///< the octets after the header, up to the data
};

std::vector<Case> sevenCases() {
    const auto data = [](std::size_t size) { return base::Bytes(size, 0x5A); };
    return {
        {"1", {0, 0xA4, 1, 2, {}, {}}, 4, {}},
        {"2S", {0, 0xB0, 0, 0, {}, 17}, 5, {17}},
        {"2S all", {0, 0xB0, 0, 0, {}, 256}, 5, {0}},
        {"3S", {0, 0xD6, 0, 0, data(255), {}}, 4 + 1 + 255, {255}},
        {"4S", {0, 0x88, 0, 0, data(8), 256}, 4 + 1 + 8 + 1, {8}},
        {"2E", {0, 0xB0, 0, 0, {}, 257}, 7, {0, 1, 1}},
        {"2E all", {0, 0xB0, 0, 0, {}, 65536}, 7, {0, 0, 0}},
        {"3E", {0, 0xD6, 0, 0, data(256), {}}, 4 + 3 + 256, {0, 1, 0}},
        {"3E largest", {0, 0xD6, 0, 0, data(65535), {}}, 4 + 3 + 65535, {0, 0xFF, 0xFF}},
        {"4E by data", {0, 0x88, 0, 0, data(300), 10}, 4 + 3 + 300 + 2, {0, 1, 44}},
        {"4E by expected", {0, 0x88, 0, 0, data(8), 65536}, 4 + 3 + 8 + 2, {0, 0, 8}},
    };
}

TEST(Command, IsWrittenInEachOfTheSevenCases) {
    for (const auto& example : sevenCases()) {
        const auto octets = example.command.encode();
        ASSERT_EQ(octets.size(), example.size) << example.name;
        EXPECT_TRUE(std::equal(example.lengths.begin(), example.lengths.end(), octets.begin() + 4)) << example.name;
    }
}

TEST(Command, IsReadInEachOfTheSevenCases) {
    for (const auto& example : sevenCases()) {
        const auto read = Command::decode(example.command.encode());
        ASSERT_TRUE(read) << example.name;
        EXPECT_EQ(read->data, example.command.data) << example.name;
        EXPECT_EQ(read->expected, example.command.expected) << example.name;
        EXPECT_EQ(read->ins, example.command.ins) << example.name;
    }
}

TEST(Command, RefusesLengthsThatDoNotFit) {
    for (const char* digits : {"", "00A404", "00A404000200", "00A4040001000000", "00A404000000", "00A4040000000200",
                               "00A40400000002AABBCC", "00A404000000000000"}) {
        const auto octets = base::fromHex(digits);
        ASSERT_TRUE(octets);
        const auto read = Command::decode(*octets);
        ASSERT_FALSE(read) << digits;
        EXPECT_TRUE(read.refusal().has(base::FailureCode{"apdu.malformed"})) << digits;
    }
}

TEST(Command, ThrowsOnWhatNoApduCanHold) {
    EXPECT_THROW((void)(Command{0, 0xD6, 0, 0, base::Bytes(65536), {}}.encode()), base::Failure);
    EXPECT_THROW((void)(Command{0, 0xB0, 0, 0, {}, 65537}.encode()), base::Failure);
    EXPECT_THROW((void)(Command{0, 0xB0, 0, 0, {}, 0}.encode()), base::Failure);
}

TEST(Response, IsDataAndStatusWord) {
    const Response response{{1, 2, 3}, status::kEndOfFile};
    const auto read = Response::decode(response.encode());
    ASSERT_TRUE(read);
    EXPECT_EQ(read->data, response.data);
    EXPECT_EQ(read->status, 0x6282);
    EXPECT_FALSE(read->ok());
    EXPECT_FALSE(Response::decode(base::Bytes{0x90}));
    EXPECT_EQ(status::text(0x6A82), "6A82");
}

}  // namespace
}  // namespace chip

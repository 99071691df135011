// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <deque>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "base/failure.hpp"
#include "base/files.hpp"
#include "chip/access/random_source.hpp"
#include "chip/apdu/card.hpp"
#include "tests/support/paths.hpp"

/// Published examples replayed octet for octet.
namespace chip::scripted {

inline base::Bytes hex(std::string_view digits) { return base::expected(base::fromHex(digits), "test data"); }

/// The text as upper-case hexadecimal, as the standard prints it.
inline std::string upper(base::BytesView octets) {
    std::string digits = base::toHex(octets);
    for (char& digit : digits) digit = static_cast<char>(std::toupper(static_cast<unsigned char>(digit)));
    return digits;
}

inline nlohmann::json example(std::string_view name, std::string_view folder = "icao9303") {
    const auto file = base::readFile(support::testData(folder) / name, 1024 * 1024);
    return nlohmann::json::parse(base::textOf(base::expected(file, name)));
}

/// Gives out the values of an example instead of random ones.
class Randomness final : public RandomSource {
   public:
    Randomness(std::initializer_list<std::string> values) : Randomness(std::vector<std::string>{values}) {}
    explicit Randomness(const std::vector<std::string>& values) {
        for (const auto& value : values) m_values.push_back(hex(value));
    }
    base::SecretBytes octets(std::size_t count) override {
        if (m_values.empty()) throw std::logic_error{"more randomness asked for than the example has"};
        auto value = std::move(m_values.front());
        m_values.pop_front();
        EXPECT_EQ(value.size(), count);
        return base::SecretBytes{std::move(value)};
    }

   private:
    std::deque<base::Bytes> m_values;
};

/// Expects the example's commands in their order and gives the example's answers.
class ReplayedCard final : public Card {
   public:
    void expect(std::string_view command, std::string_view answer) {
        m_exchanges.push_back({std::string{command}, std::string{answer}});
    }
    Response transmit(const Command& command) override {
        EXPECT_FALSE(m_exchanges.empty());
        const auto exchange = m_exchanges.front();
        m_exchanges.pop_front();
        EXPECT_EQ(upper(command.encode()), exchange.first);
        return base::expected(Response::decode(hex(exchange.second)), "answer");
    }
    void reset() override {}
    [[nodiscard]] base::Bytes answerToReset() const override { return {}; }
    [[nodiscard]] std::string readerName() const override { return "replay"; }
    [[nodiscard]] bool finished() const { return m_exchanges.empty(); }

   private:
    std::deque<std::pair<std::string, std::string>> m_exchanges;
};

}  // namespace chip::scripted

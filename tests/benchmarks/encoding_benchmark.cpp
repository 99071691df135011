// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <thread>
#include <vector>

#include "chip/personalization/store_data.hpp"
#include "chip/simulator/chip_product.hpp"
#include "chip/simulator/simulated_chip.hpp"
#include "tests/benchmarks/ratio.hpp"
#include "tests/chip/support/specimen.hpp"

/// What the encoder adds to the time on the wire, how many exchanges it needs, and what several readers do at once.
namespace {

using Clock = std::chrono::steady_clock;
using Seconds = std::chrono::duration<double>;

constexpr double kBitsPerOctet = 9;       // ISO/IEC 14443-3 type A: eight bits and a parity
constexpr double kFramingOctets = 2 * 5;  // block header, checksum and guard time of command and answer

/// A simulated chip behind a radio link of so many bits a second. It notes the time that passed within it.
class PacedCard final : public chip::Card {
   public:
    PacedCard(chip::Card& card, double bitsPerSecond) : m_card(card), m_rate(bitsPerSecond) {}

    chip::Response transmit(const chip::Command& command) override {
        const auto begin = Clock::now();
        const double sent = static_cast<double>(command.encode().size());
        auto response = m_card.transmit(command);
        const double octets = sent + static_cast<double>(response.encode().size()) + kFramingOctets;
        const Seconds wire{octets * kBitsPerOctet / m_rate};
        std::this_thread::sleep_until(begin + std::chrono::duration_cast<Clock::duration>(wire));
        m_wire += wire;
        m_within += Clock::now() - begin;
        ++m_exchanges;
        return response;
    }
    void reset() override {
        const auto begin = Clock::now();
        m_card.reset();
        m_within += Clock::now() - begin;
    }
    [[nodiscard]] base::Bytes answerToReset() const override { return m_card.answerToReset(); }
    [[nodiscard]] std::string readerName() const override { return m_card.readerName(); }

    [[nodiscard]] double wire() const { return m_wire.count(); }
    [[nodiscard]] double within() const { return m_within.count(); }
    [[nodiscard]] std::size_t exchanges() const { return m_exchanges; }

   private:
    chip::Card& m_card;
    double m_rate;
    Seconds m_wire{}, m_within{};
    std::size_t m_exchanges = 0;
};

/// One product with its encoder, and blank chips of it.
struct Product {
    explicit Product(const std::string& name)
        : profile(chip::testing::chipProfile(name)), encoder(profile, chip::testing::transportKeys()) {
        make.product = chip::ChipProduct::of(profile, chip::testing::transportKeys());
    }
    chip::ChipProfile profile;
    chip::Encoder encoder;
    chip::ChipMake make;
};

struct Made {
    double wall = 0, wire = 0, own = 0;
    std::size_t exchanges = 0;
};

Made makeOne(const Product& product, const chip::ChipContent& content, double rate) {
    chip::SimulatedChip chip{product.make};
    PacedCard card{chip, rate};
    const auto begin = Clock::now();
    if (!product.encoder.personalize(card, content).locked()) std::abort();
    const double wall = Seconds{Clock::now() - begin}.count();
    return {wall, card.wire(), wall - card.within(), card.exchanges()};
}

bool reportOverhead(const Product& product, const chip::ChipContent& content, double rate) {
    constexpr int kTurns = 5;
    std::vector<double> shares;
    Made made;
    for (int turn = 0; turn < kTurns; ++turn) {
        made = makeOne(product, content, rate);
        shares.push_back(made.own / made.wire);
    }
    const double share = benchmarks::median(shares);
    constexpr double kGoal = 0.05;
    std::printf("%-22s %4.0f kbit/s  wire %6.3f s  whole %6.3f s  encoder's own %.4f of the wire  goal 0.05  %s\n",
                product.profile.name.c_str(), rate / 1000, made.wire, made.wall, share,
                share <= kGoal ? "reached" : "MISSED");
    return share <= kGoal;
}

std::size_t begun(std::size_t octets, std::size_t room) { return (octets + room - 1) / room; }

/// Octets of plain data that a block of STORE DATA has room for.
std::size_t roomOf(const chip::ChipProfile& profile) {
    const auto& rules = *profile.globalPlatform;
    const auto room = chip::plainRoom(rules.protocol, rules.level, profile.chunk);
    constexpr std::size_t kHeaderAndOffset =
        5;  // identifier, length and offset before each part, where blocks are whole
    return rules.blocks == chip::Blocks::Whole ? room - kHeaderAndOffset : room;
}

/// Full blocks of everything that may run on, one block for each secret that must stand alone, and the commands that
/// carry no data.
std::size_t fewestBlocks(const chip::ChipProfile& profile, const std::vector<chip::ChipStep>& plan,
                         const chip::ChipContent& content) {
    constexpr std::size_t kEntryOfDirectory = 4;
    std::size_t octets = chip::groupHeader(kEntryOfDirectory * content.files.size());
    for (const auto& [file, content_octets] : content.files) {
        octets += kEntryOfDirectory + content_octets.size();
        if (profile.globalPlatform->blocks == chip::Blocks::Running) octets += chip::groupHeader(content_octets.size());
    }
    std::size_t other = 0;
    for (const auto& step : plan)
        if (!step.secrets.empty() || step.kind == chip::StepKind::Install || step.kind == chip::StepKind::Lock) ++other;
    return other + begun(octets, roomOf(profile));
}

/// Fewest exchanges by the dialect's rules: data in full commands, each file by itself where files are written one by
/// one; looking, opening, creating, secrets and the lock as the dialect has them.
std::size_t fewest(const Product& product, const chip::ChipContent& content, const Made& made) {
    const auto plan = product.encoder.plan(content, product.profile.chunk);
    const std::size_t before = made.exchanges - plan.size();
    if (product.profile.globalPlatform) return before + fewestBlocks(product.profile, plan, content);
    std::size_t least = before;
    for (const auto& step : plan)
        if (step.kind != chip::StepKind::WriteFile) ++least;
    for (const auto& [file, octets] : content.files) least += begun(octets.size(), product.profile.chunk);
    return least;
}

bool reportExchanges(const Product& product, const chip::ChipContent& content) {
    const auto made = makeOne(product, content, 1e9);
    const auto least = fewest(product, content, made);
    const double ratio = static_cast<double>(made.exchanges) / static_cast<double>(least);
    constexpr double kGoal = 1.02;
    std::printf("%-22s exchanges %4zu  fewest %4zu  ratio %.3f  goal %.2f  %s\n", product.profile.name.c_str(),
                made.exchanges, least, ratio, kGoal, ratio <= kGoal ? "reached" : "MISSED");
    return ratio <= kGoal;
}

/// Chips a second when so many readers work at once, each in a thread of its own.
double rateOfReaders(const Product& product, const chip::ChipContent& content, double rate, int readers) {
    constexpr int kChipsEach = 3;
    return benchmarks::rateOf(readers * kChipsEach, [&] {
        std::vector<std::jthread> threads;
        for (int reader = 0; reader < readers; ++reader)
            threads.emplace_back([&] {
                for (int each = 0; each < kChipsEach; ++each) (void)makeOne(product, content, rate);
            });
    });
}

bool reportReaders(const Product& product, const chip::ChipContent& content, double rate) {
    constexpr int kReaders = 4;
    constexpr double kGoal = 3.5;
    const double one = rateOfReaders(product, content, rate, 1), four = rateOfReaders(product, content, rate, kReaders);
    std::printf("%-22s %4.0f kbit/s  one reader %6.2f/s  four %6.2f/s  ratio %.2f  goal %.1f  %s\n",
                product.profile.name.c_str(), rate / 1000, one, four, four / one, kGoal,
                four / one >= kGoal ? "reached" : "MISSED");
    return four / one >= kGoal;
}

}  // namespace

int main() {
    const signing::testing::House house;
    const auto content = chip::testing::specimen(house);
    bool reached = true;
    for (const auto* name : {"icao-applet", "iso-7816-9", "globalplatform-scp02", "globalplatform-scp03"}) {
        const Product product{name};
        reached &= reportExchanges(product, content);
        for (const double rate : {106e3, 424e3, 848e3}) reached &= reportOverhead(product, content, rate);
        for (const double rate : {106e3, 424e3, 848e3}) reached &= reportReaders(product, content, rate);
    }
    return reached ? 0 : 1;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/simulator/simulated_chip.hpp"

#include <thread>

#include "base/failure.hpp"
#include "base/log.hpp"
#include "chip/apdu/instruction.hpp"
#include "chip/apdu/status.hpp"
#include "chip/simulator/picc.hpp"

namespace chip {
namespace {

using base::operator""_code;

constexpr std::size_t kUid = 7;
constexpr std::size_t kLargestCommand = 8192;

base::Bytes drawUid(RandomSource& random) {
    const auto drawn = random.octets(kUid);
    return {drawn.reveal().begin(), drawn.reveal().end()};
}

/// A chip answers everything, whatever happens inside (6F00).
Response answer(Picc& picc, const Command& command) {
    if (command.data.size() > kLargestCommand) return {{}, status::kWrongLength};
    try {
        return picc.process(command);
    } catch (const base::Failure& failure) {
        base::log::error(std::string{"simulated chip: "} + failure.code().name());
        picc.powerUp();
        return {{}, status::kNoPreciseDiagnosis};
    }
}

bool writes(const Command& command) {
    switch (command.ins) {
        case ins::kUpdateBinary:
        case ins::kUpdateBinaryOdd:
        case ins::kCreateFile:
        case ins::kPutData:
        case ins::kStoreData: return true;
        default: return false;
    }
}

/// UPDATE BINARY with half of its data; any other command is carried out whole.
Command halfOf(const Command& command) {
    auto half = command;
    if (command.ins == ins::kUpdateBinary) half.data.resize(command.data.size() / 2);
    return half;
}

void flipBit(Response& response) {
    if (response.data.empty())
        response.status = static_cast<std::uint16_t>(response.status ^ 0x0001);
    else
        response.data[response.data.size() / 2] ^= 0x01;
}

}  // namespace

SimulatedChip::SimulatedChip(ChipMake make, RandomSource& random)
    : SimulatedChip(std::make_unique<Picc>(ChipMemory{drawUid(random), make.capacity}, make, random), make) {}

SimulatedChip::SimulatedChip(std::unique_ptr<Picc> picc, ChipMake make) : m_make(make), m_picc(std::move(picc)) {}

std::unique_ptr<SimulatedChip> SimulatedChip::fromMemory(base::BytesView memory, ChipMake make, RandomSource& random) {
    auto picc = std::make_unique<Picc>(ChipMemory::fromOctets(memory), make, random);
    return std::unique_ptr<SimulatedChip>{new SimulatedChip{std::move(picc), make}};
}

SimulatedChip::~SimulatedChip() = default;

Response SimulatedChip::transmit(const Command& command) {
    if (m_removed) throwRemoved();
    if (const auto* fault = nextFault()) return transmitWith(*fault, command);
    return carryOut(command);
}

Response SimulatedChip::transmitWith(const ChipFault& fault, const Command& command) {
    using Kind = ChipFault::Kind;
    switch (fault.kind) {
        case Kind::RemovedBefore: throwRemoved();
        case Kind::RemovedAfter: (void)carryOut(command); throwRemoved();
        case Kind::TornWrite: (void)carryOut(halfOf(command)); throwRemoved();
        case Kind::WrongStatus: return {{}, fault.status};
        case Kind::Silence: (void)carryOut(command); throwSilent();
        case Kind::Slow:
            if (m_deadline && fault.delay > *m_deadline) {
                (void)carryOut(command);
                throwSilent();
            }
            std::this_thread::sleep_for(fault.delay);
            break;
        case Kind::FullMemory: m_full = true; break;
        case Kind::WornOutFile: m_picc->wearOut(fault.file); break;
        case Kind::FlippedBit: break;
    }
    auto response = carryOut(command);
    if (fault.kind == Kind::FlippedBit) flipBit(response);
    return response;
}

void SimulatedChip::throwSilent() const {
    throw base::Failure{"card.silent"_code, base::NextStep::CallSupervisor, readerName()};
}

Response SimulatedChip::carryOut(const Command& command) {
    if (m_full && writes(command)) return {{}, status::kNotEnoughMemory};
    return answer(*m_picc, command);
}

void SimulatedChip::reset() {
    if (m_removed) throwRemoved();
    m_picc->powerUp();
}

base::Bytes SimulatedChip::answerToReset() const {
    // T=0 and T=1 as contactless readers show it; historical octets: card capabilities with chaining and extended
    // lengths (ISO/IEC 7816-4 12.1.1.9).
    const auto lengths = static_cast<std::uint8_t>((m_make.chaining ? 0x80 : 0) | (m_make.extendedLengths ? 0x40 : 0));
    base::Bytes octets{0x3B, 0x85, 0x80, 0x01, 0x80, 0x73, 0x00, 0x21, lengths};
    std::uint8_t check = 0;
    for (std::size_t at = 1; at < octets.size(); ++at) check ^= octets[at];
    octets.push_back(check);
    return octets;
}

std::string SimulatedChip::readerName() const { return "Simulated chip " + base::toHex(uid()); }

base::SecretBytes SimulatedChip::memory() const { return m_picc->memory().octets(); }

base::Bytes SimulatedChip::uid() const { return m_picc->memory().uid(); }

ChipLife SimulatedChip::life() const { return m_picc->memory().life; }

void SimulatedChip::inject(ChipFault fault) { m_faults.push_back(fault); }

void SimulatedChip::reinsert() {
    m_faults.clear();
    m_removed = m_full = false;
    m_picc->wearOut({});
    m_picc->powerUp();
}

const ChipFault* SimulatedChip::nextFault() {
    bool due = false;
    for (auto at = m_faults.begin(); at != m_faults.end();) {
        if (--at->atCommand > 0) {
            ++at;
            continue;
        }
        m_due = *at;
        due = true;
        at = m_faults.erase(at);
    }
    return due ? &m_due : nullptr;
}

void SimulatedChip::throwRemoved() {
    m_removed = true;
    throw base::Failure{"card.removed"_code, base::NextStep::CallSupervisor, readerName()};
}

}  // namespace chip

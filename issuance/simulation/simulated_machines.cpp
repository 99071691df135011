// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/simulation/simulated_machines.hpp"

#include <unistd.h>

#include <fstream>
#include <thread>

#include "base/digest.hpp"
#include "base/failure.hpp"
#include "base/files.hpp"
#include "chip/simulator/simulated_chip.hpp"
#include "printing/printer/folder_printer.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using Seconds = std::chrono::duration<double>;

constexpr std::size_t kLargestPage = std::size_t{16} * 1024 * 1024;
constexpr std::size_t kLargestMemory = std::size_t{1024} * 1024;
/// How often a machine that is at work says so.
constexpr Seconds kSignOfLife{0.25};
/// Where in its writing a chip that fails does so: the second half of the data groups' exchanges is reached by all.
constexpr std::size_t kFailsAt = 20;

std::string blankOf(const std::string& jobName) { return jobName.substr(0, jobName.find('-')); }

/// 0 to 1, the same for the same seed, machine and blank.
double chanceOf(std::uint32_t seed, std::string_view machine, const std::string& blank) {
    const auto hash = base::sha256(base::bytesOf(std::to_string(seed) + "/" + std::string{machine} + "/" + blank));
    std::uint32_t number = 0;
    for (std::size_t at = 0; at < 4; ++at) number = number << 8U | hash[at];
    return number / 4294967296.0;
}

/// A memory that is no house's only copy: it outlives the program at any moment, and no power cut.
void keep(const std::filesystem::path& file, const base::SecretBytes& memory) {
    const auto beside = file.string() + "." + std::to_string(::getpid());
    {
        std::ofstream out{beside, std::ios::binary | std::ios::trunc};
        const auto& octets = memory.reveal();
        out.write(reinterpret_cast<const char*>(octets.data()), static_cast<std::streamsize>(octets.size()));
        if (!out.flush()) throw base::Failure{"file.not-written"_code, base::NextStep::CallSupervisor, file.string()};
    }
    std::filesystem::rename(beside, file);
}

}  // namespace

Seconds paceOf(Duty duty) {
    switch (duty) {
        case Duty::Print: return kPrintPace;
        case Duty::Encode: return kEncodePace;
        case Duty::Inspect: return kInspectPace;
    }
    return {};
}

void MachineTally::count(const std::string& blank, MachineAct act) {
    const std::lock_guard lock{m_mutex};
    auto& piece = m_pieces[blank];
    switch (act) {
        case MachineAct::Printed: ++piece.pages; break;
        case MachineAct::PrintAborted: ++piece.aborted; break;
        case MachineAct::ChipBegun: ++piece.chips; break;
        case MachineAct::ChipLocked: ++piece.locked; break;
    }
}

std::map<std::string, PieceCount> MachineTally::all() {
    const std::lock_guard lock{m_mutex};
    return m_pieces;
}

PieceCount MachineTally::of(const std::string& blank) {
    const auto pieces = all();
    const auto found = pieces.find(blank);
    return found == pieces.end() ? PieceCount{} : found->second;
}

MachineFaults MachineFaults::drawn(double share, std::uint32_t seed) {
    MachineFaults faults;
    if (share <= 0) return faults;
    faults.printAborts = [=](const auto& blank) { return chanceOf(seed, "print", blank) < share; };
    // Half of the chips that fail refuse to be written, half tear: nobody knows how far those are.
    faults.chipFails = [=](const auto& blank) -> std::optional<chip::ChipFault> {
        const auto chance = chanceOf(seed, "chip", blank);
        if (chance >= share) return std::nullopt;
        const auto kind = chance < share / 2 ? chip::ChipFault::Kind::WrongStatus : chip::ChipFault::Kind::RemovedAfter;
        return chip::ChipFault{kind, kFailsAt, 0x6581};
    };
    return faults;
}

/// Prints into the folder, and counts.
class SimulatedMachines::Printing final : public printing::Printer {
   public:
    explicit Printing(SimulatedMachines& machines) : m_machines(machines), m_folder(machines.m_room.pages) {}
    using Printer::print;
    printing::PrintOutcome print(const printing::PrintJob& job, const printing::PrintProgress& progress) override {
        auto& room = m_machines.m_room;
        const auto blank = blankOf(job.name);
        const auto begin = Clock::now();
        m_machines.m_spent = {};
        const auto pace = m_machines.pace() / static_cast<double>(room.sides);
        const auto goesOn = [&] { return !progress || progress({}) == printing::PrintWish::GoOn; };
        if (room.faults.printAborts && room.faults.printAborts(blank)) {
            m_machines.waitOut(pace / 2, goesOn);
            room.tally.count(blank, MachineAct::PrintAborted);
            return {printing::PrintOutcome::End::Aborted, base::Fault{"printing.job-aborted"_code}};
        }
        auto outcome = m_folder.print(job, progress);
        if (outcome.completed()) room.tally.count(blank, MachineAct::Printed);
        m_machines.spend(begin);
        m_machines.waitOut(pace, goesOn);
        return outcome;
    }

   private:
    SimulatedMachines& m_machines;
    printing::FolderPrinter m_folder;
};

/// The chip of a blank as it lies in the reader. What was written is kept when it is taken off, and the reader is done
/// with the document then.
class SimulatedMachines::Chip final : public chip::Card {
   public:
    Chip(SimulatedMachines& machines, std::string blank)
        : m_machines(machines), m_blank(std::move(blank)), m_file(machines.m_room.chips / (m_blank + ".chip")) {
        const auto make = machines.m_room.makeOf ? machines.m_room.makeOf(m_blank) : chip::ChipMake{};
        const auto memory = base::readFile(m_file, kLargestMemory);
        m_chip = memory ? chip::SimulatedChip::fromMemory(*memory, make) : std::make_unique<chip::SimulatedChip>(make);
        if (!memory) keep(m_file, m_chip->memory());
        m_life = m_chip->life();
    }
    ~Chip() override {
        if (m_used) m_machines.waitOut(m_machines.pace());
    }
    Chip(const Chip&) = delete;
    Chip& operator=(const Chip&) = delete;

    void inject(const chip::ChipFault& fault) { m_chip->inject(fault); }
    chip::Response transmit(const chip::Command& command) override {
        const auto begin = Clock::now();
        m_used = true;
        try {
            auto response = m_chip->transmit(command);
            note();
            m_machines.spend(begin);
            return response;
        } catch (const base::Failure&) {
            note();
            if (m_life != chip::ChipLife::Blank) keep(m_file, m_chip->memory());
            m_machines.spend(begin);
            throw;
        }
    }
    void reset() override {
        m_chip->reset();
        if (m_changed) keep(m_file, m_chip->memory());
        m_changed = false;
    }
    [[nodiscard]] base::Bytes answerToReset() const override { return m_chip->answerToReset(); }
    void answerWithin(std::chrono::milliseconds deadline) override { m_chip->answerWithin(deadline); }
    [[nodiscard]] std::string readerName() const override { return m_chip->readerName(); }
    [[nodiscard]] std::size_t largestCommandData() const override { return m_chip->largestCommandData(); }
    [[nodiscard]] std::size_t largestResponseData() const override { return m_chip->largestResponseData(); }
    [[nodiscard]] bool takesChains() const override { return m_chip->takesChains(); }
    [[nodiscard]] bool takesExtendedLengths() const override { return m_chip->takesExtendedLengths(); }

   private:
    void note() {
        const auto life = m_chip->life();
        if (life == m_life) return;
        m_changed = true;
        auto& tally = m_machines.m_room.tally;
        if (m_life == chip::ChipLife::Blank) tally.count(m_blank, MachineAct::ChipBegun);
        if (life == chip::ChipLife::Locked) tally.count(m_blank, MachineAct::ChipLocked);
        keep(m_file, m_chip->memory());
        m_life = life;
    }

    SimulatedMachines& m_machines;
    const std::string m_blank;
    const std::filesystem::path m_file;
    std::unique_ptr<chip::SimulatedChip> m_chip;
    chip::ChipLife m_life = chip::ChipLife::Blank;
    bool m_changed = false;
    bool m_used = false;
};

SimulatedMachines::SimulatedMachines(Duty duty, const MachineRoom& room)
    : m_duty(duty), m_room(room), m_printer(std::make_unique<Printing>(*this)) {}
SimulatedMachines::~SimulatedMachines() = default;

printing::Printer& SimulatedMachines::printer() { return *m_printer; }

bool SimulatedMachines::bring(const std::string& /*blank*/, Laying /*laying*/, const KeepWaiting& /*keepWaiting*/) {
    m_spent = {};
    m_waited = false;
    return true;
}

std::shared_ptr<chip::Card> SimulatedMachines::cardOf(const std::string& blank) {
    auto card = std::make_shared<Chip>(*this, blank);
    const auto& fails = m_duty == Duty::Encode ? m_room.faults.chipFails : m_room.faults.readFails;
    if (fails)
        if (const auto fault = fails(blank)) card->inject(*fault);
    return card;
}

std::optional<base::Bytes> SimulatedMachines::finishedPage(const std::string& jobName) {
    auto page = base::readFile(m_room.pages / (jobName + ".pdf"), kLargestPage);
    return page ? std::optional{std::move(page).value()} : base::Bytes{};
}

Seconds SimulatedMachines::pace() const { return m_room.pace ? paceOf(m_duty) / *m_room.pace : Seconds{0}; }

void SimulatedMachines::spend(Clock::time_point since) {
    const auto took = Clock::now() - since;
    m_spent += took;
    m_worked += took;
}

void SimulatedMachines::waitOut(Seconds pace, const std::function<bool()>& goesOn) {
    if (m_waited && m_duty != Duty::Print) return;
    m_waited = true;
    const auto begin = Clock::now();
    const auto until = begin + std::chrono::duration_cast<Clock::duration>(pace - m_spent);
    while (!m_room.stop) {
        const Seconds left = until - Clock::now();
        if (left.count() <= 0) break;
        std::this_thread::sleep_for(std::min(left, kSignOfLife));
        if (goesOn) (void)goesOn();
    }
    spend(begin);
}

}  // namespace issuance

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/faulty_machines.hpp"

#include <array>
#include <thread>

#include "base/failure.hpp"

namespace support {
namespace {

using namespace base::literals;
using namespace std::chrono_literals;
using printing::PrintOutcome;
using Kind = chip::ChipFault::Kind;

constexpr double kPrinterChance = 0.025;  ///< of each way in which a printer fails
constexpr double kAborts = 0.03;
constexpr double kChipFails = 0.09;
constexpr double kReadFails = 0.03;
constexpr double kReaderGone = 0.02;
constexpr double kNobody = 0.02;
constexpr double kPageNotShown = 0.02;
/// A personalisation takes about a hundred exchanges, an inspection some thirty.
constexpr std::size_t kWriteExchanges = 130;
constexpr std::size_t kReadExchanges = 40;
/// Of a lease: what a machine that is slow, or silent, takes.
constexpr double kOutlasts = 1.4;

struct NamedKind {
    const char* name;
    Kind kind;
};
constexpr std::array kChipFaults{NamedKind{"removed-before", Kind::RemovedBefore},
                                 NamedKind{"removed-after", Kind::RemovedAfter},
                                 NamedKind{"torn-write", Kind::TornWrite},
                                 NamedKind{"wrong-status", Kind::WrongStatus},
                                 NamedKind{"flipped-bit", Kind::FlippedBit},
                                 NamedKind{"silence", Kind::Silence},
                                 NamedKind{"slow", Kind::Slow},
                                 NamedKind{"full-memory", Kind::FullMemory},
                                 NamedKind{"worn-out-file", Kind::WornOutFile}};
constexpr std::array<std::uint16_t, 4> kStatuses{0x6581, 0x6A84, 0x6F00, 0x6982};

std::optional<chip::ChipFault> drawn(FaultDraw& draw, const std::string& act, double chance, std::size_t exchanges) {
    if (draw.between(0, 1) >= chance) return std::nullopt;
    const auto& named = kChipFaults.at(draw.below(kChipFaults.size()));
    draw.note("chip " + std::string{named.name} + " in " + act);
    chip::ChipFault fault{named.kind, 1 + draw.below(exchanges), kStatuses.at(draw.below(kStatuses.size()))};
    fault.delay = 100ms;
    return fault;
}

}  // namespace

class FaultyMachines::FaultyPrinter final : public printing::Printer {
   public:
    FaultyPrinter(printing::Printer& printer, FaultDraw& draw, std::chrono::milliseconds lease)
        : m_printer(printer), m_draw(draw), m_lease(lease) {}
    using Printer::print;
    PrintOutcome print(const printing::PrintJob& job, const printing::PrintProgress& progress) override {
        if (m_draw.comes("printer busy", kPrinterChance))
            return {PrintOutcome::End::Refused, base::Fault{"printing.printer-busy"_code}};
        if (m_draw.comes("printer jammed", kPrinterChance))
            return {PrintOutcome::End::Refused, base::Fault{"printer.media-jam"_code}};
        if (m_draw.comes("printer without medium", kPrinterChance))
            return {PrintOutcome::End::Refused, base::Fault{"printing.printer-lacks-media"_code}};
        if (m_draw.comes("print job lost, nothing printed", kPrinterChance))
            return {PrintOutcome::End::InDoubt, base::Fault{"printing.job-lost"_code}};
        if (m_draw.comes("printer slower than a lease", kPrinterChance)) outlastLease(&progress);
        auto outcome = m_printer.print(job, progress);
        if (!outcome.completed()) return outcome;
        if (m_draw.comes("print job lost, page printed", kPrinterChance))
            return {PrintOutcome::End::InDoubt, base::Fault{"printing.job-connection-lost"_code}};
        if (m_draw.comes("printer silent after the page", kPrinterChance)) outlastLease(nullptr);
        return outcome;
    }

   private:
    /// With signs of life, or without.
    void outlastLease(const printing::PrintProgress* progress) {
        const auto until = std::chrono::steady_clock::now() +
                           std::chrono::duration_cast<std::chrono::milliseconds>(kOutlasts * m_lease);
        while (std::chrono::steady_clock::now() < until) {
            std::this_thread::sleep_for(50ms);
            if (progress != nullptr && *progress) (void)(*progress)({});
        }
    }
    printing::Printer& m_printer;
    FaultDraw& m_draw;
    const std::chrono::milliseconds m_lease;
};

FaultyMachines::FaultyMachines(issuance::Duty duty, const issuance::MachineRoom& room, FaultDraw& draw,
                               std::chrono::milliseconds lease)
    : m_machines(duty, room),
      m_draw(draw),
      m_printer(std::make_unique<FaultyPrinter>(m_machines.printer(), draw, lease)) {}
FaultyMachines::~FaultyMachines() = default;

issuance::MachineFaults FaultyMachines::faultsOf(FaultDraw& draw) {
    issuance::MachineFaults faults;
    faults.printAborts = [&draw](const auto& /*blank*/) { return draw.comes("print broken off", kAborts); };
    faults.chipFails = [&draw](const auto& /*blank*/) { return drawn(draw, "writing", kChipFails, kWriteExchanges); };
    faults.readFails = [&draw](const auto& /*blank*/) { return drawn(draw, "reading", kReadFails, kReadExchanges); };
    return faults;
}

printing::Printer& FaultyMachines::printer() { return *m_printer; }

bool FaultyMachines::bring(const std::string& blank, issuance::Laying laying,
                           const issuance::KeepWaiting& keepWaiting) {
    if (m_draw.comes("nobody feeds the reader", kNobody)) return false;
    return m_machines.bring(blank, laying, keepWaiting);
}

std::shared_ptr<chip::Card> FaultyMachines::cardOf(const std::string& blank) {
    if (m_draw.comes("reader pulled out", kReaderGone))
        throw base::Failure{"reader.unavailable"_code, base::NextStep::Retry, "simulated"};
    if (m_draw.comes("no card on the reader", kReaderGone))
        throw base::Failure{"reader.no-card"_code, base::NextStep::Retry, "simulated"};
    return m_machines.cardOf(blank);
}

std::optional<base::Bytes> FaultyMachines::finishedPage(const std::string& jobName) {
    if (m_draw.comes("page not shown", kPageNotShown)) return base::Bytes{};
    return m_machines.finishedPage(jobName);
}

}  // namespace support

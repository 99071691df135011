// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "issuance/simulation/simulated_machines.hpp"
#include "tests/simulation/fault_draw.hpp"

namespace support {

/// Simulated machines that fail as real ones do: printers that refuse, jam, break off, lose jobs, are slow or say
/// nothing; chips in every way that ChipFault knows; readers that are pulled out or that nobody feeds; pages that are
/// not shown.
class FaultyMachines final : public issuance::Devices {
   public:
    /// `lease` is the station's: what is slow is slower than that.
    FaultyMachines(issuance::Duty duty, const issuance::MachineRoom& room, FaultDraw& draw,
                   std::chrono::milliseconds lease);
    ~FaultyMachines() override;

    /// The faults of prints and chips that the room's machines ask for.
    static issuance::MachineFaults faultsOf(FaultDraw& draw);

    [[nodiscard]] printing::Printer& printer() override;
    bool bring(const std::string& blank, issuance::Laying laying, const issuance::KeepWaiting& keepWaiting) override;
    [[nodiscard]] bool fedByHand() const override { return m_machines.fedByHand(); }
    [[nodiscard]] std::shared_ptr<chip::Card> cardOf(const std::string& blank) override;
    [[nodiscard]] std::optional<base::Bytes> finishedPage(const std::string& jobName) override;
    void wearOut(const std::string& blank) override { m_machines.wearOut(blank); }
    [[nodiscard]] bool present() const override { return m_machines.present(); }

   private:
    class FaultyPrinter;
    issuance::SimulatedMachines m_machines;
    FaultDraw& m_draw;
    std::unique_ptr<FaultyPrinter> m_printer;
};

}  // namespace support

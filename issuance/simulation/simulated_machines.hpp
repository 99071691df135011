// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <map>
#include <mutex>

#include "issuance/line/devices.hpp"
#include "issuance/line/station_duties.hpp"

namespace issuance {

/// How long a machine is taken to need for one document, feeding included: assumptions of capacity planning for desktop
/// printers of books, contactless encoders and full page readers, and no maker's promise. What a house's own machines
/// need is to be measured there, and told by the pace.
inline constexpr std::chrono::duration<double> kPrintPace{20};
inline constexpr std::chrono::duration<double> kEncodePace{12};
inline constexpr std::chrono::duration<double> kInspectPace{8};
/// The realistic pace of a duty's machine.
std::chrono::duration<double> paceOf(Duty duty);

/// What was done to one blank, as its machines counted it.
struct PieceCount {
    int pages = 0;    ///< printed to their end
    int aborted = 0;  ///< begun, and not printed to their end
    int chips = 0;    ///< begun to be written
    int locked = 0;
};

/// What a machine does to a blank and counts.
enum class MachineAct { Printed, PrintAborted, ChipBegun, ChipLocked };

/// What the machines of a line counted by themselves. Nothing of it is read from the books. Safe from several threads.
class MachineTally {
   public:
    virtual ~MachineTally() = default;
    virtual void count(const std::string& blank, MachineAct act);
    /// All blanks that a machine ever touched.
    [[nodiscard]] virtual std::map<std::string, PieceCount> all();
    [[nodiscard]] PieceCount of(const std::string& blank);

   private:
    std::mutex m_mutex;
    std::map<std::string, PieceCount> m_pieces;
};

/// What goes wrong at simulated machines, asked for each blank: a fault harness gives its own.
struct MachineFaults {
    std::function<bool(const std::string& blank)> printAborts = {};
    std::function<std::optional<chip::ChipFault>(const std::string& blank)> chipFails = {};  ///< while it is written
    std::function<std::optional<chip::ChipFault>(const std::string& blank)> readFails = {};  ///< while it is inspected

    /// Such a share of prints, and of chips, by chance that the seed decides, whoever comes first.
    static MachineFaults drawn(double share, std::uint32_t seed);
};

/// What the machines of one simulated line have in common. All of it outlives the machines.
struct MachineRoom {
    std::filesystem::path pages;
    std::filesystem::path chips;
    MakeOf makeOf;
    std::optional<double> pace;  ///< times faster than realistic; none: without waiting
    std::size_t sides = 1;       ///< of a document, printed one after the other
    MachineFaults faults;
    MachineTally& tally;
    const std::atomic<bool>& stop;  ///< nobody waits any more, and nothing new is begun
};

/// The machines of one station: a printer into a folder, and a reader for chips whose memory lies in files. They take
/// as long as the pace says: what their own computing takes is part of it, what the line does between is not.
class SimulatedMachines final : public Devices {
   public:
    SimulatedMachines(Duty duty, const MachineRoom& room);
    ~SimulatedMachines() override;

    [[nodiscard]] printing::Printer& printer() override;
    bool bring(const std::string& blank, Laying laying, const KeepWaiting& keepWaiting) override;
    [[nodiscard]] bool fedByHand() const override { return false; }
    [[nodiscard]] std::shared_ptr<chip::Card> cardOf(const std::string& blank) override;
    [[nodiscard]] std::optional<base::Bytes> finishedPage(const std::string& jobName) override;
    void wearOut(const std::string& /*blank*/) override {}
    [[nodiscard]] bool present() const override { return !m_room.stop; }

    /// How long the machines were at work, theirs alone.
    [[nodiscard]] std::chrono::duration<double> worked() const { return m_worked; }

   private:
    class Printing;
    class Chip;
    using Clock = std::chrono::steady_clock;
    /// Waits until the machine has been at this document for its pace.
    void waitOut(std::chrono::duration<double> pace, const std::function<bool()>& goesOn = {});
    [[nodiscard]] std::chrono::duration<double> pace() const;
    void spend(Clock::time_point since);

    const Duty m_duty;
    const MachineRoom& m_room;
    std::unique_ptr<Printing> m_printer;
    std::chrono::duration<double> m_spent{};   ///< on what lies in the machine now
    std::chrono::duration<double> m_worked{};  ///< in all
    bool m_waited = false;
};

}  // namespace issuance

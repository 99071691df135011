// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "issuance/simulation/simulated_machines.hpp"

namespace support {

/// The tally of machines that outlive the programs that use them: a file to which each act is one line (blank, act,
/// time, process), appended by whatever process the machine's station is. A process that is killed takes nothing of it
/// with it.
class MachineLog final : public issuance::MachineTally {
   public:
    explicit MachineLog(const std::filesystem::path& file);
    ~MachineLog() override;
    MachineLog(const MachineLog&) = delete;
    MachineLog& operator=(const MachineLog&) = delete;

    void count(const std::string& blank, issuance::MachineAct act) override;
    [[nodiscard]] std::map<std::string, issuance::PieceCount> all() override;

   private:
    void readOn();
    int m_file;
    std::mutex m_reading;
    off_t m_read = 0;
    std::string m_rest;
};

}  // namespace support

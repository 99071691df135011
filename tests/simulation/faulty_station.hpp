// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <filesystem>
#include <string>

#include "issuance/line/station_duties.hpp"

namespace support {

/// Where the programs of a line of faults find what they share.
struct FaultFolder {
    std::filesystem::path path;
    [[nodiscard]] std::filesystem::path disk() const { return path / "disk"; }  ///< what becomes full
    [[nodiscard]] std::filesystem::path home() const { return disk() / "home"; }
    [[nodiscard]] std::filesystem::path full() const { return path / "disk-full"; }  ///< there while the disk is full
    [[nodiscard]] std::filesystem::path pages() const { return path / "pages"; }
    [[nodiscard]] std::filesystem::path chips() const { return path / "chips"; }
    [[nodiscard]] std::filesystem::path machineLog() const { return path / "machines.log"; }
    [[nodiscard]] std::filesystem::path happenings() const { return path / "happenings.log"; }
    [[nodiscard]] std::filesystem::path saying(const std::string& workstation) const {
        return path / (workstation + ".log");
    }
};

/// What a station's program is begun with.
struct FaultyStation {
    FaultFolder folder;
    issuance::Duty duty = issuance::Duty::Print;
    std::string workstation;
    std::string token;
    std::uint32_t seed = 1;
    int life = 1;  ///< counts the programs that worked at the station, this one included
    std::chrono::seconds lease{3};

    [[nodiscard]] std::vector<std::string> words() const;
    static FaultyStation read(const std::vector<std::string>& words);
};

/// Works at the station until SIGTERM, among faults of its machines; at any named point of a step it may kill or stop
/// itself. What breaks it is noted as "said <code>". The exit code: 0 where it was ended, 1 where something broke.
int work(const FaultyStation& station);

}  // namespace support

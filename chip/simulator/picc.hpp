// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip/simulator/chip_make.hpp"
#include "chip/simulator/picc_access.hpp"
#include "chip/simulator/picc_file_system.hpp"
#include "chip/simulator/picc_global_platform.hpp"

namespace chip {

/// The simulated chip's operating system: takes commands, unwraps secure messaging, and answers every one of them.
class Picc {
   public:
    Picc(ChipMemory memory, const ChipMake& make, RandomSource& random);
    Picc(const Picc&) = delete;
    Picc& operator=(const Picc&) = delete;

    void powerUp();
    Response process(const Command& command);
    [[nodiscard]] const ChipMemory& memory() const { return m_memory; }
    /// A fault: what is written to the file from now on is kept with a wrong bit.
    void wearOut(std::optional<std::uint16_t> file) { m_memory.wornOut = file; }

   private:
    /// What a reader is told of who the chip is (ISO/IEC 14443-3).
    void drawIdentity();
    Response processSecured(const Command& command);
    /// Gathers chained parts until their command is whole.
    Response dispatch(const Command& command);
    Response carryOut(const Command& command);
    /// What a product of another dialect than the ICAO applet answers differently.
    std::optional<Response> carryOutByProduct(const Command& command);
    Response select(const Command& command);

    ChipMemory m_memory;
    base::Bytes m_identity;
    ChipMake m_make;
    RandomSource& m_random;
    PiccFiles m_files;
    PiccAccess m_access;
    std::optional<PiccFileSystem> m_fileSystem;    ///< of a product that is written as files
    std::optional<PiccGlobalPlatform> m_platform;  ///< of one that is written through a secure channel
    base::SecretBytes m_chained;                   ///< the data of a chain whose last part has not come
    std::uint8_t m_chainedInstruction = 0;
};

}  // namespace chip

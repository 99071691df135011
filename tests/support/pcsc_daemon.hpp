// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <string>

#include "tests/support/paths.hpp"

namespace support {

/// A pcscd of the tests' own with one virtual reader (vsmartcard-vpcd), apart from any other on this machine: it sees a
/// private /run/pcscd in a mount namespace of its own, and this process's PC/SC calls go to it (PCSCLITE_CSOCK_NAME).
/// libpcsclite reads that name once, so a process has at most one of these. Needs root. Throws std::runtime_error with
/// the daemon's own words where it does not come up.
class PcscDaemon {
   public:
    PcscDaemon();
    ~PcscDaemon();
    PcscDaemon(const PcscDaemon&) = delete;
    PcscDaemon& operator=(const PcscDaemon&) = delete;

    /// Where a virtual card connects to lie on the reader.
    [[nodiscard]] std::uint16_t port() const { return m_port; }
    [[nodiscard]] pid_t processId() const { return m_process; }
    /// Ends the daemon, as when it dies under a station.
    void stop();
    [[nodiscard]] std::string log() const;

   private:
    void writeConfiguration() const;
    [[noreturn]] void becomeDaemon() const;
    void awaitSocket();

    ScratchFolder m_folder;
    std::uint16_t m_port;
    pid_t m_process = -1;
};

}  // namespace support

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

#include "base/bytes.hpp"
#include "tests/support/paths.hpp"

namespace support {

/// A real IPP printer (ippeveprinter of cups-ipp-utils) on a free port of this machine, with a message bus of its own
/// in place of Avahi's. Runs a shell command for each job with the document's file as its last argument. Ends with the
/// object.
class IppTestPrinter {
   public:
    /// `script` is the body of a shell script; "$1" is the job's file.
    explicit IppTestPrinter(const std::string& script);
    ~IppTestPrinter();
    IppTestPrinter(const IppTestPrinter&) = delete;
    IppTestPrinter& operator=(const IppTestPrinter&) = delete;

    [[nodiscard]] std::string uri() const;
    /// Where scripts leave files: "$OUT" in the script.
    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder.path(); }
    /// Kills the printer as a power cut would.
    void cutPower();

   private:
    void startBus();
    void startPrinter(const std::string& script);
    void waitUntilItAnswers() const;

    ScratchFolder m_folder;
    int m_port = 0;
    pid_t m_bus = 0;
    pid_t m_printer = 0;
};

/// A TCP port of this machine that nobody listens on at the moment.
int freePort();

}  // namespace support

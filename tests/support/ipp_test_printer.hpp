// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

#include "base/bytes.hpp"
#include "tests/support/loopback.hpp"
#include "tests/support/paths.hpp"

namespace support {

/// What a test's printer says of itself, in the attributes file of ippeveprinter.
namespace printers {
/// Prints data pages (ID-3), cards (ID-1), letter, legal and A4; ID-3 lies in its first tray, ID-1 in its second.
std::string ofDocuments();
/// Prints data pages (ID-3) only.
std::string ofBooks();
/// Prints letter and A4 only.
std::string ofOffices();
/// Prints any size from 50 × 50 to 330 × 480 mm, in `sides`.
std::string ofAnySize(const std::string& sides = "one-sided");
}  // namespace printers

/// A real IPP printer (ippeveprinter of cups-ipp-utils) on a free port of this machine, with a message bus of its own
/// in place of Avahi's. Runs a shell command for each job with the document's file as its last argument. Ends with the
/// object.
class IppTestPrinter {
   public:
    /// `script` is the body of a shell script; "$1" is the job's file. `attributes` as of `printers`.
    explicit IppTestPrinter(const std::string& script, const std::string& attributes = printers::ofDocuments());
    ~IppTestPrinter();
    IppTestPrinter(const IppTestPrinter&) = delete;
    IppTestPrinter& operator=(const IppTestPrinter&) = delete;

    [[nodiscard]] std::string uri() const;
    /// Where scripts leave files: "$OUT" in the script.
    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder.path(); }
    /// Kills the printer as a power cut would.
    void cutPower();
    /// After a cut: it knows no job any more, and counts anew.
    void restorePower();
    /// It hangs: neither answers nor prints, until it goes on.
    void freeze() const;
    void thaw() const;
    /// Sheets in both trays of a printer of documents.
    void load(int sheets) const;
    /// What is left of the black toner, in percent.
    void leaveToner(int percent) const;

   private:
    void startBus();
    void startPrinter();
    void waitUntilItAnswers() const;
    void visit(const std::string& page) const;

    ScratchFolder m_folder;
    int m_port = 0;
    pid_t m_bus = 0;
    pid_t m_printer = 0;
};

/// Starts a program in a process group of its own that ends with this process; what it says goes to `log`.
pid_t startProgram(const std::vector<std::string>& command, const std::vector<std::string>& settings,
                   const std::filesystem::path& log);
/// Kills it with its group; nothing where it is 0, which it is afterwards.
void endProgram(pid_t& child);
/// Whether somebody listens on a port of this machine.
bool listens(int port);

}  // namespace support

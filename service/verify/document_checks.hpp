// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <filesystem>
#include <semaphore>

#include "contract/judgements.hpp"

namespace service {

/// What reading one hostile document may take.
struct CheckLimits {
    std::chrono::seconds time{45};  ///< of the clock
    std::chrono::seconds processor{30};
    std::size_t memory = std::size_t{2} << 30;  ///< octets of address space
    std::chrono::milliseconds waiting{2000};    ///< for a turn
};

/// Checks documents, each in a new process of this program that has the document, the folder of trust, and nothing
/// else: no connection, no database's address, no file that it may write, and bounded memory and time. A document that
/// takes its process down is "unreadable" and takes nobody with it.
class DocumentChecks {
   public:
    /// `most` at a time. `program` is one that calls performCheck for the words kWord and the folder of trust.
    DocumentChecks(std::filesystem::path trust, std::size_t most, CheckLimits limits = {},
                   std::filesystem::path program = "/proc/self/exe");
    /// What `troquel verify` says without books. Refuses "page.busy".
    base::Result<contract::FileVerified> check(base::BytesView content);

    static constexpr const char* kWord = "--check-document";

   private:
    std::filesystem::path m_trust, m_program;
    CheckLimits m_limits;
    std::counting_semaphore<> m_turns;
};

/// In the process of the check: the document comes on standard input, what is said of it goes to standard output as
/// JSON. The exit code.
int performCheck(const std::filesystem::path& trust);

/// The certificates and revocation lists of a folder and its subfolders, sorted by name.
std::vector<contract::NamedFile> trustIn(const std::filesystem::path& folder);

}  // namespace service

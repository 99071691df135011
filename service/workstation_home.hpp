// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "contract/json.hpp"

namespace service {

/// A request for a certificate, and by what a person knows it again.
struct WorkstationRequest {
    std::string workstation;
    std::string pem;          ///< PKCS#10
    std::string fingerprint;  ///< SHA-256 of the public key, 64 hexadecimal digits
};

/// The certificate by which a workstation is known at the door.
struct WorkstationPass {
    std::string workstation;
    base::Timestamp validUntil;
    std::string root;  ///< SHA-256 of the root that certified it
};

/// A workstation's own files: the key, which never leaves it, with its certificate; and the roots that certify the
/// service. All are replaced whole, so that a crash leaves the old or the new.
class WorkstationHome {
   public:
    explicit WorkstationHome(std::filesystem::path folder) : m_folder(std::move(folder)) {}

    /// The present key and certificate, one PEM file.
    [[nodiscard]] std::filesystem::path pass() const { return m_folder / "workstation.pem"; }
    [[nodiscard]] std::filesystem::path roots() const { return m_folder / "service-root.pem"; }

    /// Asks for a certificate with a fresh P-256 key, or the one that waits already: asking twice asks the same.
    /// Refuses "people.bad-id".
    [[nodiscard]] base::Result<WorkstationRequest> request(const std::string& workstation) const;
    /// Takes what the office answered: certificate and roots, PEM. Refuses "service.no-request",
    /// "service.answer-of-another" where the certificate is not for the key that waits (or is in use), and
    /// "service.bad-answer".
    [[nodiscard]] base::Result<WorkstationPass> install(const std::string& answer) const;
    /// Nothing where there is none that can be read.
    [[nodiscard]] std::optional<WorkstationPass> present() const;

   private:
    [[nodiscard]] std::filesystem::path waitingKey() const { return m_folder / "workstation-request.key"; }
    std::filesystem::path m_folder;
};

/// When the first certificate of a PEM file ends; nothing where there is none.
std::optional<base::Timestamp> endOfCertificate(const std::filesystem::path& pem);

}  // namespace service

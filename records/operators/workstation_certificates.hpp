// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "records/author.hpp"
#include "records/database/database.hpp"

namespace records {

/// A certificate that was just issued to a workstation.
struct IssuedCertificate {
    WorkstationId workstation;
    std::string sha256;  ///< of the certificate, hexadecimal
    std::string serialNumber;
    std::string keySha256;  ///< of its SubjectPublicKeyInfo
    base::Timestamp validUntil;
};

/// How far a certificate has come. Waiting: nobody has used it. Expired, revoked, succeeded: it opens no door.
enum class CertificateState { Waiting, InUse, Expired, Revoked, Succeeded };
/// "waiting", "in_use", …
std::string_view nameOf(CertificateState state);

/// One certificate of a workstation, as the books know it.
struct WorkstationCertificate {
    IssuedCertificate issued;
    base::Timestamp enrolled;
    OperatorId person;
    std::optional<OperatorId> second;  ///< nobody where an earlier certificate vouched
    CertificateState state = CertificateState::Waiting;
    std::string reason;  ///< why it was revoked
};

/// Which certificates let a workstation in. A new one and the one before both stand until the new one is first used:
/// then those before it end, so that a lost answer locks nobody out.
class WorkstationCertificates {
   public:
    explicit WorkstationCertificates(const base::Clock& clock) : m_clock(clock) {}

    /// A first certificate, which takes two people. Refuses "people.second-person-missing", "people.same-person",
    /// "people.unknown-workstation", "people.key-known" where the key had a certificate that was used or has ended.
    base::Outcome enroll(Transaction& transaction, const Author& author, const IssuedCertificate& issued) const;
    /// A further one, for which the certificate with the SHA-256 `vouching` stands. Refuses the same.
    base::Outcome renew(Transaction& transaction, const Author& author, const IssuedCertificate& issued,
                        const std::string& vouching) const;
    /// Ends every certificate of the workstation, and its sessions. Refuses "people.no-certificate-stands".
    base::Outcome revoke(Transaction& transaction, const Author& author, const WorkstationId& workstation,
                         const std::string& reason) const;

    /// Whether the certificate lets the workstation in now, and was used before. Refuses
    /// "people.workstation-not-enrolled", "people.workstation-revoked", "people.workstation-succeeded",
    /// "people.workstation-expired".
    [[nodiscard]] base::Result<bool> check(Connection& connection, const WorkstationId& workstation,
                                           const std::string& sha256) const;
    /// Notes the first use, in a transaction of its own; the workstation's earlier certificates end with it.
    void noteUse(Connection& connection, const Author& author, const std::string& sha256) const;

    /// All of them, by workstation, the newest first.
    [[nodiscard]] std::vector<WorkstationCertificate> all(Connection& connection) const;

   private:
    base::Outcome enter(Transaction& transaction, const Author& author, const IssuedCertificate& issued,
                        const std::string& vouching) const;
    void end(Transaction& transaction, const Author& author, const std::string& sha256, CertificateState ending,
             const std::string& reason) const;

    const base::Clock& m_clock;
};

}  // namespace records

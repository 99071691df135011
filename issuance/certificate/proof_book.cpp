// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/certificate/proof_book.hpp"

#include "base/failure.hpp"
#include "records/journal/journal.hpp"

namespace issuance {
namespace {

CertificateProof proofFrom(const records::Row& row, std::size_t first) {
    CertificateProof proof;
    const auto level = row.textOrEmpty(first), until = row.textOrEmpty(first + 1);
    if (!level.empty()) proof.level = signatureLevelNamed(level).value();
    if (!until.empty()) proof.archiveUntil = base::expected(base::parseTimestamp(until), "archive_until");
    return proof;
}

/// The three names below a level, empty ones behind them.
records::Values below(SignatureLevel level) {
    records::Values names;
    for (const auto each : {SignatureLevel::B, SignatureLevel::T, SignatureLevel::LT})
        names.emplace_back(each < level ? std::string{nameOf(each)} : std::string{});
    return names;
}

/// Where ?5 is empty, of all.
constexpr const char* kDueProofs =
    "SELECT c.number, c.day, p.level, p.archive_until FROM certificate c JOIN certificate_request r ON r.number = "
    "c.request LEFT JOIN certificate_end e ON e.number = c.number LEFT JOIN certificate_proof p ON p.number = "
    "c.number AND p.revision = (SELECT MAX(revision) FROM certificate_proof WHERE number = c.number) WHERE "
    "e.number IS NULL AND r.stage IN ('issued', 'delivered', 'archived') AND (COALESCE(p.level, 'B-B') IN (?1, ?2, "
    "?3) OR p.archive_until < ?4) AND (c.number = ?5 OR ?5 = '') ORDER BY c.number";

}  // namespace

CertificateProof ProofBook::of(records::Connection& connection, const std::string& number) const {
    const auto row = connection.queryOne(
        "SELECT level, archive_until FROM certificate_proof WHERE number = ?1 ORDER BY revision DESC LIMIT 1",
        {number});
    return row ? proofFrom(*row, 0) : CertificateProof{};
}

std::vector<DueProof> ProofBook::dueAmong(records::Connection& connection, const SignaturePolicy& policy,
                                          const std::string& number) const {
    auto values = below(policy.level);
    values.emplace_back(base::formatTimestamp(m_clock.now() + std::chrono::days{policy.renewalDays}));
    values.emplace_back(number);
    std::vector<DueProof> found;
    connection.forEach(kDueProofs, values, [&](const records::Row& row) {
        DueProof due{row.text(0), row.text(1), proofFrom(row, 2), false};
        due.renewal = due.has.level >= policy.level;
        found.push_back(std::move(due));
    });
    return found;
}

std::vector<DueProof> ProofBook::due(records::Connection& connection, const SignaturePolicy& policy) const {
    return dueAmong(connection, policy, "");
}

std::optional<DueProof> ProofBook::dueOf(records::Connection& connection, const SignaturePolicy& policy,
                                         const std::string& number) const {
    auto found = dueAmong(connection, policy, number);
    return found.empty() ? std::nullopt : std::optional{std::move(found.front())};
}

void ProofBook::add(records::Transaction& tx, const records::Author& author, const std::string& number,
                    const CertificateProof& proof) const {
    const auto revision = m_certificates.files(tx.connection(), number);
    const auto until = proof.archiveUntil ? base::formatTimestamp(*proof.archiveUntil) : std::string{};
    tx.connection().execute(
        "INSERT INTO certificate_proof (number, revision, level, archive_until) VALUES (?1, ?2, ?3, ?4)",
        {number, revision, std::string{nameOf(proof.level)},
         proof.archiveUntil ? records::Value{until} : records::Value{}});
    records::appendToJournal(tx, m_clock,
                             {author,
                              "certificate.proof",
                              "certificate",
                              number,
                              "",
                              {{"revision", std::to_string(revision)},
                               {"level", std::string{nameOf(proof.level)}},
                               {"archive_until", until}}});
}

}  // namespace issuance

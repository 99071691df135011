// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "base/bytes.hpp"
#include "base/clock.hpp"
#include "contract/acts_of_certificates.hpp"
#include "issuance/confidential/confidential_keys.hpp"
#include "printing/flow/act_values.hpp"
#include "records/author.hpp"
#include "records/content/content_store.hpp"
#include "records/database/database.hpp"

namespace issuance {

/// A number that was given, with what its pages state.
struct CertificateEntry {
    std::string number;
    std::string request;
    std::int64_t draft = 0;
    std::string type;
    std::string code;
    base::Date day{};
    std::int64_t folios = 0;
    std::string certifier;
    std::string endorser;       ///< person; empty where nobody endorses
    std::string endorserPlace;  ///< page and box of their signature, as SignaturePlace writes it
    printing::ActMap values;
    std::string sha256;  ///< of the essential content
    base::Bytes seal;
    std::string ending;  ///< "cancelled", "annulled"; empty where it stands
    std::string reason;  ///< of the ending
    std::string endedAt;
};

/// How a certificate went out.
struct CertificateDelivery {
    std::string recipient;
    std::string identification;
    std::string manner;
    std::string signature;  ///< in the store of contents; empty where there is none
};

/// That nobody collected a certificate, and what becomes of its copies: "none", "kept", "destroy".
struct CertificateArchiving {
    std::string time;
    std::string paper;
};

/// Numbered certificates, every file that was made of them, their ends and deliveries. Nothing of it is ever changed.
/// Works inside the caller's transaction and appends to the journal.
class CertificateBook {
   public:
    CertificateBook(const records::ContentStore& contents, const ConfidentialKeys& confidential,
                    const base::Clock& clock)
        : m_contents(contents), m_confidential(confidential), m_clock(clock) {}

    void add(records::Transaction& tx, const records::Author& author, const CertificateEntry& entry) const;
    /// The PDF after a signature or proof was added. Refuses "records.content-too-large".
    base::Outcome addFile(records::Transaction& tx, const records::Author& author, const std::string& number,
                          const base::Bytes& pdf) const;
    /// As it was last written. Refuses "certificate.unknown" where the number has no file.
    [[nodiscard]] base::Result<base::Bytes> lastFile(records::Connection& connection, const std::string& number) const;
    /// Whether a file begins with one that was written under the number.
    [[nodiscard]] bool wrote(records::Connection& connection, const std::string& number, base::BytesView file) const;
    [[nodiscard]] std::int64_t files(records::Connection& connection, const std::string& number) const;

    /// By number; refuses "certificate.unknown".
    [[nodiscard]] base::Result<CertificateEntry> numbered(records::Connection& connection,
                                                          const std::string& number) const;
    [[nodiscard]] base::Result<CertificateEntry> ofCode(records::Connection& connection, const std::string& code) const;
    /// In the order in which they were given.
    [[nodiscard]] std::vector<CertificateEntry> ofRequest(records::Connection& connection,
                                                          const std::string& request) const;
    /// The number under which a request's certificate was or is in force; empty where none is that was not cancelled.
    [[nodiscard]] std::string lastNumber(records::Connection& connection, const std::string& request) const;
    /// The one that stands, where there is one.
    [[nodiscard]] std::optional<CertificateEntry> standing(records::Connection& connection,
                                                           const std::string& request) const;

    /// A number's end: "cancelled" or "annulled".
    void end(records::Transaction& tx, const records::Author& author, const std::string& number,
             const std::string& ending, const std::string& reason) const;
    void deliver(records::Transaction& tx, const records::Author& author, const std::string& number,
                 const CertificateDelivery& delivery) const;
    /// It is asked for once more, by the certificate's number.
    void reissue(records::Transaction& tx, const records::Author& author,
                 const contract::CertificateReissue& asked) const;
    /// All of a number in order, with the ids of people.
    [[nodiscard]] std::vector<contract::CertificateReissueLine> reissues(records::Connection& connection,
                                                                         const std::string& number) const;
    /// How many copies on paper may be printed: the first one, and one for each re-issue on paper.
    [[nodiscard]] std::int64_t copiesGranted(records::Connection& connection, const std::string& number) const;
    /// Nobody collected it. `paper`: "none", "kept", "destroy".
    void archive(records::Transaction& tx, const records::Author& author, const std::string& number,
                 const std::string& paper, const std::string& reason) const;
    /// How it went to the archive; nothing where it did not.
    [[nodiscard]] std::optional<CertificateArchiving> archiving(records::Connection& connection,
                                                                const std::string& number) const;

   private:
    /// Of the request that the number is of; nothing where it is not confidential.
    [[nodiscard]] std::optional<SubjectKey> keyOf(records::Connection& connection, const std::string& number) const;
    /// From the columns number, revision, content, sealed.
    [[nodiscard]] base::Result<base::Bytes> fileFrom(records::Connection& connection, const records::Row& row) const;
    [[nodiscard]] CertificateEntry entryFrom(records::Connection& connection, const records::Row& row) const;
    [[nodiscard]] std::vector<CertificateEntry> select(records::Connection& connection, const std::string& condition,
                                                       const std::string& value) const;
    const records::ContentStore& m_contents;
    const ConfidentialKeys& m_confidential;
    const base::Clock& m_clock;
};

}  // namespace issuance

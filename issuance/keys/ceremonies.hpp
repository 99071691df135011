// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "issuance/keys/succession.hpp"

namespace issuance {

/// A country signer to be made. What is empty is taken from the one before.
struct CscaRequest {
    std::string commonName = {};
    std::string contact = {};  ///< e-mail address
    std::optional<signing::KeyAlgorithm> algorithm = {};
    std::string reason = {};
};

/// A signer to be made and certified.
struct SignerRequest {
    CertifiedPurpose purpose = CertifiedPurpose::DocumentSigner;
    std::optional<std::int64_t> documents = {};  ///< document signers: the most that it may seal
    std::optional<int> months = {};              ///< how long its key signs; by default and at most as the profile says
    std::optional<base::Timestamp> from = {};    ///< when its key begins to sign; otherwise at once
    std::vector<std::string> documentTypes = {};  ///< document and seal signers; P and I where empty for the former
    std::string code = {};                        ///< seal signers: the last two characters of the signer's identifier
    std::optional<signing::KeyAlgorithm> algorithm = {};
};

/// The ceremonies that make and publish keys (docs/manual-ceremonias.md). Each takes two people, runs in the caller's
/// transaction, and judges what it made by our own lint before it enters the book. The key is made in the store first:
/// a ceremony that does not come to its end leaves a key that no certificate names and nobody uses.
class Ceremonies {
   public:
    Ceremonies(signing::KeyStore& keys, const KeyBook& book, const base::Clock& clock)
        : m_keys(keys), m_book(book), m_clock(clock), m_succession(book, clock) {}

    /// A country signer that nothing links to the one before: the first, or after the old key was lost. Refuses
    /// "pki.reason-missing", "signing.profile-refused".
    base::Result<KeyEntry> newCsca(records::Transaction& transaction, const records::Author& author,
                                   const CscaRequest& request) const;
    /// A new country signer, and the link by which the old one certifies its key; under a new name where one is given
    /// (Doc 9303-12 4.1.4, 7.1.1.5). Refuses "pki.no-csca", "pki.successor-waits", "signing.profile-refused".
    base::Result<std::vector<KeyEntry>> rollOver(records::Transaction& transaction, const records::Author& author,
                                                 const CscaRequest& request) const;
    /// A document, master list, seal or act signer. Refuses "pki.no-csca", "pki.bad-limit", "signing.profile-refused",
    /// "pki.too-many-seal-signers", "pki.not-a-signer", "pki.no-house-authority".
    base::Result<KeyEntry> newSigner(records::Transaction& transaction, const records::Author& author,
                                     const SignerRequest& request) const;
    /// A new key in the place of an authority of the house's own, or of the key of the journal's checkpoints; the one
    /// before certifies and signs nothing more from now on, and what it signed is checked as before. Refuses
    /// "pki.not-renewable", "pki.unknown-entry", "pki.renew-first", "signing.profile-refused".
    base::Result<KeyEntry> renew(records::Transaction& transaction, const records::Author& author,
                                 CertifiedPurpose purpose, std::optional<signing::KeyAlgorithm> algorithm = {}) const;
    /// Notes that receiving States can have the certificate, and where; a country signer's link goes with it. What
    /// stands by takes its place where it is empty. Refuses "pki.unknown-entry", "pki.wrong-state",
    /// "pki.not-for-publication", "pki.issuer-not-published", "pki.reason-missing".
    base::Result<KeyEntry> publish(records::Transaction& transaction, const records::Author& author,
                                   const std::string& id, const std::string& reference) const;

   private:
    class FreshKey;
    struct Renewal;
    [[nodiscard]] FreshKey makeKey(CertifiedPurpose purpose, const std::string& id,
                                   std::optional<signing::KeyAlgorithm> algorithm) const;
    [[nodiscard]] signing::CscaProfile profileAfter(const std::optional<KeyEntry>& before,
                                                    const CscaRequest& request) const;
    base::Result<KeyEntry> certify(records::Transaction& transaction, const records::Author& author,
                                   const KeyEntry& csca, const SignerRequest& request) const;
    [[nodiscard]] base::Result<base::Bytes> renewed(const Renewal& renewal, const signing::KeyId& key) const;
    base::Result<KeyEntry> newActSigner(records::Transaction& transaction, const records::Author& author,
                                        const SignerRequest& request) const;

    signing::KeyStore& m_keys;
    const KeyBook& m_book;
    const base::Clock& m_clock;
    Succession m_succession;
};

/// The newest country signer of the book, whatever its state.
std::optional<KeyEntry> newestCsca(const KeyBook& book, records::Connection& connection);

/// Throws "pki.own-work-deviates" where a certificate or list that was just made deviates from the standard.
void demandFlawless(base::BytesView made, base::BytesView issuer);

/// Refuses "pki.reason-missing" unless the text has 1 to 200 octets and no control characters.
base::Outcome checkReason(const std::string& text, std::string_view field);

}  // namespace issuance

// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/keys/signer_roster.hpp"

#include <algorithm>

#include "base/failure.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using Signer = std::shared_ptr<const signing::DocumentSigner>;

/// One letter covers all types that begin with it (Doc 9303-12 7.1.1.6).
bool covers(const signing::Certificate& certificate, const std::string& code) {
    return std::ranges::any_of(certificate.documentTypes,
                               [&](const std::string& type) { return code.starts_with(type); });
}

}  // namespace

base::Result<Signer> SignerRoster::take(records::Transaction& transaction, const records::Author& author,
                                        const std::string& documentCode) const {
    while (true) {
        const auto entry = m_succession.holder(transaction, author, CertifiedPurpose::DocumentSigner);
        if (!entry) return base::Fault{"pki.no-signer"_code};
        if (!covers(entry->certificate, documentCode))
            return base::Fault{"pki.signer-not-for-kind"_code, {{"entry", entry->id}, {"code", documentCode}}, {}};
        if (m_book.countDocument(transaction, entry->id)) return signerOf(transaction.connection(), *entry);
        // Another station sealed with it for the last time; it is looked at again.
    }
}

Signer SignerRoster::signerOf(records::Connection& connection, const KeyEntry& entry) const {
    const std::lock_guard lock{m_guard};
    auto& signer = m_signers[entry.id];
    if (signer) return signer;
    const std::vector<signing::Certificate> issuer{
        base::expected(m_book.find(connection, entry.issuer), entry.id).certificate};
    signer = std::make_shared<signing::DocumentSigner>(base::expected(
        signing::DocumentSigner::make(m_keys, entry.key, entry.certificate.der, {issuer, m_clock.now()}), entry.id));
    return signer;
}

}  // namespace issuance

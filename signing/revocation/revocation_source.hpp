// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "base/http_errand.hpp"
#include "signing/certificates/revocation_list.hpp"

namespace signing {

/// What proves that a certificate was not revoked, in DER: one of the two.
struct RevocationProof {
    base::Bytes list;                     ///< CertificateList; or
    base::Bytes response;                 ///< OCSPResponse
    std::vector<base::Bytes> responders;  ///< certificates inside the response
    base::Bytes listOfResponder = {};     ///< CertificateList that proves who signed the response, where that is wanted
};

/// Finds out whether certificates still hold: from lists that are at hand, then, where there is an errand, from the
/// responder and the lists that the certificate itself names. Safe to use from several threads.
class RevocationSource {
   public:
    explicit RevocationSource(std::vector<RevocationList> lists, std::shared_ptr<base::http::Errand> errand = {})
        : m_lists(std::move(lists)), m_errand(std::move(errand)) {}

    /// A proof in force at the moment. Refuses "signing.certificate-revoked", and "signing.revocation-unknown" with
    /// what was tried and how it failed.
    [[nodiscard]] base::Result<RevocationProof> proofOf(const Certificate& certificate, const Certificate& issuer,
                                                        base::Timestamp moment) const;

   private:
    std::vector<RevocationList> m_lists;
    std::shared_ptr<base::http::Errand> m_errand;
};

}  // namespace signing

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "signing/certificates/authority.hpp"
#include "signing/cms/signed_data_writer.hpp"

/// The house's own certification authority for electronic signatures. It is no accredited provider: every certificate
/// says in its subject that it is for tests and training.
namespace issuance {

inline constexpr std::string_view kTrainingUnit = "Tests and training - no legal value";

/// The first authority's common name; those after it have their number behind it.
inline constexpr std::string_view kHouseAuthorityName = "House CA";

/// A key of the store and the certificate that goes with it.
struct CertifiedKey {
    signing::KeyId key;
    signing::Certificate certificate;
};

/// A key and its self-signed certificate "House CA", for ten years from an hour ago. P-256 by default, which every
/// reader of PDFs knows. Refuses "signing.profile-refused".
base::Result<CertifiedKey> foundHouseAuthority(signing::KeyStore& keys, const std::string& organisation,
                                               base::Timestamp now,
                                               signing::KeyAlgorithm algorithm = signing::KeyAlgorithm::EcdsaP256);

/// The self-signed certificate of such a key that the store has. A later authority has a name of its own, as lists and
/// certificates name their issuer by it. Refuses "signing.profile-refused".
base::Result<base::Bytes> certifyHouseAuthority(const signing::KeyStore& keys, const signing::KeyId& key,
                                                const std::string& organisation, const std::string& commonName,
                                                base::Timestamp now);

/// Who is to sign.
struct SignerEnrolment {
    std::string organisation;
    std::string commonName;
    std::string email = {};
    std::chrono::days validity{365};
    signing::KeyAlgorithm algorithm = signing::KeyAlgorithm::EcdsaP256;
    std::string role = {};                  ///< title in the subject: "Certificadora"; empty for a seal of the house
    std::vector<std::string> crlUrls = {};  ///< where the authority's revocation list can be fetched, if anywhere
    std::string ocspUrl = {};
};
/// A key in a store of whoever is to sign, and a document-signing certificate (digitalSignature, nonRepudiation) under
/// the authority. Refuses "signing.profile-refused".
base::Result<CertifiedKey> enrolSigner(signing::KeyStore& keys, const signing::Authority& authority,
                                       const SignerEnrolment& enrolment, base::Timestamp now);

}  // namespace issuance

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "signing/certificates/authority.hpp"

/// What a country signer certifies beside document signers (9303-12 7.1). All makers return DER, and refuse
/// "signing.profile-refused" naming the field that the profile does not allow.
namespace signing {

/// What the certificate of a signer of master lists says (column MLS).
struct ListSignerProfile {
    DistinguishedName name;
    Contact contact;
    Period certificate;
    std::vector<std::string> crlUrls;
};

/// What the certificate of a signer of visible digital seals says (9303-12 7.1.3): as little as can be.
struct SealSignerProfile {
    std::string country;  ///< two letters, the first two of the seal's signer identifier
    std::string code;     ///< two characters, the last two
    Period certificate;
    std::vector<std::string> documentTypes = {};  ///< may be empty
};

/// Certifies the country's new key with the old one, under the new name where the name changes (9303-12 7.1.1.5).
base::Result<base::Bytes> makeCscaLink(const Authority& old, const KeyId& newKey, const CscaProfile& profile);
/// A country signer authorises others to sign master lists, and signs none itself (9303-12 5.3).
base::Result<base::Bytes> makeMasterListSigner(const Authority& authority, const KeyId& subjectKey,
                                               const ListSignerProfile& profile);
/// The key must be ECDSA (9303-12 4.1.8).
base::Result<base::Bytes> makeSealSigner(const Authority& authority, const KeyId& subjectKey,
                                         const SealSignerProfile& profile);

}  // namespace signing

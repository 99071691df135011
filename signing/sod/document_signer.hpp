// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include "signing/asn1/oid.hpp"
#include "signing/certificates/path.hpp"
#include "signing/cms/signed_data_writer.hpp"
#include "signing/keys/public_key.hpp"
#include "signing/sod/lds_security_object.hpp"

namespace signing {

/// Seals what chips hold: writes EF.SOD (9303-10 4.6.2) and EF.CardSecurity (9303-10 3.11.4) with one document signer's
/// key and certificate. The path to the country signing certificate is checked once, when the signer is made; its
/// periods each time it signs. Safe to use from several threads.
class DocumentSigner {
   public:
    /// Refuses a certificate that is not the key's ("signing.key-unsuitable") or whose path to the country signing
    /// certificates does not hold at the moment (the path's reasons).
    static base::Result<DocumentSigner> make(const KeyStore& keys, const KeyId& key, base::BytesView certificate,
                                             const PathQuestion& question);

    /// The complete EF.SOD, tag 77 included, over the hashes of complete data group files by number (1 to 16). One hash
    /// algorithm serves the data groups and the signature: readers have confused two. Throws "signing.hash-unsuitable"
    /// for hashes of another size, unknown numbers, no hash at all, or SHA-1.
    /// Version 1 (LDS 1.8) unless an older document's files are to be sealed.
    [[nodiscard]] base::Bytes sealDataGroups(base::DigestAlgorithm digest, const std::map<int, base::Bytes>& hashes,
                                             LdsGeneration generation = LdsGeneration::V1) const;

    /// The same, allowed by certificate and private key usage period at the moment ("signing.certificate-not-in-force",
    /// "signing.key-period-over"), then read back and verified before anyone gets it; throws
    /// "signing.self-check-failed" when what was written does not hold.
    [[nodiscard]] base::Result<base::Bytes> sealAndVerify(base::DigestAlgorithm digest,
                                                          const std::map<int, base::Bytes>& hashes,
                                                          base::Timestamp moment) const;

    /// The complete EF.CardSecurity over a SET OF SecurityInfo, allowed and verified as sealAndVerify does. Throws
    /// "signing.hash-unsuitable" where the infos are no such set.
    [[nodiscard]] base::Result<base::Bytes> sealSecurityInfos(base::BytesView infos, base::Timestamp moment) const;

    [[nodiscard]] const Certificate& certificate() const { return m_identity.certificate; }
    /// The hash that matches the key's strength.
    [[nodiscard]] base::DigestAlgorithm recommendedDigest() const;

   private:
    DocumentSigner(SigningIdentity identity, PublicKey publicKey, Certificate countrySigner);
    [[nodiscard]] base::Outcome maySignAt(base::Timestamp moment) const;
    void verifyOwnWork(base::BytesView efSod, base::DigestAlgorithm digest,
                       const std::map<int, base::Bytes>& hashes) const;
    /// The signed content, once everything around it holds.
    [[nodiscard]] base::Bytes verifiedContent(base::BytesView contentInfo, const Oid& contentType) const;

    [[nodiscard]] SignedDataWriter writerFor(base::DigestAlgorithm digest) const;

    SigningIdentity m_identity;
    PublicKey m_publicKey;
    Certificate m_countrySigner;
    base::DigestAlgorithm m_recommended;
    SignedDataWriter m_writer;  ///< for the recommended digest
};

}  // namespace signing

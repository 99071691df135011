// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "signing/cms/signed_data_writer.hpp"
#include "signing/seals/raw_signature.hpp"
#include "signing/seals/seal.hpp"

namespace signing {

/// A seal before it is signed.
struct SealDraft {
    SealDefinition definition;
    base::Date issued;  ///< the document
    std::vector<SealFeature> features;
};

/// Signs visible digital seals with one seal signer's key (9303-13 3.2, 9303-12 7.1.3). Safe to use from several
/// threads.
class SealSigner {
   public:
    /// `country` is the issuing State as the MRZ writes it: "GTM". Refuses a certificate that is not the key's
    /// ("signing.key-unsuitable"), that is not for seals or that no seal can name
    /// ("signing.seal-certificate-unsuitable"), and keys that seals do not have ("signing.seal-key-unsuitable").
    static base::Result<SealSigner> make(const KeyStore& keys, const KeyId& key, base::BytesView certificate,
                                         std::string country);

    /// The whole seal, in header version 4, dated with the UTC day of the moment, read back and verified before anyone
    /// gets it. Refuses "signing.certificate-not-in-force", "signing.seal-kind-not-allowed", and what encodeSealContent
    /// and closeSeal refuse; throws "signing.self-check-failed" when what was written does not hold.
    [[nodiscard]] base::Result<base::Bytes> seal(const SealDraft& draft, base::Timestamp moment) const;

    [[nodiscard]] const Certificate& certificate() const { return m_identity.certificate; }

   private:
    SealSigner(SigningIdentity identity, PublicKey publicKey, SealHeader header, RawSignatureForm form);
    void verifyOwnWork(base::BytesView octets, const base::Bytes& content) const;

    SigningIdentity m_identity;
    PublicKey m_publicKey;
    SealHeader m_header;  ///< what is the same in every seal
    RawSignatureForm m_form;
};

}  // namespace signing

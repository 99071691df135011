// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>

#include "signing/certificates/path.hpp"
#include "signing/keys/public_key.hpp"
#include "signing/seals/seal.hpp"

namespace signing {

/// Whether a certificate says that its key signs seals (extKeyUsage, 9303-12 7.1.3) and nothing critical beside it that
/// is unknown.
bool isForSeals(const Certificate& certificate);
/// Whether a certificate that lists kinds of documents (documentTypeList) lists the seal's. One that lists any signs
/// none of the house's acts, which have no kind in the MRZ's sense.
bool allowsKindOf(const Certificate& signer, const Seal& seal);
/// Whether the signature is the key's, with the hash that its curve asks for.
bool sealSignatureHolds(const Seal& seal, const PublicKey& key);

/// What a seal is checked against.
struct SealQuestion {
    std::span<const Certificate> signers;  ///< the certificates that are known; the seal names the one
    PathQuestion path;                     ///< country signers, the moment, revocations; its usages are not asked
};

/// Whether a seal is authentic, and every reason why not.
struct SealVerdict {
    bool valid = false;
    std::vector<base::Fault> reasons;
    std::optional<Seal> seal;           ///< none where it could not be read
    std::optional<Certificate> signer;  ///< none where no certificate is the one that it names
};

/// Checks a seal by 9303-13 appendix D: form, certificate by its reference, its purpose, its path to a country signer,
/// its period now and on the day of the signature, revocation, kinds of documents, signature. A certificate that lists
/// kinds of documents signs no seal of another kind, and none of the house's acts, which have no kind in the MRZ's
/// sense.
SealVerdict verifySeal(base::BytesView octets, const SealQuestion& question);

}  // namespace signing

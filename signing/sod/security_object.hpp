// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>
#include <string>

#include "signing/certificates/path.hpp"

namespace signing {

/// What is odd about an EF.SOD though it can be read; seen in the field, never written by us
/// (each is described in docs/formats/ef-sod.md).
enum class SodDefect {
    NotDer,
    TrailingOctets,
    ContentTypeUnusual,
    DigestParameters,
    HashUnnamed,
    DigestsDiffer,
    HashesNotAscending,
    ExtraContent,
    ExtraAttributes,
    SignerNamedByKey,
    SignerIssuerDiffers,
    SignedVersionUnusual,
    VersionInfoMissing,
    AttributesMissing,
    Sha1,
};
/// "not-der", "trailing-octets", …
std::string_view nameOf(SodDefect defect);

/// What passive authentication says about an EF.SOD (9303-11 5.1).
struct SecurityObjectVerdict {
    unsigned objectVersion = 0;  ///< 0 for LDS 1.7, 1 for LDS 1.8
    std::string ldsVersion;      ///< "0108"; empty in version 0
    base::DigestAlgorithm digestAlgorithm = base::DigestAlgorithm::Sha256;
    std::map<int, base::Bytes> hashes;  ///< by data group number
    base::Bytes signerCertificate;      ///< DER; empty where it is not in the file
    base::Bytes anchor;                 ///< DER of the CSCA certificate that the path ends at
    bool signatureValid = false;        ///< the hashes are what the signer's certificate signed
    bool pathValid = false;             ///< that certificate is trusted at the moment asked for
    std::vector<base::Fault> reasons;   ///< why not
    std::set<SodDefect> defects;

    [[nodiscard]] bool holds() const { return signatureValid && pathValid; }
    /// Whether the file is the data group that was hashed: the complete file, tag, length and value.
    [[nodiscard]] bool speaksFor(int dataGroup, base::BytesView file) const;
};

/// Verifies an EF.SOD, its tag 77 included, of at most 64 KiB, of LDS 1.7 or 1.8. Tolerates what the defects name.
SecurityObjectVerdict verifySecurityObject(base::BytesView efSod, const PathQuestion& question);

}  // namespace signing

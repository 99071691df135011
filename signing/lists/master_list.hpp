// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "signing/certificates/path.hpp"
#include "signing/cms/signed_data_writer.hpp"

/// Lists of country signing certificates, signed by a State that has checked them (9303-12 9).
namespace signing {

/// Writes a master list in DER: the country signers in the order that DER wants, each once; the signer's certificate
/// and its authority's inside; the signer named by its key. Refuses "signing.master-list-empty",
/// "signing.not-country-signer" and "signing.certificate-not-for-lists", naming whom.
base::Result<base::Bytes> makeMasterList(const SigningIdentity& signer, const Certificate& authority,
                                         std::span<const Certificate> countrySigners, base::Timestamp signingTime);

/// A master list that was read and checked.
struct MasterList {
    std::vector<Certificate> countrySigners;  ///< those that can be used
    std::vector<base::Fault> unusable;        ///< why others cannot; the place is their number in the list
    Certificate signer;
    std::optional<base::Timestamp> signingTime;
    PathVerdict path;  ///< of the signer's certificate to the anchors
};

/// Reads a master list of at most 16 MiB, DER or BER, and checks its signature and who signed. A list whose signer
/// cannot be traced to an anchor is read too: `path` says so, and it is for the caller not to use it. Refuses
/// "signing.malformed", "signing.algorithm-unknown", "signing.not-a-master-list", "signing.content-altered",
/// "signing.signer-certificate-missing", "signing.certificate-not-for-lists", "signing.signature-wrong".
base::Result<MasterList> readMasterList(base::BytesView file, const PathQuestion& question);

}  // namespace signing

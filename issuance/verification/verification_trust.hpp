// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/acts_of_line.hpp"
#include "signing/certificates/path.hpp"

namespace issuance {

/// All CERTIFICATE blocks of a PEM file, or the file itself as the one certificate in DER.
std::vector<base::Bytes> certificatesOfFile(const base::Bytes& file);

/// Whose word is taken when a document is verified.
struct VerificationTrust {
    std::vector<signing::Certificate> signatureRoots;  ///< of electronic signatures
    std::vector<signing::Certificate> timestampRoots;
    std::vector<signing::Certificate> countrySigners;  ///< and their links, of visible seals
    std::vector<signing::Certificate> sealSigners;
    std::vector<signing::Certificate> intermediates;
    std::vector<signing::RevocationList> lists;

    /// Sorts certificates and revocation lists (DER or PEM) by what they say of themselves: signers of seals by their
    /// purpose, country signers by the period of their private key, self-issued authorities as roots of signatures,
    /// other authorities as intermediate. Only the name tells roots of time-stamps: "timestamp-….pem" or in a folder
    /// "timestamp". Files of other kinds are left aside. Refuses files that should be certificates and cannot be read
    /// ("signing.malformed" with the file's name).
    static base::Result<VerificationTrust> of(const std::vector<contract::NamedFile>& files);
};

}  // namespace issuance

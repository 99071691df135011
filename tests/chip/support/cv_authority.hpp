// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret_bytes.hpp"
#include "chip/access/cv_certificate.hpp"

/// Holders of card verifiable keys who certify each other.
namespace chip::testing {

/// A curve by OpenSSL's name with the protocol's last arc ("prime256v1", 3: ECDSA with SHA-256), or RSA of so many bits
/// ("rsa", 4: PSS with SHA-256).
struct CvScheme {
    std::string group = "prime256v1";
    int arc = 3;
    unsigned bits = 2048;
};

class CvHolder {
   public:
    CvHolder(std::string name, CvRole role, std::uint8_t rights, const CvScheme& scheme = {});

    /// A certificate for the holder by this one's key; a root where both are the same. Domain parameters stand in it
    /// where the holder is an authority.
    [[nodiscard]] CvCertificate certify(const CvHolder& holder, std::string_view effective,
                                        std::string_view expiration) const;
    [[nodiscard]] const std::string& name() const { return m_name; }
    [[nodiscard]] const base::SecretBytes& privateKey() const { return m_privateKey; }

   private:
    [[nodiscard]] base::Bytes publicKey(bool withParameters) const;

    std::string m_name;
    CvRole m_role;
    std::uint8_t m_rights;
    base::Bytes m_oid, m_parameters, m_value;
    base::SecretBytes m_privateKey;
};

/// "261124" as a date.
CvDate cvDate(std::string_view digits);

}  // namespace chip::testing

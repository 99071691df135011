// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "signing/keys/public_key.hpp"

namespace chip {

/// A public key as card verifiable certificates carry it (9303-11 9.4, 9303-12 7.2.3.2): RSA, or a point on a known
/// curve whose parameters stand in it or come from the issuer's key.
class CvPublicKey {
   public:
    /// Reads the value of a 7F49. Refuses "cv.malformed", "cv.unsupported-key" (a scheme, size or curve that is not
    /// spoken; no parameters and none inherited).
    static base::Result<CvPublicKey> read(base::BytesView value, const CvPublicKey* issuer = nullptr);

    /// Whether the signature over the message is this key's: ECDSA in plain format r || s, RSA as it is.
    [[nodiscard]] bool verifies(base::BytesView message, base::BytesView signature) const;

    /// "0.4.0.127.0.7.2.2.2.2.3", of id-TA (9303-11 tables 7 and 8).
    [[nodiscard]] const std::string& protocol() const { return m_protocol; }
    [[nodiscard]] const signing::SignatureAlgorithm& algorithm() const { return m_algorithm; }
    /// The value of a 7F49 with all parameters, also where they were inherited.
    [[nodiscard]] base::Bytes spelledOut() const;

   private:
    CvPublicKey(base::BytesView octets, std::string protocol, signing::SignatureAlgorithm algorithm,
                const signing::Curve* curve, signing::PublicKey key)
        : m_octets(octets.begin(), octets.end()),
          m_protocol(std::move(protocol)),
          m_algorithm(algorithm),
          m_curve(curve),
          m_key(std::move(key)) {}

    base::Bytes m_octets;  ///< as read
    std::string m_protocol;
    signing::SignatureAlgorithm m_algorithm;
    const signing::Curve* m_curve;  ///< of the program's list; null for RSA
    signing::PublicKey m_key;
};

/// The scheme that a public key (the value of a 7F49) names by its protocol; nothing for one that is not spoken.
std::optional<signing::SignatureAlgorithm> terminalAlgorithmOf(base::BytesView publicKey);

}  // namespace chip

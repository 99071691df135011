// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "signing/keys/algorithm.hpp"
#include "signing/keys/curve.hpp"

namespace signing {

/// A public key that checks signatures. Copies share the key; safe to use from several threads.
class PublicKey {
   public:
    enum class Kind { Ec, Rsa };

    /// Reads a SubjectPublicKeyInfo: EC on a known curve, named or spelled out, or RSA of 1024 to 8192 bits. Refuses
    /// "signing.malformed", "signing.curve-unknown", "signing.algorithm-unknown", "signing.key-unsuitable".
    static base::Result<PublicKey> read(base::BytesView subjectPublicKeyInfo);

    /// Whether the signature over the message is this key's. A scheme that does not fit the key is a wrong signature.
    [[nodiscard]] bool verifies(const SignatureAlgorithm& algorithm, base::BytesView message,
                                base::BytesView signature) const;

    [[nodiscard]] Kind kind() const;
    /// "prime256v1", or "rsa".
    [[nodiscard]] const std::string& group() const;
    /// Named for RSA.
    [[nodiscard]] CurveForm curveForm() const;
    [[nodiscard]] std::size_t bits() const;

   private:
    struct State;
    explicit PublicKey(std::shared_ptr<State> state) : m_state(std::move(state)) {}
    std::shared_ptr<State> m_state;
};

/// SubjectPublicKeyInfo of an uncompressed point on a curve, its parameters spelled out or named.
base::Bytes encodeEcPublicKey(const Curve& curve, base::BytesView point, CurveForm form);

/// The content of the subjectPublicKey BIT STRING: what key identifiers are made of (RFC 5280 4.2.1.2).
base::Result<base::Bytes> subjectPublicKeyOctets(base::BytesView subjectPublicKeyInfo);

}  // namespace signing

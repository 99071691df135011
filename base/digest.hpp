// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/bytes.hpp"

namespace base {

/// The hash functions that travel documents and this house use (9303-12 4.1.6; SHA-1 to read old chips only).
enum class DigestAlgorithm { Sha1, Sha224, Sha256, Sha384, Sha512 };

/// "sha256" and so on, as OpenSSL and our files write it.
std::string_view nameOf(DigestAlgorithm algorithm);
std::size_t sizeOf(DigestAlgorithm algorithm);

Bytes digest(DigestAlgorithm algorithm, BytesView octets);
inline Bytes sha256(BytesView octets) { return digest(DigestAlgorithm::Sha256, octets); }
Bytes hmacSha256(BytesView key, BytesView octets);

/// SHA-256 of what is added bit by bit, for what does not fit into memory.
class Sha256Stream {
   public:
    Sha256Stream();
    ~Sha256Stream();
    Sha256Stream(Sha256Stream&&) noexcept;
    Sha256Stream& operator=(Sha256Stream&&) noexcept;
    void add(BytesView octets);
    /// Of what was added until now; more may be added.
    [[nodiscard]] Bytes soFar() const;
    [[nodiscard]] Bytes finish();

   private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// Octets from the system's random generator; throws where it has none.
Bytes randomBytes(std::size_t count);
/// 32 hexadecimal digits of which no one can guess the next: names for sessions, files, orders.
std::string randomId();

}  // namespace base

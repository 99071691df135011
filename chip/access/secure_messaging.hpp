// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret_bytes.hpp"
#include "chip/access/cipher_suite.hpp"
#include "chip/apdu/apdu.hpp"

namespace chip {

/// KSEnc and KSMAC of a session with the start value of its send sequence counter (one block, 9303-11 9.8.2).
struct SessionKeys {
    CipherSuite suite = CipherSuite::Aes128;
    base::SecretBytes encryption;
    base::SecretBytes authentication;
    base::Bytes counter;
};

/// Keys for a shared secret, with the counter at zero (9303-11 9.7.1, 9.8.6.3).
SessionKeys sessionKeysFrom(CipherSuite suite, base::BytesView sharedSecret);

/// Secure messaging, encrypt then authenticate (9303-11 9.8.4): the inspection system protects commands and unprotects
/// responses; the chip does the opposite. After any refusal the session is over: the counters may differ.
class SecureMessaging {
   public:
    explicit SecureMessaging(SessionKeys keys);

    // The inspection system's side.
    [[nodiscard]] Command protect(const Command& command);
    /// Refuses "sm.unprotected" (argument status: what the chip said in plain), "sm.wrong-mac", "sm.malformed".
    [[nodiscard]] base::Result<Response> unprotect(const Response& response);

    // The chip's side.
    /// Refuses "sm.unprotected" (objects missing), "sm.wrong-mac", "sm.malformed".
    [[nodiscard]] base::Result<Command> unprotect(const Command& command);
    [[nodiscard]] Response protect(const Response& response);

    [[nodiscard]] CipherSuite suite() const { return m_keys.suite; }
    /// How many plain octets fit into a response (or command data field) of the given size once they are protected.
    [[nodiscard]] std::size_t plainSizeWithin(std::size_t protectedSize) const;

   private:
    void countUp();
    [[nodiscard]] base::Bytes initialVector() const;
    /// DO'87' for even instructions, DO'85' for odd ones; empty for no data.
    [[nodiscard]] base::Bytes wrapData(base::BytesView data) const;
    [[nodiscard]] base::Result<base::Bytes> unwrapData(base::BytesView cryptogram) const;
    [[nodiscard]] base::Bytes checksum(base::BytesView message) const;

    SessionKeys m_keys;
    bool m_oddInstruction = false;
};

}  // namespace chip

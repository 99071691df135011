// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip/personalization/secure_channel.hpp"

namespace chip {

/// SCP03 (GlobalPlatform Card Specification, Amendment D 1.2): AES with keys of three lengths, cryptograms and MACs of
/// 8 octets (S8) or 16 (S16).
class Scp03 final : public SecureChannel {
   public:
    Scp03(const ScpKeySet& keys, ScpChallenges challenges, std::size_t macSize);

    [[nodiscard]] base::Bytes cardCryptogram() const override;
    [[nodiscard]] base::Bytes hostCryptogram() const override;
    Command protect(const Command& command) override;
    base::Result<Response> unprotect(const Response& response) override;
    base::Result<Command> unprotect(const Command& command) override;
    Response protect(const Response& response) override;
    void encryptSecret(std::span<std::uint8_t> secret) const override;
    [[nodiscard]] base::SecretBytes decryptSecret(base::BytesView secret) const override;

   private:
    [[nodiscard]] base::SecretBytes derived(base::BytesView key, std::uint8_t constant, std::size_t size) const;
    /// Over the chaining value, the header with the MAC's length counted in, and the data as sent.
    base::Bytes nextMac(const Command& command);
    [[nodiscard]] base::Bytes responseMac(const Response& response) const;
    /// The encrypted counter; `first` tells responses from commands.
    [[nodiscard]] base::Bytes vector(std::uint8_t first) const;

    CipherSuite m_cipher;
    ScpChallenges m_challenges;
    std::size_t m_macSize;
    base::SecretBytes m_encryption, m_authentication, m_response, m_secrets;
    base::Bytes m_chaining;
    std::uint64_t m_counter = 0;
};

}  // namespace chip

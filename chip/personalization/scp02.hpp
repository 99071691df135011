// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip/personalization/secure_channel.hpp"

namespace chip {

/// SCP02 with options i=15 and i=55 (GlobalPlatform Card Specification 2.3.1 appendix E): MACs over the modified
/// command, their vector encrypted. The two options differ in how the chip draws its challenge. No response MAC.
class Scp02 final : public SecureChannel {
   public:
    Scp02(const ScpKeySet& keys, ScpChallenges challenges);

    [[nodiscard]] base::Bytes cardCryptogram() const override;
    [[nodiscard]] base::Bytes hostCryptogram() const override;
    Command protect(const Command& command) override;
    base::Result<Response> unprotect(const Response& response) override { return response; }
    base::Result<Command> unprotect(const Command& command) override;
    Response protect(const Response& response) override { return response; }
    void encryptSecret(std::span<std::uint8_t> secret) const override;
    [[nodiscard]] base::SecretBytes decryptSecret(base::BytesView secret) const override;

   private:
    /// Over the header with the MAC's length counted in and the plain data; the next command's vector.
    base::Bytes nextMac(const Command& command);

    base::SecretBytes m_encryption, m_authentication, m_secrets;
    ScpChallenges m_challenges;
    base::Bytes m_vector;  ///< the last MAC, encrypted; empty before the first
};

/// The card challenge of i=55: the leftmost octets of a MAC over the application's name, under the session's key.
base::Bytes wellKnownChallenge(const ScpKeySet& keys, base::BytesView sequence, base::BytesView application);

}  // namespace chip

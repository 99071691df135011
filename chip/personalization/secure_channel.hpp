// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "base/secret_bytes.hpp"
#include "chip/access/cipher_suite.hpp"
#include "chip/apdu/apdu.hpp"

namespace chip {

/// The secure channels of GlobalPlatform: SCP02 with its option i, SCP03 with cryptograms and MACs of 8 or 16 octets.
enum class ScpProtocol { Scp02Option15, Scp02Option55, Scp03S8, Scp03S16 };
constexpr bool isScp03(ScpProtocol protocol) { return protocol >= ScpProtocol::Scp03S8; }

/// What a channel does to commands and responses; bits as P1 of EXTERNAL AUTHENTICATE has them.
namespace security_level {
inline constexpr std::uint8_t kCommandMac = 0x01, kCommandEncryption = 0x02, kResponseMac = 0x10,
                              kResponseEncryption = 0x20;
}

/// The three static keys of a chip.
struct ScpKeySet {
    CipherSuite cipher = CipherSuite::Aes128;
    base::SecretBytes encryption, authentication, secrets;
};

/// What INITIALIZE UPDATE exchanged. SCP02's card challenge has six octets and a sequence counter of two before it.
struct ScpChallenges {
    base::Bytes host;
    base::Bytes card;
    base::Bytes sequence = {};
};

/// One secure channel session from INITIALIZE UPDATE on, with what either side needs. Until `raiseTo`, commands carry a
/// MAC only, which is how EXTERNAL AUTHENTICATE goes out.
class SecureChannel {
   public:
    virtual ~SecureChannel() = default;

    [[nodiscard]] virtual base::Bytes cardCryptogram() const = 0;
    [[nodiscard]] virtual base::Bytes hostCryptogram() const = 0;
    void raiseTo(std::uint8_t level) { m_level = level; }

    /// The terminal's side. `unprotect` refuses "scp.malformed" and "scp.wrong-mac"; the session is over then.
    virtual Command protect(const Command& command) = 0;
    virtual base::Result<Response> unprotect(const Response& response) = 0;
    /// The chip's side; refuses as above.
    virtual base::Result<Command> unprotect(const Command& command) = 0;
    virtual Response protect(const Response& response) = 0;

    /// Secrets within STORE DATA, in place and of whole blocks.
    virtual void encryptSecret(std::span<std::uint8_t> secret) const = 0;
    [[nodiscard]] virtual base::SecretBytes decryptSecret(base::BytesView secret) const = 0;

   protected:
    [[nodiscard]] bool does(std::uint8_t bit) const { return (m_level & bit) != 0; }

   private:
    std::uint8_t m_level = security_level::kCommandMac;
};

std::unique_ptr<SecureChannel> openChannel(ScpProtocol protocol, const ScpKeySet& keys,
                                           const ScpChallenges& challenges);

/// Most octets of plain data that a protected command of so many octets of data holds.
std::size_t plainRoom(ScpProtocol protocol, std::uint8_t level, std::size_t room);
/// 8, or 16 of S16.
std::size_t macSizeOf(ScpProtocol protocol);

}  // namespace chip

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "chip/access/access_course.hpp"
#include "chip/access/secure_messaging.hpp"
#include "chip/apdu/card.hpp"

namespace chip {

/// What PACE with chip authentication mapping leaves to be checked against EF.CardSecurity.
struct ChipMappingProof {
    unsigned parameterId = 0;    ///< of the group, and the identifier of the chip's key
    base::Bytes mappingKey;      ///< the public key by which the chip mapped the nonce
    base::SecretBytes chipData;  ///< CA, decrypted
};

/// What an access protocol leaves behind: the keys, how the session came about, and what later exchanges prove.
struct Session {
    SecureMessaging messaging;
    AccessCourse course;
    /// IDIC of terminal authentication: the document number with its check digit after BAC, the chip's compressed
    /// ephemeral key after PACE (9303-11 7.1.2).
    base::Bytes chipIdentifier = {};
    /// Comp(PKDH,IFD) of the newest key agreement that authenticates the chip; empty before there is one.
    base::Bytes terminalKey = {};
    std::optional<ChipMappingProof> mappingProof = {};
    /// Certification authority references that the chip told in PACE (9303-11 4.4.5.5), the newest first.
    std::vector<std::string> authorities = {};
};

/// A card reached through secure messaging. A protected answer that is false ends the session and throws Failure
/// "sm.session-broken"; an error status in plain ends it as well and is handed on (9303-11 9.8.5); a plain 9000 is
/// false. An exchange out of order throws "access.out-of-order".
class SecuredCard final : public Card {
   public:
    /// The card must outlive this object.
    SecuredCard(Card& card, Session session);

    Response transmit(const Command& command) override;
    void reset() override;
    /// Goes on under new keys (9303-11 9.8.2), after chip authentication; `terminalKey` is the compressed key used.
    void restart(SessionKeys keys, base::Bytes terminalKey);
    [[nodiscard]] base::Bytes answerToReset() const override { return m_card.answerToReset(); }
    void answerWithin(std::chrono::milliseconds deadline) override { m_card.answerWithin(deadline); }
    [[nodiscard]] std::string readerName() const override { return m_card.readerName(); }
    [[nodiscard]] std::size_t largestCommandData() const override;
    [[nodiscard]] std::size_t largestResponseData() const override;
    [[nodiscard]] bool takesChains() const override { return m_card.takesChains(); }
    [[nodiscard]] bool takesExtendedLengths() const override { return m_card.takesExtendedLengths(); }
    [[nodiscard]] const Session& session() const { return m_session; }

   private:
    [[noreturn]] void breakSession(const base::Refusal& refusal);

    Card& m_card;
    Session m_session;
};

}  // namespace chip

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip/access/access_course.hpp"
#include "chip/access/secure_messaging.hpp"
#include "chip/apdu/card.hpp"

namespace chip {

/// What an access protocol leaves behind: the keys, and how the session came about.
struct Session {
    SecureMessaging messaging;
    AccessCourse course;
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
    [[nodiscard]] base::Bytes answerToReset() const override { return m_card.answerToReset(); }
    [[nodiscard]] std::string readerName() const override { return m_card.readerName(); }
    [[nodiscard]] std::size_t largestCommandData() const override;
    [[nodiscard]] std::size_t largestResponseData() const override;

   private:
    [[noreturn]] void breakSession(const base::Refusal& refusal);

    Card& m_card;
    Session m_session;
};

}  // namespace chip

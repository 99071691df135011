// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/access/session.hpp"

#include "base/failure.hpp"
#include "chip/apdu/instruction.hpp"
#include "chip/apdu/status.hpp"

namespace chip {
namespace {

using base::operator""_code;

constexpr std::uint8_t kByName = 0x04;
constexpr std::size_t kShortAnswer = 256, kAnyAnswer = 65536;

[[noreturn]] void outOfOrder(const Command& command) {
    throw base::Failure{"access.out-of-order"_code, base::NextStep::Stop, "secured session",
                        status::text(static_cast<std::uint16_t>(command.ins << 8 | command.p1))};
}

/// What MANAGE SECURITY ENVIRONMENT sets up is told by P1-P2.
Exchange exchangeOfTemplate(const Command& command) {
    switch (command.p1 << 8 | command.p2) {
        case 0x41A4: return Exchange::SetChipKey;
        case 0x41A6: return Exchange::SetKeyAgreementTemplate;
        case 0x81B6: return Exchange::SetVerificationKey;
        case 0x81A4: return Exchange::SetTerminalKey;
        default: outOfOrder(command);
    }
}

/// Which exchange of a secured session a command belongs to.
Exchange exchangeOf(const Command& command) {
    switch (command.ins) {
        case ins::kSelect: return command.p1 == kByName ? Exchange::SelectApplication : Exchange::ReadFile;
        case ins::kReadBinary:
        case ins::kReadBinaryOdd: return Exchange::ReadFile;
        case ins::kInternalAuthenticate: return Exchange::InternalAuthenticate;
        case ins::kGeneralAuthenticate: return Exchange::AgreeWithChip;
        case ins::kPerformSecurityOperation: return Exchange::VerifyCertificate;
        case ins::kGetChallenge: return Exchange::GetTerminalChallenge;
        case ins::kExternalAuthenticate: return Exchange::AuthenticateTerminal;
        case ins::kManageSecurityEnvironment: return exchangeOfTemplate(command);
        default: outOfOrder(command);
    }
}

}  // namespace

SecuredCard::SecuredCard(Card& card, Session session) : m_card(card), m_session(std::move(session)) {}

Response SecuredCard::transmit(const Command& command) {
    m_session.course.enter(exchangeOf(command));
    Command secured = m_session.messaging.protect(command);
    // What fits a short answer in plain may not fit it once it is protected; Le itself is not authenticated.
    const bool outgrows = command.expected.value_or(0) > m_session.messaging.plainSizeWithin(kShortAnswer);
    const bool longer = m_card.takesExtendedLengths() || m_card.largestResponseData() > kShortAnswer;
    if (outgrows && longer) secured.expected = kAnyAnswer;
    Response answer = m_card.transmit(secured);
    auto response = m_session.messaging.unprotect(answer);
    if (response) return std::move(response).value();
    const bool plainError = answer.data.empty() && !answer.ok();
    if (!plainError) breakSession(response.refusal());
    m_session.course.enter(Exchange::Reset);
    return answer;
}

void SecuredCard::reset() {
    m_session.course.enter(Exchange::Reset);
    m_card.reset();
}

void SecuredCard::restart(SessionKeys keys, base::Bytes terminalKey) {
    m_session.messaging = SecureMessaging{std::move(keys)};
    m_session.terminalKey = std::move(terminalKey);
}

std::size_t SecuredCard::largestCommandData() const {
    return m_session.messaging.plainSizeWithin(m_card.largestCommandData());
}

std::size_t SecuredCard::largestResponseData() const {
    return m_session.messaging.plainSizeWithin(m_card.largestResponseData());
}

void SecuredCard::breakSession(const base::Refusal& refusal) {
    m_session.course.enter(Exchange::Reset);
    throw base::Failure{"sm.session-broken"_code, base::NextStep::CallSupervisor, m_card.readerName(),
                        refusal.first().code.name()};
}

}  // namespace chip

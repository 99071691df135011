// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/simulator/picc.hpp"

#include "chip/apdu/instruction.hpp"
#include "chip/apdu/status.hpp"
#include "chip/simulator/picc_keys.hpp"

namespace chip {
namespace {

constexpr std::uint8_t kSecureClass = 0x0C, kChaining = 0x10;
constexpr std::size_t kLargestChainedData = 2048, kShortResponse = 256;

bool mayBeChained(std::uint8_t instruction) {
    return instruction == ins::kGeneralAuthenticate || instruction == ins::kPutData;
}

}  // namespace

Picc::Picc(ChipMemory memory, RandomSource& random)
    : m_memory(std::move(memory)), m_random(random), m_files(m_memory), m_access(m_memory, m_random) {}

void Picc::powerUp() {
    m_access.abort();
    m_files.powerUp();
    m_chained = {};
}

Response Picc::process(const Command& command) {
    const bool secured = (command.cla & kSecureClass) == kSecureClass;
    if (secured) return processSecured(command);
    // 9303-11 9.8.3: a plain command ends the session.
    if (m_access.opened() == Opened::Yes) m_access.abort();
    return dispatch(command);
}

Response Picc::processSecured(const Command& command) {
    if (m_access.opened() == Opened::No) return {{}, status::kSecureMessagingObjectMissing};
    const auto plain = m_access.messaging().unprotect(command);
    if (!plain) {
        m_access.abort();
        const bool missing = plain.refusal().first().code.name() == "sm.unprotected";
        return {{}, missing ? status::kSecureMessagingObjectMissing : status::kSecureMessagingObjectIncorrect};
    }
    auto response = dispatch(*plain);
    const std::size_t room = command.expected.value_or(kShortResponse);
    if (response.data.size() > m_access.messaging().plainSizeWithin(room)) response = {{}, status::kWrongLength};
    return m_access.messaging().protect(response);
}

Response Picc::dispatch(const Command& command) {
    if (command.cla != 0 && !(command.cla == kChaining && mayBeChained(command.ins)))
        return {{}, status::kClassNotSupported};
    if (command.ins != ins::kPutData) m_chained = {};
    const Opened opened = m_access.opened();
    switch (command.ins) {
        case ins::kSelect: return select(command);
        case ins::kReadBinary:
        case ins::kReadBinaryOdd: return m_files.readBinary(command, opened);
        case ins::kUpdateBinary:
        case ins::kUpdateBinaryOdd: return m_files.updateBinary(command);
        case ins::kCreateFile: return m_files.createFile(command);
        case ins::kPutData: return chainedPutData(command);
        case ins::kInternalAuthenticate:
            if (opened == Opened::No) return {{}, status::kSecurityStatusNotSatisfied};
            return internalAuthenticate(m_memory, command, m_random);
        default: break;
    }
    // An access protocol within a session would change its keys under the answer.
    const bool accessing = opened == Opened::No;
    switch (command.ins) {
        case ins::kGetChallenge:
            return accessing ? m_access.getChallenge(command) : Response{{}, status::kConditionsNotSatisfied};
        case ins::kExternalAuthenticate:
            return accessing ? m_access.externalAuthenticate(command) : Response{{}, status::kConditionsNotSatisfied};
        case ins::kManageSecurityEnvironment:
            return accessing ? m_access.setAuthenticationTemplate(command)
                             : Response{{}, status::kConditionsNotSatisfied};
        case ins::kGeneralAuthenticate:
            return accessing ? m_access.generalAuthenticate(command) : Response{{}, status::kConditionsNotSatisfied};
        default: return {{}, status::kInstructionNotSupported};
    }
}

Response Picc::select(const Command& command) {
    // In plain, a SELECT ends an access protocol that is under way; within a session it leaves the session alone.
    if (m_access.opened() == Opened::No) m_access.abort();
    return m_files.select(command, m_access.opened());
}

Response Picc::chainedPutData(const Command& command) {
    m_chained = base::SecretBytes{base::concat({m_chained.reveal(), command.data})};
    if (m_chained.size() > kLargestChainedData) {
        m_chained = {};
        return {{}, status::kWrongLength};
    }
    if (command.cla == kChaining) return {};
    Command whole = command;
    const base::SecretBytes data = std::move(m_chained);
    whole.data.assign(data.reveal().begin(), data.reveal().end());
    auto response = putData(m_memory, whole);
    const base::SecretBytes wiped{std::move(whole.data)};
    return response;
}

}  // namespace chip

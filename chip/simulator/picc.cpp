// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/simulator/picc.hpp"

#include "chip/apdu/instruction.hpp"
#include "chip/apdu/status.hpp"
#include "chip/simulator/picc_keys.hpp"

namespace chip {
namespace {

constexpr std::uint8_t kSecureClass = 0x0C, kChaining = 0x10, kReaderClass = 0xFF;
constexpr std::size_t kLargestChainedData = 2048, kShortData = 255, kShortResponse = 256;

bool mayBeChained(std::uint8_t instruction) {
    switch (instruction) {
        case ins::kGeneralAuthenticate:
        case ins::kPutData:
        case ins::kManageSecurityEnvironment:
        case ins::kPerformSecurityOperation:
        case ins::kExternalAuthenticate: return true;
        default: return false;
    }
}

}  // namespace

Picc::Picc(ChipMemory memory, const ChipMake& make, RandomSource& random)
    : m_memory(std::move(memory)), m_make(make), m_random(random), m_files(m_memory), m_access(m_memory, m_random) {
    if (make.product && make.product->files) m_fileSystem.emplace(m_memory, m_files, make.product, m_random);
    if (make.product && make.product->platform) m_platform.emplace(m_memory, make.product, m_random);
    drawIdentity();
}

void Picc::powerUp() {
    drawIdentity();
    m_access.abort();
    m_files.powerUp();
    m_chained = {};
    if (m_fileSystem) m_fileSystem->powerUp();
    if (m_platform) m_platform->abort();
}

void Picc::drawIdentity() {
    constexpr std::size_t kDrawn = 3;
    m_identity = m_memory.uid();
    if (!m_make.drawnIdentity) return;
    const auto drawn = m_random.octets(kDrawn);
    m_identity = base::concat({base::Bytes{0x08}, base::Bytes{drawn.reveal().begin(), drawn.reveal().end()}});
}

Response Picc::process(const Command& command) {
    const bool extended = command.data.size() > kShortData || command.expected.value_or(0) > kShortResponse;
    if (extended && !m_make.extendedLengths) return {{}, status::kWrongLength};
    if (command.cla == kReaderClass && command.ins == ins::kGetData) return {m_identity};
    if (m_platform && PiccGlobalPlatform::isMeant(command)) return m_platform->process(command);
    const bool secured = (command.cla & kSecureClass) == kSecureClass;
    if (secured) return processSecured(command);
    // 9303-11 9.8.3: a plain command ends the session.
    if (m_access.standing().opened) m_access.abort();
    return dispatch(command);
}

Response Picc::processSecured(const Command& command) {
    if (!m_access.standing().opened) return {{}, status::kSecureMessagingObjectMissing};
    const auto plain = m_access.messaging().unprotect(command);
    if (!plain) {
        m_access.abort();
        const bool missing = plain.refusal().first().code.name() == "sm.unprotected";
        return {{}, missing ? status::kSecureMessagingObjectMissing : status::kSecureMessagingObjectIncorrect};
    }
    auto response = dispatch(*plain);
    const std::size_t room = command.expected.value_or(kShortResponse);
    if (response.data.size() > m_access.messaging().plainSizeWithin(room)) response = {{}, status::kWrongLength};
    auto answer = m_access.messaging().protect(response);
    m_access.changeKeys();
    return answer;
}

Response Picc::dispatch(const Command& command) {
    const bool chained = command.cla == kChaining;
    if (command.cla != 0 && !(chained && mayBeChained(command.ins))) return {{}, status::kClassNotSupported};
    // The steps of PACE are a chain of commands that are each whole; all other chains are parts of one command.
    const bool step = command.ins == ins::kGeneralAuthenticate && !m_access.standing().opened;
    if (step || (!chained && m_chained.empty())) return carryOut(command);
    if (!m_make.chaining) return {{}, status::kChainingNotSupported};
    if (command.ins != m_chainedInstruction) m_chained = {};
    m_chainedInstruction = command.ins;
    m_chained = base::SecretBytes{base::concat({m_chained.reveal(), command.data})};
    if (m_chained.size() > kLargestChainedData) {
        m_chained = {};
        return {{}, status::kWrongLength};
    }
    if (chained) return {};
    Command whole = command;
    const base::SecretBytes data = std::move(m_chained);
    whole.data.assign(data.reveal().begin(), data.reveal().end());
    auto response = carryOut(whole);
    const base::SecretBytes wiped{std::move(whole.data)};
    return response;
}

Response Picc::carryOut(const Command& command) {
    const auto standing = m_access.standing();
    if (auto answered = carryOutByProduct(command)) return *answered;
    switch (command.ins) {
        case ins::kSelect: return select(command);
        case ins::kReadBinary:
        case ins::kReadBinaryOdd: return m_files.readBinary(command, standing);
        case ins::kUpdateBinary:
        case ins::kUpdateBinaryOdd: return m_files.updateBinary(command);
        case ins::kCreateFile: return m_files.createFile(command);
        case ins::kPutData: return putData(m_memory, command);
        case ins::kInternalAuthenticate:
            if (!standing.opened) return {{}, status::kSecurityStatusNotSatisfied};
            return internalAuthenticate(m_memory, command, m_make.activeAuthenticationDigest, m_random);
        case ins::kGetChallenge: return m_access.getChallenge(command);
        case ins::kExternalAuthenticate: return m_access.externalAuthenticate(command);
        case ins::kManageSecurityEnvironment: return m_access.manageSecurityEnvironment(command);
        case ins::kGeneralAuthenticate: return m_access.generalAuthenticate(command);
        case ins::kPerformSecurityOperation: return m_access.verifyCertificate(command);
        default: return {{}, status::kInstructionNotSupported};
    }
}

std::optional<Response> Picc::carryOutByProduct(const Command& command) {
    if (m_fileSystem) return m_fileSystem->carryOut(command);
    if (!m_platform) return {};
    switch (command.ins) {
        case ins::kSelect: return m_platform->select(command);
        case ins::kCreateFile:
        case ins::kUpdateBinary:
        case ins::kUpdateBinaryOdd:
        case ins::kPutData: return Response{{}, status::kInstructionNotSupported};
        default: return {};
    }
}

Response Picc::select(const Command& command) {
    // In plain, a SELECT ends an access protocol that is under way; within a session it leaves the session alone.
    if (!m_access.standing().opened) m_access.abort();
    return m_files.select(command, m_access.standing());
}

}  // namespace chip

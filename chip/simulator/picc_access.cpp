// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/simulator/picc_access.hpp"

#include <algorithm>

#include "base/tlv.hpp"
#include "chip/access/bac.hpp"
#include "chip/access/file_reading.hpp"
#include "chip/apdu/status.hpp"
#include "chip/simulator/secret_names.hpp"

namespace chip {
namespace {

constexpr CipherSuite kBacSuite = CipherSuite::TripleDes;
constexpr std::size_t kChallenge = 8, kKey = 16, kCryptogram = 32, kAuthentication = 40;
constexpr std::uint8_t kChaining = 0x10;
constexpr base::tlv::Tag kDynamicAuthentication = 0x7C, kProtocol = 0x80, kPassword = 0x83, kParameters = 0x84;

/// A step of PACE: the tag in the command, the tag of the answer, and whether it is chained to a next one.
struct PaceStep {
    PiccCommand command;
    base::tlv::Tag in, out;
    std::uint8_t cla;
};
constexpr PaceStep kPaceSteps[] = {
    {PiccCommand::GetNonce, 0, 0x80, kChaining},
    {PiccCommand::MapNonce, 0x81, 0x82, kChaining},
    {PiccCommand::AgreeKeys, 0x83, 0x84, kChaining},
    {PiccCommand::AuthenticateMutually, 0x85, 0x86, 0x00},
};

const PaceStep* stepOf(base::tlv::Tag in) {
    const auto* found = std::ranges::find(kPaceSteps, in, &PaceStep::in);
    return found == std::end(kPaceSteps) ? nullptr : found;
}

/// As they were put, or from the zone's seed.
std::optional<BacKeys> bacKeysIn(const ChipMemory& memory) {
    if (const auto* pair = memory.secret(secret_name::kBacKeys))
        return BacKeys{base::SecretBytes::copyOf(pair->reveal().first(kKey)),
                       base::SecretBytes::copyOf(pair->reveal().last(kKey))};
    if (const auto* seed = memory.secret(secret_name::kMrz)) return bacKeysFrom(seed->reveal());
    return {};
}

/// RND.IFD and K.IFD of a terminal that knows the chip's keys and answers its challenge.
std::optional<base::SecretBytes> openAuthentication(const BacKeys& keys, base::BytesView data,
                                                    base::BytesView challenge) {
    const auto cryptogram = data.first(kCryptogram);
    const auto mac = macOf(kBacSuite, keys.authentication.reveal(), pad(kBacSuite, cryptogram));
    if (!base::equalInConstantTime(mac, data.subspan(kCryptogram))) return {};
    auto plain = decryptCbc(kBacSuite, keys.encryption.reveal(), base::Bytes(8, 0), cryptogram);
    if (!base::equalInConstantTime(plain.reveal().subspan(kChallenge, kChallenge), challenge)) return {};
    return plain;
}

}  // namespace

void PiccAccess::abort() {
    m_state = PiccState::Plain;
    m_challenge.clear();
    m_pace.reset();
    m_messaging.reset();
    m_chipIdentifier.clear();
    m_terminalKey.clear();
    m_agreed.reset();
    m_terminal.forget();
}

bool PiccAccess::allowed(PiccCommand command) const {
    return m_memory.life == ChipLife::Locked && after(m_state, command).has_value();
}

Response PiccAccess::succeed(PiccCommand command, base::Bytes data) {
    m_state = *after(m_state, command);
    return {std::move(data)};
}

Response PiccAccess::fail(std::uint16_t status) {
    m_state = afterFailure(m_state);
    if (m_state == PiccState::Plain) abort();
    return {{}, status};
}

template <class Run>
Response PiccAccess::run(PiccCommand command, Run run) {
    if (!allowed(command)) return fail(status::kConditionsNotSatisfied);
    const std::uint16_t result = run();
    return result == status::kOk ? succeed(command) : fail(result);
}

void PiccAccess::changeKeys() {
    if (!m_agreed) return;
    m_messaging.emplace(std::move(m_agreed->keys));
    m_terminalKey = std::move(m_agreed->terminalKey);
    m_agreed.reset();
    m_terminal.restart();
}

Response PiccAccess::getChallenge(const Command& command) {
    if (m_state >= PiccState::Secured) {
        if (!allowed(PiccCommand::GetTerminalChallenge)) return fail(status::kConditionsNotSatisfied);
        auto response = m_terminal.getChallenge(command);
        return response.ok() ? succeed(PiccCommand::GetTerminalChallenge, std::move(response.data))
                             : fail(response.status);
    }
    if (!allowed(PiccCommand::GetChallenge)) return {{}, status::kConditionsNotSatisfied};
    if (command.expected != kChallenge || !command.data.empty()) return {{}, status::kWrongLength};
    const auto challenge = m_random.octets(kChallenge);
    m_challenge.assign(challenge.reveal().begin(), challenge.reveal().end());
    return succeed(PiccCommand::GetChallenge, m_challenge);
}

Response PiccAccess::externalAuthenticate(const Command& command) {
    return m_state >= PiccState::Secured ? authenticateTerminal(command) : authenticateTerminalMutually(command);
}

Response PiccAccess::authenticateTerminal(const Command& command) {
    return run(PiccCommand::AuthenticateTerminal,
               [&] { return m_terminal.authenticate(command.data, m_chipIdentifier, m_terminalKey); });
}

Response PiccAccess::authenticateTerminalMutually(const Command& command) {
    if (!allowed(PiccCommand::ExternalAuthenticate)) return fail(status::kConditionsNotSatisfied);
    if (command.data.size() != kAuthentication) return fail(status::kWrongLength);
    const auto kept = bacKeysIn(m_memory);
    if (!kept) return fail(status::kReferencedDataNotFound);
    const auto& keys = *kept;
    const auto theirs = openAuthentication(keys, command.data, m_challenge);
    if (!theirs) return fail(status::kAuthenticationFailed);
    const auto challenge = theirs->reveal().first(kChallenge), key = theirs->reveal().last(kKey);
    const auto own = m_random.octets(kKey);
    const base::SecretBytes plain{base::concat({m_challenge, challenge, own.reveal()})};
    const auto cryptogram = encryptCbc(kBacSuite, keys.encryption.reveal(), base::Bytes(8, 0), plain.reveal());
    const auto mac = macOf(kBacSuite, keys.authentication.reveal(), pad(kBacSuite, cryptogram.reveal()));
    m_messaging.emplace(bacSessionKeys(key, own.reveal(), challenge, m_challenge));
    if (const auto* number = m_memory.secret(secret_name::kDocumentNumber))
        m_chipIdentifier.assign(number->reveal().begin(), number->reveal().end());
    return succeed(PiccCommand::ExternalAuthenticate, base::concat({cryptogram.reveal(), mac}));
}

Response PiccAccess::manageSecurityEnvironment(const Command& command) {
    switch (command.p1 << 8 | command.p2) {
        case 0xC1A4: return setAuthenticationTemplate(command);
        case 0x41A4: return run(PiccCommand::SetChipKey, [&] { return m_chip.setKey(command.data); });
        case 0x41A6:
            if (!allowed(PiccCommand::SetKeyAgreementTemplate)) return fail(status::kConditionsNotSatisfied);
            return keepForLater(PiccCommand::SetKeyAgreementTemplate, m_chip.setKeyAgreementTemplate(command.data), {});
        case 0x81B6:
            return run(PiccCommand::SetVerificationKey, [&] { return m_terminal.setVerificationKey(command.data); });
        case 0x81A4:
            // 7.1.1: the key that secures this session must have been the terminal's in chip authentication.
            if (m_terminalKey.empty()) return fail(status::kConditionsNotSatisfied);
            return run(PiccCommand::SetTerminalKey, [&] { return m_terminal.setTerminalKey(command.data); });
        default: return fail(status::kWrongParameters);
    }
}

Response PiccAccess::verifyCertificate(const Command& command) {
    if (command.p1 != 0x00 || command.p2 != 0xBE) return fail(status::kWrongParameters);
    return run(PiccCommand::VerifyCertificate, [&] { return m_terminal.verifyCertificate(command.data); });
}

Response PiccAccess::keepForLater(PiccCommand command, std::optional<AgreedKeys> agreed, base::Bytes answer) {
    if (!agreed) return fail(status::kWrongData);
    m_agreed = std::move(agreed);
    return succeed(command, std::move(answer));
}

Response PiccAccess::agreeOnChipKey(const Command& command) {
    if (!allowed(PiccCommand::AgreeOnChipKey)) return fail(status::kConditionsNotSatisfied);
    return keepForLater(PiccCommand::AgreeOnChipKey, m_chip.agree(command.data),
                        base::tlv::encode(kDynamicAuthentication, base::Bytes{}));
}

/// The variant that EF.CardAccess announces under this protocol and these parameters.
std::optional<PaceInfo> PiccAccess::announced(base::BytesView protocol, base::BytesView parameters) const {
    const auto* file = m_memory.file({Directory::MasterFile, kEfCardAccess});
    if (file == nullptr) return {};
    const auto infos = readCardAccess(*file);
    if (!infos) return {};
    for (const auto& info : *infos) {
        const bool named = parameters.empty() || (parameters.size() == 1 && parameters[0] == info.parameterId);
        if (std::ranges::equal(protocolOctetsOf(info), protocol) && named && !(parameters.empty() && info.ambiguous))
            return info;
    }
    return {};
}

Response PiccAccess::setAuthenticationTemplate(const Command& command) {
    if (!allowed(PiccCommand::SetAuthenticationTemplate)) return fail(status::kConditionsNotSatisfied);
    const auto elements = base::tlv::readAll(command.data);
    if (!elements) return fail(status::kWrongData);
    const auto protocol = base::tlv::find(*elements, kProtocol), password = base::tlv::find(*elements, kPassword),
               parameters = base::tlv::find(*elements, kParameters);
    if (!protocol || !password || password->value.size() != 1) return fail(status::kWrongData);
    const auto info = announced(protocol->value, parameters ? parameters->value : base::BytesView{});
    if (!info) return fail(status::kWrongData);
    const auto* secret = m_memory.secret(secret_name::pacePassword(password->value[0]));
    if (secret == nullptr) return fail(status::kReferencedDataNotFound);
    auto group = standardisedGroup(info->parameterId);
    if (!group) return fail(status::kWrongData);
    // 9303-11 9.2.1: with chip authentication mapping the parameters' number is the key's identifier too.
    const auto chipKey = info->mapping == Mapping::ChipAuthentication
                             ? chipAgreementKey(m_memory, static_cast<std::uint8_t>(info->parameterId))
                             : std::nullopt;
    if (info->mapping == Mapping::ChipAuthentication && !chipKey) return fail(status::kReferencedDataNotFound);
    m_pace.emplace(*info, std::move(group).value(), secret->clone(),
                   chipKey ? chipKey->secret.clone() : base::SecretBytes{}, m_random);
    return succeed(PiccCommand::SetAuthenticationTemplate, {});
}

base::Result<base::Bytes> PiccAccess::runPace(PiccCommand command, base::BytesView value) {
    switch (command) {
        case PiccCommand::GetNonce: return m_pace->encryptedNonce();
        case PiccCommand::MapNonce: return m_pace->map(value);
        case PiccCommand::AgreeKeys: return m_pace->agree(value);
        default: return m_pace->authenticate(value);
    }
}

Response PiccAccess::generalAuthenticate(const Command& command) {
    return m_state >= PiccState::Secured ? agreeOnChipKey(command) : runPaceStep(command);
}

Response PiccAccess::runPaceStep(const Command& command) {
    const auto object = base::tlv::readFirst(command.data);
    if (!object || object->tag != kDynamicAuthentication) return fail(status::kWrongData);
    const auto elements = base::tlv::readAll(object->value);
    if (!elements || elements->size() > 1) return fail(status::kWrongData);
    const auto* step = stepOf(elements->empty() ? 0 : elements->front().tag);
    if (step == nullptr || command.cla != step->cla) return fail(status::kWrongData);
    if (!allowed(step->command)) return fail(status::kConditionsNotSatisfied);
    const auto answer = runPace(step->command, elements->empty() ? base::BytesView{} : elements->front().value);
    if (!answer) return fail(status::kAuthenticationFailed);
    base::Bytes objects = base::tlv::encode(step->out, *answer);
    if (step->command == PiccCommand::AuthenticateMutually) base::append(objects, endPace());
    return succeed(step->command, base::tlv::encode(kDynamicAuthentication, objects));
}

/// The session that PACE leaves; with chip authentication mapping, the object 8A that goes with it.
base::Bytes PiccAccess::endPace() {
    const auto chipData = m_pace->encryptedChipData();
    m_chipIdentifier = m_pace->chipIdentifier();
    if (!chipData.empty()) m_terminalKey = m_pace->compressedTerminalKey();
    m_messaging.emplace(m_pace->takeKeys());
    return chipData.empty() ? base::Bytes{} : base::tlv::encode(0x8A, chipData);
}

}  // namespace chip

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
}

bool PiccAccess::allowed(PiccCommand command) const {
    return m_memory.life == ChipLife::Locked && after(m_state, command).has_value();
}

Response PiccAccess::succeed(PiccCommand command, base::Bytes data) {
    m_state = *after(m_state, command);
    return {std::move(data)};
}

Response PiccAccess::fail(std::uint16_t status) {
    abort();
    return {{}, status};
}

Response PiccAccess::getChallenge(const Command& command) {
    if (!allowed(PiccCommand::GetChallenge)) return {{}, status::kConditionsNotSatisfied};
    if (command.expected != kChallenge || !command.data.empty()) return {{}, status::kWrongLength};
    const auto challenge = m_random.octets(kChallenge);
    m_challenge.assign(challenge.reveal().begin(), challenge.reveal().end());
    return succeed(PiccCommand::GetChallenge, m_challenge);
}

Response PiccAccess::externalAuthenticate(const Command& command) {
    if (!allowed(PiccCommand::ExternalAuthenticate)) return fail(status::kConditionsNotSatisfied);
    if (command.data.size() != kAuthentication) return fail(status::kWrongLength);
    const auto* seed = m_memory.secret(secret_name::kMrz);
    if (seed == nullptr) return fail(status::kReferencedDataNotFound);
    const auto keys = bacKeysFrom(seed->reveal());
    const auto theirs = openAuthentication(keys, command.data, m_challenge);
    if (!theirs) return fail(status::kAuthenticationFailed);
    const auto challenge = theirs->reveal().first(kChallenge), key = theirs->reveal().last(kKey);
    const auto own = m_random.octets(kKey);
    const base::SecretBytes plain{base::concat({m_challenge, challenge, own.reveal()})};
    const auto cryptogram = encryptCbc(kBacSuite, keys.encryption.reveal(), base::Bytes(8, 0), plain.reveal());
    const auto mac = macOf(kBacSuite, keys.authentication.reveal(), pad(kBacSuite, cryptogram.reveal()));
    m_messaging.emplace(bacSessionKeys(key, own.reveal(), challenge, m_challenge));
    return succeed(PiccCommand::ExternalAuthenticate, base::concat({cryptogram.reveal(), mac}));
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
    if (command.p1 != 0xC1 || command.p2 != 0xA4) return fail(status::kWrongParameters);
    const auto elements = base::tlv::readAll(command.data);
    if (!elements) return fail(status::kWrongData);
    const auto protocol = base::tlv::find(*elements, kProtocol), password = base::tlv::find(*elements, kPassword),
               parameters = base::tlv::find(*elements, kParameters);
    if (!protocol || !password || password->value.size() != 1) return fail(status::kWrongData);
    const auto info = announced(protocol->value, parameters ? parameters->value : base::BytesView{});
    if (!info) return fail(status::kWrongData);
    const auto* secret = m_memory.secret(secret_name::pacePassword(password->value[0]));
    if (secret == nullptr) return fail(status::kReferencedDataNotFound);
    auto curve = Curve::byParameterId(info->parameterId);
    if (!curve) return fail(status::kWrongData);
    m_pace.emplace(*info, std::move(curve).value(), secret->clone(), m_random);
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
    const auto object = base::tlv::readFirst(command.data);
    if (!object || object->tag != kDynamicAuthentication) return fail(status::kWrongData);
    const auto elements = base::tlv::readAll(object->value);
    if (!elements || elements->size() > 1) return fail(status::kWrongData);
    const auto* step = stepOf(elements->empty() ? 0 : elements->front().tag);
    if (step == nullptr || command.cla != step->cla) return fail(status::kWrongData);
    if (!allowed(step->command)) return fail(status::kConditionsNotSatisfied);
    const auto answer = runPace(step->command, elements->empty() ? base::BytesView{} : elements->front().value);
    if (!answer) return fail(status::kAuthenticationFailed);
    if (step->command == PiccCommand::AuthenticateMutually) m_messaging.emplace(m_pace->takeKeys());
    return succeed(step->command, base::tlv::encode(kDynamicAuthentication, {base::tlv::encode(step->out, *answer)}));
}

}  // namespace chip

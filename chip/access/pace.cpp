// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/access/pace.hpp"

#include <map>

#include "base/tlv.hpp"
#include "chip/access/exchange.hpp"
#include "chip/access/nonce_mapping.hpp"
#include "chip/apdu/instruction.hpp"
#include "chip/apdu/status.hpp"

namespace chip {
namespace {

using base::operator""_code;
namespace tlv = base::tlv;

constexpr std::uint8_t kChaining = 0x10, kLast = 0x00;
constexpr tlv::Tag kDynamicAuthentication = 0x7C, kProtocol = 0x80, kPassword = 0x83, kParameters = 0x84;
constexpr tlv::Tag kNonce = 0x80, kMapOut = 0x81, kMapIn = 0x82, kKeyOut = 0x83, kKeyIn = 0x84, kTokenOut = 0x85,
                   kTokenIn = 0x86, kAuthority = 0x87, kPreviousAuthority = 0x88, kChipData = 0x8A, kNothing = 0;
constexpr tlv::Tag kPublicKey = 0x7F49, kObjectId = 0x06;
constexpr std::size_t kLargestNonce = 64, kTokenSize = 8, kLargestChipData = 128, kExtendedAnswer = 65536;
constexpr std::uint16_t kTriesLeft = 0x63C0;

enum class Parameters { Implied, Named };

/// The data objects of a step's answer, by tag.
using Answer = std::map<tlv::Tag, base::Bytes>;

std::vector<std::string> authoritiesIn(const Answer& answer) {
    std::vector<std::string> references;
    for (const auto tag : {kAuthority, kPreviousAuthority})
        if (const auto found = answer.find(tag); found != answer.end())
            references.push_back(base::textOf(found->second));
    return references;
}

/// One run of the protocol from the inspection system's side; the functions follow each other as they stand here.
class PaceTerminal {
   public:
    PaceTerminal(Card& card, const PaceInfo& info, KeyGroupPtr group, RandomSource& random)
        : m_card(card), m_info(info), m_group(std::move(group)), m_random(random) {}

    /// Once more with the parameters' number where the chip does not know what is meant without it.
    base::Outcome setAuthenticationTemplate(PaceSecret secret);
    base::Result<base::SecretBytes> getNonce(const PacePassword& password);
    /// The ephemeral generator.
    base::Result<base::SecretBytes> mapNonce(const base::SecretBytes& nonce);
    base::Outcome performKeyAgreement(const base::SecretBytes& generator);
    base::Result<Session> authenticateMutually();

   private:
    std::uint16_t setAuthenticationTemplate(PaceSecret secret, Parameters parameters);
    base::Result<base::SecretBytes> mapByKeys(const base::SecretBytes& nonce);
    base::Result<base::SecretBytes> mapByNonces(const base::SecretBytes& nonce);
    base::Result<Answer> generalAuthenticate(Exchange exchange, tlv::Tag out, base::BytesView value, tlv::Tag in);
    base::Result<ChipMappingProof> proofOf(const SessionKeys& keys, const Answer& answer) const;

    Card& m_card;
    const PaceInfo& m_info;
    KeyGroupPtr m_group;
    RandomSource& m_random;
    AccessCourse m_course;
    base::SecretBytes m_ownPublicKey, m_sharedSecret;
    base::Bytes m_chipPublicKey, m_chipMappingKey;
};

base::Outcome PaceTerminal::setAuthenticationTemplate(PaceSecret secret) {
    auto status = setAuthenticationTemplate(secret, m_info.ambiguous ? Parameters::Named : Parameters::Implied);
    const bool misunderstood = status == status::kWrongData || status == status::kReferencedDataNotFound;
    if (misunderstood && !m_info.ambiguous) status = setAuthenticationTemplate(secret, Parameters::Named);
    // 63Cx: the protocol is selected, x tries are left (TR-03110-3 B.11.1).
    if (status == status::kOk || (status & 0xFFF0) == kTriesLeft) return {};
    if (status == status::kReferencedDataNotFound)
        return base::Fault{
            "access.password-unknown"_code, {}, std::string{nameOf(Exchange::SetAuthenticationTemplate)}};
    return unexpectedStatus(Exchange::SetAuthenticationTemplate, status);
}

std::uint16_t PaceTerminal::setAuthenticationTemplate(PaceSecret secret, Parameters parameters) {
    m_course.enter(Exchange::SetAuthenticationTemplate);
    base::Bytes data = base::concat({tlv::encode(kProtocol, protocolOctetsOf(m_info)),
                                     tlv::encode(kPassword, base::Bytes{static_cast<std::uint8_t>(secret)})});
    if (parameters == Parameters::Named)
        base::append(data, tlv::encode(kParameters, base::Bytes{static_cast<std::uint8_t>(m_info.parameterId)}));
    return m_card.transmit({0x00, ins::kManageSecurityEnvironment, 0xC1, 0xA4, data, {}}).status;
}

/// One step of the chain: 7C { out value } to the chip, the objects of 7C { in … } back. Keys of prime fields may need
/// an answer of more than 256 octets.
base::Result<Answer> PaceTerminal::generalAuthenticate(Exchange exchange, tlv::Tag out, base::BytesView value,
                                                       tlv::Tag in) {
    m_course.enter(exchange);
    const base::Bytes object = value.empty() ? base::Bytes{} : tlv::encode(out, value);
    const std::uint8_t cla = exchange == Exchange::MutualAuthentication ? kLast : kChaining;
    Command command{cla, ins::kGeneralAuthenticate, 0x00, 0x00, tlv::encode(kDynamicAuthentication, object), 256};
    if (command.data.size() > 255) command.expected = kExtendedAnswer;
    const auto response = m_card.transmit(command);
    if ((response.status & 0xFF00) == status::kAuthenticationFailed) return base::Fault{"access.wrong-password"_code};
    if (!response.ok()) return unexpectedStatus(exchange, response.status);
    const auto answer = tlv::readFirst(response.data);
    if (!answer || answer->tag != kDynamicAuthentication) return malformedAnswer(exchange);
    const auto elements = tlv::readAll(answer->value);
    if (!elements) return malformedAnswer(exchange);
    Answer objects;
    for (const auto& element : *elements)
        objects.emplace(element.tag, base::Bytes{element.value.begin(), element.value.end()});
    if (in != kNothing && !objects.contains(in)) return malformedAnswer(exchange);
    return objects;
}

base::Result<base::SecretBytes> PaceTerminal::getNonce(const PacePassword& password) {
    const auto answer = generalAuthenticate(Exchange::GetNonce, kNothing, {}, kNonce);
    if (!answer) return answer.refusal();
    const auto& encrypted = answer->at(kNonce);
    // 4.4.3.3: the nonce is a multiple of the block size.
    if (encrypted.empty() || encrypted.size() > kLargestNonce || encrypted.size() % blockSizeOf(m_info.suite) != 0)
        return malformedAnswer(Exchange::GetNonce);
    const auto key = deriveKey(m_info.suite, password.value.reveal(), KeyUse::Password);
    return decryptCbc(m_info.suite, key.reveal(), base::Bytes(blockSizeOf(m_info.suite), 0), encrypted);
}

base::Result<base::SecretBytes> PaceTerminal::mapNonce(const base::SecretBytes& nonce) {
    return m_info.mapping == Mapping::Integrated ? mapByNonces(nonce) : mapByKeys(nonce);
}

base::Result<base::SecretBytes> PaceTerminal::mapByKeys(const base::SecretBytes& nonce) {
    const auto secret = m_group->drawScalar(m_random);
    const auto own = m_group->multiply(m_group->generator(), secret.reveal());
    if (!own) return own.refusal();
    auto answer = generalAuthenticate(Exchange::MapNonce, kMapOut, own->reveal(), kMapIn);
    if (!answer) return answer.refusal();
    m_chipMappingKey = std::move(answer->at(kMapIn));
    const auto shared = m_group->multiply(m_chipMappingKey, secret.reveal());
    if (!shared) return shared.refusal();
    return mapGenerically(*m_group, nonce.reveal(), shared->reveal());
}

base::Result<base::SecretBytes> PaceTerminal::mapByNonces(const base::SecretBytes& nonce) {
    const auto additional = m_random.octets(additionalNonceSizeOf(m_info.suite));
    // The chip's object 82 is empty (4.4.5.2.2), and some chips leave it out.
    const auto answer = generalAuthenticate(Exchange::MapNonce, kMapOut, additional.reveal(), kNothing);
    if (!answer) return answer.refusal();
    return mapIntegrated(*m_group, m_info.suite, nonce.reveal(), additional.reveal());
}

base::Outcome PaceTerminal::performKeyAgreement(const base::SecretBytes& generator) {
    const auto secret = m_group->drawScalar(m_random);
    auto own = m_group->multiply(generator.reveal(), secret.reveal());
    if (!own) return own.refusal();
    m_ownPublicKey = std::move(own).value();
    auto answer = generalAuthenticate(Exchange::PerformKeyAgreement, kKeyOut, m_ownPublicKey.reveal(), kKeyIn);
    if (!answer) return answer.refusal();
    m_chipPublicKey = std::move(answer->at(kKeyIn));
    // 9303-11 4.4.1: "the IC and the inspection system SHOULD check that the two public keys differ": a mirrored key
    // proves nothing.
    if (base::equalInConstantTime(m_chipPublicKey, m_ownPublicKey.reveal()))
        return base::Fault{"access.chip-not-authentic"_code};
    const auto shared = m_group->multiply(m_chipPublicKey, secret.reveal());
    if (!shared) return shared.refusal();
    m_sharedSecret = m_group->secretOf(shared->reveal());
    return {};
}

base::Result<ChipMappingProof> PaceTerminal::proofOf(const SessionKeys& keys, const Answer& answer) const {
    const auto found = answer.find(kChipData);
    const std::size_t block = blockSizeOf(m_info.suite);
    if (found == answer.end() || found->second.empty() || found->second.size() > kLargestChipData ||
        found->second.size() % block != 0)
        return malformedAnswer(Exchange::MutualAuthentication);
    const auto padded = decryptCbc(m_info.suite, keys.encryption.reveal(), chipDataVector(keys), found->second);
    auto data = unpad(padded.reveal());
    if (!data) return data.refusal();
    return ChipMappingProof{m_info.parameterId, m_chipMappingKey, base::SecretBytes{std::move(data).value()}};
}

base::Result<Session> PaceTerminal::authenticateMutually() {
    auto keys = sessionKeysFrom(m_info.suite, m_sharedSecret.reveal());
    const auto own = paceToken(m_info, keys.authentication.reveal(), m_chipPublicKey);
    const auto answer = generalAuthenticate(Exchange::MutualAuthentication, kTokenOut, own, kTokenIn);
    if (!answer) return answer.refusal();
    const auto& theirs = answer->at(kTokenIn);
    const auto expected = paceToken(m_info, keys.authentication.reveal(), m_ownPublicKey.reveal());
    if (theirs.size() != kTokenSize || !base::equalInConstantTime(theirs, expected))
        return base::Fault{"access.chip-not-authentic"_code};
    std::optional<ChipMappingProof> proof;
    base::Bytes terminalKey;
    if (m_info.mapping == Mapping::ChipAuthentication) {
        auto found = proofOf(keys, *answer);
        if (!found) return found.refusal();
        proof = std::move(found).value();
        terminalKey = m_group->compress(m_ownPublicKey.reveal());
    }
    return Session{SecureMessaging{std::move(keys)}, m_course,         m_group->compress(m_chipPublicKey),
                   std::move(terminalKey),           std::move(proof), authoritiesIn(*answer)};
}

}  // namespace

PacePassword PacePassword::mrz(const MrzKey& key) { return {PaceSecret::Mrz, mrzSeed(key)}; }

PacePassword PacePassword::can(std::string_view digits) { return {PaceSecret::Can, base::SecretBytes::copyOf(digits)}; }

base::Bytes paceToken(const PaceInfo& info, base::BytesView authenticationKey, base::BytesView publicKey) {
    const tlv::Tag key = info.agreement() == KeyAgreement::Ecdh ? 0x86 : 0x84;
    const auto object =
        tlv::encode(kPublicKey, {tlv::encode(kObjectId, protocolOctetsOf(info)), tlv::encode(key, publicKey)});
    // 4.4.3.4: the authentication code pads for itself; CMAC does, the retail MAC is given its padding here.
    const bool padding = info.suite == CipherSuite::TripleDes;
    return macOf(info.suite, authenticationKey, padding ? pad(info.suite, object) : object);
}

base::Bytes chipDataVector(const SessionKeys& keys) {
    return encryptBlock(keys.suite, keys.encryption.reveal(), base::Bytes(blockSizeOf(keys.suite), 0xFF));
}

base::Result<Session> performPace(Card& card, const PaceInfo& info, const PacePassword& password,
                                  RandomSource& random) {
    auto group = standardisedGroup(info.parameterId);
    if (!group) return group.refusal();
    PaceTerminal terminal{card, info, std::move(group).value(), random};
    if (const auto set = terminal.setAuthenticationTemplate(password.secret); !set) return set.refusal();
    const auto nonce = terminal.getNonce(password);
    if (!nonce) return nonce.refusal();
    const auto generator = terminal.mapNonce(*nonce);
    if (!generator) return generator.refusal();
    if (const auto agreed = terminal.performKeyAgreement(*generator); !agreed) return agreed.refusal();
    return terminal.authenticateMutually();
}

base::Outcome checkChipMapping(const ChipMappingProof& proof, const AgreementKey& chipKey) {
    const auto group = standardisedGroup(proof.parameterId);
    if (!group || (*group)->generator() != chipKey.group->generator()) return base::Fault{"access.bad-point"_code};
    const auto product = chipKey.group->multiply(chipKey.value, proof.chipData.reveal());
    if (!product) return product.refusal();
    if (!base::equalInConstantTime(product->reveal(), proof.mappingKey))
        return base::Fault{"access.chip-not-authentic"_code};
    return {};
}

}  // namespace chip

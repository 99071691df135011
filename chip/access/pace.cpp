// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/access/pace.hpp"

#include "base/tlv.hpp"
#include "chip/access/curve.hpp"
#include "chip/access/exchange.hpp"
#include "chip/apdu/instruction.hpp"
#include "chip/apdu/status.hpp"

namespace chip {
namespace {

using base::operator""_code;

constexpr std::uint8_t kChaining = 0x10, kLast = 0x00;
constexpr base::tlv::Tag kDynamicAuthentication = 0x7C, kProtocol = 0x80, kPassword = 0x83, kParameters = 0x84;
constexpr base::tlv::Tag kNonce = 0x80, kMapOut = 0x81, kMapIn = 0x82, kKeyOut = 0x83, kKeyIn = 0x84, kTokenOut = 0x85,
                         kTokenIn = 0x86;
constexpr base::tlv::Tag kPublicKey = 0x7F49, kObjectId = 0x06, kPoint = 0x86;
constexpr std::size_t kLargestNonce = 64, kTokenSize = 8;
constexpr std::uint16_t kTriesLeft = 0x63C0;

/// One run of the protocol from the inspection system's side; the functions follow each other as they stand here.
class PaceTerminal {
   public:
    PaceTerminal(Card& card, const PaceInfo& info, Curve curve, RandomSource& random)
        : m_card(card), m_info(info), m_curve(std::move(curve)), m_random(random) {}

    base::Outcome setAuthenticationTemplate(PaceSecret secret);
    base::Result<base::SecretBytes> getNonce(const PacePassword& password);
    /// The ephemeral generator G' = s·G + H.
    base::Result<base::SecretBytes> mapNonce(const base::SecretBytes& nonce);
    base::Outcome performKeyAgreement(const base::SecretBytes& generator);
    base::Result<Session> authenticateMutually();

   private:
    base::Result<base::Bytes> generalAuthenticate(Exchange exchange, base::tlv::Tag out, base::BytesView value,
                                                  base::tlv::Tag in);

    Card& m_card;
    const PaceInfo& m_info;
    Curve m_curve;
    RandomSource& m_random;
    AccessCourse m_course;
    base::SecretBytes m_ownPublicKey, m_sharedSecret;
    base::Bytes m_chipPublicKey;
};

base::Outcome PaceTerminal::setAuthenticationTemplate(PaceSecret secret) {
    m_course.enter(Exchange::SetAuthenticationTemplate);
    base::Bytes data = base::concat({base::tlv::encode(kProtocol, protocolOctetsOf(m_info)),
                                     base::tlv::encode(kPassword, base::Bytes{static_cast<std::uint8_t>(secret)})});
    if (m_info.ambiguous)
        base::append(data, base::tlv::encode(kParameters, base::Bytes{static_cast<std::uint8_t>(m_info.parameterId)}));
    const auto response = m_card.transmit({0x00, ins::kManageSecurityEnvironment, 0xC1, 0xA4, data, {}});
    // 63Cx: the protocol is selected, x tries are left (TR-03110-3 B.11.1).
    if (response.ok() || (response.status & 0xFFF0) == kTriesLeft) return {};
    return unexpectedStatus(Exchange::SetAuthenticationTemplate, response.status);
}

/// One step of the chain: 7C { out value } to the chip, the value of 7C { in } back.
base::Result<base::Bytes> PaceTerminal::generalAuthenticate(Exchange exchange, base::tlv::Tag out,
                                                            base::BytesView value, base::tlv::Tag in) {
    m_course.enter(exchange);
    const base::Bytes object = value.empty() ? base::Bytes{} : base::tlv::encode(out, value);
    const std::uint8_t cla = exchange == Exchange::MutualAuthentication ? kLast : kChaining;
    const auto response = m_card.transmit(
        {cla, ins::kGeneralAuthenticate, 0x00, 0x00, base::tlv::encode(kDynamicAuthentication, object), 256});
    if ((response.status & 0xFF00) == status::kAuthenticationFailed) return base::Fault{"access.wrong-password"_code};
    if (!response.ok()) return unexpectedStatus(exchange, response.status);
    const auto answer = base::tlv::readFirst(response.data);
    if (!answer || answer->tag != kDynamicAuthentication) return malformedAnswer(exchange);
    const auto elements = base::tlv::readAll(answer->value);
    if (!elements) return malformedAnswer(exchange);
    const auto element = base::tlv::find(*elements, in);
    if (!element) return malformedAnswer(exchange);
    return base::Bytes(element->value.begin(), element->value.end());
}

base::Result<base::SecretBytes> PaceTerminal::getNonce(const PacePassword& password) {
    const auto encrypted = generalAuthenticate(Exchange::GetNonce, 0, {}, kNonce);
    if (!encrypted) return encrypted.refusal();
    // 4.4.3.3: the nonce is a multiple of the block size.
    if (encrypted->empty() || encrypted->size() > kLargestNonce || encrypted->size() % blockSizeOf(m_info.suite) != 0)
        return malformedAnswer(Exchange::GetNonce);
    const auto key = deriveKey(m_info.suite, password.value.reveal(), KeyUse::Password);
    return decryptCbc(m_info.suite, key.reveal(), base::Bytes(blockSizeOf(m_info.suite), 0), *encrypted);
}

base::Result<base::SecretBytes> PaceTerminal::mapNonce(const base::SecretBytes& nonce) {
    const auto secret = m_curve.drawScalar(m_random);
    const auto own = m_curve.multiply(m_curve.generator(), secret.reveal());
    if (!own) return own.refusal();
    const auto theirs = generalAuthenticate(Exchange::MapNonce, kMapOut, own->reveal(), kMapIn);
    if (!theirs) return theirs.refusal();
    const auto shared = m_curve.multiply(*theirs, secret.reveal());
    if (!shared) return shared.refusal();
    const auto masked = m_curve.multiply(m_curve.generator(), nonce.reveal());
    if (!masked) return masked.refusal();
    return m_curve.add(masked->reveal(), shared->reveal());
}

base::Outcome PaceTerminal::performKeyAgreement(const base::SecretBytes& generator) {
    const auto secret = m_curve.drawScalar(m_random);
    auto own = m_curve.multiply(generator.reveal(), secret.reveal());
    if (!own) return own.refusal();
    m_ownPublicKey = std::move(own).value();
    auto theirs = generalAuthenticate(Exchange::PerformKeyAgreement, kKeyOut, m_ownPublicKey.reveal(), kKeyIn);
    if (!theirs) return theirs.refusal();
    m_chipPublicKey = std::move(theirs).value();
    // 9303-11 4.4.1: "Each party SHOULD check that the two public keys differ": a mirrored key proves nothing.
    if (base::equalInConstantTime(m_chipPublicKey, m_ownPublicKey.reveal()))
        return base::Fault{"access.chip-not-authentic"_code};
    const auto shared = m_curve.multiply(m_chipPublicKey, secret.reveal());
    if (!shared) return shared.refusal();
    m_sharedSecret = m_curve.xOf(shared->reveal());
    return {};
}

base::Result<Session> PaceTerminal::authenticateMutually() {
    auto keys = sessionKeysFrom(m_info.suite, m_sharedSecret.reveal());
    const auto own = paceToken(m_info, keys.authentication.reveal(), m_chipPublicKey);
    const auto theirs = generalAuthenticate(Exchange::MutualAuthentication, kTokenOut, own, kTokenIn);
    if (!theirs) return theirs.refusal();
    const auto expected = paceToken(m_info, keys.authentication.reveal(), m_ownPublicKey.reveal());
    if (theirs->size() != kTokenSize || !base::equalInConstantTime(*theirs, expected))
        return base::Fault{"access.chip-not-authentic"_code};
    return Session{SecureMessaging{std::move(keys)}, m_course};
}

}  // namespace

PacePassword PacePassword::mrz(const MrzKey& key) { return {PaceSecret::Mrz, mrzSeed(key)}; }

PacePassword PacePassword::can(std::string_view digits) { return {PaceSecret::Can, base::SecretBytes::copyOf(digits)}; }

base::Bytes paceToken(const PaceInfo& info, base::BytesView authenticationKey, base::BytesView publicKey) {
    const auto object = base::tlv::encode(
        kPublicKey, {base::tlv::encode(kObjectId, protocolOctetsOf(info)), base::tlv::encode(kPoint, publicKey)});
    // 4.4.3.4: the authentication code pads for itself; CMAC does, the retail MAC is given its padding here.
    const bool padding = info.suite == CipherSuite::TripleDes;
    return macOf(info.suite, authenticationKey, padding ? pad(info.suite, object) : object);
}

base::Result<Session> performPace(Card& card, const PaceInfo& info, const PacePassword& password,
                                  RandomSource& random) {
    auto curve = Curve::byParameterId(info.parameterId);
    if (!curve) return curve.refusal();
    PaceTerminal terminal{card, info, std::move(curve).value(), random};
    if (const auto set = terminal.setAuthenticationTemplate(password.secret); !set) return set.refusal();
    const auto nonce = terminal.getNonce(password);
    if (!nonce) return nonce.refusal();
    const auto generator = terminal.mapNonce(*nonce);
    if (!generator) return generator.refusal();
    if (const auto agreed = terminal.performKeyAgreement(*generator); !agreed) return agreed.refusal();
    return terminal.authenticateMutually();
}

}  // namespace chip

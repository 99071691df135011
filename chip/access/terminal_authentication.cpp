// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/access/terminal_authentication.hpp"

#include <openssl/core_names.h>
#include <openssl/rsa.h>

#include <algorithm>

#include "base/der.hpp"
#include "base/openssl.hpp"
#include "chip/access/exchange.hpp"
#include "chip/apdu/instruction.hpp"
#include "chip/apdu/long_command.hpp"
#include "chip/apdu/status.hpp"

namespace chip {
namespace {

using base::operator""_code;
namespace ssl = base::openssl;
namespace der = base::der;
namespace tlv = base::tlv;
using signing::SignatureScheme;

constexpr tlv::Tag kKeyReference = 0x83, kSignature = 0x5F37;
constexpr std::size_t kChallenge = 8, kLongestChain = 8;

base::Fault refused(Exchange exchange, std::uint16_t status) {
    const std::string name{nameOf(exchange)};
    return {"ta.refused"_code, {{"exchange", name}, {"status", status::text(status)}}, name};
}

base::Fault unsuitableKey() { return {"ta.unsuitable-key"_code}; }

bool contains(const std::vector<std::string>& names, const std::string& name) {
    return std::ranges::find(names, name) != names.end();
}

/// Upwards from a certificate to one that an authority of the chip's has signed; empty where there is no way.
std::vector<CvCertificate> chainUpFrom(const CvCertificate& terminal, const std::vector<CvCertificate>& certificates,
                                       const std::vector<std::string>& authorities) {
    std::vector<CvCertificate> chain{terminal};
    while (!contains(authorities, chain.back().authority)) {
        const auto issuer = std::ranges::find_if(certificates, [&](const CvCertificate& other) {
            return other.holder == chain.back().authority && !other.selfSigned();
        });
        if (issuer == certificates.end() || chain.size() == kLongestChain) return {};
        chain.push_back(*issuer);
    }
    std::ranges::reverse(chain);
    return chain;
}

ssl::PKey readPrivateKey(base::BytesView octets) {
    const unsigned char* at = octets.data();
    ssl::PKey key{d2i_AutoPrivateKey(nullptr, &at, static_cast<long>(octets.size()))};
    ssl::forgetErrors();
    return key;
}

/// r || s of the DER sequence, each filled to the width.
base::Result<base::Bytes> plainSignature(base::BytesView encoded, std::size_t width) {
    const auto sequence = tlv::readFirst(encoded);
    const auto numbers = sequence ? tlv::readAll(sequence->value) : sequence.refusal();
    if (!numbers || numbers->size() != 2) return unsuitableKey();
    base::Bytes plain;
    for (const auto& part : *numbers) {
        const auto number = der::readUnsigned(part.value);
        if (!number || number->size() > width) return unsuitableKey();
        plain.resize(plain.size() + width - number->size(), 0);
        base::append(plain, *number);
    }
    return plain;
}

base::Outcome showCertificate(SecuredCard& card, const CvCertificate& certificate) {
    const auto reference = tlv::encode(kKeyReference, base::bytesOf(certificate.authority));
    const auto set = card.transmit({0x00, ins::kManageSecurityEnvironment, 0x81, 0xB6, reference, {}});
    if (!set.ok()) return refused(Exchange::SetVerificationKey, set.status);
    const auto data = base::concat({certificate.body, tlv::encode(kSignature, certificate.signature)});
    const auto verified =
        transmitLong(card, {0x00, ins::kPerformSecurityOperation, 0x00, 0xBE, data, {}}, LongForm::ChainedFirst);
    if (!verified.ok()) return refused(Exchange::VerifyCertificate, verified.status);
    return {};
}

base::Result<base::Bytes> getChallenge(SecuredCard& card, const std::string& holder) {
    const auto reference = tlv::encode(kKeyReference, base::bytesOf(holder));
    const auto set = card.transmit({0x00, ins::kManageSecurityEnvironment, 0x81, 0xA4, reference, {}});
    if (!set.ok()) return refused(Exchange::SetTerminalKey, set.status);
    auto challenge = card.transmit({0x00, ins::kGetChallenge, 0x00, 0x00, {}, kChallenge});
    if (!challenge.ok()) return refused(Exchange::GetTerminalChallenge, challenge.status);
    if (challenge.data.size() != kChallenge) return malformedAnswer(Exchange::GetTerminalChallenge);
    return std::move(challenge.data);
}

}  // namespace

base::Result<std::vector<CvCertificate>> chainFrom(const std::vector<CvCertificate>& certificates,
                                                   const std::vector<std::string>& authorities) {
    for (const auto& certificate : certificates) {
        if (certificate.role() != CvRole::Terminal) continue;
        auto chain = chainUpFrom(certificate, certificates, authorities);
        if (!chain.empty()) return chain;
    }
    return base::Fault{"ta.no-chain"_code};
}

base::Result<base::Bytes> signForChip(base::BytesView privateKey, base::BytesView publicKey, base::BytesView message) {
    const auto algorithm = terminalAlgorithmOf(publicKey);
    const auto key = readPrivateKey(privateKey);
    if (!key || !algorithm) return unsuitableKey();
    const bool curve = algorithm->scheme == SignatureScheme::Ecdsa;
    if (curve != (EVP_PKEY_get_base_id(key.get()) == EVP_PKEY_EC)) return unsuitableKey();
    const ssl::MdContext context{ssl::check(EVP_MD_CTX_new(), "EVP_MD_CTX_new")};
    EVP_PKEY_CTX* terms = nullptr;
    const EVP_MD* digest = EVP_get_digestbyname(std::string{base::nameOf(algorithm->digest)}.c_str());
    ssl::check(EVP_DigestSignInit(context.get(), &terms, digest, nullptr, key.get()), "EVP_DigestSignInit");
    if (algorithm->scheme == SignatureScheme::RsaPss) {
        ssl::check(EVP_PKEY_CTX_set_rsa_padding(terms, RSA_PKCS1_PSS_PADDING), "EVP_PKEY_CTX_set_rsa_padding");
        ssl::check(EVP_PKEY_CTX_set_rsa_pss_saltlen(terms, RSA_PSS_SALTLEN_DIGEST), "EVP_PKEY_CTX_set_rsa_pss_saltlen");
    }
    base::Bytes signature(static_cast<std::size_t>(EVP_PKEY_get_size(key.get())));
    std::size_t size = signature.size();
    ssl::check(EVP_DigestSign(context.get(), signature.data(), &size, message.data(), message.size()),
               "EVP_DigestSign");
    signature.resize(size);
    if (!curve) return signature;
    return plainSignature(signature, (static_cast<std::size_t>(EVP_PKEY_get_bits(key.get())) + 7) / 8);
}

base::Outcome authenticateTerminal(SecuredCard& card, const TerminalCredentials& credentials,
                                   const std::vector<std::string>& authorities) {
    const auto& session = card.session();
    if (session.terminalKey.empty()) return base::Fault{"ta.no-chip-authentication"_code};
    const auto chain = chainFrom(credentials.certificates, authorities);
    if (!chain) return chain.refusal();
    for (const auto& certificate : *chain)
        if (const auto shown = showCertificate(card, certificate); !shown) return shown;
    const auto challenge = getChallenge(card, chain->back().holder);
    if (!challenge) return challenge.refusal();
    const auto signature = signForChip(credentials.privateKey.reveal(), chain->back().publicKey,
                                       base::concat({session.chipIdentifier, *challenge, session.terminalKey}));
    if (!signature) return signature.refusal();
    const auto response =
        transmitLong(card, {0x00, ins::kExternalAuthenticate, 0x00, 0x00, *signature, {}}, LongForm::ChainedFirst);
    if (!response.ok()) return refused(Exchange::AuthenticateTerminal, response.status);
    return {};
}

}  // namespace chip

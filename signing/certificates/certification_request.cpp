// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/certificates/certification_request.hpp"

#include <algorithm>

#include "base/der.hpp"
#include "signing/asn1/cursor.hpp"
#include "signing/keys/public_key.hpp"

namespace signing {
using namespace base::literals;
namespace der = base::der;
namespace {

constexpr std::size_t kLargestRequest = std::size_t{16} * 1024;
constexpr std::string_view kHead = "-----BEGIN CERTIFICATE REQUEST-----", kFoot = "-----END CERTIFICATE REQUEST-----";

base::Fault malformed(std::string what) { return {"signing.malformed"_code, {{"what", std::move(what)}}, {}}; }

/// What stands between head and foot of PEM, or the octets as they are.
base::Result<base::Bytes> derOf(base::BytesView octets) {
    const auto text = base::textOf(octets);
    const auto head = text.find(kHead);
    if (head == std::string::npos) return base::Bytes{octets.begin(), octets.end()};
    const auto begin = head + kHead.size();
    const auto foot = text.find(kFoot, begin);
    if (foot == std::string::npos) return malformed("PEM");
    return base::fromBase64(std::string_view{text}.substr(begin, foot - begin));
}

/// Every common name of a Name.
std::vector<std::string> commonNamesIn(Cursor parts) {
    std::vector<std::string> names;
    while (!parts.atEnd()) {
        auto set = parts.enter(der::kSet, "RelativeDistinguishedName");
        while (!set.atEnd()) {
            auto pair = set.enter(der::kSequence, "AttributeTypeAndValue");
            const auto oid = oidOf(pair.take(der::kOid, "AttributeType"), parts.trouble());
            const auto value = pair.takeAny("AttributeValue");
            pair.finish("AttributeTypeAndValue");
            if (oid == "2.5.4.3") names.push_back(base::textOf(value.value));
        }
    }
    return names;
}

base::Result<PublicKey> suitableKey(base::BytesView publicKey) {
    auto key = PublicKey::read(publicKey);
    if (!key || key->kind() != PublicKey::Kind::Ec || key->curveForm() != CurveForm::Named ||
        (key->group() != "prime256v1" && key->group() != "secp384r1"))
        return base::Fault{"signing.request-key-unsuitable"_code};
    return key;
}

/// One name of 1 to 64 printable characters (ub-common-name, RFC 5280, appendix A.1).
bool isPlain(const std::vector<std::string>& names) {
    constexpr std::size_t kLongest = 64;
    return names.size() == 1 && !names.front().empty() && names.front().size() <= kLongest &&
           std::ranges::all_of(names.front(), [](char letter) { return letter >= ' ' && letter < 127; });
}

}  // namespace

base::Result<CertificationRequest> readCertificationRequest(base::BytesView octets) {
    if (octets.size() > kLargestRequest) return malformed("CertificationRequest larger than 16 KiB");
    const auto whole = derOf(octets);
    if (!whole) return whole.refusal();
    Trouble trouble;
    Cursor outside{*whole, trouble};
    auto parts = outside.enter(der::kSequence, "CertificationRequest");
    outside.finish("CertificationRequest");
    const auto signedPart = parts.take(der::kSequence, "CertificationRequestInfo");
    const auto identifier = parts.take(der::kSequence, "signatureAlgorithm");
    const auto signature = bitsOf(parts.take(der::kBitString, "signature"), trouble);
    parts.finish("CertificationRequest");
    auto info = parts.inside(signedPart);
    const auto version = der::readSmall(info.take(der::kInteger, "version").value);
    if (!version || *version != 0) trouble.note("version 1");
    const auto names = commonNamesIn(info.enter(der::kSequence, "subject"));
    const auto publicKey = info.take(der::kSequence, "subjectPKInfo").whole;
    info.takeIf(0xA0);
    info.finish("CertificationRequestInfo");
    if (trouble.any()) return malformed(trouble.what);
    const auto key = suitableKey(publicKey);
    if (!key) return key.refusal();
    const auto algorithm = readSignatureAlgorithm(identifier);
    if (!algorithm || !key->verifies(*algorithm, signedPart.whole, signature))
        return base::Fault{"signing.request-not-proven"_code};
    if (!isPlain(names)) return base::Fault{"signing.request-name"_code};
    return CertificationRequest{names.front(), {publicKey.begin(), publicKey.end()}};
}

}  // namespace signing

// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/certificates/certificate.hpp"

#include "base/der.hpp"
#include "signing/certificates/extension_reader.hpp"

namespace signing {
using namespace base::literals;
namespace der = base::der;
namespace {

constexpr std::size_t kLargestCertificate = 32 * 1024;
constexpr std::string_view kPemHead = "-----BEGIN CERTIFICATE-----";
constexpr std::string_view kPemFoot = "-----END CERTIFICATE-----";

base::Fault malformed(const std::string& what) { return {"signing.malformed"_code, {{"what", what}}, {}}; }

base::Bytes copy(base::BytesView octets) { return {octets.begin(), octets.end()}; }

base::Timestamp readMoment(Cursor& cursor) {
    const auto moment = der::readTime(cursor.takeAny("Time"));
    if (!moment) cursor.trouble().note("Time");
    return moment ? *moment : base::Timestamp{};
}

void readVersion(Cursor& content) {
    const auto version = content.takeIf(0xA0);
    if (!version) return content.trouble().note("version 3");
    auto number = content.inside(*version);
    const auto value = der::readSmall(number.take(der::kInteger, "version").value);
    if (!value || *value != 2) content.trouble().note("version 3");
}

/// TBSCertificate; the element of its signature algorithm is handed back for comparison.
base::tlv::Element readSignedPart(Cursor content, Certificate& certificate) {
    readVersion(content);
    certificate.serialNumber = copy(content.take(der::kInteger, "serialNumber").value);
    const auto algorithm = content.take(der::kSequence, "signature");
    certificate.issuer = copy(content.take(der::kSequence, "issuer").whole);
    auto validity = content.enter(der::kSequence, "validity");
    certificate.notBefore = readMoment(validity);
    certificate.notAfter = readMoment(validity);
    certificate.subject = copy(content.take(der::kSequence, "subject").whole);
    certificate.publicKey = copy(content.take(der::kSequence, "subjectPublicKeyInfo").whole);
    content.takeIf(0x81);
    content.takeIf(0x82);
    if (const auto extensions = content.takeIf(0xA3)) {
        auto wrapper = content.inside(*extensions);
        readExtensions(wrapper.enter(der::kSequence, "extensions"), certificate);
    }
    content.finish("TBSCertificate");
    if (certificate.serialNumber.empty() || certificate.serialNumber.size() > 32)
        content.trouble().note("serialNumber");
    return algorithm;
}

std::string attributeLetter(const std::string& oid) {
    if (oid == "2.5.4.3") return "CN";
    if (oid == "2.5.4.5") return "serialNumber";
    if (oid == "2.5.4.6") return "C";
    if (oid == "2.5.4.7") return "L";
    if (oid == "2.5.4.10") return "O";
    if (oid == "2.5.4.11") return "OU";
    if (oid == "2.5.4.12") return "title";
    return oid;
}

std::string textOfName(base::BytesView name) {
    std::string text;
    Trouble trouble;
    Cursor whole{name, trouble};
    auto parts = whole.enter(der::kSequence, "Name");
    while (!parts.atEnd()) {
        auto set = parts.enter(der::kSet, "RelativeDistinguishedName");
        auto pair = set.enter(der::kSequence, "AttributeTypeAndValue");
        const auto oid = oidOf(pair.take(der::kOid, "AttributeType"), trouble);
        const auto value = pair.takeAny("AttributeValue");
        if (trouble.any()) break;
        text += (text.empty() ? "" : ", ") + attributeLetter(oid) + "=" + base::textOf(value.value);
    }
    return text;
}

}  // namespace

std::string Certificate::subjectText() const { return textOfName(subject); }
std::string Certificate::issuerText() const { return textOfName(issuer); }

base::Result<Certificate> readCertificate(base::BytesView octets) {
    if (octets.size() > kLargestCertificate) return malformed("Certificate larger than 32 KiB");
    Trouble trouble;
    Cursor whole{octets, trouble};
    auto parts = whole.enter(der::kSequence, "Certificate");
    whole.finish("Certificate");
    Certificate certificate;
    certificate.der = copy(octets);
    const auto signedPart = parts.take(der::kSequence, "TBSCertificate");
    certificate.signedPart = copy(signedPart.whole);
    const auto inner = readSignedPart(parts.inside(signedPart), certificate);
    const auto outer = parts.take(der::kSequence, "signatureAlgorithm");
    certificate.signature = copy(bitsOf(parts.take(der::kBitString, "signatureValue"), trouble));
    parts.finish("Certificate");
    if (trouble.any()) return malformed(trouble.what);
    if (copy(inner.whole) != copy(outer.whole)) return malformed("signatureAlgorithm");
    const auto algorithm = readSignatureAlgorithm(outer);
    if (!algorithm) return algorithm.refusal();
    certificate.signatureAlgorithm = *algorithm;
    return certificate;
}

std::string pemOfCertificate(base::BytesView octets) {
    const std::string body = base::toBase64(octets);
    std::string pem = std::string{kPemHead} + "\n";
    for (std::size_t at = 0; at < body.size(); at += 64) pem += body.substr(at, 64) + "\n";
    return pem + std::string{kPemFoot} + "\n";
}

base::Result<base::Bytes> certificateOfPem(std::string_view pem) {
    const auto head = pem.find(kPemHead);
    const auto foot = pem.find(kPemFoot);
    if (head == std::string_view::npos || foot == std::string_view::npos || foot < head) return malformed("PEM");
    const auto begin = head + kPemHead.size();
    return base::fromBase64(pem.substr(begin, foot - begin));
}

}  // namespace signing

// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/seals/signer_reference.hpp"

#include <algorithm>

#include "signing/certificates/name_reader.hpp"

namespace signing {
using namespace base::literals;
namespace {

constexpr std::size_t kMostDigits = 40;  // of 20 octets (RFC 5280 4.1.2.2)

bool isLetter(char c) { return c >= 'A' && c <= 'Z'; }
bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isHex(char c) { return isDigit(c) || (c >= 'A' && c <= 'F'); }

template <class Predicate>
bool all(std::string_view text, Predicate predicate) {
    return std::all_of(text.begin(), text.end(), predicate);
}

std::string upper(std::string text) {
    for (char& c : text)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return text;
}

std::string_view withoutZeros(std::string_view digits) {
    return digits.substr(std::min(digits.find_first_not_of('0'), digits.size()));
}

/// Whole octets, without the sign octet of DER.
std::string digitsOf(base::BytesView serialNumber) {
    while (serialNumber.size() > 1 && serialNumber.front() == 0) serialNumber = serialNumber.subspan(1);
    return upper(base::toHex(serialNumber));
}

}  // namespace

base::Result<SignerReference> SignerReference::read(std::string_view signer, std::string_view digits) {
    const bool good = signer.size() == 4 && all(signer.substr(0, 2), isLetter) &&
                      all(signer.substr(2), [](char c) { return isLetter(c) || isDigit(c); }) && !digits.empty() &&
                      digits.size() <= kMostDigits && all(digits, isHex);
    if (!good) return base::Fault{"signing.seal-malformed"_code, {{"what", "certificate reference"}}, {}};
    return SignerReference{std::string{signer.substr(0, 2)}, std::string{signer.substr(2)}, std::string{digits}};
}

base::Result<SignerReference> SignerReference::of(const Certificate& certificate) {
    const auto name = readName(certificate.subject);
    auto reference = read(upper(name.country) + name.commonName, digitsOf(certificate.serialNumber));
    if (!reference || name.commonName.size() != 2 || reference->forTesting())
        return base::Fault{"signing.seal-certificate-unsuitable"_code, {{"subject", certificate.subjectText()}}, {}};
    return reference;
}

bool SignerReference::names(const Certificate& certificate) const {
    const auto name = readName(certificate.subject);
    return upper(name.country) == country && name.commonName == code &&
           withoutZeros(digitsOf(certificate.serialNumber)) == withoutZeros(serial);
}

}  // namespace signing

// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/access/mrz_key.hpp"

#include "base/digest.hpp"

namespace chip {
namespace {

constexpr std::size_t kDocumentNumber = 9;
constexpr char kFiller = '<';

int valueOf(char character) {
    if (character >= '0' && character <= '9') return character - '0';
    if (character >= 'A' && character <= 'Z') return character - 'A' + 10;
    return 0;
}

void appendWithCheckDigit(base::Bytes& target, base::BytesView field, std::size_t width) {
    base::Bytes filled(field.begin(), field.end());
    if (filled.size() < width) filled.resize(width, static_cast<std::uint8_t>(kFiller));
    const base::SecretBytes text{std::move(filled)};
    base::append(target, text.reveal());
    const auto octets = text.reveal();
    target.push_back(
        static_cast<std::uint8_t>(mrzCheckDigit({reinterpret_cast<const char*>(octets.data()), octets.size()})));
}

}  // namespace

MrzKey MrzKey::of(std::string_view documentNumber, std::string_view dateOfBirth, std::string_view dateOfExpiry) {
    return {base::SecretBytes::copyOf(documentNumber), base::SecretBytes::copyOf(dateOfBirth),
            base::SecretBytes::copyOf(dateOfExpiry)};
}

MrzKey MrzKey::clone() const { return {documentNumber.clone(), dateOfBirth.clone(), dateOfExpiry.clone()}; }

char mrzCheckDigit(std::string_view field) {
    constexpr int kWeights[] = {7, 3, 1};
    int sum = 0;
    for (std::size_t at = 0; at < field.size(); ++at) sum += valueOf(field[at]) * kWeights[at % 3];
    return static_cast<char>('0' + sum % 10);
}

base::SecretBytes mrzInformation(const MrzKey& key) {
    base::Bytes information;
    information.reserve(kDocumentNumber * 4);
    appendWithCheckDigit(information, key.documentNumber.reveal(), kDocumentNumber);
    appendWithCheckDigit(information, key.dateOfBirth.reveal(), 0);
    appendWithCheckDigit(information, key.dateOfExpiry.reveal(), 0);
    return base::SecretBytes{std::move(information)};
}

base::Bytes documentNumberWithDigit(const MrzKey& key) {
    base::Bytes field;
    appendWithCheckDigit(field, key.documentNumber.reveal(), kDocumentNumber);
    return field;
}

base::SecretBytes mrzSeed(const MrzKey& key) {
    return base::SecretBytes{base::digest(base::DigestAlgorithm::Sha1, mrzInformation(key).reveal())};
}

}  // namespace chip

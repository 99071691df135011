// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <bitset>
#include <charconv>
#include <optional>

#include "signing/seals/c40.hpp"
#include "signing/seals/seal.hpp"
#include "signing/seals/seal_fields.hpp"

namespace signing {
using namespace base::literals;
namespace {

constexpr std::uint8_t kMagic = 0xDC, kSignature = 0xFF;
constexpr int kOldest = 3, kNewest = 4;

/// Steps through the octets of a seal. The first mismatch is kept; from then on every step gives nothing.
class SealCursor {
   public:
    explicit SealCursor(base::BytesView octets) : m_octets(octets) {}

    base::BytesView take(std::size_t count, std::string_view what) {
        if (m_fault || count > m_octets.size() - m_at) {
            note(what);
            return {};
        }
        m_at += count;
        return m_octets.subspan(m_at - count, count);
    }
    std::uint8_t takeOctet(std::string_view what) {
        const auto octet = take(1, what);
        return octet.empty() ? std::uint8_t{0} : octet.front();
    }
    std::string takeC40(std::size_t count, std::string_view what) {
        const auto text = decodeC40(take(count, what));
        if (!text) note(what);
        return text ? *text : std::string{};
    }
    base::Date takeDate(std::string_view what) {
        const auto octets = take(3, what);
        if (octets.empty()) return {};
        const auto day = readSealDate(octets);
        if (!day.ok()) note(what);
        return day;
    }
    /// A DER length of at most two octets behind its first: no symbol holds more.
    std::size_t takeDerLength(std::string_view what) {
        const auto first = takeOctet(what);
        if (first < 0x80) return first;
        const std::size_t count = first & 0x7FU;
        if (count < 1 || count > 2) note(what);
        if (m_fault) return 0;
        std::size_t length = 0;
        for (const auto octet : take(count, what)) length = length << 8U | octet;
        if (length < (count == 1 ? 0x80U : 0x100U)) note(what);
        return length;
    }
    void note(std::string_view what) {
        if (!m_fault)
            m_fault = base::Fault{
                "signing.seal-malformed"_code, {{"what", std::string{what}}}, "offset " + std::to_string(m_at)};
    }
    [[nodiscard]] bool failed() const { return m_fault.has_value(); }
    [[nodiscard]] const std::optional<base::Fault>& fault() const { return m_fault; }
    [[nodiscard]] std::size_t at() const { return m_at; }
    [[nodiscard]] bool atEnd() const { return m_at == m_octets.size(); }

   private:
    base::BytesView m_octets;
    std::size_t m_at = 0;
    std::optional<base::Fault> m_fault;
};

std::string readCountry(SealCursor& cursor) {
    auto country = cursor.takeC40(2, "country");
    std::replace(country.begin(), country.end(), ' ', '<');
    if (!isIssuingCountry(country)) cursor.note("country");
    return country;
}

SignerReference referenceOf(std::string_view signer, std::string_view digits, SealCursor& cursor) {
    if (cursor.failed()) return {};
    auto reference = SignerReference::read(signer, digits);
    if (reference) return std::move(*reference);
    cursor.note("certificate reference");
    return {};
}

/// Four characters and five digits.
SignerReference readSigner3(SealCursor& cursor) {
    const auto text = cursor.takeC40(6, "certificate reference");
    if (text.size() != 9) cursor.note("certificate reference");
    if (cursor.failed()) return {};
    return referenceOf(std::string_view{text}.substr(0, 4), std::string_view{text}.substr(4), cursor);
}

/// Four characters, two that count the digits in hexadecimal, the digits. The first six characters are two triples.
SignerReference readSigner4(SealCursor& cursor) {
    const auto head = cursor.takeC40(4, "certificate reference");
    std::size_t count = 0;
    const char* const end = head.data() + head.size();
    if (head.size() != 6 || std::from_chars(head.data() + 4, end, count, 16).ptr != end) {
        cursor.note("certificate reference");
        return {};
    }
    const auto digits = cursor.takeC40(sizeInC40(count), "certificate reference");
    if (digits.size() != count) cursor.note("certificate reference");
    return referenceOf(std::string_view{head}.substr(0, 4), digits, cursor);
}

SealHeader readHeader(SealCursor& cursor, int version) {
    SealHeader header;
    header.version = version;
    header.country = readCountry(cursor);
    header.signer = version == kOldest ? readSigner3(cursor) : readSigner4(cursor);
    header.issued = cursor.takeDate("document issue date");
    header.signedOn = cursor.takeDate("signature creation date");
    header.definition = {cursor.takeOctet("feature definition"), cursor.takeOctet("document type category")};
    const auto named = [](std::uint8_t number) { return number >= 1 && number <= 254; };
    if (!named(header.definition.reference) || !named(header.definition.category)) cursor.note("feature definition");
    return header;
}

/// Up to the mark of the signature.
std::vector<SealFeature> readFeatures(SealCursor& cursor, int version) {
    std::vector<SealFeature> features;
    std::bitset<256> seen;
    while (!cursor.failed()) {
        const auto tag = cursor.takeOctet("feature");
        if (cursor.failed() || tag == kSignature) break;
        if (seen[tag]) cursor.note("feature twice");
        seen.set(tag);
        const std::size_t length =
            version == kOldest ? cursor.takeOctet("length of a feature") : cursor.takeDerLength("length of a feature");
        const auto value = cursor.take(length, "feature");
        features.push_back({tag, {value.begin(), value.end()}});
    }
    return features;
}

base::Fault tooLong(std::size_t octets) {
    return {
        "signing.seal-too-long"_code, {{"octets", std::to_string(octets)}, {"most", std::to_string(kLargestSeal)}}, {}};
}

}  // namespace

const SealFeature* Seal::find(std::uint8_t tag) const {
    const auto found =
        std::find_if(features.begin(), features.end(), [&](const auto& each) { return each.tag == tag; });
    return found == features.end() ? nullptr : &*found;
}

base::Result<Seal> readSeal(base::BytesView octets) {
    if (octets.size() > kLargestSeal) return tooLong(octets.size());
    SealCursor cursor{octets};
    if (cursor.takeOctet("magic constant") != kMagic) cursor.note("magic constant");
    const int version = cursor.takeOctet("version") + 1;
    if (cursor.failed()) return *cursor.fault();
    if (version < kOldest || version > kNewest)
        return base::Fault{"signing.seal-version-unknown"_code, {{"version", std::to_string(version)}}, {}};
    Seal seal;
    seal.header = readHeader(cursor, version);
    seal.features = readFeatures(cursor, version);
    const std::size_t content = cursor.failed() ? 0 : cursor.at() - 1;
    const auto length = cursor.takeDerLength("length of the signature");
    const auto signature = cursor.take(length, "signature");
    if (signature.empty() || signature.size() % 2 != 0 || !cursor.atEnd()) cursor.note("signature");
    if (cursor.failed()) return *cursor.fault();
    seal.signature.assign(signature.begin(), signature.end());
    seal.signedPart.assign(octets.begin(), octets.begin() + static_cast<std::ptrdiff_t>(content));
    return seal;
}

}  // namespace signing

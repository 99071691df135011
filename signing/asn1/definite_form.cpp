// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/der.hpp"
#include "signing/asn1/cursor.hpp"

namespace signing {
using namespace base::literals;
namespace {

constexpr int kDeepest = 32;
constexpr base::tlv::Tag kConstructedOctetString = 0x24;

/// One BER object read from the front of `rest`, in definite form.
struct Converted {
    base::Bytes octets;
    bool changed = false;
};

std::optional<Converted> convert(base::BytesView& rest, int depth);

bool takeEndOfContents(base::BytesView& rest) {
    if (rest.size() < 2 || rest[0] != 0 || rest[1] != 0) return false;
    rest = rest.subspan(2);
    return true;
}

/// The parts of a constructed object; for an octet string only what its parts hold.
std::optional<Converted> convertParts(base::BytesView& rest, bool indefinite, int depth, bool octetString) {
    Converted parts;
    while (indefinite ? !takeEndOfContents(rest) : !rest.empty()) {
        auto part = convert(rest, depth + 1);
        if (!part) return std::nullopt;
        parts.changed |= part->changed;
        if (octetString) {
            const auto element = base::tlv::readFirst(part->octets);
            if (!element || element->tag != base::der::kOctetString) return std::nullopt;
            base::append(parts.octets, element->value);
        } else {
            base::append(parts.octets, part->octets);
        }
    }
    return parts;
}

std::optional<Converted> convertIndefinite(base::BytesView& rest, int depth) {
    const base::tlv::Tag tag = rest[0];
    rest = rest.subspan(2);
    const bool octetString = tag == kConstructedOctetString;
    auto parts = convertParts(rest, true, depth, octetString);
    if (!parts) return std::nullopt;
    return Converted{base::tlv::encode(octetString ? base::der::kOctetString : tag, parts->octets), true};
}

std::optional<Converted> convert(base::BytesView& rest, int depth) {
    if (depth > kDeepest || rest.size() < 2) return std::nullopt;
    const bool oneOctetTag = (rest[0] & 0x1FU) != 0x1FU;
    const bool constructed = (rest[0] & 0x20U) != 0;
    if (oneOctetTag && constructed && rest[1] == 0x80) return convertIndefinite(rest, depth);
    const auto element = base::tlv::readFirst(rest);
    if (!element) return std::nullopt;
    rest = rest.subspan(element->whole.size());
    Converted same{base::Bytes(element->whole.begin(), element->whole.end()), false};
    if (!constructed) return same;
    base::BytesView inner = element->value;
    const bool octetString = element->tag == kConstructedOctetString;
    auto parts = convertParts(inner, false, depth, octetString);
    if (!parts) return std::nullopt;
    if (!parts->changed && !octetString) return same;
    return Converted{base::tlv::encode(octetString ? base::der::kOctetString : element->tag, parts->octets), true};
}

bool partsAreDer(base::BytesView content, int depth) {
    const auto parts = base::tlv::readAll(content, base::tlv::Lengths::DerOnly);
    if (!parts || depth > kDeepest) return false;
    for (const auto& part : *parts) {
        if (part.tag == kConstructedOctetString) return false;
        if (part.constructed() && !partsAreDer(part.value, depth + 1)) return false;
    }
    return true;
}

}  // namespace

base::Result<base::Bytes> definiteForm(base::BytesView ber) {
    auto converted = convert(ber, 0);
    if (!converted || !ber.empty()) return base::Fault{"signing.malformed"_code, {{"what", "BER"}}, {}};
    return std::move(converted->octets);
}

bool isDer(base::BytesView object) { return partsAreDer(object, 0); }

}  // namespace signing

// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/lds/dg15.hpp"

#include "base/der.hpp"

namespace chip::lds {

namespace der = base::der;
namespace tlv = base::tlv;

namespace {

/// The dotted algorithm of SEQUENCE { SEQUENCE { OID, … }, BIT STRING }; empty where it is something else.
std::string algorithmOf(base::BytesView keyInfo) {
    const auto parts = tlv::readAll(keyInfo);
    if (!parts || parts->size() != 2 || (*parts)[0].tag != der::kSequence || (*parts)[1].tag != der::kBitString)
        return {};
    const auto identifier = tlv::readFirst((*parts)[0].value);
    if (!identifier || identifier->tag != der::kOid) return {};
    const auto dotted = der::readOid(identifier->value);
    return dotted ? *dotted : std::string{};
}

}  // namespace

base::Bytes encodeDg15(base::BytesView subjectPublicKeyInfo) {
    return tlv::encode(entryOf(File::Dg15).tag, subjectPublicKeyInfo);
}

base::Result<Decoded<Dg15>> decodeDg15(base::BytesView content) {
    Decoded<Dg15> decoded;
    const auto parts = openTemplate(File::Dg15, content, decoded.defects);
    if (!parts) return parts.refusal();
    if (parts->size() != 1 || parts->front().tag != der::kSequence)
        return malformed(File::Dg15, "SubjectPublicKeyInfo");
    const auto& info = parts->front();
    decoded.content = {base::Bytes{info.whole.begin(), info.whole.end()}, algorithmOf(info.value)};
    if (decoded.content.algorithm.empty()) return malformed(File::Dg15, "SubjectPublicKeyInfo");
    return decoded;
}

}  // namespace chip::lds

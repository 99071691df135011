// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/seals/raw_signature.hpp"

#include <bit>

#include "base/der.hpp"
#include "signing/asn1/cursor.hpp"

namespace signing {
using namespace base::literals;
namespace der = base::der;
namespace {

std::size_t bitsOfNumber(base::BytesView number) {
    while (!number.empty() && number.front() == 0) number = number.subspan(1);
    if (number.empty()) return 0;
    return 8 * (number.size() - 1) + static_cast<std::size_t>(std::bit_width(unsigned{number.front()}));
}

}  // namespace

base::Result<RawSignatureForm> rawSignatureForm(const PublicKey& key) {
    const base::Fault unsuitable{"signing.seal-key-unsuitable"_code, {{"key", key.group()}}, {}};
    if (key.kind() != PublicKey::Kind::Ec) return unsuitable;
    const auto bits = bitsOfNumber(curveNamed(key.group()).order);
    const std::size_t width = (bits + 7) / 8;
    if (bits <= 224) return RawSignatureForm{width, base::DigestAlgorithm::Sha224};
    if (bits <= 256) return RawSignatureForm{width, base::DigestAlgorithm::Sha256};
    if (bits <= 384) return RawSignatureForm{width, base::DigestAlgorithm::Sha384};
    if (bits <= 512) return RawSignatureForm{width, base::DigestAlgorithm::Sha512};
    return unsuitable;
}

base::Result<base::Bytes> rawSignature(base::BytesView signature, std::size_t width) {
    Trouble trouble;
    Cursor whole{signature, trouble};
    auto numbers = whole.enter(der::kSequence, "ECDSA-Sig-Value");
    whole.finish("ECDSA-Sig-Value");
    base::Bytes raw;
    for (const auto* name : {"r", "s"}) {
        const auto number = der::readUnsigned(numbers.take(der::kInteger, name).value);
        if (!number || number->size() > width)
            trouble.note(name);
        else {
            raw.insert(raw.end(), width - number->size(), 0);
            base::append(raw, *number);
        }
    }
    numbers.finish("ECDSA-Sig-Value");
    if (trouble.any()) return base::Fault{"signing.malformed"_code, {{"what", trouble.what}}, {}};
    return raw;
}

base::Bytes derSignature(base::BytesView raw) {
    const auto half = raw.size() / 2;
    return der::sequence({der::integer(raw.first(half)), der::integer(raw.subspan(half))});
}

}  // namespace signing

// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/lds/dg7.hpp"

#include "chip/lds/displayed_images.hpp"

namespace chip::lds {
namespace {
constexpr base::tlv::Tag kSignature = 0x5F43;
}

base::Result<base::Bytes> encodeDg7(base::BytesView signature) {
    return encodeDisplayedImages(File::Dg7, kSignature, {base::Bytes{signature.begin(), signature.end()}});
}

base::Result<Decoded<Dg7>> decodeDg7(base::BytesView content) {
    auto images = decodeDisplayedImages(File::Dg7, kSignature, content);
    if (!images) return images.refusal();
    return Decoded<Dg7>{{std::move(images->content)}, std::move(images->defects)};
}

}  // namespace chip::lds

// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/lds/dg5.hpp"

#include "chip/lds/displayed_images.hpp"

namespace chip::lds {
namespace {
constexpr base::tlv::Tag kPortrait = 0x5F40;
}

base::Result<base::Bytes> encodeDg5(base::BytesView portrait) {
    return encodeDisplayedImages(File::Dg5, kPortrait, {base::Bytes{portrait.begin(), portrait.end()}});
}

base::Result<Decoded<Dg5>> decodeDg5(base::BytesView content) {
    auto images = decodeDisplayedImages(File::Dg5, kPortrait, content);
    if (!images) return images.refusal();
    return Decoded<Dg5>{{std::move(images->content)}, std::move(images->defects)};
}

}  // namespace chip::lds

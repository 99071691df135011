// SPDX-License-Identifier: GPL-3.0-or-later
#include <openjpeg.h>

#include <algorithm>
#include <memory>
#include <new>

#include "base/failure.hpp"
#include "printing/image/image.hpp"

namespace printing {
namespace {

using namespace base::literals;

struct Free {
    void operator()(opj_codec_t* codec) const { opj_destroy_codec(codec); }
    void operator()(opj_image_t* image) const { opj_image_destroy(image); }
};
struct FreeStream {
    void operator()(opj_stream_t* stream) const { opj_stream_destroy(stream); }
};
using Codec = std::unique_ptr<opj_codec_t, Free>;
using Picture = std::unique_ptr<opj_image_t, Free>;
using Stream = std::unique_ptr<opj_stream_t, FreeStream>;

/// What is written so far; the library goes back to fill in the lengths of boxes.
struct Target {
    base::Bytes octets;
    std::size_t at = 0;
};

OPJ_SIZE_T writeSome(void* buffer, OPJ_SIZE_T size, void* user) {
    auto& target = *static_cast<Target*>(user);
    if (target.at + size > target.octets.size()) target.octets.resize(target.at + size);
    std::copy_n(static_cast<const std::uint8_t*>(buffer), size,
                target.octets.begin() + static_cast<std::ptrdiff_t>(target.at));
    target.at += size;
    return size;
}

OPJ_OFF_T skipSome(OPJ_OFF_T size, void* user) {
    auto& target = *static_cast<Target*>(user);
    if (size < 0) return -1;
    target.at += static_cast<std::size_t>(size);
    if (target.at > target.octets.size()) target.octets.resize(target.at);
    return size;
}

OPJ_BOOL seekTo(OPJ_OFF_T position, void* user) {
    auto& target = *static_cast<Target*>(user);
    if (position < 0 || static_cast<std::size_t>(position) > target.octets.size()) return OPJ_FALSE;
    target.at = static_cast<std::size_t>(position);
    return OPJ_TRUE;
}

Stream streamTo(Target& target) {
    Stream stream{opj_stream_default_create(OPJ_FALSE)};
    if (!stream) throw std::bad_alloc{};
    opj_stream_set_user_data(stream.get(), &target, nullptr);
    opj_stream_set_write_function(stream.get(), writeSome);
    opj_stream_set_skip_function(stream.get(), skipSome);
    opj_stream_set_seek_function(stream.get(), seekTo);
    return stream;
}

Picture pictureOf(const Image& image) {
    opj_image_cmptparm_t parts[3] = {};
    for (auto& part : parts) part = {1, 1, image.width, image.height, 0, 0, 8, 8, 0};
    Picture picture{opj_image_create(image.channels, parts, image.channels == 1 ? OPJ_CLRSPC_GRAY : OPJ_CLRSPC_SRGB)};
    if (!picture) throw std::bad_alloc{};
    picture->x1 = image.width;
    picture->y1 = image.height;
    for (std::size_t at = 0; at < image.pixels.size(); ++at)
        picture->comps[at % image.channels].data[at / image.channels] = image.pixels[at];
    return picture;
}

Codec codecFor(opj_image_t* picture, double ratio) {
    constexpr OPJ_UINT32 kSmallestSide = 8;  // of the coarsest resolution
    opj_cparameters_t parameters;
    opj_set_default_encoder_parameters(&parameters);
    parameters.tcp_numlayers = 1;
    parameters.tcp_rates[0] = static_cast<float>(ratio);
    parameters.cp_disto_alloc = 1;
    parameters.irreversible = 1;
    parameters.tcp_mct = picture->numcomps == 3 ? 1 : 0;
    const auto side = std::min(picture->comps[0].w, picture->comps[0].h);
    while (parameters.numresolution > 1 && (side >> (parameters.numresolution - 1)) < kSmallestSide)
        --parameters.numresolution;
    Codec codec{opj_create_compress(OPJ_CODEC_JP2)};
    if (!codec || !opj_setup_encoder(codec.get(), &parameters, picture)) throw std::bad_alloc{};
    return codec;
}

}  // namespace

base::Bytes encodeJpeg2000(const Image& image, double ratio) {
    Target target;
    const auto picture = pictureOf(image);
    const auto codec = codecFor(picture.get(), ratio);
    {
        const auto stream = streamTo(target);
        if (!opj_start_compress(codec.get(), picture.get(), stream.get()) || !opj_encode(codec.get(), stream.get()) ||
            !opj_end_compress(codec.get(), stream.get()))
            throw base::Failure{"printing.image-not-compressed"_code, base::NextStep::CallSupervisor, "JPEG 2000", ""};
    }
    return std::move(target.octets);
}

}  // namespace printing

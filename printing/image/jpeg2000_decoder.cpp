// SPDX-License-Identifier: GPL-3.0-or-later
#include <openjpeg.h>

#include <algorithm>
#include <memory>

#include "base/failure.hpp"
#include "printing/image/decoders.hpp"

namespace printing {
namespace {

struct Source {
    base::BytesView file;
    std::size_t at = 0;
};

OPJ_SIZE_T readSome(void* buffer, OPJ_SIZE_T size, void* user) {
    auto& source = *static_cast<Source*>(user);
    const std::size_t count = std::min<std::size_t>(size, source.file.size() - source.at);
    if (count == 0) return static_cast<OPJ_SIZE_T>(-1);
    std::copy_n(source.file.begin() + static_cast<std::ptrdiff_t>(source.at), count,
                static_cast<std::uint8_t*>(buffer));
    source.at += count;
    return count;
}

OPJ_OFF_T skipSome(OPJ_OFF_T size, void* user) {
    auto& source = *static_cast<Source*>(user);
    if (size < 0 || static_cast<std::size_t>(size) > source.file.size() - source.at) return -1;
    source.at += static_cast<std::size_t>(size);
    return size;
}

OPJ_BOOL seekTo(OPJ_OFF_T position, void* user) {
    auto& source = *static_cast<Source*>(user);
    if (position < 0 || static_cast<std::size_t>(position) > source.file.size()) return OPJ_FALSE;
    source.at = static_cast<std::size_t>(position);
    return OPJ_TRUE;
}

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

Stream streamOf(Source& source) {
    Stream stream{opj_stream_default_create(OPJ_TRUE)};
    if (!stream) throw std::bad_alloc{};
    opj_stream_set_user_data(stream.get(), &source, nullptr);
    opj_stream_set_user_data_length(stream.get(), source.file.size());
    opj_stream_set_read_function(stream.get(), readSome);
    opj_stream_set_skip_function(stream.get(), skipSome);
    opj_stream_set_seek_function(stream.get(), seekTo);
    return stream;
}

Codec codecFor(base::BytesView file) {
    Codec codec{opj_create_decompress(file[0] == 0xFF ? OPJ_CODEC_J2K : OPJ_CODEC_JP2)};
    opj_dparameters_t parameters;
    opj_set_default_decoder_parameters(&parameters);
    if (!codec || !opj_setup_decoder(codec.get(), &parameters)) throw std::bad_alloc{};
    opj_decoder_set_strict_mode(codec.get(), OPJ_TRUE);  // a codestream cut short is refused
    return codec;
}

base::Outcome checkShape(const opj_image_t& picture, const ImageLimits& limits) {
    if (picture.x1 <= picture.x0 || picture.y1 <= picture.y0) return damagedImage("no width or no height");
    if (auto size = checkImageSize(picture.x1 - picture.x0, picture.y1 - picture.y0, limits); !size) return size;
    if (picture.numcomps != 1 && picture.numcomps != 3)
        return damagedImage("neither grey nor colour of three components");
    if (picture.color_space == OPJ_CLRSPC_SYCC || picture.color_space == OPJ_CLRSPC_CMYK)
        return damagedImage("colour space is neither grey nor RGB");
    for (OPJ_UINT32 part = 0; part < picture.numcomps; ++part) {
        const auto& component = picture.comps[part];
        if (component.dx != 1 || component.dy != 1 || component.prec < 1 || component.prec > 16 ||
            component.w != picture.comps[0].w || component.h != picture.comps[0].h)
            return damagedImage("components of unequal size or unusual depth");
    }
    return {};
}

std::uint8_t eightBits(OPJ_INT32 sample, const opj_image_comp_t& component) {
    const int highest = (1 << component.prec) - 1;
    const int value = std::clamp(component.sgnd != 0 ? sample + (1 << (component.prec - 1)) : sample, 0, highest);
    return static_cast<std::uint8_t>((value * 255 + highest / 2) / highest);
}

Image interleave(const opj_image_t& picture) {
    Image image{picture.comps[0].w, picture.comps[0].h, picture.numcomps, {}};
    const std::size_t count = std::size_t{image.width} * image.height;
    image.pixels.resize(count * image.channels);
    for (std::size_t part = 0; part < image.channels; ++part)
        for (std::size_t pixel = 0; pixel < count; ++pixel)
            image.pixels[pixel * image.channels + part] =
                eightBits(picture.comps[part].data[pixel], picture.comps[part]);
    return image;
}

}  // namespace

base::Result<Image> decodeJpeg2000(base::BytesView file, const ImageLimits& limits) {
    Source source{file};
    const Stream stream = streamOf(source);
    const Codec codec = codecFor(file);
    opj_image_t* header = nullptr;
    const bool headerRead = opj_read_header(stream.get(), codec.get(), &header) != OPJ_FALSE;
    const Picture picture{header};
    if (!headerRead || !picture) return damagedImage("no valid JPEG 2000 header");
    if (auto shape = checkShape(*picture, limits); !shape) return shape.refusal();
    if (!opj_decode(codec.get(), stream.get(), picture.get()) || !opj_end_decompress(codec.get(), stream.get()))
        return damagedImage("JPEG 2000 data is corrupt or cut short");
    if (auto shape = checkShape(*picture, limits); !shape) return shape.refusal();
    for (OPJ_UINT32 part = 0; part < picture->numcomps; ++part)
        if (picture->comps[part].data == nullptr) return damagedImage("JPEG 2000 data lacks a component");
    return interleave(*picture);
}

}  // namespace printing

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/printing/sample_images.hpp"

#include <openjpeg.h>
#include <png.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <random>

#include <jpeglib.h>

#include "base/failure.hpp"
#include "base/files.hpp"
#include "tests/support/paths.hpp"

namespace samples {
namespace {

using printing::Image;

struct Paint {
    std::uint8_t red, green, blue;
};

bool inEllipse(double x, double y, double cx, double cy, double rx, double ry) {
    return std::pow((x - cx) / rx, 2) + std::pow((y - cy) / ry, 2) <= 1;
}

// Units: the picture is 420 wide and 540 high.
struct Face {
    double eyes = 42, eyesDown = 218, noseDown = 265, mouthDown = 315, mouth = 36;
    double wide = 100, high = 135, hairWide = 122, hairHigh = 150, parting = 150, brows = 22;
    int tan = 0, hair = 0;
};

std::uint8_t toned(int base, int by) { return static_cast<std::uint8_t>(std::clamp(base + by, 0, 255)); }

Paint portraitAt(double x, double y, const Face& face) {
    const auto onEyes = [&](double down, double rx, double ry) {
        return inEllipse(x, y, 210 - face.eyes, down, rx, ry) || inEllipse(x, y, 210 + face.eyes, down, rx, ry);
    };
    const Paint dark{toned(58, face.hair), toned(42, face.hair), toned(32, face.hair)};
    if (onEyes(face.eyesDown, 8, 8)) return {58, 42, 32};
    if (onEyes(face.eyesDown, 20, 11)) return {250, 250, 250};
    if (onEyes(face.eyesDown - face.brows, 26, 5)) return dark;
    if (inEllipse(x, y, 210, face.noseDown, 12, 8))
        return {toned(172, face.tan), toned(124, face.tan), toned(96, face.tan)};
    if (inEllipse(x, y, 210, face.mouthDown, face.mouth, 8)) return {150, 82, 74};
    if (inEllipse(x, y, 210, 245, face.wide, face.high) && y > face.parting + 0.0025 * std::pow(x - 210, 2))
        return {toned(203, face.tan), toned(160, face.tan), toned(125, face.tan)};
    if (inEllipse(x, y, 210, 210, face.hairWide, face.hairHigh))
        return {toned(43, face.hair), toned(33, face.hair), toned(28, face.hair)};
    if (x > 172 && x < 248 && y > 300 && y < 420)
        return {toned(186, face.tan), toned(140, face.tan), toned(106, face.tan)};
    if (y > 395 && std::abs(x - 210) < (480 - y) * 0.6) return {240, 243, 247};
    if (inEllipse(x, y, 210, 575, 200, 175)) return {44, 62, 99};
    const auto shade = static_cast<std::uint8_t>(228 - y / 20);
    return {shade, static_cast<std::uint8_t>(shade + 6), static_cast<std::uint8_t>(shade + 14)};
}

Image portraitOf(const Face& face) {
    Image image{420, 540, 3, {}};
    for (std::uint32_t y = 0; y < image.height; ++y)
        for (std::uint32_t x = 0; x < image.width; ++x) {
            const Paint paint = portraitAt(x, y, face);
            image.pixels.insert(image.pixels.end(), {paint.red, paint.green, paint.blue});
        }
    return image;
}

base::Bytes writePng(std::uint32_t width, std::uint32_t height, std::uint32_t format, const base::Bytes& pixels) {
    png_image png = {};
    png.version = PNG_IMAGE_VERSION;
    png.width = width;
    png.height = height;
    png.format = format;
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(png);
    base::Bytes file(size);
    png_image_write_to_memory(&png, file.data(), &size, 0, pixels.data(), 0, nullptr);
    file.resize(size);
    return file;
}

}  // namespace

Image portrait() { return portraitOf({}); }

Image portraitOfAnother(unsigned seed) {
    std::mt19937 chance{seed};
    const auto by = [&](double reach) {  // never near nothing: these are other people
        const double share = 0.4 + 0.6 * static_cast<double>(chance() % 1000) / 1000;
        return (chance() % 2 == 0 ? 1 : -1) * share * reach;
    };
    Face face;
    face.eyes += by(7);
    face.eyesDown += by(12);
    face.noseDown += by(12);
    face.mouthDown += by(14);
    face.mouth += by(10);
    face.wide += by(12);
    face.high += by(12);
    face.hairWide += by(14);
    face.hairHigh += by(14);
    face.parting += by(14);
    face.brows += by(4);
    face.tan = static_cast<int>(by(40));
    face.hair = static_cast<int>(15 + by(15));
    return portraitOf(face);
}

Image greyPortrait() {
    Image image{210, 270, 1, {}};
    for (std::uint32_t y = 0; y < image.height; ++y)
        for (std::uint32_t x = 0; x < image.width; ++x) {
            const Paint paint = portraitAt(2.0 * x, 2.0 * y, {});
            image.pixels.push_back(static_cast<std::uint8_t>((paint.red + paint.green + paint.blue) / 3));
        }
    return image;
}

Image signature() {
    Image image{600, 160, 1, base::Bytes(std::size_t{600} * 160, 255)};
    for (double t = 0; t < 1; t += 0.0002) {
        const double angle = t * 34;
        const int cx = static_cast<int>(40 + 500 * t + 24 * std::cos(angle));
        const int cy = static_cast<int>(85 - 20 * std::sin(t * 5) + (58 - 40 * t) * std::sin(angle));
        for (int y = cy - 3; y <= cy + 3; ++y)
            for (int x = cx - 3; x <= cx + 3; ++x)
                if (inEllipse(x, y, cx, cy, 3, 3)) image.pixels[static_cast<std::size_t>(y * 600 + x)] = 20;
    }
    return image;
}

base::Bytes jpegOf(const Image& image) {
    jpeg_compress_struct jpeg = {};
    jpeg_error_mgr errors = {};
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    unsigned char* octets = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&jpeg, &octets, &size);
    jpeg.image_width = image.width;
    jpeg.image_height = image.height;
    jpeg.input_components = static_cast<int>(image.channels);
    jpeg.in_color_space = image.channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
    jpeg_set_defaults(&jpeg);
    jpeg_set_quality(&jpeg, 88, TRUE);
    jpeg_start_compress(&jpeg, TRUE);
    base::Bytes pixels = image.pixels;
    while (jpeg.next_scanline < jpeg.image_height) {
        JSAMPROW row = &pixels[std::size_t{jpeg.next_scanline} * image.width * image.channels];
        jpeg_write_scanlines(&jpeg, &row, 1);
    }
    jpeg_finish_compress(&jpeg);
    base::Bytes file{octets, octets + size};
    jpeg_destroy_compress(&jpeg);
    std::free(octets);
    return file;
}

base::Bytes pngOf(const Image& image) {
    return writePng(image.width, image.height, image.channels == 1 ? PNG_FORMAT_GRAY : PNG_FORMAT_RGB, image.pixels);
}

base::Bytes transparentPngOf(const Image& image) {
    base::Bytes pixels;
    for (const auto grey : image.pixels) {
        pixels.push_back(grey == 255 ? 0 : grey);
        pixels.push_back(grey == 255 ? 0 : 255);
    }
    return writePng(image.width, image.height, PNG_FORMAT_GA, pixels);
}

base::Bytes jpeg2000Of(const Image& image) {
    opj_image_cmptparm_t parts[3] = {};
    for (auto& part : parts) part = {1, 1, image.width, image.height, 0, 0, 8, 8, 0};
    opj_image_t* picture =
        opj_image_create(image.channels, parts, image.channels == 1 ? OPJ_CLRSPC_GRAY : OPJ_CLRSPC_SRGB);
    picture->x1 = image.width;
    picture->y1 = image.height;
    for (std::size_t at = 0; at < image.pixels.size(); ++at)
        picture->comps[at % image.channels].data[at / image.channels] = image.pixels[at];
    opj_cparameters_t parameters;
    opj_set_default_encoder_parameters(&parameters);
    parameters.tcp_numlayers = 1;
    parameters.cp_disto_alloc = 1;
    opj_codec_t* codec = opj_create_compress(OPJ_CODEC_JP2);
    opj_setup_encoder(codec, &parameters, picture);
    const support::ScratchFolder folder;
    const auto path = folder.path() / "picture.jp2";
    opj_stream_t* stream = opj_stream_create_default_file_stream(path.c_str(), OPJ_FALSE);
    opj_start_compress(codec, picture, stream);
    opj_encode(codec, stream);
    opj_end_compress(codec, stream);
    opj_stream_destroy(stream);
    opj_destroy_codec(codec);
    opj_image_destroy(picture);
    return base::expected(base::readFile(path, std::size_t{64} * 1024 * 1024), path.string());
}

}  // namespace samples

// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/picture_header.hpp"

#include <gtest/gtest.h>

#include <random>

namespace base {
namespace {

using namespace literals;

Bytes hex(std::string_view digits) { return *fromHex(digits); }

/// Files of 480 by 640 pixels and three components, as far as their headers tell.
const Bytes kJpeg =
    hex("ffd8 ffe000104a46494600010200000100010000 ffffc0 0011 08 0280 01e0 03 012200 021101 031101"
        "ffda000c03010002110311003f00 1234 ffd9");
const Bytes kJp2 =
    hex("0000000c6a5020200d0a870a 00000014667479706a703220000000006a703220"
        "0000001e6a703268 0000001669686472 00000280 000001e0 0003 07070000 0000000c6a703263 ff4fff51");
const Bytes kCodestream =
    hex("ff4fff51002f0000 000001f0 00000290 00000010 00000010 000001f0 00000290 00000000 00000000"
        "0003 070101 070101 070101");
const Bytes kPng = hex("89504e470d0a1a0a 0000000d49484452 000001e0 00000280 08 02 000000 00000000");

TEST(PictureHeader, TellsFormatSizeAndComponents) {
    const std::pair<const Bytes&, std::string_view> files[] = {
        {kJpeg, "jpeg"}, {kJp2, "jp2"}, {kCodestream, "j2k"}, {kPng, "png"}};
    for (const auto& [file, format] : files) {
        const auto header = readPictureHeader(file);
        ASSERT_TRUE(header) << format;
        EXPECT_EQ(nameOf(header->format), format);
        EXPECT_EQ(header->width, 480U) << format;
        EXPECT_EQ(header->height, 640U) << format;
        EXPECT_EQ(header->components, 3U) << format;
    }
}

TEST(PictureHeader, CountsGreyAndAlphaOfPng) {
    for (const auto& [colourType, components] : {std::pair{0, 1U}, {3, 3U}, {4, 2U}, {6, 4U}}) {
        Bytes file = kPng;
        file[25] = static_cast<std::uint8_t>(colourType);
        EXPECT_EQ(readPictureHeader(file)->components, components) << colourType;
    }
}

TEST(PictureHeader, ReadsBoxesOfExtendedLengthAndOneThatReachesToTheEnd) {
    Bytes file = kJp2;
    file[file.size() - 9] = 0;  // length of jp2c
    EXPECT_TRUE(readPictureHeader(file));
    const Bytes extended =
        hex("0000000c6a5020200d0a870a 000000016a703268 0000000000000026"
            "0000001669686472 00000280 000001e0 0003 07070000 000000006a703263");
    EXPECT_EQ(readPictureHeader(extended)->height, 640U);
}

TEST(PictureHeader, RefusesFilesCutBeforeTheirData) {
    for (const Bytes& file : {kJpeg, kJp2, kCodestream, kPng}) {
        const std::size_t end = pictureFormatOf(file) == PictureFormat::Jpeg  ? 43
                                : pictureFormatOf(file) == PictureFormat::Jp2 ? file.size() - 12
                                                                              : 26;
        for (std::size_t size = 0; size < end; ++size) {
            // A vector of its own, so that a read beyond the end is one beyond its memory.
            const Bytes cut{file.begin(), file.begin() + static_cast<std::ptrdiff_t>(size)};
            const auto header = readPictureHeader(cut);
            ASSERT_FALSE(header) << nameOf(*pictureFormatOf(file)) << " " << size;
            EXPECT_EQ(header.refusal().has("picture.damaged"_code), pictureFormatOf(cut).has_value()) << size;
        }
    }
}

TEST(PictureHeader, RefusesOtherFilesAndPicturesOfNoSize) {
    for (const char* text : {"", "GIF89a", "%PDF-1.7", "\xFF\xD8"})
        EXPECT_TRUE(readPictureHeader(bytesOf(text)).refusal().has("picture.unknown-format"_code)) << text;
    Bytes flat = kPng;
    flat[18] = flat[19] = 0;
    EXPECT_TRUE(readPictureHeader(flat).refusal().has("picture.damaged"_code));
    Bytes behindItsOffset = kCodestream;
    behindItsOffset[16] = 1;
    EXPECT_TRUE(readPictureHeader(behindItsOffset).refusal().has("picture.damaged"_code));
}

TEST(PictureHeader, SurvivesHostileFiles) {
    std::mt19937 random{20261123};
    std::size_t taken = 0, refused = 0;
    for (const Bytes& file : {kJpeg, kJp2, kCodestream, kPng})
        for (int round = 0; round < 3000; ++round) {
            Bytes changed = file;
            for (auto changes = random() % 3 + 1; changes > 0; --changes)
                changed[random() % changed.size()] = static_cast<std::uint8_t>(random() % 4 == 0 ? 0xFF : random());
            ++(readPictureHeader(changed) ? taken : refused);
        }
    EXPECT_GT(taken, 0U);
    EXPECT_GT(refused, 0U);
}

TEST(JpegParts, AreTheWholeFileButItsStart) {
    const auto parts = splitJpeg(kJpeg);
    ASSERT_TRUE(parts);
    ASSERT_EQ(parts->segments.size(), 2U);
    EXPECT_EQ(parts->segments[0].marker, 0xE0);
    EXPECT_EQ(parts->segments[0].body.size() + 4, parts->segments[0].whole.size());
    EXPECT_EQ(parts->scans[1], 0xDA);
    EXPECT_EQ(parts->scans.data() + parts->scans.size(), kJpeg.data() + kJpeg.size());
}

}  // namespace
}  // namespace base

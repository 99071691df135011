// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/scan/scanner.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "tests/support/paths.hpp"

namespace printing {
namespace {

using namespace base::literals;

/// SANE with its "pnm" scanner, which gives what lies in a file, and its "test" scanner, which draws patterns and fails
/// in every way when it is told to.
class ScannerTest : public testing::Test {
   protected:
    void SetUp() override {
        std::ofstream{m_folder.path() / "dll.conf"} << "pnm\ntest\n";
        ::setenv("SANE_CONFIG_DIR", m_folder.path().c_str(), 1);
    }
    void TearDown() override { ::unsetenv("SANE_CONFIG_DIR"); }

    /// A grey picture whose samples count up, in a file of the scanner.
    [[nodiscard]] ScanRequest ofPicture(std::uint32_t width, std::uint32_t height) const {
        const auto file = m_folder.path() / "bed.pgm";
        std::ofstream out{file, std::ios::binary};
        out << "P5\n" << width << ' ' << height << "\n255\n";
        for (std::uint32_t at = 0; at < width * height; ++at) out.put(static_cast<char>(at));
        return {.scanner = "pnm:0", .options = {{"filename", file.string()}}};
    }
    static ScanRequest ofTest(const std::string& status) {
        return {.scanner = "test:0", .options = {{"read-return-value", status}}};
    }

    support::ScratchFolder m_folder;
};

TEST_F(ScannerTest, FindsTheScannersOfTheMachine) {
    const auto found = findScanners();
    const auto is = [&](const std::string& name) {
        return std::ranges::any_of(found, [&](const auto& scanner) { return scanner.name == name; });
    };
    EXPECT_TRUE(is("pnm:0"));
    EXPECT_TRUE(is("test:0"));
}

TEST_F(ScannerTest, GivesThePictureDotByDot) {
    const auto image = scanPicture(ofPicture(300, 200));
    ASSERT_TRUE(image) << image.refusal().first().code.name();
    ASSERT_EQ(image->width, 300U);
    ASSERT_EQ(image->height, 200U);
    ASSERT_EQ(image->channels, 1U);
    for (std::size_t at = 0; at < image->pixels.size(); ++at) ASSERT_EQ(image->pixels[at], at % 256) << at;
}

TEST_F(ScannerTest, ScansTheAreaAskedForInColour) {
    ScanRequest request{.scanner = "test:0", .width = 51, .height = 25, .resolution = 300};
    request.options = {{"mode", "Color"}, {"depth", "16"}};
    const auto image = scanPicture(request);
    ASSERT_TRUE(image) << image.refusal().first().code.name();
    EXPECT_EQ(image->channels, 3U);
    EXPECT_NEAR(image->width, 51 * 300 / 25.4, 1);
    EXPECT_NEAR(image->height, 25 * 300 / 25.4, 1);
    EXPECT_EQ(image->pixels.size(), std::size_t{image->width} * image->height * 3);
}

TEST_F(ScannerTest, SaysWhatAScannerWaitsFor) {
    for (const auto& [status, code] :
         std::map<std::string, base::FailureCode>{{"SANE_STATUS_JAMMED", "printing.scanner-needs-person"_code},
                                                  {"SANE_STATUS_NO_DOCS", "printing.scanner-needs-person"_code},
                                                  {"SANE_STATUS_COVER_OPEN", "printing.scanner-needs-person"_code},
                                                  {"SANE_STATUS_DEVICE_BUSY", "printing.scanner-busy"_code},
                                                  {"SANE_STATUS_IO_ERROR", "printing.scanner-failed"_code},
                                                  {"SANE_STATUS_ACCESS_DENIED", "printing.scanner-failed"_code}}) {
        const auto image = scanPicture(ofTest(status));
        ASSERT_FALSE(image) << status;
        EXPECT_TRUE(image.refusal().has(code)) << status << ": " << image.refusal().first().code.name();
    }
}

TEST_F(ScannerTest, RefusesAScannerAndOptionsThatThereAreNot) {
    EXPECT_TRUE(scanPicture({.scanner = "epson2:none"}).refusal().has("printing.scanner-absent"_code));
    EXPECT_TRUE(scanPicture({.scanner = "test:0", .options = {{"colour-of-lid", "grey"}}})
                    .refusal()
                    .has("printing.scanner-option"_code));
    EXPECT_TRUE(scanPicture({.scanner = "test:0", .options = {{"resolution", "fine"}}})
                    .refusal()
                    .has("printing.scanner-option"_code));
}

}  // namespace
}  // namespace printing

// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <numeric>
#include <random>

#include "base/failure.hpp"
#include "base/files.hpp"
#include "printing/flow/barcode_symbol.hpp"
#include "tests/printing/sample_documents.hpp"
#include "tests/support/paths.hpp"

namespace printing {
namespace {

using namespace base::literals;

/// A page with a seal at its right, as a PNG that other programs read: all of it, and the seal cut out.
struct Page {
    std::string whole, seal;
};

Page rasterised(const base::Bytes& octets, int resolution, const support::ScratchFolder& folder) {
    auto document = samples::document();
    auto barcode = sealBarcode(octets);
    barcode.align = FlowAlign::Right;
    document.blocks = {FlowBlock{samples::paragraph("Se extiende la presente certificación.")}, FlowBlock{barcode}};
    base::writeFileDurably(folder.path() / "seal.pdf", samples::drawn(document));
    const std::string stem = (folder.path() / "seal").string();
    const std::string command = fmt::format("pdftoppm -png -singlefile -r {} ", resolution);
    samples::outputOf(fmt::format("{0} {1}.pdf {1}", command, stem));
    const auto dots = [&](double millimetres) { return static_cast<int>(millimetres / 25.4 * resolution); };
    const double width = base::expected(symbolOf(barcode), "symbol").width;
    const double right = 215.9 - document.margins.right, top = document.margins.top + 5;
    samples::outputOf(fmt::format("{0} -x {3} -y {4} -W {5} -H {6} {1}.pdf {1}{2}", command, stem, "-cut",
                                  dots(right - width - 3), dots(top), dots(width + 6), dots(width + 6)));
    return {stem + ".png", stem + "-cut.png"};
}

/// Octets as other readers of DataMatrix give them back. ZXing finds none on a whole page.
void expectReadByOthers(const base::Bytes& octets, int resolution) {
    const support::ScratchFolder folder;
    const auto page = rasterised(octets, resolution, folder);
    const auto expectSame = [&](const std::string& command) {
        const auto said = samples::outputOf(command);
        EXPECT_EQ(base::toHex(base::bytesOf(said)), base::toHex(octets)) << command;
    };
    expectSame("dmtxread -N 1 " + page.whole);
    expectSame("ZXingReader -format DataMatrix -bytes " + page.seal);
}

TEST(SealSymbol, IsReadByOtherProgramsOctetByOctet) {
    base::Bytes all(256);
    std::iota(all.begin(), all.end(), std::uint8_t{0});
    expectReadByOthers(all, 300);
    expectReadByOthers(base::Bytes(231, 0), 300);
    std::mt19937 random{9303};
    for (const std::size_t size : {40U, 197U, 238U, 249U, 250U, 251U, 300U, 600U}) {
        base::Bytes octets(size);
        for (auto& octet : octets) octet = static_cast<std::uint8_t>(random());
        expectReadByOthers(octets, size < 300 ? 150 : 300);
    }
    // What seals have inside: letters and digits, from which encoders change to other modes and back.
    expectReadByOthers(base::concat({base::Bytes{0xDC, 0x03}, base::bytesOf("CM-2026-000417"), base::Bytes(40, 0xE8),
                                     base::bytesOf("María José Núñez 1234567890101"), base::Bytes{0, 0x1D, 0xFF}}),
                       300);
}

TEST(SealSymbol, HasTheSizeThatReadersNeed) {
    for (const std::size_t size : {20U, 240U, 300U, 360U, 600U, 1555U}) {
        base::Bytes octets(size, 0xDC);
        const auto symbol = symbolOf(sealBarcode(octets));
        ASSERT_TRUE(symbol) << size;
        double left = symbol->width, right = 0, module = symbol->width;
        for (const auto& box : symbol->dark) {
            left = std::min(left, box.x);
            right = std::max(right, box.x + box.width);
            module = std::min(module, box.height);
        }
        EXPECT_GE(right - left, 28 - 1e-9) << size;
        EXPECT_LE(right - left, std::max(28.0, 144 * 0.3386) + 1e-9) << size;
        EXPECT_GE(module, 0.3386 - 1e-9) << size;
        EXPECT_NEAR(left, 2 * module, 1e-9) << size;
        EXPECT_NEAR(symbol->width, symbol->height, 1e-9);
    }
    EXPECT_TRUE(symbolOf(sealBarcode(base::Bytes(1558, 0xDC))).refusal().has("printing.barcode-refused"_code));
    EXPECT_TRUE(symbolOf(sealBarcode({})).refusal().has("printing.barcode-refused"_code));
}

}  // namespace
}  // namespace printing

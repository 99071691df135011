// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/inspection/symbol_reading.hpp"

#include <ReadBarcode.h>
#include <dmtx.h>
#include <time.h>

#include <algorithm>
#include <memory>

#include "printing/inspection/symbol_fit.hpp"

namespace printing {

namespace {

using Clock = ThreadClock;

constexpr std::size_t kMostSquares = 4;
constexpr int kScale = 5, kQuiet = 4;  // pixels a module, modules around, of a symbol that is drawn anew
constexpr std::uint32_t kLargestSide = 5000;

std::vector<std::uint8_t> greyOf(const Image& image) {
    std::vector<std::uint8_t> grey(std::size_t{image.width} * image.height);
    for (std::size_t i = 0; i < grey.size(); ++i) {
        const auto* sample = &image.pixels[i * image.channels];
        grey[i] = image.channels < 3
                      ? sample[0]
                      : static_cast<std::uint8_t>((sample[0] * 77 + sample[1] * 150 + sample[2] * 29) / 256);
    }
    return grey;
}

std::optional<base::Bytes> zxing(const std::vector<std::uint8_t>& grey, int width, int height, bool pure) {
    ZXing::DecodeHints hints;
    hints.setFormats(ZXing::BarcodeFormat::DataMatrix).setIsPure(pure).setTryHarder(!pure).setTryRotate(!pure);
    const auto result = ZXing::ReadBarcode({grey.data(), width, height, ZXing::ImageFormat::Lum}, hints);
    if (!result.isValid()) return std::nullopt;
    return base::Bytes{result.bytes().begin(), result.bytes().end()};
}

struct Free {
    void operator()(DmtxImage* image) const { dmtxImageDestroy(&image); }
    void operator()(DmtxDecode* decode) const { dmtxDecodeDestroy(&decode); }
    void operator()(DmtxRegion* region) const { dmtxRegionDestroy(&region); }
    void operator()(DmtxMessage* message) const { dmtxMessageDestroy(&message); }
};

std::optional<base::Bytes> libdmtx(std::vector<std::uint8_t>& grey, int width, int height,
                                   std::chrono::milliseconds limit) {
    const std::unique_ptr<DmtxImage, Free> image{dmtxImageCreate(grey.data(), width, height, DmtxPack8bppK)};
    if (!image) return std::nullopt;
    const std::unique_ptr<DmtxDecode, Free> decode{dmtxDecodeCreate(image.get(), 1)};
    if (!decode) return std::nullopt;
    auto until = dmtxTimeAdd(dmtxTimeNow(), static_cast<long>(limit.count()));
    const std::unique_ptr<DmtxRegion, Free> region{dmtxRegionFindNext(decode.get(), &until)};
    if (!region) return std::nullopt;
    const std::unique_ptr<DmtxMessage, Free> message{dmtxDecodeMatrixRegion(decode.get(), region.get(), DmtxUndefined)};
    if (!message) return std::nullopt;
    return base::Bytes{message->output, message->output + message->outputIdx};
}

/// The symbol drawn anew, so that a reader only corrects its modules.
std::optional<base::Bytes> decoded(const ModuleGrid& grid) {
    const int side = (grid.modules + 2 * kQuiet) * kScale;
    std::vector<std::uint8_t> grey(static_cast<std::size_t>(side * side), 255);
    for (int y = 0; y < grid.modules * kScale; ++y)
        for (int x = 0; x < grid.modules * kScale; ++x)
            if (grid.dark[static_cast<std::size_t>(y / kScale * grid.modules + x / kScale)])
                grey[static_cast<std::size_t>((y + kQuiet * kScale) * side + x + kQuiet * kScale)] = 0;
    return zxing(grey, side, side, true);
}

void add(std::vector<base::Bytes>& found, const std::optional<base::Bytes>& octets) {
    if (octets && !octets->empty() && std::ranges::find(found, *octets) == found.end()) found.push_back(*octets);
}

}  // namespace

ThreadClock::time_point ThreadClock::now() {
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return time_point{std::chrono::seconds{now.tv_sec} + std::chrono::nanoseconds{now.tv_nsec}};
}

std::vector<base::Bytes> readSymbols(const Image& image, const SymbolSearch& search) {
    std::vector<base::Bytes> found;
    if (image.width == 0 || image.height == 0 || std::max(image.width, image.height) > kLargestSide) return found;
    const auto end = Clock::now() + search.limit;
    const std::function<bool()> stopped = [&] { return Clock::now() >= end; };
    const GreyView page{image};
    for (const auto& square : denseSquares(page, image.width / search.width, kMostSquares)) {
        if (stopped()) break;
        if (const auto grid = fitSymbol(page, square, stopped)) add(found, decoded(*grid));
        if (!found.empty()) return found;
    }
    if (stopped()) return found;
    auto grey = greyOf(image);
    const int width = static_cast<int>(image.width), height = static_cast<int>(image.height);
    add(found, zxing(grey, width, height, false));
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now());
    if (found.empty() && left.count() > 0) add(found, libdmtx(grey, width, height, left));
    return found;
}

}  // namespace printing

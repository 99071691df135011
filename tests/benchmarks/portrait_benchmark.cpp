// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>

#include <jpeglib.h>

#include <cmath>
#include <cstdlib>
#include <random>
#include <thread>

#include "chip/lds/dg2.hpp"
#include "issuance/document/portrait_for_chip.hpp"
#include "printing/image/image.hpp"
#include "tests/benchmarks/ratio.hpp"

/// EF.DG2 made from a photograph of 12 megapixels: what one core does, and what all of them do, beside the time that
/// libjpeg alone takes to decode the photograph.
namespace {

constexpr std::uint32_t kWidth = 3000, kHeight = 4000;

/// Slow shades, edges and grain, in the octets that a camera gives for such a picture.
base::Bytes photograph() {
    std::mt19937 random{20261126};
    printing::Image image{kWidth, kHeight, 3, {}};
    image.pixels.reserve(std::size_t{kWidth} * kHeight * 3);
    for (std::uint32_t y = 0; y < kHeight; ++y)
        for (std::uint32_t x = 0; x < kWidth; ++x)
            for (int channel = 0; channel < 3; ++channel) {
                const double wave = std::sin(x * 12.0 / kWidth + channel) * std::cos(y * 9.0 / kHeight);
                const double edge = (x * 4 / kWidth + y * 5 / kHeight) % 2 == 0 ? 30 : -30;
                const double grain = static_cast<double>(random() % 256U) / 255.0 * 12;
                image.pixels.push_back(
                    static_cast<std::uint8_t>(std::clamp(128 + 60 * wave + edge + grain, 0.0, 255.0)));
            }
    return printing::encodeJpeg(image, 90);
}

/// libjpeg: every row of the file, let go.
void decodeBare(const base::Bytes& file) {
    jpeg_decompress_struct decoder{};
    jpeg_error_mgr errors{};
    decoder.err = jpeg_std_error(&errors);
    jpeg_create_decompress(&decoder);
    jpeg_mem_src(&decoder, file.data(), file.size());
    jpeg_read_header(&decoder, TRUE);
    jpeg_start_decompress(&decoder);
    base::Bytes row(std::size_t{decoder.output_width} * static_cast<std::size_t>(decoder.output_components));
    JSAMPROW rows[] = {row.data()};
    while (decoder.output_scanline < decoder.output_height) jpeg_read_scanlines(&decoder, rows, 1);
    jpeg_finish_decompress(&decoder);
    jpeg_destroy_decompress(&decoder);
}

std::size_t prepare(const base::Bytes& file, const chip::PortraitForm& form) {
    const auto portrait = issuance::portraitForChip(file, form);
    if (!portrait) std::abort();
    return chip::lds::encodeDg2(*portrait)->size();
}

/// Seconds of a core for one photograph while so many threads work at once.
double secondsEach(unsigned threads, const benchmarks::Work& work) {
    constexpr int kEach = 4;
    std::vector<double> seconds(threads);
    {
        std::vector<std::jthread> working;
        for (auto& taken : seconds)
            working.emplace_back([&] {
                const auto many = [&] {
                    for (int round = 0; round < kEach; ++round) work();
                };
                taken = 1 / benchmarks::rateOf(kEach, many, benchmarks::Time::OfThread);
            });
    }
    return *std::ranges::max_element(seconds);
}

void reportForm(const base::Bytes& file, const char* name, const chip::PortraitForm& form) {
    const auto rates = benchmarks::measure({[&] { decodeBare(file); }, [&] { (void)prepare(file, form); }}, 1, 9,
                                           benchmarks::Time::OfThread);
    const unsigned cores = std::thread::hardware_concurrency();
    const double all = secondsEach(cores, [&] { (void)prepare(file, form); });
    std::printf(
        "EF.DG2 of 12 MP, %-9s decoding alone %6.1f ms  whole %6.1f ms  ratio %.2f  %u at once %6.1f ms a core\n", name,
        1000 / rates[0], 1000 / rates[1], rates[1] / rates[0], cores, 1000 * all);
}

}  // namespace

int main() {
    const auto file = photograph();
    std::printf("photograph of %u by %u, %zu octets\n", kWidth, kHeight, file.size());
    reportForm(file, "JPEG", {chip::lds::ImageFormat::Jpeg, 413, 531, 20000});
    reportForm(file, "JPEG 2000", {chip::lds::ImageFormat::Jpeg2000, 413, 531, 20000});
    return 0;
}

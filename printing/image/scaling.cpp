// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "printing/image/image.hpp"

namespace printing {
namespace {

/// The samples that one sample of the smaller picture covers, each with its share.
struct Span {
    std::size_t first = 0;
    std::vector<float> shares;
};

std::vector<Span> spansOf(std::uint32_t from, std::uint32_t to) {
    const double width = static_cast<double>(from) / to;
    std::vector<Span> spans(to);
    for (std::uint32_t i = 0; i < to; ++i) {
        const double begin = i * width, end = std::min<double>((i + 1) * width, from);
        auto& span = spans[i];
        span.first = static_cast<std::size_t>(begin);
        for (auto at = span.first; at < from && static_cast<double>(at) < end; ++at) {
            const double share =
                std::min<double>(static_cast<double>(at) + 1, end) - std::max<double>(static_cast<double>(at), begin);
            span.shares.push_back(static_cast<float>(share / (end - begin)));
        }
    }
    return spans;
}

/// Each row made narrower.
std::vector<float> narrowed(const Image& image, const std::vector<Span>& columns) {
    const std::size_t channels = image.channels;
    std::vector<float> rows(std::size_t{image.height} * columns.size() * channels, 0.0F);
    for (std::size_t y = 0; y < image.height; ++y) {
        const auto* row = &image.pixels[y * image.width * channels];
        auto* to = &rows[y * columns.size() * channels];
        for (const auto& span : columns) {
            for (std::size_t i = 0; i < span.shares.size(); ++i)
                for (std::size_t channel = 0; channel < channels; ++channel)
                    to[channel] += span.shares[i] * static_cast<float>(row[(span.first + i) * channels + channel]);
            to += channels;
        }
    }
    return rows;
}

}  // namespace

Image scaledDown(const Image& image, std::uint32_t width, std::uint32_t height) {
    width = std::min(width, image.width);
    height = std::min(height, image.height);
    const auto rows = narrowed(image, spansOf(image.width, width));
    const std::size_t rowSamples = std::size_t{width} * image.channels;
    Image scaled{width, height, image.channels, base::Bytes(rowSamples * height)};
    std::vector<float> sums(rowSamples);
    std::size_t y = 0;
    for (const auto& span : spansOf(image.height, height)) {
        std::ranges::fill(sums, 0.0F);
        for (std::size_t i = 0; i < span.shares.size(); ++i)
            for (std::size_t at = 0; at < rowSamples; ++at)
                sums[at] += span.shares[i] * rows[(span.first + i) * rowSamples + at];
        for (std::size_t at = 0; at < rowSamples; ++at)
            scaled.pixels[y * rowSamples + at] = static_cast<std::uint8_t>(std::clamp(std::lround(sums[at]), 0L, 255L));
        ++y;
    }
    return scaled;
}

}  // namespace printing

// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/resource.h>

#include <cstdio>
#include <fstream>

#include "inventory/receipts/announcement.hpp"
#include "tests/benchmarks/ratio.hpp"
#include "tests/inventory/catalogue.hpp"

/// A manifest of ten million lines, one serial each, against merely reading its lines.
namespace {

constexpr int kLines = 10'000'000;

void writeManifest(const std::filesystem::path& file, const inventory::ItemCatalogue& items) {
    std::ofstream out{file, std::ios::binary};
    const auto& serials = items.find("booklet-ordinary")->serial;
    out << "serial,box\n";
    for (int number = 0; number < kLines; ++number) out << serials.serialOf(number) << ",C-" << number / 500 << '\n';
}

long peakKilobytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

}  // namespace

int main() {
    const support::ScratchFolder folder;
    const auto file = folder.path() / "manifest.csv";
    const auto items = inventory::productItems();
    const auto schema = inventory::schemaNamed("manifest.xsd");
    writeManifest(file, items);
    const long before = peakKilobytes();
    std::size_t octets = 0;
    const double limit = benchmarks::rateOf(kLines, [&] {
        std::ifstream stream{file, std::ios::binary};
        for (std::string line; std::getline(stream, line);) octets += line.size();
    });
    std::size_t ranges = 0;
    const double product = benchmarks::rateOf(kLines, [&] {
        std::ifstream stream{file, std::ios::binary};
        ranges = base::expected(inventory::readAnnouncement(stream, {items, schema, "Imprenta", "OC-1"}), "manifest")
                     .ranges.size();
    });
    std::printf("%d lines, %zu octets, %zu ranges, peak memory grew by %ld KiB\n", kLines, octets, ranges,
                peakKilobytes() - before);
    return benchmarks::report("lines of a manifest", limit, product, 0.1) ? 0 : 1;
}

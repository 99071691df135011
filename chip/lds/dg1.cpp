// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/lds/dg1.hpp"

#include <algorithm>
#include <array>

namespace chip::lds {

using namespace base::literals;
namespace tlv = base::tlv;

namespace {

constexpr tlv::Tag kZone = 0x5F1F;

struct Shape {
    std::size_t lines;
    std::size_t width;
};
constexpr std::array<Shape, 3> kShapes{{{3, 30}, {2, 36}, {2, 44}}};

bool ofTheZonesAlphabet(char character) {
    return (character >= 'A' && character <= 'Z') || (character >= '0' && character <= '9') || character == '<';
}

bool isZone(const std::vector<std::string>& lines) {
    const bool shape = std::ranges::any_of(kShapes, [&](const Shape& each) {
        return each.lines == lines.size() &&
               std::ranges::all_of(lines, [&](const auto& line) { return line.size() == each.width; });
    });
    return shape &&
           std::ranges::all_of(lines, [](const auto& line) { return std::ranges::all_of(line, ofTheZonesAlphabet); });
}

std::vector<std::string> linesOf(std::string_view zone) {
    std::vector<std::string> lines;
    for (const auto& shape : kShapes)
        if (shape.lines * shape.width == zone.size())
            for (std::size_t i = 0; i < shape.lines; ++i) lines.emplace_back(zone.substr(i * shape.width, shape.width));
    return lines;
}

}  // namespace

base::Result<base::Bytes> encodeDg1(const Dg1& dg1) {
    if (!isZone(dg1.lines)) return base::Fault{"lds.not-a-machine-readable-zone"_code, {}, "EF.DG1"};
    base::Bytes zone;
    for (const auto& line : dg1.lines) base::append(zone, base::bytesOf(line));
    return tlv::encode(entryOf(File::Dg1).tag, {tlv::encode(kZone, zone)});
}

base::Result<Decoded<Dg1>> decodeDg1(base::BytesView content) {
    Decoded<Dg1> decoded;
    const auto parts = openTemplate(File::Dg1, content, decoded.defects);
    if (!parts) return parts.refusal();
    const auto zone = tlv::find(*parts, kZone);
    if (!zone) return malformed(File::Dg1, "5f1f");
    decoded.content.lines = linesOf(base::textOf(zone->value));
    if (!isZone(decoded.content.lines)) return base::Fault{"lds.not-a-machine-readable-zone"_code, {}, "EF.DG1"};
    return decoded;
}

}  // namespace chip::lds

// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/receipts/announcement.hpp"

#include <iterator>

namespace inventory {
namespace {

using namespace base::literals;

/// The first octet that says something: no white space, no byte order mark.
char firstLetterOf(std::istream& stream) {
    constexpr std::string_view kSkipped = " \t\r\n\xEF\xBB\xBF";
    char letter = 0;
    while (stream.get(letter) && kSkipped.find(letter) != std::string_view::npos) {
    }
    const char found = stream ? letter : '\0';
    stream.clear();
    stream.seekg(0);
    return found;
}

base::Result<base::Bytes> allOf(std::istream& stream, std::size_t limit) {
    base::Bytes octets;
    std::vector<char> part(std::size_t{1} << 20);
    while (stream.read(part.data(), static_cast<std::streamsize>(part.size())) || stream.gcount() > 0) {
        octets.insert(octets.end(), part.begin(), part.begin() + stream.gcount());
        if (octets.size() > limit) return base::Fault{"xml.too-large"_code, {{"limit", std::to_string(limit)}}};
    }
    return octets;
}

std::vector<base::Fault> faultsOfLots(const Manifest& manifest, const ItemCatalogue& catalogue) {
    std::vector<base::Fault> faults;
    for (const auto& lot : manifest.lots) {
        const Item* item = catalogue.find(lot.item);
        const auto where = base::xml::lineText(lot.line);
        if (item == nullptr)
            faults.push_back({"stock.unknown-item"_code, {{"item", lot.item}}, where});
        else if (!item->isCounted())
            faults.push_back({"stock.item-serialised"_code, {{"item", lot.item}}, where});
    }
    return faults;
}

base::Result<Announcement> announcementOf(const Manifest& manifest, const ItemCatalogue& catalogue) {
    auto faults = faultsOfLots(manifest, catalogue);
    const auto ranges = manifest.resolve(catalogue);
    if (!ranges)
        for (const auto& fault : ranges.refusal().faults()) faults.push_back(fault);
    if (!faults.empty()) return base::Refusal{std::move(faults)};
    Announcement announcement{manifest.supplier, manifest.purchase, "xml", {}, {}};
    for (std::size_t at = 0; at < ranges->size(); ++at)
        announcement.ranges.push_back(
            {(*ranges)[at], manifest.ranges[at].box, manifest.ranges[at].seal, manifest.ranges[at].line});
    for (const auto& lot : manifest.lots)
        announcement.lots.push_back({{lot.item, lot.lot, lot.quantity}, lot.box, lot.seal, lot.line});
    return announcement;
}

}  // namespace

std::int64_t Announcement::quantity() const {
    std::int64_t sum = 0;
    for (const auto& range : ranges) sum += range.range.quantity();
    for (const auto& lot : lots) sum += lot.what.quantity;
    return sum;
}

base::Result<Announcement> readAnnouncement(std::istream& stream, const AnnouncementReading& reading) {
    if (firstLetterOf(stream) != '<') return readCsvManifest(stream, reading);
    const auto octets = allOf(stream, base::xml::Limits{}.octets);
    if (!octets) return octets.refusal();
    const auto manifest = Manifest::read(*octets, reading.schema);
    if (!manifest) return manifest.refusal();
    return announcementOf(*manifest, reading.catalogue);
}

}  // namespace inventory

// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/office/inspected_parts.hpp"

#include <algorithm>
#include <set>

#include "base/failure.hpp"
#include "chip/lds/dg1.hpp"
#include "chip/lds/dg11.hpp"
#include "chip/lds/dg2.hpp"
#include "issuance/document/names.hpp"
#include "issuance/line/document_inspection.hpp"
#include "printing/inspection/mrz_reading.hpp"
#include "printing/inspection/page_inspection.hpp"
#include "printing/scan/page_scan.hpp"

namespace issuance {
namespace {

using contract::InspectedPart;
using contract::InspectedPicture;

constexpr const char* kSentEnding = ".pdf";
constexpr double kSentDpi = 300;
constexpr int kQuality = 88;
constexpr std::uint32_t kLongestSide = 1800;

using Files = std::map<std::string, base::Bytes>;
using Texts = std::map<std::string, std::string>;

/// What was read of one page: where it says something else than was ordered, and the lines of its zone.
struct PageRead {
    Texts otherwise;
    std::set<std::string> doubtful = {};  ///< parts of which it is not certain
    std::vector<std::string> mrz;
};

std::string partOfLine(std::size_t at) { return "mrz line " + std::to_string(at + 1); }

/// As a JPEG of a size that a person looks at; nothing of what no decoder reads.
std::optional<base::Bytes> forEyes(const base::Result<printing::Image>& image) {
    if (!image) return std::nullopt;
    const auto longest = std::max(image->width, image->height);
    if (longest <= kLongestSide) return printing::encodeJpeg(*image, kQuality);
    const auto scaled = [&](std::uint32_t side) {
        return std::max<std::uint32_t>(1, static_cast<std::uint32_t>(std::uint64_t{side} * kLongestSide / longest));
    };
    return printing::encodeJpeg(printing::scaledDown(*image, scaled(image->width), scaled(image->height)), kQuality);
}

void addPicture(InspectedParts& seen, const char* what, const std::string& page,
                const base::Result<printing::Image>& image) {
    if (auto content = forEyes(image)) seen.pictures.push_back({what, page, std::move(*content)});
}

PageRead readSent(base::BytesView pdf, const printing::PageDesign& design, const printing::PageValues& values) {
    PageRead read;
    for (const auto& difference : printing::inspectPage(pdf, design, values))
        if (!difference.found.empty()) read.otherwise[difference.field] = difference.found;
    if (const auto lines = printing::readMrzFromPage(pdf, design))
        for (const auto& line : *lines) read.mrz.push_back(line.text);
    return read;
}

PageRead readScanned(base::BytesView image, const printing::PageDesign& design, const printing::PageValues& values,
                     const DocumentKind& kind) {
    PageRead read;
    const auto found = printing::inspectScan(image, design, values, kind.scanLimits);
    for (const auto& finding : found.findings) {
        if (finding.found.empty()) continue;
        read.otherwise[finding.field] = finding.found;
        if (finding.judgement != printing::ScanJudgement::Refused) read.doubtful.insert(finding.field);
    }
    for (const auto& line : found.mrz) read.mrz.push_back(line.text);
    return read;
}

/// What the chip's files say, by part of a page.
Texts readChip(const Files& files) {
    Texts texts;
    if (const auto file = files.find("EF.DG1"); file != files.end())
        if (const auto dg1 = chip::lds::decodeDg1(file->second))
            for (std::size_t at = 0; at < dg1->content.lines.size(); ++at)
                texts[partOfLine(at)] = dg1->content.lines[at];
    const auto file = files.find("EF.DG11");
    if (file == files.end()) return texts;
    const auto dg11 = chip::lds::decodeDg11(file->second);
    if (!dg11) return texts;
    const auto& details = dg11->content;
    if (const auto between = details.fullName.find("<<"); between != std::string::npos) {
        texts["surname"] = details.fullName.substr(0, between);
        texts["given_names"] = details.fullName.substr(between + 2);
    }
    if (!details.personalNumber.empty()) texts["personal_number"] = details.personalNumber;
    if (!details.placeOfBirth.empty()) texts["place_of_birth"] = details.placeOfBirth;
    return texts;
}

/// The chip's texts are in capitals, and what groups digits on a page is not in it.
bool sayTheSame(const std::string& one, const std::string& other) {
    const auto plain = [](const std::string& text) {
        auto capitals = upperCase(text);
        std::erase(capitals, ' ');
        return capitals;
    };
    return plain(one) == plain(other);
}

void addPart(InspectedParts& seen, InspectedPart part, const Texts& chip) {
    if (const auto told = chip.find(part.part); told != chip.end()) part.onChip = told->second;
    part.differs = (part.onPage && !part.doubtful && *part.onPage != part.ordered) ||
                   (part.onChip && !sayTheSame(*part.onChip, part.ordered));
    seen.parts.push_back(std::move(part));
}

void addParts(InspectedParts& seen, const std::string& page, const printing::PageDesign& design,
              const printing::PageValues& values, const std::optional<PageRead>& read, const Texts& chip) {
    for (const auto& field : design.texts) {
        const auto ordered = values.texts.find(field.name);
        if (ordered == values.texts.end()) continue;
        InspectedPart part{page, field.name, ordered->second};
        if (read) {
            const auto other = read->otherwise.find(field.name);
            part.onPage = other == read->otherwise.end() ? ordered->second : other->second;
            part.doubtful = read->doubtful.contains(field.name);
        }
        addPart(seen, std::move(part), chip);
    }
    for (std::size_t at = 0; at < values.mrzLines.size(); ++at) {
        InspectedPart part{page, partOfLine(at), values.mrzLines[at]};
        if (read && at < read->mrz.size()) part.onPage = read->mrz[at];
        addPart(seen, std::move(part), chip);
    }
}

/// Where several files tell of a page, what a scanner saw of the paper counts before what was sent.
std::optional<PageRead> lookAtPage(InspectedParts& seen, const std::string& page, const Files& files,
                                   const ExpectedDocument& expected, const printing::PageDesign& design) {
    const auto values = pageValuesFor(design, expected.document, expected.mrz, expected.images);
    std::optional<PageRead> read;
    auto sent = files.find(page + kSentEnding);
    const auto made = expected.fileMade(page + kSentEnding);
    const base::BytesView drawn = sent != files.end() ? base::BytesView{sent->second} : base::BytesView{made};
    addPicture(seen, "page-sent", page, printing::rasterise(drawn, 0, kSentDpi));
    if (sent != files.end()) read = readSent(sent->second, design, values);
    for (const char* ending : {".png", ".jpg"}) {
        const auto scan = files.find(page + ending);
        if (scan == files.end()) continue;
        addPicture(seen, "page-scanned", page, printing::decodeImage(scan->second, printing::kScanBounds));
        read = readScanned(scan->second, design, values, *expected.document.kind);
    }
    if (const auto difference = files.find(page + "-difference.png"); difference != files.end())
        addPicture(seen, "page-difference", page, printing::decodeImage(difference->second, printing::kScanBounds));
    return read;
}

}  // namespace

InspectedParts inspectedPartsOf(House& house, records::Connection& connection, const DocumentEntry& entry) {
    const auto order = house.orders->load(connection, entry.order);
    const auto* kind = house.catalogue->find(KindId{entry.kind});
    const TravelDocument document{kind,         order.content.holder(), entry.number,
                                  entry.issued, entry.expires,          order.content.waiver()};
    const ExpectedDocument expected{document, order.images, base::expected(composeMrz(document), "document"),
                                    house.documents->files(connection, entry.id, "made")};
    Files files;
    for (auto& file : house.documents->files(connection, entry.id, "read")) files[file.name] = std::move(file.content);
    InspectedParts seen;
    addPicture(seen, "portrait-ordered", "", printing::decodeImage(order.images.portrait));
    if (const auto file = files.find("EF.DG2"); file != files.end())
        if (const auto dg2 = chip::lds::decodeDg2(file->second); dg2 && !dg2->content.faces.empty())
            addPicture(seen, "portrait-on-chip", "", printing::decodeImage(dg2->content.faces.front().image));
    const auto chip = readChip(files);
    for (std::size_t side = 0; side < kind->pageDesigns.size(); ++side) {
        const auto page = pageNameOf(*kind, side);
        const auto& design = house.designs.at(kind->pageDesigns[side]);
        const auto read = lookAtPage(seen, page, files, expected, design);
        addParts(seen, page, design, pageValuesFor(design, expected.document, expected.mrz, expected.images), read,
                 chip);
    }
    return seen;
}

}  // namespace issuance

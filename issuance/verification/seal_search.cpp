// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/verification/seal_search.hpp"

#include <algorithm>

#include "issuance/verification/page_comparison.hpp"
#include "printing/inspection/symbol_reading.hpp"
#include "signing/seals/seal.hpp"

namespace issuance {
namespace {

using Clock = printing::ThreadClock;
using std::chrono::milliseconds;

constexpr std::uint8_t kSealMagic = 0xDC;  // Doc 9303-13 2.2
constexpr int kMostSearched = 40;
/// Where our pages have their seal, with room around it: millimetres from the left, from the foot, wide and high
/// (docs/formats/sello.md).
constexpr double kPlaceLeft = 17, kPlaceFoot = 22, kPlaceSide = 48;
constexpr double kFine = 250, kPage = 200;  // dots an inch
constexpr std::uint32_t kMostSide = 3600;   // of a picture that is searched

class Deadline {
   public:
    explicit Deadline(milliseconds limit) : m_end(Clock::now() + limit) {}
    [[nodiscard]] milliseconds left() const {
        return std::max(milliseconds{0}, std::chrono::duration_cast<milliseconds>(m_end - Clock::now()));
    }
    [[nodiscard]] bool over() const { return left().count() == 0; }

   private:
    Clock::time_point m_end;
};

void keepSeals(std::vector<base::Bytes>& found, const std::vector<base::Bytes>& symbols) {
    for (const auto& octets : symbols)
        if (!octets.empty() && octets.front() == kSealMagic && std::ranges::find(found, octets) == found.end())
            found.push_back(octets);
}

/// A page of ordinary size, else nothing.
std::optional<printing::Box> boxOf(const printing::PdfFile& pdf, int page) {
    const auto box = pdf.pageBox(page);
    if (!box || std::max(box->width, box->height) > kLargestPage) return std::nullopt;
    return *box;
}

void atItsPlace(const printing::PdfFile& pdf, int page, const Deadline& deadline, std::vector<base::Bytes>& found) {
    const auto box = boxOf(pdf, page);
    if (!box || box->height < kPlaceFoot + kPlaceSide) return;
    const printing::Box place{kPlaceLeft, box->height - kPlaceFoot - kPlaceSide, kPlaceSide, kPlaceSide};
    const auto image = pdf.rasterise(page, kFine, place);
    if (image)
        keepSeals(found, printing::readSymbols(*image, {kPlaceSide, std::min(deadline.left(), milliseconds{1500})}));
}

void anywhere(const printing::PdfFile& pdf, int page, const Deadline& deadline, std::vector<base::Bytes>& found) {
    const auto box = boxOf(pdf, page);
    if (!box) return;
    const auto image = pdf.rasterise(page, kPage);
    if (image)
        keepSeals(found, printing::readSymbols(*image, {box->width, std::min(deadline.left(), milliseconds{5000})}));
}

printing::Image bounded(printing::Image image) {
    const auto longest = std::max(image.width, image.height);
    if (longest <= kMostSide) return image;
    const auto part = [&](std::uint32_t side) {
        return static_cast<std::uint32_t>(std::uint64_t{side} * kMostSide / longest);
    };
    return printing::scaledDown(image, part(image.width), part(image.height));
}

}  // namespace

std::vector<base::Bytes> sealsOnPages(base::BytesView file) {
    std::vector<base::Bytes> found;
    const auto pdf = printing::PdfFile::open(file);
    if (!pdf) return found;
    const Deadline deadline{kSearchTime};
    const int last = pdf->pageCount() - 1, first = std::max(0, last - kMostSearched + 1);
    for (int page = last; page >= first && found.empty() && !deadline.over(); --page)
        atItsPlace(*pdf, page, deadline, found);
    for (int page = last; page >= first && found.empty() && !deadline.over(); --page)
        anywhere(*pdf, page, deadline, found);
    return found;
}

base::Result<std::vector<base::Bytes>> sealsInPicture(base::BytesView picture) {
    constexpr printing::ImageLimits kLimits{std::size_t{64} * 1024 * 1024, 16000, std::size_t{120} * 1000 * 1000};
    auto image = printing::decodeImage(picture, kLimits);
    if (!image) return image.refusal();
    const auto page = bounded(std::move(image).value());
    std::vector<base::Bytes> found;
    const Deadline deadline{kSearchTime};
    // A whole page on its feet or on its side, half of one, or the seal alone.
    const double whole = page.width > page.height ? 279.4 : 215.9;
    for (const double width : {whole, whole / 2, whole / 4})
        if (found.empty() && !deadline.over())
            keepSeals(found, printing::readSymbols(page, {width, std::min(deadline.left(), milliseconds{5000})}));
    return found;
}

std::optional<base::Bytes> sealOctets(base::BytesView content) {
    if (!content.empty() && content.front() == kSealMagic) return base::Bytes{content.begin(), content.end()};
    if (content.size() > 4 * signing::kLargestSeal) return std::nullopt;
    const auto text = base::textOf(content);
    std::string digits;
    for (const char letter : text)
        if (letter != '\n' && letter != '\r' && letter != '\t' && letter != ' ') digits += letter;
    for (const auto& octets : {base::fromHex(digits), base::fromBase64(digits)})
        if (octets && !octets->empty() && octets->front() == kSealMagic) return *octets;
    return std::nullopt;
}

}  // namespace issuance
